"""Examples in facts and rules files: what a line of `expect` means, and what is refused."""

from __future__ import annotations

import pytest

from claims.errors import LoadError
from claims.loading import load_all
from claims.model.dates import PartialDate
from claims.model.verdict import Operator, Reason, Verdict

HEAD = "format: claims-facts/1\nentities:\n  acme: {names: Acme}\nexamples:\n"


def _load(tmp_path, example, head=HEAD):
    (tmp_path / "facts.yaml").write_text(head + example, encoding="utf-8")
    return load_all([tmp_path / "facts.yaml"]).examples


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("acme.members = 84", ("acme", "members", Operator.EQ, "84", None, False)),
        ("acme.members >= 84", ("acme", "members", Operator.GE, "84", None, False)),
        ("acme.members ~ 84", ("acme", "members", Operator.ABOUT, "84", None, False)),
        ("acme.members = 84: supported", ("acme", "members", Operator.EQ, "84", Verdict.SUPPORTED, False)),
        ("acme.members: contradicted", ("acme", "members", None, None, Verdict.CONTRADICTED, False)),
        ("acme.members: no_fact", ("acme", "members", None, None, Reason.NO_FACT, False)),
        ("acme.members: none", ("acme", "members", None, None, None, True)),
        ("acme.members", ("acme", "members", None, None, None, False)),
        ("v. 2: a club.opens = 12:30", ("v. 2: a club", "opens", Operator.EQ, "12:30", None, False)),
        ("none", (None, None, None, None, None, True)),
    ],
)
def test_a_line_of_expect_has_up_to_five_parts(tmp_path, line, parts):
    """Entity, attribute, operator, value, and what it comes to; quoted it is one text."""
    (example,) = _load(tmp_path, f"  - text: x\n    expect: '{line}'\n")
    (found,) = example.expected
    assert (found.entity, found.attribute, found.operator, found.value, found.outcome, found.absent) == parts
    assert found.written == line
    assert found.place.line == 6


def test_a_colon_needs_no_quotes(tmp_path):
    """What YAML reads as a map, alone or in a list, is an expectation all the same."""
    text = "  - text: x\n    expect: [acme.members: none, acme.founded = 2014]\n"
    first, second = _load(tmp_path, text + "  - text: y\n    expect:\n      a.b: supported\n")
    assert [found.written for found in first.expected] == ["acme.members: none", "acme.founded = 2014"]
    assert [found.written for found in second.expected] == ["a.b: supported"]


def test_an_example_has_the_fields_of_a_text(tmp_path):
    """Language, date, entities and qualifiers are those that the text is read with."""
    (example,) = _load(
        tmp_path,
        "  - text: x\n    language: fr\n    date: 2024-10\n    about: [acme]\n"
        "    where: {region: eu}\n    expect: none\n",
    )
    assert (example.language, example.date, example.about) == ("fr", PartialDate.of(2024, 10), ("acme",))
    assert example.where == (("region", "eu"),)
    assert example.place.line == 5


def test_rules_files_carry_examples_too(tmp_path):
    """The examples of rules come after those of facts."""
    (tmp_path / "rules.yaml").write_text(
        "format: claims-rules/1\nexamples:\n  - text: y\n    expect: none\n", encoding="utf-8"
    )
    (tmp_path / "facts.yaml").write_text(HEAD + "  - text: x\n    expect: none\n", encoding="utf-8")
    loaded = load_all([tmp_path / "facts.yaml"], [tmp_path / "rules.yaml"])
    assert [example.text for example in loaded.examples] == ["x", "y"]


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("  - text: x\n", "needs `expect`"),
        ("  - expect: none\n", "needs `text`"),
        ("  - text: x\n    expect: members\n", "expects nothing that can be read"),
        ("  - text: x\n    expect: acme.members =\n", "expects nothing that can be read"),
        ("  - text: x\n    expect: 'members: suported'\n", "did you mean `supported`?"),
        ("  - text: x\n    expect: [[a.b]]\n", "must be a text"),
        ("  - text: x\n    expct: none\n", "did you mean `expect`?"),
    ],
)
def test_mistakes_are_told_at_their_place(tmp_path, example, said):
    """An example that expects nothing readable is a mistake of the file."""
    with pytest.raises(LoadError) as caught:
        _load(tmp_path, example)
    assert said in str(caught.value)
    assert all(problem.line for problem in caught.value.problems)
