"""A draft is a facts file that loads, and says what the text says."""

import pytest

from claims.checker import Checker
from claims.documents import read
from claims.drafting import collect, draft_text
from claims.drafting.names import find_names
from claims.loading import load
from claims.model.dates import PartialDate
from claims.model.verdict import Verdict

ATTRIBUTES = load([], ["core/1"])[0].attributes

ENGLISH = """\
# Acme

Acme has 84 members and was founded in 2014. Acme is based in Berlin.

The Global Coalition Against Daesh groups 87 members. The Coalition was founded in September 2014.

The Washington ministerial took place on 30 September 2024. It employs 1,200 people of all sorts.
"""
FRENCH = """\
La Coalition mondiale compte 84 membres. L'OTAN compte 32 membres. La Coalition a été fondée en 2014.
"""


def draft(text, language="en", **more):
    """The draft of a text."""
    return collect(read(text, path="a.md", language=language, **more), ATTRIBUTES)


def names(text, language="en"):
    """The names in a text, with their short forms."""
    return {name.text: name.short for name in find_names(read(text, path="a.md", language=language))}


def test_tables_are_drafted():
    """Rows are entities, and the headers of columns are nobody's names."""
    text = "| Name | Founded | Members |\n|---|---|---|\n| Acme Boats | 1898 | 12 |\n| Hill Club | 1921 | 62 |\n"
    found = draft(text + "\n## Acme Boats\n\nEmployees: 140\n")
    said = {(entity.name.text, fact.attribute, str(fact.value)) for entity in found.entities for fact in entity.facts}
    assert {(name, attribute) for name, attribute, _ in said} == {
        ("Acme Boats", "founded"),
        ("Acme Boats", "members"),
        ("Acme Boats", "employees"),
        ("Hill Club", "founded"),
        ("Hill Club", "members"),
    }
    assert "Members" not in {name.text for name in found.others}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met Ann Lee in Paris.", {"Ann Lee", "Paris"}),
        ("The Ministry of Foreign Affairs said so.", {"Ministry of Foreign Affairs"}),
        ("Members came. Some members left.", set()),
        ("Acme grew. It left Acme.", {"Acme"}),
        ("Acme grew.", {"Acme"}),
        ("NATO grew, says nato.", {"NATO"}),
        ("On Monday, 3 March 2024 it met.", set()),
        ("# How to Count All Members\n\nIt met.", set()),
        ("# Acme\n\nIt has 84 members.", {"Acme"}),
        ("It was\nAnn\nLee who came.", {"Ann Lee"}),
        ("However, This Is A Very Long Run Of Words With Capitals.", set()),
        ("", set()),
    ],
)
def test_names_are_runs_of_capitals(text, found):
    """Small words join them, values and words that only begin a sentence are none."""
    assert set(names(text)) == found


def test_a_part_of_one_longer_name_is_its_short_form():
    """One that could be short for two names stays a name of its own."""
    assert names("The Global Coalition met. The Coalition left.") == {"Global Coalition": ("Coalition",)}
    assert names("L'Alliance des Rives grandit. Elle dit que l'Alliance part.", "fr") == {
        "Alliance des Rives": ("Alliance",)
    }
    assert names("The Paris Agreement was signed in Paris.") == {"Paris Agreement": (), "Paris": ()}
    two = names("The Global Coalition met the Southern Coalition. The Coalition left.")
    assert two == {"Global Coalition": (), "Southern Coalition": (), "Coalition": ()}


def test_what_is_said_becomes_facts():
    """Values are bound as in a check, with quote, line, and the type that all of them fit."""
    found = {entity.id: entity for entity in draft(ENGLISH).entities}
    acme = found["acme"]
    first = acme.facts[0]
    assert (first.attribute, first.quote, first.line) == ("members", "Acme has 84 members", 3)
    assert {fact.attribute for fact in acme.facts} >= {"members", "founded"}
    assert found["global-coalition-against-daesh"].name.short == ("Coalition",)
    assert found["global-coalition-against-daesh"].type == "organization"


def test_the_time_of_a_value_is_kept():
    """The claim's own time, else the document's date for what changes, and none for what does not."""
    text = "Acme has 84 members. In 2019, Acme had 79 members. Acme was founded in 2014."
    (acme,) = draft(text, date=PartialDate.parse("2024-10")).entities
    assert {fact.as_of for fact in acme.facts if fact.attribute == "members"} == {"2024-10", "2019"}
    assert {fact.as_of for fact in acme.facts if fact.attribute == "founded"} == {None}


def test_a_word_that_only_begins_sentences_takes_nothing_from_a_name():
    """Where nothing is surely said of it, the text is read again without it."""
    (entity,) = draft("Founded in September 2014, the Global Coalition has 84 members.").entities
    assert entity.id == "global-coalition"
    assert {fact.attribute for fact in entity.facts} == {"founded", "members"}


def test_what_is_not_plainly_said_is_left_to_a_person():
    """Hedged values, and values without wording, are remarks with their lines."""
    text = "Acme has more than 80 members.\n\nIt sells 1,200 bottles of something.\n"
    found = draft(text)
    assert [(remark.line, remark.text.split()[0]) for remark in found.unclear] == [(1, "members:")]
    assert [(remark.line, remark.text) for remark in found.unbound] == [
        (3, "1,200 (number) in: It sells 1,200 bottles of something.")
    ]


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (FRENCH, "fr"), ("Nothing here.\n", "en")])
def test_a_text_agrees_with_its_own_draft(text, language, tmp_path):
    """The draft loads without mistakes, and the text checked against it is supported wherever it is decided."""
    found = draft(text, language)
    file = tmp_path / "facts.yaml"
    file.write_text(draft_text(found, "a.md"), encoding="utf-8")
    report = Checker.load(facts=[file]).check(text, language=language, path="a.md")
    decided = {claim.verdict for claim in report.claims if claim.verdict is not Verdict.UNVERIFIABLE}
    assert decided <= {Verdict.SUPPORTED}
    assert len(report.claims) >= sum(len(entity.facts) for entity in found.entities)


@pytest.mark.parametrize(
    "title", ["a: b # c.md", '"quoted".md', "new\nline.md", "été 🙂.md", "- [x].md", "no", "2024-10-01"]
)
@pytest.mark.parametrize("name", ["Ac: Me", 'The "Yes" Club', "No", "Été d'Or", "X # Y", "R&D Club"])
def test_any_title_and_name_is_written_so_that_it_loads(title, name, tmp_path):
    """Whatever stands in the text, the file is YAML that reads it back."""
    file = tmp_path / "facts.yaml"
    file.write_text(draft_text(draft(f"We met {name}. Today {name} has 84 members.\n"), title), encoding="utf-8")
    facts, _ = load([file], ["core/1"])
    assert {fact.source.title for fact in facts.facts} <= {" ".join(title.split()), title}
