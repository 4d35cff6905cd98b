"""A fact set, documents and judgements to report on."""

from decimal import Decimal

import pytest

from claims.model.claim import Claim
from claims.model.document import Document
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.judgement import Judgement
from claims.model.place import Place
from claims.model.report import ReportClaim
from claims.model.span import Span
from claims.model.values import Number
from claims.model.verdict import Operator, Severity, Verdict


@pytest.fixture
def facts():
    """What is known of Acme."""
    entity = Entity("acme", names={"en": ("Acme Group",), "fr": ("Groupe Acme",)}, short={"en": ("the Group",)})
    fact = Fact("acme", "members", 84, place=Place("facts.yaml", 3))
    return FactSet({"acme": entity}, {}, (fact,))


@pytest.fixture
def make_document():
    """A document from its text."""

    def make(text, language="en", **more):
        starts = (0, *(offset + 1 for offset, char in enumerate(text) if char == "\n"))
        return Document(more.pop("id", "a.md"), text, (), language, path="a.md", line_starts=starts, **more)

    return make


@pytest.fixture
def make_claim():
    """A claim from its value and where it stands."""

    def make(value=85, span=None, quote=None, **more):
        given = Number(Decimal(value)) if isinstance(value, int) else value
        return Claim("acme", "members", given, quote=quote or span, value_span=span, **more)

    return make


@pytest.fixture
def make_judgement(make_claim, facts):
    """A judgement on a claim."""

    def make(verdict=Verdict.CONTRADICTED, claim=None, **more):
        more.setdefault("evidence", facts.facts)
        return Judgement(claim or make_claim(), verdict, **more)

    return make


@pytest.fixture
def make_report_claim():
    """A claim of a report, with a verdict and a severity."""

    def make(verdict=Verdict.CONTRADICTED, severity=Severity.ERROR, **more):
        more.setdefault("id", "a.md#1")
        more.setdefault("fingerprint", "0" * 32)
        more.setdefault("value", Number(Decimal(85)))
        return ReportClaim(
            entity="acme",
            attribute="members",
            operator=Operator.EQ,
            verdict=verdict,
            severity=severity,
            message="so",
            **more,
        )

    return make


@pytest.fixture
def span_of():
    """Where words stand in a text."""

    def find(text, words):
        start = text.index(words)
        return Span(start, start + len(words))

    return find
