"""The words of frames that alone tell what an attribute is: "founded", "employees" over a column.

A frame tells by its verb, where nothing but small words stands between that and the value ("{entity} founded in
{value}"), or by the one word behind the value ("{entity} has {value} employee*").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from claims.languages.frames import Choice, FrameError, Phrase, Slot, Word, parse_frame


def telling_words(
    frames: Mapping[str, Iterable[str]], light: Collection[str]
) -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """For words, the attributes that they tell of; and beginnings of words, each with its attribute.

    ``frames`` are those of each attribute, and ``light`` words say nothing by themselves.
    """
    telling: dict[str, list[str]] = defaultdict(list)
    stems: list[tuple[str, str]] = []
    for name in sorted(frames):
        found = {word for frame in frames[name] for word in _telling(frame, light)}
        for word in sorted(found, key=lambda word: (word.text, word.stem)):
            if word.stem:
                stems.append((word.text, name))
            else:
                telling[word.text].append(name)
    return {word: tuple(names) for word, names in telling.items()}, tuple(stems)


def _telling(frame: str, light: Collection[str]) -> Iterator[Word]:
    """The single words that alone tell what the frame is about: its verb, or what stands behind the value."""
    try:
        phrase = parse_frame(frame)
    except FrameError:
        return
    if len(phrase) < 3 or phrase[0] != Slot("entity"):
        return
    if phrase[-1] == Slot("value") and all(_may_be_light(part, light) for part in phrase[2:-1]):
        yield from _single(phrase[1], light)
    elif phrase[2:3] == (Slot("value"),) and len(phrase) == 4:
        yield from _single(phrase[3], light)


def _single(part: Word | Slot | Choice, light: Collection[str]) -> Iterator[Word]:
    if isinstance(part, Word) and part.text not in light:
        yield part
    elif isinstance(part, Choice):
        yield from (word for option in part.options if len(option) == 1 for word in _single(option[0], light))


def _may_be_light(part: Word | Slot | Choice, light: Collection[str]) -> bool:
    if isinstance(part, Word):
        return part.text in light
    return isinstance(part, Choice) and any(_is_light(option, light) for option in part.options)


def _is_light(phrase: Phrase, light: Collection[str]) -> bool:
    return all(_may_be_light(part, light) for part in phrase)
