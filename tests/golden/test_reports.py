"""Whole reports, as every format writes them. After a wanted change: REWRITE_GOLDEN=1 python -m pytest tests/golden."""

import datetime
import os
from decimal import Decimal
from pathlib import Path

import pytest

from claims.documents.building import OBJECT, BlockBuilder
from claims.errors import Problem
from claims.model.claim import Claim, Unchecked
from claims.model.dates import PartialDate, Period
from claims.model.document import BlockKind, Document
from claims.model.entity import Entity
from claims.model.fact import Derivation, Fact, Source, Validity
from claims.model.factset import FactSet
from claims.model.judgement import Blame, BlameRole, ItemJudgement, Judgement, Suggestion
from claims.model.place import Place
from claims.model.report import DocumentReport, Report
from claims.model.rule import RequirementRule
from claims.model.span import Span
from claims.model.values import EntityRef, ListOf, Number, Text
from claims.model.verdict import Confidence, Match, Reason, Verdict
from claims.reports import FORMATS, RenderOptions, render
from claims.reports.building import report_claim, report_document
from claims.reports.consistency import report_inconsistency, report_requirement

HERE = Path(__file__).parent
SUFFIXES = {
    "text": "txt",
    "json": "json",
    "jsonl": "jsonl",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "sarif": "sarif.json",
    "rdjson": "rdjson.json",
    "claimreview": "claimreview.json",
    "junit": "junit.xml",
    "checkstyle": "checkstyle.xml",
    "markdown": "md",
    "html": "html",
}
SETTINGS = {
    "brief": RenderOptions(),
    "full": RenderOptions(verbosity=2, explain=True),
    "narrow-color": RenderOptions(color=True, width=60),
}


def number(amount, unit=None):
    return Number(Decimal(amount), unit)


def date(text):
    return PartialDate.parse(text)


BOOK = Source("register", "Annual register", "Register office", date("2024-10"))
MEMBERS = Fact(
    "league",
    "members",
    84,
    validity=Validity(Period(datetime.date(2024, 10, 1)), as_of=date("2024-10")),
    source=BOOK,
    quote="84 members",
    place=Place("facts/league.yaml", 12),
)
EARLIER = Fact(
    "league",
    "members",
    79,
    validity=Validity(Period(datetime.date(2018, 9, 1), datetime.date(2024, 10, 1)), since=date("2018-09")),
    place=Place("facts/league.yaml", 10),
)
FOUNDED = Fact("league", "founded", date("2014-09"), place=Place("facts/league.yaml", 8))
MET = Fact("meeting", "date", date("2024-09-30"), place=Place("facts/league.yaml", 20))
ANNIVERSARY = Fact(
    "meeting",
    "anniversary",
    10,
    derivation=Derivation("anniversary", "year(e.date) - year(o.founded)", (MET, FOUNDED), ("year(e.date) = 2024",)),
)
PRICE = Fact("league", "price", number("9", "EUR"), where={"region": "eu"}, place=Place("facts/league.yaml", 30))
RIVAL = Fact("league", "price", number("8", "EUR"), where={"region": "eu"}, place=Place("facts/league.yaml", 31))
SEATS = Fact(
    "league",
    "member_list",
    ListOf((EntityRef("mali"), EntityRef("niger")), complete=True),
    place=Place("facts/league.yaml", 40),
)
FACTS = FactSet(
    {
        "league": Entity(
            "league",
            names={"en": ("League of Ports",), "fr": ("Ligue des ports",)},
            short={"en": ("the League",), "fr": ("la Ligue",)},
        ),
        "meeting": Entity("meeting", names={"en": ("Lisbon meeting",)}),
        "mali": Entity("mali", names={"": ("Mali",)}),
        "niger": Entity("niger", names={"": ("Niger",)}),
    },
    {},
    (EARLIER, MEMBERS, FOUNDED, MET, ANNIVERSARY, PRICE, RIVAL, SEATS),
)

ENGLISH = """# The League of Ports

The League counts 85 members | `today`, and had 79 members.
\tAt 港湾会議 the League 🚢 marked its tenth anniversary.
Its pass costs 9 EUR in Europe. It groups Mali, Senegal.
A line that goes on and on, far beyond what a screen holds, until it says that the League counts 86 members, and on.
Others say 12% & @somebody says 40.
"""
FRENCH = "La Ligue regroupe aujourd'hui 85 membres.\n"


def document(name, text, language):
    starts = (0, *(offset + 1 for offset, char in enumerate(text) if char == "\n"))
    blocks = tuple(block(line, start) for line, start in zip(text.splitlines(), starts, strict=False) if line)
    return Document(name, text, blocks, language, path=name, date=date("2024-11-02"), line_starts=starts)


def block(line, start):
    """A line as the reader of Markdown has it: a code span is no prose."""
    hashes = line.startswith("# ") * 2
    before, code, after = line[hashes:].partition("`today`")
    builder = BlockBuilder()
    builder.add(before, start + hashes, len(before))
    if code:
        builder.add(OBJECT, start + hashes + len(before), len(code))
        builder.add(after, start + hashes + len(before) + len(code), len(after))
    return builder.take(BlockKind.HEADING if hashes else BlockKind.PARAGRAPH, level=hashes // 2)


def span(text, words, within=None):
    start = text.index(within or words)
    start = text.index(words, start)
    return Span(start, start + len(words))


def said(text, words, value, quote=None, attribute="members", **more):
    quoted = span(text, quote or words)
    start = text.index(words, quoted.start)
    return Claim("league", attribute, value, quote=quoted, value_span=Span(start, start + len(words)), **more)


def english():
    text = ENGLISH
    wrong = said(text, "85", number(85), "The League counts 85 members", how=("noun: member", "short name: the League"))
    old = said(text, "79", number(79), "79 members")
    tenth = said(text, "tenth", number(10), attribute="anniversary")
    price = said(text, "9 EUR", number(9, "EUR"), attribute="price", where=(("region", "eu"),))
    both = said(
        text, "Mali, Senegal", ListOf((EntityRef("mali"), Text("Senegal"))), "groups Mali, Senegal", "member_list"
    )
    far = said(text, "86", number(86), "the League counts 86 members", confidence=Confidence.LOW)
    named = span(text, "The League", "The League counts")
    judgements = [
        Judgement(
            wrong,
            Verdict.CONTRADICTED,
            evidence=(MEMBERS,),
            blame=Blame(BlameRole.VALUE, wrong.value_span),
            suggestion=Suggestion(wrong.value_span, "84"),
        ),
        Judgement(
            old, Verdict.OUTDATED, evidence=(MEMBERS,), replaced=(EARLIER,), suggestion=Suggestion(old.value_span, "84")
        ),
        Judgement(tenth, Verdict.SUPPORTED, match=Match.DERIVED, evidence=(ANNIVERSARY,)),
        Judgement(price, Verdict.CONFLICTING, evidence=(PRICE, RIVAL)),
        Judgement(
            both,
            Verdict.CONTRADICTED,
            evidence=(SEATS,),
            suggestion=Suggestion(span(text, "Senegal"), "Niger"),
            blame=Blame(BlameRole.VALUE, span(text, "Senegal")),
            items=(
                ItemJudgement(EntityRef("mali"), span(text, "Mali"), Verdict.SUPPORTED),
                ItemJudgement(Text("Senegal"), span(text, "Senegal"), Verdict.CONTRADICTED),
            ),
        ),
        Judgement(far, Verdict.CONTRADICTED, evidence=(MEMBERS,), blame=Blame(BlameRole.ENTITY, named), caused_by=None),
        Judgement(wrong, Verdict.CONTRADICTED, evidence=(MEMBERS,), caused_by=0),
        Judgement(tenth, Verdict.UNVERIFIABLE, reason=Reason.NO_DATE),
    ]
    unchecked = (
        Unchecked(span(text, "12%"), "percent", number(12, "%"), "no_wording"),
        Unchecked(span(text, "40"), "number", number(40), "no_entity"),
    )
    return report_document(document("docs/league|notes.md", text, "en"), judgements, FACTS, unchecked=unchecked)


def french():
    claim = said(FRENCH, "85", number(85), "La Ligue regroupe aujourd'hui 85 membres")
    judgement = Judgement(
        claim, Verdict.CONTRADICTED, evidence=(MEMBERS,), suggestion=Suggestion(claim.value_span, "84")
    )
    return report_document(document("docs/ligue.md", FRENCH, "fr"), [judgement], FACTS)


def everything():
    first, second = english(), french()
    given = Claim("league", "members", number(80), place=Place("claims.yaml", 3, 5))
    structured = report_claim(
        Judgement(given, Verdict.CONTRADICTED, note="premature", evidence=(MEMBERS,)),
        FACTS,
        claim_id="claims.yaml#1",
    )
    return Report(
        documents=(
            first,
            second,
            DocumentReport("claims.yaml", "claims.yaml", claims=(structured,)),
            DocumentReport(
                "docs/odd.md", "docs/odd.md", error=Problem("docs/odd.md", 3, 1, "not UTF-8", "save it as UTF-8")
            ),
        ),
        requirements=(
            report_requirement(
                RequirementRule("quorum", (), "e.attendance <= o.members"),
                (MEMBERS,),
                "97 cannot attend",
                FACTS,
                steps=("97 <= 84: false",),
            ),
        ),
        inconsistencies=(report_inconsistency([(first.id, first.claims[0]), (second.id, second.claims[0])]),),
        version="0.0.0",
    )


SCENARIOS = {
    "everything": everything,
    "french": lambda: Report((french(),), version="0.0.0"),
    "nothing": lambda: Report((DocumentReport("a.md", "a.md", "en"),), version="0.0.0"),
}
CASES = [
    *((scenario, "text", setting) for scenario in SCENARIOS for setting in SETTINGS),
    *(("everything", "markdown", setting) for setting in ("brief", "full")),
    *(("everything", form, "brief") for form in SUFFIXES if form not in ("text", "markdown")),
    *(("nothing", form, "brief") for form in ("json", "sarif", "junit", "html")),
    ("french", "html", "brief"),
]


@pytest.mark.parametrize(("scenario", "form", "setting"), CASES)
def test_report_is_as_it_was(scenario, form, setting):
    """A report reads, to the byte, as it did when somebody last looked at it."""
    got = render(SCENARIOS[scenario](), form, SETTINGS[setting])
    golden = HERE / f"{scenario}.{setting}.{SUFFIXES[form]}"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.write_text(got, encoding="utf-8", newline="\n")
    assert got == golden.read_text(encoding="utf-8")


def test_every_format_has_a_golden_file():
    """No output format is left without a report that somebody looked at."""
    assert {form for _, form, _ in CASES} == {output.name for output in FORMATS}
