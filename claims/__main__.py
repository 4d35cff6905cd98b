"""``python -m claims`` and the ``claims`` command: answers ``--version`` before anything heavy is imported.

A small check spends more time on beginning and ending than on checking. So while it loads, nothing looks for cycles
of garbage, of which loading makes none (:mod:`claims.cli.checking` goes on as usual from there), and at its end the
memory is left to the system instead of being taken apart: a fifth of such a run.
"""

from __future__ import annotations

import sys

from claims import __version__


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"claims {__version__}\n")
        return
    is_check = arguments[:1] == ["check"]
    if is_check:
        import gc

        gc.disable()
    from claims.cli import run

    status = run(arguments)
    if is_check:
        _end(status)
    sys.exit(status)


def _end(status: int) -> None:
    """End the process now. Everything is written by then, and a check has started nothing that waits for its end."""
    import os

    if not sys.gettrace() and not sys.getprofile():  # who watches the program wants to see its end
        os._exit(status)


if __name__ == "__main__":
    main()
