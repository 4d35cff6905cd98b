"""``overview.html``: one page on a whole corpus, to open, pass on and print.

The first screen says how many documents and claims there are, how many of them are wrong or out of date, which facts
are most often wrong and in which files to begin. Below stand the history by month, the lists of the summary, and the
findings themselves, with filters and pages. A name in a list leads to its findings.

Of each list the first hundred entries are here, of the findings at most 20,000 (the most serious, and of each fact
some); the page says so, and ``summary.json`` and ``findings.jsonl`` have more. Without a script all but the filters
works, and the first findings are shown. Like the report on single texts the page loads nothing, and runs nothing but
its own script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.files.shipped import page_asset
from claims.model.row import Row
from claims.model.summary import CorpusSummary, VerdictCounts
from claims.model.verdict import Verdict
from claims.reports.html.frame import Frame, stand_alone
from claims.reports.html.glosses import UNCHECKED
from claims.reports.markup import Markup, element, join, lines
from claims.reports.overview.charts import bar, columns_of, history, patterns, share, swatch
from claims.reports.overview.findings_list import FindingsList, findings_data, icon
from claims.reports.overview.lists import MOST_ROWS, listed_section
from claims.reports.overview.phrases import WRONG, figures, headline, listed, severities, wrong
from claims.reports.overview.sampling import MOST_FINDINGS, Sample, sample
from claims.reports.overview.sections import Section, Sections
from claims.reports.overview.words import SummaryWords, summary_words
from claims.reports.page_words import PageWords, page_words

_BEGIN = 7
_VERDICTS = (*WRONG, Verdict.SUPPORTED, Verdict.UNVERIFIABLE)


def as_overview_html(summary: CorpusSummary, findings: Iterable[Row], *, most: int = MOST_FINDINGS) -> str:
    """The page, in the language of most of the texts. ``findings`` are read once; at most ``most`` are shown."""
    words = summary_words(summary.language)
    page = _Page(summary, sample(findings, most), words, page_words(words.language))
    frame = Frame(
        words.language,
        f"{words.title}: {headline(summary, words)}",
        style=page_asset("base.css") + page_asset("overview.css", "overview"),
        script=page_asset("overview.js", "overview"),
    )
    return stand_alone(frame, page.body())


class _Page:
    """The page from top to bottom."""

    def __init__(self, summary: CorpusSummary, chosen: Sample, words: SummaryWords, verdicts: PageWords) -> None:
        self._summary = summary
        self._words = words
        self._verdicts = verdicts
        self._findings = FindingsList(chosen, words, verdicts)
        self._sections = Sections.of(summary, words, MOST_ROWS).all()

    def body(self) -> Markup:
        """Everything inside ``<body>`` but the script."""
        words = self._words
        lists = (listed_section(section, words, self._plot(section)) for section in self._sections)
        main = element("main", Markup("\n"), self._begin(), *lists, self._findings.section())
        made_by = element("p", words.made_by.format(version=self._summary.version))
        data = findings_data(self._findings.sample)
        return lines([patterns(), self._header(), self._contents(), main, element("footer", made_by), data])

    def _header(self) -> Markup:
        summary, words = self._summary, self._words
        facts = [*filter(None, [severities(summary, words)]), *figures(summary, words)]
        parts = [(kind, number) for kind, number, _ in self._parts() if number]
        return element(
            "header",
            element("p", words.title, class_="kicker"),
            element("h1", headline(summary, words)),
            element("p", " · ".join(facts), class_="facts"),
            share(parts, words.share_of_values) if parts else "",
            element("ul", *self._legend(), class_="legend"),
        )

    def _parts(self) -> Iterator[tuple[str, int, str]]:
        totals = self._summary.totals
        for verdict in _VERDICTS:
            yield verdict.value, totals.counts.of(verdict), self._verdicts.verdicts[verdict]
        yield UNCHECKED, totals.not_checked, self._verdicts.unchecked

    def _legend(self) -> Iterator[Markup]:
        for kind, number, word in self._parts():
            if number:
                said = element("b", self._words.number(number))
                yield element("li", swatch(kind), icon(kind), word, " ", said, class_=kind)

    def _contents(self) -> Markup:
        words = self._words
        entries = [(section.id, section.title, section.top.total) for section in self._sections]
        entries.append(("findings", words.findings, self._findings.sample.total))
        links = (
            element(
                "li", element("a", title, href=f"#{name}"), " ", element("span", words.number(total), class_="total")
            )
            for name, title, total in entries
        )
        return element("nav", element("ul", *links), aria_label=words.contents)

    def _begin(self) -> Markup:
        """The facts that are most often wrong and the files with most to mend, side by side."""
        words, summary = self._words, self._summary
        facts = [
            (element("span", it.name, class_="name"), f"{it.entity}.{it.attribute}", it.counts, listed(it.known))
            for it in summary.facts.entries[:_BEGIN]
            if it.counts.findings
        ]
        files = [("", it.path, it.counts, "") for it in summary.files.entries[:_BEGIN] if it.counts.findings]
        if not facts:
            return Markup("")
        return element(
            "section",
            element("h2", words.begin),
            element("div", self._first(words.begin_facts, facts), self._first(words.begin_files, files), class_="pair"),
            id="begin",
        )

    def _first(self, title: str, entries: Sequence[tuple[str, str, VerdictCounts, str]]) -> Markup:
        most = max((wrong(counts) for _, _, counts, _ in entries), default=0) or 1
        items = (
            element(
                "li",
                element("a", name, " ", element("code", text), href="#findings", data_find=text),
                bar(counts, most),
                element("span", self._wrong_of(counts, known), class_="sum"),
            )
            for name, text, counts, known in entries
        )
        return element("div", element("h3", title), element("ol", *items))

    def _wrong_of(self, counts: VerdictCounts, known: str) -> str:
        words = self._words
        said = words.wrong_of.format(n=words.number(wrong(counts)), total=words.number(counts.claims))
        return f"{said} · {words.facts_say.format(known=known)}" if known else said

    def _plot(self, section: Section) -> Markup | None:
        if section.id != "months":
            return None
        words, months = self._words, self._summary.months.entries
        columns = columns_of(months)
        if len(columns) < 2:
            return None
        highest = max(columns, key=lambda column: column.wrong)
        said = words.most_in_month.format(n=words.number(highest.wrong), month=highest.label)
        picture = history(columns, words.wrong_by_month, said)
        drawn = sum(column.counts.claims for column in columns if column.counts)
        rest = sum(it.counts.claims for it in months) - drawn
        missing = words.not_plotted.format(n=words.count(words.claims, rest)) if rest else ""
        caption = element("figcaption", f"{words.wrong_by_month}{self._verdicts.colon}{said}. {missing}")
        return element("figure", join(picture), caption)
