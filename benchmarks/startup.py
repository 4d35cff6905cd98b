"""What it costs to start: CPU time of ``claims --version`` and of small checks, against a bare interpreter.

    python benchmarks/startup.py             the table, best of 15 runs each
    python benchmarks/startup.py --smoke     each once, only for whether it works

CPU time (user and system) of the child process, not wall time: it is the steadier figure on a busy machine. The
runs take turns, so that a slow moment falls on all of them, and the smallest of each counts: whatever else the
machine does can only add. Compare the ratios between machines, not the milliseconds.

A check reads a sentence or two against a few facts with the core vocabulary, in a folder that is made for it, so its
figure is what a pre-commit hook pays on a small change before any real work: *cold* without the cache, *warm* with
what an earlier run has left there. The first text is right; in the second something is wrong, which also takes
judging, a suggestion and a message. Byte code is compiled, as it is once a package is installed.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CLAIMS = (sys.executable, "-m", "claims")
FACTS = """\
format: claims-facts/1
entities:
  rowers:
    names: {en: [Northbank Rowing Club]}
    facts:
      members: 62
      founded: 1911-05
"""
TEXTS = {
    "note.md": "The Northbank Rowing Club has 62 members.\n",
    "wrong.md": "The Northbank Rowing Club was founded in 1911. In 2020 it had 64 members.\n",
}
CONFIGURATION = "facts: [facts.yaml]\nexclude: [drafts/]\n"


@dataclass(frozen=True, slots=True)
class Command:
    """Something to start; the first of the table is what the others are compared with. ``found`` is its status."""

    name: str
    arguments: tuple[str, ...]
    found: int = 0


CHECK = (*CLAIMS, "check", "--facts", "facts.yaml")
COMMANDS = (
    Command("bare interpreter", (sys.executable, "-c", "")),
    Command("claims --version", (*CLAIMS, "--version")),
    Command("import of the checker", (sys.executable, "-c", "import claims.checker")),
    Command("small check, cold", (*CHECK, "--no-cache", "note.md")),
    Command("small check, warm", (*CHECK, "note.md")),
    Command("small check, warm, configured", (*CLAIMS, "check", "note.md")),
    Command("small check, warm, a finding", (*CHECK, "wrong.md"), found=1),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one line for each command."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
        (folder / ".claims.yaml").write_text(CONFIGURATION, encoding="utf-8")
        for text, words in TEXTS.items():
            (folder / text).write_text(words, encoding="utf-8")
        for command in COMMANDS:
            _seconds(command, folder)
        best = _measure(folder, 1 if options.smoke else options.runs)
    bare = best[COMMANDS[0]]
    print(f"{'CPU time of':30} {'ms':>6} {'ratio':>6}")
    for command in COMMANDS:
        print(f"{command.name:30} {best[command] * 1000:6.1f} {best[command] / bare:6.1f}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="CPU time of starting claims, against a bare interpreter.")
    parser.add_argument("--runs", type=int, default=15, help="runs of each command, of which the best counts")
    parser.add_argument("--smoke", action="store_true", help="run each command once, only for whether it works")
    return parser.parse_args(arguments)


def _measure(folder: Path, runs: int) -> dict[Command, float]:
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(runs):
        for command in COMMANDS:
            best[command] = min(best[command], _seconds(command, folder))
    return best


def _seconds(command: Command, folder: Path) -> float:
    """User and system time of one run. Ends the program, with what the command said, where the run fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["CLAIMS_CACHE_DIR"] = str(folder / "cache")
    before = _spent()
    run = subprocess.run(command.arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    after = _spent()
    if run.returncode != command.found:
        sys.exit(f"{command.name} failed with exit status {run.returncode}:\n{run.stdout}{run.stderr}")
    return after - before


def _spent() -> float:
    """The user and system time, in seconds, of all children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
