"""Words that a source does not spell out, for whoever only wants to look for words in it.

In ``Glo**bal**``, ``<b>Glo</b>bal``, ``[Glo](#x)bal`` and ``Qu&eacute;bec`` markup runs through a word: a reader sees
one that is nowhere in the source. Such a word begins with letters right behind which markup stands, and goes on right
behind the markup. :func:`beginnings` gives what is certain of each: the letters before, and those behind where the
markup is of the common kinds. Where nothing is certain the beginning is :data:`ANYTHING`.

It knows the formats' rules only as far as it must, errs on the safe side, and takes one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain

from claims.documents.comments import ADDRESS
from claims.documents.front_matter import may_say_more
from claims.documents.html import SKIPPED
from claims.languages.words import fold_to_look

ANYTHING = ""
"""The beginning of any word at all."""

_MARKUP = re.compile(r"[*~<\[\]{](?<=\w.)(?!(?<=[*\[\]])\**(?:[\s.,;:!?)|`\"'/=-]|\Z))")
"""Markup right behind a letter; what most often follows and ends the word is told at once."""
_TAG = re.compile(r"</?([a-z][a-z0-9]{0,9}) ?/?>")
_TARGET = re.compile(r"\([^\s()<>\\]{0,300}\)|\[[^\[\]\\]{0,100}\]")
_ENTITY = re.compile(r"&#?\w{1,40};?")
_LETTERS = re.compile(r"[^\W_]*")
_UNCERTAIN = re.compile(r"&#?[^\W_]{1,40}\Z")
"""An entity without its semicolon, which may be letters of the word or no letters at all."""
_WITHOUT_CONTENT = SKIPPED | {"sup"}
_LONGEST = 80


def beginnings(source: str) -> Iterator[str]:
    """The folded beginnings of the words that markup hides in a source: Markdown, MDX or HTML.

    :data:`ANYTHING` is among them where the source says more than its prose: what it is about, and comments that are
    addressed to this program.
    """
    if ADDRESS in source or may_say_more(source):
        yield ANYTHING
    folded, _ = fold_to_look(source)
    yield from chain(_broken(folded), _spelled(source) if "&" in source else ())


def _broken(folded: str) -> Iterator[str]:
    """The beginnings of words through which markup runs."""
    for markup in _MARKUP.finditer(folded):
        first = _letters_before(folded, markup.start())
        if first is not None:
            yield from _joined(folded, first, markup.start())


def _letters_before(text: str, end: int) -> str | None:
    """The letters and digits before the underscores before an offset; :data:`ANYTHING` where they are too many."""
    while end and text[end - 1] == "_":
        end -= 1
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
        if end - start > _LONGEST:
            return ANYTHING
    return text[start:end] or None


def _joined(text: str, first: str, position: int) -> Iterator[str]:
    """The letters before the markup at a position with those behind it, where both are of one word."""
    while position < len(text):
        mark = text[position]
        if mark.isalnum():
            yield first + _letters_behind(text, position) if first else ANYTHING
            return
        behind = _behind(text, mark, position)
        if behind is None:
            yield first
        if behind is None or behind == position:
            return
        position = behind


def _letters_behind(text: str, start: int = 0) -> str:
    letters = _LETTERS.match(text, start)
    return letters.group() if letters else ""


def _behind(text: str, mark: str, position: int) -> int | None:
    """Where a mark ends; ``position`` itself for one that readers see, ``None`` where that is not certain."""
    if mark in "*_" or (mark == "[" and not text.startswith("^", position + 1)):
        return position + 1
    if mark == "]":
        target = _TARGET.match(text, position + 1)
        if target is None and text.startswith(("(", "["), position + 1):
            return None
        return target.end() if target else position + 1
    if mark == "<":
        return _behind_tag(text, position)
    return None if mark in "~{[&" else position


def _behind_tag(text: str, position: int) -> int | None:
    tag = _TAG.match(text, position)
    if tag and tag.group(1) not in _WITHOUT_CONTENT:
        return tag.end()
    following = text[position + 1 : position + 2]
    return None if following.isalpha() or following in ("/", "!", "?", ">") else position


def _spelled(source: str) -> Iterator[str]:
    """The beginnings of words in which an entity stands for a letter, or for nothing."""
    for entity in _ENTITY.finditer(source):
        written = entity.group()
        decoded = unescape(written)
        letters, _ = fold_to_look(decoded)
        if decoded == written or (written.endswith(";") and _parts_words(letters)):
            continue
        before, _ = fold_to_look(source[max(0, entity.start() - 2 * _LONGEST) : entity.start()])
        behind, _ = fold_to_look(source[entity.end() : entity.end() + _LONGEST])
        yield from _around(before, letters, _letters_behind(behind))


def _parts_words(letters: str) -> bool:
    return bool(letters) and not any(map(str.isalnum, letters))


def _around(before: str, letters: str, behind: str) -> Iterator[str]:
    """The beginnings that an entity makes of the folded text before it, its own letters, and those behind it."""
    if _parts_words(letters):
        # without its semicolon it parts words that look like one
        if behind:
            yield behind
        return
    first = _letters_before(before, len(before))
    if before.endswith("_"):
        yield letters + behind
    is_certain = first != ANYTHING and _letters_behind(letters) == letters and not _UNCERTAIN.search(before)
    yield (first or "") + letters + behind if is_certain else ANYTHING
