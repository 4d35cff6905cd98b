"""Paths as other tools want them: with slashes, relative to where the run began, or as a URI."""

from __future__ import annotations

_AS_IT_IS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def with_slashes(path: str) -> str:
    """The path with slashes and without a leading ``./``, as tools compare it to the paths of a repository."""
    return path.replace("\\", "/").removeprefix("./")


def is_absolute(path: str) -> bool:
    """Whether the path names its place from the root of a disk on."""
    return path.startswith("/") or path[1:3] == ":/"


def uri(path: str) -> str:
    """The path as a URI reference: relative, or ``file:///...``."""
    slashed = with_slashes(path)
    # half a surrogate pair cannot be UTF-8; a path that holds one leads nowhere in any case
    octets = slashed.encode("utf-8", "replace")
    encoded = "".join(chr(octet) if octet in _AS_IT_IS else f"%{octet:02X}" for octet in octets)
    return f"file:///{encoded.removeprefix('/')}" if is_absolute(slashed) else encoded
