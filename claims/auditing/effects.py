"""What a change of facts does to texts: every claim whose verdict it alters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.checker import Checker
from claims.dataclasses import dataclass
from claims.errors import Problem
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.report import DocumentReport, ReportClaim
from claims.model.verdict import Verdict
from claims.reports.findings import document_name

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.CONFLICTING})
_Key = tuple[int | None, int | None, str, str]


@dataclass(frozen=True, slots=True)
class Effect:
    """A claim whose verdict is another one now; ``None`` where only one of the two readings makes it.

    ``claim`` is the claim as it is read now, or was read before where it is read no more.
    """

    document: str
    claim: ReportClaim
    old: Verdict | None
    new: Verdict | None

    @property
    def is_wrong(self) -> bool:
        """Whether the text is wrong now, and was not before."""
        return self.new in _WRONG and self.old not in _WRONG


def effects(
    old: Checker,
    new: Checker,
    documents: Iterable[Document | Problem],
    *,
    as_of: PartialDate | None = None,
    latest: bool = False,
) -> tuple[Effect, ...]:
    """The claims of documents on which the two checkers differ, in the order of the texts."""
    texts = tuple(documents)
    before, after = (checker.check_documents(texts, as_of=as_of, latest=latest).documents for checker in (old, new))
    return tuple(effect for was, now in zip(before, after, strict=True) for effect in _between(was, now))


def _between(was: DocumentReport, now: DocumentReport) -> Iterator[Effect]:
    before, after = _by_place(was.claims), _by_place(now.claims)
    name = document_name(now)
    for key in sorted({*before, *after}, key=lambda key: (key[0] or 0, key)):
        old, new = before.get(key), after.get(key)
        verdicts = (old.verdict if old else None, new.verdict if new else None)
        claim = new or old
        if claim is not None and verdicts[0] is not verdicts[1]:
            yield Effect(name, claim, *verdicts)


def _by_place(claims: Sequence[ReportClaim]) -> Mapping[_Key, ReportClaim]:
    return {(claim.value_start, claim.value_end, claim.entity, claim.attribute): claim for claim in claims}
