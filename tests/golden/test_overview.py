"""The summary of a corpus, as each file has it. To rewrite: REWRITE_GOLDEN=1 python -m pytest tests/golden."""

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from claims.corpus.rows import rows_of
from claims.corpus.tally import Tally, summarise
from claims.errors import Problem
from claims.model.attribute import Attribute, Cardinality
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.place import Place
from claims.model.report import (
    ClaimPlace,
    DocumentReport,
    Evidence,
    Inconsistency,
    Replacement,
    ReportClaim,
    RequirementFailure,
    UncheckedValue,
)
from claims.model.values import EntityRef, Number
from claims.model.verdict import Confidence, Operator, Reason, Severity, Verdict
from claims.reports.overview import as_overview_html, as_summary_json, as_summary_markdown

HERE = Path(__file__).parent
FACTS = FactSet(
    {
        "league": Entity("league", names={"en": ("League of Ports",), "fr": ("Ligue des ports",)}),
        "lee": Entity("lee", names={"": ("Ann Lee",)}),
        "diaz": Entity("diaz", names={"": ("Juan Díaz",)}),
    },
    {"crew": Attribute("crew", cardinality=Cardinality.ONE)},
    (
        Fact("league", "members", 84, place=Place("facts/league.yaml", 12)),
        Fact("league", "chair", EntityRef("lee"), place=Place("facts/league.yaml", 15)),
        Fact("league", "founded", 1958, place=Place("facts/league.yaml", 8)),
    ),
)
MEMBERS = Evidence(
    *("league", "members", Number(Decimal(84)), "The League of Ports has 84 members (since October 2024)."),
    since="2024-10",
    path="facts/league.yaml",
    line=12,
)
CHAIR = replace(MEMBERS, attribute="chair", value=EntityRef("lee"), since=None, line=15)
LOUDNESS = {
    Verdict.CONTRADICTED: Severity.ERROR,
    Verdict.OUTDATED: Severity.WARNING,
    Verdict.CONFLICTING: Severity.WARNING,
}


def said(verdict, quote, written, value, attribute="members", **more):
    """A claim that stands at the beginning of the line ``more["line"]``."""
    start = quote.index(written)
    known = CHAIR if attribute == "chair" else MEMBERS
    wrong = verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED)
    fix = "Ann Lee" if attribute == "chair" else "84"
    more.setdefault("severity", LOUDNESS.get(verdict, Severity.NONE))
    return ReportClaim(
        **{"id": "", "line": 1, "column": start + 1, "fingerprint": "0" * 32, **more},
        entity="league",
        attribute=attribute,
        operator=Operator.EQ,
        value=Number(Decimal(value)) if isinstance(value, int) else value,
        verdict=verdict,
        message="true until 30 September 2024; now 84" if verdict is Verdict.OUTDATED else f"{written} is said",
        quote=quote,
        start=0,
        end=len(quote),
        value_start=start,
        value_end=start + len(written),
        reason=Reason.NO_FACT if verdict is Verdict.UNVERIFIABLE else None,
        evidence=() if verdict is Verdict.UNVERIFIABLE else (known,),
        suggestion=Replacement(start, start + len(written), fix) if wrong else None,
    )


def document(name, *claims, date=None, language="en", **more):
    numbered = tuple(replace(claim, id=f"{name}#{number}") for number, claim in enumerate(claims, start=1))
    return DocumentReport(name, more.pop("path", name), language, date, numbered, **more)


OLD = said(Verdict.OUTDATED, "its 79 members", "79", 79)
RIGHT = said(Verdict.SUPPORTED, "The League counts 84 members", "84", 84)
WRONG = said(Verdict.CONTRADICTED, "The League counts 85 members | `now`", "85", 85, line=3)
CREW = said(Verdict.UNVERIFIABLE, "a crew of 7", "7", 7, "crew")
SHARDS = (
    (
        document("docs/about.md", RIGHT, OLD, date="2024-11-02"),
        document("docs/news|2024.md", WRONG, replace(WRONG, line=9), RIGHT, date="2024-12-24"),
        document("docs/old.md", OLD, CREW, date="2025-02"),
    ),
    (
        document("docs/ligue.md", OLD, language="fr", date="2025-02-11"),
        document(
            "people.jsonl#7",
            said(Verdict.CONTRADICTED, "Juan Díaz, its chair", "Juan Díaz", EntityRef("diaz"), "chair"),
            replace(WRONG, confidence=Confidence.LOW, severity=Severity.NOTE),
            path="people.jsonl",
        ),
        document("people.jsonl#8", RIGHT, replace(CREW, value=Number(Decimal(9))), path="people.jsonl"),
        document("docs/else.md", language=None, is_skimmed=True),
        document("docs/odd.md", error=Problem("docs/odd.md", 3, 1, "not UTF-8", "save it as UTF-8")),
        document(
            "docs/<b>loud</b>.md",
            replace(WRONG, quote="<script>85 & members</script>", value_start=8, value_end=10),
            unchecked=(UncheckedValue(0, 3, 1, 1, "percent", Number(Decimal(12), "%"), "12%", "no_wording"),),
        ),
    ),
)
CLASH = Inconsistency((ClaimPlace("docs/old.md", "docs/old.md#1"), ClaimPlace("docs/old.md", "docs/old.md#2")), "so")


def summary(shards=SHARDS, **more):
    parts = []
    for shard in shards:
        tally = Tally()
        for report in shard:
            tally.add(report, [CLASH] if report.id == "docs/old.md" else ())
        parts.append(tally.packed())
    made = summarise(parts, FACTS, **more)
    return replace(made, version="0.0.0")


def everything():
    failed = RequirementFailure("quorum", Severity.ERROR, "97 cannot attend")
    return summary(requirements=[failed], as_of="2025-03")


def rows():
    return (row for shard in SHARDS for report in shard for row in rows_of(report, _clashes(report)))


def _clashes(report):
    return [CLASH] if report.id == "docs/old.md" else ()


SCENARIOS = {
    "corpus.json": lambda: as_summary_json(everything()),
    "corpus.md": lambda: as_summary_markdown(everything()),
    "corpus.html": lambda: as_overview_html(everything(), rows(), most=7),
    "corpus.fr.md": lambda: as_summary_markdown(replace(everything(), language="fr")),
    "corpus.fr.html": lambda: as_overview_html(replace(everything(), language="fr"), rows()),
    "corpus.nothing.md": lambda: as_summary_markdown(summary(())),
    "corpus.nothing.html": lambda: as_overview_html(summary(()), ()),
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_summary_is_as_it_was(name):
    """A summary reads, to the byte, as it did when somebody last looked at it."""
    got = SCENARIOS[name]()
    golden = HERE / name
    if os.environ.get("REWRITE_GOLDEN"):
        golden.write_text(got, encoding="utf-8", newline="\n")
    assert got == golden.read_text(encoding="utf-8")
