"""What follows from the facts: derived facts, failed requirements, and claims that exclude each other."""

from claims.reasoning.consistency import inconsistencies
from claims.reasoning.derivation import derive
from claims.reasoning.requirements import failed_requirements
from claims.reasoning.rulebook import Rulebook, check_rules
from claims.reasoning.timed import Timed, derivable, derive_at

__all__ = [
    "Rulebook",
    "Timed",
    "check_rules",
    "derivable",
    "derive",
    "derive_at",
    "failed_requirements",
    "inconsistencies",
]
