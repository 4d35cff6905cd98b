"""``summary.md``: what a corpus comes to, to be read, mailed or put into a wiki: the figures first, then the lists.

Of each list the first twenty stand here; what is left out is said, and ``summary.json`` has more. Whatever was said in
a text stands in code spans or is escaped, so that nothing in it is taken for markup or calls somebody by ``@name``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model.summary import CorpusSummary, Spot, VerdictCounts
from claims.reports.as_markdown import code, prose, table
from claims.reports.overview.phrases import figures, headline, limits, place, severities, times
from claims.reports.overview.sections import Cell, Code, Examples, Label, Section, Sections
from claims.reports.overview.words import SummaryWords, summary_words

MOST_ROWS = 20


def as_summary_markdown(summary: CorpusSummary) -> str:
    """The summary as a Markdown document, in the language of most of the texts."""
    words = summary_words(summary.language)
    sections = Sections.of(summary, words, MOST_ROWS).all()
    blocks = [*_top(summary, words), *(block for section in sections for block in _section(section, words))]
    return "\n\n".join((*blocks, prose(words.made_by.format(version=summary.version)))) + "\n"


def _top(summary: CorpusSummary, words: SummaryWords) -> Iterator[str]:
    yield f"# {prose(headline(summary, words))}"
    if found := severities(summary, words):
        yield f"**{prose(found)}**"
    if said := list(figures(summary, words)):
        yield "\n".join(f"- {prose(figure)}" for figure in said)


def _section(section: Section, words: SummaryWords) -> Iterator[str]:
    yield f"## {prose(section.title)}"
    if section.about:
        yield prose(section.about)
    yield _table(section, words)
    if left_out := list(limits(section.top, len(section.rows), words)):
        yield prose(" ".join(left_out))


def _table(section: Section, words: SummaryWords) -> str:
    """The table without its bars, which only a page can draw."""
    kept = [at for at, cell in enumerate(section.rows[0]) if not isinstance(cell, VerdictCounts)]
    rows = [[_cell(row[at], words) for at in kept] for row in section.rows]
    right = [column for column, at in enumerate(kept) if isinstance(section.rows[0][at], int)]
    return table([prose(section.columns[at]) for at in kept], rows, right)


def _cell(cell: Cell, words: SummaryWords) -> str:
    match cell:
        case int():
            return words.number(cell) if cell else "-"
        case Code(text) | Label(text):
            return code(text) if text else ""
        case str():
            return prose(cell)
        case Examples(spots):
            return ", ".join(f"{prose(spot.quote)} {code(place(spot))}" for spot in spots)
        case tuple():
            return _spots(cell)
        case _:
            return ""


def _spots(spots: Sequence[Spot]) -> str:
    return ", ".join(" ".join(filter(None, (code(place(spot)), times(spot)))) for spot in spots)
