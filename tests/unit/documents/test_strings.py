"""Strings of data as texts: which are chosen, where they stand, and what is said of files that are damaged."""

import pytest

from claims.documents import read
from claims.errors import InputError, UsageError
from claims.model.span import Span


def _texts(source, path, *fields, **more):
    return [block.text for block in read(source, path=path, fields=fields or ("**",), language="en", **more).blocks]


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        (["**"], ["one two", "three", "four", "five"]),
        (["title"], ["one two"]),
        (["items.*.body"], ["three"]),
        (["items.*.*"], ["three", "four"]),
        (["items.1.note*"], ["four"]),
        (["**.body", "deep.**"], ["three", "five"]),
        (["title", "title"], ["one two"]),
    ],
)
def test_patterns_choose_strings(fields, texts):
    """A star is one part, two are any number, and a string that is named twice is read once."""
    source = (
        '{"title": "one two", "items": [{"body": "three"}, {"notes": "four", "n": 4}], "deep": {"a": {"b": ["five"]}}}'
    )
    assert _texts(source, "a.json", *fields) == texts


def test_the_same_data_gives_the_same_texts():
    """JSON and YAML agree on paths; a column is a path of one part."""
    assert _texts('{"a": {"b": ["x y", "z w"]}}', "a.json", "a.b.1") == ["z w"]
    assert _texts("a:\n  b:\n  - xx y\n  - zz w\n", "a.yml", "a.b.1") == ["zz w"]
    assert _texts("a,b\nx y,z w\n", "a.csv", "b") == ["b", "z w"]


@pytest.mark.parametrize(
    ("path", "source", "place", "message"),
    [
        ("a.json", '{"a": "x",\n "b": }', (2, 7), "not JSON: invalid character"),
        ("a.json", '{"a": "\\ud83d"}', None, "not JSON"),
        ("a.json", "[" * 100_000, None, "nested too deeply"),
        ("a.yaml", "a: b\nc: [d\n", None, "not YAML"),
        ("a.yaml", "a: [" * 100 + "b" + "]" * 100, None, "nested too deeply"),
        ("a.csv", 'a\nx\n"y\n', (3, 1), "not CSV: the quotes do not match"),
        ("a.csv", 'a\n"x"y\n', (2, 1), "not CSV: the quotes do not match"),
        ("a.json", '{"a": "x y"}', None, "no text at b"),
    ],
)
def test_what_is_wrong_is_said(path, source, place, message):
    """A file that is damaged, or has no such text, is an error that says where and what to do."""
    with pytest.raises(InputError) as caught:
        read(source, path=path, fields=("b",))
    problem = caught.value.problem
    assert message in problem.message
    assert problem.hint
    if place:
        assert (problem.line, problem.column) == place


def test_a_wrong_path_is_answered_with_those_that_are_there():
    """Somebody who misspells a path sees what the file has, each kind of place once."""
    source = '{"list": [{"title": "a b"}, {"title": "c d"}], "note": "e f"}'
    with pytest.raises(InputError, match=r"the file has texts at list\.\*\.title, note"):
        read(source, path="a.json", fields=("titel",))


def test_only_data_has_fields():
    """Fields of another file are refused."""
    with pytest.raises(UsageError, match=r"a\.md: fields are those of \.json, \.yaml"):
        read("x", path="a.md", fields=("**",))


def test_tables_in_strings_are_counted_on():
    """Two strings with a table each have two tables, so that their cells are not taken for one."""
    source = "a: |\n  | x | y |\n  |---|---|\n  | 1 a | 2 b |\nb: |\n  | z | w |\n  |---|---|\n"
    document = read(source, path="a.yaml", fields=("**",), format="markdown", language="en")
    assert [block.cell.table for block in document.blocks] == [1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("path", "source", "quote", "prose"),
    [
        ("a.json", '{"a": "x \\ud83d\\ude00 y"}', "\\ud83d\\ude00", "\U0001f600"),
        ("a.json", '{"a": "x \\"y\\" z"}', '\\"y\\"', '"y"'),
        ("a.yaml", "a: 'it''s so'", "it''s", "it's"),
        ("a.yaml", 'a: "xx \\u00e9 y"', "\\u00e9", "é"),
        ("a.yaml", "a: |\n    xx\n     y\n", "xx\n     y", "xx\ny"),
        ("a.csv", 'a\n"x ""y"" z"', '""y""', '"y"'),
    ],
)
def test_escapes_stand_where_they_are_written(path, source, quote, prose):
    """What an escape means is found where it stands, as a whole."""
    document = read(source, path=path, fields=("**",), language="en")
    start = source.index(quote)
    assert document.prose(Span(start, start + len(quote))) == prose
