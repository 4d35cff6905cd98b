"""Phrases with slots, and tables of phrases."""

from __future__ import annotations

from claims.languages.patterns import expand, make_tree
from claims.languages.phrases import make_phrases


def test_expand_gives_every_sequence() -> None:
    """Choices and options give every sequence of tokens and slots, each once."""
    assert set(expand("[the] (last|past) {unit}")) == {
        ("the", "last", "{unit}"),
        ("the", "past", "{unit}"),
        ("last", "{unit}"),
        ("past", "{unit}"),
    }
    assert set(expand("a [(b c|d)]")) == {("a",), ("a", "b", "c"), ("a", "d")}


def test_tree_keeps_the_first_meaning() -> None:
    """Where two patterns say the same phrase, the first one stands."""
    tree = make_tree([("the day before", "one"), ("the day (before|after)", "two")])
    day = tree.next["the"].next["day"]
    assert (day.next["before"].meaning, day.next["after"].meaning, day.meaning) == ("one", "two", "")


def test_phrases_take_the_longest() -> None:
    """At a word, and before a word, the longest phrase wins."""
    forward = make_phrases([("us", 1), ("us dollar", 2)])
    assert forward.at(["us", "dollar", ""], 0) == (2, 2)
    assert forward.at(["us", "dollars", ""], 0) == (1, 1)
    assert forward.at(["the", ""], 0) is None
    backward = make_phrases([("than", 1), ("more than", 2)], backwards=True)
    assert backward.before(["no", "more", "than", "84"], 3) == (2, 1)
    assert backward.before(["84"], 0) is None
