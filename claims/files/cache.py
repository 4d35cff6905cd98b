r"""The cache folder: what was worked out once and may be forgotten at any time.

Where it is: ``CLAIMS_CACHE_DIR``; else ``%LOCALAPPDATA%\claims\Cache`` on Windows, ``~/Library/Caches/claims`` on
macOS, and ``$XDG_CACHE_HOME/claims`` (``~/.cache/claims``) elsewhere. An empty ``CLAIMS_CACHE_DIR`` is no cache.

An entry is a file with a checksum in front, made elsewhere and renamed into place, so that runs at the same time
see the old one or the new one. What cannot be read, is cut short, was changed, is too large or belongs to another
user is no entry; what cannot be written is not kept. Neither is worth a word: the work is done anew. Entries are
bytes to whoever keeps them, and are to be read as data (never run).

Entries that nobody used for a month go, and the oldest where all together are larger than :data:`MOST_BYTES`.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from contextvars import ContextVar
from hashlib import blake2b
from pathlib import Path
from typing import Any

from claims import __version__
from claims.files.asked import digest
from claims.files.shipped import build

FORM = "1"
"""The version of the form of entries."""
MOST_BYTES = 2**32
MOST_ENTRY_BYTES = 2**28
SUFFIX = ".claims"
DATABASE_SUFFIX = ".sqlite"
_MAGIC = b"claims1\n"
_CHECKSUM = 16
_DAY = 24 * 60 * 60
_KEPT_UNUSED = 30 * _DAY

_off: ContextVar[bool] = ContextVar("off", default=False)


def turn_off() -> None:
    """Go on without the cache, to the end of the context (:mod:`contextvars`): nothing is found, nothing kept."""
    _off.set(True)


def cache_folder() -> Path | None:
    """The folder, which need not be there; ``None`` where there is to be none."""
    if _off.get():
        return None
    named = os.environ.get("CLAIMS_CACHE_DIR")
    if named is not None:
        return Path(named).absolute() if named.strip() else None
    home = os.environ.get("HOME") or os.environ.get("USERPROFILE") or ""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or (home and f"{home}/AppData/Local")
        return Path(base, "claims", "Cache") if base else None
    usual = home and (f"{home}/Library/Caches" if sys.platform == "darwin" else f"{home}/.cache")
    base = os.environ.get("XDG_CACHE_HOME", "")
    base = base if base.startswith("/") else usual
    return Path(base, "claims") if base else None


def entry_name(kind: str, *asked: str) -> str:
    """The name of an entry: the kind, what was asked for, and this program, which may read the same otherwise."""
    version = ".".join(map(str, sys.version_info[:3]))
    parts = (kind, FORM, __version__, build(), sys.implementation.name, version, *asked)
    return f"{kind}-{digest(repr(parts).encode('utf-8', 'surrogatepass'))}"


def recall(name: str) -> bytes | None:
    """What was kept under a name; ``None`` where nothing is, or nothing that is whole."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        data = _read(f"{folder}/{name}{SUFFIX}")
    except (OSError, ValueError):
        return None
    start = len(_MAGIC) + _CHECKSUM
    body = data[start:]
    return body if data[:start] == _MAGIC + checksum(body) else None


def keep(name: str, body: bytes) -> None:
    """Keep something under a name (letters, digits, ``-``), in place of what was kept under it."""
    folder = cache_folder()
    if folder is None or len(body) > MOST_ENTRY_BYTES:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _put(folder / f"{name}{SUFFIX}", _MAGIC + checksum(body) + body)
        tidy(folder)


def to_json(data: object) -> bytes:
    """Plain data as one line of JSON.

    JSON and not msgpack, which is read four times as fast: for that a library would have to be imported, which costs
    more than reading any but a large entry.
    """
    import json

    return json.dumps(data, separators=(",", ":")).encode("ascii")


def from_json(data: bytes | str) -> Any:  # noqa: ANN401 - whoever wrote it knows its shape
    """The data of a line of JSON. Raises ``ValueError`` or ``RecursionError`` for what is none."""
    import json

    return json.loads(data)


def _read(path: str) -> bytes:
    """The content of an entry of ours. Raises ``OSError`` and ``ValueError`` for what is none."""
    # a pipe of that name must not make anybody wait
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not (is_ours(found) and found.st_size <= MOST_ENTRY_BYTES + 2**10):
            raise ValueError(path)
        if time.time() - found.st_mtime > _DAY:
            os.utime(path)
        return file.read()


def is_ours(found: os.stat_result) -> bool:
    """Whether something is a file, and of the user who runs this."""
    return stat.S_ISREG(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def checksum(body: bytes) -> bytes:
    """What tells whether an entry is whole."""
    return blake2b(body, digest_size=_CHECKSUM).digest()


def _put(path: Path, data: bytes) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def tidy(folder: Path) -> None:
    """Take away what nobody used for a month, left-overs of runs that were killed, and what is too much."""
    with os.scandir(folder) as entries:
        files = [(entry.stat(follow_symlinks=False), entry) for entry in entries if _is_entry(entry.name)]
    now, total = time.time(), 0
    for found, entry in sorted(files, key=lambda file: file[0].st_mtime, reverse=True):
        total += found.st_size
        unused = now - found.st_mtime
        if total > MOST_BYTES or unused > (_DAY if entry.name.startswith(".new-") else _KEPT_UNUSED):
            with suppress(OSError):
                os.unlink(entry.path)  # noqa: PTH108 - an entry of scandir


def _is_entry(name: str) -> bool:
    return name.endswith((SUFFIX, DATABASE_SUFFIX)) or name.startswith(".new-")
