"""All measures of speed in one run, so that their ratios belong together.

    python benchmarks/everything.py                    takes half an hour and 3 GB of memory
    python benchmarks/everything.py --peers FOLDER     with peers from another environment's FOLDER of commands
    python benchmarks/everything.py --smoke            each with very little, only for whether it works

Each benchmark is a program of its own and says what it measures; here they are run one after another, under a line
with the machine and the day.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
RAY = ("--ray",) if find_spec("ray") else ()
ALL: tuple[tuple[str, ...], ...] = (
    ("startup.py",),
    ("scanning.py",),
    ("names.py",),
    ("reading.py",),
    ("documents.py",),
    ("derivation.py",),
    ("batch.py", *RAY),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run them all; ends with the status of the first that fails."""
    options = _options(arguments)
    day = datetime.datetime.now(tz=datetime.UTC).date()
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, {day}", flush=True)
    for name, *more in ALL:
        extra = [*more, *(["--smoke"] if options.smoke else [])]
        if name == "scanning.py" and options.peers:
            extra += ["--peers", options.peers]
        print(f"\n== {' '.join((name, *extra))}", flush=True)
        done = subprocess.run([sys.executable, str(HERE / name), *extra], check=False)
        if done.returncode:
            sys.exit(done.returncode)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="All measures of speed in one run.")
    parser.add_argument("--smoke", action="store_true", help="each with very little, only for whether it works")
    parser.add_argument("--peers", metavar="FOLDER", help="where the commands of peers are, for scanning.py")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
