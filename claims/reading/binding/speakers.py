"""Whose words a claim is: "..." said Ann Lee, Ann Lee said that..., according to Ann Lee.

A claim in a quotation is judged like any other, but it is kept with its speaker, and its words are the speaker's own:
nobody mends them without asking.
"""

from __future__ import annotations

from claims.model.claim import Speaker
from claims.model.span import Span
from claims.reading.binding.scope import Scope
from claims.reading.items import Item, ItemKind
from claims.reading.phrases import phrase_at
from claims.reading.wording.begins import SAYING

REACH = 40
"""How many items before or after its words a speaker may be named."""
MAX_NAME = 4
"""How many words a name may have that nobody declared."""
WINDOW = 600
"""How many characters before a claim its quotation may have begun."""
_PAIRS = (("«", "»"), ("“", "”"))
_LOW = (("«", "»"), ("„", "“"))
"""Where quotations open below the line, the mark that opens them elsewhere closes them."""


def speaker_of(scope: Scope, first: int, last: int) -> Speaker | None:
    """Who says what items ``first`` to ``last`` claim; ``None`` where the text itself does."""
    literal = _is_quoted(scope.text, scope.items[first].start)
    name = None
    if scope.begun & SAYING:
        name = _named_before(scope, first) or _named_after(scope, last, quoted=literal)
    return Speaker(name, literal=literal) if name is not None or literal else None


def _is_quoted(text: str, start: int) -> bool:
    """Whether a position stands in quotation marks that were opened not far before it."""
    before = text[max(0, start - WINDOW) : start]
    if before.count('"') % 2 and len(before) < WINDOW:
        return True
    pairs = _LOW if "„" in before else _PAIRS
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in pairs)


def _named_before(scope: Scope, first: int) -> Span | None:
    """The speaker of what follows: "Ann Lee said that", "according to Ann Lee,"."""
    items, lexicon, start = scope.items, scope.lexicon, scope.sentence.first
    for i in range(max(start, first - REACH), first):
        length = phrase_at(lexicon.says, items, i, first)
        if length and (name := _name_ending(scope, i)):
            return name
        length = phrase_at(lexicon.according, items, i, first)
        if length and (name := _name_beginning(scope, i + length)):
            return name
    return None


def _named_after(scope: Scope, last: int, *, quoted: bool) -> Span | None:
    """The speaker of what went before: '," said Ann Lee', ', Ann Lee said', ", according to Ann Lee"."""
    items, lexicon, end = scope.items, scope.lexicon, min(scope.sentence.last, last + REACH)
    for i in range(last, end):
        length = phrase_at(lexicon.according, items, i, end)
        if length:
            return _name_beginning(scope, i + length)
        length = phrase_at(lexicon.says, items, i, end)
        if length and (quoted or _follows_comma(scope, i)):
            return _name_beginning(scope, i + length) or _name_ending(scope, i)
    return None


def _follows_comma(scope: Scope, i: int) -> bool:
    """Whether a verb of saying stands behind a comma, alone or after its subject: ", Ann Lee said"."""
    items, first = scope.items, max(scope.sentence.first, i - MAX_NAME)
    return any(items[j].text == "," for j in range(first, i))


def _name_beginning(scope: Scope, i: int) -> Span | None:
    """The name that begins at item ``i``, behind titles and articles."""
    items, last = scope.items, scope.sentence.last
    titles, articles = scope.lexicon.names.titles, scope.lexicon.articles
    while i < last and not _is_name(items[i]):
        length = phrase_at(titles, items, i, last) or (items[i].text in articles)
        if not length:
            return None
        i += length
    end = i
    while end < min(last, i + MAX_NAME) and _is_name(items[end]) and (end == i or items[i].kind is ItemKind.WORD):
        end += 1
    return Span(items[i].start, items[end - 1].end) if end > i else None


def _name_ending(scope: Scope, end: int) -> Span | None:
    """The name that ends before item ``end``, small words aside: "Ann Lee has said"."""
    items, first, lexicon = scope.items, scope.sentence.first, scope.lexicon
    while end > first and items[end - 1].text in lexicon.small:
        end -= 1
    i = end
    while i > max(first, end - MAX_NAME) and _is_name(items[i - 1]):
        i -= 1
        if items[i].kind is ItemKind.NAME:
            break
    return Span(items[i].start, items[end - 1].end) if i < end else None


def _is_name(item: Item) -> bool:
    return item.kind is ItemKind.NAME or (item.kind is ItemKind.WORD and item.upper)
