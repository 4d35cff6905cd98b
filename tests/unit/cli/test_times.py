"""Dates on the command line."""

import datetime

import pytest

from claims.cli.times import JudgingTime, judging_time, read_date
from claims.errors import UsageError
from claims.model.dates import PartialDate, Precision


def test_time_of_judging_is_a_date_or_the_latest_values():
    """--as-of takes a date at any precision, or the word latest; without it each text is judged at its own date."""
    assert judging_time(None) == JudgingTime()
    assert judging_time("latest") == JudgingTime(latest=True)
    assert judging_time("2024-10") == JudgingTime(PartialDate.parse("2024-10"))


def test_today_is_a_day():
    """`today` is the day on the reader's clock."""
    today = judging_time("today").as_of
    assert today.precision is Precision.DAY
    assert abs(today.start - datetime.date.today()) <= datetime.timedelta(days=1)  # noqa: DTZ011 - as the command does


@pytest.mark.parametrize("text", ["2024-13", "yesterday", "", "1/2/2024"])
def test_what_is_no_date_is_refused_with_the_forms(text):
    """A date that is none is refused by the name of its option, with the forms that can be written."""
    with pytest.raises(UsageError, match=r"--date .*2024-10-01"):
        read_date(text, "--date")
