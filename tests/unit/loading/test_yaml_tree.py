"""YAML as located nodes: what is read, what is refused, and that nothing hostile takes long."""

from __future__ import annotations

import pytest

from claims.loading.mistakes import Mistakes
from claims.loading.yaml_tree import ListNode, MapNode, ScalarNode, parse_yaml


def _parse(text: str):
    mistakes = Mistakes("it.yaml", text)
    return parse_yaml(text, mistakes), [str(problem) for problem in mistakes.problems]


def test_scalars_stay_what_was_written_and_know_their_place():
    """Nothing is typed: text, whether it was plain, and the place in code points."""
    tree, problems = _parse("a: no\n'é': ['😀', 1.10]\n")
    assert not problems
    assert isinstance(tree, MapNode)
    assert tree.entries["a"] == (ScalarNode("a", True, 1, 1), ScalarNode("no", True, 1, 4))
    items = tree.entries["é"][1]
    assert isinstance(items, ListNode)
    assert items.items == [ScalarNode("😀", False, 2, 7), ScalarNode("1.10", True, 2, 12)]


def test_a_block_stands_where_its_text_begins():
    """The place of a block scalar is that of its first character, not of its mark."""
    tree, _ = _parse("a: |\n\n    text\n")
    assert tree.entries["a"][1] == ScalarNode("\ntext\n", False, 3, 5)


def test_json_is_yaml():
    """A JSON text gives the same tree."""
    tree, problems = _parse('{"a": [1, "x\\u00e9", {"b": null}]}')
    assert not problems
    assert [node.text for node in tree.entries["a"][1].items[:2]] == ["1", "xé"]


def test_json_escapes_of_two_parts_are_one_character():
    """What JSON writes as a pair of escapes is read; an escaped backslash before it is none."""
    text = r'["\ud83d\ude00", "\\ud83d\\ude00"]'
    mistakes = Mistakes("it.json", text)
    tree = parse_yaml(text, mistakes)
    assert not mistakes.problems
    assert [item.text for item in tree.items] == ["😀", r"\ud83d\ude00"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "it.yaml:3:1: `a` is already in line 1"),
        ("a: &x 1\n", "it.yaml:1:4: `&x` is an anchor"),
        ("a: *x\n", "it.yaml:1:4: `*x` is an alias"),
        ("<<: *x\n", "it.yaml:1:5: `*x` is an alias"),
        ("a: !!str 1\n", "it.yaml:1:4: a tag"),
        ("a: !python/object:os.system x\n", "it.yaml:1:4: a tag"),
        ("? [a]\n: 1\n", "it.yaml:1:3: a key must be a word"),
        ("a: 1\n---\nb: 2\n", "it.yaml:2:1: a second document"),
        ("", "it.yaml: the file is empty"),
        ("# a comment\n", "it.yaml: the file is empty"),
        ("a: b: c\n", "it.yaml:1:5: not YAML: mapping values are not allowed"),
        ("a:\n\t- b\n", "it.yaml:2:1: not YAML: found character that cannot start any token"),
        ('a: "x\n', "it.yaml:1:4: not YAML: while scanning a quoted scalar, but it never ends"),
        ("a: \x01\n", "it.yaml:1:4: not YAML: the control character U+0001"),
        ("é: \x01\n", "it.yaml:1:4: not YAML: the control character U+0001"),
    ],
)
def test_what_is_not_allowed_is_said_with_its_place(text, message):
    """Each thing outside the plain core of YAML is one clear message."""
    _, problems = _parse(text)
    assert [problem.startswith(message) for problem in problems] == [True], problems


def test_reading_goes_on_after_what_is_left_out():
    """Anchors, aliases and doubled keys do not hide what comes behind them."""
    tree, problems = _parse("a: &x 1\nb: *x\na: 2\nc: [*x, 3]\n")
    assert len(problems) == 4
    assert tree.entries["a"][1].text == "1"
    assert "b" not in tree.entries
    assert [item.text for item in tree.entries["c"][1].items] == ["3"]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[{a: " * 100_000])
def test_depth_is_limited_at_once(text):
    """A hundred thousand open brackets are one message, without a recursion error."""
    tree, problems = _parse(text)
    assert tree is None
    assert len(problems) == 1
    assert "nested more than 64 deep" in problems[0]


def test_a_bomb_of_aliases_stays_small():
    """The billion laughs are nine refused anchors and their aliases, never expanded."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    tree, problems = _parse("\n".join(lines))
    assert len(problems) == 9 + 8 * 9
    assert tree.entries["a8"][1].items == []
