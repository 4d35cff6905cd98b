"""Claims that exclude each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim, ClaimTime
from claims.model.dates import PartialDate
from claims.model.values import EntityRef, Not, Number, Text
from claims.model.verdict import Operator, Reason
from claims.reasoning import inconsistencies
from claims.reasoning.occasions import joined

OPERATORS = {
    "about": Operator.ABOUT,
    "nearly": Operator.NEARLY,
    ">": Operator.GT,
    ">=": Operator.GE,
    "<": Operator.LT,
    "<=": Operator.LE,
    "not": Operator.NE,
}


def read(text):
    first, _, rest = text.partition(" ")
    operator, value = (OPERATORS[first], rest) if first in OPERATORS else (Operator.EQ, text)
    if value[0].isalpha():
        return operator, Text(value)
    if "-" in value:
        return operator, PartialDate.parse(value)
    digits, _, unit = value.partition(" ")
    amount = Decimal(digits.removesuffix("M"))
    step = Decimal(1).scaleb(amount.as_tuple().exponent)
    scale = Decimal(1_000_000) if digits.endswith("M") else Decimal(1)
    return operator, Number(amount * scale, unit or None, step * scale)


def claims(*texts, **fields):
    made = (read(text) for text in texts)
    return [("d", Claim("o", "a", value, operator, **fields)) for operator, value in made]


@pytest.mark.parametrize(
    "texts",
    [
        ("84", "85"),
        ("84", "84.6"),
        ("3.5M", "3600000"),
        ("> 84", "80"),
        (">= 85", "< 85"),
        ("about 100", "150"),
        ("nearly 100", "101"),
        ("2014", "2015"),
        ("2014-09", "2014-10-01"),
        ("not Paris", "Paris"),
        ("9 EUR", "10 EUR"),
        ("100 km", "100 mi"),
        ("1500 m", "1.6 km"),
        ("20 °C", "20 °F"),
    ],
)
def test_claims_that_exclude_each_other_are_found(texts):
    """Whatever their order."""
    assert inconsistencies(claims(*texts)) == ((0, 1),)
    assert inconsistencies(claims(*reversed(texts))) == ((0, 1),)


@pytest.mark.parametrize(
    "texts",
    [
        ("84", "84"),
        ("84", "84.0"),
        ("84", "84.3"),
        ("3.5M", "3520000"),
        ("> 80", "84"),
        (">= 85", "<= 85"),
        ("about 100", "95"),
        ("nearly 100", "98"),
        ("2014-09", "2014-09-30"),
        ("Paris", "Rome"),
        ("not Paris", "Rome"),
        ("9 EUR", "10 USD"),
        ("84",),
        (),
    ],
)
def test_claims_that_may_both_be_true_are_not(texts):
    """Whatever their order."""
    assert inconsistencies(claims(*texts)) == ()
    assert inconsistencies(claims(*reversed(texts))) == ()


def test_only_those_are_named_that_another_excludes():
    """A vague claim that fits both sides is left out."""
    assert inconsistencies(claims("84", "> 80", "85", "84")) == ((0, 2, 3),)


def test_names_exclude_each_other_where_there_is_one_at_a_time():
    """A city has one mayor and many streets."""
    attributes = {"a": Attribute("a", cardinality=Cardinality.ONE)}
    found = claims("Paris", "Rome", "paris")
    assert inconsistencies(found, attributes) == ((0, 1, 2),)
    assert inconsistencies(found[::2], attributes) == ()


def test_entities_are_compared_by_id():
    """An affirmed entity excludes the same one denied."""
    values = (EntityRef("paris"), Not(EntityRef("paris")), EntityRef("rome"))
    assert inconsistencies([("d", Claim("o", "a", value)) for value in values]) == ((0, 1),)


@pytest.mark.parametrize(
    "fields",
    [
        {"where": (("region", "eu"),)},
        {"time": ClaimTime(PartialDate.of(2019), PartialDate.of(2019).period)},
        {"reason": Reason.AMBIGUOUS_ENTITY},
    ],
)
def test_other_scopes_and_times_are_apart(fields):
    """So are claims of which the entity is not certain."""
    assert inconsistencies(claims("84") + claims("85", **fields)) == ()


def test_the_same_time_is_held_together():
    """Claims that name one time are compared, across documents."""
    time_2019 = ClaimTime(PartialDate.of(2019), PartialDate.of(2019).period)
    assert inconsistencies(claims("84", "85", time=time_2019)) == ((0, 1),)


def test_groups_come_in_the_order_of_their_first_claims():
    """The result does not depend on anything but the claims."""
    first = claims("84", "85")
    second = [("d", Claim("b", "a", claim.value)) for _, claim in first]
    assert inconsistencies([first[0], *second, first[1]]) == ((0, 3), (1, 2))


def test_many_claims_are_no_work_for_every_pair(work):
    """The work grows with the claims, not with their pairs."""
    groups = work.at_most_doubles(lambda count: claims(*map(str, range(count))), inconsistencies, 20_000)
    assert groups == (tuple(range(20_000)),)


CHANGING = {"a": Attribute("a", changes=True)}
STANDING = {"a": Attribute("a", changes=False)}


def said_in(*documents):
    """Claims of 84, 85, 86..., each in a document of its own."""
    values = (Number(Decimal(84 + number)) for number in range(len(documents)))
    return [(document, Claim("o", "a", value)) for document, value in zip(documents, values, strict=True)]


@pytest.mark.parametrize(
    ("documents", "dates", "found"),
    [
        (("one.md", "two.md"), (None, None), [(0, 1)]),
        (("one.md", "two.md"), ("2024-10-01", "2024-10-01"), [(0, 1)]),
        (("one.md", "two.md"), ("2019-10-01", "2024-10-01"), []),
        (("one.md", "two.md"), ("2019-10-01", None), []),
        (("page.en.md", "page.fr.md"), ("2024-10-01", "2024-10-03"), [(0, 1)]),
        (("page.en.md", "page.fr.md"), ("2024-10-01", None), [(0, 1)]),
        (("page.md", "page.fr.md"), ("2024-10-01", None), [(0, 1)]),
        (("en/page.md", "fr/page.md"), ("2024-10-01", "2024-10-03"), [(0, 1)]),
        (("docs/page-en.md", "docs/page-fr.md"), ("2024", None), [(0, 1)]),
        (("en/page.md", "fr/other.md"), ("2024-10-01", "2024-10-03"), []),
        (("a.md", "b.en.md", "b.fr.md"), ("2024", "2024", None), [(0, 1, 2)]),
        (("a.md", "b.en.md", "b.fr.md", "c.md"), ("2024", "2024", "2023", "2023"), [(0, 1, 2, 3)]),
        (("a.md", "a.md"), ("2024", "2024"), [(0, 1)]),
    ],
)
def test_what_changes_is_compared_on_one_day_or_one_page(documents, dates, found):
    """Figures of texts of different dates do not exclude each other, but those of translations do."""
    when = {name: date and PartialDate.parse(date) for name, date in zip(documents, dates, strict=True)}
    assert inconsistencies(said_in(*documents), CHANGING, when) == tuple(found)


def test_what_does_not_change_is_compared_across_all_dates():
    """A founding date is the same in every text."""
    when = {"one.md": PartialDate.of(2019), "two.md": PartialDate.of(2024)}
    assert inconsistencies(said_in("one.md", "two.md"), STANDING, when) == ((0, 1),)


def test_claims_that_name_their_time_are_compared_by_it():
    """Whatever the dates of the documents."""
    time = ClaimTime(PartialDate.of(2020), PartialDate.of(2020).period)
    made = [(document, replace(claim, time=time)) for document, claim in said_in("one.md", "two.md")]
    when = {"one.md": PartialDate.of(2021), "two.md": PartialDate.of(2024)}
    assert inconsistencies(made, CHANGING, when) == ((0, 1),)


@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=4), max_size=8))
def test_groups_that_share_a_member_become_one(parts):
    """What is joined is what a walk from member to member reaches."""
    reached = {index: {index} for part in parts for index in part}
    for _ in reached:
        for part in parts:
            together = set().union(*(reached[index] for index in part))
            for index in part:
                reached[index] = reached[index] | together
    assert joined(parts) == [tuple(sorted(group)) for index, group in sorted(reached.items()) if index == min(group)]
