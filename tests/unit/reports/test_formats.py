"""Laws of the output formats; what they look like is held by the golden files."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from claims.errors import UsageError
from claims.model.report import (
    Because,
    ClaimPlace,
    DocumentReport,
    Evidence,
    Inconsistency,
    Replacement,
    Report,
    RequirementFailure,
)
from claims.model.values import Between, Boolean, ListOf, Not, Nothing, Number, Range, Text, Unknown
from claims.model.verdict import Severity
from claims.reports import FORMATS, render
from claims.reports.as_github import escape_data, escape_property
from claims.reports.as_markdown import code, prose
from claims.reports.options import RenderOptions

SCHEMA = Path(__file__).parents[3] / "schemas" / "report.schema.json"
VALUES = [
    Number(Decimal("3.5")),
    Between(Decimal(1), Decimal(2)),
    Range(None, Decimal(2)),
    ListOf((Text("a"), Not(Text("b")))),
    Boolean(True),
    Unknown(),
    Nothing(),
]


@pytest.fixture
def validator():
    """The report's schema, itself valid."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_json_keeps_its_contract(validator, make_report_claim):
    """A report with everything in it is valid by the published schema."""
    fact = Evidence("acme", "members", Number(Decimal(84)), "Acme has 84.", source="s", where=(("a", "b"),))
    tree = (Because("a", (Because("b"),)),)
    claims = tuple(
        make_report_claim(value=value, evidence=(fact,), because=tree, suggestion=Replacement(None, None, "84"))
        for value in VALUES
    )
    report = Report(
        (DocumentReport("a.md", claims=claims),),
        (RequirementFailure("quorum", Severity.ERROR, "no", (fact,), tree),),
        (Inconsistency((ClaimPlace("a.md", "1"), ClaimPlace("a.md", "2")), "no"),),
    )
    validator.validate(json.loads(render(report, "json")))


def test_schema_refuses_what_is_not_in_the_contract(validator):
    """The schema is closed: a report with a key too many or too few is invalid."""
    report = json.loads(render(Report(), "json"))
    assert validator.is_valid(report)
    assert not validator.is_valid(report | {"more": 1})
    assert not validator.is_valid({key: value for key, value in report.items() if key != "summary"})


@pytest.mark.parametrize("name", ["everything.brief.json", "nothing.brief.json"])
def test_golden_reports_keep_the_contract(validator, name):
    """The JSON reports held as golden files are valid by the schema."""
    golden = Path(__file__).parents[2] / "golden" / name
    validator.validate(json.loads(golden.read_text(encoding="utf-8")))


def test_annotations_stay_on_one_line(make_report_claim):
    """Nothing in a text can end a workflow command or begin another."""
    evil = "a\n::error::b%0Ac,d:e"
    claim = make_report_claim(quote=evil, suggestion=Replacement(0, 1, evil))
    text = render(Report((DocumentReport(evil, evil, claims=(claim,)),)), "github")
    assert [line for line in text.splitlines() if line.startswith("::")] == [text.splitlines()[0]]
    assert escape_data("50%\r\n") == "50%25%0D%0A"
    assert escape_property("a:b,c%") == "a%3Ab%2Cc%25"


def test_annotations_beyond_the_cap_are_announced(make_report_claim):
    """GitHub drops annotations beyond ten a kind in silence; the log says how many, loudest first."""
    claims = [make_report_claim(severity=Severity.WARNING)] * 3 + [make_report_claim()] * 12
    lines = render(Report((DocumentReport("a.md", claims=tuple(claims)),)), "github").splitlines()
    assert [line.split()[0] for line in lines[:15]] == ["::error"] * 12 + ["::warning"] * 3
    assert "2 more" in lines[15]
    assert "10 errors" in lines[15]


@pytest.mark.parametrize("text", ["a|b", "`a`", "``", "", "a\nb", "<b>@you</b>"])
def test_code_span_holds_any_text(text):
    """Quoted text becomes one code span that ends where it should and breaks no table."""
    span = code(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    assert span.endswith(fence)
    assert fence not in span[len(fence) : -len(fence)]
    assert "|" not in span
    assert "\n" not in span


def test_prose_in_markdown_is_prose():
    """Names and messages cannot make markup or call people."""
    assert prose("a_b <i>*@you*|") == "a\\_b \\<i\\>\\*\\@you\\*\\|"


def test_formats_are_named_once():
    """No two formats share a name, and an unknown one is refused with the known."""
    names = [output.name for output in FORMATS]
    assert len(set(names)) == len(names)
    with pytest.raises(UsageError, match="text, json"):
        render(Report(), "yaml")


@pytest.mark.parametrize("name", [output.name for output in FORMATS])
def test_every_format_survives_odd_reports(name, make_report_claim):
    """Every format writes a report of no, of broken and of bare claims, and ends with a line end."""
    odd = make_report_claim(line=1, column=900, end_line=3, end_column=1, excerpt="x", quote="\x1b[31m\ud800")
    for report in (Report(), Report((DocumentReport("a", claims=(odd, make_report_claim())),))):
        for options in (RenderOptions(), RenderOptions(color=True, width=1, verbosity=2, explain=True)):
            text = render(report, name, options)
            assert text.endswith("\n")
            assert "\x1b[31m" not in text
