"""The word that was probably meant.

:func:`did_you_mean` finds the nearest of a few words; :class:`SlipIndex` is for many, asked often: it knows only
words one slip away (a letter too many, missing, other or swapped with its neighbour), and answers at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches

_LONGEST_WORD = 60
_MOST_COMPARED = 200


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """``did you mean `members`?`` for the nearest known word, or ``None`` where none is near.

    At most :data:`_MOST_COMPARED` words are compared, those of most alike length and beginning.
    """
    if not 0 < len(word) <= _LONGEST_WORD:
        return None
    names = [name for name in known if name and abs(len(name) - len(word)) <= len(word)]
    if len(names) > _MOST_COMPARED:
        names = sorted(names, key=lambda name: (name[0] != word[0], abs(len(name) - len(word))))[:_MOST_COMPARED]
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word, names, 3, cutoff)
    close = close or [folded[near] for near in get_close_matches(word.casefold(), folded, 3, cutoff)]
    # Fingers slip less often on the first letter than inside.
    nearest = next((name for name in close if name[0].casefold() == word[0].casefold()), close[0] if close else None)
    return f"did you mean {quoted(nearest)}?" if nearest is not None else None


class SlipIndex:
    """Known words by every form that leaves out one letter: two words one slip apart share such a form."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_form: dict[str, list[str]] = {}
        for word in known:
            for form in _forms(word):
                self._by_form.setdefault(form, []).append(word)

    def find(self, word: str, cutoff: float) -> str | None:
        """The known word that is one slip away, and alike enough for its length; never the word itself."""
        for form in _forms(word):
            for near in self._by_form.get(form, ()):
                if near != word and SequenceMatcher(None, near, word).ratio() >= cutoff:
                    return near
        return None


def listing(known: Iterable[str]) -> str | None:
    """``one of a, b, c`` where there are few enough to read."""
    words = [word for word in known if word]
    return f"one of {', '.join(words)}" if 0 < len(words) <= 20 else None


def quoted(word: str) -> str:
    """A word of the user's in a message, cut where it is long."""
    return f"`{word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD] + '…'}`"


def _forms(word: str) -> Iterator[str]:
    if len(word) <= _LONGEST_WORD:
        yield word
        for index in range(len(word)):
            yield word[:index] + word[index + 1 :]
