"""``python -m claims`` and the ``claims`` command: answers ``--version`` before anything heavy is imported."""

from __future__ import annotations

import sys

from claims import __version__


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"claims {__version__}\n")
        return
    from claims.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
