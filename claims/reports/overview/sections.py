"""The lists of a summary as tables of plain cells, which the Markdown and the HTML page each write in their way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from claims.dataclasses import dataclass
from claims.model.summary import CorpusSummary, Disagreement, SaidValue, Spot, Top, VerdictCounts
from claims.model.verdict import Verdict
from claims.reports.overview.phrases import listed, period, said
from claims.reports.overview.words import SummaryWords
from claims.reports.page_words import PageWords, page_words

_Entry = TypeVar("_Entry")
SHOWN = (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING, Verdict.SUPPORTED, Verdict.UNVERIFIABLE)

_EXAMPLES, _VALUES = 2, 6
_NO_SPOTS: Top[Spot] = Top(0, ())


@dataclass(frozen=True, slots=True)
class Code:
    """A name of a file, or a word that is written in one."""

    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A thing with its id (``coalition.members``) and the name that people know it by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Places where something was said, with its words."""

    spots: Sequence[Spot]


Cell: TypeAlias = str | int | Code | Label | Examples | VerdictCounts | tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One list: ``columns`` are the titles; cells of whole numbers are set to the right.

    ``top`` says how much of it there is.
    """

    id: str
    title: str
    about: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    top: Top[object]


@dataclass(frozen=True, slots=True)
class Sections:
    """The lists of a summary, each with at most ``most`` rows."""

    summary: CorpusSummary
    words: SummaryWords
    verdicts: PageWords
    most: int

    @classmethod
    def of(cls, summary: CorpusSummary, words: SummaryWords, most: int) -> Sections:
        """In the words of a language."""
        return cls(summary, words, page_words(words.language), most)

    def all(self) -> list[Section]:
        """Those that have something to show, in the order in which they are of use."""
        made = (
            *(self.facts(), self.wrong_values(), self.changes(), self.disagreements(), self.files(), self.records()),
            *(self.entities(), self.months(), self.undecided(), self.unchecked(), self.unstated()),
            *(self.requirements(), self.unreadable()),
        )
        return [section for section in made if section.rows]

    def facts(self) -> Section:
        """What was said of each fact."""
        words = self.words
        return self._section(
            ("facts", words.facts, words.about_facts),
            (words.fact, words.known, *self._counted, words.worst),
            self.summary.facts,
            lambda it: (
                Label(f"{it.entity}.{it.attribute}", it.name),
                listed(it.known),
                *_counted(it.counts, it.documents),
                it.worst,
            ),
        )

    def entities(self) -> Section:
        """What was said of each entity."""
        words = self.words
        return self._section(
            ("entities", words.entities, words.about_entities),
            (words.entity, *self._counted),
            self.summary.entities,
            lambda it: (Label(it.entity, it.name), *_counted(it.counts, it.documents)),
        )

    def files(self) -> Section:
        """What stands in each file."""
        words = self.words
        return self._section(
            ("files", words.files, words.about_files),
            (words.file, *self._counted),
            self.summary.files,
            lambda it: (Code(it.path), *_counted(it.counts, it.documents)),
        )

    def records(self) -> Section:
        """The worst documents, where a file holds several."""
        words = self.words
        several = any(it.documents > 1 for it in self.summary.files.entries)
        return self._section(
            ("records", words.worst_documents, words.about_documents),
            (words.document, words.wrong, words.total, words.example),
            self.summary.documents if several else _NO_SPOTS,
            lambda it: (Code(it.document), it.findings, it.number, it.quote),
        )

    def months(self) -> Section:
        """What was said in each month, the latest last."""
        words, months = self.words, self.summary.months
        return self._section(
            ("months", words.months, words.about_months),
            (words.month, *self._counted),
            Top(months.total, months.entries[-self.most :]),
            lambda it: (it.month or words.undated, *_counted(it.counts, it.documents)),
        )

    def wrong_values(self) -> Section:
        """The wrong values, by how often they are repeated."""
        words = self.words
        return self._section(
            ("wrong", words.wrong_values, words.about_wrong),
            (
                words.fact,
                words.said,
                words.known,
                words.verdict,
                words.total,
                words.documents_word,
                words.period,
                words.worst,
            ),
            self.summary.wrong_values,
            lambda it: (
                _label(it.entity, it.attribute, it.where, it.name),
                *(said(it), listed(it.known), self.verdicts.verdicts[it.verdict], it.claims, it.documents),
                *(period(it.first, it.last), it.worst),
            ),
        )

    def changes(self) -> Section:
        """What is out of date since a fact changed."""
        words = self.words
        return self._section(
            ("changes", words.changes, words.about_changes),
            (words.fact, words.since, words.known, words.said, words.documents_word, words.period, words.worst),
            self.summary.changes,
            lambda it: (
                _label(it.entity, it.attribute, it.where, it.name),
                *(it.since or "", it.value.words, listed(it.said), it.documents, period(it.first, it.last), it.worst),
            ),
        )

    def disagreements(self) -> Section:
        """Documents that disagree, and no fact decides."""
        words = self.words
        return self._section(
            ("disagreements", words.disagreements, words.about_disagreements),
            (words.fact, words.said, words.documents_word, words.when, words.example),
            self.summary.disagreements,
            lambda it: (
                _label(it.entity, it.attribute, it.where, it.name),
                *(self._values(it), it.documents, words.same_time if it.overlap else words.may_have_changed),
                Examples([value.spots[0] for value in it.values.entries[:_EXAMPLES] if value.spots]),
            ),
        )

    def undecided(self) -> Section:
        """What no fact decides, and why."""
        words = self.words
        return self._section(
            ("undecided", words.undecided, words.about_undecided),
            (words.fact, words.reason, words.total, words.documents_word, words.example),
            self.summary.undecided,
            lambda it: (
                _label(it.entity, it.attribute, "", it.name),
                *(words.reasons[it.reason], it.claims, it.documents, Examples(it.spots[:_EXAMPLES])),
            ),
        )

    def unchecked(self) -> Section:
        """Values that bound to nothing, and why."""
        words = self.words
        return self._section(
            ("unchecked", words.unchecked, words.about_unchecked),
            (words.reason, words.kind, words.values_word, words.documents_word, words.example),
            self.summary.unchecked,
            lambda it: (
                self.verdicts.reason(it.reason),
                Code(it.kind),
                it.values,
                it.documents,
                Examples(it.spots[:_EXAMPLES]),
            ),
        )

    def unstated(self) -> Section:
        """Facts that nobody states."""
        words = self.words
        return self._section(
            ("unstated", words.unstated, words.about_unstated),
            (words.fact, words.known, words.where),
            self.summary.unstated,
            lambda it: (
                Label(f"{it.entity}.{it.attribute}", it.name),
                listed(it.known),
                Code(f"{it.path}:{it.line}" if it.path and it.line else it.path or ""),
            ),
        )

    def requirements(self) -> Section:
        """Requirements that the facts do not meet."""
        words = self.words
        return self._section(
            ("requirements", words.requirements, ""),
            (words.fact, words.message),
            self.summary.requirements,
            lambda it: (Code(it.rule), it.message),
        )

    def unreadable(self) -> Section:
        """Documents that could not be read."""
        words = self.words
        return self._section(
            ("unreadable", words.could_not_read, ""),
            (words.document, words.message),
            self.summary.unreadable,
            lambda it: (Code(it.document), it.message),
        )

    @property
    def _counted(self) -> tuple[str, ...]:
        return self.words.wrong, *(self.verdicts.verdicts[verdict] for verdict in SHOWN), self.words.documents_word

    def _section(
        self,
        head: tuple[str, str, str],
        columns: Sequence[str],
        top: Top[_Entry],
        row: Callable[[_Entry], Sequence[Cell]],
    ) -> Section:
        return Section(*head, columns, [row(entry) for entry in top.entries[: self.most]], top)

    def _values(self, it: Disagreement) -> str:
        said = [self._said(value) for value in it.values.entries[:_VALUES]]
        more = it.values.total - len(said)
        return " · ".join([*said, self.words.more.format(n=self.words.number(more))] if more else said)

    def _said(self, value: SaidValue) -> str:
        about = self.words.count(self.words.documents, value.documents), period(value.first, value.last)
        return f"{said(value)} ({', '.join(filter(None, about))})"


def _counted(counts: VerdictCounts, documents: int) -> tuple[Cell, ...]:
    return counts, *(counts.of(verdict) for verdict in SHOWN), documents


def _label(entity: str, attribute: str, where: str, name: str) -> Label:
    return Label(f"{entity}.{attribute}[{where}]" if where else f"{entity}.{attribute}", name)
