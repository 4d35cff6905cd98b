"""What follows from the facts: derived facts, failed requirements, and claims that exclude each other."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.reasoning.consistency import inconsistencies
    from claims.reasoning.derivation import derive
    from claims.reasoning.requirements import failed_requirements
    from claims.reasoning.rulebook import Rulebook, check_rules
    from claims.reasoning.supposing import Supposing
    from claims.reasoning.timed import Timed

__all__ = [
    "Rulebook",
    "Supposing",
    "Timed",
    "check_rules",
    "derive",
    "failed_requirements",
    "inconsistencies",
]

_HOMES = {
    "Rulebook": "claims.reasoning.rulebook",
    "Supposing": "claims.reasoning.supposing",
    "Timed": "claims.reasoning.timed",
    "check_rules": "claims.reasoning.rulebook",
    "derive": "claims.reasoning.derivation",
    "failed_requirements": "claims.reasoning.requirements",
    "inconsistencies": "claims.reasoning.consistency",
}


def __getattr__(name: str) -> object:
    """What is asked for by name, imported then: a run whose facts are in the cache derives nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
