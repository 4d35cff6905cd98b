"""Rows: the findings of a document as flat records."""

import json
from dataclasses import fields, replace

import pytest
from jsonschema import Draft202012Validator

from claims.corpus.rows import COLUMNS, ColumnType, decode_row, encode_row, rows_of
from claims.corpus.summing.schemas import SCHEMAS, schema_text
from claims.files.shipped import schemas_folder
from claims.model.report import ClaimPlace, Inconsistency, Replacement
from claims.model.row import Row
from claims.model.verdict import Verdict

PYTHON = {ColumnType.STRING: str, ColumnType.INTEGER: int, ColumnType.STRINGS: tuple}


def _row_schema():
    return Draft202012Validator(json.loads(schema_text("findings")))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_fresh_and_valid(name):
    """The files in `schemas/` are what `python -m claims.corpus.summing.schemas` writes."""
    text = (schemas_folder() / f"{name}.schema.json").read_text("utf-8")
    assert text == schema_text(name)
    Draft202012Validator.check_schema(json.loads(text))


def test_every_field_is_a_column():
    """The columns are the fields of a row, in their order, and each says what it holds."""
    assert [column.name for column in COLUMNS] == [field.name for field in fields(Row)]
    assert all(column.description for column in COLUMNS)


def test_what_is_wrong_or_undecided_is_a_row(document, claim):
    """Supported claims are left out, unless every claim is asked for."""
    report = document("a.md", claim(Verdict.SUPPORTED), claim(), claim(Verdict.UNVERIFIABLE))
    assert [row.verdict for row in rows_of(report)] == [Verdict.CONTRADICTED, Verdict.UNVERIFIABLE]
    assert len(rows_of(report, every=True)) == 3


def test_a_row_holds_what_its_columns_say(document, claim):
    """Each cell has the type of its column, and is `None` only where that may be."""
    said = claim(where=(("quarter", "3"), ("region", "eu")), suggestion=Replacement(4, 6, "84"), start=4, end=14)
    (row,) = rows_of(document("news.jsonl#r1", said, path="news.jsonl", date="2024-10"))
    for column in COLUMNS:
        cell = getattr(row, column.name)
        assert column.optional if cell is None else isinstance(cell, PYTHON[column.type]), column.name
    assert (row.fact, row.where) == ("acme.members[quarter: 3, region: eu]", "quarter: 3, region: eu")
    assert (row.value, row.known, row.evidence) == ("85", ("84",), ("facts.yaml:3",))
    assert (row.document, row.path, row.suggestion) == ("news.jsonl#r1", "news.jsonl", "84")


def test_claims_that_exclude_each_other_are_a_row(document, claim):
    """An inconsistency stands at its first claim and names them all; one of another document has no row here."""
    report = document("a.md", claim(Verdict.UNVERIFIABLE, 3), claim(Verdict.UNVERIFIABLE, 4))
    places = tuple(ClaimPlace("a.md", it.id) for it in report.claims)
    elsewhere = Inconsistency((ClaimPlace("b.md", "b.md#1"),), "so too")
    *_, row = rows_of(report, [Inconsistency(places, "acme.members is said to be 3 and 4"), elsewhere])
    assert (row.kind, row.verdict, row.line) == ("inconsistency", None, 1)
    assert row.evidence == ("a.md#1", "a.md#2")


def test_a_row_is_one_line_that_fits_its_schema(document, claim):
    """A row is written as one line, and read back it is the same."""
    row = rows_of(document("a.md", claim(quote="one\nand two\u2028")))[0]
    line = encode_row(row)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_row(line) == row
    assert not list(_row_schema().iter_errors(json.loads(line)))


def test_half_a_surrogate_pair_is_spelled_out(document, claim):
    """A file name or a text that is no Unicode is written so that every reader of JSON takes it."""
    row = rows_of(document("a\udc80.md", claim(quote="\ud800")))[0]
    again = decode_row(encode_row(row))
    assert (again.document, again.quote) == ("a\\udc80.md", "\\ud800")
    assert again == replace(row, document=again.document, path=again.path, quote=again.quote, id="a\\udc80.md#1")
