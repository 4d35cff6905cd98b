"""Checks summaries of games against their box scores, and writes a report for each.

    python benchmarks/basketball/check.py FACTS TEXTS REPORTS

FACTS holds one JSON file for each game and TEXTS a text of the same name; REPORTS is a new folder. A box score becomes
facts as in ``derive.py``; ``rules.yaml`` says what follows from them and ``wording.yaml`` how summaries say it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from derive import entities_of, facts_of

from claims.checker import Checker
from claims.loading import load
from claims.model.entity import Entity
from claims.model.factset import FactSet
from claims.reports import render

HERE = Path(__file__).resolve().parent
RULES = (HERE / "rules.yaml", HERE / "wording.yaml")


def named(game: dict[str, Any]) -> Iterator[Entity]:
    """The entities of a game with the names that summaries use: sides by city and club, players by surname as well."""
    surnames = Counter(player["last_name"] for player in game["players"])
    people = {f"{game['doc']}/{player['side']}/{player['name']}": player for player in game["players"]}
    sides = {f"{game['doc']}/{side}": team for side, team in game["teams"].items()}
    for entity in entities_of(game):
        player, team = people.get(entity.id), sides.get(entity.id)
        if player is not None and surnames[player["last_name"]] == 1:
            yield replace(entity, names={"": (player["name"], player["last_name"])})
        elif team is not None:
            yield replace(entity, names={"": (f"{team['city']} {team['name']}", team["name"], team["city"])})
        else:
            yield entity


def checker_for(game: dict[str, Any]) -> Checker:
    """A checker that knows one game."""
    declared, rules = load([], RULES)
    # Of these the values are words of the game ("points"), which would then be read as names.
    rules = replace(rules, derivations=tuple(rule for rule in rules.derivations if rule.target != "p.double_figures"))
    entities = {entity.id: entity for entity in named(game)}
    return Checker.of(FactSet(entities, declared.attributes, tuple(facts_of(game))), rules)


def main() -> int:
    """Write the reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("reports", type=Path)
    arguments = parser.parse_args()
    arguments.reports.mkdir(parents=True, exist_ok=True)
    verdicts: Counter[str] = Counter()
    for file in sorted(arguments.facts.glob("*.json")):
        game = json.loads(file.read_text(encoding="utf-8"))
        text = (arguments.texts / f"{file.stem}.txt").read_text(encoding="utf-8")
        report = checker_for(game).check(text, language="en", date=game["date"], path=f"{file.stem}.txt")
        (arguments.reports / f"{file.stem}.json").write_text(render(report, "json"), encoding="utf-8")
        verdicts.update(str(claim.verdict) for claim in report.claims)
        verdicts["not checked"] += sum(len(document.unchecked) for document in report.documents)
    print(", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
