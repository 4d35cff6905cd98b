"""Facts as sentences: "The Global Coalition Against Daesh has 84 members (as of October 2024)."."""

from __future__ import annotations

import re

from claims.model.dates import PartialDate
from claims.model.fact import Fact, Validity
from claims.model.report import Evidence
from claims.model.values import ListOf, Not, Nothing, Number, Unknown, Value
from claims.reports.messages import Messages
from claims.reports.wording import Voice

_FORMS = re.compile(r"\[([^|\[\]]*)\|([^|\[\]]*)\]")


def statement(fact: Fact, voice: Voice) -> str:
    """The fact as one sentence, with its qualifiers and its time in brackets."""
    table = voice.table
    plainly = isinstance(fact.value, Not | Unknown | Nothing)
    template = table.statement if plainly else table.statements.get(fact.attribute, table.statement)
    value = voice.value(fact.value)
    said = _agree(template, fact.value, table).format(
        entity=voice.entity(fact.entity),
        noun=voice.noun(fact.attribute),
        value=value,
        on=voice.on(fact.value) if isinstance(fact.value, PartialDate) else value,
    )
    details = "; ".join(_details(fact, voice))
    return f"{said[:1].upper()}{said[1:]}{f' ({details})' if details else ''}."


def _agree(template: str, value: Value, table: Messages) -> str:
    single = isinstance(value, Number) and value.amount.copy_abs() < table.one_below
    if isinstance(value, ListOf):
        single = len(value.items) == 1
    return choose_form(template, single=single)


def choose_form(template: str, *, single: bool) -> str:
    """``[member|members]`` in a template becomes the word for one, or that for several."""
    return _FORMS.sub(lambda forms: forms[1 if single else 2], template)


def _details(fact: Fact, voice: Voice) -> list[str]:
    details = [f"{key}: {word}" for key, word in fact.where]
    if known := time_words(fact.validity, voice):
        details.append(known)
    if fact.derivation:
        details.append(voice.table.derived.format(rule=fact.derivation.rule))
    return details


def time_words(validity: Validity, voice: Voice) -> str:
    """When a fact holds, as it was written: "as of October 2024", "from 2018 until 2019"; empty for always."""
    if validity.during:
        return voice.dated(voice.table.during, validity.during)
    since = voice.dated(voice.table.since, validity.since)
    until = voice.dated(voice.table.until, validity.until)
    if validity.since and validity.until:
        dates = {"since": voice.date(validity.since), "until": voice.date(validity.until)}
        return voice.table.since_until.format(**dates, since_words=since, until_words=until)
    return since or until or voice.dated(voice.table.as_of, validity.as_of)


def evidence(fact: Fact, voice: Voice) -> Evidence:
    """The fact as the report shows it."""
    validity, source, place = fact.validity, fact.source, fact.place
    return Evidence(
        entity=fact.entity,
        attribute=fact.attribute,
        value=fact.value,
        statement=statement(fact, voice),
        where=fact.where,
        since=_text(validity.since),
        until=_text(validity.until),
        as_of=_text(validity.as_of),
        during=_text(validity.during),
        source=source.id if source else None,
        source_title=source.title if source else None,
        source_publisher=source.publisher if source else None,
        source_published=_text(source.published) if source else None,
        source_url=source.url if source else None,
        quote=fact.quote,
        path=place.path if place else None,
        line=place.line if place else None,
        rule=fact.derivation.rule if fact.derivation else None,
    )


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)
