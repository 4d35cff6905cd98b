"""Tallies: what shards come to, put together."""

import random
from decimal import Decimal

import pytest

from claims.corpus.summing import parts
from claims.corpus.summing.values import value_of, word_of
from claims.corpus.tally import Tally, merge_tallies, summarise
from claims.errors import Problem
from claims.model.dates import PartialDate
from claims.model.report import Evidence, RequirementFailure
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
    Version,
)
from claims.model.verdict import Reason, Severity, Silence, Verdict


def test_every_value_is_counted_once(summed, document, claim, unchecked, doubt):
    """Consequences and values that bound to nothing stand beside the verdicts; silenced ones among them."""
    silenced = claim(severity=Severity.NONE, silenced_by=Silence.BASELINE)
    first = document("a.md", claim(), claim(caused_by="a.md#1"), silenced, unchecked=(unchecked(),))
    second = document("b.md", claim(Verdict.SUPPORTED), claim(**doubt), claim(Verdict.UNVERIFIABLE))
    broken = document("c.md", error=Problem("c.md", None, None, "not UTF-8", "save it as UTF-8"))
    skimmed = document("d.md", language=None, is_skimmed=True)
    totals = summed([first, second], [broken, skimmed]).totals
    assert (totals.documents, totals.unreadable, totals.speaking, totals.affected) == (4, 1, 2, 2)
    assert totals.skimmed == 1
    assert totals.values == 7 == totals.counts.claims + totals.consequences + totals.not_checked
    assert (totals.counts.contradicted, totals.counts.findings, totals.silenced) == (3, 2, 1)
    assert (totals.errors, totals.warnings, totals.notes) == (1, 0, 1)


def test_facts_most_often_wrong_come_first(summed, document, claim):
    """Each fact has its counts, what is known of it and the documents with most findings."""
    first = document("a.md", claim(attribute="boats"), claim(Verdict.SUPPORTED))
    second = document("b.md", claim(attribute="boats"), claim(attribute="boats", value=3))
    facts = summed([first], [second]).facts
    assert [(it.attribute, it.counts.findings, it.documents) for it in facts.entries] == [
        ("boats", 3, 2),
        ("members", 0, 1),
    ]
    assert [spot.document for spot in facts.entries[0].worst] == ["b.md", "a.md"]
    assert facts.entries[1].worst == ()
    assert (facts.entries[0].known[0].value, facts.entries[0].path, facts.entries[0].line) == ("12", "facts.yaml", 7)
    assert facts.entries[0].name == "Acme Group"


def test_wrong_values_are_counted_across_shards(summed, document, claim):
    """The same wrong value is one entry, with its documents and their dates; what is silenced is none."""
    shards = [[document(f"{day}.md", claim(), date=f"2024-10-0{day}")] for day in (2, 1, 3)]
    shards.append([document("quiet.md", claim(value=86, severity=Severity.NONE))])
    (entry,) = summed(*shards).wrong_values.entries
    assert (entry.value.value, entry.known[0].value, entry.claims, entry.documents) == ("85", "84", 3, 3)
    assert (entry.first, entry.last) == ("2024-10-01", "2024-10-03")


def test_months_are_in_order(summed, document, claim):
    """Documents of a month are counted together; dates known less finely stand for themselves, none comes last."""
    dates = ("2024-10-01", None, "2024-09", "2024-10-30", "2024")
    months = summed([document(f"{date}.md", claim(), date=date) for date in dates]).months
    assert [(it.month, it.documents) for it in months.entries] == [
        ("2024", 1),
        ("2024-09", 1),
        ("2024-10", 2),
        (None, 1),
    ]


def test_what_was_true_once_is_listed_by_the_change(summed, document, claim):
    """Documents that say what was true before a fact changed are one entry, with the values that they give."""
    now = Evidence("acme", "members", Number(Decimal(84)), "so", since="2024-10")
    old = [claim(Verdict.OUTDATED, value, evidence=(now,)) for value in (79, 79, 70)]
    (change,) = summed(*([document(f"{n}.md", it)] for n, it in enumerate(old))).changes.entries
    assert (change.since, change.value.value, change.documents) == ("2024-10", "84", 3)
    assert [it.value for it in change.said] == ["79", "70"]


def test_facts_that_nobody_states_are_listed(summed, document, claim):
    """A fact without any claim is listed with its place; a claim in one shard is enough."""
    assert [it.attribute for it in summed([document("a.md", claim())]).unstated.entries] == ["boats"]
    both = summed([document("a.md", claim())], [document("b.md", claim(Verdict.SUPPORTED, attribute="boats"))])
    assert both.unstated.entries == ()


def test_coverage_says_why(summed, document, claim, unchecked):
    """What no fact decides is counted by reason, values that bound to nothing by reason and kind."""
    doubts = [claim(Verdict.UNVERIFIABLE, reason=reason) for reason in (Reason.NO_DATE, Reason.NO_DATE, Reason.NO_FACT)]
    values = (unchecked(), unchecked(kind="date"), unchecked(quote="a  long\nstory" * 20))
    summary = summed([document("a.md", *doubts, unchecked=values)])
    assert [(it.reason, it.claims) for it in summary.undecided.entries] == [(Reason.NO_DATE, 2), (Reason.NO_FACT, 1)]
    assert [(it.kind, it.values) for it in summary.unchecked.entries] == [("number", 2), ("date", 1)]
    assert summary.unchecked.entries[0].spots[0].quote == "14"


def test_documents_that_disagree_are_found(summed, document, claim):
    """Values that exclude each other, of different shards and undecided, are one disagreement."""
    crews = [claim(Verdict.UNVERIFIABLE, value, attribute="crew") for value in (7, 7, 9)]
    shards = [[document(f"{n}.md", it, date=f"2024-0{n}-01")] for n, it in enumerate(crews, start=1)]
    (found,) = summed(*shards).disagreements.entries
    assert [(it.value.value, it.documents) for it in found.values.entries] == [("7", 2), ("9", 1)]
    assert not found.overlap
    same_day = [[document(f"{n}.md", it)] for n, it in enumerate(crews)]
    assert summed(*same_day).disagreements.entries[0].overlap


def test_times_that_claims_name_keep_them_apart(summed, document, claim):
    """A value of 2019 does not disagree with one of 2020; the date of a document is no time of the claim."""
    times = [claim(Verdict.UNVERIFIABLE, n, attribute="crew", at=at) for n, at in ((7, "2019"), (9, "2020"))]
    assert summed([document("a.md", times[0])], [document("b.md", times[1])]).disagreements.entries == ()
    dated = [document(f"{it.at}.md", it, date=it.at) for it in times]
    assert len(summed(dated).disagreements.entries) == 1


def test_requirements_and_unreadable_documents_are_named(summed, document):
    """What the facts fail and what could not be read stand in the summary."""
    failed = RequirementFailure("quorum", Severity.ERROR, "97 cannot attend")
    summary = summed([document("c.md", error=Problem("c.md", None, None, "not UTF-8"))], requirements=[failed])
    assert [it.document for it in summary.unreadable.entries] == ["c.md"]
    assert [it.rule for it in summary.requirements.entries] == ["quorum"]
    assert summary.totals.errors == 1


def test_the_language_is_that_of_most_documents(summed, document, claim):
    """Names are in the language of most of the texts that say something."""
    shard = [document(f"{n}.md", claim(), language=language) for n, language in enumerate(("fr-CA", "fr", "en"))]
    summary = summed(shard)
    assert (summary.language, summary.facts.entries[0].name) == ("fr", "Groupe Acme")


def test_nothing_is_a_summary_too(facts):
    """No shard at all gives a summary of nothing."""
    summary = summarise([], facts)
    assert (summary.totals.documents, summary.facts.entries, summary.unstated.total) == (0, (), 2)


def test_however_shards_are_merged_the_summary_is_the_same(tallied, facts, document, claim, monkeypatch):
    """Merging some shards first, or few at a time, changes nothing: another machine may have done it."""
    numbers = random.Random(7)  # noqa: S311 - not for secrets
    shards = [
        tallied(
            *(
                document(f"{n}-{m}.md", claim(value=numbers.randrange(5)), date=f"2024-0{numbers.randrange(1, 9)}-11")
                for m in range(3)
            )
        )
        for n in range(12)
    ]
    whole = summarise(shards, facts)
    assert summarise([merge_tallies(shards[:5]), merge_tallies(shards[5:])], facts) == whole
    monkeypatch.setattr(parts, "_LEAST", 1)
    assert summarise(iter(shards), facts) == whole


def test_a_tally_is_the_same_bytes_in_any_order_of_keys(document, claim):
    """What a shard says in another order of facts is the same tally, but for the order of its documents."""
    first, second = Tally(), Tally()
    first.add(document("a.md", claim(), claim(attribute="boats")))
    second.add(document("a.md", claim(attribute="boats"), claim()))
    runs = [parts.unpacked(tally.packed()).runs for tally in (first, second)]
    assert {name: len(run) for name, run in runs[0].items()} == {name: len(run) for name, run in runs[1].items()}
    assert runs[0]["facts"] == runs[1]["facts"]


def test_what_is_cut_is_said(tallied, facts, document, claim):
    """Of values without end the most frequent are kept, and the summary says how far a count may be off."""
    shards = [tallied(document(f"{n}.md", claim(value=1), claim(value=100 + n))) for n in range(10)]
    part = parts.merge_parts(shards, most=3)
    summary = summarise([parts.packed(part)], facts)
    assert summary.wrong_values.missed == 1
    assert (summary.wrong_values.entries[0].value.value, summary.wrong_values.entries[0].claims) == ("1", 10)
    assert summary.facts.missed == 0
    assert summary.facts.entries[0].counts.contradicted == 20


def test_what_is_no_unicode_is_spelled_out(summed, document, claim):
    """Names and quotes with half a surrogate pair are written as such."""
    summary = summed([document("a\udc80.md", claim(value=Text("\ud800"), quote="\ud800"))])
    assert summary.files.entries[0].path == "a\\udc80.md"
    assert summary.wrong_values.entries[0].worst[0].quote == "\\ud800"


@pytest.mark.parametrize("data", [b"", b"\xc0", b"\x92\xa7claims/", parts.packed(parts.merge_parts([]))[:-9]])
def test_bytes_that_are_no_tally_are_refused(data, facts):
    """A part that was cut or is something else is an error, and no summary of less."""
    with pytest.raises(ValueError, match=r".+"):
        summarise([data], facts)


VALUES = [
    Number(Decimal("3.50"), "EUR", Decimal("0.01")),
    Between(Decimal(60), Decimal(62)),
    Range(None, Decimal(4), "km"),
    PartialDate.parse("2024-Q3"),
    DateSpan(PartialDate.parse("2014"), PartialDate.parse("2019-05")),
    Version(("3", "9")),
    EntityRef("acme"),
    Text('say "no"'),
    Boolean(value=False),
    ListOf((EntityRef("mali"), Not(Text("x"))), complete=True),
    Unknown(),
    Nothing(),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_keep_what_they_are(value):
    """A value that was made a word of a key is read back as it was."""
    assert value_of(word_of(value)) == value


def test_endless_names_are_cut(summed, document, claim):
    """What a record calls itself, and what it says, does not swell the summary."""
    endless = "x" * 100_000
    summary = summed([document(endless, claim(quote=endless), path="a.jsonl")])
    (spot,) = summary.documents.entries
    assert (len(spot.document), len(spot.quote)) == (300, 80)
