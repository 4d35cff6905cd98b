"""The cases of ``tests/cases/quantities.*.yaml``, and the examples of ``docs/values.md``."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator

import pytest
import yaml

from claims.languages import load
from claims.model.dates import PartialDate
from claims.model.mention import Mention
from claims.model.values import Between, DateSpan, Number, Range, Value
from claims.model.verdict import Operator
from claims.reading.values import scan

FOLDER = pathlib.Path(__file__).parents[3] / "cases"
PAGE = pathlib.Path(__file__).parents[4] / "docs" / "values.md"
ROW = re.compile(r"^\| [^|`]+ \| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)
DAY = PartialDate.parse("2024-10-02")


def _cases() -> Iterator[object]:
    for path in sorted(FOLDER.glob("quantities.*.yaml")):
        for group in yaml.safe_load(path.read_text("utf-8")):
            for case in group["cases"]:
                code = path.suffixes[-2].removeprefix(".")
                yield pytest.param(code, case, id=f"{code}: {case['text']}")


def _written(value: Value | None) -> str:
    match value:
        case Number(amount, unit):
            return f"{amount:f} {unit or ''}".strip()
        case Between(low, high, unit):
            return f"{low}..{high} {unit or ''}".strip()
        case Range(low, high, unit):
            return f"[{low}, {high}] {unit or ''}".strip()
        case DateSpan(first, last):
            return f"{first}/{last}"
        case _:
            return str(value)


def _line(text: str, mention: Mention) -> str:
    marks = [str(mention.operator)] if mention.operator is not Operator.EQ else []
    marks += ["relative"] if mention.relative else []
    return " ".join([f"{text[mention.start : mention.end]} -> {mention.kind}", _written(mention.value), *marks])


@pytest.mark.parametrize(("code", "case"), list(_cases()))
def test_every_value_of_a_case_is_found_and_no_other(code: str, case: dict[str, object]) -> None:
    """A text gives exactly the values that its case lists."""
    text = str(case["text"])
    day = PartialDate.parse(str(case["day"])) if "day" in case else DAY
    found = [_line(text, mention) for mention in scan(text, load(code), day)]
    assert found == case.get("finds", [])


def _examples() -> Iterator[object]:
    for english, french, read in ROW.findall(PAGE.read_text("utf-8")):
        yield pytest.param("en", english, read, id=f"en: {english}")
        yield pytest.param("fr", french, read, id=f"fr: {french}")


@pytest.mark.parametrize(("code", "text", "read"), list(_examples()))
def test_examples_of_the_page_are_read_as_it_says(code: str, text: str, read: str) -> None:
    """Each example of the page holds the one value that stands beside it."""
    (mention,) = scan(text, load(code), DAY)
    assert _written(mention.value) == read
