"""What a reader may ask of an output format; a format takes what it knows and leaves the rest."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.verdict import Severity


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """``width`` in columns; ``verbosity`` 1 shows unverifiable and unchecked values too, 2 also the supported ones.

    ``fail_level`` is the lowest severity that fails the run, for outputs that say what failed.
    """

    color: bool = False
    width: int = 100
    verbosity: int = 0
    explain: bool = False
    fail_level: Severity = Severity.ERROR


PLAIN = RenderOptions()
