"""Dates on the command line."""

from __future__ import annotations

import datetime

from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.model.dates import PartialDate, Precision


@dataclass(frozen=True, slots=True)
class JudgingTime:
    """When to judge: at a date, or at the latest known values; neither means at the date of each text."""

    as_of: PartialDate | None = None
    latest: bool = False


def judging_time(text: str | None) -> JudgingTime:
    """Read ``--as-of``. The clock is looked at for ``today``, and for nothing else in the whole program."""
    if text == "latest":
        return JudgingTime(latest=True)
    if text == "today":
        return JudgingTime(PartialDate(datetime.date.today(), Precision.DAY))  # noqa: DTZ011 - the reader's own day
    return JudgingTime(read_date(text, "--as-of", "today, latest"))


def read_date(text: str | None, option: str, *others: str) -> PartialDate | None:
    """Read a date. Raises :class:`~claims.errors.UsageError`, naming the option, for what is none."""
    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        forms = ", ".join(("2024", "2024-10", "2024-10-01", *others))
        raise UsageError(f"{option} {text}: {error}; write one of {forms}") from None
