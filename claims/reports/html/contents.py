"""The top of the page: the sentence that says it all, and what is to be done in which document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model.report import Report
from claims.reports.findings import fact_name
from claims.reports.html.cards import correction, icon, verdict_word
from claims.reports.html.glosses import Gloss
from claims.reports.html.sections import Section, headline, said_counts
from claims.reports.markup import Markup, element
from claims.reports.page_words import PageWords
from claims.reports.summary import summarise


def header(report: Report, sections: Sequence[Section], words: PageWords) -> Markup:
    """Title, headline, what was read, and the list of findings."""
    summary = summarise(report)
    facts = [words.count(words.documents, summary.documents)]
    if summary.skimmed:
        facts.append(words.count(words.skimmed, summary.skimmed))
    facts.append(words.count(words.values, summary.values))
    if report.as_of:
        facts.append(words.judged_at.format(date=report.as_of))
    return element(
        "header",
        element("p", words.title, class_="kicker"),
        element("h1", headline(report, sections, words)),
        element("p", " · ".join(facts), class_="facts"),
        _contents(sections, words),
    )


def counts(section: Section, words: PageWords) -> Markup:
    """What a document comes to, in a few words."""
    said = words.unreadable if section.document.error else said_counts(section.glosses, words)
    return element("span", said, class_="counts")


def _contents(sections: Sequence[Section], words: PageWords) -> Markup:
    entries = [entry for section in sections for entry in _entries(section, words, several=len(sections) > 1)]
    return element("nav", element("ul", *entries), aria_label=words.contents) if entries else Markup("")


def _entries(section: Section, words: PageWords, *, several: bool) -> Iterator[Markup]:
    inner = [_entry(section, gloss, words) for gloss in section.findings]
    if not several:
        yield from inner
    else:
        name = element("a", section.name, href=f"#{section.id}", class_="name")
        found = element("ul", *inner) if inner else ""
        yield element("li", name, " ", counts(section, words), found, class_="document")


def _entry(section: Section, gloss: Gloss, words: PageWords) -> Markup:
    claim = gloss.claim
    line = element("span", words.line.format(n=claim.line), class_="line") if claim and claim.line else ""
    word = element("span", verdict_word(gloss, words), class_="word")
    name = element("span", fact_name(claim.entity, claim.attribute, claim.where), class_="fact-name") if claim else ""
    said = element("span", correction(gloss), " ", name)
    link = element("a", icon(gloss.kind), word, said, line, href=f"#{gloss.id}", class_=f"entry {gloss.kind}")
    return element("li", link, lang=section.document.language)
