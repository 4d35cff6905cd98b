"""The basketball rules of `benchmarks/`, on a small game of our own."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from claims.reasoning import derive, failed_requirements

SCRIPT = runpy.run_path(str(Path(__file__).parents[3] / "benchmarks" / "basketball" / "derive.py"))


def _player(name, side, points, rebounds, *, starter=True, played=True):
    numbers = dict.fromkeys(SCRIPT["PLAYER"], 0 if played else None)
    if played:
        numbers |= {"points": points, "rebounds": rebounds, "free_throws_made": points}
    return {"name": name, "side": side, "starter": starter, "played": played, **numbers}


def _side(name, quarters, points):
    numbers = dict.fromkeys(SCRIPT["SIDE"], 0) | dict(zip(SCRIPT["_QUARTERS"], quarters, strict=True))
    numbers |= {"points": points, "wins": 3, "losses": 1, "rebounds": 20, "field_goals_attempted": 1}
    return {"name": name, "city": "Northbank", **numbers}


@pytest.fixture(scope="module")
def facts():
    """A game that Otters won in overtime, with what follows from it."""
    game = {
        "doc": "G1",
        "date": "2023-10-08",
        "teams": {"home": _side("Otters", (5, 4, 6, 5), 24), "visitor": _side("Herons", (6, 4, 5, 5), 21)},
        "players": [
            _player("Ann", "home", 12, 10),
            _player("Bea", "home", 12, 10, starter=False),
            _player("Cleo", "home", 0, 0, starter=False, played=False),
            _player("Dora", "visitor", 21, 20),
        ],
    }
    stated, rules = SCRIPT["build"]([game])
    complete = derive(stated, rules)
    assert not failed_requirements(complete, rules)
    return complete


@pytest.mark.parametrize(
    ("entity", "attribute", "value"),
    [
        ("G1", "weekday", "Sunday"),
        ("G1", "winner", "Otters"),
        ("G1", "winner_side", "home"),
        ("G1", "margin", 3),
        ("G1", "overtime", True),
        ("G1", "half_1_margin_home", -1),
        ("G1/home", "record", "3-1"),
        ("G1/home", "points_overtime", 4),
        ("G1/home", "bench_points", 12),
        ("G1/home", "leaders_points", {"Ann", "Bea"}),
        ("G1/home", "starters_in_double_figures", {"Ann"}),
        ("G1/visitor", "points_after_quarter_3", 15),
        ("G1/visitor/Dora", "double_double", True),
        ("G1/visitor/Dora", "double_figures", {"points", "rebounds"}),
        ("G1/visitor/Dora", "triple_double", False),
    ],
)
def test_a_box_score_implies_what_people_say_of_it(facts, entity, attribute, value):
    """Margins, halves, leaders and double figures follow from the raw numbers; who sat out counts for nothing."""
    assert SCRIPT["derived"](facts, entity, attribute) == value
