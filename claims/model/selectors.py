"""Selectors: one grammar wherever findings are chosen (``--select``, ``--ignore``, ``judge``, ``explain``).

    contradicted                 a verdict
    no_fact                      a reason
    coalition.members            an entity and an attribute; * ? [] are globs: *.members, coalition.*
    attendance-within-membership a rule
    inconsistency                claims that exclude each other
    coalition.members:outdated   both at once
    outdated,*.founded           either of the two

Ids may hold dots, spaces and colons (``1634: a novel.author``): a colon combines only where a verdict or a reason
follows it. An id with a comma is selected with ``?`` in its place.
"""

from __future__ import annotations

from collections.abc import Collection
from fnmatch import fnmatchcase
from functools import lru_cache

from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.model.verdict import Reason, Verdict

INCONSISTENCY = "inconsistency"
WORDS = (*Verdict, *Reason, INCONSISTENCY)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a selector looks at: a claim with its verdict, or a rule alone. ``rules`` are those that led to it."""

    entity: str | None = None
    attribute: str | None = None
    verdict: Verdict | None = None
    reason: Reason | None = None
    rules: tuple[str, ...] = ()
    inconsistent: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """What one part of a selector asks for: every part that is given must fit."""

    words: tuple[str, ...] = ()
    name: str | None = None
    rule: str | None = None

    def selects(self, subject: Subject) -> bool:
        """Whether all that is asked for fits."""
        said = {subject.verdict, subject.reason, INCONSISTENCY if subject.inconsistent else None}
        if not said.issuperset(self.words):
            return False
        if self.name is not None and (
            subject.entity is None or not fnmatchcase(f"{subject.entity}.{subject.attribute}", self.name)
        ):
            return False
        return self.rule is None or any(fnmatchcase(rule, self.rule) for rule in subject.rules)


@dataclass(frozen=True, slots=True)
class Selector:
    """Terms of which one must fit."""

    terms: tuple[Term, ...] = ()

    def selects(self, subject: Subject) -> bool:
        """Whether one of the terms fits."""
        return any(term.selects(subject) for term in self.terms)

    @property
    def names_verdicts(self) -> bool:
        """Whether a term names a verdict or a reason."""
        return any(term.words for term in self.terms)


@lru_cache(maxsize=256)
def parse_selector(text: str) -> Selector:
    """Read a selector. Raises :class:`~claims.errors.UsageError` where a part is empty."""
    return Selector(tuple(_term(part.strip(), text) for part in text.split(",")))


def _term(part: str, text: str) -> Term:
    words: list[str] = []
    head, colon, tail = part.rpartition(":")
    while colon and tail.strip() in WORDS:
        words.insert(0, tail.strip())
        part = head.strip()
        head, colon, tail = part.rpartition(":")
    if part in WORDS:
        return Term((part, *words))
    if not part:
        raise UsageError(
            f"a part of the selector {text!r} is empty: write a verdict, a reason, entity.attribute or a rule"
        )
    return Term(tuple(words), name=part) if "." in part else Term(tuple(words), rule=part)


def check_rules(selector: Selector, rules: Collection[str]) -> None:
    """Raise :class:`~claims.errors.UsageError` where a term names a rule that is not among ``rules``."""
    import difflib

    for term in selector.terms:
        if term.rule is None or any(fnmatchcase(rule, term.rule) for rule in rules):
            continue

        near = difflib.get_close_matches(term.rule, [*WORDS, *rules], n=1)
        hint = f"did you mean {near[0]}?" if near else "write a verdict, a reason, entity.attribute or a rule's id"
        raise UsageError(f"{term.rule!r} is no verdict, no reason and no rule ({hint})")
