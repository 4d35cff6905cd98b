"""The automaton of frames as plain data, whose states are made when a text leads to them.

A language has thousands of states, of which a text visits a few hundred. :func:`rows_of` writes every state as a row
that names others by their number; :class:`StoredState` is such a row read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from claims.model.mention import MentionKind
from claims.reading.wording.automaton import FrameEnd, State, beginnings

Row: TypeAlias = "Sequence[Any]"
"""Words, stems and slots, each a map to numbers of rows; the ends, by number; the kinds of value, by their names."""


def rows_of(root: State) -> tuple[list[Row], list[FrameEnd]]:
    """The rows of all states that a root leads to, its own first, and the ends that they name."""
    numbers = {id(root): 0}
    states, ends = [root], _Ends()
    rows: list[Row] = []
    for state in states:  # grows by those that are met
        tables = [_numbered(table, states, numbers) for table in (state.words, state.stems, state.slots)]
        rows.append([*tables, [ends.number(end) for end in state.ends], sorted(state.kinds())])
    return rows, ends.found


def _numbered(table: Mapping[str, list[State]], states: list[State], numbers: dict[int, int]) -> dict[str, list[int]]:
    """Where labels lead, by number; states that have none yet get the next."""
    for state in (state for group in table.values() for state in group):
        if id(state) not in numbers:
            numbers[id(state)] = len(states)
            states.append(state)
    return {label: [numbers[id(state)] for state in group] for label, group in table.items()}


class _Ends:
    def __init__(self) -> None:
        self.found: list[FrameEnd] = []
        self._numbers: dict[int, int] = {}

    def number(self, end: FrameEnd) -> int:
        if id(end) not in self._numbers:
            self._numbers[id(end)] = len(self.found)
            self.found.append(end)
        return self._numbers[id(end)]


class Stored:
    """Rows with the states made of them so far; grows by those that are asked for, and says the same at any time."""

    def __init__(self, rows: Sequence[Row], ends: Sequence[FrameEnd]) -> None:
        self.rows = rows
        self.ends = ends
        self._made: dict[int, StoredState] = {}

    def state(self, number: int) -> StoredState:
        """The state of a row."""
        found = self._made.get(number)
        if found is None:
            # two threads may make it at once; one of the two stays
            found = self._made.setdefault(number, StoredState(self, self.rows[number]))
        return found


class StoredState:
    """A state as :class:`~claims.reading.wording.automaton.State` is one."""

    __slots__ = ("_all", "_row", "ends", "slots", "stems", "words")

    def __init__(self, stored: Stored, row: Row) -> None:
        self._all = stored
        self._row = row
        self.words: Mapping[str, object] = row[0]
        self.stems: Mapping[str, object] = row[1]
        self.slots: Mapping[str, object] = row[2]
        self.ends: list[FrameEnd] = [stored.ends[number] for number in row[3]]

    def kinds(self) -> frozenset[MentionKind]:
        """The kinds of value of the frames that end here or further on."""
        return frozenset(map(MentionKind, self._row[4]))

    @property
    def final(self) -> bool:
        """Whether nothing leads on."""
        return not (self.words or self.stems or self.slots)

    def by_word(self, word: str) -> list[StoredState]:
        """The states that a word leads to."""
        numbers = self._row[0].get(word, ())
        if self.stems:
            stems = self._row[1]
            numbers = [*numbers, *(number for start in beginnings(word) for number in stems.get(start, ()))]
        return list(self._states(numbers))

    def by_slot(self, slot: str) -> list[StoredState]:
        """The states that a slot leads to."""
        return list(self._states(self._row[2].get(slot, ())))

    def _states(self, numbers: Sequence[int]) -> Iterator[StoredState]:
        return map(self._all.state, numbers)
