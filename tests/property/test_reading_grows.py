"""No input makes reading superlinear: twice the text is at most twice the work.

Each row of :data:`TEXTS` and :data:`RUNS` is a piece of text that is repeated: the first are sentences, each time as
another whole (paragraphs, lines, items, one endless sentence), the second are what stands within a sentence, or
nonsense made to be hard. Both languages have the same rows.
"""

from __future__ import annotations

import pytest

from claims.checker import Checker
from claims.documents import read

FACTS = """\
format: claims-facts/1
entities:
  union:
    type: organization
    names: {en: [Northbank Rowing Union, Northbank Union], fr: [Union d'aviron de Northbank]}
    short: {en: [the Union], fr: ["l'Union"]}
    facts:
      founded: 2014-09
      members:
        - {value: 79, from: 2018-09, until: 2019-07}
        - {value: 84, as_of: 2024-10}
  league:
    type: organization
    names: {en: [Southbank League], fr: [Ligue de Southbank]}
    facts: {founded: 1998, members: 12}
  ann: {type: person, names: Ann Lee, facts: {role: president}}
  bo: {type: person, names: Bo Martin, facts: {role: treasurer}}
  mali: {type: country, names: Mali, facts: {population: 22 million}}
  niger: {type: country, names: Niger, facts: {population: 26 million}}
  togo: {type: country, names: Togo, facts: {population: 9 million}}
  senegal: {type: country, names: {en: [Senegal], fr: [Sénégal]}, facts: {population: 18 million}}
  washington: {type: place, names: Washington, facts: {population: 680000}}
  meeting-2024:
    type: event
    of: union
    names: {en: [Washington meeting], fr: [réunion de Washington]}
    facts: {date: 2024-09-30, place: Washington, host: Ann Lee, attending_countries: 37}
  meeting-2019:
    type: event
    of: union
    names: {en: [Lomé meeting], fr: [réunion de Lomé]}
    facts: {date: 2019-05-02, place: Lomé, host: Bo Martin, attending_countries: 21}
  oar: {type: product, names: Longoar, facts: {price: 9 EUR, length: 3.5 m}}
"""
SENTENCE = {
    "en": "The Northbank Rowing Union has 84 members, and was founded in September 2014",
    "fr": "L'Union d'aviron de Northbank compte 84 membres et a été fondée en septembre 2014",
}

TEXTS = {
    # name: (how it begins, what is repeated)
    "text": ("", "{}. "),
    "paragraphs": ("", "{}.\n\n"),
    "lines": ("", "{}.\n"),
    "headings": ("", "# {}\n\n"),
    "items": ("", "- {}.\n"),
    "rows": ("| Name | Members |\n|---|---|\n", "| Northbank Union | 84 |\n"),
    "labels": ("", "Members: 84\n\n"),
    "one sentence": ("", "{}, "),
}
RUNS = {
    # name: (in English, in French)
    "digits": ("1", "1"),
    "numbers": ("1 ", "1 "),
    "groups of digits": ("1 000 ", "1 000 "),
    "groups with commas": ("1,234,", "1,234,"),
    "decimal points": ("1.", "1."),
    "dates in digits": ("2014-", "2014-"),
    "dates": ("30 September 2024 ", "30 septembre 2024 "),
    "years": ("in 2014, ", "en 2014, "),
    "months": ("May ", "mai "),
    "number words": ("twenty ", "vingt "),
    "scale words": ("hundred thousand and ", "cent mille et "),
    "hyphened number words": ("twenty-", "vingt-"),
    "ranges": ("from 3 to ", "de 3 à "),
    "hedges": ("more than ", "plus de "),
    "percentages": ("5% ", "5 % "),
    "money": ("$5 ", "5 € "),
    "quantities": ("5 km ", "5 km "),
    "names": ("Mali ", "Mali "),
    "listed names": ("Mali, ", "Mali, "),
    "joined names": ("Mali and ", "Mali et "),
    "long names": ("Northbank Rowing Union ", "Union d'aviron de Northbank "),
    "short names": ("the Union ", "l'Union "),
    "people in their roles": ("Ann Lee, president of ", "Ann Lee, présidente de "),
    "unknown names": ("Abc ", "Abc "),
    "initials": ("M. ", "M. "),
    "capitals": ("ABC", "ABC"),
    "events": ("the meeting in Washington ", "la réunion à Washington "),
    "nouns": ("members ", "membres "),
    "values": ("84 members ", "84 membres "),
    "listed values": ("84 members, ", "84 membres, "),
    "values of entities": ("84 members of Mali, ", "84 membres du Mali, "),
    "pronouns": ("it has ", "elle a "),
    "possessives": ("its members ", "ses membres "),
    "relative pronouns": ("which has ", "qui a "),
    "negations": ("not ", "pas "),
    "and": ("and ", "et "),
    "of": ("of the ", "de la "),
    "words": ("word ", "mot "),
    "one word": ("a", "a"),
    "marks on letters": ("e\u0301", "e\u0301"),
    "letters that fold to two": ("ß", "œ"),
    "emoji": ("😀", "😀"),
    "apostrophes": ("'", "’"),
    "elisions": ("o’", "l’"),
    "commas": (",", ","),
    "commas and spaces": (", ", ", "),
    "semicolons": ("; ", "; "),
    "colons": ("a: ", "a : "),
    "full stops": (".", "."),
    "full stops and spaces": (". ", ". "),
    "dashes": ("-", "—"),
    "slashes": ("1/2/", "1/2/"),
    "open brackets": ("(", "("),
    "pairs of brackets": ("(a) ", "(a) "),
    "square brackets": ("[", "["),
    "quotation marks": ('"', "«"),
    "quoted words": ('"word" ', "« mot » "),
    "spaces": (" ", "\u00a0"),
    "line ends": ("\n", "\n"),
}

# How many names are read together is bounded, and only a run far beyond the bound shows it.
BEYOND_THE_BOUND = {"joined names"}


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A reader that knows twelve entities, with the core vocabulary."""
    file = tmp_path_factory.mktemp("facts") / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return Checker.load([file]).reader


def rows(names):
    """Each name in each language."""
    for name in names:
        for language in ("en", "fr"):
            yield pytest.param(name, language, id=f"{name}-{language}")


def repeated(unit, language, start=""):
    """Documents of so many repetitions of a piece of text."""
    return lambda times: read(start + unit * times, format="markdown", language=language)


@pytest.mark.parametrize(("name", "language"), [*rows(TEXTS)])
def test_reading_grows_with_the_text(reader, work, name, language):
    """A text of a hundred sentences, or one sentence as long, is at most twice the work of its half."""
    start, unit = TEXTS[name]
    documents = repeated(unit.format(SENTENCE[language]), language, start)
    work.at_most_doubles(documents, reader.read, 100)


@pytest.mark.parametrize(("name", "language"), [*rows(RUNS)])
def test_reading_grows_with_a_run(reader, work, name, language):
    """A run of the same thing is at most twice the work of half the run."""
    unit = RUNS[name][language == "fr"]
    length = 4000 if name in BEYOND_THE_BOUND else 2000
    work.at_most_doubles(repeated(unit, language), reader.read, length // len(unit) // 2 * 2)


@pytest.mark.parametrize("unit", ["1", "a"])
@pytest.mark.parametrize(
    "language",
    ["en", "fr"],
)
def test_one_endless_word_comes_back(reader, unit, language):
    """A word of two million letters is read, which copies of all its beginnings would not let happen."""
    assert reader.read(repeated(unit, language)(2_000_000)).document.blocks
