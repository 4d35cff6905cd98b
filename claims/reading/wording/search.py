"""Finding frames in a row of items.

One walk through the automaton from every item of a sentence. What does not depend on the state (fillers,
nouns, names that begin at an item) is worked out once per item and kept for the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claims.languages.words import words
from claims.model.mention import Mention, MentionKind
from claims.model.values import Number
from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.names.phrases import NameSpan
from claims.reading.phrases import phrase_at
from claims.reading.wording.automaton import FrameEnd, State
from claims.reading.wording.nouns import nouns_at

MAX_GAP = 4
MAX_ADJECTIVES = 2
MAX_ASIDE = 10
MAX_STEPS = 3000
MAX_DIGITS = 18
MAX_LEAD = 16
"""How many items before its value a frame may begin."""
_CLOSERS = {"(": ")", "–": "–", "—": "—", ",": ",", '"': '"', "“": "”", "«": "»"}
_QUOTES = frozenset('"“”«»')
_PLAIN = (ItemKind.WORD, ItemKind.MARK)


class Filled(NamedTuple):
    """What a walk has put into the slots so far.

    ``value`` is the item of a value mention, or -1 where ``names`` are the value; ``entity`` the item that
    filled {entity}, or -1; ``noun`` the first item of the noun, or -1; ``gaps`` counts the fillers passed
    over, ``adjectives`` how many words may still stand between a value and its noun; ``addend`` is the item of
    a number to be added to the value, or -1.
    """

    value: int = -1
    names: tuple[NameSpan, ...] = ()
    entity: int = -1
    noun: int = -1
    attributes: tuple[str, ...] = ()
    gaps: int = 0
    adjectives: int = 0
    qualifiers: tuple[tuple[str, NameSpan], ...] = ()
    addend: int = -1


_EMPTY = Filled()


class FrameMatch(NamedTuple):
    """A frame found: items ``first`` up to ``last``, what filled its slots, and for which attributes."""

    end: FrameEnd
    attributes: tuple[str, ...]
    first: int
    last: int
    filled: Filled

    @property
    def value(self) -> int:
        """The item of the value, or -1 where names are the value."""
        return self.filled.value

    @property
    def names(self) -> tuple[NameSpan, ...]:
        """The names that are the value, if it is no number or date."""
        return self.filled.names

    @property
    def entity(self) -> int:
        """The last item of what filled {entity}, or -1."""
        return self.filled.entity


class FrameSearch:
    """Searches one sentence. No way is gone twice, and their number is bounded, so that no input makes it run away."""

    def __init__(self, items: Sequence[Item], first: int, last: int, text: str, lexicon: Lexicon) -> None:
        self._items = items
        self._first = first
        self._last = last
        self._text = text
        self._lexicon = lexicon
        self._root = lexicon.frames
        self._been: set[tuple[int, ...]] = set()
        self._found: list[tuple[FrameEnd, int, Filled]] = []
        self._fillers: dict[int, int] = {}
        self._nouns: dict[int, list[tuple[tuple[str, ...], int]]] = {}
        self._names: dict[int, tuple[NameSpan, ...]] = {}

    def matches(self) -> Iterator[FrameMatch]:
        """Every frame of the sentence, by where it begins."""
        for i in self._reach():
            self._been.clear()
            self._found.clear()
            self._start(self._items[i], i)
            for end, last, filled in self._found:
                attributes = _attributes(end, filled)
                if attributes:
                    yield FrameMatch(end, attributes, i, last, filled)

    def _reach(self) -> range:
        """The items at which a frame that holds one of the sentence's values may begin; none without a value."""
        values = [i for i in range(self._first, self._last) if self._may_be_value(i)]
        if not values:
            return range(0)
        return range(max(self._first, values[0] - MAX_LEAD), values[-1] + 1)

    def _may_be_value(self, i: int) -> bool:
        item = self._items[i]
        if item.kind in _PLAIN:
            return (item.upper and i > self._first) or item.text.isdecimal()
        return True

    def _start(self, item: Item, i: int) -> None:
        """Leave the root: most items open no frame, and are done with here."""
        root = self._root
        for after in self._literal(root, item):
            self._walk(after, i + 1, _EMPTY)
        if item.kind in _PLAIN:
            nouns = root.slots.get("noun")
            if nouns and item.text in self._lexicon.nouns.next:
                for j, filled in self._fill("noun", item, i, _EMPTY):
                    for after in nouns:
                        self._walk(after, j, filled)
        named = item.upper or item.kind not in _PLAIN
        for slot, states in root.slots.items():
            if slot == "noun" or not (named or (slot == "entity" and item.text in self._lexicon.class_nouns)):
                continue
            for j, filled in self._fill(slot, item, i, _EMPTY):
                for after in states:
                    self._walk(after, j, filled)

    def _walk(self, state: State, i: int, filled: Filled) -> None:
        for end in state.ends:
            self._found.append((end, i, filled))
        if i >= self._last or not (state.words or state.slots or state.stems):
            return
        value, names, entity, noun, _, _, adjectives, _, _ = filled
        been = (id(state), i, value, entity, noun, names[-1].last if names else 0, adjectives)
        if been in self._been or len(self._been) > MAX_STEPS:
            return
        self._been.add(been)
        item = self._items[i]
        following = self._literal(state, item)
        for after in following:
            self._walk(after, i + 1, filled)
        fits = self._fill_slots(state, item, i, filled) if state.slots else False
        self._pass_over(state, item, i, filled, adjective=not following and not fits)

    def _literal(self, state: State, item: Item) -> Sequence[State]:
        """Where an item leads as words of a frame; a name may be some too ("selected by NASA")."""
        if item.kind in _PLAIN:
            return state.by_word(item.text)
        if item.kind is not ItemKind.NAME or not state.words:
            return ()
        states: Sequence[State] = (state,)
        for word in words(self._text[item.start : item.end]):
            states = [after for before in states for after in before.by_word(word)]
        return states

    def _fill_slots(self, state: State, item: Item, i: int, filled: Filled) -> bool:
        """Go on through every slot that the item can fill; whether there is one."""
        fits = False
        for slot, states in state.slots.items():
            for j, more in self._fill(slot, item, i, filled):
                fits = True
                for after in states:
                    self._walk(after, j, more)
        return fits

    def _fill(self, slot: str, item: Item, i: int, filled: Filled) -> list[tuple[int, Filled]]:
        if slot == "value":
            return self._fill_value(item, i, filled)
        if slot == "noun":
            return [
                (j, filled._replace(noun=i, attributes=attributes, adjectives=0)) for attributes, j in self._nouns_at(i)
            ]
        if slot == "entity":
            j = self._reference_end(item, i)
            return [(j, filled._replace(entity=j - 1, adjectives=0))] if j else []
        if slot == "addend":
            if item.kind is not ItemKind.VALUE:
                return []
            return [(i + 1, filled._replace(addend=i, adjectives=MAX_ADJECTIVES))]
        name = self._lexicon.names.one(self._items, i, self._last, self._text)
        if name is None:
            return []
        return [(name.last, filled._replace(qualifiers=(*filled.qualifiers, (slot, name)), adjectives=0))]

    def _fill_value(self, item: Item, i: int, filled: Filled) -> list[tuple[int, Filled]]:
        if item.kind is ItemKind.VALUE or self._is_bare_number(item):
            return [(i + 1, filled._replace(value=i, adjectives=MAX_ADJECTIVES))]
        names = self._names_at(item, i)
        found = [(names[-1].last, filled._replace(names=names, adjectives=0))] if names else []
        if len(names) > 1:
            found.append((names[0].last, filled._replace(names=names[:1], adjectives=0)))
        return found

    def _is_bare_number(self, item: Item) -> bool:
        """Whether digits that are no quantity in prose (a catalogue number) stand where a value is expected."""
        if item.kind is not ItemKind.WORD or not item.text.isdecimal() or len(item.text) > MAX_DIGITS:
            return False
        if item.mention is None:
            value = Number(Decimal(item.text))
            item.mention = Mention(MentionKind.NUMBER, item.start, item.end, value)
        return True

    def _nouns_at(self, i: int) -> list[tuple[tuple[str, ...], int]]:
        found = self._nouns.get(i)
        if found is None:
            found = self._nouns[i] = nouns_at(self._lexicon.nouns, self._items, i, self._last)
        return found

    def _names_at(self, item: Item, i: int) -> tuple[NameSpan, ...]:
        found = self._names.get(i)
        if found is None:
            reader = self._lexicon.names
            may = item.kind is ItemKind.NAME or item.upper or item.text in reader.titles or item.text in reader.articles
            found = self._names[i] = reader.several(self._items, i, self._last, self._text) if may else ()
        return found

    def _reference_end(self, item: Item, i: int) -> int:
        """The item after what can fill {entity} at ``i``: a name, a pronoun, "coalition"; 0 for nothing."""
        if item.kind is ItemKind.NAME:
            return i + 1 if item.mention is not None and item.mention.entities else 0
        if item.kind is not ItemKind.WORD:
            return 0
        if item.text in self._lexicon.class_nouns:
            return i + 1
        length = phrase_at(self._lexicon.pronouns, self._items, i, self._last)
        return i + length if length else 0

    def _pass_over(self, state: State, item: Item, i: int, filled: Filled, *, adjective: bool) -> None:
        if filled.gaps < MAX_GAP:
            length = self._fillers.get(i, -1)
            if length < 0:
                length = self._fillers[i] = self._filler(item, i)
            if length:
                self._walk(state, i + length, filled._replace(gaps=filled.gaps + 1))
        if adjective and filled.adjectives and item.kind is ItemKind.WORD and item.text not in self._lexicon.small:
            self._walk(state, i + 1, filled._replace(adjectives=filled.adjectives - 1))

    def _filler(self, item: Item, i: int) -> int:
        """How many items at ``i`` may stand inside a frame without being part of it; 0 for none."""
        if item.kind is ItemKind.VALUE:
            mention = item.mention
            return 1 if mention is not None and mention.kind is MentionKind.DATE else 0
        if item.kind is ItemKind.MARK:
            return self._mark_filler(item, i)
        lexicon = self._lexicon
        if item.text in lexicon.locatives and i + 1 < self._last:
            places = self._names_at(self._items[i + 1], i + 1)
            if places:
                return places[-1].last - i
        if item.text not in lexicon.filler_openers:
            return 0
        length = phrase_at(lexicon.fillers, self._items, i, self._last)
        if length:
            return length
        for table in (lexicon.time_in, lexicon.time_as_of):
            length = phrase_at(table, self._items, i, self._last)
            after = i + length
            if length and after < self._last and self._items[after].kind is ItemKind.VALUE:
                return length + self._filler(self._items[after], after)
        return 0

    def _mark_filler(self, item: Item, i: int) -> int:
        following = self._items[i + 1] if i + 1 < self._last else None
        if item.text in _QUOTES and (i > self._first and self._items[i - 1].kind is ItemKind.NAME):
            return 1
        if item.text in _QUOTES and following is not None and following.kind is ItemKind.NAME:
            return 1
        return self._aside(i, _CLOSERS[item.text]) if item.text in _CLOSERS else 0

    def _aside(self, i: int, closer: str) -> int:
        for j in range(i + 1, min(self._last, i + MAX_ASIDE)):
            if self._items[j].kind is ItemKind.MARK and self._items[j].text == closer:
                return j + 1 - i
        return 0


def _attributes(end: FrameEnd, filled: Filled) -> tuple[str, ...]:
    """The attributes that a frame, its slots filled so, speaks of; none without a value."""
    if filled.value < 0 and not filled.names:
        return ()
    if end.attribute is None:
        return filled.attributes
    if filled.noun >= 0 and end.attribute not in filled.attributes:
        return ()
    return (end.attribute,)
