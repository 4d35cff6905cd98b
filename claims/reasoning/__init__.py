"""What follows from the facts: derived facts, failed requirements, and claims that exclude each other."""

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
