"""The page: what is counted as what, where marks stand, and what it says without a browser."""

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from claims.documents import read
from claims.errors import Problem
from claims.model.report import DocumentReport, Replacement, Report, RequirementFailure, UncheckedValue
from claims.model.span import Span
from claims.model.values import Number
from claims.model.verdict import Confidence, Severity, Verdict
from claims.reports import render
from claims.reports.html import page
from claims.reports.html.glosses import Gloss
from claims.reports.html.placing import place
from claims.reports.html.prose import rows
from claims.reports.page_words import Task, page_words, task_of

MARKDOWN = """# Of *Acme*

It has **84** members,
`since` 2014&nbsp;or so.

| year | members |
|---|---|
| 2014 | 85 |
"""


class Page(HTMLParser):
    """What a page holds: its tags with their attributes, and the text between them."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.words = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] not in ("style", "script"):
            self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self):
        return " ".join("".join(self.words).split())


def placed(source, *glosses):
    """The document, and where glosses stand in it."""
    document = read(source, path="a.md")
    return document, place(DocumentReport(document.id, text=document), glosses)


def gloss_at(start, end, **more):
    return Gloss(f"n{start}", "contradicted", Task.CORRECT, Span(start, end), **more)


@pytest.mark.parametrize("words", ["84", "members", "2014&nbsp;or", "85"])
def test_marks_stand_on_their_words(words):
    """A span of the source is found in the prose, over emphasis, character references and cells of tables."""
    start = MARKDOWN.rindex(words)
    document, found = placed(MARKDOWN, gloss_at(start, start + len(words)))
    ((index, (mark,)),) = found.marks.items()
    said = document.blocks[index].text[mark.start : mark.end]
    assert said == words.replace("&nbsp;", "\xa0")


def test_what_is_no_prose_has_no_mark():
    """A span in markup, which no reader sees, is kept and said to be elsewhere."""
    start = MARKDOWN.index("|---")
    assert len(placed(MARKDOWN, gloss_at(start, start + 3))[1].elsewhere) == 1


def test_spans_that_overlap_are_one_mark():
    """Marks do not cross; the most urgent gloss decides how one looks."""
    quiet = Gloss("q", "supported", Task.CONFIRMED, Span(3, 10))
    ((mark,),) = placed("We have 84 members.", quiet, gloss_at(8, 10))[1].marks.values()
    assert (mark.start, mark.end, mark.loudest.id) == (3, 10, "n8")


@pytest.mark.parametrize(
    ("claim", "task"),
    [
        ({}, Task.CORRECT),
        ({"verdict": Verdict.OUTDATED, "severity": Severity.WARNING}, Task.CORRECT),
        ({"confidence": Confidence.MEDIUM}, Task.CHECK),
        ({"verdict": Verdict.CONFLICTING}, Task.CHECK),
        ({"verdict": Verdict.UNVERIFIABLE, "severity": Severity.ERROR}, Task.CHECK),
        ({"verdict": Verdict.UNVERIFIABLE, "severity": Severity.NONE}, Task.UNCHECKED),
        ({"verdict": Verdict.SUPPORTED, "severity": Severity.NONE}, Task.CONFIRMED),
        ({"severity": Severity.NONE}, Task.ASIDE),
        ({"caused_by": "a.md#1"}, Task.ASIDE),
    ],
)
def test_what_is_to_be_done(claim, task, make_report_claim):
    """Corrected is what is surely wrong, checked what is not sure; what was silenced or follows is set aside."""
    assert task_of(make_report_claim(**claim)) is task


def test_the_first_line_says_it_all(report_on):
    """Counts by what is to be done, in the language of most of the texts."""
    english = report_on("We have 84 or 85 members.", _84=Verdict.CONTRADICTED, _85=Verdict.SUPPORTED)
    french = [report_on("Nous sommes 84.", "fr", f"{name}.md", _84=Verdict.CONFLICTING) for name in "bc"]
    assert "<h1>1 to correct, 1 confirmed</h1>" in render(Report((english,)), "html")
    assert "<h1>1 à corriger, 2 à vérifier, 1 confirmé</h1>" in render(Report((english, *french)), "html")
    assert "<h1>No value was read.</h1>" in render(Report(), "html")


def test_columns_stand_under_their_headers():
    """An empty cell, for which there is no block, keeps its column; several paragraphs of a cell are one cell."""
    document = read("<table><tr><th><th>a<th>b<tr><td>x<td><td><p>84<p>c</table>", path="a.html", language="en")
    (line,) = map(str, rows(document, place(DocumentReport("a.html", text=document), []), page_words("en")))
    assert "<tr><td></td><th>a</th><th>b</th></tr>" in line
    assert "<tr><td>x</td><td></td><td><div>84</div><div>c</div></td></tr>" in line


def test_what_stands_in_no_text_is_counted_and_shown():
    """A failed requirement and a problem with a suppression are to be checked, and not silently left out."""
    failures = (
        RequirementFailure("quorum", Severity.ERROR, "97 cannot attend"),
        RequirementFailure("x", Severity.NONE, "no"),
    )
    shown = Page(render(Report((), failures, problems=(Problem("a.md", 3, 1, "no such rule"),)), "html")).text
    assert "2 to check" in shown
    assert "97 cannot attend" in shown
    assert "a.md:3 no such rule" in shown


def test_the_text_is_shown_as_it_reads(report_on):
    """Markup is gone, code is kept, the correction stands beside the wrong words."""
    document = report_on(MARKDOWN, _84=Verdict.CONTRADICTED)
    (claim,) = document.claims
    start = MARKDOWN.index("84")
    document = replace(document, claims=(replace(claim, suggestion=Replacement(start, start + 2, "85")),))
    shown = render(Report((document,)), "html")
    assert re.search(r"<h3>Of Acme</h3>", shown)
    assert 'data-fix="85"' in shown
    assert "<code>since</code> 2014\xa0or so." in shown
    assert "<th>year</th><th>members</th>" in shown


def test_nothing_from_a_text_can_run(hostile):
    """No tag, handler or address of a stranger is on the page, and the policy allows the page's own parts only."""
    shown = render(hostile, "html")
    found = Page(shown)
    assert len(found.all("script")) == 1
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith(("on", "style", "src"))]
    assert not [link["href"] for link in found.all("a") if not link["href"].startswith("#")]
    policy = next(meta["content"] for meta in found.all("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "alert('&amp;')" in found.text
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_every_link_on_the_page_leads_somewhere(hostile, report_on):
    """Each address within the page is the id of one thing."""
    reports = [hostile, Report((report_on("We have 84.", _84=Verdict.OUTDATED), report_on("No.", name="b.md")))]
    for report in reports:
        found = Page(render(report, "html"))
        ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        assert {link["href"][1:] for link in found.all("a") if link["href"].startswith("#")} <= set(ids)


def test_texts_without_findings_are_left_out_of_a_large_page(report_on, monkeypatch):
    """Where the page would be too large the quiet texts are named and left out, and the page says so."""
    monkeypatch.setattr(page, "MOST_TEXT", 10)
    quiet = report_on("Nothing to see in here.", name="quiet.md")
    loud = report_on("But we have 84 here.", _84=Verdict.CONTRADICTED)
    shown = Page(render(Report((quiet, loud)), "html")).text
    assert "quiet.md" in shown
    assert "Nothing to see" not in shown
    assert "The text is left out" in shown
    assert "But we have 84" in shown


def test_values_that_were_not_checked_are_grey_and_say_why(report_on):
    """Such a value is marked in the text, and its card gives the reason in the words of the page."""
    document = report_on("On cherche 12 chats.", "fr")
    value = UncheckedValue(11, 13, 1, 12, "number", Number(Decimal(12)), "12", "no_wording")
    shown = render(Report((replace(document, unchecked=(value,)),)), "html")
    assert 'class="mark unchecked"' in shown
    assert "Aucune règle ne connaît cette tournure." in shown
