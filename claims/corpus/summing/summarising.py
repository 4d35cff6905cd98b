"""The summary of a corpus from the parts of its shards, and what the facts say beside it."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from claims import __version__
from claims.corpus.summing.disagreements import disagreements
from claims.corpus.summing.entries import (
    change_entry,
    entity_entry,
    fact_entry,
    file_entry,
    month_entry,
    now_of,
    unchecked_entry,
    undecided_entry,
    wrong_entry,
)
from claims.corpus.summing.groups import Group, Key
from claims.corpus.summing.parts import Part, merge_parts
from claims.corpus.summing.runs import Entry, read_run
from claims.corpus.summing.stating import Stating
from claims.corpus.summing.tables import UNCHECKED
from claims.dataclasses import dataclass
from claims.model.factset import FactSet
from claims.model.report import RequirementFailure
from claims.model.summary import (
    Change,
    CorpusSummary,
    Disagreement,
    FailedRequirement,
    MonthSummary,
    Top,
    Totals,
)
from claims.model.verdict import Severity, Verdict

MOST_LISTED = 500
_MOST_SAID = 5

_Made = TypeVar("_Made")


def summarise(
    parts: Iterable[bytes],
    facts: FactSet,
    *,
    requirements: Iterable[RequirementFailure] = (),
    as_of: str | None = None,
) -> CorpusSummary:
    """The summary of shards that were tallied, in their order, beside the facts; derived ones are worded, not missed.

    ``requirements`` are those that the facts fail, ``as_of`` the time of judging that was asked for. Raises
    ``ValueError`` for bytes that are no tally.
    """
    part = merge_parts(parts)
    language = _language(part)
    failed = tuple(FailedRequirement(it.rule, it.severity, it.message) for it in requirements)
    return _Summing(part, Stating(facts, language)).summary(language, failed, as_of)


def _language(part: Part) -> str:
    """The language of most documents with a claim."""
    known = ((-group.documents, key[0]) for key, group in read_run(part.runs["languages"]) if key[0])
    return min(known, default=(0, "en"))[1]


@dataclass(frozen=True, slots=True)
class _Summing:
    part: Part
    stating: Stating

    def summary(self, language: str, failed: tuple[FailedRequirement, ...], as_of: str | None) -> CorpusSummary:
        totals = self._totals(failed)
        return CorpusSummary(
            version=__version__,
            as_of=as_of,
            language=language,
            totals=totals,
            facts=self._top("facts", fact_entry),
            entities=self._top("entities", entity_entry),
            files=self._top("files", file_entry),
            documents=Top(totals.affected, tuple(self.part.worst[:MOST_LISTED])),
            months=self._months(),
            wrong_values=self._top("wrong", wrong_entry),
            changes=self._changes(),
            unstated=self.stating.unstated(((key[0], key[1]) for key, _ in self._run("facts")), MOST_LISTED),
            undecided=self._top("undecided", undecided_entry),
            unchecked=self._top(UNCHECKED, unchecked_entry),
            disagreements=self._disagreements(),
            unreadable=Top(totals.unreadable, tuple(self.part.unread)),
            requirements=Top(len(failed), failed[:MOST_LISTED]),
        )

    def _run(self, name: str) -> Iterator[Entry]:
        return read_run(self.part.runs[name])

    def _first(self, name: str) -> Top[Entry]:
        """The groups of a table with most findings; of equals, those with the first key."""
        total = sum(1 for _ in self._run(name))
        first = heapq.nsmallest(MOST_LISTED, self._run(name), key=_rank)
        return Top(total, tuple(first), self.part.missed.get(name, 0))

    def _top(self, name: str, make: Callable[[Key, Group, Stating], _Made]) -> Top[_Made]:
        first = self._first(name)
        entries = tuple(make(key, group, self.stating) for key, group in first.entries)
        return Top(first.total, entries, first.missed)

    def _months(self) -> Top[MonthSummary]:
        months = sorted((month_entry(*entry) for entry in self._run("months")), key=lambda it: it.month or "~")
        return Top(len(months), tuple(months))

    def _changes(self) -> Top[Change]:
        """What was true once and is still said, with the values that are given for it."""
        first = self._first("changes")
        said: dict[Key, list[tuple[int, str]]] = {(*key[:3], key[4]): [] for key, _ in first.entries}
        for (*about, word, _, verdict, known), group in self._run("wrong"):
            key = (*about, now_of(known))
            if verdict == Verdict.OUTDATED and key in said:
                said[key].append((-group.number, word))
        values = {key: list(dict.fromkeys(word for _, word in sorted(of)))[:_MOST_SAID] for key, of in said.items()}
        entries = tuple(change_entry(key, group, self.stating, values) for key, group in first.entries)
        return Top(first.total, entries, first.missed)

    def _disagreements(self) -> Top[Disagreement]:
        """Those said at the same time first, then those of most documents."""
        found = 0
        shown: list[Disagreement] = []
        for it in disagreements(self._run("unknown"), self.stating):
            found += 1
            shown.append(it)
            if len(shown) >= 2 * MOST_LISTED:
                shown = _worst(shown)
        return Top(found, tuple(_worst(shown)), self.part.missed.get("unknown", 0))

    def _totals(self, failed: Iterable[FailedRequirement]) -> Totals:
        figures = self.part.figures
        whole = next((group for _, group in self._run("all")), Group())
        severities = {severity: figures.get(severity.value, 0) for severity in Severity}
        for it in failed:
            severities[it.severity] += 1
        return Totals(
            documents=figures.get("documents", 0),
            unreadable=figures.get("unreadable", 0),
            skimmed=figures.get("skimmed", 0),
            speaking=whole.documents,
            affected=figures.get("affected", 0),
            values=whole.number + figures.get("not_checked", 0) + figures.get("consequences", 0),
            counts=whole.counts,
            not_checked=figures.get("not_checked", 0),
            consequences=figures.get("consequences", 0),
            silenced=figures.get("silenced", 0),
            errors=severities[Severity.ERROR],
            warnings=severities[Severity.WARNING],
            notes=severities[Severity.NOTE],
            inconsistencies=figures.get("inconsistencies", 0),
            problems=figures.get("problems", 0),
        )


def _rank(entry: Entry) -> tuple[int, int, Key]:
    findings, number = entry[1].weight
    return -findings, -number, entry[0]


def _worst(found: Iterable[Disagreement]) -> list[Disagreement]:
    return sorted(found, key=lambda it: (not it.overlap, -it.documents))[:MOST_LISTED]
