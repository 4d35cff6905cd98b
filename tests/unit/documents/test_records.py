"""Tables of texts: which records become documents, and which are problems."""

import json

import pytest

from claims.documents import read_records
from claims.errors import Problem
from claims.model.dates import PartialDate


def _read(data, path="records.jsonl"):
    return list(read_records(data if isinstance(data, bytes) else data.encode(), path=path))


def _one(record):
    [document] = _read(json.dumps(record))
    return document


def test_all_fields():
    """Every field of a record is a field of its document."""
    document = _one(
        {
            "id": "r1",
            "text": "84 membres.",
            "date": "2024-10-01T12:30:00Z",
            "language": "fr-FR",
            "about": ["coalition"],
            "where": {"region": "eu", "quarter": 3},
            "other": [1],
        }
    )
    assert (document.id, document.path, document.source) == ("r1", "records.jsonl", "84 membres.")
    assert document.date == PartialDate.of(2024, 10, 1)
    assert (document.language, document.about) == ("fr", ("coalition",))
    assert document.where == (("quarter", "3"), ("region", "eu"))


def test_only_a_text():
    """A record without id is called by its place; its language is found out."""
    [first, second] = _read(
        '{"text": "It is what it was at the time."}\n\n{"text": "Il est là depuis un an.", "date": null}\n'
    )
    assert (first.id, second.id) == ("records.jsonl:1", "records.jsonl:3")
    assert (first.language, second.language) == ("en", "fr")
    assert first.date is second.date is None


def test_the_text_is_kept_as_it_is():
    """Offsets count from the beginning of the record's text, white space included."""
    text = "  84 members\r\n\r\nMore. \U0001f600"
    assert _one({"text": text}).source == text


def test_a_number_may_be_an_id():
    """Whole numbers are ids and years as well."""
    document = _one({"text": "x", "id": 7, "date": 2024})
    assert (document.id, str(document.date)) == ("7", "2024")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "cut of', "not a JSON value"),
        ("[" * 100_000, "not a JSON value"),
        ('["text"]', "not a JSON object"),
        ('{"id": "a"}', "no text"),
        ('{"text": ""}', "no text"),
        ('{"text": " "}', "the text is not"),
        ('{"text": 84}', "the text is not"),
        ('{"text": "x", "date": "yesterday"}', "'yesterday' is no date"),
        ('{"text": "x", "date": "2024-02-30"}', "is no date"),
        ('{"text": "x", "date": {"year": 2024}}', "date is neither"),
        ('{"text": "x", "id": true}', "id is neither"),
        ('{"text": "x", "language": "F"}', "is no language"),
        ('{"text": "x", "about": 7}', "about is not"),
        ('{"text": "x", "about": [7]}', "about is not"),
        ('{"text": "x", "where": ["eu"]}', "where is not"),
        ('{"text": "x", "where": {"region": ["eu"]}}', "where is not"),
        ('{"text": "a\\u0000b"}', "binary"),
    ],
)
def test_bad_records(line, message):
    """A bad record is a problem at its line, with what to do; those around it are read."""
    [first, problem, last] = _read(f'{{"text": "one"}}\n{line}\n{{"text": "three"}}\n')
    assert (first.source, last.source) == ("one", "three")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == ("records.jsonl", 2)
    assert message in problem.message
    assert problem.hint


def test_bad_bytes_spoil_one_record():
    """Invalid UTF-8 is a problem of its line alone, and a byte order mark of none."""
    [first, problem, last] = _read(b'\xef\xbb\xbf{"text": "one"}\n{"text": "\xe9"}\r\n{"text": "three"}')
    assert (first.source, problem.line, last.source) == ("one", 2, "three")


def test_csv():
    """CSV has the same fields, with lists and mappings in one field each."""
    data = (
        "\ufeffid,Text,date,lang,about,where\r\n"
        'a,"84 members, and\r\nmore ""partners""",2024-10,fr,togo; mali,region=eu; quarter=3\r\n'
        "\r\n"
        ",It is what it was,,,,\r\n"
    )
    [first, second] = _read(data, "records.csv")
    assert first.source == '84 members, and\r\nmore "partners"'
    assert (first.id, str(first.date), first.language) == ("a", "2024-10", "fr")
    assert (first.about, first.where) == (("togo", "mali"), (("quarter", "3"), ("region", "eu")))
    assert (second.id, second.date, second.language) == ("records.csv:5", None, "en")


@pytest.mark.parametrize(("data", "path"), [("id;text\na;One, two\n", "r.csv"), ("id\ttext\na\tOne, two\n", "r.tsv")])
def test_other_separators(data, path):
    """A semicolon in a header without commas, or a tab in a .tsv file, parts the fields."""
    assert [document.source for document in _read(data, path)] == ["One, two"]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        ("id,text\na,One, two\nb,three\n", 2, "3 fields under 2 columns"),
        ('id,text\na,"cut off\n', 2, "not a CSV record"),
        ("id,text\na,\nb,three\n", 2, "no text"),
        ("id,text\na,x,\nb,three\n", 2, "3 fields"),
        ("id,body\na,x\n", 2, "no text"),
        ("id,text\na,\0\n", 2, "binary"),
    ],
)
def test_bad_csv(data, line, message):
    """A bad row is a problem at the line on which it begins."""
    problem = next(row for row in _read(data, "records.csv") if isinstance(row, Problem))
    assert problem.line == line
    assert message in problem.message


@pytest.mark.parametrize("path", ["r.csv", "r.jsonl"])
def test_nothing(path):
    """An empty table has no records."""
    assert _read(b"", path) == []
