"""Derives what a box score implies, and holds it against figures that were computed elsewhere.

    python benchmarks/basketball/derive.py FOLDER

FOLDER holds one JSON file for each game, with the raw numbers of the box score beside keys that somebody computed
from them (margin, halves, leaders, double figures...). Only the raw numbers become facts; ``rules.yaml`` derives the
rest, and every computed key is compared with what was derived. The exit status is 1 where one differs.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from claims.loading import load
from claims.model.dates import PartialDate
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.values import Boolean, EntityRef, ListOf, Number, Text, Value
from claims.reasoning import Rulebook, derive, failed_requirements

RULES = Path(__file__).with_name("rules.yaml")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHOTS = tuple(
    f"{shot}_{what}" for shot in ("field_goals", "three_pointers", "free_throws") for what in ("made", "attempted")
)
_SHARES = ("field_goal_percentage", "three_point_percentage", "free_throw_percentage")
_COUNTS = ("points", "rebounds", "offensive_rebounds", "defensive_rebounds", "assists", "steals", "blocks", "turnovers")
_QUARTERS = tuple(f"points_quarter_{number}" for number in range(1, 5))
PLAYER = (*_COUNTS, "personal_fouls", "minutes", *_SHOTS, *_SHARES)
SIDE = (*_COUNTS, "personal_fouls", "wins", "losses", *_QUARTERS, *_SHOTS, *_SHARES)

GAME_KEYS = ("weekday", "winner", "loser", "winner_side", "margin", "overtime", "half_1_margin_home")
SIDE_KEYS = (
    "full_name",
    "record",
    "points_half_1",
    "points_half_2",
    "points_after_quarter_3",
    "points_overtime",
    "bench_points",
    "starter_points",
    "players_in_double_figures",
    "starters_in_double_figures",
    *(f"leaders_{what}" for what in ("points", "rebounds", "assists", "steals", "blocks")),
)
PLAYER_KEYS = ("double_figures", "double_double", "triple_double")


def entities_of(game: dict[str, Any]) -> Iterator[Entity]:
    """The game, its sides and their players, each below the one before."""
    yield Entity(game["doc"], "game")
    for side, team in game["teams"].items():
        yield Entity(f"{game['doc']}/{side}", "side", {"": (team["name"],)}, of=game["doc"])
    for player in game["players"]:
        owner = f"{game['doc']}/{player['side']}"
        yield Entity(f"{owner}/{player['name']}", "player", {"": (player["name"],)}, of=owner)


def facts_of(game: dict[str, Any]) -> Iterator[Fact]:
    """The raw numbers of a box score as facts."""
    yield Fact(game["doc"], "date", PartialDate.parse(game["date"]))
    for side, team in game["teams"].items():
        line = f"{game['doc']}/{side}"
        yield Fact(line, "home", Boolean(side == "home"))
        yield Fact(line, "city", Text(team["city"]))
        yield Fact(line, "club", Text(team["name"]))
        yield from _numbers(line, team, SIDE)
    for player in game["players"]:
        line = f"{game['doc']}/{player['side']}/{player['name']}"
        yield Fact(line, "played", Boolean(player["played"]))
        yield Fact(line, "starter", Boolean(player["starter"]))
        yield from _numbers(line, player, PLAYER)


def _numbers(entity: str, record: dict[str, Any], keys: tuple[str, ...]) -> Iterator[Fact]:
    return (Fact(entity, key, Number(Decimal(record[key]))) for key in keys if record[key] is not None)


def build(games: list[dict[str, Any]]) -> tuple[FactSet, Rules]:
    """The facts of all games, and the rules."""
    declared, rules = load([], [RULES])
    entities = {entity.id: entity for game in games for entity in entities_of(game)}
    facts = tuple(fact for game in games for fact in facts_of(game))
    return FactSet(entities, declared.attributes, facts), rules


def computed(game: dict[str, Any]) -> Iterator[tuple[str, str, object]]:
    """Every computed key of a game: entity, attribute, what it should be."""
    yield from ((game["doc"], key, game[key]) for key in GAME_KEYS)
    for side, team in game["teams"].items():
        yield from ((f"{game['doc']}/{side}", key, team[key]) for key in SIDE_KEYS)
    for player in game["players"]:
        line = f"{game['doc']}/{player['side']}/{player['name']}"
        yield from ((line, key, player[key]) for key in PLAYER_KEYS if key in player)


def derived(facts: FactSet, entity: str, attribute: str) -> object:
    """What was derived, in the form of the data: lists in any order as sets of names."""
    values = [fact.value for fact in facts.of(entity, attribute)]
    if attribute == "double_figures":
        return frozenset(map(_plain, values))
    if len(values) != 1:
        return values
    plain = _plain(values[0])
    return WEEKDAYS[int(plain) - 1] if attribute == "weekday" and isinstance(plain, int) else plain


def _plain(value: Value) -> object:
    match value:
        case Number(amount):
            return int(amount)
        case Boolean(flag):
            return flag
        case Text(text):
            return text
        case EntityRef(name):
            return name.rpartition("/")[2]
        case ListOf(items):
            return frozenset(map(_plain, items))
    return value


def compare(games: list[dict[str, Any]], facts: FactSet) -> tuple[Counter[str], list[str]]:
    """How many of each key are equal, and a line for each that differs."""
    equal: Counter[str] = Counter()
    differing = []
    for game in games:
        for entity, key, expected in computed(game):
            found = derived(facts, entity, key)
            wanted = frozenset(expected) if isinstance(expected, list) else expected
            if found == wanted:
                equal[key] += 1
            else:
                differing.append(f"{entity}.{key}: given {wanted!r}, derived {found!r}")
    return equal, differing


def main() -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of box scores, one JSON file for each game")
    folder: Path = parser.parse_args().folder
    games = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    if not games:
        parser.error(f"there are no .json files in {folder}")
    facts, rules = build(games)
    started = time.process_time()
    book = Rulebook.of(facts, rules).checked()
    complete = derive(facts, rules, book)
    failed = failed_requirements(complete, rules, book)
    spent = time.process_time() - started
    equal, differing = compare(games, complete)
    for key in (*GAME_KEYS, *SIDE_KEYS, *PLAYER_KEYS):
        print(f"{key:28} {equal[key]:5} equal")
    print(*differing, sep="\n", end="\n" if differing else "")
    print(*(f"{failure.rule.severity}: {failure.message}" for failure in failed), sep="\n")
    added = len(complete.facts) - len(facts.facts)
    print(f"{len(games)} games, {len(facts.facts)} facts, {added} derived in {spent:.2f} s of CPU time")
    print(f"{sum(equal.values())} computed keys equal, {len(differing)} different")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
