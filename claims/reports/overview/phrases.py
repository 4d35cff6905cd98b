"""What both the Markdown and the HTML page say of a summary, in the words of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model.summary import CorpusSummary, SaidValue, Spot, Top, VerdictCounts, Worded, WrongValue
from claims.model.verdict import Operator, Severity, Verdict
from claims.reports.overview.words import SummaryWords
from claims.reports.page_words import page_words

WRONG = (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING)
LATEST = "latest"
SIGNS = {
    Operator.EQ: "",
    Operator.NE: "≠ ",
    Operator.LT: "< ",
    Operator.LE: "≤ ",
    Operator.GT: "> ",
    Operator.GE: "≥ ",
    Operator.ABOUT: "≈ ",
    Operator.NEARLY: "≲ ",
}


def headline(summary: CorpusSummary, words: SummaryWords) -> str:
    """The first line: "1,240 documents, 8,312 claims: 143 contradicted, 57 out of date"."""
    totals = summary.totals
    found = [words.count(words.counts[it], totals.counts.of(it)) for it in WRONG if totals.counts.of(it)]
    if not totals.values:
        return f"{words.count(words.documents, totals.documents)}. {words.nothing_read}"
    return words.headline.format(
        documents=words.count(words.documents, totals.documents),
        claims=words.count(words.claims, totals.counts.claims),
        found=", ".join(found) or words.nothing_wrong,
    )


def figures(summary: CorpusSummary, words: SummaryWords) -> Iterator[str]:
    """What else there is to know at a glance, each a few words."""
    totals = summary.totals
    if totals.skimmed:
        yield words.count(page_words(words.language).skimmed, totals.skimmed)
    if totals.affected:
        yield words.count(words.affected, totals.affected)
    said = [
        (words.counts[Verdict.SUPPORTED], totals.counts.supported),
        (words.counts[Verdict.UNVERIFIABLE], totals.counts.unverifiable),
        (words.not_checked, totals.not_checked),
        (words.consequences, totals.consequences),
        (words.silenced, totals.silenced),
        (words.unreadable, totals.unreadable),
    ]
    yield from (words.count(template, number) for template, number in said if number)
    if summary.as_of:
        yield words.judged_latest if summary.as_of == LATEST else words.judged_at.format(date=summary.as_of)


def severities(summary: CorpusSummary, words: SummaryWords) -> str:
    """How many errors, warnings and notes there are; empty for none."""
    totals = summary.totals
    numbers = {Severity.ERROR: totals.errors, Severity.WARNING: totals.warnings, Severity.NOTE: totals.notes}
    return ", ".join(words.count(words.severities[it], number) for it, number in numbers.items() if number)


def wrong(counts: VerdictCounts) -> int:
    """How many claims the facts do not agree with."""
    return sum(counts.of(verdict) for verdict in WRONG)


def limits(top: Top[object], shown: int, words: SummaryWords) -> Iterator[str]:
    """What a list leaves out, said aloud."""
    if top.total > shown:
        template = words.more_in_json if len(top.entries) > shown else words.shown_of
        yield template.format(shown=words.number(shown), total=words.number(top.total))
    if top.missed:
        yield words.missed.format(n=words.number(top.missed))


def said(value: WrongValue | SaidValue) -> str:
    """The value with the sign of how it is meant: ``> 90``."""
    return f"{SIGNS[value.operator]}{value.value.words}"


def listed(values: Iterable[Worded]) -> str:
    """Several values that are known or said; where one is a list itself, apart from it."""
    return "; ".join(value.words for value in values)


def period(first: str | None, last: str | None) -> str:
    """From the first date to the last, as far as they are known."""
    return " – ".join(dict.fromkeys(filter(None, (first, last))))


def place(spot: Spot) -> str:
    """Where in a document: ``docs/a.md:12``."""
    return spot.document if spot.line is None else f"{spot.document}:{spot.line}"


def times(spot: Spot) -> str:
    """How often it was said there, where that is more than once: ``×3``."""
    number = spot.findings or spot.number
    return f"×{number}" if number > 1 else ""
