"""Many small entries of the cache folder in one file, which is an SQLite database.

As with other entries (:mod:`claims.files.cache`), what cannot be read is not there and what cannot be written is not
kept, whatever the reason: another process that writes, a full disk, a file that is damaged or not ours. Each entry has
a checksum of its own; a database that is none any more is taken away. Entries that were kept longest ago go where there
are too many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claims.files.cache import DATABASE_SUFFIX, cache_folder, checksum, is_ours

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")

MOST_ENTRIES = 50_000
_PATIENCE = 0.5  # seconds that another process that writes is waited for
_TABLE = "CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, name TEXT UNIQUE, sum BLOB, body BLOB)"
_PUT = "INSERT OR REPLACE INTO kept (name, sum, body) VALUES (?, ?, ?)"
_TRIM = "DELETE FROM kept WHERE number <= (SELECT number FROM kept ORDER BY number DESC LIMIT 1 OFFSET ?)"


class Store:
    """The entries under one name; to be closed. Opened when something is asked of it that needs the file."""

    def __init__(self, name: str) -> None:
        folder = cache_folder()
        self._path = None if folder is None else folder / f"{name}{DATABASE_SUFFIX}"
        self._database: sqlite3.Connection | None = None

    def recall(self, name: str) -> bytes | None:
        """What was kept under a name; ``None`` where nothing is, or nothing that is whole."""

        def read(database: sqlite3.Connection) -> bytes | None:
            row = database.execute("SELECT sum, body FROM kept WHERE name = ?", (name,)).fetchone()
            return row[1] if row and isinstance(row[1], bytes) and row[0] == checksum(row[1]) else None

        return self._try(read) if self._path is not None and self._path.exists() else None

    def keep(self, entries: Mapping[str, bytes]) -> None:
        """Keep entries, each in place of what was kept under its name: all of them, or none."""

        def write(database: sqlite3.Connection) -> None:
            with database:
                database.execute(_TABLE)
                database.executemany(_PUT, ((name, checksum(body), body) for name, body in entries.items()))
                database.execute(_TRIM, (MOST_ENTRIES,))

        if entries:
            self._try(write)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What comes of work on the database; ``None``, and no more of this store, where there is trouble with it."""
        if self._path is None:
            return None
        import sqlite3

        try:
            return work(self._opened(self._path))
        except (sqlite3.OperationalError, OSError):
            self._give_up()  # locked, full, not to be opened: another time
        except (sqlite3.Error, ValueError):
            broken = self._path
            self._give_up()
            with suppress(OSError):
                broken.unlink()
        return None

    def _give_up(self) -> None:
        self.close()
        self._path = None

    def _opened(self, path: Path) -> sqlite3.Connection:
        if self._database is None:
            import sqlite3

            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
            if not is_ours(os.lstat(path)):
                raise sqlite3.OperationalError(path)
            self._database = sqlite3.connect(path, timeout=_PATIENCE)
            self._database.execute("PRAGMA trusted_schema = OFF")
        return self._database
