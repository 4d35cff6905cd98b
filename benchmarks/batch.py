"""What a corpus costs: two workers against one, 100 MB against 10, and Ray against the pool of our own.

    python benchmarks/batch.py                 the tables; some minutes
    python benchmarks/batch.py --smoke         each once on very little, only for whether it works
    python benchmarks/batch.py --ray           Ray beside the pool as well, where it is installed

The corpus is made here: JSON Lines of press notes of about 2 KB, one in three of which makes a claim, against 1,000
facts. Work is CPU time (user and system) of the whole process with its workers, and memory the largest of any of its
processes; both hardly depend on what else the machine does. How well two workers share the work is the *way*: the CPU
time of the parent and of its busiest worker, which is what a run takes where every process has a processor of its own.
Elapsed time stands beside it and says little on a busy machine. Linux only: the workers are looked at in ``/proc``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CLAIMS = (sys.executable, "-m", "claims", "batch", "--facts", "facts.yaml", "--isolated", "--exit-zero")
ENTITIES = 1000
MB = 10**6
PLAIN = (
    "The meeting was held in the town hall and went on until late in the evening.",
    "Nobody had expected that so many people would come on a rainy day in March.",
    "A report on the state of the roads is to be published before the summer.",
    "Those who spoke were of one mind that something has to be done, though not on what.",
    "The building had been closed for 14 months while its roof was mended.",
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor, in all and on the longest way, and of clock; and the largest process in MB."""

    work: float
    way: float
    elapsed: float
    memory: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the corpora, check them, and print the tables."""
    options = _options(arguments)
    small, large = (0.2, 0.4) if options.smoke else (10.0, 100.0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_facts(folder / "facts.yaml")
        _write_texts(folder / "small.jsonl", small)
        _write_texts(folder / "large.jsonl", large)
        _sizes(folder, small, large)
        _workers(folder, large)
        if options.ray:
            _engines(folder, large)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="CPU time and memory of claims batch.")
    parser.add_argument("--smoke", action="store_true", help="very little text, only for whether it works")
    parser.add_argument("--ray", action="store_true", help="Ray beside the pool as well")
    return parser.parse_args(arguments)


def _sizes(folder: Path, small: float, large: float) -> None:
    print(f"{'one worker':24} {'CPU s':>8} {'MB/s':>8} {'largest process':>16}")
    costs = []
    for name, size in (("small", small), ("large", large)):
        costs.append(_cost(folder, f"{name}.jsonl", "--workers", "1"))
        print(f"{size:>19.1f} MB  {costs[-1].work:8.1f} {size / costs[-1].work:8.2f} {costs[-1].memory:13.0f} MB")
    less, more = costs
    print(f"{large / small:.0f} times the text: {more.work / less.work:.2f} times the work, ", end="")
    print(f"{more.memory / less.memory:.2f} times the memory\n")


def _workers(folder: Path, size: float) -> None:
    print(f"{f'{size:.1f} MB':24} {'CPU s':>8} {'way s':>8} {'elapsed s':>10}")
    one, two = (_cost(folder, "large.jsonl", "--workers", str(number)) for number in (1, 2))
    for name, cost in (("one worker", one), ("two workers", two)):
        print(f"{name:24} {cost.work:8.1f} {cost.way:8.1f} {cost.elapsed:10.1f}")
    print(f"two workers: {one.way / two.way:.2f} times as fast by CPU time, ", end="")
    print(f"{one.elapsed / two.elapsed:.2f} times by the clock, {two.work / one.work:.2f} times the work\n")


def _engines(folder: Path, size: float) -> None:
    print(f"{f'{size:.1f} MB, two workers':24} {'elapsed s':>10}")
    pool, ray = (_cost(folder, "large.jsonl", "--workers", "2", "--engine", name) for name in ("pool", "ray"))
    for name, cost in (("pool", pool), ("Ray", ray)):
        print(f"{name:24} {cost.elapsed:10.1f}")
    print(f"Ray: {ray.elapsed / pool.elapsed:.2f} times the time")


def _cost(folder: Path, *arguments: str) -> Cost:
    """What one run costs. Ends the program, with its status, where it fails."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as report:
        command = [*CLAIMS, *arguments, "-o", f"{report}/report"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        workers: dict[int, float] = {}
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            workers.update(_workers_of(process.pid))
            time.sleep(0.05)
        _, status, usage = ended
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with exit status {process.returncode}")
    work = usage.ru_utime + usage.ru_stime
    way = work - sum(workers.values()) + max(workers.values(), default=0)
    return Cost(work, way, time.monotonic() - began, usage.ru_maxrss * 1024 / MB)


def _workers_of(pid: int) -> dict[int, float]:
    """The CPU seconds of each child of a process so far."""
    found = {}
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            found[int(child)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def _write_facts(path: Path) -> None:
    entities = (
        f"  e{number}: {{names: {_name(number)}, type: organization, "
        f"facts: {{members: {{value: {40 + number}, as_of: 2024-10}}}}}}"
        for number in range(ENTITIES)
    )
    path.write_text("\n".join(("format: claims-facts/1", "entities:", *entities, "")), encoding="utf-8")


def _name(number: int) -> str:
    first = ("North", "South", "East", "West", "High", "Low", "Old", "New", "Long", "Broad")[number % 10]
    second = ("bank", "field", "ford", "gate", "ham", "mere", "stead", "ton", "wick", "worth")[number // 10 % 10]
    third = (
        "Rowers",
        "Cyclists",
        "Singers",
        "Climbers",
        "Painters",
        "Readers",
        "Skaters",
        "Divers",
        "Cooks",
        "Sailors",
    )
    return f"{first}{second} {third[number // 100]}"


def _write_texts(path: Path, size: float) -> None:
    choose = random.Random(7)  # noqa: S311 - the same texts in each run, and no secret
    with path.open("w", encoding="utf-8") as file:
        number = 0
        while file.tell() < size * MB:
            file.write(json.dumps({"id": f"n{number}", "date": "2024-11-05", "text": _text(choose)}) + "\n")
            number += 1


def _text(choose: random.Random) -> str:
    sentences = choose.choices(PLAIN, k=26)
    if choose.random() < 1 / 3:
        entity = choose.randrange(ENTITIES)
        wrong = choose.random() < 1 / 10
        sentences.insert(13, f"The {_name(entity)} have {40 + entity + wrong} members.")
    return " ".join(sentences)


if __name__ == "__main__":
    main()
