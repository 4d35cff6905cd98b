"""A fact set, documents and judgements to report on."""

import shutil
from dataclasses import replace
from decimal import Decimal

import pytest

from claims.documents import read
from claims.errors import Problem
from claims.model.claim import Claim
from claims.model.document import Block, BlockKind, Document, Run
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.judgement import Judgement
from claims.model.place import Place
from claims.model.report import (
    Because,
    ClaimPlace,
    DocumentReport,
    Evidence,
    Inconsistency,
    Replacement,
    Report,
    ReportClaim,
    RequirementFailure,
    UncheckedValue,
)
from claims.model.span import Span
from claims.model.values import Number
from claims.model.verdict import Operator, Severity, Verdict
from claims.reports import render

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CONTRAST = """element => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  let behind = element;
  while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const pair = [element, behind].map((it, index) =>
    light(numbers(getComputedStyle(it)[index ? "backgroundColor" : "color"])));
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""


@pytest.fixture
def facts():
    """What is known of Acme."""
    entity = Entity("acme", names={"en": ("Acme Group",), "fr": ("Groupe Acme",)}, short={"en": ("the Group",)})
    fact = Fact("acme", "members", 84, place=Place("facts.yaml", 3))
    return FactSet({"acme": entity}, {}, (fact,))


@pytest.fixture
def make_document():
    """A document from its text."""

    def make(text, language="en", **more):
        starts = (0, *(offset + 1 for offset, char in enumerate(text) if char == "\n"))
        return Document(more.pop("id", "a.md"), text, (), language, path="a.md", line_starts=starts, **more)

    return make


@pytest.fixture
def make_claim():
    """A claim from its value and where it stands."""

    def make(value=85, span=None, quote=None, **more):
        given = Number(Decimal(value)) if isinstance(value, int) else value
        return Claim("acme", "members", given, quote=quote or span, value_span=span, **more)

    return make


@pytest.fixture
def make_judgement(make_claim, facts):
    """A judgement on a claim."""

    def make(verdict=Verdict.CONTRADICTED, claim=None, **more):
        more.setdefault("evidence", facts.facts)
        return Judgement(claim or make_claim(), verdict, **more)

    return make


@pytest.fixture
def make_report_claim():
    """A claim of a report, with a verdict and a severity."""

    def make(verdict=Verdict.CONTRADICTED, severity=Severity.ERROR, **more):
        more.setdefault("id", "a.md#1")
        more.setdefault("fingerprint", "0" * 32)
        more.setdefault("value", Number(Decimal(85)))
        return ReportClaim(
            entity="acme",
            attribute="members",
            operator=Operator.EQ,
            verdict=verdict,
            severity=severity,
            message="so",
            **more,
        )

    return make


@pytest.fixture
def span_of():
    """Where words stand in a text."""

    def find(text, words):
        start = text.index(words)
        return Span(start, start + len(words))

    return find


@pytest.fixture
def hostile(make_report_claim, make_document):
    """A report in which everything that a stranger wrote tries to break out, and a document that cannot be read."""
    evil = "<script>alert('&amp;')</script>]]>\x00\x1b[31m\u202e\ud800\uffff\n::error::\"%0A"
    source = f"{evil}{evil}"
    block = Block(BlockKind.PARAGRAPH, source, (Run(0, len(source), 0, len(source)),))
    fact = Evidence(
        "acme",
        "members",
        Number(Decimal(84)),
        evil,
        source="s",
        source_title=evil,
        source_url="javascript:alert(1)",
        quote=evil,
        path=evil,
        line=1,
    )
    claims = [
        make_report_claim(
            verdict,
            Severity.NONE if verdict is Verdict.SUPPORTED else Severity.ERROR,
            id=f"{evil}#{number}",
            quote=evil,
            start=0,
            end=len(evil),
            value_start=0,
            value_end=3,
            line=1,
            column=1 + 3 * number,
            end_line=1,
            end_column=4 + 3 * number,
            evidence=(fact,),
            because=(Because(evil, (Because(evil),)),),
            suggestion=Replacement(3 * number, 3 * number + 3, evil),
            entity_name=evil,
        )
        for number, verdict in enumerate(Verdict)
    ]
    unchecked = UncheckedValue(30, 32, 1, 31, "number", Number(Decimal(1)), evil, evil)
    text = replace(make_document(source, id=evil), blocks=(block,))
    return Report(
        (
            DocumentReport(evil, evil, claims=tuple(claims), unchecked=(unchecked,), text=text),
            DocumentReport("b", "b", error=Problem(evil, 1, 1, evil, evil)),
        ),
        (RequirementFailure(evil, Severity.ERROR, evil, (fact,)),),
        (Inconsistency((ClaimPlace(evil, f"{evil}#0"), ClaimPlace(evil, "gone")), evil),),
        problems=(Problem(evil, 1, 1, evil),),
    )


@pytest.fixture
def report_on(make_report_claim):
    """A report on a text in which some words are claims, by verdict."""

    def make(source, language="en", name="a.md", **verdicts):
        text = read(source, path=name, language=language)
        claims = []
        for number, (name_of_words, verdict) in enumerate(verdicts.items(), start=1):
            words = name_of_words.removeprefix("_")
            start, end = source.index(words), source.index(words) + len(words)
            (line, column), (end_line, end_column) = text.line_column(start), text.line_column(end)
            severity = Severity.NONE if verdict is Verdict.SUPPORTED else Severity.ERROR
            claims.append(
                make_report_claim(
                    verdict,
                    severity,
                    id=f"{name}#{number}",
                    quote=words,
                    start=start,
                    end=end,
                    line=line,
                    column=column,
                    end_line=end_line,
                    end_column=end_column,
                    value_start=start,
                    value_end=end,
                )
            )
        return DocumentReport(name, name, language, claims=tuple(claims), text=text)

    return make


@pytest.fixture
def report_on_two(report_on):
    """A page on a text about two entities."""
    document = report_on("Acme has 84 members, and 85 guests.", _84=Verdict.OUTDATED, _85=Verdict.OUTDATED)
    first, second = document.claims
    claims = (replace(first, entity_name="Acme Group"), replace(second, entity="other", entity_name="Others"))
    return render(Report((replace(document, claims=claims),)), "html")


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium; what needs it is skipped, and said so, where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need Playwright (the dev extra)")
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        pytest.skip(f"the browser tests need Chromium: none of {', '.join(NAMES)} was found")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def show_html(browser, tmp_path):
    """Open a page in a window of its own; what it complains of, and what it asks for, is collected."""
    contexts = []

    def open_page(html, **more):
        file = tmp_path / "report.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(**more)
        contexts.append(context)
        page = context.new_page()
        page.complaints, page.requests = [], []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: page.complaints.append(dialog.message) or dialog.dismiss())
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def contrast():
    """A script that says by how much the words of an element stand out from what is behind them."""
    return CONTRAST
