"""Units as people write them, as symbols."""

from __future__ import annotations

from types import MappingProxyType

_WRITTEN = MappingProxyType(
    {
        symbol: symbol
        for symbol in ("EUR", "USD", "GBP", "%", "pp", "m", "km", "cm", "mm", "kg", "g", "t", "h", "s", "min")
    }
    | {symbol: symbol for symbol in ("day", "week", "month", "year", "km2", "m2", "ha", "l", "°C", "km/h", "MB", "GB")}
    | {"€": "EUR", "$": "USD", "£": "GBP", "metres": "m", "days": "day", "years": "year", "months": "month"}
)


def unit_of(text: str) -> str | None:
    """The symbol of a unit written as a symbol, a sign or a name, in brackets or not; ``None`` for no unit."""
    return _WRITTEN.get(text.strip("() "))


def known_units() -> tuple[str, ...]:
    """All symbols, for messages."""
    return tuple(_WRITTEN)
