"""Units as far as expressions need them: what converts into what.

The conversion comes from the caller, who has the table; the units of time are known without one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from claims.dataclasses import dataclass

Convert: TypeAlias = Callable[[Decimal, str, str], Decimal | None]
"""``convert(amount, unit, to)``; ``None`` where the two have no fixed relation."""

_SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86400, "week": 604800}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_WORDS: Mapping[str, str] = MappingProxyType(
    {"second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h"}
    | {f"{unit}s": unit for unit in ("day", "week", *_MONTHS)}
    | {"centuries": "century"}
)


def _convert_time(amount: Decimal, unit: str, to: str) -> Decimal | None:
    for table in (_SECONDS, _MONTHS):
        if unit in table and to in table:
            return amount * table[unit] / table[to]
    return None


@dataclass(frozen=True, slots=True)
class Units:
    """The conversions that expressions may make."""

    table: Convert = _convert_time

    def convert(self, amount: Decimal, unit: str, to: str) -> Decimal | None:
        """``amount`` of ``unit`` in ``to``; ``None`` where they do not convert."""
        return amount if unit == to else self.table(amount, unit, to)


def symbol(written: str) -> str:
    """The symbol of a unit as an expression spells it (``days``: ``day``); itself where it is spelt so."""
    return _WORDS.get(written, written)


TIME = Units()
