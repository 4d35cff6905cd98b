"""Texts as data: the verdict on every claim that a text makes, and no other."""

from pathlib import Path

import pytest
import yaml

from claims import Checker

CASES = Path(__file__).parents[1] / "cases" / "texts"


def rows():
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in data["cases"]:
            yield pytest.param(data["facts"], case, id=f"{path.stem}: {case['text'][:60]} ({case.get('date')})")


@pytest.fixture(scope="session")
def checker_of(tmp_path_factory):
    made = {}

    def make(facts):
        if facts not in made:
            path = tmp_path_factory.mktemp("facts") / "facts.yaml"
            path.write_text(facts, encoding="utf-8")
            made[facts] = Checker.load([path])
        return made[facts]

    return make


@pytest.mark.parametrize(("facts", "case"), list(rows()))
def test_a_text_gets_the_verdicts_it_deserves(facts, case, checker_of):
    """Each claim is found and judged at its time; nothing else is claimed."""
    date = str(case["date"]) if "date" in case else None
    report = checker_of(facts).check(case["text"], language=case.get("language", "en"), date=date)
    found = {f"{claim.entity}.{claim.attribute}": str(claim.verdict) for claim in report.claims}
    assert found == case["verdicts"]
