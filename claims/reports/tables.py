"""Plain tables, and the one of a corpus: how often each fact was said, by verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.model.report import Report
from claims.model.verdict import Verdict
from claims.reports.findings import fact_name
from claims.reports.screen import harmless, width

_MOST_ROWS = 20
_WRONG = (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING)


def count_by_fact(report: Report) -> list[tuple[str, Counter[Verdict]]]:
    """For every entity.attribute how often it has each verdict, those that are wrong most often first."""
    counts: dict[str, Counter[Verdict]] = {}
    for claim in report.claims:
        if claim.caused_by is not None:
            continue
        counts.setdefault(fact_name(claim.entity, claim.attribute), Counter())[claim.verdict] += 1
    return sorted(counts.items(), key=lambda row: (-sum(row[1][verdict] for verdict in _WRONG), row[0]))


def verdict_rows(report: Report) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the table by fact and verdict, with the verdicts that occur; at most 20 rows."""
    counts = count_by_fact(report)
    verdicts = [verdict for verdict in Verdict if any(row[verdict] for _, row in counts)]
    rows = [[name, *(str(row[verdict] or "-") for verdict in verdicts)] for name, row in counts[:_MOST_ROWS]]
    return ["fact", *verdicts], rows


def fact_table(report: Report) -> Iterator[str]:
    """The table by fact and verdict as aligned lines; empty where no claim was found."""
    header, rows = verdict_rows(report)
    if rows:
        yield from aligned([header, *rows], right=range(1, len(header)))
    if (more := len(count_by_fact(report)) - len(rows)) > 0:
        yield f"and {more} more facts, all of them in --output-format json"


def aligned(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """Rows with their columns under each other, two spaces between; ``right`` are the columns set to the right."""
    clean = [[harmless(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*clean, strict=True)]
    for row in clean:
        cells = [
            " " * (wide - width(cell)) + cell if index in right else cell + " " * (wide - width(cell))
            for index, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
