"""The lists of a summary as tables of a page: the first rows, and the others folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model.summary import Spot, VerdictCounts
from claims.reports.markup import Markup, element, join, lines
from claims.reports.overview.charts import bar
from claims.reports.overview.phrases import limits, place, times, wrong
from claims.reports.overview.sections import Cell, Code, Examples, Label, Section
from claims.reports.overview.words import SummaryWords

MOST_ROWS = 100
FIRST_ROWS = 12
_WITH_FINDINGS = frozenset({"facts", "wrong", "changes", "entities", "files", "records"})


def listed_section(section: Section, words: SummaryWords, plot: Markup | None = None) -> Markup:
    """One list, with a plot above it where there is one."""
    about = element("p", section.about, class_="about") if section.about else ""
    left_out = [element("p", text, class_="limits") for text in limits(section.top, len(section.rows), words)]
    tables = _tables(section, words) if plot is None else [plot, _folded(section, words)]
    return element("section", element("h2", section.title), about, Markup("\n"), *tables, *left_out, id=section.id)


def _tables(section: Section, words: SummaryWords) -> Iterator[Markup]:
    rows = _rows(section, words)
    # one row is not worth a fold
    first = len(rows) if len(rows) <= FIRST_ROWS + 1 else FIRST_ROWS
    yield _table(section, rows[:first])
    if rest := rows[first:]:
        yield _fold(words.more.format(n=words.number(len(rest))), _table(section, rest), "rest")


def _folded(section: Section, words: SummaryWords) -> Markup:
    """The numbers behind a plot."""
    return _fold(words.count(words.as_table, len(section.rows)), _table(section, _rows(section, words)))


def _fold(summary: str, table: Markup, name: str | None = None) -> Markup:
    return element("details", element("summary", summary), Markup("\n"), table, class_=name)


def _rows(section: Section, words: SummaryWords) -> list[Markup]:
    most = max((wrong(cell) for row in section.rows for cell in row if isinstance(cell, VerdictCounts)), default=0)
    return [_row(section, row, most or 1, words) for row in section.rows]


def _table(section: Section, rows: Sequence[Markup]) -> Markup:
    sample = section.rows[0]
    titles = (
        element("th", title, scope="col", class_=_kind(cell))
        for title, cell in zip(section.columns, sample, strict=True)
    )
    head = element("thead", element("tr", *titles))
    table = element("table", Markup("\n"), lines([head, element("tbody", Markup("\n"), lines(rows))]))
    return element("div", table, class_="list")


def _row(section: Section, row: Sequence[Cell], most: int, words: SummaryWords) -> Markup:
    cells = (
        element(
            "th" if index == 0 else "td",
            _cell(cell, most, words, link=index == 0 and section.id in _WITH_FINDINGS),
            scope="row" if index == 0 else None,
            class_=_kind(cell),
            data_label=title or None,
        )
        for index, (title, cell) in enumerate(zip(section.columns, row, strict=True))
    )
    return element("tr", *cells)


def _kind(cell: Cell) -> str | None:
    match cell:
        case int():
            return "number"
        case VerdictCounts():
            return "drawn"
        case Examples() | tuple():
            return "places"
    return None


def _cell(cell: Cell, most: int, words: SummaryWords, *, link: bool = False) -> Markup:
    match cell:
        case VerdictCounts():
            return bar(cell, most)
        case int():
            return join(words.number(cell)) if cell else element("span", "–", class_="zero")
        case Label(text, name):
            said = element("span", name, class_="name") if name != text else ""
            return join(said, " ", _code(text, link=link))
        case Code(text):
            return _code(text, link=link)
        case str():
            return join(cell)
        case Examples(spots):
            return element("ul", *(element("li", _example(spot)) for spot in spots), class_="spots")
        case tuple():
            return _spots(cell)


def _code(text: str, *, link: bool) -> Markup:
    """A name; as the first of its row it leads to the findings about it."""
    if not text:
        return Markup("")
    shown = element("code", text)
    return element("a", shown, href="#findings", data_find=text) if link else shown


def _spots(spots: Sequence[Spot]) -> Markup:
    return element("ul", *(element("li", _spot(spot)) for spot in spots), class_="spots") if spots else Markup("")


def _spot(spot: Spot) -> Markup:
    often = element("span", f" {times(spot)}", class_="times") if times(spot) else ""
    return join(element("code", place(spot), title=spot.quote or None), often)


def _example(spot: Spot) -> Markup:
    return join(element("q", spot.quote), " ", element("code", place(spot)))
