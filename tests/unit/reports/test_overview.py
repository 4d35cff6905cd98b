"""The overview of a corpus: what is shown of too much, plots, words, and nothing that breaks out."""

import json
import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claims.corpus.rows import rows_of
from claims.corpus.tally import Tally, summarise
from claims.files.shipped import page_asset, schemas_folder
from claims.model.row import Row
from claims.model.summary import MonthSummary, VerdictCounts
from claims.model.verdict import Reason, Severity, Verdict
from claims.reports.overview import as_overview_html, as_summary_json, as_summary_markdown
from claims.reports.overview.charts import columns_of, history, per_cent
from claims.reports.overview.findings_list import A_PAGE, FIELDS
from claims.reports.overview.sampling import sample
from claims.reports.overview.words import ALL, summary_words

GOLDEN = Path(__file__).parents[2] / "golden"
VOID = {"meta", "input"}


@pytest.fixture
def make_row():
    """A finding on a fact."""
    blank = dict.fromkeys(field.name for field in fields(Row))

    def make(fact="acme.members", severity=Severity.ERROR, document="a.md", **more):
        empty = {"known": (), "evidence": (), "message": "so", "verdict": Verdict.CONTRADICTED}
        return Row(**{**blank, **empty, "fact": fact, "severity": severity, "document": document, **more})

    return make


@pytest.fixture
def hostile_summary(hostile, facts):
    """A summary of what strangers wrote."""
    tally = Tally()
    for report in hostile.documents:
        tally.add(report)
    return summarise([tally.packed()], facts, requirements=hostile.requirements, as_of="2024")


@pytest.fixture
def hostile_rows(hostile):
    """Its findings."""
    return [row for report in hostile.documents for row in rows_of(report)]


def test_every_fact_is_in_a_sample(make_row):
    """Of many findings the most serious are shown, and the first of each fact before the second of any."""
    loud = [make_row("often", document=f"{n}") for n in range(50)]
    rows = [*loud, make_row("rare"), make_row("quiet", Severity.WARNING), make_row("silent", Severity.NONE)]
    found = sample(iter(rows), 3)
    assert found.total == 52
    assert [(row.fact, row.document) for row in found.rows] == [("often", "0"), ("often", "1"), ("rare", "a.md")]


def test_a_sample_is_in_the_order_of_the_corpus(make_row):
    """What is shown stands by severity, and each in the order it was said; consequences are no findings."""
    rows = [
        make_row("a", Severity.NOTE, document="1"),
        make_row("b", Severity.ERROR, document="2"),
        make_row("a", Severity.ERROR, document="3"),
        make_row("a", document="4", caused_by="#1"),
    ]
    assert [row.document for row in sample(rows).rows] == ["2", "3", "1"]


def test_months_without_a_document_have_a_column():
    """A plot has each month from the first to the last; dates that are less exact have none."""
    counts = VerdictCounts(contradicted=2)
    months = [MonthSummary(month, 1, counts) for month in ("2023-11", "2024-02", "2024", "2024-Q1", None)]
    columns = columns_of(months)
    assert [(it.label, it.wrong) for it in columns] == [("2023-11", 2), ("2023-12", 0), ("2024-01", 0), ("2024-02", 2)]


def test_long_histories_are_plotted_by_year():
    """More than five years of months are drawn as years, and of more than sixty years the last."""
    counts = VerdictCounts(outdated=1)
    months = [MonthSummary(f"{year}-0{month}", 1, counts) for year in ("0001", "2010", "2024") for month in (1, 2)]
    columns = columns_of(months)
    assert (columns[0].label, columns[-1].label, len(columns), columns[-1].wrong) == ("1965", "2024", 60, 2)


@pytest.mark.parametrize("months", [[], [MonthSummary("2024-10", 1, VerdictCounts(supported=3))]])
def test_a_plot_of_nothing_is_drawn(months):
    """Where nothing is wrong the axes stand alone."""
    assert "<rect" not in history(columns_of(months), "title", "description")


def test_lengths_are_exact():
    """A length is cut to the hundredth of a per cent, and never rounded up beyond the whole."""
    assert [per_cent(1, 3), per_cent(2, 3), per_cent(3, 3), per_cent(0, 3)] == ["33.33%", "66.66%", "100.00%", "0.00%"]


def test_the_summary_fits_its_schema():
    """What is written is what the schema says."""
    schema = json.loads((schemas_folder() / "summary.schema.json").read_text("utf-8"))
    data = json.loads((GOLDEN / "corpus.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(data))
    assert list(Draft202012Validator(schema).iter_errors({**data, "more": 1}))


def test_the_script_knows_the_fields():
    """The page's script reads the rows by the fields that they are written in, as many a page as there are without."""
    script = page_asset("overview.js", "overview")
    ((listed, a_page),) = re.findall(r"const FIELDS = (\[[^\]]*\]);\s+const A_PAGE = (\d+);", script)
    assert tuple(json.loads(listed)) == FIELDS
    assert int(a_page) == A_PAGE


class _Tags(HTMLParser):
    """Checks that what is opened is closed, and collects the elements."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_nothing_breaks_out_of_the_page(hostile_summary, hostile_rows):
    """Whatever strangers wrote, the elements are ours: two scripts, no handler, no style, no address but anchors."""
    page = _Tags()
    page.feed(as_overview_html(hostile_summary, hostile_rows))
    assert page.open == []
    assert [attrs.get("type") for tag, attrs in page.seen if tag == "script"] == ["application/json", None]
    names = {name for _, attrs in page.seen for name in attrs}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src")]
    assert all(attrs["href"].startswith("#") for _, attrs in page.seen if "href" in attrs)
    ids = [attrs["id"] for _, attrs in page.seen if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_nothing_breaks_out_of_the_markdown(hostile_summary):
    """Whatever strangers wrote is on one line, in a code span or escaped; rows of a table keep their cells."""
    text = as_summary_markdown(hostile_summary)
    assert "<script>" not in re.sub(r"`+[^`\n]*`+", "", text).replace("\\<script\\>", "")
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_a_hostile_summary_is_json(hostile_summary):
    """The summary can be read back, whatever is in it."""
    assert json.loads(as_summary_json(hostile_summary))["totals"]["documents"] == 2


def test_words_are_there_in_every_language():
    """The tables have the same keys, the same slots, and no empty word; every reason has words."""
    english, *others = ALL
    assert set(english.reasons) == set(Reason)
    for other in others:
        for field in fields(english):
            first, second = getattr(english, field.name), getattr(other, field.name)
            if isinstance(first, str) and field.name not in ("language", "thousands"):
                assert second
                assert _slots(first) == _slots(second), field.name
            elif hasattr(first, "keys"):
                assert first.keys() == second.keys()
                assert [_slots(text) for text in first.values()] == [_slots(text) for text in second.values()]


def _slots(template):
    return {part.partition("}")[0] for part in template.split("{")[1:]}


def test_numbers_are_grouped():
    """Digits stand in groups of three, as each language has them, and agree with their noun."""
    english, french = summary_words("en-GB"), summary_words("fr")
    assert english.count(english.documents, 1_240) == "1,240 documents"
    assert french.count(french.claims, 0) == "0 affirmation"
    assert french.number(200_000) == "200\u202f000"
    assert summary_words("de") is english


def test_a_cut_list_says_so(hostile_summary):
    """Where counts are not exact, or entries are left out, the page and the Markdown say it."""
    cut = replace(hostile_summary.facts, total=7, missed=3)
    summary = replace(hostile_summary, facts=cut)
    for text in (as_summary_markdown(summary), as_overview_html(summary, ())):
        assert "1 of 7 are listed" in text
        assert "too low by up to 3" in text
