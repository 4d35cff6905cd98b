"""What expressions give, as laid down in ``tests/cases/expressions_values.yaml``."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from claims.expressions.showing import shown
from claims.model.values import Number

CASES = Path(__file__).parents[2] / "cases" / "expressions_values.yaml"
TABLE = yaml.load(CASES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts stay texts


@pytest.mark.parametrize(
    ("expression", "expected"), [pytest.param(*row, id=row[0]) for topic in TABLE.values() for row in topic.items()]
)
def test_an_expression_gives_what_its_case_says(evaluate, expression, expected):
    """Every row of the table holds."""
    assert shown(evaluate(expression)) == expected


@pytest.mark.parametrize(
    ("expression", "complete"),
    [
        ("list(x for x in event)", True),
        ("list(o.hosts)", True),
        ("list(o.partners)", False),
        ("list(x for x in event where x.losses > 3)", False),
        ("list(x.motto for x in organization)", False),
    ],
)
def test_a_list_is_complete_where_nothing_can_be_missing(evaluate, expression, complete):
    """An open list, an unknown condition or an unknown value leave a list open, and what is known stands in it."""
    assert evaluate(expression).complete is complete


def test_a_fraction_that_goes_on_is_cut_where_it_is_shown():
    """Fifty decimals say no more than ten; what is cut shows that it is."""
    third = Number(Decimal(1) / Decimal(3))
    assert shown(third) == "0.3333333333..."
    assert shown(Number(third.amount, "%")) == "0.3333333333...%"
    assert shown(Number(Decimal("37.75"))) == "37.75"
    assert shown(Number(Decimal("123456789012345"))) == "123456789012345"
