"""Items: words, marks, mentions; and sentences."""

import pytest

from claims.languages.words import fold
from claims.reading.items import pieces, sentences

ABBREVIATIONS = frozenset({"mr", "no", "m"})


def split(text):
    items = tuple(pieces(fold(text), text))
    found = sentences(items, text, ABBREVIATIONS)
    return [text[items[s.first].start : items[s.last - 1].end] for s in found]


def test_words_lose_apostrophes_and_hyphens_and_keep_their_place():
    """An elided article and the parts of a compound are items of their own."""
    text = "L'OTAN, forte de 84-membres"
    items = list(pieces(fold(text), text))
    assert [item.text for item in items] == ["l", "otan", ",", "forte", "de", "84", "membres"]
    assert all(fold(text[item.start : item.end]).text == item.text for item in items)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew. It has 3 members.", ["It grew.", "It has 3 members."]),
        ("Mr. Smith met J. Doe. They left.", ["Mr. Smith met J. Doe.", "They left."]),
        ("It costs 3.5 euros. Why?", ["It costs 3.5 euros.", "Why?"]),
        ("He left in 1963.He came back.", ["He left in 1963.", "He came back."]),
        ('He said "yes." She left.', ['He said "yes."', "She left."]),
        ("one line\nsame sentence", ["one line\nsame sentence"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    """Abbreviations, initials and decimal points end no sentence."""
    assert split(text) == expected


def test_a_question_is_known():
    """The mark at its end makes a question."""
    text = "Does it have 3 members? It does."
    items = tuple(pieces(fold(text), text))
    assert [s.question for s in sentences(items, text, ABBREVIATIONS)] == [True, False]
