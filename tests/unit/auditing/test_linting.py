"""Linting facts: each kind of check, in both directions, and how findings are shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from claims.auditing.checks import CHECKS, MISTAKE
from claims.auditing.finding import Audit, AuditFinding
from claims.auditing.linting import audit
from claims.auditing.showing import audit_json, audit_text
from claims.model.dates import PartialDate
from claims.model.place import Place
from claims.model.verdict import Severity

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "lint.yaml").read_text("utf-8"))
IDS = {name for check in CHECKS for name in check.ids} | {MISTAKE}


def _audit(case, folder):
    (folder / "facts.yaml").write_text(case["facts"], encoding="utf-8")
    (folder / "rules.yaml").write_text(case.get("rules", "format: claims-rules/1\n"), encoding="utf-8")
    as_of = PartialDate.parse(str(case["as_of"])) if "as_of" in case else None
    return audit([folder / "facts.yaml"], [folder / "rules.yaml"], as_of=as_of)


def _told(found):
    return [f"{finding.place.line} {finding.check}" for finding in found.findings]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_facts_are_found_wanting_where_they_are(case, tmp_path):
    """Each case gives its findings and no others, each with advice."""
    found = _audit(case, tmp_path)
    told = _told(found)
    if not any("no-source" in line for line in case["finds"]):
        told = [line for line in told if "no-source" not in line]
    assert told == case["finds"]
    assert all(finding.advice or finding.check == MISTAKE for finding in found.findings)


def test_every_check_has_a_case():
    """No check goes without a case that it is found in, and no case names a check that is none."""
    assert {line.split()[1] for case in CASES for line in case["finds"]} == IDS


def test_ids_are_unique():
    """Two checks never find under one name."""
    assert len([name for check in CHECKS for name in check.ids]) == len(IDS) - 1


def test_the_work_grows_with_the_facts(tmp_path):
    """A thousand values that all clash are a thousand findings at most, not half a million."""
    values = "\n".join(f"        - {{value: {n}, as_of: 2024}}" for n in range(1000))
    (tmp_path / "facts.yaml").write_text(
        f"format: claims-facts/1\nentities:\n  acme:\n    facts:\n      members:\n{values}\n"
    )
    assert len([f for f in audit([tmp_path], []).findings if f.check == "conflict"]) == 999


FINDING = AuditFinding("gap", Severity.NOTE, "nothing is known", "add it", Place("a.yaml", 3, 5), (Place("a.yaml", 2),))


def test_text_says_what_is_so_and_what_to_do():
    """A finding is its place, severity, message, check and advice; the last line counts."""
    assert audit_text(Audit((FINDING,), 1, 2)) == (
        "a.yaml:3:5: note: nothing is known [gap]\n   Add it.\n1 entity, 2 facts: 1 note\n"
    )
    assert audit_text(Audit((), 1, 2)) == "1 entity, 2 facts: nothing to mend\n"


def test_json_holds_the_same():
    """The JSON form has every field of a finding, and nulls for a place that is not known."""
    data = json.loads(audit_json(Audit((FINDING, replace(FINDING, place=None)), 1, 2)))
    assert data["format"] == "claims-lint/1"
    assert data["summary"] == {"entities": 1, "facts": 2, "error": 0, "warning": 0, "note": 2}
    assert data["findings"][0] == {
        "check": "gap",
        "severity": "note",
        "message": "nothing is known",
        "advice": "add it",
        "rule": None,
        "entity": None,
        "attribute": None,
        "path": "a.yaml",
        "line": 3,
        "column": 5,
        "related": [{"path": "a.yaml", "line": 2, "column": 1}],
    }
    assert data["findings"][1]["line"] is None


@pytest.mark.parametrize(("level", "fails"), [("error", False), ("warning", False), ("note", True)])
def test_a_level_decides_what_fails(level, fails):
    """A finding fails at its own level and the lower ones."""
    assert Audit((FINDING,)).fails(Severity(level)) is fails
