"""What dates are said against: the day a text was written on, and the date that it named last."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.dates import PartialDate
from claims.model.values import DateSpan, Value


@dataclass(frozen=True, slots=True)
class Times:
    """``today`` is the document's date, ``named`` the one that *the year before* or *le lendemain* go by.

    ``fresh`` says that the document has named none before this text, so that its own may be meant.
    """

    today: PartialDate | None = None
    named: PartialDate | None = None
    fresh: bool = True


def after(times: Times, value: Value | None) -> Times:
    """The times once the text has named ``value``."""
    named = value.last if isinstance(value, DateSpan) else value
    return Times(times.today, named, fresh=False) if isinstance(named, PartialDate) else times
