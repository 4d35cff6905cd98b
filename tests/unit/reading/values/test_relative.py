"""The phrases of relative dates, their slots and meanings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.languages import available, load
from claims.languages.patterns import Node
from claims.model.dates import PartialDate
from claims.model.values import DateSpan
from claims.reading.values.anchored import ANCHORED
from claims.reading.values.calendar import feast, meant, period, shifted
from claims.reading.values.meanings import MEANINGS
from claims.reading.values.slots import SLOTS

DAY = PartialDate.parse("2024-10-02")


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for following in node.next.values():
        yield from _nodes(following)


@pytest.mark.parametrize("code", available())
def test_every_meaning_and_slot_of_a_language_is_known(code: str) -> None:
    """The data names no meaning without a function, and no slot without a reader."""
    nodes = list(_nodes(load(code).calendar.relative))
    assert {node.meaning for node in nodes} - {""} <= {*MEANINGS, *ANCHORED}
    assert {slot for node in nodes for slot in node.slots} <= {*SLOTS, "{date}"}


def test_every_meaning_is_used() -> None:
    """No meaning is left that no language says."""
    used = {node.meaning for code in available() for node in _nodes(load(code).calendar.relative)}
    assert {*MEANINGS, *ANCHORED} - used == set()


@pytest.mark.parametrize(
    ("count", "unit", "date"),
    [
        (-3, "day", "2024-09-29"),
        (2, "week", "2024-10-16"),
        (-10, "month", "2023-12"),
        (1, "year", "2025"),
        (-2, "decade", "200X"),
    ],
)
def test_counting_keeps_the_precision_of_the_unit(count: int, unit: str, date: str) -> None:
    """A date that was counted is as fine as what it was counted in."""
    assert shifted(DAY, count, unit) == PartialDate.parse(date)


def test_a_week_is_a_span_of_days() -> None:
    """The week of a day runs from Monday to Sunday; other units are a date of their precision."""
    assert period(DAY, -1, "week") == DateSpan(PartialDate.parse("2024-09-23"), PartialDate.parse("2024-09-29"))
    assert period(DAY, -1, "quarter") == PartialDate.parse("2024-Q3")


@pytest.mark.parametrize(
    ("name", "year", "date"),
    [
        ("easter+0", 2018, "2018-04-01"),
        ("easter+39", 2024, "2024-05-09"),
        ("easter+0", 2038, "2038-04-25"),
        ("12-25", 2019, "2019-12-25"),
    ],
)
def test_feasts_fall_on_their_day(name: str, year: int, date: str) -> None:
    """Feasts with a fixed day, and those that go by Easter."""
    assert feast(year, name) == PartialDate.parse(date)


@pytest.mark.parametrize(
    ("today", "date", "year"),
    [
        ("2024-10-02", "03-22", 2024),
        ("2024-10-02", "01-01", 2024),
        ("2024-01-05", "12-20", 2023),
        ("2024-12-20", "01-05", 2025),
    ],
)
def test_a_date_without_a_year_is_of_this_year_save_at_its_ends(today: str, date: str, year: int) -> None:
    """The year that was left out is the current one, or the one that lies nearer at its ends."""
    dates = [PartialDate.parse(f"{at}-{date}") for at in (2022, 2023, 2024, 2025)]
    assert meant(PartialDate.parse(today), dates).year == year
