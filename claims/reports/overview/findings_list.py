"""The findings on the overview: a table whose pages a script turns, and its first page for where there is none.

What the script shows stands in the page as data, ``{"texts": [...], "rows": [[...], ...]}``: each row is one number for
each of :data:`FIELDS`, most of them the place of a text in ``texts``. It puts them on the page as text, never as
markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.dataclasses import dataclass, field
from claims.model.row import INCONSISTENCY, Row
from claims.model.verdict import Verdict
from claims.reports.html.glosses import ICONS
from claims.reports.json_text import json_line
from claims.reports.markup import Markup, element, lines, void
from claims.reports.overview.phrases import WRONG
from claims.reports.overview.sampling import Sample
from claims.reports.overview.words import SummaryWords
from claims.reports.page_words import PageWords
from claims.reports.screen import harmless
from claims.reports.values import Json

FIELDS = (
    *("kind", "fact", "document", "line", "date", "language"),
    *("before", "written", "after", "suggestion", "message"),
)
KINDS = (*(verdict.value for verdict in WRONG), Verdict.UNVERIFIABLE.value, INCONSISTENCY)
A_PAGE = 25
_AROUND = 80
_LONGEST = 300
_MOST_CHOICES = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page shows it, on one line each: the words before and after those of the value are cut."""

    kind: str
    fact: str
    document: str
    line: int
    date: str
    language: str
    before: str
    written: str
    after: str
    suggestion: str
    message: str

    @classmethod
    def of(cls, row: Row) -> Shown:
        """What of a row is shown."""
        before, written, after = _quoted(row)
        return cls(
            kind=row.verdict.value if row.verdict else INCONSISTENCY,
            fact=_cut(row.fact),
            document=_cut(row.document),
            line=row.line or 0,
            date=row.date or "",
            language=row.language or "",
            before=before,
            written=written,
            after=after,
            suggestion=_cut(row.suggestion or ""),
            message=_cut(f"{row.message[:1].upper()}{row.message[1:]}"),
        )


def _quoted(row: Row) -> tuple[str, str, str]:
    """The quote in three: before the words of the value, those, and after them."""
    quote = row.quote or ""
    if row.written is None or row.start is None or row.value_start is None:
        return _cut(quote), "", ""
    at = row.value_start - row.start
    before, after = quote[:at], quote[at + len(row.written) :]
    shorter = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    return harmless(shorter), _cut(row.written), harmless(after[:_AROUND] + "…" if len(after) > _AROUND else after)


def _cut(text: str) -> str:
    return harmless(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


@dataclass(slots=True)
class _Texts:
    """Texts by their place in a list, each once."""

    places: dict[str, int] = field(default_factory=dict)

    def place(self, text: str) -> int:
        return self.places.setdefault(text, len(self.places))


def findings_data(sample: Sample) -> Markup:
    """The data of the script. ``<`` is escaped, so that no text ends the element."""
    texts = _Texts()
    rows: list[Json] = [_numbers(Shown.of(row), texts) for row in sample.rows]
    data = json_line({"texts": list(texts.places), "rows": rows})
    return element("script", Markup(data.replace("<", "\\u003c")), type="application/json", id="data")


def _numbers(shown: Shown, texts: _Texts) -> Json:
    cells = (getattr(shown, name) for name in FIELDS)
    return [cell if isinstance(cell, int) else texts.place(cell) for cell in cells]


@dataclass(frozen=True, slots=True)
class FindingsList:
    """The section of the findings."""

    sample: Sample
    words: SummaryWords
    verdicts: PageWords

    def section(self) -> Markup:
        """Title, filters, table and pager."""
        words = self.words
        head = [element("h2", words.findings), element("p", words.about_findings, class_="about")]
        if not self.sample.rows:
            return element("section", *head[:1], element("p", words.nothing_to_mend), id="findings")
        head += [element("p", self._limits(), class_="limits")]
        table = element("table", Markup("\n"), lines(self._rows()), class_="findings", id="rows")
        return element(
            "section", *head, self._filters(), table, self._first(), self._pager(), id="findings", tabindex=-1
        )

    def _limits(self) -> str:
        words, shown = self.words, len(self.sample.rows)
        if shown == self.sample.total:
            return words.all_in_files
        return words.sampled.format(shown=words.number(shown), total=words.number(self.sample.total))

    def _first(self) -> Markup:
        """What a reader without a script does not see; the script takes it away."""
        words, total = self.words, len(self.sample.rows)
        said = words.shown_of.format(shown=words.number(min(A_PAGE, total)), total=words.number(total))
        return element("p", said, class_="limits", id="first")

    def word(self, kind: str) -> str:
        """The kind of a finding in words."""
        return self.words.contradiction if kind == INCONSISTENCY else self.verdicts.verdicts[Verdict(kind)]

    def _filters(self) -> Markup:
        words = self.words
        counts = Counter(row.verdict.value if row.verdict else INCONSISTENCY for row in self.sample.rows)
        boxes = [self._box(kind, counts[kind]) for kind in KINDS if counts[kind]]
        facts = list(dict.fromkeys(sorted({_cut(row.fact) for row in self.sample.rows})))[:_MOST_CHOICES]
        options = [element("option", words.any_fact, value=""), *(element("option", it, value=it) for it in facts)]
        search = void("input", type="search", id="search", autocomplete="off", placeholder=words.search)
        return element(
            "form",
            element("fieldset", element("legend", words.show), *boxes),
            element("label", words.fact, " ", element("select", *options, id="only-fact", autocomplete="off")),
            element("label", element("span", words.search, class_="unseen"), search),
            element("button", words.reset, type="button", id="show-all"),
            id="filters",
            class_="scripted",
            hidden=True,
        )

    def _box(self, kind: str, count: int) -> Markup:
        word = self.word(kind)
        box = void("input", type="checkbox", checked=True, autocomplete="off", value=kind)
        number = element("b", self.words.number(count))
        return element("label", box, icon(kind), word, " ", number, class_=tone(kind), data_word=word)

    def _pager(self) -> Markup:
        words = self.words
        position = element(
            "output", id="position", data_template=words.page, data_shown=words.shown, aria_live="polite"
        )
        return element(
            "p",
            element("button", "←", type="button", id="previous", aria_label=words.previous, title=words.previous),
            element("button", "→", type="button", id="next", aria_label=words.following, title=words.following),
            position,
            class_="scripted pager",
            hidden=True,
        )

    def _rows(self) -> Iterator[Markup]:
        titles = (self.words.verdict, self.words.message, self.words.fact, self.words.where)
        yield element("thead", element("tr", *(element("th", title, scope="col") for title in titles)))
        body = (self._row(Shown.of(row)) for row in self.sample.rows[:A_PAGE])
        yield element("tbody", Markup("\n"), lines(body))

    def _row(self, shown: Shown) -> Markup:
        said = element("p", shown.before, *_correction(shown), shown.after, class_="quote")
        message = element("p", shown.message, class_="message")
        place = f"{shown.document}:{shown.line}" if shown.line else shown.document
        verdict = element("span", self.word(shown.kind), class_="word")
        date = element("span", shown.date, class_="date")
        return element(
            "tr",
            element("td", icon(shown.kind), verdict, class_=tone(shown.kind)),
            element("td", said, message, lang=shown.language or None, dir="auto"),
            element("td", element("code", shown.fact)),
            element("td", element("code", place), " ", date),
        )


def _correction(shown: Shown) -> Sequence[Markup]:
    if not shown.suggestion:
        return [element("mark", shown.written)] if shown.written else []
    return element("del", shown.written), Markup(" → "), element("ins", shown.suggestion)


def icon(kind: str) -> Markup:
    """The sign of a kind of finding, which says nothing to those who hear the page: the word beside it does."""
    return element("span", ICONS.get(kind, "⇄"), class_="icon", aria_hidden="true")


def tone(kind: str) -> str:
    """The class that gives a kind its colours."""
    return Verdict.CONFLICTING.value if kind == INCONSISTENCY else kind
