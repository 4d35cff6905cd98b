"""The small words of a language: what a reader needs to know beside numbers, dates and an attribute's wording.

Read from ``<language>/grammar.yaml``; every list is of folded words or phrases (:mod:`claims.languages.words`
folds them again, so files may be written as people write). The code knows no language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.languages.data import read_data


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's small words, by the part they play.

    ``class_nouns`` lists, by entity type, the nouns that can stand for an entity ("the bloc", "cette
    réunion"); ``generic`` the frames that serve every attribute of a group of value types through its nouns;
    ``plurals`` pairs of endings (singular, plural).
    """

    code: str
    articles: tuple[str, ...]
    possessives: tuple[str, ...]
    demonstratives: tuple[str, ...]
    pronouns: tuple[str, ...]
    relatives: tuple[str, ...]
    restrictives: tuple[str, ...]
    definites: tuple[str, ...]
    universals: tuple[str, ...]
    latter: tuple[str, ...]
    prepositions: tuple[str, ...]
    genitives: tuple[str, ...]
    genitive_endings: tuple[str, ...]
    locatives: tuple[str, ...]
    agents: tuple[str, ...]
    origins: tuple[str, ...]
    joiners: tuple[str, ...]
    respectively: tuple[str, ...]
    fillers: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    copulas: tuple[str, ...]
    abbreviations: tuple[str, ...]
    titles: tuple[str, ...]
    particles: tuple[str, ...]
    legal_forms: tuple[str, ...]
    subordinators: tuple[str, ...]
    says: tuple[str, ...]
    according: tuple[str, ...]
    negations: tuple[str, ...]
    hypotheticals: tuple[str, ...]
    parts: tuple[str, ...]
    changes: tuple[str, ...]
    only: tuple[str, ...]
    time_in: tuple[str, ...]
    time_as_of: tuple[str, ...]
    time_until: tuple[str, ...]
    time_since: tuple[str, ...]
    time_then: tuple[str, ...]
    labels: tuple[str, ...]
    past: tuple[str, ...]
    past_endings: tuple[str, ...]
    plurals: tuple[tuple[str, str], ...]
    class_nouns: Mapping[str, tuple[str, ...]]
    generic: Mapping[str, tuple[str, ...]]


_PLAIN = tuple(name for name in Grammar.__slots__ if name not in {"code", "plurals", "class_nouns", "generic"})


@lru_cache(maxsize=16)
def load_grammar(code: str) -> Grammar:
    """The grammar of a language. Raises ``UsageError`` for one without a folder here."""
    try:
        data: dict[str, Any] = read_data(code, "grammar.yaml")
    except OSError:
        raise UsageError(f"no language {code!r} is known") from None
    lists = {name: tuple(data.get(name, ())) for name in _PLAIN}
    return Grammar(
        code=code,
        plurals=tuple((one, many) for one, many in data.get("plurals", ())),
        class_nouns={kind: tuple(nouns) for kind, nouns in data.get("class_nouns", {}).items()},
        generic={group: tuple(frames) for group, frames in data.get("generic", {}).items()},
        **lists,
    )
