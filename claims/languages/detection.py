"""Which language a text is in, by its function words.

Words such as *the* or *depuis* are a third of any prose, whatever it is about, and few languages share many
of them. Every word of the beginning of a text speaks for the languages that ``detection.yaml`` lists it
under; the most votes win, so a mixed text counts as what most of it is. No model, nothing learnt: the same
text always gives the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from claims.languages.data import read_data

_WORD = re.compile(r"[^\W\d_]+['’]?")
_SAMPLE = 4000


def detect(text: str, known: tuple[str, ...]) -> str:
    """The one of ``known`` that the first few thousand code points of ``text`` are in.

    The first of ``known`` where more speaks for no other: in short texts without a listed word, at equal
    votes, and for languages of which no words are listed. Never raises; ``""`` if ``known`` is empty.
    """
    if len(known) < 2:
        return known[0] if known else ""
    words = _WORD.findall(text[:_SAMPLE].lower().replace("’", "'"))
    speakers = _speakers()
    votes = Counter(language for word in words for language in speakers.get(word) or speakers.get(word.rstrip("'"), ()))
    return max(known, key=lambda language: votes[language])


def listed() -> tuple[str, ...]:
    """The languages of which words are listed, so that texts in them can be told."""
    return tuple(dict.fromkeys(language for languages in _speakers().values() for language in languages))


@cache
def _speakers() -> Mapping[str, tuple[str, ...]]:
    """Each function word with the languages it belongs to."""
    speakers: dict[str, tuple[str, ...]] = {}
    for language, words in read_data("detection.yaml").items():
        for word in dict.fromkeys(words.split()):
            speakers[word] = (*speakers.get(word, ()), language)
    return MappingProxyType(speakers)
