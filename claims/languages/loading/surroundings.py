"""From ``numbers.yaml`` to the words that stand around numbers: hedges, units, ranges, traps."""

from __future__ import annotations

from claims.languages.folding import fold
from claims.languages.language import Multiples, Surroundings, UnitChoice
from claims.languages.loading.entries import Data, hedges, phrases, plural_forms, tied_hedges, unit_names, words
from claims.languages.phrases import make_phrases
from claims.languages.units import currencies


def build_surroundings(data: Data) -> Surroundings:
    """What stands around numbers, from the language's ``numbers.yaml``."""
    names = [*unit_names(data["percent"]), *unit_names(data["money"]), *unit_names(data["units"])]
    plural = tuple(data["plural"])
    codes = [code for code in currencies() if code not in data["money_codes_ignored"]]
    return Surroundings(
        hedges_before=hedges(data["hedges"]["before"], backwards=True),
        hedges_after=hedges(data["hedges"]["after"]),
        hedges_tied=tied_hedges(data["hedges"]["after"]),
        units=make_phrases(
            [(form, unit) for unit, name in names for form in plural_forms(name, plural)]
            + [(code, code) for code in codes]
        ),
        prefixes=make_phrases(
            [(form, unit) for unit, name in unit_names(data["money"]) for form in plural_forms(name, plural)]
            + [(code, code) for code in codes],
            backwards=True,
        ),
        codes=frozenset(fold(code) for code in (*codes, *data["money_codes"])),
        unit_links=words(data["unit_links"]),
        partial_units={fold(word): unit for word, unit in data["partial_units"].items()},
        minor_units={fold(word): unit for word, unit in data["minor_words"].items()},
        hundredth_units=frozenset(data["hundredth_units"]),
        unit_adjectives=words(data["unit_adjectives"]),
        multiples=_multiples(data["multiples"]),
        unit_choices={
            form: UnitChoice(choice["unit"], words(choice["near"]))
            for name, choice in data["unit_choices"].items()
            for form in plural_forms(fold(name), plural)
        },
        alternatives=words(data["alternatives"]),
        ratios=phrases(data["ratios"]),
        between=words(data["between"]["before"]),
        between_links=words(data["between"]["link"]),
        range_links=words(data["ranges"]["link"]),
        range_changes=words(data["ranges"]["change"]),
        range_scores=words(data["ranges"]["scores"]),
        real_ranges=phrases(data["real_ranges"], backwards=True),
        traps=phrases(data["traps"]),
        traps_ending=phrases(data["traps_ending"], backwards=True),
        adjectives=words(data["adjectives"]),
        clock_after=phrases(data["clock"]["after"]),
        clock_before=words(data["clock"]["before"]),
        clock_units=words(data["clock"]["units"]),
        short_units=frozenset(name for _, name in names if len(name) < 3),
        list_marks=words(data["list_marks"]),
        streets_behind=words(data["streets"]["before"]),
        streets_after_name=words(data["streets"]["after"]),
        percent_before=phrases(data["percent_before"], backwards=True),
        plural_nouns=words(data["plural_nouns"]),
        no_plurals=words(data["no_plurals"]),
        plural_endings=plural,
    )


def _multiples(data: Data) -> Multiples:
    return Multiples(
        words={fold(word): number for word, number in data["words"].items()},
        before_comparison={fold(word): number for word, number in data["before_comparison"].items()},
        nouns=words(data["nouns"]),
        tied=words(data["tied"]),
        compared=words(data["compared"]),
    )
