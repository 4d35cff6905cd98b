"""What must hold of the facts."""

from __future__ import annotations

import pytest

from claims.errors import LoadError
from claims.reasoning import derive, failed_requirements

from .conftest import shown_fact

FACTS = """
    o: organization
    e: event of o
    f: event of o
    o.members = 84 | as of 2024-10
    e.date = 2024-09-30
    e.attending = {attending}
"""
RULE = "e: event, o: e.of | e.attending <= at(o.members, e.date)"


def test_a_failure_names_the_facts_and_the_steps(known, requiring):
    """Periods that touch count as the same time: members known since October serve an event of 30 September."""
    (failure,) = failed_requirements(known(FACTS.format(attending=97)), requiring(RULE))
    assert [shown_fact(fact) for fact in failure.facts] == [
        "e.attending = 97",
        "e.date = 2024-09-30",
        "o.members = 84 | from 2024-10-01",
    ]
    assert failure.steps[-2:] == (
        "at(o.members, e.date) = 84",
        "e.attending <= at(o.members, e.date) = false",
    )
    assert failure.message == "e.attending <= at(o.members, e.date) does not hold (e is E, o is O)"
    assert failure.rule.id == "r"


@pytest.mark.parametrize("attending", ["84", "0", "unknown", "none", "80..90"])
def test_what_holds_or_is_unknown_fails_nothing(known, requiring, attending):
    """Only what is false fails."""
    assert failed_requirements(known(FACTS.format(attending=attending)), requiring(RULE)) == ()


def test_a_message_is_filled_in(known, requiring):
    """Braces hold expressions; entities are named in English."""
    message = "{e.attending} attended {e}, but {o} had {at(o.members, e.date)} members"
    (failure,) = failed_requirements(known(FACTS.format(attending=97)), requiring(RULE, message))
    assert failure.message == "97 attended E, but O had 84 members"


@pytest.mark.parametrize("message", ["{e.atending}", "{e", "{}", "{1 +}"])
def test_a_mistake_in_a_message_is_an_error(known, requiring, message):
    """Messages are read when the rules load."""
    with pytest.raises(LoadError):
        failed_requirements(known(FACTS.format(attending=1)), requiring(RULE, message))


def test_requirements_see_derived_facts(known, requiring, deriving):
    """They run on what the rules derived."""
    facts = derive(known(FACTS.format(attending=97)), deriving("e: event | e.absent = 100 - e.attending"))
    (failure,) = failed_requirements(facts, requiring("e: event | e.absent > 5"))
    assert failure.facts[0].derivation.rule == "r1"


def test_a_requirement_can_ask_that_something_is_known(known, requiring):
    """Absence is a state, not an unknown."""
    failures = failed_requirements(known(FACTS.format(attending=1)), requiring("e: event | e.date is known", "{e}"))
    assert [failure.message for failure in failures] == ["F"]


def test_a_requirement_fails_for_each_time_and_qualifier(known, requiring):
    """One failure a combination of facts, those that hold left out."""
    facts = known(
        """o: organization
           o.spent = 5 | from 2020-01 until 2021-01 | region=eu
           o.spent = 9 | from 2021-01 | region=eu
           o.spent = 9 | region=us
           o.budget = 7 | region=eu
           o.budget = 8"""
    )
    failures = failed_requirements(facts, requiring("o: organization | o.spent <= o.budget"))
    assert [[fact.where for fact in failure.facts] for failure in failures] == [
        [(("region", "eu"),), (("region", "eu"),)],
        [(("region", "eu"),), ()],
        [(("region", "us"),), ()],
    ]


def test_a_stated_fact_that_a_rule_contradicts_is_reported(known, deriving):
    """Under the rule's id, with the stated fact first; it stands all the same."""
    rules = deriving("e: event | e.month = month(e.date)")
    facts = derive(known("e: event\ne.date = 2024-09-30\ne.month = 10"), rules)
    (failure,) = failed_requirements(facts, rules)
    assert failure.rule.id == "r1"
    assert failure.message == "e.month is given as 10, but rule r1 derives 9"
    assert [shown_fact(fact) for fact in failure.facts] == ["e.month = 10", "e.date = 2024-09-30"]
    assert failure.steps[-1] == "month(e.date) = 9"


@pytest.mark.parametrize("stated", ["9", "8..9", "unknown", "10 | from 2030-01", "10 | region=eu"])
def test_a_stated_fact_that_may_agree_is_not(known, deriving, stated):
    """Equal, perhaps equal, for another time or other qualifiers: no disagreement."""
    rules = deriving("e: event | e.month = month(e.date)")
    facts = derive(known(f"e: event\ne.date = 2024-09-30 | until 2025-01\ne.month = {stated}"), rules)
    assert failed_requirements(facts, rules) == ()
