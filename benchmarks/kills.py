"""Kill ``claims batch`` at random moments, again and again, and see that nothing is lost, doubled or different.

    python benchmarks/kills.py                     100 rounds; some minutes
    python benchmarks/kills.py --rounds 3          a few; the tests do this
    python benchmarks/kills.py --engine ray        the same with Ray, where it is installed

Each round begins a report, kills (``kill -9``) a worker, the parent, or both at a random moment, gives the same command
again until it comes to its end, with another kill on the way now and then, and holds each file of the report against
that of a run that nobody disturbed, byte by byte. Linux only: processes are found in ``/proc``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

FACTS = """\
format: claims-facts/1
entities:
  acme: {names: Acme, type: organization, facts: {members: {value: 84, as_of: 2024-10}, founded: 2014-09}}
"""
# Small shards, so that a small corpus has many; else it is the command as it is.
RUN = """\
import sys
from claims.cli import run
from claims.corpus import planning
planning.SMALLEST = 20_000
sys.exit(run(sys.argv[1:]))
"""
OUTPUTS = ("findings.jsonl", "findings.parquet", "errors.jsonl", "summary.json", "summary.md", "overview.html")
MOST_KILLS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the rounds and say how they went; ends with status 1 where a report was different."""
    options = _options(arguments)
    choose = random.Random(options.seed)  # noqa: S311 - the moments may be known to anybody
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_corpus(folder, options.texts)
        began = time.monotonic()
        _run(folder, "expected", options.engine, "1").wait()
        lasts = time.monotonic() - began
        expected = _report(folder / "expected")
        print(f"{len(expected['findings.jsonl'].splitlines())} findings in {options.texts} files and 3 tables")
        kills: Counter[str] = Counter()
        different = 0
        for number in range(options.rounds):
            different += _round(folder, expected, choose, lasts, options.engine, kills)
            print(f"\r{number + 1} rounds, {sum(kills.values())} kills, {different} different", end="", flush=True)
    said = ", ".join(f"{number} times {victim}" for victim, number in sorted(kills.items()))
    print(f"\n{options.rounds} rounds, killed {said or 'nothing'}: {different} reports were different")
    sys.exit(1 if different else 0)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Kill claims batch at random moments.")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--texts", type=int, default=100, help="how many files the corpus has")
    parser.add_argument("--engine", default="pool", choices=("pool", "ray"))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--smoke", action="store_true", help="one round on little")
    options = parser.parse_args(arguments)
    if options.smoke:
        options.rounds, options.texts = 1, 40
    return options


def _round(
    folder: Path, expected: dict[str, bytes], choose: random.Random, lasts: float, engine: str, kills: Counter[str]
) -> bool:
    """One report, disturbed; whether it is different."""
    shutil.rmtree(folder / "report", ignore_errors=True)
    for _ in range(MOST_KILLS):
        process = _run(folder, "report", engine, "2")
        victim = choose.choice(("worker", "parent", "both"))
        _wait(process, choose.random() * lasts, for_workers=choose.random() < 3 / 4)
        if _kill(process, victim, choose):
            kills[victim] += 1
        process.wait()
        if process.returncode == 0 or choose.random() < 1 / 3:
            break
    last = _run(folder, "report", engine, "2")
    said = last.communicate()[1]
    found = _report(folder / "report")
    wrong = [name for name in expected if found.get(name) != expected[name]]
    if wrong or last.returncode:
        print(f"status {last.returncode}, different: {', '.join(wrong)}\n{said}")
    return bool(wrong or last.returncode)


def _run(folder: Path, report: str, engine: str, workers: str) -> subprocess.Popen[str]:
    words = ("texts", "all.jsonl", "packed.jsonl.gz", "table.csv", "--facts", "facts.yaml", "--isolated", "--exit-zero")
    options = ("-o", report, "-j", workers, "--engine", engine)
    command = [sys.executable, "-c", RUN, "batch", *words, *options]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _wait(process: subprocess.Popen[str], seconds: float, *, for_workers: bool) -> None:
    """Let some time pass, counted from when there are workers or from the beginning."""
    while for_workers and process.poll() is None and not _children(process.pid):
        time.sleep(0.01)
    try:
        process.wait(seconds * (0.4 if for_workers else 1))
    except subprocess.TimeoutExpired:
        return


def _kill(process: subprocess.Popen[str], victim: str, choose: random.Random) -> bool:
    """Kill; whether there was anybody to kill."""
    workers = _children(process.pid)
    chosen = [choose.choice(workers)] if workers and victim != "parent" else []
    if victim != "worker" and process.poll() is None:
        chosen.insert(0, process.pid)
    for pid in chosen:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return bool(chosen)


def _children(pid: int) -> list[int]:
    """All processes below one."""
    try:
        found = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [*found, *(below for child in found for below in _children(child))]


def _report(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OUTPUTS if (folder / name).exists()}


def _write_corpus(folder: Path, texts: int) -> None:
    (folder / "facts.yaml").write_text(FACTS)
    (folder / "texts").mkdir()
    for number in range(texts):
        (folder / "texts" / f"{number:04}.md").write_text(_text(number))
    (folder / "texts" / "binary.txt").write_bytes(b"\0\1\2")
    records = [json.dumps({"id": f"r{number}", "date": "2024-11", "text": _text(number)}) for number in range(texts)]
    lines = "\n".join((*records, "{broken", "")).encode()
    (folder / "all.jsonl").write_bytes(lines)
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(lines))
    (folder / "table.csv").write_text("id,text\n" + "".join(f"c{n},Acme has {n} members.\n" for n in range(texts)))


def _text(number: int) -> str:
    said = f"Acme has {84 + (number % 3 == 0)} members. It was founded in {2014 + (number % 5 == 0)}. "
    return said + "Nothing else is said here, and that at some length. " * 20


if __name__ == "__main__":
    main()
