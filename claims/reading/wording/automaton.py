"""Frames compiled into one automaton per language.

Every frame becomes a chain of states; all chains start in one root, so that a row of items is searched for
all frames at once and the cost depends on the text, not on the number of attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.dataclasses import dataclass, field
from claims.languages.frames import Choice, Phrase, Slot, Word
from claims.model.mention import MentionKind


@dataclass(frozen=True, slots=True)
class FrameEnd:
    """Where a frame ends. ``attribute`` is ``None`` for a generic frame, whose {noun} says it.

    ``subject`` is set where the frame leads with {entity}: whom the clause is about, possibly far to the left.
    ``weight`` counts the literal words: of two readings the one that explains more words is the better.
    ``kinds`` are those of the mentions that can be its value (``NAME``: any name).
    """

    attribute: str | None
    text: str
    subject: bool
    weight: int
    kinds: frozenset[MentionKind]
    group: str = ""


MAX_STEM = 40
"""How many letters of a word a beginning (``stem*``) may have."""


def beginnings(word: str) -> Iterator[str]:
    """The beginnings of a word that a stem may be, shortest first."""
    return (word[:n] for n in range(1, min(len(word), MAX_STEM) + 1))


@dataclass(slots=True)
class State:
    """A state: where it leads by word, by beginning of a word and by slot, and which frames end here.

    Frames that begin alike share their states; a ``joint`` state is where the branches of one frame's choice
    meet again, and no other frame may pass through it.
    """

    words: dict[str, list[State]] = field(default_factory=dict)
    stems: dict[str, list[State]] = field(default_factory=dict)
    slots: dict[str, list[State]] = field(default_factory=dict)
    ends: list[FrameEnd] = field(default_factory=list)
    joint: bool = False
    _kinds: frozenset[MentionKind] | None = None

    def kinds(self) -> frozenset[MentionKind]:
        """The kinds of value of the frames that end here or further on."""
        if self._kinds is None:
            tables = (self.words, self.stems, self.slots)
            onward = (after.kinds() for table in tables for states in table.values() for after in states)
            self._kinds = frozenset[MentionKind]().union(*(end.kinds for end in self.ends), *onward)
        return self._kinds

    @property
    def final(self) -> bool:
        """Whether nothing leads on."""
        return not (self.words or self.stems or self.slots)

    def by_word(self, word: str) -> list[State]:
        """The states that a word leads to."""
        found = self.words.get(word, _NOWHERE)
        if not self.stems:
            return found
        return [*found, *(s for beginning in beginnings(word) for s in self.stems.get(beginning, _NOWHERE))]

    def by_slot(self, slot: str) -> list[State]:
        """The states that a slot leads to."""
        return self.slots.get(slot, _NOWHERE)


_NOWHERE: list[State] = []


def add_frame(
    root: State, phrase: Phrase, attribute: str | None, text: str, kinds: frozenset[MentionKind], group: str = ""
) -> None:
    """Put a frame into the automaton. A leading {entity} is left out: it is the subject, looked for afterwards."""
    subject = bool(phrase) and phrase[0] == Slot("entity")
    chain = phrase[1:] if subject else phrase
    end = FrameEnd(attribute, text, subject, _weight(chain), kinds, group)
    for state in _extend([root], chain):
        if state is not root:
            state.ends.append(end)


def _extend(states: list[State], phrase: Phrase) -> list[State]:
    for part in phrase:
        states = _step(states, part)
    return states


def _step(states: list[State], part: Word | Slot | Choice) -> list[State]:
    if isinstance(part, Choice):
        return _unique(state for option in part.options for state in _extend(states, option))
    tables = [_table(state, part) for state in states]
    label = part.name if isinstance(part, Slot) else part.text
    if len(states) == 1:
        shared = next((state for state in tables[0].get(label, ()) if not state.joint), None)
        if shared is not None:
            return [shared]
    target = State(joint=len(states) > 1)
    for table in tables:
        table.setdefault(label, []).append(target)
    return [target]


def _table(state: State, part: Word | Slot) -> dict[str, list[State]]:
    if isinstance(part, Slot):
        return state.slots
    return state.stems if part.stem else state.words


def _unique(states: Iterable[State]) -> list[State]:
    return list({id(state): state for state in states}.values())


def _weight(phrase: Phrase) -> int:
    total = 0
    for part in phrase:
        if isinstance(part, Choice):
            total += min(_weight(option) for option in part.options)
        else:
            total += 1
    return total
