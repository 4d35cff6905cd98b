"""What a shard contributes to the summary of a corpus.

    tally = Tally()
    for report in reports:              # those of the shard's documents, in their order
        tally.add(report)
    part = tally.packed()               # bytes to keep beside the shard's rows

    summary = summarise(parts, checker.facts)       # of all shards, in their order

The same documents give the same bytes, and the same parts the same summary. A tally grows with what its shard says,
:func:`summarise` only with what the facts know: it reads one part after another, and cuts what has no end (files,
values that were said) to a fixed number of groups, which the summary then says (``missed``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from claims.corpus.summing.groups import INDEX, Group, Key
from claims.corpus.summing.parts import merge_parts, packed, part_of
from claims.corpus.summing.summarising import summarise
from claims.corpus.summing.tables import DOCUMENT_TABLES, NAMES, TABLES, UNCHECKED, WRONG
from claims.model.report import DocumentReport, Inconsistency, ReportClaim, UncheckedValue
from claims.model.summary import Spot, UnreadDocument
from claims.model.verdict import Severity
from claims.reports.findings import document_name, is_finding, problem_words

__all__ = ["Tally", "merge_tallies", "summarise"]

_LONGEST_QUOTE = 80
_LONGEST_NAME = 300

_Said: TypeAlias = ReportClaim | UncheckedValue


class Tally:
    """Counts of one shard. An accumulator: :meth:`add` changes it."""

    __slots__ = ("_figures", "_groups", "_unread", "_worst")

    def __init__(self) -> None:
        self._figures: Counter[str] = Counter()
        self._groups: dict[str, dict[Key, Group]] = {name: {} for name in NAMES}
        self._worst: list[Spot] = []
        self._unread: list[UnreadDocument] = []

    def add(self, report: DocumentReport, inconsistencies: Iterable[Inconsistency] = ()) -> None:
        """Count one document; ``inconsistencies`` are those among its own claims."""
        self._figures.update(_figures(report, list(inconsistencies)))
        if report.error:
            self._unread.append(UnreadDocument(_name(report), _cut(problem_words(report.error), _LONGEST_NAME)))
        if counted := [claim for claim in report.claims if claim.caused_by is None]:
            whole = _group(report, counted)
            self._worst += [spot for spot in whole.spots if spot.findings]
            whole.spots = []
            for table in DOCUMENT_TABLES:
                self._group(table.name, table.key(report)).take(whole)
        for question in TABLES:
            self._take(question.name, report, ((question.key(report, claim), claim) for claim in counted))
        self._take(UNCHECKED, report, (((value.reason, value.kind), value) for value in report.unchecked))

    def packed(self) -> bytes:
        """The tally as bytes, the same for the same documents."""
        return packed(part_of(self._figures, self._groups, self._worst, self._unread))

    def _take(self, name: str, report: DocumentReport, keyed: Iterable[tuple[Key | None, _Said]]) -> None:
        """Add what one document says to the groups of a table."""
        said: dict[Key, list[_Said]] = {}
        for key, claim in keyed:
            if key is not None:
                said.setdefault(key, []).append(claim)
        for key, claims in said.items():
            self._group(name, key).take(_group(report, claims))

    def _group(self, name: str, key: Key) -> Group:
        group = self._groups[name].get(key)
        if group is None:
            group = self._groups[name][key] = Group()
        return group


def merge_tallies(parts: Iterable[bytes]) -> bytes:
    """Several parts, in their order, as one: for many machines, each of which sums what it has."""
    return packed(merge_parts(parts))


def _group(report: DocumentReport, said: Sequence[_Said]) -> Group:
    """What one document says alike."""
    date = report.date or ""
    spot = _spot(report, said)
    group = Group(len(said), spot.findings, 1, first=date, last=date, spots=[spot])
    for claim in said:
        if isinstance(claim, ReportClaim):
            group.verdicts[INDEX[claim.verdict]] += 1
    return group


def _spot(report: DocumentReport, said: Sequence[_Said]) -> Spot:
    """The document, with the place and the words of its first finding; of the first that was said, if it has none."""
    findings = [claim for claim in said if isinstance(claim, ReportClaim) and is_finding(claim)]
    shown = min(findings or said, key=_place)
    words = shown.quote or (shown.message if isinstance(shown, ReportClaim) else "")
    quote = " ".join(words[: 4 * _LONGEST_QUOTE].split())
    return Spot(_name(report), len(said), len(findings), shown.line, report.date, _cut(quote, _LONGEST_QUOTE))


def _place(claim: _Said) -> tuple[int, int]:
    return claim.line or 0, claim.column or 0


def _name(report: DocumentReport) -> str:
    """The document's name; a record may have given itself any."""
    return _cut(document_name(report), _LONGEST_NAME)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _figures(report: DocumentReport, inconsistencies: Sequence[Inconsistency]) -> Counter[str]:
    """Every value that was read, counted once, and what is said of no value."""
    counted = [claim for claim in report.claims if claim.caused_by is None]
    figures = Counter({"documents": 1, "unreadable": int(report.error is not None), "problems": len(report.problems)})
    figures["skimmed"] = int(report.is_skimmed)
    figures["not_checked"] = len(report.unchecked)
    figures["consequences"] = len(report.claims) - len(counted)
    figures["silenced"] = sum(claim.verdict in WRONG and claim.severity is Severity.NONE for claim in counted)
    figures["affected"] = int(any(map(is_finding, counted)))
    figures["inconsistencies"] = len(inconsistencies)
    figures.update(claim.severity.value for claim in counted)
    figures.update(clash.severity.value for clash in inconsistencies)
    figures["warning"] += len(report.problems)
    return figures
