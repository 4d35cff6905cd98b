"""What is said of mistakes, as laid down in ``tests/cases/expressions_errors.yaml``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from claims.errors import LoadError
from claims.expressions.expression import parse
from claims.languages.units import units
from claims.model.place import Place

CASES = Path(__file__).parents[2] / "cases" / "expressions_errors.yaml"
ROWS = yaml.load(CASES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts stay texts


def mistakes(text, scope, place=None):
    with pytest.raises(LoadError) as caught:
        parse(text, place, replace(scope, has_unit=lambda unit: unit in units()))
    return caught.value.problems


@pytest.mark.parametrize(("text", "column", "message", "hint"), ROWS, ids=[row[0] or "nothing" for row in ROWS])
def test_a_mistake_is_named_at_its_column(scope, text, column, message, hint):
    """Every row of the table holds, and the caret of the excerpt stands under the column."""
    problem = mistakes(text, scope)[0]
    assert (problem.message, problem.hint or "null") == (message, hint)
    assert problem.column == int(column)
    line, carets = problem.excerpt.split("\n")
    assert (line, carets.index("^")) == (text, int(column) - 1)


def test_a_mistake_has_the_place_in_its_file(scope):
    """Line and column count from where the expression begins in its file, over line ends too."""
    problem = mistakes("o.members\n  + o.membres", scope, Place("rules/a.yaml", 12, 9))[0]
    assert str(problem) == "rules/a.yaml:13:15: there is no attribute `membres` (did you mean `members`?)"
    assert problem.excerpt == "  + o.membres\n      ^^^^^^^"


def test_all_mistakes_of_an_expression_are_told_at_once(scope):
    """Names and types are checked to the end."""
    assert [problem.column for problem in mistakes("o.a + o.b + year(3)", scope)] == [3, 9, 18]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000 + "1" + ")" * 500,
        "1" + "+1" * 900,
        "not " * 450 + "true",
        "o" + ".of" * 600,
        "-" * 1500 + "1",
        "[" * 1000,
        "if true then " * 100,
        "sum(" * 400,
        "a" * 3000,
        "1" * 51,
        "1" * 1999,
        "1." * 900,
        '"' * 1999,
        "`" * 1999,
        " " * 3000,
        "where " * 300,
        "e.date in " * 150 + "e.date",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_refused_at_once(scope, text, work):
    """Depth, length and digits are bounded, and each code point costs a bounded number of steps."""
    assert mistakes(text, scope)[0].line == 1
    assert work.of(lambda: mistakes(text, scope)) < 100 * len(text)


def test_a_long_line_is_cut_around_the_caret(scope):
    """An excerpt fits a terminal, whatever the length of the line."""
    excerpt = mistakes("1 + " * 24 + " " * 500 + "?", scope)[0].excerpt
    line, carets = excerpt.split("\n")
    assert len(line) <= 100
    assert line[carets.index("^")] == "?"
