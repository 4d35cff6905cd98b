"""The verdicts that ``tests/cases/judging_*.yaml`` lay down, row by row.

A row says what is ``known`` (one fact or several), what is ``said``, and the verdict. Values are read by the
row's ``type`` (``count`` if none is given): ``84``, ``3.5 million``, ``9 EUR``, ``between 60 and 62``,
``from -20 to 40``, ``2014-09``, ``2014..2019``, ``@mali`` (an entity), ``Mali, Niger`` (a list; ``all of Mali,
Niger`` is complete), ``not 84``, ``none``, ``unknown``. A fact goes on with ``| from 2018-09 | until 2019 | as of
2024 | during 2024-Q3 | recheck by 2025 | preferred | region=eu | derived``, a claim begins with its operator and
goes on with ``| in 2019 | region=eu``.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from claims.judging import judge
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.policies import read_policies
from claims.loading.yaml_tree import parse_yaml
from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim, ClaimTime
from claims.model.dates import PartialDate, Period
from claims.model.entity import Entity
from claims.model.fact import Derivation, Fact, Rank, Validity
from claims.model.factset import FactSet
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
    ValueType,
    Version,
)
from claims.model.verdict import Operator

CASES = Path(__file__).parents[2] / "cases"
OPERATORS = {
    "about": Operator.ABOUT,
    "nearly": Operator.NEARLY,
    "more than": Operator.GT,
    "after": Operator.GT,
    "at least": Operator.GE,
    "since": Operator.GE,
    "fewer than": Operator.LT,
    "before": Operator.LT,
    "at most": Operator.LE,
    "until": Operator.LE,
    "is not": Operator.NE,
}
SCALES = {"thousand": 3, "million": 6, "billion": 9}
RANKS = {rank.name.lower(): rank for rank in Rank}
ENTITIES = {
    "mali": Entity("mali", "country", {"en": ("Mali",)}, demonyms={"en": ("Malian",)}),
    "niger": Entity("niger", "country", {"en": ("Niger",)}, demonyms={"en": ("Nigerien",)}),
    "togo": Entity("togo", "country", {"en": ("Togo",), "fr": ("Togo", "République togolaise")}),
    "senegal": Entity("senegal", "country", {"en": ("Senegal",), "fr": ("Sénégal",)}),
    "blinken": Entity("blinken", "person", {"": ("Antony Blinken",)}),
    "usa": Entity("usa", "country", {"en": ("United States", "United States of America")}),
    "washington": Entity("washington", "place", {"en": ("Washington",)}, part_of=("dc",)),
    "dc": Entity("dc", "place", {"en": ("District of Columbia",)}, part_of=("usa",)),
    "un": Entity("un", "organization", {"en": ("United Nations",), "fr": ("Nations unies",)}),
}


def read_value(text, kind):
    if text in {"none", "unknown"}:
        return Nothing() if text == "none" else Unknown()
    if text.startswith("not "):
        return Not(read_value(text[4:], kind))
    if text.startswith("all of "):
        return ListOf(read_list(text[7:], kind), complete=True)
    if ", " in text:
        return ListOf(read_list(text, kind))
    if text.startswith("@"):
        return EntityRef(text[1:])
    return READERS.get(kind, read_number)(text)


def read_list(text, kind):
    return tuple(read_value(part, kind) for part in text.split(", "))


def read_number(text):
    if text.startswith("between "):
        low, high, *unit = text[8:].replace(" and ", " ").split()
        return Between(Decimal(low), Decimal(high), unit[0] if unit else None)
    if text.startswith("from "):
        low, high, *unit = text[5:].replace(" to ", " ").split()
        return Range(Decimal(low), Decimal(high), unit[0] if unit else None)
    figure, *rest = text.split()
    power = SCALES[rest.pop(0)] if rest and rest[0] in SCALES else 0
    step = Decimal(rest.pop()) if rest[-2:-1] == ["step"] else None
    amount = Decimal(figure).scaleb(power)
    unit = rest[0] if rest and rest[0] != "step" else None
    return Number(amount, unit, step or Decimal(1).scaleb(Decimal(figure).as_tuple().exponent + power))


def read_date(text):
    first, _, last = text.partition("..")
    return DateSpan(PartialDate.parse(first), PartialDate.parse(last)) if last else PartialDate.parse(first)


READERS = {
    "date": read_date,
    "version": lambda text: Version(tuple(text.split("."))),
    "name": Text,
    "entity": Text,
    "text": Text,
    "list": lambda text: read_number(text) if text.isdigit() else Text(text),
    "boolean": lambda text: Boolean(text == "yes"),
}


def read_fact(text, kind):
    value, *parts = text.split(" | ")
    times, options, where = {}, {}, {}
    for part in parts:
        word, _, rest = part.partition(" ")
        if word in {"from", "until", "during"}:
            times["since" if word == "from" else word] = PartialDate.parse(rest)
        elif word == "as":
            times["as_of"] = PartialDate.parse(rest.removeprefix("of "))
        elif word == "recheck":
            options["recheck_by"] = PartialDate.parse(rest.removeprefix("by "))
        elif word in RANKS:
            options["rank"] = RANKS[word]
        elif word == "derived":
            options["derivation"] = Derivation("rule", "1 + 1", ())
        else:
            key, _, setting = part.partition("=")
            where[key] = setting
    return Fact("it", "thing", read_value(value, kind), validity=validity(**times), where=where, **options)


def validity(since=None, until=None, as_of=None, during=None):
    start = since or as_of
    period = during.period if during else Period(start and start.start, until and until.start)
    return Validity(period, since, until, as_of, during)


def read_claim(text, kind):
    said, *parts = str(text).split(" | ")
    operator = Operator.EQ
    for words, meant in OPERATORS.items():
        if said.startswith(words + " "):
            said, operator = said.removeprefix(words + " "), meant
    time, where = None, ()
    for part in parts:
        if part.startswith("in "):
            written = PartialDate.parse(part[3:])
            time = ClaimTime(written, written.period)
        else:
            where = (*where, tuple(part.split("=")))
    return Claim("it", "thing", read_value(said, kind), operator, where=tuple(sorted(where)), time=time)


def policies(row):
    """The policy of a row, read as a rules file would be."""
    said = {**row.get("policy", {}), **({"tolerance": row["tolerance"]} if "tolerance" in row else {})}
    mistakes = Mistakes("rules.yaml")
    found = tuple(read_policies(parse_yaml(json.dumps([{"select": "it.*", **said}]), mistakes), mistakes))
    raise_all([mistakes])
    return found


def judged(row):
    kind = row.get("type", "count")
    known = row["known"] if isinstance(row["known"], list) else [row["known"]]
    attribute = Attribute(
        "thing",
        None if kind == "any" else ValueType(kind),
        row.get("unit"),
        Cardinality(row["cardinality"]) if "cardinality" in row else None,
    )
    facts = FactSet(ENTITIES, {"thing": attribute}, tuple(read_fact(str(fact), kind) for fact in known))
    at = PartialDate.parse(str(row["at"])).period if "at" in row else None
    return judge(
        read_claim(row["said"], kind),
        facts,
        at=at,
        policies=policies(row),
        as_of_given=row.get("as_of_given", False),
    )


def rows():
    for path in sorted(CASES.glob("judging_*.yaml")):
        for number, row in enumerate(yaml.safe_load(path.read_text("utf-8"))):
            yield pytest.param(row, id=f"{path.stem}-{number + 1}")


@pytest.mark.parametrize("row", list(rows()))
def test_the_verdict_is_the_one_laid_down(row):
    """A claim gets the verdict, match, reason and note of its row, and nothing where the row says nothing."""
    judgement = judged(row)
    found = {
        "verdict": judgement.verdict.value,
        "match": judgement.match and judgement.match.value,
        "reason": judgement.reason and judgement.reason.value,
        "note": judgement.note,
    }
    assert found == {key: row.get(key) for key in found}, row.get("why", "")
    for key, got in {
        "blame": judgement.blame and judgement.blame.role.value,
        "confidence": judgement.claim.confidence.value,
        "evidence": len(judgement.evidence),
        "replaced": len(judgement.replaced),
        "items": [item.verdict.value for item in judgement.items],
    }.items():
        assert row.get(key, got) == got, key


LETTERS = {"supported": "S", "contradicted": "C", "outdated": "O", "conflicting": "X", "unverifiable": "U"}


def tables():
    for table in yaml.safe_load((CASES / "verdicts.yaml").read_text("utf-8")):
        for said, letters in table["said"].items():
            for operator, letter in zip(table["operators"], letters, strict=True):
                words = said if operator == "plain" else f"{operator} {said}"
                yield pytest.param(table, words, letter, id=f"{table['about']}: {words}")


@pytest.mark.parametrize(("table", "said", "letter"), list(tables()))
def test_the_verdict_is_that_of_the_table(table, said, letter):
    """Every operator, on every precision and at every time, in both directions."""
    judgement = judged({**table, "said": said})
    found = "P" if judgement.note == "premature" else LETTERS[judgement.verdict.value]
    assert found == letter
