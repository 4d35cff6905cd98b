"""Mistakes in files: all at once, each with its place, what was expected and the nearest word."""

from __future__ import annotations

import pytest

from claims.errors import LoadError
from claims.loading import load
from claims.loading.mistakes import MOST, Mistakes
from claims.loading.spelling import SlipIndex, did_you_mean
from claims.loading.yaml_tree import ScalarNode
from claims.reasoning import check_rules

RULES = """\
format: claims-rules/1
attributes:
  members: {type: count}
  founded: {type: date}
"""
TEN = """\
format: claims-facts/1
sources:
  mfa: {title: News, rnak: preferred}
entities:
  acme:
    names:
      english: [Acme]
    facts:
      membres: 84
      members: eighty
      members: 85
      founded: 2014-13
      price: {value: 9,99 €}
      owner: {entity: acm}
      host: {value: Ann Lee, source: mfaa}
      size: {value: 3, from: 2020, until: 2019}
"""


def _problems(folder, facts: str, rules: str | None = None) -> list[str]:
    (folder / "facts.yaml").write_text(facts, "utf-8")
    (folder / "rules.yaml").write_text(rules or RULES, "utf-8")
    with pytest.raises(LoadError) as caught:
        load([folder / "facts.yaml"], [folder / "rules.yaml"])
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_all_mistakes_of_a_file_are_reported_at_once(tmp_path):
    """Ten different mistakes are ten messages, by place, each saying what to write."""
    assert _problems(tmp_path, TEN) == [
        "facts.yaml:3:22: unknown key `rnak` (did you mean `rank`?)",
        "facts.yaml:7:7: unknown language `english` (did you mean `en`?)",
        "facts.yaml:9:7: unknown attribute `membres` (did you mean `members`?)",
        "facts.yaml:10:16: `eighty` is no number (write digits, such as 84 or 3.5)",
        "facts.yaml:11:7: `members` is already in line 10 (a key may stand only once; several values are a list)",
        "facts.yaml:12:16: `2014-13` is no date (write 2024, 2024-10, 2024-10-01, 2024-Q4, 199X or 19XX)",
        "facts.yaml:13:24: unknown key `99 €` in a fact "
        "(inside { } a comma ends a value: quote it, or write one field a line)",
        "facts.yaml:14:23: unknown entity `acm` (did you mean `acme`?)",
        "facts.yaml:15:38: unknown source `mfaa` (did you mean `mfa`?)",
        "facts.yaml:16:43: it ends before it begins, or as it begins "
        "(`from` is the first day, `until` the first day after)",
    ]


def test_mistakes_of_several_files_come_together(tmp_path):
    """One run tells what is wrong in facts and in rules, and which files are not there."""
    (tmp_path / "a.yaml").write_text("format: claims-facts/1\nentitys: {}\n")
    (tmp_path / "b.yaml").write_text("format: claims-rules/1\nattributes: {a: {type: number, unti: km}}\n")
    with pytest.raises(LoadError) as caught:
        load([tmp_path / "a.yaml", tmp_path / "missing.yaml"], [tmp_path / "b.yaml", "cre/1"])
    text = str(caught.value)
    assert "entitys" in text
    assert "did you mean `unit`?" in text
    assert "missing.yaml: no such file" in text
    assert "cre/1: unknown vocabulary `cre/1` (did you mean `core/1`?)" in text


def test_misspelt_expressions_come_with_the_other_mistakes(tmp_path):
    """Names and types in rules need facts; what is wrong without them is told at once, at its own line."""
    rules = """\
format: claims-rules/1
atributes: {}
derive:
  - id: a
    for: {o: club, p: o.}
    set: o.x
    when: o.n > > 3
    to: >-
      o.n +
      2 **
      3
require:
  - {id: b, for: {o: club}, that: o.n == 3}
"""
    assert _problems(tmp_path, "format: claims-facts/1\nentities: {o: {tpye: club}}\n", rules) == [
        "rules.yaml:2:1: unknown key `atributes` (did you mean `attributes`?)",
        "facts.yaml:2:16: unknown key `tpye` (did you mean `type`?)",
        "rules.yaml:10:9: there is no power operator (multiply: `x * x`)",
        "rules.yaml:7:17: expected a value, found `>`",
        "rules.yaml:5:25: expected the name of an attribute after `.`",
        "rules.yaml:13:39: `==` is not a sign of this language (write `=`)",
    ]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("to: o.a + o.foo", (6, 17)),
        ("to: >-\n      o.a +\n      o.foo", (8, 9)),
        ("to: |\n      o.a +\n        o.foo", (8, 11)),
        ("to: o.a +\n        o.foo", (7, 11)),
        ('to: "o.a + o.foo"', (6, 18)),
        ("to: 'o.a +\n      o.foo'", (6, 18)),
        ('to: >-\n      if o.a = "x" then\n      o.foo else 3', (8, 9)),
    ],
)
def test_places_in_expressions_are_those_of_the_file(tmp_path, written, place):
    """However an expression is spread over lines, a mistake in it stands where it stands."""
    rules = f"format: claims-rules/1\nderive:\n  - id: r\n    for: {{o: club}}\n    set: o.x\n    {written}\n"
    (tmp_path / "rules.yaml").write_text(rules, "utf-8")
    (tmp_path / "facts.yaml").write_text(
        "format: claims-facts/1\nentities: {o: {type: club, facts: {a: x}}}\n", "utf-8"
    )
    problems = check_rules(load([], [tmp_path / "rules.yaml"])[1], load([tmp_path / "facts.yaml"], [])[0])
    assert [(found.line, found.column) for found in problems if "`foo`" in found.message] == [place]


def test_a_mistake_shows_its_line(tmp_path):
    """A problem carries the text of the line it is in, with a caret below."""
    (tmp_path / "facts.yaml").write_text("format: claims-facts/1\nentities:\n  acme: {tpye: x}\n")
    with pytest.raises(LoadError) as caught:
        load([tmp_path / "facts.yaml"], [])
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.excerpt) == (3, 10, f"  acme: {{tpye: x}}\n{' ' * 9}^")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("entities: {}\n", "1:1: the file has no `format` line (begin with `format: claims-facts/1`)"),
        ("format: claims-facts/2\nentities: {}\n", "1:9: unknown format `claims-facts/2` (this version reads"),
        ("format: claims-fact/1\nentities: {}\n", "1:9: unknown format `claims-fact/1` (did you mean"),
        ("format: claims-rules/1\n", "1:9: expected claims-facts/1, found claims-rules/1 (this is a rules file"),
        ("format: claims-facts/1\n", "1:1: the file needs `entities`"),
        ("just text\n", "1:1: the file must be a map"),
        ("format: claims-facts/1\nentities: [acme]\n", "2:11: `entities` must be a map"),
        ("format: claims-facts/1\nentities: {acme: 3}\n", "2:18: an entity must be a map"),
        ("format: claims-facts/1\nentities: {a: {of: acm}, acme: {}}\n", "2:20: unknown entity `acm` (did you mean"),
        ("format: claims-facts/1\nentities: {a: {names: [x, [y]]}}\n", "2:27: `names` must be a text, not a list"),
        ("format: claims-facts/1\nentities: {a: {names: ''}}\n", "2:23: `names` has no value"),
        (
            "format: claims-facts/1\nentities: {a: {facts: {x: {value: 1, during: 2020, as_of: 2020}}}}\n",
            "2:46: `during` goes with no other time",
        ),
        ("format: claims-facts/1\nentities: {a: {facts: {x: {value: 1, rank: best}}}}\n", "2:44: unknown rank `best`"),
    ],
)
def test_a_broken_file_is_told_what_to_write(text, message, tmp_path):
    """Each kind of mistake in the frame of a facts file has its message and place."""
    assert any(problem.startswith(f"facts.yaml:{message}") for problem in _problems(tmp_path, text))


def test_near_attributes_are_mistakes_only_where_rules_word_some(tmp_path):
    """Without rules `membres` is an attribute of its own; with rules far names still are."""
    facts = "format: claims-facts/1\nentities: {a: {facts: {membres: 3, colour: red}}}\n"
    (tmp_path / "facts.yaml").write_text(facts)
    loaded, _ = load([tmp_path / "facts.yaml"], [])
    assert {fact.attribute for fact in loaded.facts} == {"membres", "colour"}
    assert len(_problems(tmp_path, facts)) == 1


def _misspelt(names: int) -> tuple[str, str]:
    """Facts with so many misspelt entities, and as many misspelt attributes; and rules that word the attributes."""
    entities = "".join(f"  entity-number-{i}: {{}}\n" for i in range(3 * names))
    facts = "".join(f"      a{i}: {{entity: entity-numbr-{i}x}}\n      attribut-{i}: 1\n" for i in range(names))
    attributes = "".join(f"  attribute-{i}: {{}}\n" for i in range(names))
    return (
        f"format: claims-facts/1\nentities:\n{entities}  x:\n    facts:\n{facts}",
        f"format: claims-rules/1\nattributes:\n{attributes}",
    )


def test_thousands_of_misspelt_names_are_no_work_for_every_pair(tmp_path, work):
    """The nearest of many entities is looked for a limited number of times, that of attributes by an index."""
    problems = work.at_most_doubles(_misspelt, lambda files: _problems(tmp_path, *files), 1000)
    assert len(problems) == MOST + 1
    assert any("did you mean `entity-number-0`?" in problem for problem in problems)
    assert any("did you mean `attribute-7`?" in problem for problem in problems)


def test_very_many_mistakes_are_counted():
    """Beyond the limit the number of mistakes is told instead of the mistakes."""
    mistakes = Mistakes("it.yaml")
    for line in range(MOST + 7):
        mistakes.add(ScalarNode("", True, line + 1, 1), "wrong")
    assert len(mistakes.problems) == MOST + 1
    assert str(mistakes.problems[-1]) == "it.yaml: and 7 more mistakes"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("membres", "members"),
        ("member", "members"),
        ("memberss", "members"),
        ("nembers", "members"),
        ("members", None),
        ("mebmer", None),
        ("rate", None),
    ],
)
def test_one_slip_is_found_at_once(word, meant):
    """A letter too many, missing, other or swapped; in short words an other letter makes an other word."""
    assert SlipIndex(["members", "founded", "date"]).find(word, 0.85) == meant


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("membres", "did you mean `members`?"),
        ("MEMBERS", "did you mean `members`?"),
        ("zzz", None),
        ("m" * 1000, None),
    ],
)
def test_the_nearest_word_is_offered_where_it_is_near(word, hint):
    """A hint needs a near word, in whatever case, and no search through giant ones."""
    assert did_you_mean(word, ["members", "founded"]) == hint
