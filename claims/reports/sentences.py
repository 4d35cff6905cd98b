"""The message of a claim: why its verdict is what it is, as a clause in the language of the text."""

from __future__ import annotations

import datetime

from claims.model.dates import PartialDate, Precision
from claims.model.fact import Fact
from claims.model.judgement import Judgement
from claims.model.values import Not, Value
from claims.model.verdict import Match, Reason, Verdict
from claims.reports.statements import time_words
from claims.reports.wording import Voice


def message(judgement: Judgement, said: str, voice: Voice, *, speaker: str | None = None) -> str:
    """The clause for a judgement; ``said`` is the value, and ``speaker`` who says it, as the text gives them."""
    clause = _verdict(judgement, said, voice)
    part = voice.table.blamed.get(judgement.blame.role) if judgement.blame else None
    return voice.table.also.join(filter(None, (clause, part, _spoken(judgement, speaker, voice))))


def _spoken(judgement: Judgement, speaker: str | None, voice: Voice) -> str | None:
    """Whose words a claim is that does not hold; of one that holds nobody asks."""
    if judgement.claim.speaker is None or judgement.verdict in (Verdict.SUPPORTED, Verdict.UNVERIFIABLE):
        return None
    return voice.table.said_by.format(speaker=speaker) if speaker else voice.table.quoted


def _verdict(judgement: Judgement, said: str, voice: Voice) -> str:
    table = voice.table
    match judgement.verdict:
        case Verdict.SUPPORTED:
            return table.supported[judgement.match or Match.EXACT]
        case Verdict.CONTRADICTED:
            return _contradicted(judgement, said, voice)
        case Verdict.OUTDATED:
            return _outdated(judgement, voice)
        case Verdict.CONFLICTING:
            return table.conflicting.format(known=_known(judgement.evidence, voice))
        case Verdict.UNVERIFIABLE:
            return table.unverifiable[judgement.reason or Reason.NO_FACT]


def _contradicted(judgement: Judgement, said: str, voice: Voice) -> str:
    table = voice.table
    known = _known(judgement.evidence, voice)
    if judgement.note == "premature" and known:
        return table.premature.format(said=said, known=known)
    excluded = all(isinstance(fact.value, Not) for fact in judgement.evidence)
    return (table.contradicted_by_none if excluded else table.contradicted).format(said=said, known=known)


def _outdated(judgement: Judgement, voice: Voice) -> str:
    """Say "true until X; now Y since Z", with as much of it as is known."""
    table = voice.table
    current = judgement.evidence[0] if judgement.evidence else None
    known = _known(judgement.evidence, voice)
    if current and (begun := time_words(current.validity, voice)) and len(_values(judgement.evidence)) == 1:
        bracketed = begun if current.validity.since else f"({begun})"
        known = table.outdated_now.format(known=known, since=bracketed)
    until = _last_end(judgement.replaced, current)
    if until is None:
        return table.outdated_undated.format(known=known)
    return table.outdated.format(until=voice.dated(table.until, until), known=known)


def _last_end(replaced: tuple[Fact, ...], current: Fact | None) -> PartialDate | None:
    """When the last of the earlier facts ended, no more finely than somebody wrote it."""
    ends: list[datetime.date] = [fact.validity.period.end for fact in replaced if fact.validity.period.end]
    if not ends:
        return None
    end = max(ends)
    written_dates = [fact.validity.until for fact in replaced]
    written_dates += [current.validity.since, current.validity.as_of] if current else []
    for written in written_dates:
        if written and written.start == end:
            return written
    return PartialDate(end, Precision.DAY)


def _values(facts: tuple[Fact, ...]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(fact.value for fact in facts))


def _known(facts: tuple[Fact, ...], voice: Voice) -> str:
    return voice.listing([voice.value(value) for value in _values(facts)])
