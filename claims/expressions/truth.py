"""Three truth values: true, false, and unknown where the facts do not decide."""

from __future__ import annotations

from typing import TypeAlias

from claims.model.values import Boolean, Unknown, Value

TRUE = Boolean(True)
FALSE = Boolean(False)
UNKNOWN = Unknown()

Truth: TypeAlias = Boolean | Unknown


def truth(value: Value) -> Truth:
    """The truth value of a condition's value; anything that is no boolean decides nothing."""
    return value if isinstance(value, Boolean) else UNKNOWN


def known(value: bool) -> Truth:
    """A truth value that is decided."""
    return TRUE if value else FALSE


def opposite(value: Value) -> Truth:
    """``not``: unknown stays unknown."""
    return known(not value.value) if isinstance(value, Boolean) else UNKNOWN
