"""From ``numbers.yaml`` to the tables of numbers, for reading and for writing them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from claims.languages.folding import fold
from claims.languages.language import Cardinal, Collective, Limits, Numerals, OrdinalMark, Scale, Spelling
from claims.languages.loading.entries import Data, phrases, spellings, words
from claims.languages.tokens import words_of

_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5"} | {
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅐": "1/7", "⅑": "1/9"
}  # fmt: skip


def build_numerals(data: Data) -> Numerals:
    """How the language writes numbers, from its ``numbers.yaml``."""
    cardinals = {word: _cardinal(text) for key, text in data["cardinals"].items() for word in spellings(key)}
    singular = {word: cardinals[fold(of)] for key, of in data["ordinals"].items() for word in spellings(key)}
    cardinals, singular = cardinals | _glued(data, cardinals), singular | _glued(data, singular)
    plural = {word + ending: cardinal for word, cardinal in singular.items() for ending in data["plural"]}
    ordinals = plural | singular
    return Numerals(
        decimal=data["decimal"],
        groupings=frozenset((data["grouping"], *data["other_grouping"])),
        cardinals=cardinals,
        ordinals=ordinals,
        plural_ordinals=frozenset(plural),
        lone_ordinals=words(data.get("lone_ordinals", ())),
        articles=words(data["articles"]),
        weak=words(data["weak"]),
        weak_before=words(data["weak_before"]),
        weak_after=words(data["weak_after"]),
        joiners=words(data["joiners"]),
        points=words(data["points"]),
        minus=words(data["minus"]),
        prefixes=words(data["prefixes"]),
        ordinal_marks=words(data["ordinal_marks"]),
        abbreviations=data["abbreviations"],
        money_abbreviations=data["abbreviations"] | data["money_abbreviations"],
        risky_abbreviations=frozenset(data["risky_abbreviations"]),
        fractions={word: Fraction(text) for word, text in _VULGAR.items()}
        | {word: Fraction(text) for key, text in data["fractions"].items() for word in spellings(key)},
        fraction_after=words(data["fraction_after"]),
        fraction_before=words(data["fraction_before"]),
        fraction_links=words(data["fraction_links"]),
        collectives={
            word: _collective(str(text)) for key, text in data["collectives"].items() for word in spellings(key)
        },
        collective_adjectives=words(data["collective_adjectives"]),
        vague_scales={fold(word): number for word, number in (data["vague_plurals"] | data["vague_scales"]).items()},
        vague_alone=frozenset() if data["vague_plurals_led"] == "true" else words(data["vague_plurals"]),
        vague_before=phrases(data["vague_before"], backwards=True),
        vague_links=words(data["vague_links"]),
    )


def _glued(data: Data, endings: Mapping[str, Cardinal]) -> dict[str, Cardinal]:
    """Numbers below a hundred as one word (*twentyfive*, *twentyfifth*), for each word that can end them."""
    names = [(number, words_of(name)) for number, name in enumerate(_small(data))]
    last_values: dict[int, list[str]] = {cardinal.value: [] for cardinal in endings.values()}
    for word, cardinal in endings.items():
        last_values[cardinal.value].append(word)
    cardinals = {name[-1]: number for number, name in names if len(name) == 1}
    return {
        "".join(name[:-1]) + word: Cardinal(number)
        for number, name in names
        if len(name) > 1 and name[-1] in cardinals
        for word in last_values.get(cardinals[name[-1]], ())
    }


def _small(data: Data) -> list[str]:
    return [name for row in data["spelling"]["small"] for name in row]


def build_spelling(data: Data, numerals: Numerals) -> Spelling:
    """How numbers are written out, the inverse of ``numerals``."""
    written = data["spelling"]
    lone = frozenset(fold(word) for word in data.get("lone_ordinals", ()))
    named = [
        (key.split("|")[0], numerals.cardinals[fold(cardinal)].value) for key, cardinal in data["ordinals"].items()
    ]
    return Spelling(
        small=tuple(_small(data)),
        hundred=_scale(written["hundred"]),
        scales=tuple(_scale(entry) for entry in written["scales"]),
        bound=written["bound"],
        join=written["join"],
        small_join=written["small_join"],
        ordinals={value: word for word, value in reversed(named) if fold(word) not in lone},
        first_ordinals={value: word for word, value in reversed(named)},
        ordinal_marks=tuple(_ordinal_mark(entry) for entry in data["ordinal_writing"]),
        grouping=data["grouping_written"],
        percent=data["percent_written"],
        units={unit: (one, many) for unit, (one, many) in data["units_written"].items()},
    )


def _scale(entry: Data) -> Scale:
    return Scale(
        entry["value"], entry["one"], entry["many"], entry.get("exact", entry["many"]), entry.get("binds", False)
    )


def _cardinal(text: str | int) -> Cardinal:
    """Read ``VALUE [+ADDS] [xTIMES [+ADDS ONCE MULTIPLIED]] [words]``."""
    value, *parts = str(text).split()
    adds = times = multiplied = Limits()
    for part in parts:
        if part.startswith("x"):
            times, multiplied = _limits(part[1:]), adds
        elif part.startswith("+") and times.high:
            multiplied = _limits(part[1:])
        elif part.startswith("+"):
            adds = _limits(part[1:])
    return Cardinal(int(value), adds, times, multiplied, "words" in parts)


def _limits(text: str) -> Limits:
    low, _, high = text.partition("..")
    return Limits(int(low), int(high or low))


def _collective(text: str) -> Collective:
    value, *flags = text.split()
    return Collective(int(value), "exact" in flags, "article" in flags)


def _ordinal_mark(entry: Data) -> OrdinalMark:
    return OrdinalMark(
        entry["mark"], tuple(entry.get("ends", ())), tuple(entry.get("not", ())), entry.get("whole", False)
    )
