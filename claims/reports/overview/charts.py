"""Plots as SVG without a script: the same figures give the same picture.

Whatever a plot shows stands beside it as numbers; to those who hear the page it is an image with a title and a
description, or nothing at all where a table row says the same. Verdicts differ by pattern as well as by colour. Lengths
are per cent of the drawing, so that it fits any screen while its words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.dataclasses import dataclass
from claims.model.summary import MonthSummary, VerdictCounts
from claims.model.verdict import Verdict
from claims.reports.markup import Attribute, Markup, element, void
from claims.reports.overview.phrases import WRONG, wrong

_BAR = 14
_PLOT, _AXIS = 150, 22
_MOST_COLUMNS = 60
_MOST_LABELS = 8


def patterns() -> Markup:
    """What verdicts are filled with, defined once for all plots of a page."""
    defined = [_pattern(Verdict.OUTDATED, "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2")]
    defined.append(_pattern(Verdict.CONFLICTING, "M0,0 l6,6 M0,6 l6,-6"))
    return element("svg", element("defs", *defined), width=0, height=0, aria_hidden="true", class_="defs")


def _pattern(verdict: Verdict, lines: str) -> Markup:
    ground = void("rect", width=6, height=6, class_="ground")
    drawn = [ground, Markup("</rect>"), void("path", d=lines, class_="ink"), Markup("</path>")]
    size: dict[str, Attribute] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    return element("pattern", *drawn, id=f"fill-{verdict.value}", class_=verdict.value, **size)


def swatch(kind: str) -> Markup:
    """A square filled as the verdict is in the plots."""
    return element("svg", _rect(kind, x="0", y="0", width="100%", height="100%"), class_="swatch", aria_hidden="true")


def bar(counts: VerdictCounts, most: int) -> Markup:
    """What is wrong, as a bar beside the numbers that say the same; ``most`` is as long as the bar can be."""
    segments, at = [], 0
    for verdict in WRONG:
        number = counts.of(verdict)
        if number:
            segments.append(_along(verdict.value, at, number, most))
        at += number
    return element("svg", *segments, class_="bar", height=_BAR, aria_hidden="true")


def share(parts: Sequence[tuple[str, int]], title: str) -> Markup:
    """Kinds of values as the parts of one bar, each with its number."""
    total = sum(number for _, number in parts)
    segments, at = [element("title", title)], 0
    for kind, number in parts:
        segments.append(_along(kind, at, number, max(total, 1)))
        at += number
    return element("svg", *segments, class_="share", height=2 * _BAR, role="img", aria_label=title)


def _along(kind: str, start: int, number: int, most: int) -> Markup:
    return _rect(kind, x=per_cent(start, most), y="0", width=per_cent(number, most), height="100%")


def _rect(kind: str, **place: Attribute) -> Markup:
    return element("rect", class_=kind, fill=f"url(#fill-{kind})" if kind in _PATTERNED else None, **place)


_PATTERNED = frozenset({Verdict.OUTDATED.value, Verdict.CONFLICTING.value})


def per_cent(part: int, whole: int) -> str:
    """A length, to the hundredth of a per cent."""
    hundredths = part * 10_000 // whole
    return f"{hundredths // 100}.{hundredths % 100:02}%"


@dataclass(frozen=True, slots=True)
class Column:
    """What was said in one month, or one year; ``counts`` is ``None`` for none."""

    label: str
    counts: VerdictCounts | None

    @property
    def wrong(self) -> int:
        """How much of it is wrong."""
        return wrong(self.counts) if self.counts else 0


def columns_of(months: Iterable[MonthSummary]) -> list[Column]:
    """A column for each month from the first to the last; for each year, where that would be more than 60 months.

    Of more than 60 years the last 60. Documents whose date is less exact than that are in none.
    """
    exact = {
        it.month: it.counts for it in months if it.month and len(it.month) == len("2024-10") and _is_month(it.month)
    }
    labels = _months_between(min(exact), max(exact)) if exact else []
    if len(labels) <= _MOST_COLUMNS:
        return [Column(label, exact.get(label)) for label in labels]
    by_year: dict[str, VerdictCounts] = {}
    for month, counts in exact.items():
        by_year[month[:4]] = _sum(by_year.get(month[:4], VerdictCounts()), counts)
    years = [f"{year:04}" for year in range(int(min(by_year)), int(max(by_year)) + 1)]
    return [Column(year, by_year.get(year)) for year in years[-_MOST_COLUMNS:]]


def _is_month(text: str) -> bool:
    return text[:4].isdecimal() and text[5:].isdecimal()


def _months_between(first: str, last: str) -> list[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def _sum(one: VerdictCounts, other: VerdictCounts) -> VerdictCounts:
    return VerdictCounts(
        one.supported + other.supported,
        one.contradicted + other.contradicted,
        one.outdated + other.outdated,
        one.conflicting + other.conflicting,
        one.unverifiable + other.unverifiable,
        one.findings + other.findings,
    )


def history(columns: Sequence[Column], title: str, description: str) -> Markup:
    """What is wrong by month, as stacked columns; the axis names months, and the greatest number."""
    most = max((column.wrong for column in columns), default=0) or 1
    drawn = [_column(index, len(columns), column, most) for index, column in enumerate(columns)]
    plot = element("svg", *drawn, y=_AXIS, height=_PLOT)
    top = element("text", str(most), x=0, y=_AXIS - 8, class_="axis")
    base = element("line", x1="0", x2="100%", y1=_AXIS + _PLOT, y2=_AXIS + _PLOT, class_="axis")
    rule = element("line", x1="0", x2="100%", y1=_AXIS, y2=_AXIS, class_="grid")
    said = [element("title", title), element("desc", description)]
    whole = [*said, rule, top, plot, base, *_labels(columns)]
    return element(
        "svg", *whole, class_="history", height=_PLOT + 2 * _AXIS, role="img", aria_label=f"{title}. {description}"
    )


def _column(index: int, count: int, column: Column, most: int) -> Markup:
    """One column, which tells its figures to a pointer that rests on it."""
    segments, below = [element("title", f"{column.label}: {column.wrong}")], 0
    counts = column.counts or VerdictCounts()
    for verdict in WRONG:
        number = counts.of(verdict)
        if number:
            place = {
                "x": per_cent(20 * index + 3, 20 * count),
                "width": per_cent(14, 20 * count),
                "y": per_cent(most - below - number, most),
                "height": per_cent(number, most),
            }
            segments.append(_rect(verdict.value, **place))
        below += number
    return element("g", *segments)


def _labels(columns: Sequence[Column]) -> Iterator[Markup]:
    """The first column's name, and then as many as there is room for."""
    step = -(-len(columns) // _MOST_LABELS) or 1
    for index in range(0, len(columns), step):
        x, anchor = (per_cent(2 * index + 1, 2 * len(columns)), "middle") if index else ("0", "start")
        spare = (index // step) % 2 == 1
        name = "label spare" if spare else "label"
        yield element("text", columns[index].label, class_=name, text_anchor=anchor, x=x, y=_AXIS + _PLOT + 16)
