"""Tables, definition lists and lines with a colon: every case of tests/cases/labelled.yaml, and what it costs."""

from pathlib import Path

import pytest
import yaml

from claims.checker import Checker
from claims.documents import read
from claims.editing.fixes import fix
from tests.fuzz.contract import packed

CASES = yaml.safe_load((Path(__file__).parents[3] / "cases" / "labelled.yaml").read_text(encoding="utf-8"))
FACTS = """
format: claims-facts/1
entities:
  ferry:
    type: organization
    names: Northbank Ferries
    facts: {founded: 1898, employees: 140, members: 12, headquarters: Lyon, revenue: 3.5 million EUR}
  rowers:
    type: organization
    names: Riverside Rowing Club
    facts: {founded: 1921, employees: 9, members: 62, headquarters: Nice}
  acme:
    type: organization
    names: Acme
    facts:
      founded: 2014-09
      employees: 1200
      headquarters: Paris
      members:
        - {value: 79, from: 2018}
        - {value: 84, from: 2024}
  mali: {type: country, names: Mali, facts: {population: 23.3 million, capital: Bamako, area: 1240192 km2}}
  niger: {type: country, names: Niger, facts: {population: 26.2 million, capital: Niamey, area: 1267000 km2}}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    """A checker for three organisations and two countries."""
    file = tmp_path_factory.mktemp("facts") / "facts.yaml"
    file.write_text(FACTS)
    return Checker.load([file])


def _document(case):
    suffix = case.get("format", "md")
    data = packed(case["source"].encode()) if suffix == "docx" else case["source"]
    return read(
        data,
        path=f"a.{suffix}",
        language=case.get("language", "en"),
        about=(case["subject"],) if "subject" in case else (),
        fields=("*",) if suffix == "csv" else (),
    )


def _shown(document, claim):
    line, column = document.line_column(claim.value_start)
    sure = "" if claim.confidence == "high" else f" ({claim.confidence})"
    said = document.source[claim.value_start : claim.value_end]
    fix = f" → {claim.suggestion.text}" if claim.suggestion else ""
    return f"{line}:{column} {claim.entity}.{claim.attribute} {claim.verdict}{sure}: {said}{fix}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_what_stands_under_labels(checker, case):
    """Just the claims of the case are found, each once, with its place and what to write instead."""
    document = _document(case)
    claims = checker.check_documents([document]).claims
    assert [_shown(document, claim) for claim in claims] == case["found"]


def test_a_value_is_a_claim_or_unchecked_and_never_both(checker):
    """What a label gives a meaning is not counted as unchecked beside it."""
    for case in CASES:
        (report,) = checker.check_documents([_document(case)]).documents
        claimed = {(claim.value_start, claim.value_end) for claim in report.claims}
        assert not claimed & {(value.start, value.end) for value in report.unchecked}


@pytest.mark.parametrize("case", [case for case in CASES if case.get("format") != "docx"], ids=lambda it: it["about"])
def test_what_is_mended_stays_mended(checker, case):
    """Fixed in its source, a table or a line has nothing left that could be fixed, units of headers included."""

    def look(source):
        document = _document({**case, "source": source})
        return document, checker.check_documents([document]).documents[0]

    fixed = fix(*look(case["source"]), look)
    _, again = look(fixed.document.source)
    assert not [claim for claim in again.claims if claim.severity == "error" and claim.confidence == "high"]


@pytest.mark.parametrize(
    "row", ["| Acme | 85 |\n", "| Members | 2018 |\n", "| 2018 | Acme |\n", "| x | Acme (85 |\n"], ids=str.strip
)
def test_reading_a_table_grows_with_it(checker, work, row):
    """A table of twice as many rows takes twice the work, whatever stands in it."""

    def table(size):
        return read("| Organisation | Members |\n|---|---|\n" + row * size, path="a.md", language="en")

    work.at_most_doubles(table, checker.reader.read, 60)


@pytest.mark.parametrize("line", ["Founded: ", "a: b: ", "Members (", ": 84 "])
def test_reading_lines_grows_with_them(checker, work, line):
    """So does a text of labels without values, in one line or in many."""
    for end in ("", "\n", "\n\n"):
        work.at_most_doubles(
            lambda size, end=end: read((line + end) * size, path="a.md", language="en", about=("acme",)),
            checker.reader.read,
            60,
        )
