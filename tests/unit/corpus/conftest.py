"""Reports on small documents, as a corpus is made of."""

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.corpus.tally import Tally, summarise
from claims.model.attribute import Attribute, Cardinality
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.place import Place
from claims.model.report import DocumentReport, Evidence, ReportClaim, UncheckedValue
from claims.model.values import Number
from claims.model.verdict import Confidence, Operator, Reason, Severity, Verdict

LOUDNESS = {
    Verdict.CONTRADICTED: Severity.ERROR,
    Verdict.OUTDATED: Severity.WARNING,
    Verdict.CONFLICTING: Severity.WARNING,
}


@pytest.fixture
def facts():
    """Two facts on Acme, of which one has changed."""
    acme = Entity("acme", names={"en": ("Acme Group",), "fr": ("Groupe Acme",)})
    known = (
        Fact("acme", "members", 84, place=Place("facts.yaml", 3)),
        Fact("acme", "boats", 12, place=Place("facts.yaml", 7)),
    )
    return FactSet({"acme": acme}, {"crew": Attribute("crew", cardinality=Cardinality.ONE)}, known)


@pytest.fixture
def claim():
    """A claim of a report: its verdict, its value and what else it is to have."""

    def make(verdict=Verdict.CONTRADICTED, value=85, attribute="members", **more):
        known = Evidence("acme", attribute, Number(Decimal(84)), "Acme has 84 members.", path="facts.yaml", line=3)
        more.setdefault("evidence", () if verdict is Verdict.UNVERIFIABLE else (known,))
        more.setdefault("reason", Reason.NO_FACT if verdict is Verdict.UNVERIFIABLE else None)
        more.setdefault("severity", LOUDNESS.get(verdict, Severity.NONE))
        return ReportClaim(
            **{"id": "#1", "fingerprint": "0" * 32, "quote": f"{value} members", "line": 1, "column": 1, **more},
            entity=more.pop("entity", "acme"),
            attribute=attribute,
            operator=Operator.EQ,
            value=value if not isinstance(value, int) else Number(Decimal(value)),
            verdict=verdict,
            message="so",
        )

    return make


@pytest.fixture
def document():
    """The report on one document with these claims, numbered."""

    def make(name, *claims, date=None, **more):
        numbered = tuple(replace(it, id=f"{name}#{number}") for number, it in enumerate(claims, start=1))
        more.setdefault("path", name)
        more.setdefault("language", "en")
        return DocumentReport(name, date=date, claims=numbered, **more)

    return make


@pytest.fixture
def unchecked():
    """A value that bound to nothing."""

    def make(reason="no_wording", kind="number", quote="14"):
        return UncheckedValue(0, 2, 1, 1, kind, Number(Decimal(14)), quote, reason)

    return make


@pytest.fixture
def tallied():
    """The packed tally of a shard of documents."""

    def make(*documents):
        tally = Tally()
        for report in documents:
            tally.add(report)
        return tally.packed()

    return make


@pytest.fixture
def summed(tallied, facts):
    """The summary of shards of documents."""

    def make(*shards, **more):
        return summarise((tallied(*shard) for shard in shards), facts, **more)

    return make


@pytest.fixture
def doubt():
    """What makes a claim that was read with low confidence."""
    return {"confidence": Confidence.LOW, "severity": Severity.NOTE}
