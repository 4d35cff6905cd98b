"""What of the machine this process may use."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def processors() -> int:
    """How many processors there are for this process, at least one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def current_folder() -> str:
    """The folder that relative paths begin at."""
    return str(Path.cwd())


def enter(folder: str) -> None:
    """Let relative paths begin at a folder, where this machine has it."""
    with suppress(OSError):
        os.chdir(folder)


def scratch_folder() -> Path:
    """A new folder for what nobody needs after this process; it is removed at its end."""
    folder = Path(tempfile.mkdtemp(prefix="claims-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def set_variable(name: str, value: str) -> None:
    """Set a variable of the environment, for the libraries and processes that this one starts."""
    os.environ[name] = value
