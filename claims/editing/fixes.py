"""Suggestions written into a text.

A finding is fixed where it speaks (error or warning), was read with high confidence, and has a suggestion that
replaces what stands in the source just as the reader saw it: one stretch, without markup in it. Everything else is
left, and a :class:`Left` says why. Findings of medium confidence are fixed only where that is asked for.

A fix is kept only if the checker agrees: the fixed text is checked again, and again while that brings up
new suggestions. A text on which this does not come to rest, or that has no fewer findings afterwards, is left as it
was, so that fixing twice is fixing once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from claims.dataclasses import dataclass
from claims.documents.formats import data_format_of
from claims.model.document import BlockKind, Document
from claims.model.judgement import BlameRole
from claims.model.report import DocumentReport, ReportClaim
from claims.model.span import Span
from claims.model.verdict import Confidence, Severity
from claims.reports.findings import is_finding

_ROUNDS = 5
_MARKUP = frozenset("<>&`*_[]{}\\|~\r\n")
_MARKUP_OF_TITLES = _MARKUP | frozenset("'\":#")


class Why(StrEnum):
    """Why a suggestion is not written into the text."""

    CROSSES_MARKUP = "it crosses markup"
    HOLDS_MARKUP = "the new words may be markup here"
    QUOTED = "it stands in a quotation, whose words are the speaker's"
    UNSURE = "it was not read with high confidence"
    BLAMED_ELSEWHERE = "another part of the sentence may be the wrong one"
    OVERLAPS = "another fix stands in the same place"
    RESTLESS = "the text is no better afterwards"
    NOT_A_TEXT_FILE = "the file is not plainly its text"


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` instead of what stands at ``span`` of the source."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Left:
    """A finding whose suggestion was not written, and why."""

    claim: ReportClaim
    why: Why


@dataclass(frozen=True, slots=True)
class Plan:
    """What to replace, in order and without overlaps, and what is left."""

    edits: tuple[Edit, ...] = ()
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after its fixes; ``edits`` is how many were made, and ``left`` what was not fixed."""

    document: Document
    edits: int = 0
    left: tuple[Left, ...] = ()


Look = Callable[[str], tuple[Document, DocumentReport]]
"""Reads a text in place of the document's, and checks it."""


def fix(document: Document, report: DocumentReport, look: Look, *, unsafe: bool = False) -> Fixed:
    """Write the suggestions of a report into its document, until there are none that can be written."""
    now, found, made = document, report, 0
    for _ in range(_ROUNDS):
        plan = plan_fixes(now, found, unsafe=unsafe)
        if not plan.edits:
            better = not made or _weight(found) < _weight(report)
            return Fixed(now, made, plan.left) if better else leave(document, report, Why.RESTLESS, unsafe=unsafe)
        made += len(plan.edits)
        now, found = look(apply(now.source, plan.edits))
    return leave(document, report, Why.RESTLESS, unsafe=unsafe)


def leave(document: Document, report: DocumentReport, why: Why, *, unsafe: bool = False) -> Fixed:
    """The document as it is, and why what could be fixed in it is not."""
    plan = plan_fixes(document, report, unsafe=unsafe)
    fixable = [claim for claim, edit in _suggested(report.claims) if edit in plan.edits]
    return Fixed(document, 0, (*(Left(claim, why) for claim in fixable), *plan.left))


def plan_fixes(document: Document, report: DocumentReport, *, unsafe: bool = False) -> Plan:
    """Which findings can be fixed in the source of the document."""
    edits: list[Edit] = []
    left: list[Left] = []
    for claim, edit in sorted(_suggested(report.claims), key=lambda pair: pair[1].span):
        why = _doubt(claim, unsafe=unsafe) or _obstacle(document, edit)
        if why is None and edits and edits[-1].span.overlaps(edit.span):
            why = None if edits[-1] == edit else Why.OVERLAPS
        elif why is None:
            edits.append(edit)
        if why is not None:
            left.append(Left(claim, why))
    return Plan(tuple(edits), tuple(left))


def apply(source: str, edits: Iterable[Edit]) -> str:
    """The source with the edits made; they are in order and do not overlap."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (source[position : edit.span.start], edit.text)
        position = edit.span.end
    return "".join((*parts, source[position:]))


def _suggested(claims: Iterable[ReportClaim]) -> Iterator[tuple[ReportClaim, Edit]]:
    for claim in claims:
        new = claim.suggestion
        if new is None or new.start is None or new.end is None or new.start == new.end:
            continue
        if is_finding(claim) and claim.severity is not Severity.NOTE:
            yield claim, Edit(Span(new.start, new.end), new.text)


def _doubt(claim: ReportClaim, *, unsafe: bool) -> Why | None:
    """What speaks against a suggestion, wherever it stands."""
    if claim.confidence is not Confidence.HIGH and not (unsafe and claim.confidence is Confidence.MEDIUM):
        return Why.UNSURE
    if claim.quoted:
        return Why.QUOTED
    blame, new = claim.blame, claim.suggestion
    if blame is None or new is None or blame.role == BlameRole.VALUE:
        return None
    return None if (blame.start, blame.end) == (new.start, new.end) else Why.BLAMED_ELSEWHERE


def _obstacle(document: Document, edit: Edit) -> Why | None:
    """Why an edit cannot be made where it stands."""
    found = document.find(edit.span)
    if found is None or not document.is_verbatim(edit.span):
        return Why.CROSSES_MARKUP
    marks = _MARKUP_OF_TITLES if document.blocks[found[0]].kind is BlockKind.TITLE else _MARKUP
    data_format = data_format_of(document.path)
    new = marks.union(data_format.marks if data_format else ()).intersection(edit.text)
    # a mark that stands there already, as prose, is none in this place
    return Why.HOLDS_MARKUP if new.difference(document.source[edit.span.start : edit.span.end]) else None


def _weight(report: DocumentReport) -> tuple[int, int]:
    """How bad a report is: its errors, then all its findings that speak."""
    loud = [claim.severity for claim in report.claims if is_finding(claim)]
    return loud.count(Severity.ERROR), len(loud)
