"""JSON text."""

import json

import pytest

from claims.reports.json_text import json_text


@pytest.mark.parametrize(
    "data", [[], {}, {"a": [1, {"b": None}], "é港": "\x1b\u2028 84 %"}, [2**53, -1, True, "\\"], [[], {}, [[]]]]
)
def test_text_is_that_of_the_standard_library(data):
    """The text is, to the byte, what the standard library writes for it."""
    assert json_text(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def test_half_a_pair_is_escaped():
    """A lone surrogate, which UTF-8 cannot hold, is written as its escape."""
    assert json_text(["\ud800"]) == '[\n  "\\ud800"\n]\n'
