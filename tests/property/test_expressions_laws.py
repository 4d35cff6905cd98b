"""Laws that expressions keep for any text, number and date."""

from __future__ import annotations

import datetime
from contextlib import suppress
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claims.errors import LoadError
from claims.expressions.arithmetic import Arithmetic, extent
from claims.expressions.comparing import compare, days
from claims.expressions.expression import parse
from claims.expressions.nodes import children, walk
from claims.expressions.truth import FALSE, TRUE, UNKNOWN, opposite
from claims.expressions.units import TIME
from claims.model.dates import PartialDate, Precision
from claims.model.values import Between, Number

AMOUNTS = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2)
NUMBERS = AMOUNTS.map(Number) | st.tuples(AMOUNTS, AMOUNTS).map(lambda pair: Between(*sorted(pair)))
DATES = st.builds(
    lambda day, precision: PartialDate(day, Precision.DAY).coarsen(precision),
    st.dates(datetime.date(2000, 1, 1), datetime.date(2003, 12, 31)),
    st.sampled_from(Precision),
)
VOCABULARY = """
    if then else and or not in is where for of at true none known o e x year sum count max rank members points half
    ( ) [ ] , . + - * / = != < <= > >= 1 2.5 5% 2014 2014-09 2024-02-30 199X "a" `o` ** == é У ２
"""
WORDS = st.sampled_from(VOCABULARY.split())
OPERATORS = ("=", "!=", "<", "<=", ">", ">=")


@given(st.text(max_size=80) | st.lists(WORDS, max_size=40).map(" ".join))
def test_any_text_is_an_expression_or_a_located_error(text):
    """Nothing else is ever raised, and the place is within the text."""
    try:
        root = parse(text).root
    except LoadError as error:
        for problem in error.problems:
            assert 1 <= problem.line <= text.count("\n") + 1
            assert 1 <= problem.column <= len(text) + 1
            assert "^" in problem.excerpt.rpartition("\n")[2]
    else:
        assert text[root.start : root.end].strip() == text.strip()


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_part_stands_inside_the_part_around_it(text):
    """The code points of a part are those of its own text."""
    with suppress(LoadError):
        for node in walk(parse(text).root):
            for child in children(node):
                assert node.start <= child.start < child.end <= node.end


@given(AMOUNTS, AMOUNTS)
def test_arithmetic_is_that_of_decimals(left, right):
    """No digit is lost, as it would be with floats."""
    arithmetic = Arithmetic(TIME)
    assert arithmetic.add(Number(left), Number(right)).amount == left + right
    assert arithmetic.subtract(Number(left), Number(right)).amount == left - right
    assert arithmetic.multiply(Number(left), Number(right)).amount == left * right


def holds(operator, left, right):
    return {
        "=": left == right,
        "!=": left != right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[operator]


@given(NUMBERS, NUMBERS, st.sampled_from(OPERATORS))
def test_what_is_decided_holds_for_all_that_is_meant(left, right, operator):
    """True and false are said only where every number the two may mean agrees."""
    found = compare(operator, left, right, TIME)
    if found != UNKNOWN:
        assert all(holds(operator, a, b) == found.value for a in extent(left) for b in extent(right))


@given(DATES, DATES, st.sampled_from(OPERATORS))
def test_what_is_decided_of_dates_holds_for_all_their_days(left, right, operator):
    """The same, but that two dates written alike count as equal."""
    found = compare(operator, left, right, TIME)
    if found != UNKNOWN and left != right:
        assert all(holds(operator, a, b) == found.value for a in days(left) for b in days(right))


@given(NUMBERS | DATES, NUMBERS | DATES)
def test_a_comparison_and_its_opposite_never_agree(left, right):
    """``=`` and ``!=``, ``<`` and ``>=``, ``>`` and ``<=`` are opposites, and unknown together."""
    assert compare("!=", left, right, TIME) == opposite(compare("=", left, right, TIME))
    if left != right:
        assert compare(">=", left, right, TIME) == opposite(compare("<", left, right, TIME))


@given(NUMBERS | DATES, NUMBERS | DATES)
def test_equality_and_order_have_two_sides(left, right):
    """What is equal from the left is equal from the right, and less is greater the other way round."""
    assert compare("=", left, right, TIME) == compare("=", right, left, TIME)
    assert compare("<", left, right, TIME) == compare(">", right, left, TIME)


@given(NUMBERS, NUMBERS)
def test_what_is_worked_out_with_intervals_holds_all_results(left, right):
    """Sums, differences and products of what may be meant lie within what is given."""
    arithmetic = Arithmetic(TIME)
    for made, worked in (
        (arithmetic.add, Decimal.__add__),
        (arithmetic.subtract, Decimal.__sub__),
        (arithmetic.multiply, Decimal.__mul__),
    ):
        low, high = extent(made(left, right))
        assert all(low <= worked(a, b) <= high for a in extent(left) for b in extent(right))


@given(DATES, st.integers(-40, 40))
def test_months_added_and_taken_away_lead_back(date, months):
    """But for the last days of a month, which shorter months cut."""
    arithmetic = Arithmetic(TIME)
    moved = arithmetic.add(date, Number(Decimal(months), "month"))
    if moved != UNKNOWN and date.start.day <= 28:
        assert arithmetic.subtract(moved, Number(Decimal(months), "month")) == date


@given(st.sampled_from((TRUE, FALSE, UNKNOWN)))
def test_not_twice_is_nothing(value):
    """Also of what is unknown."""
    assert opposite(opposite(value)) == value
