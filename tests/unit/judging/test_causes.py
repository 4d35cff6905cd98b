"""Claims that fail only because others do: ``tests/cases/causes.yaml``, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claims.checker import Checker
from claims.judging import judge_all
from claims.loading import read_claim
from claims.model.dates import PartialDate

ROWS = yaml.safe_load((Path(__file__).parents[2] / "cases" / "causes.yaml").read_text("utf-8"))
FACTS = """\
format: claims-facts/1
entities:
  club:
    type: club
    names: Club
    facts: {a: 10, b: 20, founded: 1947-03-01}
"""
RULES = """\
format: claims-rules/1
attributes:
  founded: {type: date}
  share: {type: percent}
  bigger: {type: name, cardinality: one}
derive:
  - {id: total, for: {c: club}, set: c.total, to: c.a + c.b}
  - {id: double, for: {c: club}, set: c.double, to: c.total * 2}
  - {id: share, for: {c: club}, set: c.share, to: "round(percent(c.a, c.total))"}
  - {id: anniversary, for: {c: club}, set: c.anniversary, to: 2017 - year(c.founded)}
  - {id: age, for: {c: club}, set: c.age, to: "years_between(c.founded, at)"}
  - {id: bigger, for: {c: club}, set: c.bigger, to: 'if c.a > c.b then "a" else "b"'}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    """A checker for a club with a few derived facts."""
    folder = tmp_path_factory.mktemp("club")
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    (folder / "rules.yaml").write_text(RULES, "utf-8")
    return Checker.load([folder / "facts.yaml"], [folder / "rules.yaml"])


def claim(text, facts):
    name, value = text.split(" = ")
    operator = "about" if name.startswith("about ") else "eq"
    record = {"entity": "club", "attribute": name.removeprefix("about "), "value": value, "operator": operator}
    return read_claim(record, facts)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: ", ".join(row["said"]))
def test_what_follows_from_a_wrong_claim_is_caused_by_it(checker, row):
    """A claim that would be right if another were is no mistake of its own."""
    said = [claim(text, checker.facts) for text in row["said"]]
    at = PartialDate.parse("2024-01-10").period
    facts = checker._facts_for(said, at)
    found = judge_all(said, facts, at=at, background=checker.background)
    assert [0 if one.caused_by is None else one.caused_by + 1 for one in found] == row["because"]


def test_without_rules_nothing_causes_anything(checker):
    """Where nobody can say what would follow, every wrong claim stands for itself."""
    said = [claim(text, checker.facts) for text in ("a = 15", "total = 35")]
    assert [one.caused_by for one in judge_all(said, checker.facts, at=None)] == [None, None]
