"""What git knows of a checkout: which files are not as they were.

Git is asked as a program; nothing in the checkout is changed, and nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection
from pathlib import Path

from claims.errors import UsageError

_OPTION = "--changed-since"


def changed_since(ref: str, start: Path) -> frozenset[str]:
    """The files, as absolute paths with links followed, that differ from ``ref`` in the checkout of ``start``.

    That is from where the current branch left ``ref``, with what is not committed and what git does not know yet;
    files that were deleted are among them. Raises :class:`~claims.errors.UsageError` where git is not there, where
    ``start`` is in no checkout, and where ``ref`` is nothing that git knows.
    """
    folder = start if start.is_dir() else start.parent
    top = Path(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))
    commit = _commit(ref, top)
    changed = _names(_git(top, "diff", "--name-only", "--no-renames", "-z", _merge_base(commit, top), "--"))
    new = _names(_git(top, "ls-files", "-z", "--others", "--exclude-standard"))
    return frozenset(os.path.realpath(top / name) for name in (*changed, *new))


def is_among(path: str | Path, files: Collection[str]) -> bool:
    """Whether one of the files, as :func:`changed_since` gives them, is at or below a path."""
    wanted = os.path.realpath(path)
    below = wanted + os.sep
    return wanted in files or (Path(wanted).is_dir() and any(file.startswith(below) for file in files))


def _commit(ref: str, top: Path) -> str:
    found = None if ref.startswith("-") else _try(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if not found:
        hint = "a shallow clone has only its newest commits: fetch more of them (git fetch --unshallow)"
        raise UsageError(f"{_OPTION} {ref}: git knows no such commit, branch or tag; {hint}")
    return found.strip()


def _merge_base(commit: str, top: Path) -> str:
    """Where HEAD left the commit, or the commit itself where the two have nothing in common."""
    return (_try(top, "merge-base", commit, "HEAD") or commit).strip()


def _names(listed: str) -> list[str]:
    return [name for name in listed.split("\0") if name]


def _try(folder: Path, *arguments: str) -> str | None:
    """What git answers; ``None`` where it says no."""
    ran = _run(folder, *arguments)
    return None if ran.returncode else os.fsdecode(ran.stdout)


def _git(folder: Path, *arguments: str) -> str:
    ran = _run(folder, *arguments)
    if ran.returncode:
        said = os.fsdecode(ran.stderr).strip().partition("\n")[0]
        raise UsageError(f"{_OPTION} needs a git checkout, and {folder.absolute()} is in none ({said})")
    return os.fsdecode(ran.stdout)


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise UsageError(f"{_OPTION} needs git, which cannot be run here: {error.strerror or error}") from error
