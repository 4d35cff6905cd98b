r"""The closed grammar of frames.

A frame is a phrase with slots::

    {entity} (regroupe|compte) [aujourd'hui] {value} {noun}
    was found* (in|on) {value}

* words match themselves, folded; ``stem*`` matches every word that begins with it;
* ``(a|b c)`` is a choice of phrases, ``[optional]`` may be absent, ``\(`` is a bracket in the text;
* ``{value}`` is the value, ``{entity}`` whom it is said of, ``{noun}`` one of the attribute's nouns,
  ``{addend}`` a number to be added to the value, any other name a qualifier (``where``) filled by the name that
  stands there.

Nothing nests more than :data:`MAX_DEPTH` deep and a frame is at most :data:`MAX_LENGTH` characters long, so
that a rules file from a stranger costs nothing.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.languages.words import words

MAX_LENGTH = 1000
MAX_DEPTH = 4
_SLOT = re.compile(r"\{\s*\w+\s*\}")
_TOKEN = re.compile(r"\{\s*(\w+)\s*\}|\\[()\[\]|]|[()\[\]|]|[^\s()\[\]|{}\\]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One literal word, or the beginning of one where ``stem`` is set."""

    text: str
    stem: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to be filled: ``value``, ``entity``, ``noun`` or the name of a qualifier."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternative phrases; an optional phrase is a choice with an empty one."""

    options: tuple[Phrase, ...]


Phrase: TypeAlias = tuple["Word | Slot | Choice", ...]


class FrameError(ValueError):
    """A frame that does not follow the grammar; the message says what is wrong and where (1-based column)."""


def parse_frame(text: str) -> Phrase:
    """Read a frame. Raises :class:`FrameError`."""
    if len(text) > MAX_LENGTH:
        raise FrameError(f"a frame may be at most {MAX_LENGTH} characters long")
    if set("{}") & set(_SLOT.sub("", text)):
        raise FrameError("a slot is a name in braces, such as {value}")
    tokens = [(match.group(), match.start() + 1) for match in _TOKEN.finditer(text)]
    phrase, position = _phrase(tokens, 0, 0)
    if position < len(tokens):
        mark, column = tokens[position]
        if mark == "|":
            raise FrameError(f"`|` in column {column} stands in a choice only: (a|b)")
        raise FrameError(f"`{mark}` in column {column} closes nothing")
    if sum(slot.name == "value" for slot in _slots(phrase)) == 0:
        raise FrameError("it needs {value}, the place of the value")
    return phrase


def _phrase(tokens: list[tuple[str, int]], position: int, depth: int) -> tuple[Phrase, int]:
    parts: list[Word | Slot | Choice] = []
    while position < len(tokens) and tokens[position][0] not in ")]|":
        text, column = tokens[position]
        if text in "([":
            choice, position = _choice(tokens, position, depth)
            parts.append(choice)
            continue
        parts.extend(_simple(text, column))
        position += 1
    return tuple(parts), position


def _simple(text: str, column: int) -> list[Word | Slot | Choice]:
    if text.startswith("{"):
        return [Slot(text.strip("{} "))]
    found = words(text.rstrip("*").lstrip("\\"))
    if not found:
        raise FrameError(f"`{text}` in column {column} is no word")
    return [Word(word, stem=text.endswith("*") and word is found[-1]) for word in found]


def _choice(tokens: list[tuple[str, int]], position: int, depth: int) -> tuple[Choice, int]:
    opening, column = tokens[position]
    if depth >= MAX_DEPTH:
        raise FrameError(f"column {column}: choices nest more than {MAX_DEPTH} deep")
    closing = ")" if opening == "(" else "]"
    options: list[Phrase] = []
    while True:
        phrase, position = _phrase(tokens, position + 1, depth + 1)
        options.append(phrase)
        if position >= len(tokens):
            raise FrameError(f"`{opening}` in column {column} is never closed")
        if tokens[position][0] != "|":
            break
    if tokens[position][0] != closing:
        raise FrameError(f"`{opening}` in column {column} is closed by `{tokens[position][0]}`")
    if opening == "[":
        options.append(())
    return Choice(tuple(options)), position + 1


def _slots(phrase: Phrase) -> list[Slot]:
    found: list[Slot] = []
    for part in phrase:
        if isinstance(part, Slot):
            found.append(part)
        elif isinstance(part, Choice):
            found.extend(slot for option in part.options for slot in _slots(option))
    return found
