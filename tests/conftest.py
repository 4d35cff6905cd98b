"""What all tests share: work is counted instead of time, which differs between machines.

The unit of work is the *step*: the tracing events that Python raises while it runs, one for each line that is begun
(so also for each turn of a loop or a comprehension), each call and each return. Steps are the same on every machine
and in every run. What happens inside one call into C (a search by a regular expression, a sort, the joining of
texts) is a single step; where that could hide a cost, a test takes an input of a size at which a superlinear search
would visibly never come back.

Speed itself is measured in ``benchmarks/``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

# No test finds what another has left in a cache; those about it name a folder of their own.
os.environ["CLAIMS_CACHE_DIR"] = ""

# No clock for generated examples either: by default Hypothesis fails those that take longer than 200 ms.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SLACK = 0.1  # of the expected work: sizes are whole numbers, and dictionaries and caches fill up in leaps
CONSTANT = 5_000  # steps

Given = TypeVar("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Work:
    """Counts the steps that code takes."""

    def of(self, run: Callable[[], object]) -> int:
        """The steps that ``run`` takes."""
        steps = 0

        def count(_frame: FrameType, _event: str, _argument: object) -> Any:
            nonlocal steps
            steps += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            run()
        finally:
            sys.settrace(before)
        return steps

    def at_most_doubles(self, make: Callable[[int], Given], run: Callable[[Given], Found], size: int) -> Found:
        """What ``run(make(size))`` gives, which must take at most twice the steps of ``run(make(size // 2))``.

        Making the inputs is not counted, and ``run`` is called once before it is counted, on an input of its own, so
        that what is loaded or compiled at the first use does not count either.
        """
        found: list[Found] = []
        run(make(size // 2))
        half, whole = make(size // 2), make(size)
        single = self.of(lambda: run(half))
        double = self.of(lambda: found.append(run(whole)))
        assert double <= 2 * single * (1 + SLACK) + CONSTANT, (
            f"{double:,} steps at size {size}, {double / single:.2f} times the {single:,} at half of it"
        )
        return found[0]


@pytest.fixture(scope="session")
def work() -> Work:
    """A counter of work."""
    return Work()
