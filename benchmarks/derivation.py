"""What deriving costs: 60,000 facts from 100,000, in CPU time, beside clingo where it is installed.

    python benchmarks/derivation.py             the table, best of 5 runs each
    python benchmarks/derivation.py --smoke     once and small, only for whether it works

The same three rules over the same facts for both: a sum, a difference that is never negative, and years since. The
facts are in memory when the clock starts and the derived ones are in memory when it stops. clingo (`pip install
clingo`) grounds the same program; it knows whole numbers only, no time, no units and no explanation, and its facts
go in as text, which is timed apart. The runs take turns and the smallest of each counts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from claims.loading import load
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.values import Number
from claims.reasoning import derive

ATTRIBUTES = ("home", "away", "income", "cost", "founded")
RULES = """\
format: claims-rules/1
attributes:
  home: {type: count}
  away: {type: count}
  income: {type: number}
  cost: {type: number}
  founded: {type: number}
derive:
  - {id: total, for: {e: club}, set: e.total, to: e.home + e.away}
  - {id: balance, for: {e: club}, set: e.balance, to: abs(e.income - e.cost)}
  - {id: years, for: {e: club}, set: e.years, to: 2024 - e.founded}
"""
PROGRAM = """
total(E, H + A) :- home(E, H), away(E, A).
balance(E, |I - C|) :- income(E, I), cost(E, C).
years(E, 2024 - F) :- founded(E, F).
"""


def amount(number: int, attribute: int) -> int:
    """The value of an attribute of the club with a number: nothing is left to chance."""
    return 1900 + number % 120 if ATTRIBUTES[attribute] == "founded" else (number * 7919 + attribute * 104729) % 50_000


def prepare(clubs: int) -> tuple[FactSet, Rules]:
    """Clubs with five facts each, and the rules."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rules.yaml"
        file.write_text(RULES, encoding="utf-8")
        declared, rules = load([], [file])
    facts = tuple(
        Fact(f"c{number}", attribute, Number(Decimal(amount(number, index))))
        for number in range(clubs)
        for index, attribute in enumerate(ATTRIBUTES)
    )
    return FactSet({f"c{n}": Entity(f"c{n}", "club") for n in range(clubs)}, declared.attributes, facts), rules


def timed(run: Callable[[], int]) -> tuple[float, int]:
    """The CPU seconds of a run, and how many facts it derived."""
    started = time.process_time()
    count = run()
    return time.process_time() - started, count


def run_clingo(clubs: int) -> tuple[float, float, int]:
    """CPU seconds for reading the facts and for grounding, and how many facts were derived."""
    import clingo

    text = "".join(
        f"{attribute}({number}, {amount(number, index)}).\n"
        for number in range(clubs)
        for index, attribute in enumerate(ATTRIBUTES)
    )
    control = clingo.Control(["--warn=none"])
    started = time.process_time()
    control.add("base", [], text + PROGRAM)
    read = time.process_time()
    control.ground([("base", [])])
    done = time.process_time()
    names = ("total", "balance", "years")
    return read - started, done - read, sum(1 for atom in control.symbolic_atoms if atom.symbol.name in names)


def has_clingo() -> bool:
    """Whether the peer is installed."""
    try:
        import clingo  # noqa: F401
    except ImportError:
        return False
    return True


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="once and small, only for whether it works")
    smoke = parser.parse_args().smoke
    clubs, runs = (200, 1) if smoke else (20_000, 5)
    facts, rules = prepare(clubs)
    ours: list[float] = []
    theirs: list[tuple[float, float, int]] = []
    for _ in range(runs):
        seconds, count = timed(lambda: len(derive(facts, rules).facts) - len(facts.facts))
        ours.append(seconds)
        theirs += [run_clingo(clubs)] if has_clingo() else []
    print(f"{len(facts.facts)} facts")
    print(f"claims   {min(ours):6.2f} s   {count} derived, each with its rule and premises")
    if theirs:
        read, ground = min(row[0] for row in theirs), min(row[1] for row in theirs)
        print(f"clingo   {read + ground:6.2f} s   {theirs[0][2]} derived ({read:.2f} reading, {ground:.2f} grounding)")
        print(f"claims / clingo = {min(ours) / (read + ground):.2f}")
    else:
        print("clingo is not installed")
    return 0 if count == 3 * clubs and all(row[2] == count for row in theirs) else 1


if __name__ == "__main__":
    sys.exit(main())
