"""The rule guide says what is so: every snippet loads, and what it says follows does follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.loading import load
from claims.reasoning import check_rules, derive, failed_requirements

from .conftest import shown_fact

GUIDE = (Path(__file__).parents[3] / "docs" / "rule-guide.md").read_text(encoding="utf-8")
FACTS, *RULES = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
SHOWN = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """The facts and rules of the guide, all files together, with how many derivations each file holds."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    files = [folder / f"rules{number:02}.yaml" for number in range(len(RULES))]
    for file, text in zip(files, RULES, strict=True):
        file.write_text(text, encoding="utf-8")
    return load((folder / "facts.yaml",), files)


def test_the_guide_has_no_mistakes(guide):
    """Everything it shows loads and is checked."""
    facts, rules = guide
    assert check_rules(rules, facts) == ()
    assert len(RULES) == len(SHOWN) == 10


@pytest.mark.parametrize("step", range(len(RULES)))
def test_what_the_guide_says_follows(guide, step):
    """After each step, what it derives or finds to fail is what it shows."""
    facts, rules = guide
    known = derive(facts, rules)
    ids = set(re.findall(r"- id: (\S+)", RULES[step]))
    order = [rule.id for rule in rules.derivations]
    derived = [fact for fact in known.facts if fact.derivation and fact.derivation.rule in ids]
    derived.sort(key=lambda fact: order.index(fact.derivation.rule))
    failed = [failure for failure in failed_requirements(known, rules) if failure.rule.id in ids]
    found = [shown_fact(fact) for fact in derived] + [f"failed: {failure.message}" for failure in failed]
    assert found == SHOWN[step].splitlines()
