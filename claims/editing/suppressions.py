"""Comments in a text that silence findings.

    <!-- claims-disable-next-line coalition.members -- as it was quoted in 2019 -->
    <!-- claims-disable outdated --> ... <!-- claims-enable outdated -->
    <!-- claims-disable-file *.founded -->

``next-line`` is about the block that begins next: the paragraph, heading or list item, or the whole table. What is
disabled stays so up to ``claims-enable`` with the same selector, or without one, or else to the end. The selector is
that of ``--select``; without one everything is silenced. What stands behind ``--`` is for people.

A silenced finding stays in the report with severity ``none``. A comment that silences nothing, or cannot be
understood, is a problem of its document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from claims.dataclasses import dataclass, replace
from claims.errors import Problem, UsageError
from claims.model.document import Comment, Document
from claims.model.report import DocumentReport, Inconsistency, Report, ReportClaim
from claims.model.selectors import Selector, Subject, check_rules, parse_selector
from claims.model.span import Span
from claims.model.verdict import Severity, Silence
from claims.reports.narrowing import subject_of

NEXT, FILE, DISABLE, ENABLE = "claims-disable-next-line", "claims-disable-file", "claims-disable", "claims-enable"
WORDS = (NEXT, FILE, DISABLE, ENABLE)
_MOST = 100

R = TypeVar("R", bound=Report)


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a comment silences: findings that ``selector`` selects (``None``: all) within ``scope`` of the source."""

    comment: Comment
    scope: Span
    selector: Selector | None = None


@dataclass(frozen=True, slots=True)
class Suppressions:
    """Those of one document, and the mistakes in its comments."""

    document: Document
    all: tuple[Suppression, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_suppressions(document: Document, rules: Collection[str] = ()) -> Suppressions:
    """What the comments of a document say. ``rules`` are the ids that a selector may name."""
    reader = _Reader(document, rules)
    for comment in document.comments:
        try:
            reader.read(comment)
        except UsageError as error:
            reader.problems.append(_problem(document, comment, str(error)))
    return Suppressions(document, reader.finish(), tuple(reader.problems))


class _Reader:
    """Reads the comments of a document one after the other. ``_open`` are those that are still in force."""

    def __init__(self, document: Document, rules: Collection[str]) -> None:
        self._rules = rules
        self._blocks = _Blocks(document)
        self._found: list[Suppression] = []
        self._open: list[tuple[Comment, str]] = []
        self._end = len(document.source) + 1
        self._about: Counter[Span] = Counter()
        self.problems: list[Problem] = []

    def read(self, comment: Comment) -> None:
        """Take in a comment. Raises :class:`~claims.errors.UsageError` for one that cannot be understood."""
        said = comment.text.partition(" --")[0].split(maxsplit=1)
        word, written = said[0], said[1].strip() if len(said) > 1 else ""
        if word not in WORDS:
            import difflib

            near = difflib.get_close_matches(word, WORDS, n=1) or [f"one of {', '.join(WORDS)}"]
            raise UsageError(f"{word} is unknown: did you mean {near[0]}?")
        selector = self._selector(written)
        if word == ENABLE:
            self._enable(comment, written)
        elif word == DISABLE:
            self._refuse_many(len(self._open))
            self._open.append((comment, written))
        else:
            scope = Span(0, self._end) if word == FILE else self._blocks.behind(comment.span.end)
            self._refuse_many(self._about[scope])
            self._about[scope] += 1
            self._found.append(Suppression(comment, scope, selector))

    def _selector(self, written: str) -> Selector | None:
        if not written:
            return None
        selector = parse_selector(written)
        check_rules(selector, self._rules)
        return selector

    def _refuse_many(self, number: int) -> None:
        """Keep the cost of a finding bounded, whatever a stranger's text says."""
        if number >= _MOST:
            raise UsageError(f"more than {_MOST} comments are about the same stretch: use fewer, with wider selectors")

    def _enable(self, comment: Comment, written: str) -> None:
        ended = [one for one in self._open if not written or one[1] == written]
        if not ended:
            raise UsageError(f"nothing is disabled here that `{comment.text}` could end")
        self._open = [one for one in self._open if one not in ended]
        self._close(ended, comment.span.start)

    def _close(self, ended: Iterable[tuple[Comment, str]], end: int) -> None:
        for comment, written in ended:
            self._found.append(Suppression(comment, Span(comment.span.end, end), self._selector(written)))

    def finish(self) -> tuple[Suppression, ...]:
        """All suppressions, in the order of their comments."""
        self._close(self._open, self._end)
        return tuple(sorted(self._found, key=lambda one: one.comment.span))


class _Blocks:
    """Where the blocks of a document begin and end in its source; a table counts as one."""

    def __init__(self, document: Document) -> None:
        self._starts = [block.runs[0].source for block in document.blocks]
        self._ends = [block.runs[-1].source + block.runs[-1].source_length for block in document.blocks]
        last = {block.cell.table: end for block, end in zip(document.blocks, self._ends, strict=True) if block.cell}
        self._tables = [last[block.cell.table] if block.cell else None for block in document.blocks]

    def behind(self, offset: int) -> Span:
        """The first block that begins behind an offset. Raises :class:`~claims.errors.UsageError` for none."""
        first = bisect_left(self._starts, offset)
        if first == len(self._starts):
            raise UsageError("nothing follows this comment")
        return Span(self._starts[first], self._tables[first] or self._ends[first])


def suppress(report: R, suppressions: Mapping[str, Suppressions]) -> R:
    """The report with what the comments of its documents, by id, silence; and with the problems of comments."""
    if not suppressions:
        return report
    clashing: dict[str, set[str]] = {}
    for place in (place for clash in report.inconsistencies for place in clash.claims):
        clashing.setdefault(place.document, set()).add(place.claim)
    sweeps = {name: _Sweep(said, clashing.get(name, ())) for name, said in suppressions.items()}
    documents = [
        sweeps[document.id].through(document) if document.id in sweeps else document for document in report.documents
    ]
    quiet = {(name, claim) for name, sweep in sweeps.items() for claim in sweep.quiet}
    return replace(
        report,
        documents=tuple(documents),
        inconsistencies=tuple(_heard(clash, quiet) for clash in report.inconsistencies),
    )


def _heard(clash: Inconsistency, quiet: Collection[tuple[str, str]]) -> Inconsistency:
    """An inconsistency, with severity ``none`` where a comment at one of its claims means it."""
    silenced = any((place.document, place.claim) in quiet for place in clash.claims)
    return replace(clash, severity=Severity.NONE) if silenced else clash


class _Sweep:
    """Goes once through the claims of a document in the order of their places, with the comments in force there.

    ``quiet`` are those of the ``clashing`` claims whose inconsistency a comment means.
    """

    def __init__(self, said: Suppressions, clashing: Collection[str]) -> None:
        self._said = said
        self._clashing = clashing
        self._used: set[Comment] = set()
        self.quiet: set[str] = set()

    def through(self, document: DocumentReport) -> DocumentReport:
        """The document with what its comments silence, and the problems of those comments."""
        claims = list(document.claims)
        waiting = deque(sorted(self._said.all, key=lambda one: one.scope))
        force: list[Suppression] = []
        for index in sorted(range(len(claims)), key=lambda index: _place(claims[index])):
            place = _place(claims[index])
            while waiting and waiting[0].scope.start <= place:
                force.append(waiting.popleft())
            force = [one for one in force if place < one.scope.end]
            claims[index] = self._heard(claims[index], force)
        return replace(document, claims=tuple(claims), problems=self._problems())

    def _heard(self, claim: ReportClaim, force: Sequence[Suppression]) -> ReportClaim:
        clash = Subject(claim.entity, claim.attribute, inconsistent=True)
        if claim.id in self._clashing and self._is_meant(clash, force):
            self.quiet.add(claim.id)
        if claim.severity is Severity.NONE or not self._is_meant(subject_of(claim), force):
            return claim
        return replace(claim, severity=Severity.NONE, silenced_by=Silence.COMMENT)

    def _is_meant(self, subject: Subject, force: Sequence[Suppression]) -> bool:
        """Whether a comment in force means a finding; those that do are noted as used."""
        found = [one.comment for one in force if one.selector is None or one.selector.selects(subject)]
        self._used.update(found)
        return bool(found)

    def _problems(self) -> tuple[Problem, ...]:
        """The mistakes in comments, and the comments that silenced nothing, by place."""
        unused = (
            _problem(self._said.document, one.comment, f"{one.comment.text.split()[0]} silences nothing: take it out")
            for one in self._said.all
            if one.comment not in self._used
        )
        return tuple(sorted((*self._said.problems, *unused), key=lambda it: (it.line or 0, it.column or 0)))


def _place(claim: ReportClaim) -> int:
    return next((place for place in (claim.value_start, claim.start) if place is not None), -1)


def _problem(document: Document, comment: Comment, message: str) -> Problem:
    line, column = document.line_column(comment.span.start)
    return Problem(document.path or document.id, line, column, message)
