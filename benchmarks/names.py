"""What many facts and names cost: compiling them once, and checking a text against them after that.

    python benchmarks/names.py                       1,000 / 100,000 / 1,000,000 facts, each about a name of its own
    python benchmarks/names.py --sizes 1000 50000    other numbers
    python benchmarks/names.py --smoke               small ones, only for whether it works

For each number a file of JSON Lines is made, ``subject, attribute, value`` with one fact for each name. *compile* is
the first check, which reads the file and keeps what it makes in the cache; *start* is a check of one sentence after
that; *scan* is a check of a text of ordinary words in which every tenth paragraph names somebody, less the start. All
are whole processes, CPU time and largest memory; the text is the same for all, but for the names in it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

SIZES = (1_000, 100_000, 1_000_000)
TEXT_BYTES = 1_000_000
SYLLABLES = "ba ke lo mi nu ra se to vi zu cor dan fel gor hul jan kas lem mor nil pol quin ros sul tam ver wil"
KINDS = ("Group", "Holdings", "Institute", "Museum", "Club", "Works", "College", "Society", "Bridge", "Trust")
COMMON = (
    "the of and to in a is that for it was on are as with they be at one have this from or had by hot word but what "
    "some we can out other were all there when up use your how said an each she which do their time if will way about "
    "many then them write would like so these her long make thing see him two has look more day could go come did"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds and the largest memory, in MB, of a process."""

    seconds: float
    memory: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one line for each number of facts."""
    options = _options(arguments)
    sizes = (200, 21_000) if options.smoke else options.sizes
    print(f"{'facts':>9} {'compile s':>10} {'MB':>6} {'start s':>8} {'MB':>6} {'scan MB/s':>10} {'MB':>6}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            print(_line(size, Path(name), TEXT_BYTES // (50 if options.smoke else 1)), flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What many facts and names cost.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of facts")
    parser.add_argument("--smoke", action="store_true", help="small numbers, only for whether it works")
    return parser.parse_args(arguments)


def _line(size: int, folder: Path, length: int) -> str:
    names = list(islice(_names(), size))
    with (folder / "facts.jsonl").open("w", encoding="utf-8") as file:
        for number, name in enumerate(names):
            file.write(json.dumps({"subject": name, "attribute": "members", "value": str(number % 900 + 100)}) + "\n")
    (folder / "one.md").write_text(f"The {names[0]} has 100 members.\n", encoding="utf-8")
    (folder / "long.md").write_text(_text(names, length), encoding="utf-8")
    compiled = _check(folder, "one.md")
    start = min((_check(folder, "one.md") for _ in range(3)), key=lambda cost: cost.seconds)
    scan = min((_check(folder, "long.md") for _ in range(2)), key=lambda cost: cost.seconds)
    speed = length / 1e6 / (scan.seconds - start.seconds)
    return (
        f"{size:>9,} {compiled.seconds:>10.1f} {compiled.memory:>6.0f} {start.seconds:>8.2f} {start.memory:>6.0f} "
        f"{speed:>10.2f} {scan.memory:>6.0f}"
    )


def _names() -> Iterator[str]:
    """Names of four words without end, none twice."""
    draw, seen, syllables = random.Random(1), set(), SYLLABLES.split()  # noqa: S311 - the same in every run is what is wanted
    while True:
        words = ["".join(draw.choices(syllables, k=2)).capitalize() for _ in range(3)]
        name = " ".join((*words, draw.choice(KINDS)))
        if name not in seen:
            seen.add(name)
            yield name


def _text(names: Sequence[str], length: int) -> str:
    draw, words, parts, size, number = random.Random(2), COMMON.split(), [], 0, 0  # noqa: S311 - as above
    while size < length:
        sentences = [" ".join(draw.choices(words, k=12)).capitalize() + "." for _ in range(5)]
        if number % 10 == 0:
            sentences.append(f"The {draw.choice(names)} has {draw.randint(100, 999)} members.")
        parts.append(" ".join(sentences) + "\n\n")
        size += len(parts[-1])
        number += 1
    return "".join(parts)


def _check(folder: Path, text: str) -> Cost:
    """The cost of a check. Ends the program, with what the command said, where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["CLAIMS_CACHE_DIR"] = str(folder / "cache")
    for results in (folder / "cache").glob("results-*"):
        results.unlink()  # what was found in the text before, so that it is read again
    command = (sys.executable, "-m", "claims", "check", "--exit-zero", "--facts", "facts.jsonl", text)
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as run:
        said = run.stderr.read() if run.stderr else b""
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        sys.exit(f"the check failed with exit status {run.returncode}:\n{said.decode()}")
    return _cost(usage)


def _cost(usage: resource.struct_rusage) -> Cost:
    kilobytes = 1 if sys.platform != "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024 / kilobytes)


if __name__ == "__main__":
    main()
