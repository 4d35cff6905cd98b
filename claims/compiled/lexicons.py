"""What is made of facts for one language: its lexicon, and the index of names.

They belong to the facts of one entry of the cache, and are kept beside it when a text first needs them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from claims.compiled import keeping
from claims.compiled.keeping import kept, recalled
from claims.files.cache import entry_name, from_json, to_json
from claims.model.factset import FactSet
from claims.reading.lexicon import Lexicon, build_lexicon
from claims.reading.names.index import Alias, Case, NameIndex
from claims.reading.prefilter import Prefilter
from claims.reading.wording.automaton import State
from claims.reading.wording.begins import Beginnings
from claims.reading.wording.nouns import Noun, NounNode
from claims.reading.wording.places import Places
from claims.reading.wording.stored import Row, Stored, rows_of

if TYPE_CHECKING:
    from claims.compiled.codec import Plain

_PACKED = tuple(slot for slot in Lexicon.__slots__ if slot not in ("frames", "nouns", "begins"))


class Words:
    """The lexicons and names of a fact set; from the cache where its ``key`` has them."""

    def __init__(self, facts: FactSet, key: str | None) -> None:
        self._facts = facts
        self._key = key

    def lexicon(self, code: str) -> Lexicon:
        """The lexicon of a language. Raises :class:`~claims.errors.UsageError` for one that is not known."""
        if self._key is None:
            return build_lexicon(code, self._facts)
        name = entry_name("lexicon", self._key, code)
        found = recalled(name, read_lexicon)
        if found is not None:
            return found[0]
        built = build_lexicon(code, self._facts)
        kept(name, (), partial(pack_lexicon, built))
        return built

    def names(self, codes: tuple[str, ...]) -> NameIndex:
        """The index of the names in these languages."""
        if self._key is None:
            return NameIndex(self._facts, codes)
        name = entry_name("names", self._key, *codes)
        found = recalled(name, partial(read_names, name))
        if found is not None:
            return found[0]
        built = NameIndex(self._facts, codes)
        kept(name, (), partial(pack_names, name, built))
        return built

    def prefilter(self) -> Prefilter:
        """What tells whether a text names anybody."""
        if self._key is None:
            return Prefilter.of(self._facts)
        name = entry_name("prefilter", self._key)
        found = recalled(name, read_prefilter)
        if found is not None:
            return found[0]
        built = Prefilter.of(self._facts)
        kept(name, (), partial(pack_prefilter, built))
        return built


def pack_lexicon(lexicon: Lexicon) -> Plain:
    """A lexicon as plain data."""
    from claims.compiled.codec import Packer

    pack, first = Packer().pack, lexicon.frames.first
    if not isinstance(first, State):
        raise TypeError("this lexicon was read from its packed form")
    rows, ends = rows_of(first)
    return [
        [to_json(row).decode() for row in rows],
        [pack(end) for end in ends],
        {word: to_json(_noun_row(after)).decode() for word, after in lexicon.nouns.next.items()},
        [dict(lexicon.begins), sorted(lexicon.begins.stems)],
        *(pack(getattr(lexicon, slot)) for slot in _PACKED),
    ]


def read_lexicon(data: Plain) -> Lexicon:
    """The lexicon that was packed; raises as :class:`~claims.compiled.codec.Unpacker` does."""
    from claims.compiled.codec import Unpacker

    rows, ends, nouns, (begins, stems), *rest = data
    unpack = Unpacker([]).unpack
    parts: dict[str, Any] = dict(zip(_PACKED, map(unpack, rest), strict=True))
    return Lexicon(
        frames=Places(Stored(_Rows(rows), [unpack(end) for end in ends]).state(0)),
        nouns=NounNode({word: _StoredNoun(text) for word, text in nouns.items()}),
        begins=Beginnings.of_known(begins, stems),
        **parts,
    )


class _Rows(Sequence[Row]):
    """Rows that are read one by one, as they are asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, number: Any) -> Any:  # noqa: ANN401 - of slices nobody asks
        return from_json(self._texts[number])


class _StoredNoun:
    """A node of the tree of nouns, read with all below it when a text leads there."""

    __slots__ = ("_node", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._node: NounNode | None = None

    @property
    def next(self) -> Mapping[str, Noun]:
        """The nodes by next word."""
        return self._read().next

    @property
    def attributes(self) -> Sequence[str]:
        """The attributes whose noun ends here."""
        return self._read().attributes

    def _read(self) -> NounNode:
        if self._node is None:
            self._node = _noun_node(from_json(self._text))
        return self._node


def _noun_row(node: Noun) -> Plain:
    return [list(node.attributes), {word: _noun_row(after) for word, after in node.next.items()}]


def _noun_node(row: Plain) -> NounNode:
    attributes, following = row
    return NounNode({word: _noun_node(after) for word, after in following.items()}, attributes)


def pack_names(name: str, index: NameIndex) -> Plain:
    """An index of names as plain data; of a large one, the mark of the table that it is kept in."""
    if len(index.aliases) >= keeping.LARGE:
        from claims.compiled.large import keep_names

        return keep_names(name, index)
    return {
        name: [alias.case.value, alias.full, alias.short, alias.text]
        if alias.short or alias.text
        else [alias.case.value, alias.full]
        for name, alias in index.aliases.items()
    }


def read_names(name: str, data: Plain) -> NameIndex:
    """The index that was packed."""
    if isinstance(data, str):
        from claims.compiled.large import open_names

        return open_names(name, data)
    cases = {case.value: case for case in Case}
    return NameIndex.of({name: _alias(cases[row[0]], *row[1:]) for name, row in data.items()})


def _alias(case: Case, full: list[str], short: list[str] | tuple[()] = (), text: str | None = None) -> Alias:
    return Alias(case, tuple(full), tuple(short), text)


def pack_prefilter(prefilter: Prefilter) -> Plain:
    """A prefilter as plain data."""
    return [
        {word: case.value for word, case in prefilter.alone.items()},
        {word: [sorted(others) for others in names] for word, names in prefilter.companions.items()},
    ]


def read_prefilter(data: Plain) -> Prefilter:
    """The prefilter that was packed."""
    alone, companions = data
    return Prefilter(
        {word: Case(case) for word, case in alone.items()},
        {word: tuple(map(frozenset, names)) for word, names in companions.items()},
    )
