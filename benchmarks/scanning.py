"""How fast folders of Markdown are checked, whole process, one core, beside spelling checkers and others.

    python benchmarks/scanning.py                        1,000 files and 10,000, best of 3 runs each
    python benchmarks/scanning.py --peers FOLDER         peers from another environment, by its bin folder
    python benchmarks/scanning.py --small                1,000 files only
    python benchmarks/scanning.py --smoke                a few files once, only for whether it works

The files are made here, the same ones every time: about 5 kB of headings, lists, links, code and prose each, and a
thousand organisations with a fact each. In *sparse* files one in a hundred speaks of one of them, in *dense* ones
every paragraph does; one claim in twenty is wrong. What is measured is the CPU time (user and system) of the whole
process, start-up included; facts are in the cache from the second run on, and what was found in the texts never is.
The commands take turns, and the smallest of each counts: whatever else the machine does
can only add. Compare ratios inside one run.

``codespell`` and ``typos`` look for spelling mistakes in the same files: they say what it costs to list, open, decode
and look through them. A blank spaCy pipeline with a ``PhraseMatcher`` finds the same names and nothing else.
``numaudit`` and ``figured`` hold the numbers of the dense texts against the same facts as a table; they ask whether a
number stands anywhere in it, not whether it is said of the right thing. Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(sys.executable).parent
_BEGINNINGS = [
    "vel",
    "tar",
    "osk",
    "pel",
    "brum",
    "cas",
    "dov",
    "el",
    "fal",
    "gor",
    "hal",
    "ib",
    "jor",
    "kel",
    "lun",
    "mor",
    "nav",
    "ost",
    "pra",
    "quen",
    "ros",
    "sil",
    "tam",
    "ul",
]
_ENDINGS = [
    "mora",
    "nwick",
    "arvik",
    "laden",
    "holt",
    "trenne",
    "rath",
    "marin",
    "stria",
    "vane",
    "dale",
    "mund",
    "sett",
    "borg",
    "heim",
    "ford",
]
_KINDS = ["Alliance", "League", "Society", "Institute", "Council", "Network", "Club", "Trust", "Board", "Guild"]
_NOUNS = [
    "garden",
    "harbour",
    "library",
    "market",
    "meadow",
    "window",
    "kitchen",
    "bridge",
    "forest",
    "station",
    "teacher",
    "letter",
    "river",
    "winter",
]
_SENTENCES = (
    "The {a} was quiet that morning, and nobody asked for the {b}.",
    "Open the settings, choose the {a}, and press *save* before you leave the {b}.",
    "Much of the afternoon was given to the {a}, which had met twice in spring.",
    "Those who spoke thanked the hosts for the {a} and the long tables by the {b}.",
    "See the [notes on the {a}](https://example.org/{b}/notes.html) for how it is done.",
    "If the {a} does not answer, run `make {b}` again and read what it prints.",
    "She had walked from the {a} to the {b} without a word, in about 20 minutes.",
    "**Note that the {a}** is not part of the {b}, although both are older than the road.",
    "It takes 3 steps: find the {a}, close the {b}, and wait.",
    "We kept the old {a} because people like it, said one of them in 2019.",
)
_CODE = "```python\ndef open_{a}(size: int = 4) -> str:\n    return '{b}' * size  # [todo] *later*\n```"
_MATCHER = """
import pathlib, sys
import spacy
from spacy.matcher import PhraseMatcher
nlp = spacy.blank("en")
matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
matcher.add("names", list(nlp.pipe(pathlib.Path(sys.argv[1]).read_text().splitlines())))
texts = (path.read_text() for path in sorted(pathlib.Path(sys.argv[2]).rglob("*.md")))
print(sum(len(matcher(document)) for document in nlp.pipe(texts)))
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of Markdown files and its size in bytes; ``claims`` are those in it, ``wrong`` of them."""

    name: str
    folder: Path
    size: int
    claims: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Command:
    """Something to run over a corpus, and the exit statuses that mean that it did its work.

    ``finds`` is what it writes for a wrong number, or how many there are; ``share`` of the text is what it is given.
    """

    name: str
    arguments: tuple[str, ...]
    fine: tuple[int, ...] = (0, 1)
    finds: str = ""
    share: float = 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the files, measure, and print a table for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="a few files once")
    parser.add_argument("--small", action="store_true", help="1,000 files only")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command, of which the best counts")
    parser.add_argument("--peers", type=Path, default=HERE, help="the bin folder with spaCy, numaudit and figured")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        os.environ["CLAIMS_CACHE_DIR"] = str(room / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
        members = _write_facts(room)
        counts = (20,) if given.smoke else (1_000,) if given.small else (1_000, 10_000)
        for count, dense in ((count, dense) for dense in (False, True) for count in counts):
            corpus = _corpus(room, members, count, dense=dense)
            _table(corpus, list(_commands(room, corpus, given.peers, dense=dense)), 1 if given.smoke else given.runs)
            shutil.rmtree(corpus.folder)


def _write_facts(room: Path) -> dict[str, int]:
    """A facts file, the same as rows, and the names alone; the members by name."""
    chance = random.Random(5)  # noqa: S311 - no secrets here
    stems = [first + middle + last for first in _BEGINNINGS for middle in _BEGINNINGS[:6] for last in _ENDINGS]
    chance.shuffle(stems)
    members = {f"{stem.title()} {chance.choice(_KINDS)}": chance.randrange(1_000, 90_000) for stem in stems[:1000]}
    lines = ["format: claims-facts/1", "entities:"]
    for number, (name, value) in enumerate(members.items()):
        lines += [f"  org-{number}:", "    type: organization", f"    names: {{en: [{name}]}}"]
        lines += ["    facts:", f"      members: {value}"]
    (room / "facts.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [{"name": name, "members": value} for name, value in members.items()]
    (room / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    (room / "names.txt").write_text("\n".join(members), encoding="utf-8")
    return members


def _corpus(room: Path, members: dict[str, int], count: int, *, dense: bool) -> Corpus:
    chance = random.Random(count)  # noqa: S311 - no secrets here
    name = f"{'dense' if dense else 'sparse'}, {count:,} files"
    folder, names, size, said = room / name.replace(" ", "-").replace(",", ""), list(members), 0, 0
    for number in range(count):
        parts, length = [f"# On the {chance.choice(_NOUNS)}"], 0
        while length < 5_000:
            part = _part(chance)
            if (dense and part[0] not in "`#-") or (number % 100 == 10 and length == 0):
                who = chance.choice(names)
                number_said = members[who] * (11 if said % 20 == 0 else 10) // 10
                part = f"The {who} has {number_said:,} members. {part}"
                said += 1
            parts.append(part)
            length += len(part) + 2
        path = folder / f"{number // 100:03}" / f"{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return Corpus(name, folder, size, said, (said + 19) // 20)


def _part(chance: random.Random) -> str:
    form = chance.randrange(12)
    if form == 0:
        return "## The " + chance.choice(_NOUNS)
    if form == 1:
        return "\n".join(f"- {_said(chance, _SENTENCES)}" for _ in range(4))
    if form == 2:
        return _said(chance, (_CODE,))
    return " ".join(_said(chance, _SENTENCES) for _ in range(chance.randrange(2, 6)))


def _said(chance: random.Random, forms: Sequence[str]) -> str:
    return chance.choice(forms).replace("{a}", chance.choice(_NOUNS)).replace("{b}", chance.choice(_NOUNS))


def _commands(room: Path, corpus: Corpus, peers: Path, *, dense: bool) -> Iterator[Command]:
    claims = (sys.executable, "-m", "claims", "check", str(corpus.folder), "--facts", str(room / "facts.yaml"))
    yield Command("claims check", (*claims, "--isolated"), finds=r"(\d+) contradicted")
    if (HERE / "codespell").exists():
        yield Command("codespell", (str(HERE / "codespell"), str(corpus.folder)), (0, 64, 65))
    if (HERE / "typos").exists():
        yield Command("typos -j1", (str(HERE / "typos"), "-j1", str(corpus.folder)), (0, 2))
    if (peers / "spacy").exists() and corpus.size < 20e6:
        script = (str(peers / "python"), "-c", _MATCHER, str(room / "names.txt"), str(corpus.folder))
        yield Command("spaCy blank, PhraseMatcher", script)
    if dense and (peers / "numaudit").exists() and corpus.size < 20e6:
        files = sorted(map(str, corpus.folder.rglob("*.md")))
        yield Command(
            "numaudit", (str(peers / "numaudit"), *files, "--data", str(room / "rows.json")), finds="unsourced"
        )
    if dense and (peers / "figured").exists() and corpus.size < 20e6:
        # it takes one text at a time, so it gets a hundredth of them as one
        one = room / "one.md"
        one.write_text("".join(p.read_text() for p in sorted(corpus.folder.rglob("*.md"))[::100]), encoding="utf-8")
        yield Command(
            "figured (1 % of the text)", (str(peers / "figured"), str(one), "--rows", str(room / "rows.json"))
        )


def _table(corpus: Corpus, commands: Sequence[Command], runs: int) -> None:
    best = {command: float("inf") for command in commands}
    found: dict[Command, str] = {}
    for _ in range(runs):
        for command in commands:
            seconds, found[command] = _run(command)
            best[command] = min(best[command], seconds)
    print(f"\n{corpus.name}, {corpus.size / 1e6:.1f} MB, {corpus.claims} claims, {corpus.wrong} of them wrong")
    print(f"{'':28} {'CPU s':>7} {'MB/s':>7} {'claims is':>12} {'reports':>12}")
    speeds = {command: corpus.size * command.share / seconds / 1e6 for command, seconds in best.items()}
    for command, speed in speeds.items():
        ratio = f"{speeds[commands[0]] / speed:.2f} x"
        print(f"{command.name:28} {best[command]:7.2f} {speed:7.2f} {ratio:>12} {found[command]:>12}")


def _run(command: Command) -> tuple[float, str]:
    """User and system time of one run, and how many numbers it reports.

    Ends the program, with what the command said, where the run fails.
    """
    for results in Path(os.environ["CLAIMS_CACHE_DIR"]).glob("results-*"):
        results.unlink()  # what was found in these texts before, so that they are read again
    before = _spent()
    run = subprocess.run(command.arguments, capture_output=True, text=True, check=False)
    seconds = _spent() - before
    if run.returncode not in command.fine:
        sys.exit(f"{command.name} failed with exit status {run.returncode}:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    matches = re.findall(command.finds, run.stdout) if command.finds else []
    return seconds, matches[-1] if "(" in command.finds and matches else str(len(matches) or "")


def _spent() -> float:
    """The user and system time, in seconds, of all children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
