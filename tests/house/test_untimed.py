"""Speed is measured in ``benchmarks/``; tests count work, which is the same on every machine."""

from __future__ import annotations

import ast
import re

import pytest

CLOCK_MODULES = re.compile("time|timeit|resource|sched|cProfile|profile")
CLOCKS = re.compile("now|utcnow|today|(perf_counter|monotonic|process_time|thread_time|time)(_ns)?|getrusage|times")

EXEMPT = {
    "tests/unit/cli/test_times.py": "`--as-of today` is the one place where the day on the clock counts",
    "tests/end_to_end/hostile.py": "`resource` limits memory here, and measures nothing",
}


def _looks_at_clocks(module) -> list[str]:
    found = [f"imports {name}" for name in module.imported if CLOCK_MODULES.fullmatch(name.partition(".")[0])]
    for call in module.calls:
        match call.func:
            case ast.Attribute(attr=name) | ast.Name(id=name) if CLOCKS.fullmatch(name):
                found.append(f"line {call.lineno} calls {name}()")
        found += [
            f"line {call.lineno} sets a {keyword.arg}"
            for keyword in call.keywords
            if keyword.arg in ("deadline", "timeout") and ast.unparse(keyword.value) != "None"
        ]
    return found


def test_no_test_looks_at_a_clock(tests):
    """No test imports a module of clocks, asks what time it is, or fails for the time that something took."""
    found = {
        module.name: reasons for module in tests if module.name not in EXEMPT and (reasons := _looks_at_clocks(module))
    }
    assert not found, f"count steps with the fixture `work`, or exempt by name with a reason: {found}"


def test_exemptions_from_the_rule_of_clocks_are_needed(tests):
    """An exemption for what is gone, or looks at no clock any more, has to go."""
    looking = {module.name for module in tests if _looks_at_clocks(module)}
    assert not set(EXEMPT) - looking


def test_steps_tell_linear_from_quadratic(work):
    """A loop over all passes as linear; one over all pairs does not, though it calls nothing and stands on one line."""
    assert work.at_most_doubles(range, lambda numbers: [number for number in numbers], 1000)[-1] == 999  # noqa: C416 - the loop is what is counted
    with pytest.raises(AssertionError, match=r"[34]\.\d\d times the"):
        work.at_most_doubles(range, lambda numbers: [one + other for one in numbers for other in numbers], 200)


def test_steps_are_the_same_in_every_run(work):
    """The count depends on the code alone."""
    assert len({work.of(lambda: sorted(range(50), key=lambda number: -number)) for _ in range(3)}) == 1
