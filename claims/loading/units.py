"""Units and scale words as people write them behind a number, in any of the languages there are.

A symbol of the table (``km``, ``EUR``, ``%``) is taken at once; only names and signs (``kilometres``, ``€``) need
the languages, which take a moment to read. Facts without units import none of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEAST_SCALE = 1000


def unit_of(text: str) -> str | None:
    """The symbol of a unit written as a symbol, a sign or a name, in brackets or not; ``None`` for no unit."""
    from claims.languages.tokens import words_of
    from claims.languages.units import units

    bare = text.strip("() ")
    if bare in units():
        return bare
    for form in (bare, _HUMP.sub(" ", bare)):
        unit = _unit_names().get(" ".join(words_of(form)))
        if unit is not None:
            return unit
    return None


def known_units() -> tuple[str, ...]:
    """All symbols, for messages."""
    from claims.languages.units import units

    return tuple(units())


def split_scale(text: str) -> tuple[int, str]:
    """A scale word at the start of a text (``million``, ``milliards``) as a factor, and the rest of the text."""
    word, _, rest = text.partition(" ")
    factor = _scales().get(word.casefold(), 1) if word.isalpha() else 1
    return (factor, rest.strip().removeprefix("de ").removeprefix("d'")) if factor > 1 else (1, text)


@cache
def _unit_names() -> Mapping[str, str]:
    from claims import languages

    found: dict[str, str] = {}
    for code in languages.available():
        around = languages.load(code).around
        for table in (around.units.meanings, around.prefixes.meanings):
            for name, unit in table.items():
                found.setdefault(name, unit)
    return found


@cache
def _scales() -> Mapping[str, int]:
    from claims import languages

    found: dict[str, int] = {}
    for code in languages.available():
        for word, cardinal in languages.load(code).numerals.cardinals.items():
            if cardinal.value >= _LEAST_SCALE:
                # A billion is a thousand millions here, though a million of them in other languages.
                found[word] = min(cardinal.value, found.get(word, cardinal.value))
    return found
