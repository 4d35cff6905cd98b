"""Hedges: the words around a value that say how it is meant (*more than 80*, *80 ou plus*)."""

from __future__ import annotations

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.mention import MentionKind
from claims.model.span import Span
from claims.model.verdict import Operator
from claims.reading.values.found import Found


def hedged(tokens: Tokens, found: Found, language: Language, least: int) -> tuple[Operator, Span | None]:
    """How the value is meant, and the span that takes in the words that say so.

    ``least`` is the first token a hedge may take.
    """
    around, words = language.around, tokens.words
    dated = found.kind is MentionKind.DATE
    if found.relative:
        return found.operator, None
    before = (language.calendar.hedges if dated else around.hedges_before).before(words, found.first)
    vague = found.operator is Operator.GE and before is not None and before[0] is Operator.ABOUT
    if before and before[1] >= least and not vague:
        return before[0], Span(tokens.starts[before[1]], found.end)
    after = None if dated else _after(tokens, found.last, language)
    if after and found.operator is Operator.EQ:
        return after[0], Span(found.start, tokens.ends[after[1] - 1])
    return found.operator, None


def _after(tokens: Tokens, index: int, language: Language) -> tuple[Operator, int] | None:
    """What the words behind a value make of it; some do it with a hyphen only (*80-odd*)."""
    tied = language.around.hedges_tied.get(tokens.words[index]) if tokens.gaps[index] == "-" else None
    return (tied, index + 1) if tied else language.around.hedges_after.at(tokens.words, index)
