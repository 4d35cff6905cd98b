"""Places: sets of states walked as one, on no other ways than the states would go alone."""

import itertools

import pytest

from claims.languages.frames import parse_frame
from claims.model.mention import MentionKind
from claims.reading.wording import places as module
from claims.reading.wording.automaton import State, add_frame
from claims.reading.wording.places import Places

NUMBER, NAME = MentionKind.NUMBER, MentionKind.NAME
FRAMES = (
    ("{entity} (has|counts) [now] {value} {noun}", NUMBER),
    ("{entity} has {value} staff", NUMBER),
    ("{entity} has [now] {value} as chair*", NAME),
    ("{entity} count* {value}", NUMBER),
    ("(the|a) {value}", NUMBER),
)
STEPS = ("has", "counts", "counted", "now", "the", "staff", "as", "chairwoman", "{value}", "{noun}")


@pytest.fixture
def root():
    """An automaton of frames that share words, with choices, options and stems."""
    state = State()
    for text, kind in FRAMES:
        add_frame(state, parse_frame(text), "members", text, frozenset({kind}))
    return state


def alone(state, way):
    """The states that a way leads to, each followed alone."""
    states = [state]
    for step in way:
        slot = step.strip("{}")
        groups = [s.slots.get(slot, ()) if slot != step else s.by_word(step) for s in states]
        states = list({id(after): after for group in groups for after in group}.values())
    return states


def together(place, way):
    """The states of the place that a way leads to."""
    for step in way:
        slots = {f"{{{slot}}}": after for slot, _, after in place.slots}
        if step.startswith("{") and step not in slots:
            return ()
        place = slots[step] if step in slots else place.by_word(step)
    return place.states


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_a_place_leads_where_its_states_lead(root, length):
    """Every row of words and slots reaches the same states as if each were followed alone."""
    places = Places(root)
    for way in itertools.product(STEPS, repeat=length):
        assert set(map(id, together(places.root, way))) == set(map(id, alone(root, way))), way


def test_two_ways_to_the_same_states_lead_to_the_same_place(root):
    """What a walk has been through is told by its place."""
    start = Places(root).root
    assert start.by_word("the") is not start.by_word("has")
    assert together(start.by_word("the"), ["{value}"]) == together(start.by_word("a"), ["{value}"])


def test_a_value_goes_on_to_frames_that_take_its_kind(root):
    """After "has {value}" a name leads to the chair and no further to members or staff."""
    after = next(place for slot, _, place in Places(root).root.by_word("has").slots if slot == "value")
    assert together(after.taking(NAME), ["as", "chairman"])
    assert not together(after.taking(NAME), ["staff"])
    assert together(after.taking(NUMBER), ["staff"])
    assert not after.taking(MentionKind.DATE).states


def test_an_adjective_is_left_out_only_where_it_is_nothing_else(root):
    """A word that leads on from some states is passed over in the others only."""
    after = next(place for slot, _, place in Places(root).root.by_word("has").slots if slot == "value")
    assert after.without("permanent", ()).states == after.onward.states
    left = after.without("staff", ())
    assert len(left.states) == len(after.onward.states) - 1
    assert all("noun" not in state.slots for state in after.without("permanent", ("noun",)).states)


def test_what_is_remembered_is_bounded(root, monkeypatch):
    """Beyond the bounds places and words are worked out again, with the same outcome."""
    monkeypatch.setattr(module, "MOST_PLACES", 0)
    monkeypatch.setattr(module, "MOST_WORDS", 1)
    places = Places(root)
    for way in itertools.product(STEPS, repeat=3):
        assert set(map(id, together(places.root, way))) == set(map(id, alone(root, way))), way
