"""Blocks as rows of items: which of them are looked at, and which of two overlapping mentions stays."""

import pytest

from claims.documents import read
from claims.languages import load
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Number
from claims.reading.lexicon import build_lexicon
from claims.reading.names.index import NameIndex
from claims.reading.parsing import parse
from claims.reading.reader import Reader

FACTS = FactSet(
    {
        "league": Entity("league", "organization", {"en": ("League of 12 Towns",)}),
        "union": Entity("union", "organization", {"en": ("Northern Union",)}),
    },
    {},
    (Fact("league", "members", Number(12)),),
)


def blocks(text):
    """The blocks of a plain English text."""
    document = read(text, language="en")
    return parse(document, build_lexicon("en", FACTS), load("en"), NameIndex(FACTS, ("en",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks went on until late.", []),
        ("The talks with nobody went on until 2019.", ["The", "2019"]),
        ("It was late when Ann spoke.", ["It", "Ann"]),
        ("84 came.", ["84"]),
        ("the Northern Union met.", ["Northern Union"]),
    ],
)
def test_a_sentence_is_looked_at_for_names_values_and_capitals(text, expected):
    """The capital with which every sentence begins says nothing by itself."""
    (block,) = blocks(text)
    (sentence,) = block.sentences
    said = [block.items[i] for i in block.salient_in(sentence)]
    assert [text[item.start : item.end] for item in said] == expected


def test_of_a_name_and_a_value_that_overlap_the_longer_stays():
    """The number in a name is none."""
    (block,) = blocks("The League of 12 Towns has 12 members.")
    assert [(mention.start, mention.end) for mention in block.mentions()] == [(4, 22), (27, 29)]


def test_a_noun_with_the_names_its_owner_wherever_the_document_names_it():
    """Also in a block before the one that has the name."""
    first, second = blocks("The Union met.\n\nThe Northern Union has 3 members.")
    assert list(first.entities()) == list(second.entities()) == ["union"]


def test_sentences_that_say_nothing_cost_little(work):
    """A sentence without names and values is not read closely: it costs less than a third of one with a claim."""
    reader = Reader(FACTS)
    idle, telling = "The talks went on until late and well. " * 20, "The League of 12 Towns has 12 members. " * 20

    def steps(text):
        document = read(text, language="en")
        reader.read(document)
        return work.of(lambda: reader.read(document))

    assert 3 * steps(idle) < steps(telling)
