"""Outputs that other tools read keep those tools' contracts."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from claims.model.report import DocumentReport, Replacement, Report, UncheckedValue
from claims.model.values import Number
from claims.model.verdict import Confidence, Severity, Verdict
from claims.reports import as_sarif, listing, render
from claims.reports.options import RenderOptions
from claims.reports.sarif_rules import NOTIFICATIONS, RULES

TESTS = Path(__file__).parents[2]
GOLDEN = TESTS / "golden"
SCHEMAS = {
    "sarif": "sarif-2.1.0-rtm.5.json",
    "gitlab": "gitlab-code-quality.json",
    "rdjson": "rdjson.json",
}


def parse(xml):
    return ET.fromstring(xml)  # noqa: S314 (our own output)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def check(form, data):
    schema = read(TESTS / "schemas" / SCHEMAS[form])
    jsonschema.validators.validator_for(schema)(schema).validate(data)


@pytest.mark.parametrize("form", SCHEMAS)
def test_golden_reports_keep_the_contract(form):
    """The reports held as golden files are valid by the schemas of those who read them."""
    for path in GOLDEN.glob(f"*.{form}.json"):
        check(form, read(path))


@pytest.mark.parametrize("form", SCHEMAS)
def test_hostile_reports_keep_the_contract(form, hostile):
    """Whatever stands in texts and facts, the report is valid and nothing in it is lost."""
    data = json.loads(render(hostile, form))
    check(form, data)
    assert "alert" in json.dumps(data)


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_hostile_reports_are_well_formed_xml(form, hostile):
    """XML stays XML: markup is escaped, and what XML does not allow is replaced."""
    root = parse(render(hostile, form))
    assert not list(root.iter("script"))
    texts = "".join(value for element in root.iter() for value in (element.text or "", *element.attrib.values()))
    assert "<script>alert('&amp;')</script>]]>" in texts
    assert "\x1b" not in texts


def test_json_lines_are_the_report(hostile):
    """Put together again, the lines are the JSON report: nothing is lost, and a document stands before its claims."""
    assert put_together(render(hostile, "jsonl")) == json.loads(render(hostile, "json"))
    golden = (GOLDEN / "everything.brief.jsonl").read_text(encoding="utf-8")
    assert put_together(golden) == read(GOLDEN / "everything.brief.json")


def put_together(text):
    first, *others = map(json.loads, text.split("\n")[:-1])
    parts = {"documents": [], "requirements": [], "inconsistencies": []}
    for line in others:
        match line.pop("type"):
            case "document":
                parts["documents"].append({**line, "claims": [], "unchecked": []})
            case "claim" | "unchecked" as kind:
                document = parts["documents"][-1]
                assert line.pop("document") == document["id"]
                document["claims" if kind == "claim" else kind].append(line)
            case "requirement":
                parts["requirements"].append(line)
            case "inconsistency":
                parts["inconsistencies"].append(line)
    assert first.pop("type") == "report"
    return {**first, **parts}


def sarif_run(report):
    return json.loads(render(report, "sarif"))["runs"][0]


def test_sarif_replaces_just_what_is_wrong(make_report_claim, make_document):
    """The region of a result and the deleted region of its fix are those words in the file, on their own lines."""
    source = "One.\nWe count 🚢 85\nmembers."
    start = source.index("85")
    claim = make_report_claim(
        quote=source,
        start=0,
        end=len(source),
        line=2,
        column=12,
        end_line=2,
        end_column=14,
        suggestion=Replacement(start, start + 2, "84"),
    )
    (result,) = sarif_run(Report((DocumentReport("a.md", "a.md", claims=(claim,), text=make_document(source)),)))[
        "results"
    ]
    region = {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 14}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "84"}}]
    assert result["fixes"][0]["description"]["text"] == "85 → 84"


def test_sarif_does_not_place_a_record_in_its_file(make_report_claim, make_document):
    """Lines of a record are counted in its text: the result is about the file, and no fix edits the wrong place."""
    claim = make_report_claim(quote="85", start=0, end=2, line=1, column=1, suggestion=Replacement(0, 2, "84"))
    document = DocumentReport("r1", "news.jsonl", claims=(claim,), text=make_document("85"))
    (result,) = sarif_run(Report((document,)))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["logicalLocations"][0]["name"] == "r1"
    assert "fixes" not in result


def test_sarif_says_what_is_cut_off(make_report_claim, monkeypatch):
    """Results beyond what GitHub takes are left out, the quietest first, and those it will not show are announced."""
    monkeypatch.setattr(as_sarif, "SHOWN_PER_RUN", 2)
    monkeypatch.setattr(as_sarif, "MOST_PER_RUN", 3)
    claims = (make_report_claim(severity=Severity.NOTE), *[make_report_claim()] * 3)
    run = sarif_run(Report((DocumentReport("a.md", "a.md", claims=claims),)))
    assert [result["level"] for result in run["results"]] == ["error"] * 3
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith(
        "4 results: GitHub shows the 2 loudest, not the other 2. 1 are left out"
    )


def test_sarif_has_a_rule_for_every_kind_of_finding():
    """Every word that a finding can have as its code is a rule, or a notification; what agrees is no finding."""
    words = {value for name, value in vars(listing).items() if name.isupper() and isinstance(value, str)}
    assert {rule.code for rule in (*RULES, *NOTIFICATIONS)} == {*words, *Verdict} - {Verdict.SUPPORTED}


def test_gitlab_fingerprints_are_unique(make_report_claim):
    """GitLab drops an entry whose fingerprint it has seen, so equal findings are told apart."""
    claims = (make_report_claim(line=1, column=1), make_report_claim(line=2, column=1))
    entries = json.loads(render(Report((DocumentReport("./a.md", "./a.md", claims=claims),)), "gitlab"))
    assert len({entry["fingerprint"] for entry in entries}) == 2
    assert {entry["location"]["path"] for entry in entries} == {"a.md"}


def test_columns_of_rdjson_are_bytes(make_report_claim, make_document):
    """The range and the suggestion cut the wrong words, and nothing else, out of the line's UTF-8."""
    source = "\ufeffé 🚢\r\nnaïve 85 membres"
    start = source.index("85")
    claim = make_report_claim(
        quote="85",
        start=start,
        end=start + 2,
        line=2,
        column=7,
        end_line=2,
        end_column=9,
        suggestion=Replacement(start, start + 2, "84"),
    )
    text = make_document(source)
    report = Report((DocumentReport("a.md", "a.md", claims=(claim,), text=text),))
    (diagnostic,) = json.loads(render(report, "rdjson"))["diagnostics"]
    place = diagnostic["location"]["range"]
    assert place == diagnostic["suggestions"][0]["range"]
    line = source.encode().split(b"\n")[place["start"]["line"] - 1]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"85"


def junit(report, **options):
    return parse(render(report, "junit", RenderOptions(**options)))


def test_junit_fails_where_the_run_fails(make_report_claim):
    """A warning passes and says what it found, unless the run fails at warnings."""
    report = Report((DocumentReport("a.md", "a.md", claims=(make_report_claim(severity=Severity.WARNING),)),))
    assert junit(report).get("failures") == "0"
    assert "warning" in junit(report).find(".//system-out").text
    assert junit(report, fail_level=Severity.WARNING).get("failures") == "1"


def test_junit_counts_are_those_of_its_cases():
    """The figures of each suite are the number of its cases by outcome, and names are unique in a suite."""
    for path in GOLDEN.glob("*.junit.xml"):
        root = parse(path.read_text(encoding="utf-8"))
        for suite in root.iter("testsuite"):
            cases = suite.findall("testcase")
            assert int(suite.get("tests")) == len(cases)
            assert len({case.get("name") for case in cases}) == len(cases)
            for figure, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                assert int(suite.get(figure)) == len(suite.findall(f"testcase/{outcome}"))
        for figure in ("tests", "failures", "errors", "skipped"):
            assert int(root.get(figure)) == sum(int(suite.get(figure)) for suite in root)


def test_junit_skips_what_was_not_checked(make_report_claim):
    """A value that nothing decided is a skipped case with its reason: a green run shows what it did not check."""
    value = UncheckedValue(0, 2, 1, 1, "number", Number(Decimal(12)), "12", "no_entity")
    silent = make_report_claim(Verdict.UNVERIFIABLE, Severity.NONE, quote="85")
    root = junit(Report((DocumentReport("a.md", "a.md", claims=(silent,), unchecked=(value,)),)))
    assert [skipped.get("message") for skipped in root.iter("skipped")] == [
        "unverifiable: so",
        "not checked: no entity",
    ]


def test_claim_reviews_have_what_search_engines_ask_for():
    """Each review names the claim, a rating within its scale and the rating's word, and where the claim was made."""
    data = read(GOLDEN / "everything.brief.claimreview.json")
    assert data["@context"] == "https://schema.org"
    assert data["@graph"]
    for review in data["@graph"]:
        rating = review["reviewRating"]
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["alternateName"]
        assert review["itemReviewed"]["appearance"]["name"]


def test_claim_reviews_leave_out_what_is_not_sure(make_report_claim, hostile):
    """No review rests on a guess or on missing facts, and none can end the script element it stands in."""
    claims = (
        make_report_claim(confidence=Confidence.LOW),
        make_report_claim(Verdict.UNVERIFIABLE, Severity.NONE),
        make_report_claim(caused_by="a.md#1"),
    )
    assert json.loads(render(Report((DocumentReport("a.md", claims=claims),)), "claimreview"))["@graph"] == []
    assert "<" not in render(hostile, "claimreview")


def test_checkstyle_and_others_report_what_has_no_place(make_report_claim):
    """A finding without a line is reported on its file, at a line that the reader of the format takes for the file."""
    report = Report((DocumentReport("a.csv#1", "a.csv", claims=(make_report_claim(),)),))
    assert parse(render(report, "checkstyle")).find("file/error").get("line") == "0"
    assert json.loads(render(report, "gitlab"))[0]["location"] == {"path": "a.csv", "lines": {"begin": 1}}
    assert json.loads(render(report, "rdjson"))["diagnostics"][0]["location"] == {"path": "a.csv"}


@pytest.mark.parametrize("form", ["junit", "claimreview"])
def test_quotes_for_people_have_no_markup(form, report_on):
    """A claim is quoted as it reads, over emphasis, character references and line ends."""
    source = "The **club** has\n84&nbsp;members."
    document = report_on(source, _84=Verdict.CONTRADICTED)
    claim = replace(document.claims[0], quote=source[6:-1], start=6, end=len(source) - 1)
    assert "club has 84 members" in render(Report((replace(document, claims=(claim,)),)), form).replace("\xa0", " ")
