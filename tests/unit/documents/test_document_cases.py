"""Every case of tests/cases/documents-*.yaml: which blocks a source has, and where they stand."""

from pathlib import Path

import pytest
import yaml

from claims.documents import read
from claims.model.span import Span

_FOLDER = Path(__file__).parents[2] / "cases"
_CASES = [
    pytest.param(path.stem.partition("-")[2], case, id=f"{path.stem}: {case['about']}")
    for path in sorted(_FOLDER.glob("documents-*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def _shown(block):
    level = f" {block.level}" if block.level else ""
    cell = f" {block.cell.row}.{block.cell.column}" if block.cell else ""
    return f"{block.kind}{level}{cell}: {block.text}"


@pytest.mark.parametrize(("name", "case"), _CASES)
def test_blocks(name, case):
    """The blocks are those that the case lists, with their kinds."""
    document = read(case["source"], format=name, language="en")
    assert [_shown(block) for block in document.blocks] == case["blocks"]


@pytest.mark.parametrize(("name", "case"), [param for param in _CASES if "at" in param.values[1]])
def test_places(name, case):
    """A piece of a block stands in the source where the case says it does."""
    document = read(case["source"], format=name, language="en")
    for piece, quote in case["at"].items():
        block = next(block for block in document.blocks if piece in block.text)
        start = block.text.index(piece)
        span = block.to_source(Span(start, start + len(piece)))
        assert document.source[span.start : span.end] == quote
