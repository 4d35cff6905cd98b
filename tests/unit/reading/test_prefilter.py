"""Looking before reading: which texts can speak of somebody."""

import pytest

from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Text
from claims.reading.prefilter import Prefilter


def _prefilter(*names: str, **more) -> Prefilter:
    entities = {name: Entity(name, None, {"": (name,)}) for name in names}
    return Prefilter.of(FactSet(entities, **more))


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("Global Coalition", "The global\ncoalition met.", True),
        ("Global Coalition", "A coalition of the willing met.", False),
        ("Global Coalition", "The globalised coalition met.", False),
        ("Café Œuvre", "At the CAFE OEUVRE.", True),
        ("Saint-Denis", "Saint Denis and saint‑denis", True),
        ("EU", "The EU met.", True),
        ("EU", "She said eu and Eu.", False),
        ("EU", "The L’EU met, said Zoë.", True),
        ("Acme", "An acme of taste.", False),
        ("Acme", "The Acme of taste.", True),
        ("Acme", "Le café Acmé.", True),
        ("Coalition", "the coalition met.", True),  # a noun with "the" names whoever is called so
        ("Norville, Ohio", "Norville has 84 members.", True),
        ("Acme Ltd", "Acme has 84 members.", True),
        ("A.F.C. Blackpool", "AFC Blackpool has 84 members.", True),
        ("7", "7", False),
        ("Đoković", "ĐOKOVIĆ won.", True),
        ("ΟΔΟΣ", "Η οδός.", True),
    ],
)
def test_a_text_speaks_of_somebody_where_all_words_of_a_name_stand_in_it(name, text, answer):
    """All words of one name must stand whole in the text, in the capitals that the name needs."""
    assert _prefilter(name).may_speak_of(text) is answer


def test_without_names_no_text_speaks_of_anybody():
    """Where nothing is known of anybody, nothing can be said of anybody."""
    assert not _prefilter().may_speak_of("The Coalition has 84 members.", ["coal", ""])


def test_a_beginning_of_a_name_is_enough():
    """What markup hides counts if a word of a name begins so; what is not certain counts always."""
    prefilter = _prefilter("Global Coalition")
    assert [prefilter.may_speak_of("", [begun]) for begun in ("glo", "coalition", "lition", "")] == [
        True,
        True,
        False,
        True,
    ]


def test_a_value_that_is_called_like_the_owner_of_an_event_counts():
    """An event is described by whom it belongs to, and that may be a value that is written like an entity's id."""
    entities = {
        "rowers": Entity("rowers", None, {"": ("Northbank Rowing Club",)}),
        "regatta": Entity("regatta", "event", {"": ("Spring Regatta",)}, of="rowers"),
    }
    facts = (Fact("regatta", "host", Text("rowers")),)
    assert Prefilter.of(FactSet(entities, {}, facts)).may_speak_of("The rowers met on 3 May 2024.")
    assert not Prefilter.of(FactSet(entities)).may_speak_of("The rowers met on 3 May 2024.")


def test_the_cost_grows_with_the_text(work):
    """A text of twice the length that is full of halves of names takes twice the work."""
    prefilter = _prefilter("Global Coalition", "Global Fund", "EU", "Acme")
    work.at_most_doubles(lambda size: "acme global glo eu " * size, prefilter.may_speak_of, 400)
