"""Large entries of the cache: texts by kind and key, looked up one by one in a SQLite file instead of read at once.

A table is written whole, elsewhere, and renamed into place; it never changes after that. :func:`keep_table` gives a
mark, which whoever keeps the table's name keeps with it: a file with another mark is another table, or was cut short.
What is damaged within it is found out when it is read, and then the file goes and :class:`~claims.errors.InputError`
says to run again.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import InputError, Problem
from claims.files.cache import cache_folder, tidy

if TYPE_CHECKING:
    import sqlite3

SUFFIX = ".sqlite"


class Table:
    """A table that is open for reading, by any thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._lock = threading.Lock()

    def get(self, kind: str, key: str) -> str | None:
        """The text of a kind under a key."""
        found = self._rows("SELECT text, key FROM texts WHERE kind = ? AND key = ?", (kind, key))
        return found[0][0] if found else None

    def items(self, kind: str) -> Iterator[tuple[str, str]]:
        """All keys of a kind with their texts, by key."""
        last = None
        while rows := self._rows(
            "SELECT key, text FROM texts WHERE kind = ? AND (? IS NULL OR key > ?) ORDER BY key LIMIT 1000",
            (kind, last, last),
        ):
            yield from rows
            last = rows[-1][0]

    def keys(self, kind: str) -> Iterator[str]:
        """All keys of a kind, sorted."""
        return (key for key, _ in self.items(kind))

    def _rows(self, query: str, asked: tuple[str | None, ...]) -> list[tuple[str, str]]:
        import sqlite3

        try:
            with self._lock:
                return self._connection.execute(query, asked).fetchall()
        except sqlite3.Error as error:
            self._path.unlink(missing_ok=True)
            message = f"this file of the cache is damaged ({error})"
            raise InputError(Problem(str(self._path), None, None, message, "run again: it is made anew")) from error


def open_table(name: str, mark: str) -> Table | None:
    """The table that was kept under a name with this mark; ``None`` where it is not there."""
    folder = cache_folder()
    if folder is None:
        return None
    import sqlite3

    path = folder / f"{name}{SUFFIX}"
    try:
        if _mark(path) != mark:
            return None
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except (OSError, ValueError, sqlite3.Error):
        return None
    return Table(path, connection)


def keep_table(name: str, entries: Iterable[tuple[str, str, str]]) -> str | None:
    """Keep texts (kind, key, text; each kind and key once) as a table; its mark, ``None`` where it cannot be kept."""
    folder = cache_folder()
    if folder is None:
        return None
    import sqlite3

    new = folder / f".new-{name}-{os.getpid()}-{threading.get_ident()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(new, entries)
        new.replace(folder / f"{name}{SUFFIX}")
        tidy(folder)
        return _mark(folder / f"{name}{SUFFIX}")
    except (OSError, sqlite3.Error):
        return None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _write(path: Path, entries: Iterable[tuple[str, str, str]]) -> None:
    import sqlite3

    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as connection:
        # nobody reads it before it is whole, and one that is not is thrown away
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE texts (kind TEXT, key TEXT, text TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID")
        connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", entries)
        connection.commit()


def _mark(path: Path) -> str:
    found = path.stat()
    is_ours = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return f"{found.st_size}:{found.st_mtime_ns}" if is_ours else ""
