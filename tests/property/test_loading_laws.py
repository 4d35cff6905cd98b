"""Laws of loading: nothing hostile breaks it, nothing depends on the order of files, timelines fit together."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import LoadError, Problem
from claims.loading import load
from claims.loading.mistakes import MisreadError, Mistakes
from claims.loading.numbers import read_number
from claims.loading.timelines import end_replaced, validity
from claims.loading.yaml_tree import ListNode, MapNode, ScalarNode, parse_yaml
from claims.model.dates import PartialDate
from claims.model.fact import Fact, Rank

_dates = st.builds(PartialDate.of, st.integers(2015, 2019), st.one_of(st.none(), st.integers(1, 12)))
_times = st.one_of(
    st.just({}),
    _dates.map(lambda date: {"since": date}),
    _dates.map(lambda date: {"as_of": date}),
    _dates.map(lambda date: {"during": date}),
    st.tuples(_dates, st.integers(2020, 2022)).map(
        lambda pair: {"since": pair[0], "until": PartialDate.of(pair[1])},
    ),
)
_facts = st.lists(
    st.builds(
        lambda number, time, rank, where: Fact(
            "acme", "members", number, validity=validity(**time), rank=rank, where=where
        ),
        st.integers(0, 9),
        _times,
        st.sampled_from(Rank),
        st.sampled_from([(), (("region", "eu"),)]),
    ),
    max_size=8,
)


def _is_open(fact: Fact) -> bool:
    return fact.validity.until is None and fact.validity.during is None


@given(_facts)
def test_open_values_of_one_rank_never_overlap(facts):
    """Of two values that nobody ended, with one rank and other starts, the earlier ends where the later begins."""
    for one, other in combinations(filter(_is_open, end_replaced(facts, {})), 2):
        same_time = one.validity.period.start == other.validity.period.start
        if one.where == other.where and one.rank == other.rank and not same_time:
            assert not one.validity.period.overlaps(other.validity.period)


@given(_facts)
def test_ending_values_only_shortens_them_and_once(facts):
    """No period grows, starts and written times stay, and doing it again changes nothing."""
    ended = end_replaced(facts, {})
    for before, after in zip(facts, ended, strict=True):
        assert before.validity.period.contains(after.validity.period)
        assert after == replace(before, validity=replace(before.validity, period=after.validity.period))
    assert end_replaced(ended, {}) == ended


@given(_facts, st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter_for_their_periods(facts, random):
    """Shuffled facts get the same periods."""
    order = list(range(len(facts)))
    random.shuffle(order)
    shuffled = end_replaced([facts[index] for index in order], {})
    ended = end_replaced(facts, {})
    assert [ended[index] for index in order] == list(shuffled)


_entries = st.lists(
    st.tuples(st.sampled_from(["acme", "globex"]), st.sampled_from(["members", "owner"]), st.sampled_from("abc123")),
    min_size=1,
    max_size=6,
    unique=True,
)


def _content(files: dict[str, list[tuple[str, str, str]]]) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder:
        for name, entries in files.items():
            text = "".join(
                json.dumps({"subject": entity, "attribute": attribute, "value": value}) + "\n"
                for entity, attribute, value in entries
            )
            Path(folder, name).write_text(text, encoding="utf-8")
        facts, _ = load([Path(folder, name) for name in files], [])
    found = sorted((fact.entity, fact.attribute, repr(fact.value), repr(fact.validity)) for fact in facts.facts)
    return facts.entities, facts.attributes, found


@settings(max_examples=30, deadline=None)
@given(_entries, st.integers(0, 6))
def test_it_does_not_matter_how_facts_are_spread_over_files(entries, cut):
    """One file or two, in either order and under other names, are the same facts."""
    one = _content({"a.jsonl": entries})
    assert _content({"a.jsonl": entries[:cut], "b.jsonl": entries[cut:]}) == one
    assert _content({"b.jsonl": entries[:cut], "a.jsonl": entries[cut:]}) == one


@given(st.text(alphabet="[]{}:,-?&*!|>'\"%@`#\n\t \0ab1é\u0085\ufeff", max_size=60))
def test_any_text_is_a_tree_or_a_located_mistake(text):
    """The parser raises nothing, and says what is wrong where it gives nothing."""
    mistakes = Mistakes("it.yaml", text)
    if parse_yaml(text, mistakes) is None:
        assert mistakes.problems


_json = st.recursive(
    st.one_of(st.integers(), st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.text(alphabet="abcé ", min_size=1, max_size=4), inner, max_size=3),
    ),
    max_leaves=8,
)


def _plain(node) -> object:
    match node:
        case ScalarNode(text):
            return text
        case ListNode(items):
            return [_plain(item) for item in items]
        case MapNode(entries):
            return {key: _plain(pair[1]) for key, pair in entries.items()}


def _texts(data) -> object:
    match data:
        case list():
            return [_texts(item) for item in data]
        case dict():
            return {key: _texts(item) for key, item in data.items()}
        case _:
            return str(data)


@given(st.lists(_json, min_size=1, max_size=3))
def test_json_is_read_as_it_was_written(data):
    """Every JSON text is the same tree of texts."""
    mistakes = Mistakes("it.json")
    assert _plain(parse_yaml(json.dumps(data, ensure_ascii=False), mistakes)) == _texts(data)
    assert not mistakes.problems


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_numbers_are_read_as_they_were_written(amount):
    """Plain, with a decimal comma, and grouped by spaces, a number comes back to the digit."""
    text = f"{amount:f}"
    grouped = f"{amount:,f}".replace(",", " ")
    assert read_number(text).amount == read_number(grouped).amount == amount
    assert read_number(text).step == Decimal("0.001")
    assert read_number(f"{amount * 10:.4f} km".replace(".", ",")).amount == amount * 10


@given(st.text(alphabet="0123456789.,' eE+-−€%km ", max_size=30))
def test_whatever_looks_like_a_number_is_read_or_refused(text):
    """Odd digits are a number or a message, never another error."""
    try:
        number = read_number(text)
    except MisreadError:
        return
    assert number.amount.is_finite()
    assert number.step > 0


@settings(max_examples=50, deadline=None)
@given(_json)
def test_any_tree_loads_or_is_refused(data):
    """A facts file of any content is read, or refused with places."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "facts.json")
        path.write_text(json.dumps({"format": "claims-facts/1", "entities": data}, ensure_ascii=False), "utf-8")
        problems: tuple[Problem, ...] = ()
        try:
            load([path], [])
        except LoadError as error:
            problems = error.problems
        assert all(problem.path == str(path) and problem.line for problem in problems)
