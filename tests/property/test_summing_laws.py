"""However shards are cut and put together, a corpus comes to the same; what is cut is off by no more than is said."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.corpus.summing.parts import merge_parts, packed
from claims.corpus.summing.runs import read_run
from claims.corpus.summing.values import value_of, word_of
from claims.corpus.tally import Tally, merge_tallies, summarise
from claims.model.dates import PartialDate
from claims.model.factset import FactSet
from claims.model.report import DocumentReport, Evidence, ReportClaim
from claims.model.row import Row
from claims.model.values import EntityRef, ListOf, Not, Number, Text
from claims.model.verdict import Operator, Reason, Severity, Verdict
from claims.reports.overview.sampling import sample

KNOWN = Evidence("acme", "members", Number(Decimal(84)), "so", since="2024")
SAID = st.tuples(st.sampled_from(list(Verdict)), st.integers(1, 4), st.sampled_from(["members", "crew"]))
DOCUMENTS = st.lists(st.tuples(st.lists(SAID, max_size=3), st.sampled_from([None, "2023", "2024-05-06"])), max_size=8)
CUTS = st.lists(st.integers(0, 8), max_size=4)


def _claim(verdict, number, attribute):
    undecided = verdict is Verdict.UNVERIFIABLE
    quiet = undecided or verdict is Verdict.SUPPORTED
    return ReportClaim(
        id="#1",
        entity="acme",
        attribute=attribute,
        operator=Operator.EQ,
        value=Number(Decimal(number)),
        verdict=verdict,
        severity=Severity.NONE if quiet else Severity.ERROR,
        message="so",
        reason=Reason.NO_FACT if undecided else None,
        evidence=() if undecided else (KNOWN,),
    )


def _reports(documents):
    return [
        DocumentReport(f"{number}.md", f"{number}.md", "en", date, tuple(_claim(*said) for said in claims))
        for number, (claims, date) in enumerate(documents)
    ]


def _tallied(reports):
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally.packed()


def _cut(items, cuts):
    places = sorted({min(cut, len(items)) for cut in cuts} | {0, len(items)})
    return [items[start:end] for start, end in pairwise(places)]


@given(DOCUMENTS, CUTS, CUTS)
def test_a_corpus_comes_to_the_same_however_it_is_cut(documents, cuts, groups):
    """One shard or several, merged at once or some of them first: the summary is the same."""
    reports = _reports(documents)
    whole = summarise([_tallied(reports)], FactSet())
    shards = [_tallied(shard) for shard in _cut(reports, cuts)]
    assert summarise(shards, FactSet()) == whole
    assert summarise([merge_tallies(some) for some in _cut(shards, groups)], FactSet()) == whole


@given(DOCUMENTS, CUTS, st.integers(1, 5))
def test_what_is_cut_is_off_by_no_more_than_is_said(documents, cuts, most):
    """In a table that is cut no count is too high, and none, be it absent, too low by more than ``missed``."""
    reports = _reports(documents)
    true = Counter(
        (word_of(claim.value), claim.attribute)
        for report in reports
        for claim in report.claims
        if claim.verdict is Verdict.CONTRADICTED
    )
    whole = merge_parts([], most=most)
    for shard in _cut(reports, cuts):
        whole = merge_parts([packed(whole), _tallied(shard)], most=most)
    missed = whole.missed.get("wrong", 0)
    found = {(key[3], key[1]): group.number for key, group in read_run(whole.runs["wrong"]) if key[5] == "contradicted"}
    for key, number in true.items():
        assert number - missed <= found.get(key, 0) <= number


VALUES = st.recursive(
    st.one_of(
        st.decimals(allow_nan=False, allow_infinity=False, places=2).map(lambda it: Number(it, "km", Decimal("0.01"))),
        st.dates().map(lambda day: PartialDate.of(day.year, day.month)),
        st.text(st.characters(exclude_categories=["Cs"])).map(Text),
        st.text(st.characters(exclude_categories=["Cs"])).map(EntityRef),
    ),
    lambda inner: st.one_of(inner.map(Not), st.lists(inner, max_size=3).map(lambda it: ListOf(tuple(it)))),
    max_leaves=4,
)


@given(VALUES)
def test_a_value_is_read_back_from_its_word(value):
    """Whatever was said is the same value again when the summary is worded."""
    assert value_of(word_of(value)) == value


ROWS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(list(Severity))), max_size=12)


@given(ROWS, st.integers(1, 6))
def test_a_sample_prefers_the_serious_and_misses_no_fact(rows, most):
    """Nothing that is left out is more serious than what is shown, and every fact is shown while there is room."""
    made = [_row(fact, severity, number) for number, (fact, severity) in enumerate(rows)]
    found = sample(made, most)
    findings = [row for row in made if row.severity is not Severity.NONE]
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert found.total == len(findings)
    assert len(found.rows) == min(most, len(findings))
    left = [row for row in findings if row not in found.rows]
    if left:
        assert min(order.index(row.severity) for row in left) >= max(order.index(row.severity) for row in found.rows)


def _row(fact, severity, number):
    blank = dict.fromkeys(Row.__slots__)
    return Row(**{**blank, "fact": fact, "severity": severity, "document": str(number), "known": (), "evidence": ()})
