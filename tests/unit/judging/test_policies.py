"""Judging policies: the table of the rules page, and which texts and claims a policy is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.checker import Checker
from claims.judging.policies import policies_for, strictness_for
from claims.model.rule import Hedges, JudgingPolicy, Rounding, Tolerance
from claims.model.verdict import Severity

PAGE = Path(__file__).parents[3] / "docs" / "rules-file.md"
ROW = re.compile(r"^\| (?:`(.*)`)? ?\| (\d+) \| ([^|]+) \| (\w+) \|$", re.MULTILINE)
FACTS = """\
format: claims-facts/1
entities:
  club:
    names: Northbank Rowing Club
    facts: {{members: {known}}}
"""
RULES = """\
format: claims-rules/1
attributes: {members: {type: count}}
"""


@pytest.mark.parametrize("row", ROW.findall(PAGE.read_text("utf-8")), ids=" | ".join)
def test_the_table_of_the_rules_page_is_true(row, tmp_path):
    """Each row is what a reader gets: the policy copied into a rules file, and a text that says so."""
    policy, known, said, verdict = row
    facts, rules = tmp_path / "facts.yaml", tmp_path / "rules.yaml"
    facts.write_text(FACTS.format(known=known), "utf-8")
    judge = f'judge:\n  - select: "*.members"\n    {policy}\n' if policy else ""
    rules.write_text(RULES + judge, "utf-8")
    report = Checker.load([facts], ["core/1", rules]).check(f"The Northbank Rowing Club has {said} members.")
    assert [claim.verdict for claim in report.claims] == [verdict]


def test_the_table_shows_defaults_and_every_field_that_changes_verdicts():
    """A policy field without an example would be a field nobody understands."""
    policies = [row[0] for row in ROW.findall(PAGE.read_text("utf-8"))]
    assert policies.count("") >= 8
    assert {policy.partition(":")[0] for policy in policies} == {"", "tolerance", "rounding", "hedges"}


@pytest.mark.parametrize(
    ("path", "language", "chosen"),
    [
        ("press/2024/note.md", "en", ["all", "press"]),
        ("site/press/note.md", "en", ["all", "press"]),
        ("press/note.fr.md", "fr", ["all", "press", "french", "both"]),
        ("docs/note.fr.md", "fr", ["all", "french"]),
        ("docs/press.md", "en", ["all"]),
        (None, "fr", ["all", "french"]),
        (None, None, ["all"]),
    ],
)
def test_a_policy_speaks_of_the_texts_it_names(path, language, chosen):
    """By path, wherever the folder lies, by language, or by both."""
    policies = [
        JudgingPolicy("all"),
        JudgingPolicy("press", paths=("press/**",)),
        JudgingPolicy("french", languages=("fr", "de")),
        JudgingPolicy("both", paths=("press/*.md",), languages=("fr",)),
    ]
    assert [policy.select for policy in policies_for(policies, path, language)] == chosen


def test_the_last_policy_that_gives_a_thing_counts_for_it():
    """Policies add up field by field, and a severity or a verdict decides nothing about the value."""
    policies = [
        JudgingPolicy("*.*", Tolerance(5), rounding=Rounding.DOWN, hedges=Hedges(about=Tolerance(1))),
        JudgingPolicy("acme.price, acme.members", Tolerance(2), hedges=Hedges(nearly=Tolerance(3))),
        JudgingPolicy("acme.members", severity=Severity.NOTE),
        JudgingPolicy("acme.members:outdated", Tolerance(9)),
        JudgingPolicy("outdated", Tolerance(9)),
        JudgingPolicy("other.members", Tolerance(9)),
    ]
    found = strictness_for(policies, "acme", "members")
    assert found.tolerance == Tolerance(2)
    assert found.rounding is Rounding.DOWN
    assert found.hedges == Hedges(about=Tolerance(1), nearly=Tolerance(3))
    assert strictness_for(policies, "acme", "price").tolerance == Tolerance(2)
    assert strictness_for(policies, "x", "y").tolerance == Tolerance(5)


def test_a_text_is_judged_by_the_policies_for_it(tmp_path):
    """The same sentence is right in one folder and wrong, more quietly, in another."""
    facts, rules = tmp_path / "facts.yaml", tmp_path / "rules.yaml"
    facts.write_text(FACTS.format(known=84), "utf-8")
    rules.write_text(
        RULES
        + 'judge:\n  - {select: "*.members", path: "drafts/**", tolerance: 1}\n'
        + '  - {select: "*.members", path: "blog/**", language: en, severity: note}\n',
        "utf-8",
    )
    checker = Checker.load([facts], ["core/1", rules])
    found = {
        path: checker.check("The Northbank Rowing Club has 85 members.", path=path, language="en").claims[0]
        for path in ("drafts/a.md", "blog/a.md", "a.md")
    }
    assert {path: str(claim.verdict) for path, claim in found.items()} == {
        "drafts/a.md": "supported",
        "blog/a.md": "contradicted",
        "a.md": "contradicted",
    }
    assert (found["blog/a.md"].severity, found["a.md"].severity) == (Severity.NOTE, Severity.ERROR)
