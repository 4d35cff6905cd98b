"""What words and items can begin."""

import pytest

from claims.reading.items import Item, ItemKind
from claims.reading.wording.begins import (
    CLASS_NOUN,
    FILLER,
    FRAME,
    NAME,
    NAMED,
    NOUN,
    VALUE,
    Beginnings,
    wanted,
)


@pytest.fixture
def begins():
    """A few words, and frames that open with ``group*``."""
    return Beginnings({NOUN: ["group", "member"], CLASS_NOUN: ["group"], FILLER: ["now"]}, ["group"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("member", NOUN),
        ("group", NOUN | CLASS_NOUN | FRAME),
        ("groups", FRAME),
        ("84", VALUE),
        ("now", FILLER),
        (",", FILLER),
        ("late", 0),
    ],
)
def test_a_word_begins_all_that_it_is_listed_for(begins, word, expected):
    """Listed words, words that a stem begins, digits; asked twice the answer is the same."""
    assert begins[word] == expected
    assert begins[word] == expected


@pytest.mark.parametrize(
    ("kind", "text", "upper", "expected"),
    [
        (ItemKind.WORD, "late", True, NAME | NAMED),
        (ItemKind.WORD, "member", False, NOUN),
        (ItemKind.VALUE, "member", False, VALUE | FILLER | NAMED),
        (ItemKind.NAME, "group", True, FRAME | NAME | NAMED),
    ],
)
def test_an_item_begins_what_its_kind_allows(begins, kind, text, upper, expected):
    """A value or a name is no noun, whatever its first word."""
    assert begins.of(Item(kind, 0, 4, text, upper)) == expected


def test_a_qualifier_wants_a_name():
    """Slots with a name of their own are filled by names."""
    assert wanted("region") == NAME
    assert wanted("noun") == NOUN


def test_a_row_says_of_each_item_what_it_begins(begins):
    """The words of a sentence by themselves, its salient items by their kind."""
    items = [
        Item(ItemKind.WORD, 0, 4, "late", True),
        Item(ItemKind.WORD, 5, 8, "now", False),
        Item(ItemKind.NAME, 9, 14, "group", True),
        Item(ItemKind.WORD, 15, 21, "member", False),
    ]
    assert begins.row(items, 1, 4, [2]) == [FILLER, FRAME | NAME | NAMED, NOUN]
