"""Loading facts and rules: what becomes of entities, attributes, sources, tables and rules."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claims.errors import LoadError
from claims.files.shipped import rules_folder
from claims.loading import load
from claims.model.attribute import Cardinality, Wording
from claims.model.fact import Rank
from claims.model.place import Place
from claims.model.rule import Loop, Measure, Tolerance
from claims.model.values import EntityRef, Number, Text, ValueType
from claims.model.verdict import Severity

ROOT = Path(__file__).parents[3]
FACTS = """\
format: claims-facts/1
as_of: 2024-10
sources:
  mfa: {title: News, publisher: Ministry, published: 2024-10, url: "https://example.org", rank: preferred}
entities:
  acme:
    type: organization
    names: {en: [Acme, Acme Inc], fr: [Acmé]}
    short: {en: [the Company]}
    demonyms: Acmean
    of: Globex
    part_of: [globex]
    facts:
      members: {value: 84, source: mfa, quote: 84 membres, recheck_by: 2025-10, where: {region: eu, quarter: 3}}
      founded: 2014-09
      colour: red
      staff: [{value: 7, as_of: 2020}, {value: 8, rank: deprecated}]
  globex: {names: Globex}
"""
RULES = """\
format: claims-rules/1
attributes:
  members:
    type: count
    cardinality: one
    changes: true
    of: [organization]
    description: How many there are.
    wording:
      en: {nouns: [member], frames: ["{entity} groups {value} {noun}"], not: [attending]}
  colour: {type: name}
entities:
  acme: {names: {de: Akme}}
derive:
  - id: age
    for: {e: event, o: e.of}
    set: e.age
    to: "year(e.date) - year(o.founded)"
    when: e.date > 2000
require:
  - {id: few, that: e.members < 90, message: too many, severity: warning}
  - id: long
    that: |
      e.members
        < 90
judge:
  - {select: acme.members, tolerance: 5%, severity: warning}
  - {select: "acme.*", tolerance: 2}
"""


@pytest.fixture
def loaded(tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, "utf-8")
    return load([tmp_path / "facts.yaml"], [tmp_path / "rules.yaml"])


def test_an_entity_has_all_its_file_says_and_the_names_that_rules_add(loaded, tmp_path):
    """Type, names, short names, demonyms and ties to others; further names come from rules."""
    acme = loaded[0].entities["acme"]
    assert acme.type == "organization"
    assert acme.names == {"en": ("Acme", "Acme Inc"), "fr": ("Acmé",), "de": ("Akme",)}
    assert (acme.short, acme.demonyms) == ({"en": ("the Company",)}, {"": ("Acmean",)})
    assert (acme.of, acme.part_of) == ("globex", ("globex",))
    assert acme.place == Place(str(tmp_path / "facts.yaml"), 6, 3)


def test_a_fact_has_all_its_file_says(loaded, tmp_path):
    """Value, qualifiers, source, quote, the rank of the source, and the place of the value."""
    (fact,) = loaded[0].of("acme", "members")
    assert fact.value == Number(Decimal(84))
    assert fact.where == (("quarter", "3"), ("region", "eu"))
    assert fact.rank is Rank.PREFERRED
    assert (fact.source.id, fact.source.title, str(fact.source.published)) == ("mfa", "News", "2024-10")
    assert (fact.quote, str(fact.recheck_by)) == ("84 membres", "2025-10")
    assert fact.place == Place(str(tmp_path / "facts.yaml"), 14, 16)


def test_the_date_of_the_file_serves_undated_values_that_may_change(loaded):
    """It dates what rules call changing and what no rules know; not what does not change, nor dates, nor dated."""
    as_of = {fact.attribute: str(fact.validity.as_of) for fact in loaded[0].facts if fact.value != Number(Decimal(7))}
    assert as_of == {"members": "2024-10", "founded": "None", "colour": "None", "staff": "2024-10"}
    assert [fact.rank for fact in loaded[0].of("acme", "staff")] == [Rank.NORMAL, Rank.DEPRECATED]
    assert str(loaded[0].of("acme", "staff")[0].validity.as_of) == "2020"


def test_attributes_hold_what_rules_say_and_those_that_facts_use(loaded):
    """Declared ones have type and wording; the others are there with nothing but their id."""
    attributes = loaded[0].attributes
    assert attributes["members"].type is ValueType.COUNT
    assert attributes["members"].cardinality is Cardinality.ONE
    assert attributes["members"].changes
    assert attributes["members"].of == ("organization",)
    assert attributes["members"].wording == {
        "en": Wording(("member",), ("{entity} groups {value} {noun}",), ("attending",))
    }
    assert attributes["founded"].type is None
    assert not attributes["founded"].wording


def test_rules_are_kept_with_the_places_of_their_expressions(loaded, tmp_path):
    """Derivations, requirements and policies; an expression's place is its first character."""
    _, rules = loaded
    (derivation,) = rules.derivations
    assert derivation.loops == (Loop("e", "event"), Loop("o", "e.of"))
    assert (derivation.id, derivation.target, derivation.condition) == ("age", "e.age", "e.date > 2000")
    assert derivation.expression == "year(e.date) - year(o.founded)"
    assert derivation.expression_place == Place(str(tmp_path / "rules.yaml"), 18, 10)
    few, long = rules.requirements
    assert (few.that, few.message, few.severity) == ("e.members < 90", "too many", Severity.WARNING)
    assert (few.expression_place.line, few.expression_place.column) == (21, 21)
    assert (long.expression_place.line, long.expression_place.column) == (24, 7)
    assert long.severity is Severity.ERROR
    assert [(policy.select, policy.tolerance) for policy in rules.policies] == [
        ("acme.members", Tolerance(Decimal("0.05"), Measure.SHARE)),
        ("acme.*", Tolerance(Decimal(2))),
    ]
    assert rules.policies[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("attributes: {a: {type: nmber}}", "unknown type `nmber` (did you mean `number`?)"),
        ("attributes: {a: {unit: kmm}}", "unknown unit `kmm` (did you mean `km`?)"),
        ("attributes: {a: {wording: {fra: {nouns: x}}}}", "unknown language `fra` (did you mean `fr`?)"),
        ("attributes: {a: {wording: {en: {noun: x}}}}", "unknown key `noun` (did you mean `nouns`?)"),
        ('attributes: {a: {wording: {en: {frames: "{entity} has"}}}}', "it needs {value}"),
        ('attributes: {a: {wording: {en: {frames: "(has {value}"}}}}', "`(` in column 1 is never closed"),
        ('attributes: {a: {wording: {en: {frames: "has) {value}"}}}}', "`)` in column 4 closes nothing"),
        ('attributes: {a: {wording: {en: {frames: "has|{value}"}}}}', "stands in a choice only"),
        ('attributes: {a: {wording: {en: {frames: "{value"}}}}', "a slot is a name in braces"),
        ('attributes: {a: {wording: {en: {frames: "(((((a))))) {value}"}}}}', "nest more than 4 deep"),
        ("attributes: {staff: {}, people: {like: staf}}", "unknown attribute `staf` (did you mean `staff`?)"),
        (
            "attributes: {a: {type: count}, b: {like: a}, c: {like: b}}",
            "`c` is like `b`, which is like another itself (write `like: a`)",
        ),
        ("derive: [{id: x, set: e.y}]", "a derivation needs `to`"),
        ("require: [{that: 1 > 0}]", "a requirement needs `id`"),
        ("require: [{id: x, that: y, severity: bad}]", "unknown severity `bad` (one of error, warning, note, none)"),
        ("judge: [{select: x, tolerance: lots}]", "`tolerance` is no size"),
    ],
)
def test_mistakes_in_rules_are_told(text, message, tmp_path):
    """Each kind of mistake in a rules file has its message."""
    (tmp_path / "rules.yaml").write_text(f"format: claims-rules/1\n{text}\n", "utf-8")
    with pytest.raises(LoadError) as caught:
        load([], [tmp_path / "rules.yaml"])
    assert [message in str(problem) for problem in caught.value.problems] == [True], caught.value.problems


def test_an_attribute_may_be_like_another(tmp_path):
    """It has type and wording of that one, wherever it is declared, and what it says itself goes before."""
    (tmp_path / "a.yaml").write_text("format: claims-rules/1\nattributes: {people: {like: staff, changes: true}}\n")
    (tmp_path / "b.yaml").write_text(
        "format: claims-rules/1\nattributes: {staff: {type: count, of: [firm], wording: {en: {nouns: [worker]}}}}\n"
    )
    attributes = load([], [tmp_path])[0].attributes
    people = attributes["people"]
    assert (people.id, people.type, people.of, people.changes) == ("people", ValueType.COUNT, ("firm",), True)
    assert people.wording == attributes["staff"].wording
    assert not attributes["staff"].changes


def test_rules_for_an_entity_that_is_nearly_known_are_a_mistake(tmp_path):
    """Names for a misspelt entity would go to nobody."""
    (tmp_path / "facts.yaml").write_text("format: claims-facts/1\nentities: {coalition: {}}\n")
    (tmp_path / "rules.yaml").write_text(
        "format: claims-rules/1\nentities: {coaliton: {names: x}, other: {names: y}}\n"
    )
    with pytest.raises(LoadError) as caught:
        load([tmp_path / "facts.yaml"], [tmp_path / "rules.yaml"])
    assert [str(problem).partition(": ")[2] for problem in caught.value.problems] == [
        "unknown entity `coaliton` (did you mean `coalition`?)"
    ]


def test_two_files_may_speak_of_one_entity_but_not_give_it_two_types(tmp_path):
    """Names and facts are put together; two types, and two types of an attribute, are mistakes."""
    for name, kind in (("a", "person"), ("b", "place")):
        text = f"format: claims-facts/1\nentities: {{x: {{type: {kind}, names: {name}, facts: {{{name}: 1}}}}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
        (tmp_path / f"{name}.rules").mkdir()
        rules = f"format: claims-rules/1\nattributes: {{a: {{type: {'count' if name == 'a' else 'date'}}}}}\n"
        (tmp_path / f"{name}.rules" / "r.yaml").write_text(rules)
    with pytest.raises(LoadError) as caught:
        load([tmp_path / "b.yaml", tmp_path / "a.yaml"], [tmp_path / "a.rules", tmp_path / "b.rules"])
    text = str(caught.value)
    assert "`x` has type `place` here and `person` in" in text
    assert "`a` has type `date` here and `count` in" in text


def test_files_may_differ_from_the_vocabulary(tmp_path):
    """What a project's rules say of an attribute goes before the shipped vocabulary; wording is added."""
    (tmp_path / "rules.yaml").write_text(
        "format: claims-rules/1\nattributes: {members: {type: number, wording: {en: {nouns: [associate]}}}}\n"
    )
    facts, _ = load([], ["core/1", tmp_path / "rules.yaml"])
    members = facts.attributes["members"]
    assert members.type is ValueType.NUMBER
    assert {"member", "associate"} <= set(members.wording["en"].nouns)
    assert members.changes


def test_own_rules_take_the_place_of_shipped_ones(tmp_path):
    """A rule with the id of a shipped one replaces it, and a shipped file given as well is read once."""
    _, shipped = load([], ["core/1"])
    taken = shipped.requirements[0].id
    (tmp_path / "rules.yaml").write_text(f"format: claims-rules/1\nrequire: [{{id: {taken}, that: e.a > 1}}]\n")
    _, once = load([], ["core/1", tmp_path / "rules.yaml"])
    assert [rule.that for rule in once.requirements if rule.id == taken] == ["e.a > 1"]
    assert len(once.requirements) == len(shipped.requirements)
    assert load([], ["core/1", rules_folder()])[1] == shipped


def test_the_shipped_vocabulary_and_the_example_facts_load():
    """Every shipped rules file and every example is free of mistakes, with and without each other."""
    assert list(rules_folder().glob("*.yaml"))
    facts, rules = load([ROOT / "facts"], ["core/1"])
    assert rules.derivations
    assert facts.of("coalition", "members")
    assert load([ROOT / "facts"], [])[0].entities == facts.entities


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.json", "t.yaml"])
def test_tables_load_as_they_are(name, tmp_path):
    """Subjects become entities called as they are, attributes stay as written, units are read from their names."""
    texts = {
        "t.jsonl": '{"subject": "Ayr (town)", "attribute": "elevation (in metres)", "value": 9.0}\n\n'
        '{"subject": "Acme", "attribute": "seat", "value": "Ayr (town)", "source": "A book", "from": "2019"}\n',
        "t.csv": "subject,attribute,value,source,from\nAyr (town),elevation (in metres),9.0,,\n"
        "Acme,seat,Ayr (town),A book,2019\n",
    }
    texts["t.json"] = "[" + ", ".join(texts["t.jsonl"].split("\n\n")) + "]"
    texts["t.yaml"] = (
        "- {subject: Ayr (town), attribute: elevation (in metres), value: 9.0}\n"
        "- {entity: Acme, attribute: seat, value: Ayr (town), source: A book, from: 2019}\n"
    )
    (tmp_path / name).write_text(texts[name])
    facts, _ = load([tmp_path / name], [])
    assert set(facts.entities) == {"Ayr (town)", "Acme"}
    assert facts.entities["Acme"].names == {"": ("Acme",)}
    first, second = facts.facts
    assert first.value == Number(Decimal("9.0"), "m", Decimal("0.1"))
    assert second.value == EntityRef("Ayr (town)")
    assert (second.source.title, str(second.validity.since)) == ("A book", "2019")


def test_a_subject_may_be_a_name_of_a_known_entity(tmp_path):
    """Tables and facts files speak of the same things."""
    (tmp_path / "a.yaml").write_text("format: claims-facts/1\nentities: {acme: {names: Acme Inc}}\n")
    (tmp_path / "b.jsonl").write_text('{"subject": "ACME Inc", "attribute": "colour", "value": "red"}\n')
    facts, _ = load([tmp_path], [])
    assert set(facts.entities) == {"acme"}
    assert facts.of("acme", "colour")[0].value == Text("red")


@pytest.mark.parametrize(
    ("name", "text", "messages"),
    [
        ("t.jsonl", '{"subject": "a"}\n[1]\n{"a":\n', ["1:1: a record needs", "2:1: a line must", "3:6: not JSON"]),
        ("t.jsonl", '{"subject": "a", "attribute": "b", "value": null}\n', ["1:1: there is no value"]),
        ("t.jsonl", '{"subject": "a", "subject": "b"}\n', ["1:1: not a record: `subject` comes twice"]),
        ("t.jsonl", '{"subject": "a", "attribute": "b", "value": 1, "x": 2}\n' * 2, ["1:1: unknown field `x`"]),
        ("t.jsonl", '{"subject": ' + "[" * 100_000 + "\n", ["1:1: not a record: nested too deep"]),
        ("t.jsonl", '{"subject": ' + "[" * 30 + "]" * 30 + "}\n", ["1:1: not a record: nested too deep"]),
        ("t.csv", "subject,attribute,value\na,b,1,2\n", ["2:1: 4 cells, where the header has 3"]),
        ("t.csv", 'subject,attribute,value\na,b,"1\n', ["2:1: not CSV"]),
        ("t.csv", "subject,attribute,value,where\na,b,1,eu\n", ["2:1: `where` must be a map"]),
    ],
)
def test_bad_records_are_told_by_line(name, text, messages, tmp_path):
    """A bad row is a message with its line, and the others are read."""
    (tmp_path / name).write_text(text)
    with pytest.raises(LoadError) as caught:
        load([tmp_path / name], [])
    found = [str(problem).partition(f"{name}:")[2] for problem in caught.value.problems]
    assert len(found) == len(messages)
    assert all(text.startswith(message) for text, message in zip(found, messages, strict=True)), found


def test_an_empty_folder_is_a_mistake(tmp_path):
    """A folder without facts files is not silently nothing."""
    with pytest.raises(LoadError, match="no facts files in this folder"):
        load([tmp_path], [])


def test_values_may_live_in_other_files_of_the_project(tmp_path):
    """A value is read where it is used, by path, but never from outside the project."""
    (tmp_path / ".claims.yaml").write_text("facts: facts\n")
    (tmp_path / "outside.json").write_text("1")
    project = tmp_path / "project"
    (project / "facts").mkdir(parents=True)
    (project / "pyproject.toml").write_text("[api]\nmax = 7\n")
    (project / "limits.json").write_text('{"api": {"max": 12, "list": [1, 2]}}')
    (project / "VERSION").write_text("3.9\n")
    (project / "link.json").symlink_to(tmp_path / "outside.json")
    facts = project / "facts" / "a.yaml"

    def read(entry: str):
        facts.write_text(f"format: claims-facts/1\nentities:\n  acme:\n    facts:\n      max: {entry}\n")
        return load([facts], [])[0].facts[0].value

    assert read("{from_file: ../limits.json, path: api.max}") == Number(Decimal(12))
    assert read("{from_file: ../limits.json, path: api.list.1}") == Number(Decimal(2))
    assert read("{from_file: ../pyproject.toml, path: api.max}") == Number(Decimal(7))
    assert read("{from_file: ../VERSION, type: version}").parts == ("3", "9")
    for entry, message in (
        ("{from_file: ../../outside.json, path: a}", "outside the project's folder"),
        ("{from_file: ../link.json, path: a}", "outside the project's folder"),
        ("{from_file: /etc/hostname}", "outside the project's folder"),
        ('{from_file: "a\\0b"}', "outside the project's folder"),
        ("{from_file: ../limits.json, path: api.mx}", "did you mean `max`"),
        ("{from_file: ../limits.json, path: api.list}", "is no single value"),
        ("{from_file: ../limits.json, path: api.list.7}", "no `7`"),
        ("{from_file: ../missing.json}", "no such file"),
        ("{from_file: ../VERSION, path: a}", "no file that `path` can look into"),
        ("{value: 3, path: a}", "`path` goes with `from_file` only"),
    ):
        with pytest.raises(LoadError) as caught:
            read(entry)
        assert message in str(caught.value), entry
