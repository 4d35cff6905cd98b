"""Units as far as expressions need them: what converts into what.

The full table comes from the caller; the units of time are always known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

_TIME = {
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86400)),
    "week": ("time", Decimal(604800)),
    "month": ("calendar", Decimal(1)),
    "quarter": ("calendar", Decimal(3)),
    "year": ("calendar", Decimal(12)),
    "decade": ("calendar", Decimal(120)),
    "century": ("calendar", Decimal(1200)),
}
_SPELLINGS = {f"{unit}s": unit for unit in _TIME} | {"centuries": "century"}


@dataclass(frozen=True, slots=True)
class Units:
    """``scales``: by symbol, the dimension and how many of its base unit; ``spellings``: other names of symbols."""

    scales: Mapping[str, tuple[str, Decimal]] = field(default_factory=lambda: MappingProxyType(_TIME))
    spellings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_SPELLINGS))

    def symbol(self, written: str) -> str:
        """The symbol of a unit as an expression spells it; itself where it is unknown."""
        return self.spellings.get(written, _SPELLINGS.get(written, written))

    def ratio(self, unit: str, to: str) -> Decimal | None:
        """How many of ``to`` one ``unit`` is; ``None`` where they do not convert."""
        if unit == to:
            return Decimal(1)
        here, there = self._scale(unit), self._scale(to)
        if here is None or there is None or here[0] != there[0]:
            return None
        return here[1] / there[1]

    def _scale(self, unit: str) -> tuple[str, Decimal] | None:
        return self.scales.get(unit) or _TIME.get(unit)


TIME = Units()
