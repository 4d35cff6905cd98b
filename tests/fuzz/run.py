"""Bytes at random into every reader, as long as one likes; a developer starts it, the tests do not.

    python tests/fuzz/run.py --minutes 10                  every reader in turn, ten minutes in all
    python tests/fuzz/run.py html mdx --minutes 10         these only

It needs ``atheris`` (``pip install atheris``), which is guided by the lines that an input reaches. Inputs that reach
new ones are collected in ``.fuzz/``. One that breaks the contract (:mod:`tests.fuzz.contract`), takes longer than a
minute, or lets the process grow beyond its limit, ends the run of its reader and lies in ``.fuzz/<reader>/broken-*``.
Mend the reader, and keep the input in ``tests/fuzz/seeds/<reader>/``: the tests replay what lies there.

Beside each input as it is, the same input many times in a row is read, since what is slow or takes much memory shows
only in long texts: memory, as ``tracemalloc`` counts it, is held to :data:`MOST` bytes for a byte of input.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import subprocess
import sys
import tracemalloc
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / ".fuzz"
SLOW = 60  # seconds by the clock on the wall, which other work stretches
LARGEST = 4096
REPEATED = 20_000
EVERY = 50
MOST = 400
"""Bytes of memory for a byte of input. Cells of one letter cost most, 320; paragraphs of one 160; prose 8 to 30."""


def main() -> int:
    """Run each reader in a process of its own; the exit status is 1 where one of them is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", help="names of readers; all where none is given")
    parser.add_argument("--minutes", type=float, default=10, help="how long in all")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given, rest = parser.parse_known_args()
    if given.child:
        return _fuzz(given.readers[0], [*rest, *given.readers[1:]])
    sys.path.insert(0, str(ROOT))
    from tests.fuzz.contract import READERS

    readers = given.readers or list(READERS)
    broken = [reader for reader in readers if _start(reader, seconds=int(given.minutes * 60 / len(readers)))]
    for reader in broken:
        print(f"{reader}: broken, see {WORK / reader}")
    return 1 if broken else 0


def _start(reader: str, seconds: int) -> int:
    found = WORK / reader
    found.mkdir(parents=True, exist_ok=True)
    seeds = HERE / "seeds" / reader
    command = [sys.executable, str(HERE / "run.py"), "--child", reader]
    command += [str(found), *([str(seeds)] if seeds.is_dir() else [])]
    command += [f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-max_len={LARGEST}", "-rss_limit_mb=1024"]
    command += [f"-artifact_prefix={found}/broken-", "-print_final_stats=1", "-verbosity=0"]
    command += [f"-dict={HERE / 'words.dict'}"]
    print(f"== {reader}, {seconds} s", flush=True)
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False).returncode


def _fuzz(reader: str, rest: list[str]) -> int:
    import atheris

    import claims.languages.detection  # not what is looked into

    with atheris.instrument_imports(include=["claims.documents"]):
        import claims.documents

        for module in pkgutil.iter_modules(claims.documents.__path__, "claims.documents."):
            importlib.import_module(module.name)  # readers are imported where they are used: too late for this
    from tests.fuzz.contract import examine

    count = 0

    def look_at(data: bytes) -> None:
        nonlocal count
        count += 1
        examine(reader, data)
        if count % EVERY == 0 and data and reader != "docx":
            _check_memory(reader, data * (REPEATED // len(data)))

    def _check_memory(reader: str, data: bytes) -> None:
        tracemalloc.start()
        examine(reader, data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak <= MOST * len(data) + 2**20, f"{peak / len(data):.0f} bytes of memory for a byte of input"

    atheris.Setup([sys.argv[0], *rest], look_at)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
