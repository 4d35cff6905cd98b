"""From judgements to the report."""

import pytest

from claims.model.judgement import Blame, BlameRole, Suggestion
from claims.model.place import Place
from claims.model.verdict import Severity, Verdict
from claims.reports.building import report_claim, report_document

TEXT = "# Acme\n\nThe Group has 85 members 🚢 and 85 members.\n"


@pytest.fixture
def wrong(make_claim, make_judgement, span_of):
    """The judgement that 85 is not 84."""
    span = span_of(TEXT, "85")
    claim = make_claim(span=span, quote=span_of(TEXT, "The Group has 85 members"))
    return make_judgement(claim=claim, suggestion=Suggestion(span, "84"))


def test_places_are_those_of_the_value(wrong, facts, make_document):
    """Line and column are the value's, start and end the quote's, and the quote is the text between them."""
    claim = report_document(make_document(TEXT), [wrong], facts).claims[0]
    assert (claim.line, claim.column, claim.end_line, claim.end_column) == (3, 15, 3, 17)
    assert TEXT[claim.start : claim.end] == claim.quote == "The Group has 85 members"
    assert TEXT[claim.value_start : claim.value_end] == "85"
    assert claim.excerpt == "The Group has 85 members 🚢 and 85 members."


def test_place_shown_is_the_blamed_part(make_claim, make_judgement, facts, make_document, span_of):
    """Where the blame lies elsewhere, line and column are those of the blamed part."""
    blamed = span_of(TEXT, "The Group")
    judgement = make_judgement(claim=make_claim(span=span_of(TEXT, "85")), blame=Blame(BlameRole.ENTITY, blamed))
    claim = report_document(make_document(TEXT), [judgement], facts).claims[0]
    assert (claim.line, claim.column, claim.end_column) == (3, 1, 10)
    assert claim.blame.role == "entity"
    assert "the part to mend" in claim.message


def test_structured_claim_has_the_place_of_its_file(make_claim, make_judgement, facts):
    """A claim from a claims file has no offsets, and the line it was written on."""
    judgement = make_judgement(claim=make_claim(place=Place("claims.yaml", 4, 3)))
    claim = report_claim(judgement, facts, claim_id="x")
    assert (claim.line, claim.column, claim.start, claim.quote, claim.excerpt) == (4, 3, None, None, None)


def test_long_line_is_not_kept_whole(make_claim, make_judgement, facts, make_document, span_of):
    """An excerpt is a bounded piece of its line that begins at the column it says."""
    text = "x" * 100_000 + " 85 " + "y" * 100_000
    judgement = make_judgement(claim=make_claim(span=span_of(text, "85")))
    claim = report_document(make_document(text), [judgement], facts).claims[0]
    assert len(claim.excerpt) < 500
    assert claim.excerpt[claim.column - claim.excerpt_column :].startswith("85")


def test_equal_claims_of_a_document_have_fingerprints_of_their_own(wrong, facts, make_document):
    """Saying the same twice gives two fingerprints, and the same two again when lines are added above."""
    before = report_document(make_document(TEXT), [wrong, wrong], facts)
    after = report_document(make_document(TEXT, date=None), [wrong, wrong], facts)
    prints = [claim.fingerprint for claim in before.claims]
    assert len(set(prints)) == 2
    assert prints == [claim.fingerprint for claim in after.claims]


def test_cause_is_named_by_its_id(wrong, make_judgement, facts, make_document):
    """A claim that fails because of another names it, and both are counted from 1."""
    follows = make_judgement(caused_by=0)
    report = report_document(make_document(TEXT), [wrong, follows], facts)
    assert [(claim.id, claim.caused_by) for claim in report.claims] == [("a.md#1", None), ("a.md#2", "a.md#1")]


def test_outdated_is_an_error_where_the_text_must_be_true_now(make_judgement, facts, make_document):
    """A document judged at the latest known values fails on what is outdated."""
    outdated = make_judgement(Verdict.OUTDATED)
    usual = report_document(make_document(TEXT), [outdated], facts)
    strict = report_document(make_document(TEXT, judge_latest=True), [outdated], facts)
    assert [usual.claims[0].severity, strict.claims[0].severity] == [Severity.WARNING, Severity.ERROR]
