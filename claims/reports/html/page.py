"""The page from top to bottom: its head, what is said of no single place, one section a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.model.report import ClaimPlace, Evidence, Report
from claims.model.verdict import Severity
from claims.reports import findings
from claims.reports.html.cards import cards
from claims.reports.html.contents import counts, header
from claims.reports.html.filters import filters
from claims.reports.html.glosses import Gloss
from claims.reports.html.prose import row, rows
from claims.reports.html.sections import Section
from claims.reports.markup import Markup, element, lines
from claims.reports.page_words import PageWords

MOST_TEXT = 2_000_000


def body(report: Report, sections: Sequence[Section], words: PageWords) -> Markup:
    """Everything inside ``<body>`` but the script."""
    size = sum(len(section.document.text.source) for section in sections if section.document.text)
    main = element(
        "main",
        Markup("\n"),
        _across(report, sections, words),
        *(_section(section, words, whole=size <= MOST_TEXT or bool(section.findings)) for section in sections),
    )
    keys = element("p", words.keys, class_="scripted", hidden=True)
    made_by = element("p", words.made_by.format(version=report.version))
    return lines([header(report, sections, words), filters(sections, words), main, element("footer", keys, made_by)])


def _across(report: Report, sections: Sequence[Section], words: PageWords) -> Markup:
    failed = [
        element("li", element("code", it.rule), " ", it.message, _statements(it.evidence))
        for it in report.requirements
        if it.severity is not Severity.NONE
    ]
    known = {
        (section.document.id, gloss.claim.id): gloss for section in sections for gloss in section.glosses if gloss.claim
    }
    names = {section.document.id: section.name for section in sections}
    clashes = [
        element("li", clash.message, element("ul", *(_place(it, known, names) for it in clash.claims)))
        for clash in report.inconsistencies
        if clash.severity is not Severity.NONE
    ]
    problems = [
        element("li", element("code", findings.problem_place(it)), " ", findings.problem_words(it))
        for it in report.all_problems
    ]
    said = ((words.requirements, failed), (words.inconsistencies, clashes), (words.problems, problems))
    return lines(
        element("section", element("h2", title), element("ul", *found), class_="across")
        for title, found in said
        if found
    )


def _statements(facts: Iterable[Evidence]) -> Markup:
    return element("ul", *(element("li", fact.statement) for fact in facts))


def _place(stands: ClaimPlace, known: dict[tuple[str, str], Gloss], names: dict[str, str]) -> Markup:
    gloss = known.get((stands.document, stands.claim))
    if gloss is None or gloss.claim is None:
        return element("li", stands.claim)
    quote = element("span", " ".join((gloss.claim.quote or gloss.claim.message).split()), class_="said")
    return element("li", element("a", names[stands.document], href=f"#{gloss.id}"), " ", quote)


def _section(section: Section, words: PageWords, *, whole: bool) -> Markup:
    document = section.document
    language = document.language if document.language != words.language else None
    about = "".join(f" · {known}" for known in (document.date, language) if known)
    return element(
        "section",
        element("h2", section.name),
        element("p", counts(section, words), about, class_="about", lang=words.language),
        Markup("\n"),
        *_rows(section, words, whole=whole),
        id=section.id,
        class_="document",
        lang=document.language,
    )


def _rows(section: Section, words: PageWords, *, whole: bool) -> Iterator[Markup]:
    document, text = section.document, section.document.text
    if document.error:
        yield element("p", findings.problem_words(document.error), class_="hint")
    elif text is None:
        yield element("div", cards(section.glosses, words), class_="cards alone")
    elif not whole:
        yield element("p", words.left_out, class_="hint", lang=words.language)
    else:
        yield from rows(text, section.placed, words)
        if section.placed.elsewhere:
            yield row(element("p", words.elsewhere, class_="hint"), section.placed.elsewhere, words)
