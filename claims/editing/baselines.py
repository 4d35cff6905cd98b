"""The findings of an earlier run, so that only new ones speak.

An entry is known again by the file's path, seen from the folder of the baseline, and a fingerprint of what is said, in
which words, with which verdict, and how often the same was said before in the text. It holds no line number, so that
paragraphs may move; what is said anew, or comes to another verdict, speaks again. Failed requirements and
inconsistencies are entries too.

A finding that is in the baseline stays in the report with severity ``none``. An entry of a checked file that nothing
fits any more is a problem of the report; that is not said of an inconsistency between files, of which some may not
have been checked.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from claims.dataclasses import dataclass, replace
from claims.errors import Problem
from claims.loading.fields import Fields, items_of
from claims.loading.formats import BASELINE, open_file
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.yaml_tree import parse_yaml
from claims.model.report import DocumentReport, Inconsistency, Report, ReportClaim, RequirementFailure
from claims.model.verdict import Severity, Silence
from claims.reports.findings import document_name, headline, is_finding
from claims.reports.json_text import json_text
from claims.reports.values import Json, plain

R = TypeVar("R", bound=Report)
Relative = Callable[[str], str]
"""The path of a document as the baseline writes it: seen from the baseline's folder, with slashes."""

_KEYS = ("path", "finding", "quote", "fingerprint")
_FACTS, _TEXTS = "(facts)", "(texts)"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding. ``finding`` and ``quote`` are for people; ``line`` is where the baseline has it."""

    path: str
    fingerprint: str
    finding: str = ""
    quote: str = ""
    line: int | None = None

    @property
    def key(self) -> Key:
        """What the finding is known by."""
        return self.path, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings; ``path`` is that of the file they were read from."""

    entries: tuple[Entry, ...] = ()
    path: str = ""


def baseline_of(report: Report, relative: Relative) -> Baseline:
    """The findings of a report that speak."""
    known = _Known(report, relative)
    entries = [
        Entry(*known.claim(document, claim), headline(claim), " ".join((claim.quote or "").split()))
        for document in report.documents
        for claim in document.claims
        if is_finding(claim)
    ]
    entries += (
        Entry(*known.requirement(it), f"{it.rule}: {it.message}")
        for it in report.requirements
        if it.severity is not Severity.NONE
    )
    entries += (
        Entry(*known.inconsistency(it), it.message) for it in report.inconsistencies if it.severity is not Severity.NONE
    )
    return Baseline(tuple(sorted(entries, key=lambda entry: (entry.path, entry.finding, entry.fingerprint))))


def baseline_text(baseline: Baseline) -> str:
    """The baseline as a file, the same for the same findings."""
    entries: list[Json] = [
        {"path": it.path, "finding": it.finding, "quote": it.quote, "fingerprint": it.fingerprint}
        for it in baseline.entries
    ]
    return json_text({"format": BASELINE, "findings": entries})


def read_baseline(text: str, path: str) -> Baseline:
    """The baseline in a file. Raises :class:`~claims.errors.LoadError` with every mistake in it."""
    mistakes = Mistakes(path, text)
    root = parse_yaml(text, mistakes)
    file = open_file(root, ("format", "findings"), BASELINE, mistakes) if root is not None else None
    nodes = [] if file is None else items_of(file.node("findings"))
    entries = [_entry(Fields(node, _KEYS, mistakes, "a finding")) for node in nodes]
    raise_all([mistakes])
    return Baseline(tuple(entries), path)


def _entry(fields: Fields) -> Entry:
    fields.required("path")
    fields.required("fingerprint")
    line = fields.place.line if fields.place else None
    return Entry(fields.text("path") or "", fields.text("fingerprint") or "", fields.text("finding") or "", "", line)


def hide(report: R, baseline: Baseline, relative: Relative, gone: Collection[str] = ()) -> R:
    """The report with what is in the baseline at severity ``none``, and its stale entries as problems.

    ``gone`` are the paths, as the baseline writes them, of files that are there no more.
    """
    known = _Known(report, relative)
    entries = {entry.key for entry in baseline.entries}
    looked_at = known.paths.union(gone)
    stale = (
        _stale(baseline, entry) for entry in baseline.entries if entry.key not in known.keys and entry.path in looked_at
    )

    def hidden(document: DocumentReport) -> DocumentReport:
        found = ((claim, known.claim(document, claim) in entries) for claim in document.claims)
        return replace(document, claims=tuple(_silenced(claim) if is_known else claim for claim, is_known in found))

    return replace(
        report,
        documents=tuple(map(hidden, report.documents)),
        requirements=tuple(_quiet(it, known.requirement(it) in entries) for it in report.requirements),
        inconsistencies=tuple(_quiet(it, known.inconsistency(it) in entries) for it in report.inconsistencies),
        problems=(*report.problems, *stale),
    )


Q = TypeVar("Q", RequirementFailure, Inconsistency)


def _quiet(finding: Q, is_known: bool) -> Q:
    return replace(finding, severity=Severity.NONE) if is_known else finding


def _silenced(claim: ReportClaim) -> ReportClaim:
    if claim.severity is Severity.NONE:
        return claim
    return replace(claim, severity=Severity.NONE, silenced_by=Silence.BASELINE)


def _stale(baseline: Baseline, entry: Entry) -> Problem:
    message = f'{entry.path}: "{entry.finding or "a finding"}" is found no more'
    return Problem(baseline.path, entry.line, None, message, "run `claims baseline` again")


class _Known:
    """By what each finding of a report is known: ``keys`` are all, ``paths`` those of the texts that were read."""

    def __init__(self, report: Report, relative: Relative) -> None:
        self._names = {document.id: relative(document_name(document)) for document in report.documents}
        self._claims: dict[tuple[str, str], Key] = {}
        for document in report.documents:
            counts: Counter[str] = Counter()
            for claim in document.claims:
                said = _digest(*_said(claim))
                counts[said] += 1
                self._claims[document.id, claim.id] = (self._names[document.id], _digest(said, counts[said]))
        self.paths = {_FACTS, *(self._names[document.id] for document in report.documents if not document.error)}
        self.keys = {
            *self._claims.values(),
            *map(self.requirement, report.requirements),
            *map(self.inconsistency, report.inconsistencies),
        }

    def claim(self, document: DocumentReport, claim: ReportClaim) -> Key:
        return self._claims[document.id, claim.id]

    def requirement(self, failure: RequirementFailure) -> Key:
        return _FACTS, _digest("requirement", failure.rule, failure.message)

    def inconsistency(self, clash: Inconsistency) -> Key:
        members = sorted(self._claims[place.document, place.claim] for place in clash.claims)
        paths = {path for path, _ in members}
        return paths.pop() if len(paths) == 1 else _TEXTS, _digest("inconsistency", *map(list, members))


def _said(claim: ReportClaim) -> Iterator[Json]:
    """What a claim says and comes to, its place left out."""
    yield from (claim.entity, claim.attribute, claim.operator.value, claim.verdict.value, plain(claim.value))
    yield from (claim.unit, " ".join((claim.quote or "").split()))
    yield [list(pair) for pair in claim.where]


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
