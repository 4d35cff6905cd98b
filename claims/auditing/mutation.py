"""Testing facts and rules by breaking texts: whether anybody would notice if a right value were a wrong one.

Every value that the facts support is swapped for a wrong one (:mod:`claims.auditing.swaps`), one at a time, and the
text is checked again. A swap is *noticed* where something at its place is contradicted, outdated or in conflict;
*still true* where the new value is supported too ("at least 30" became "at least 40"); otherwise *unnoticed*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from claims.auditing.swaps import Swap, Values, swaps
from claims.checker import Checker
from claims.dataclasses import dataclass, replace
from claims.documents import read
from claims.errors import ClaimsError, Problem
from claims.judging.wording import Page
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.report import Report, ReportClaim
from claims.model.span import Span
from claims.model.verdict import Verdict
from claims.reports.findings import fact_name
from claims.reports.summary import in_words

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING})


class Outcome(StrEnum):
    """What came of a swap."""

    NOTICED = "noticed"
    STILL_TRUE = "still true"
    UNNOTICED = "unnoticed"


@dataclass(frozen=True, slots=True)
class Tried:
    """A swap that was tried in a document, and what came of it; ``reason`` says why nobody would notice."""

    document: str
    line: int
    column: int
    old: str
    swap: Swap
    outcome: Outcome
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Mutation:
    """All swaps that were tried, in the order of the texts; ``left_out`` are those beyond the limit."""

    tried: tuple[Tried, ...] = ()
    documents: int = 0
    left_out: int = 0
    problems: tuple[Problem, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many swaps came out so."""
        return sum(one.outcome is outcome for one in self.tried)


def mutate(
    checker: Checker,
    documents: Iterable[Document | Problem],
    *,
    limit: int,
    as_of: PartialDate | None = None,
    latest: bool = False,
) -> Mutation:
    """Try the swaps for the values of documents, at most ``limit`` of them in all."""
    values = Values(checker.facts)
    found = Mutation()

    def check(document: Document) -> Report:
        return checker.check_documents([document], as_of=as_of, latest=latest)

    for document in documents:
        if isinstance(document, Problem):
            found = replace(found, problems=(*found.problems, document))
            continue
        again = _reader(document)
        if again is None:
            problem = Problem(document.id, None, None, "values cannot be swapped in a text of this format")
            found = replace(found, problems=(*found.problems, problem))
            continue
        chosen = tuple(_swaps(document, check(document).claims, checker, values))
        room = limit - len(found.tried)
        tried = [_tried(document, swap, check(again(swap.applied_to(document.source)))) for swap in chosen[:room]]
        found = replace(
            found,
            tried=(*found.tried, *tried),
            documents=found.documents + 1,
            left_out=found.left_out + len(chosen) - len(tried),
        )
    return found


def _swaps(document: Document, claims: Iterable[ReportClaim], checker: Checker, values: Values) -> Iterator[Swap]:
    page = Page(document.language, document.source, checker.facts.entities)
    for claim in claims:
        if claim.verdict is Verdict.SUPPORTED:
            yield from swaps(claim, page, values)


def _reader(document: Document) -> Callable[[str], Document] | None:
    """How a changed source becomes a document; ``None`` where the source alone does not make it."""

    def again(source: str) -> Document:
        new = read(source, path=document.path, id=document.id, language=document.language, date=document.date)
        return replace(document, source=new.source, blocks=new.blocks, line_starts=new.line_starts)

    try:
        return again if again(document.source) == document else None
    except ClaimsError:
        return None


def _tried(document: Document, swap: Swap, report: Report) -> Tried:
    line, column = document.line_column(swap.span.start)
    outcome, reason = _outcome(swap, report)
    return Tried(document.id, line, column, document.source[swap.span.start : swap.span.end], swap, outcome, reason)


def _outcome(swap: Swap, report: Report) -> tuple[Outcome, str | None]:
    here = Span(swap.span.start, swap.span.start + len(swap.text))
    claims = [claim for claim in report.claims if _at(here, claim)]
    if any(claim.verdict in _WRONG for claim in claims):
        return Outcome.NOTICED, None
    same = [claim for claim in claims if (claim.entity, claim.attribute) == (swap.claim.entity, swap.claim.attribute)]
    if any(claim.verdict is Verdict.SUPPORTED for claim in same):
        return Outcome.STILL_TRUE, None
    return Outcome.UNNOTICED, _reason(here, claims, report)


def _at(here: Span, claim: ReportClaim) -> bool:
    """Whether a claim says the value at a place, or is blamed there."""
    spans = [(claim.value_start, claim.value_end)]
    if claim.blame is not None:
        spans.append((claim.blame.start, claim.blame.end))
    return any(start is not None and end is not None and start < here.end and here.start < end for start, end in spans)


def _reason(here: Span, claims: Iterable[ReportClaim], report: Report) -> str:
    for claim in claims:
        name = fact_name(claim.entity, claim.attribute)
        return f"read as {name}, {in_words(claim.reason) if claim.reason else claim.verdict.value}"
    for value in report.documents[0].unchecked:
        if value.start < here.end and here.start < value.end:
            return f"not checked, {in_words(value.reason)}"
    return "not read as a value"
