"""What only the claims of a whole text show: mistaken entities and attributes, and causes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.judging import Background, Bearers, judge, judge_all
from claims.model.attribute import Attribute
from claims.model.claim import Claim, ClaimTime
from claims.model.dates import PartialDate
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.judgement import Blame, BlameRole, Suggestion
from claims.model.span import Span
from claims.model.values import Number, ValueType
from claims.model.verdict import Confidence, Operator, Reason, Verdict

TEAM_SPAN = Span(4, 10)
TYPES = {
    "points": ValueType.COUNT,
    "rebounds": ValueType.COUNT,
    "founded": ValueType.DATE,
    "closed": ValueType.DATE,
    "age": ValueType.COUNT,
    "distance": ValueType.QUANTITY,
}


def fact_set(*facts, entities=("lakers", "celtics", "bulls")):
    return FactSet(
        {one: Entity(one, "team", {"en": (one.title(),)}) for one in entities},
        {one: Attribute(one, kind) for one, kind in TYPES.items()},
        facts,
    )


def count(amount):
    return Number(Decimal(amount))


def claim(attribute, value, entity="lakers", span=TEAM_SPAN, start=20):
    said = count(value) if isinstance(value, int) else PartialDate.parse(value)
    return Claim(entity, attribute, said, value_span=Span(start, start + 2), entity_span=span)


GAME = fact_set(
    Fact("lakers", "points", 107),
    Fact("lakers", "rebounds", 41),
    Fact("celtics", "points", 113),
    Fact("celtics", "rebounds", 47),
    Fact("bulls", "points", 98),
    Fact("bulls", "rebounds", 47),
)


def roles(judgements):
    return [judgement.blame and judgement.blame.role for judgement in judgements]


def test_a_wrong_name_behind_two_wrong_values_is_to_blame():
    """Two values that fit one other entity are one mistake: the name, replaced by that of the other."""
    first, second = judge_all((claim("points", 113), claim("rebounds", 47)), GAME, at=None)
    assert first.blame == second.blame == Blame(BlameRole.ENTITY, TEAM_SPAN)
    assert first.suggestion == Suggestion(TEAM_SPAN, "Celtics")
    assert (first.caused_by, second.caused_by) == (None, 0)
    assert first.verdict is second.verdict is Verdict.CONTRADICTED


def test_one_value_is_not_enough_to_blame_the_name():
    """A single wrong value is a wrong value, whatever it fits."""
    assert roles(judge_all((claim("points", 113),), GAME, at=None)) == [BlameRole.VALUE]


def test_two_values_of_one_attribute_are_not_independent():
    """The same thing said twice does not convict the name."""
    found = judge_all((claim("points", 113), claim("points", 113, start=40)), GAME, at=None)
    assert roles(found) == [BlameRole.VALUE, BlameRole.VALUE]


def test_a_name_that_one_value_fits_is_not_to_blame():
    """Where something said of the name is right, the name is right."""
    said = (claim("points", 113), claim("rebounds", 47), claim("founded", "1947"))
    facts = GAME.with_facts([Fact("lakers", "founded", PartialDate.parse("1947"))])
    assert roles(judge_all(said, facts, at=None)) == [BlameRole.VALUE, BlameRole.VALUE, None]


def test_names_said_in_different_places_are_judged_apart():
    """Only what is said of the same words counts together."""
    said = (claim("points", 113), claim("rebounds", 47, span=Span(80, 86)))
    assert roles(judge_all(said, GAME, at=None)) == [BlameRole.VALUE, BlameRole.VALUE]


def test_two_entities_that_fit_are_no_answer():
    """Where several others would do, nobody can say which was meant."""
    twins = GAME.with_facts([Fact("heat", "points", 113), Fact("heat", "rebounds", 47)])
    entities = {**twins.entities, "heat": Entity("heat", "team")}
    facts = FactSet(entities, twins.attributes, twins.facts)
    said = (claim("points", 113), claim("rebounds", 47))
    assert roles(judge_all(said, facts, at=None)) == [BlameRole.VALUE, BlameRole.VALUE]


def test_of_two_entities_that_fit_the_one_the_text_speaks_of_is_meant():
    """What the text names elsewhere is tried first."""
    twins = GAME.with_facts([Fact("heat", "points", 113), Fact("heat", "rebounds", 47)])
    facts = FactSet({**twins.entities, "heat": Entity("heat", "team")}, twins.attributes, twins.facts)
    said = (claim("points", 113), claim("rebounds", 47), claim("points", 113, entity="celtics", span=Span(90, 97)))
    assert roles(judge_all(said, facts, at=None)) == [BlameRole.ENTITY, BlameRole.ENTITY, None]


def test_an_entity_of_another_type_is_not_meant():
    """A team is not mistaken for a person."""
    facts = FactSet({**GAME.entities, "celtics": Entity("celtics", "person")}, GAME.attributes, GAME.facts)
    said = (claim("points", 113), claim("rebounds", 47))
    assert roles(judge_all(said, facts, at=None)) == [BlameRole.VALUE, BlameRole.VALUE]


def test_swapped_values_blame_the_attributes():
    """Two values that are each right of the other's attribute were swapped; each is still told its own."""
    found = judge_all((claim("points", 41), claim("rebounds", 107)), GAME, at=None)
    assert roles(found) == [BlameRole.ATTRIBUTE, BlameRole.ATTRIBUTE]
    assert [one.suggestion and one.suggestion.text for one in found] == ["107", "41"]


def test_a_value_too_telling_for_chance_blames_the_attribute():
    """A date to the month that is right of another attribute was said of the wrong one; a bare year may not be."""
    facts = fact_set(
        Fact("lakers", "founded", PartialDate.parse("1947-06")), Fact("lakers", "closed", PartialDate.parse("1999-03"))
    )
    assert roles(judge_all((claim("founded", "1999-03"),), facts, at=None)) == [BlameRole.ATTRIBUTE]
    years = fact_set(
        Fact("lakers", "founded", PartialDate.parse("1947")), Fact("lakers", "closed", PartialDate.parse("1999"))
    )
    assert roles(judge_all((claim("founded", "1999"),), years, at=None)) == [BlameRole.VALUE]


def test_judging_all_is_judging_each_where_nothing_hangs_together():
    """The claims of a text get the judgements they would get alone."""
    said = (claim("points", 107), claim("rebounds", 40, entity="bulls"), claim("founded", "1947"))
    assert judge_all(said, GAME, at=None) == tuple(judge(one, GAME, at=None) for one in said)


def test_the_time_a_claim_names_is_what_it_is_judged_at():
    """The claim's own time is in the judgement, else the document's."""
    at = PartialDate.parse("2024-10-01").period
    own = PartialDate.parse("2019")
    assert judge(claim("points", 107), GAME, at=at).at == at
    timed = Claim("lakers", "points", count(107), time=ClaimTime(own, own.period))
    assert judge(timed, GAME, at=at).at == own.period


def test_what_the_reader_could_not_tell_stays_open():
    """A claim that carries a reason is not judged against anything."""
    vague = Claim("lakers", "points", count(113), reason=Reason.AMBIGUOUS_ENTITY, candidates=("lakers", "celtics"))
    judgement = judge(vague, GAME, at=None)
    assert (judgement.verdict, judgement.reason) == (Verdict.UNVERIFIABLE, Reason.AMBIGUOUS_ENTITY)
    assert judgement.evidence == ()


def test_a_missing_unit_never_raises_confidence():
    """A claim read with low confidence keeps it."""
    facts = fact_set(Fact("lakers", "distance", Number(Decimal(100), "km")))
    low = Claim("lakers", "distance", count(100), confidence=Confidence.LOW)
    assert judge(low, facts, at=None).claim.confidence is Confidence.LOW


def test_absurd_figures_are_judged_without_trouble():
    """A number beyond all arithmetic is wrong like any other."""
    for text in ("9E+999999", "1E-999999", "9" * 5000):
        said = Claim("lakers", "points", Number(Decimal(text), step=Decimal(1)))
        assert judge(said, GAME, at=None).verdict is Verdict.CONTRADICTED


def test_a_number_of_three_digits_tells_of_its_attribute_and_one_of_two_does_not():
    """A long number that is right of one other attribute of the type was said of the wrong one."""
    facts = fact_set(Fact("lakers", "points", 107), Fact("lakers", "rebounds", 416), Fact("lakers", "age", 41))
    assert roles(judge_all((claim("points", 416),), facts, at=None)) == [BlameRole.ATTRIBUTE]
    assert roles(judge_all((claim("points", 41),), facts, at=None)) == [BlameRole.VALUE]


def test_a_value_right_of_two_other_attributes_tells_of_neither():
    """Where two attributes have the value, nobody can say which was meant."""
    facts = fact_set(Fact("lakers", "points", 107), Fact("lakers", "rebounds", 416), Fact("lakers", "age", 416))
    assert roles(judge_all((claim("points", 416),), facts, at=None)) == [BlameRole.VALUE]


def test_an_attribute_of_another_type_is_not_meant():
    """A count is not mistaken for a distance."""
    facts = fact_set(Fact("lakers", "points", 107), Fact("lakers", "distance", 416))
    assert roles(judge_all((claim("points", 416),), facts, at=None)) == [BlameRole.VALUE]


def test_a_hedged_value_tells_of_nothing():
    """About 416 fits too much by chance."""
    facts = fact_set(Fact("lakers", "points", 107), Fact("lakers", "rebounds", 416))
    hedged = replace(claim("points", 416), operator=Operator.ABOUT)
    assert roles(judge_all((hedged,), facts, at=None)) == [BlameRole.VALUE]


def league(teams):
    """As many teams, each with points and rebounds of its own."""
    facts = (Fact(f"t{team}", name, value) for team in range(teams) for name, value in scores(team))
    return fact_set(*facts, entities=tuple(f"t{team}" for team in range(teams)))


def scores(team):
    return (("points", 1000 + team), ("rebounds", 500 + team % 700))


def test_the_entity_that_is_meant_is_found_among_many():
    """Whoever has both values is meant, however many others there are that have one of them."""
    said = [claim(name, value, entity="t1") for name, value in scores(4321)]
    first, _ = judge_all(said, league(5000), at=None)
    assert (first.blame.role, first.suggestion.text) == (BlameRole.ENTITY, "T4321")


def test_a_value_that_too_many_have_tells_of_nobody():
    """Five thousand teams without a loss are no hint as to which was meant."""
    teams = tuple(f"t{team}" for team in range(5000))
    facts = fact_set(
        *(Fact(team, name, 0) for team in teams[2:] for name in ("points", "rebounds")),
        *(Fact("t1", name, 7) for name in ("points", "rebounds")),
        entities=teams,
    )
    said = [claim(name, 0, entity="t1") for name in ("points", "rebounds")]
    assert roles(judge_all(said, facts, at=None)) == [BlameRole.VALUE, BlameRole.VALUE]


def test_looking_for_who_is_meant_costs_nothing_more_among_twice_as_many(work):
    """Once the values are in order, the search does not grow with the entities."""
    said = [claim(name, value, entity="t1") for name, value in scores(400)]
    steps = []
    for teams in (500, 1000):
        facts = league(teams)
        background = Background(Bearers(facts))
        judge_all(said, facts, at=None, background=background)
        steps.append(work.of(lambda facts=facts, known=background: judge_all(said, facts, at=None, background=known)))
    assert steps[1] <= steps[0] * 1.1


def wrong_names(entities):
    """Each entity said twice, with two wrong values each time; the claims, and the facts they are wrong by."""
    said = [
        claim(attribute, 999, entity=f"e{number % entities}", span=Span(number * 10, number * 10 + 5))
        for number in range(2 * entities)
        for attribute in ("points", "rebounds")
    ]
    known = (
        Fact(f"e{number}", attribute, number) for number in range(entities) for attribute in ("points", "rebounds")
    )
    return said, fact_set(*known, entities=tuple(f"e{number}" for number in range(entities)))


def test_each_wrong_name_costs_a_bounded_search(work):
    """A text full of wrong names is no work for every pair of a name and an entity."""
    judged = work.at_most_doubles(wrong_names, lambda given: judge_all(*given, at=None), 150)
    assert {judgement.verdict for judgement in judged} == {Verdict.CONTRADICTED}
