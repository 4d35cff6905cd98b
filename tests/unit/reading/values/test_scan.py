"""What the scan gives beside the values of the cases: offsets, hedged spans, steps, work, hostile texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.languages import load
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.model.values import Number
from claims.model.verdict import Operator
from claims.reading.values import scan

ENGLISH = load("en")
DAY = PartialDate.parse("2024-10-02")
VERY_LONG = 100_000  # code points: a regular expression that tries all ends from all starts would hold up the suite


def test_outer_takes_in_the_hedge() -> None:
    """The mention is the value alone, its outer span the words that hedge it too."""
    text = "They have more than 84 members or 12 or fewer."
    first, second = scan(text, ENGLISH)
    assert (text[first.start : first.end], first.operator) == ("84", Operator.GT)
    assert first.outer is not None
    assert text[first.outer.start : first.outer.end] == "more than 84"
    assert second.outer is not None
    assert text[second.outer.start : second.outer.end] == "12 or fewer"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("84", "1"),
        ("3.50", "0.01"),
        ("3.5 million", "100000"),
        ("40 thousand", "1000"),
        ("forty thousand", "1000"),
        ("three hundred", "1"),
        ("half a million", "100000"),
        ("2.5%", "0.1"),
    ],
)
def test_step_is_the_place_of_the_last_digit(text: str, step: str) -> None:
    """A number knows how finely it was written."""
    (mention,) = scan(text, ENGLISH)
    assert isinstance(mention.value, Number)
    assert mention.value.step == Decimal(step)


@pytest.mark.parametrize("text", ["yesterday", "on Monday", "22 March", "three weeks ago", "last year", "Christmas"])
def test_dates_that_need_the_document_s_are_none_without_it(text: str) -> None:
    """Without a document date, and with one too coarse, a relative date is no mention, nor are its numbers."""
    assert scan(text, ENGLISH) == ()
    assert scan(text, ENGLISH, DAY) != ()


def test_kinds_are_told_apart() -> None:
    """Each kind of value has its own kind of mention."""
    kinds = [m.kind for m in scan("84, 2nd, 5%, $5, 5 km, 5 years, in 2014", ENGLISH)]
    assert kinds == [
        MentionKind.NUMBER,
        MentionKind.ORDINAL,
        MentionKind.PERCENT,
        MentionKind.MONEY,
        MentionKind.QUANTITY,
        MentionKind.DURATION,
        MentionKind.DATE,
    ]


@pytest.mark.parametrize(
    "part",
    [
        *("1", "one ", "hundred thousand and ", "1.", "1,234,", "1 000 ", "a@ ", "@", " ", "may ", "twenty-", "2014-"),
        *("1/2/", "second of ", "last day of ", "in 1 ", "2 weeks before ", "$ ", "two point ", "half a ", "1)\n"),
        *("e\u0301", "from 3 to ", "3-", "-", "first of May 3 ", "10^", "1 e", "(20 ", "' "),
    ],
)
def test_work_grows_with_the_text(work, part: str) -> None:
    """On text made to be hard, twice the text is at most twice the work, and a very long one comes back."""
    work.at_most_doubles(lambda size: part * size, lambda text: scan(text, ENGLISH, DAY), 4000 // len(part) // 2 * 2)
    scan(part * (VERY_LONG // len(part)), ENGLISH, DAY)
