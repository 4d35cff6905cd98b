"""Dates that are said against the day the text was written on: *yesterday*, *three weeks ago*, *mardi prochain*.

The phrases are patterns in the language's data; each has a meaning, and each meaning a function here. A date
is as fine as the unit it was counted in, and about: *two years ago* is a year, not a day.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.patterns import Node
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.verdict import Operator
from claims.reading.values.anchored import ANCHORED
from claims.reading.values.found import Found
from claims.reading.values.meanings import MEANINGS, Dated
from claims.reading.values.outlook import is_to_come
from claims.reading.values.slots import Slots, fill
from claims.reading.values.times import Times

DateReader = Callable[[Tokens, int], Found | None]

_EMPTY = Slots()
_COUNTED = frozenset({"back", "ahead", "ahead-if-future"})
_NEAR = 10


class _Walk(NamedTuple):
    """A place in the text and in the tree, with what was met on the way."""

    at: int
    node: Node
    slots: Slots = _EMPTY


def read_relative(tokens: Tokens, index: int, language: Language, times: Times, read_date: DateReader) -> Found | None:
    """The longest phrase of the language's ``relative`` patterns that starts at token ``index``.

    Without the document's date, or with one coarser than a day, the phrase is passed over as no mention.
    """
    best: _Walk | None = None
    open_walks = [_Walk(index, language.calendar.relative)]
    while open_walks:
        walk = open_walks.pop()
        if walk.node.meaning and (best is None or walk.at > best.at) and _is_meant(tokens, index, walk, language):
            best = walk
        open_walks += _steps(tokens, walk, language, read_date)
    if best is None:
        return None
    return _resolve(tokens, index, best, times, language)


def _steps(tokens: Tokens, walk: _Walk, language: Language, read_date: DateReader) -> list[_Walk]:
    word, following = tokens.words[walk.at], walk.node.next
    steps = [_Walk(walk.at + 1, following[word], walk.slots)] if word in following else []
    for name in walk.node.slots:
        if name == "{date}":
            found = read_date(tokens, walk.at)
            if found is not None and isinstance(found.value, PartialDate):
                slots = replace(walk.slots, date=found.value, against=found.relative)
                steps.append(_Walk(found.last, following[name], slots))
        elif filled := fill(name, walk.slots, tokens, walk.at, language):
            steps.append(_Walk(filled[1], following[name], filled[0]))
    return steps


def _is_meant(tokens: Tokens, index: int, walk: _Walk, language: Language) -> bool:
    """Whether a phrase that may also say something else is the date here."""
    match walk.node.meaning:
        case "on-weekday":
            date = walk.slots.date
            # "Monday, Tuesday" are two; a day in digits that falls on another weekday is taken for no date at all.
            dated = any(map(str.isdecimal, tokens.words[index : walk.at]))
            agrees = date is not None and (dated or date.start.isoweekday() == walk.slots.weekday)
            return date is not None and date.precision is Precision.DAY and agrees
        case "holiday" | "holiday-last" | "holiday-next":
            # "Easter Island" and "Noël Mamère" are none.
            named = tokens.gaps[walk.at] == " " and tokens.raw(walk.at, walk.at + 1)[:1].isupper()
            return not named or walk.slots.date is not None
        case meaning if meaning in ANCHORED:
            return tokens.gaps[walk.at] != "-"
        case "day-month":
            first, _, second = tokens.words[index : index + 3]
            led = index > 0 and tokens.words[index - 1] in language.calendar.numeric_before
            return led or (len(first) == len(second) == 2 and int(first) > int(second))
        case "ahead-if-future":
            near = tokens.words[max(0, index - _NEAR) : index]
            return not index or not language.calendar.future.isdisjoint(near)
        case _:
            return True


def _resolve(tokens: Tokens, index: int, walk: _Walk, times: Times, language: Language) -> Found | None:
    fixed = walk.slots.date is not None and not walk.slots.against
    if walk.node.meaning == "holiday" and not fixed and is_to_come(tokens, index, walk.at, language):
        walk = walk._replace(node=replace(walk.node, meaning="holiday-next"))
    value = _dated(walk, times, fixed=fixed)
    if value is None and (fixed or walk.node.meaning in ANCHORED):
        return None
    about = walk.node.meaning in _COUNTED and walk.slots.unit != "day"
    return Found(
        index,
        walk.at,
        tokens.starts[index],
        tokens.ends[walk.at - 1],
        MentionKind.DATE,
        value,
        Operator.ABOUT if about else Operator.EQ,
        relative=not fixed,
    )


def _dated(walk: _Walk, times: Times, *, fixed: bool) -> Dated:
    """What the phrase means, by the date that was named last or by the document's day; ``None`` where neither can."""
    today = times.today if times.today is not None and times.today.precision is Precision.DAY else None
    anchored = ANCHORED.get(walk.node.meaning)
    try:
        if anchored:
            return anchored(times, walk.slots)
        if today is None and not fixed:
            return None
        return MEANINGS[walk.node.meaning](today or PartialDate.of(1), walk.slots)
    except (ValueError, OverflowError):
        return None
