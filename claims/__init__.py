"""The linter for facts: checks what texts claim against a facts file.

    from claims import Checker, Fact

Both are imported when first asked for, so that ``claims --version`` costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # known to type checkers; importing typing would cost more than --version
if TYPE_CHECKING:
    from claims.checker import Checker
    from claims.model.fact import Fact

__all__ = ["Checker", "Fact", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "Checker":
        from claims.checker import Checker

        return Checker
    if name == "Fact":
        from claims.model.fact import Fact

        return Fact
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
