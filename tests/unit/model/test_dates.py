"""Periods: which of them share a day."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from claims.model.dates import Period

days = st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 1, 9))


@given(days, days, days, days)
def test_periods_overlap_where_they_have_an_intersection(start, end, other_start, other_end):
    """Whatever ends are open; a period that ends where it begins shares no day."""
    one, other = Period(start, end), Period(other_start, other_end)
    assert one.overlaps(other) == other.overlaps(one) == (one.intersect(other) is not None)
