"""The mistakes of rules, all at once, and rules that mean harm."""

from __future__ import annotations

import pytest

from claims.errors import LoadError
from claims.model.fact import Fact
from claims.model.place import Place
from claims.model.rule import DerivationRule, Loop, RequirementRule, Rules
from claims.reasoning import check_rules, derive, failed_requirements

FACTS = "o: organization\ne: event of o\no.founded = 2014-09\no.members = 84\ne.date = 2024-09-30"


def messages(rules, facts):
    return [str(problem) for problem in check_rules(rules, facts)]


def test_rules_without_mistakes_give_no_problem(known, deriving):
    """Attributes may be stated, worded, or derived by another rule."""
    rules = deriving("o: organization | o.age = year(o.founded)", "o: organization | o.double = o.age * 2")
    assert check_rules(rules, known(FACTS)) == ()


def test_a_type_that_nobody_has_is_no_mistake(known, deriving):
    """A shipped rule may be about things that a project knows none of."""
    assert check_rules(deriving("c: company | c.double = c.members * 2"), known(FACTS)) == ()


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("e: evnt | e.m = month(e.date)", "there is no entity of type `evnt` (did you mean `event`?)"),
        ("e: event, o: e.off | e.m = 1", "there is no attribute `off` (did you mean `of`?)"),
        ("e: event, o: x.of | e.m = 1", "there is no variable `x`"),
        ("e: event, o: o.of | e.m = 1", "there is no variable `o`"),
        ("e: event of o | e.m = 1", "there is no variable `o`"),
        ("e: event, e: organization | e.m = 1", "`e` is named twice"),
        ("if: event | if.m = 1", "`if` is a word of the language and cannot name a variable"),
        ("at: event | at.m = 1", "`at` is a word of the language and cannot name a variable"),
        ("e-1: event | e.m = 1", "`e-1` cannot name a variable (a letter, then letters, digits and `_`)"),
        ("e: event, o: e.date | e.m = 1", "expected an entity or a list or a text, but this is a date"),
        ("e: event | x.m = 1", "there is no variable `x`"),
        ("e: event | e = 1", "`set` names an attribute of a variable (as in `set: e.anniversary`)"),
        ("e: event | e.of.m = 1", "`set` names an attribute of a variable (as in `set: e.anniversary`)"),
        ("e: event | e.name = 1", "`name` belongs to the entity itself and is not derived"),
        ("e: event | e.date = 5 + 1", "`date` is a date, but this gives a number"),
        ("e: event | e.m = 1 given e.date", "expected a condition, but this gives a date"),
        ("e: event | e.m = month(e.dat)", "there is no attribute `dat` (did you mean `date`?)"),
        ("e: event | e.m = e.date +", "expected a value, found the end"),
    ],
)
def test_a_mistake_is_named(known, deriving, rule, message):
    """Loops, targets, conditions and expressions are all checked."""
    found = messages(deriving(rule), known(FACTS))
    assert any(message in problem for problem in found), found
    assert all(problem.startswith("rules.yaml:1") for problem in found)


def test_all_mistakes_are_told_at_once(known, deriving):
    """One wrong rule does not hide another, nor one part of a rule the others."""
    rules = deriving("e: evnt | e.m = month(e.dat)", "o: organization | o.x = o.membres")
    found = messages(rules, known(FACTS))
    assert [problem.split(":")[1] for problem in found] == ["1", "1", "2"]


def test_an_id_used_twice_is_a_mistake(known):
    """The error says where the other rule stands."""
    rules = Rules(
        (DerivationRule("a", (Loop("o", "organization"),), "o.x", "1", place=Place("r.yaml", 3)),),
        (RequirementRule("a", (Loop("o", "organization"),), "o.x = 1", place=Place("r.yaml", 9)),),
    )
    assert messages(rules, known(FACTS)) == [
        "r.yaml:9:1: two rules have the id `a`; the other stands at r.yaml:3 (give each rule an id of its own)"
    ]


def test_a_requirement_must_be_a_condition(known, requiring):
    """A number holds neither way."""
    assert (
        "expected a condition, but this gives a number"
        in messages(requiring("o: organization | o.members"), known(FACTS))[0]
    )


@pytest.mark.parametrize("name", ["sum", "year", "count", "entity", "eval", "print", "none_", "True", "__class__"])
def test_rules_and_variables_may_be_called_anything(known, deriving, name):
    """The names of functions, and of things in Python, are names like others."""
    rules = deriving(f"{name}: organization | {name}.{name} = year({name}.founded)")
    assert derive(known(FACTS), rules).facts[-1].attribute == name


# Rules that mean harm. Those that are refused for their steps need no other measure: the limit is one of work.


def refusal(run, *arguments):
    with pytest.raises(LoadError) as caught:
        run(*arguments)
    return caught.value.problems


def many(count):
    return "\n".join(f"x{i}: event\nx{i}.n = {i}" for i in range(count))


def months(count):
    """So many months in a row, and the one after them."""
    return [f"{2000 + number // 12}-{number % 12 + 1:02}" for number in range(count + 1)]


@pytest.mark.parametrize(
    "rule",
    [
        "a: event, b: event, c: event, d: event | a.m = b.n + c.n + d.n",
        "a: event | a.m = count(x for x in event where any(y.n > x.n for y in event))",
        "a: event | a.m = sum(sum(z.n for z in event) for y in event)",
        "a: event | a.m = rank(a.n, count(z for z in event) for y in event)",
    ],
)
def test_what_takes_too_many_steps_is_stopped(known, deriving, rule):
    """The error stands at the expression and says what to do."""
    (problem,) = refusal(derive, known(many(600)), deriving(rule))
    assert problem.line == 1
    assert "this takes more than" in problem.message
    assert problem.hint == "narrow what the loops and aggregates run over"


def test_a_requirement_that_takes_too_many_steps_is_stopped(known, requiring):
    """The same limit holds for requirements."""
    rules = requiring("a: event, b: event, c: event | a.n + b.n + c.n >= 0")
    (problem,) = refusal(failed_requirements, known(many(600)), rules)
    assert "this takes more than" in problem.message


def test_a_timeline_joined_with_itself_many_times_is_stopped(known, deriving):
    """Facts that conflict multiply each other, and are stopped like anything else."""
    facts = known("o: organization\n" + "\n".join(f"o.{name} = {i}" for name in "abcd" for i in range(60)))
    assert refusal(derive, facts, deriving("o: organization | o.m = o.a + o.b + o.c + o.d"))


def test_a_long_timeline_that_is_stated_leaves_its_gaps_at_once(known, deriving, work):
    """What is stated and what is derived are held together without comparing all with all."""

    def timeline(count):
        days = months(count)
        stated = (f"o.b = {i} | from {days[i]} until {days[i + 1]}" for i in range(0, count, 2))
        return known("\n".join(["o: organization", "o.a = 1", *stated]))

    rules = deriving("o: organization | o.b = o.a")
    found = work.at_most_doubles(timeline, lambda facts: derive(facts, rules), 4000)
    assert len(found.facts) == 2001 + 2001


def test_disagreements_are_sought_within_the_limit(known, deriving, work):
    """A rule that derives thousands of values where thousands are stated is stopped."""

    def doubled(count):
        return known("o: organization\n" + "\n".join(f"o.a = {i}\no.b = {i}" for i in range(count)))

    rules = deriving("o: organization | o.b = o.a")
    problems = work.at_most_doubles(doubled, lambda facts: refusal(failed_requirements, facts, rules), 1500)
    assert "this takes more than" in problems[0].message


def test_many_ranks_are_told_apart_at_once(known, deriving, work):
    """Thousands of deprecated facts beside thousands of preferred ones are no work for every pair."""

    def ranked(count):
        days = months(count)
        lines = [f"o.a = {i} | from {days[i]} until {days[i + 1]}" for i in range(count)]
        return known("\n".join(["o: organization", *lines, *(f"{line} | deprecated" for line in lines)]))

    rules = deriving("o: organization | o.b = o.a + 1")
    found = work.at_most_doubles(ranked, lambda facts: derive(facts, rules), 4000)
    assert len(found.facts) == 8000 + 4000


@pytest.mark.parametrize("rule", ['o: organization, e: event | e.b = "m" in o.l', "o: organization | o.b = o.l = o.k"])
def test_long_lists_are_compared_within_the_limit(known, deriving, rule, work):
    """Also where every entity looks through the whole list, or lists are compared."""

    def listed(count):
        names = ", ".join(f"n{i}" for i in range(10 * count))
        return known(many(count) + f"\no: organization\no.l = [{names}]\no.k = [{names}]")

    rules = deriving(rule)
    problems = work.at_most_doubles(listed, lambda facts: refusal(derive, facts, rules), 300)
    assert "this takes more than" in problems[0].message


def test_a_value_of_any_length_is_shown_in_part(known, deriving):
    """Steps are for reading."""
    facts = known(f'o: organization\no.a = "{"x" * 100_000}"')
    assert all(
        len(step) < 300 for step in derive(facts, deriving("o: organization | o.b = o.a")).facts[-1].derivation.steps
    )


def test_numbers_beyond_all_bounds_are_an_error(known, deriving):
    """No number grows until the memory is full."""
    text = " * ".join(["9" * 50] * 30)
    (problem,) = refusal(derive, known(FACTS), deriving(f"o: organization | o.x = {text}"))
    assert problem.message == "this gives a number beyond 10^1000"


def written(*steps):
    """A rule for each target and expression."""
    loop = (Loop("o", "organization"),)
    return Rules(tuple(DerivationRule(f"r{i}", loop, *step) for i, step in enumerate(steps)))


def test_thousands_of_rules_are_read_and_run(known, work):
    """A large rules file is no error, and its cost is that of its rules."""
    facts = known(FACTS)
    derived = work.at_most_doubles(
        lambda count: written(*((f"o.x{i}", "o.members + 1") for i in range(count))),
        lambda rules: derive(facts, rules),
        2000,
    )
    assert len(derived.facts) == len(facts.facts) + 2000


def test_thousands_of_rules_that_all_need_each_other_are_refused(known, work):
    """The graph of attributes is linear in the rules, and only some of the cycles are printed."""
    facts = known(FACTS)
    found = work.at_most_doubles(
        lambda count: written(*[("o.x", "o.x + 1")] * count), lambda rules: check_rules(rules, facts), 3000
    )
    assert 0 < len(found) <= 100


def test_ten_thousand_wrong_rules_give_the_first_hundred_mistakes(known, work):
    """Nobody reads on after that, and the search for similar names stays short."""
    facts = known(FACTS)
    found = work.at_most_doubles(
        lambda count: written(*((f"o.x{i}", f"o.membre{i}") for i in range(count))),
        lambda rules: check_rules(rules, facts),
        10_000,
    )
    assert len(found) == 100


def test_a_long_circle_is_printed_in_part(known, work):
    """A cycle through a thousand rules has a message that can be read."""
    facts = known(FACTS)
    problems = work.at_most_doubles(
        lambda count: written(*((f"o.x{i}", f"o.x{(i + 1) % count}") for i in range(count))),
        lambda rules: check_rules(rules, facts),
        1000,
    )
    assert problems[0].message.startswith("a cycle: o.x0 (rule r0) needs o.x1 (rule r1)")
    assert len(problems[0].message) < 400


def resting(count):
    """So many rules, each resting on the one before."""
    return written(("o.x0", "o.members"), *((f"o.x{i}", f"o.x{i - 1}") for i in range(1, count)))


def test_a_long_chain_is_refused(known, work):
    """Facts rest on each other at most a hundred deep."""
    facts = known(FACTS)
    problems = work.at_most_doubles(resting, lambda rules: check_rules(rules, facts), 1000)
    assert [problem.message for problem in problems] == ["`o.x100` rests on a chain of more than 100 derivations"]


def test_a_chain_that_is_allowed_can_be_compared_and_shown(known):
    """Derived facts nest, and the usual operations on them must not run out of stack."""
    first, second = (derive(known(FACTS), resting(100)).facts[-1] for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert repr(first).startswith("Fact(entity='o', attribute='x99'")


def test_too_many_variables_are_refused(known):
    """Eight variables are the limit."""
    loops = tuple(Loop(f"v{i}", "organization") for i in range(9))
    (problem,) = check_rules(Rules((DerivationRule("r", loops, "v0.x", "1"),)), known(FACTS))
    assert problem.message == "9 variables; 8 are the limit"


def test_a_fact_of_any_size_is_evaluated(known, deriving):
    """Numbers come from strangers too."""
    from dataclasses import replace
    from decimal import Decimal

    facts = replace(known(FACTS), facts=(Fact("o", "members", Decimal("9E+900")),), _by_key=None)
    assert refusal(derive, facts, deriving("o: organization | o.x = o.members * o.members"))
