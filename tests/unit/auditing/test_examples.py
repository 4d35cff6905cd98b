"""Running examples: each expectation in both directions, and how failures are shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from claims.auditing.examples import run_examples
from claims.auditing.tested import examples_json, examples_text
from claims.loading import load_all

from .conftest import FACTS

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "examples.yaml").read_text("utf-8"))


def _run(checker, tmp_path, *cases):
    examples = [{"text": case["text"], "expect": case["expect"]} for case in cases]
    file = tmp_path / "examples.yaml"
    file.write_text(FACTS + yaml.safe_dump({"examples": examples}, width=1000), encoding="utf-8")
    return run_examples(checker, load_all([file]).examples)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:30]} {case['expect']}")
def test_an_expectation_holds_or_says_what_was_read_instead(case, checker, tmp_path):
    """What fits passes; what does not fit fails with what was read."""
    run = _run(checker, tmp_path, case)
    assert [failure.reason for failure in run.failures] == ([case["fails"]] if "fails" in case else [])


def test_failures_are_counted_by_example(checker, tmp_path):
    """Two lines that fail are one example that fails."""
    case = {"text": "Acme Society has 85 members.", "expect": ["acme.members = 84", "acme.members = 86"]}
    run = _run(checker, tmp_path, case, CASES[0])
    assert (run.examples, run.failed, len(run.failures)) == (2, 1, 2)


def test_text_and_json_say_the_same(checker, tmp_path):
    """Both have the place, what was expected, and what was read instead."""
    run = _run(checker, tmp_path, {"text": "Acme Society has 85 members.", "expect": "acme.members = 84"})
    shown = examples_text(run)
    assert ":16:11: failed: expected acme.members = 84\n   Acme Society has 85 members.\n   Read: acme" in shown
    assert shown.endswith("1 example: 0 passed, 1 failed\n")
    data = json.loads(examples_json(run))
    assert data["summary"] == {"examples": 1, "failed": 1}
    assert data["failures"][0]["reason"] == "read: acme.members = 85 (contradicted)"
