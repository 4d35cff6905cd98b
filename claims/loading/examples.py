"""Examples in facts and rules files (``examples:``): texts with what must be read in them.

    - text: The Coalition has 84 members.
      expect: coalition.members = 84
    - text: The meeting brought together 37 countries.
      date: 2024-10
      expect: [coalition.members: none, washington-2024.attending_countries: supported]

A line of ``expect`` is ``entity.attribute``, an operator and a value where it asks for one, and behind a colon a
verdict, a reason or ``none``; ``none`` alone says that nothing may be read. The value is read by its attribute when
the examples are run: an example may be in another file than the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.loading.fields import Fields, items_of
from claims.loading.given import OPERATORS
from claims.loading.mistakes import Mistakes
from claims.loading.spelling import did_you_mean, quoted
from claims.loading.yaml_tree import MapNode, Node, ScalarNode
from claims.model.example import Example, Expected
from claims.model.place import Place
from claims.model.verdict import Operator, Reason, Verdict

EXAMPLE_KEYS = ("text", "language", "date", "about", "where", "expect")
_NONE = "none"
_OUTCOMES: Mapping[str, Verdict | Reason] = {str(each): each for each in (*Verdict, *Reason)}
_SIGNS = tuple(sorted((sign for sign in OPERATORS if not sign.isalpha()), key=len, reverse=True))
_FORMS = "write `entity.attribute = value`, `entity.attribute: verdict` or `none`"


def read_examples(node: Node | None, mistakes: Mistakes) -> Iterator[Example]:
    """The examples of a file; what is wrong goes to ``mistakes``."""
    for item in items_of(node):
        fields = Fields(item, EXAMPLE_KEYS, mistakes, "an example")
        fields.required("text")
        expected = tuple(_expectations(fields.required("expect"), mistakes))
        text, language, date = fields.text("text"), fields.text("language"), fields.date("date")
        about, where = fields.texts("about"), fields.pairs("where")
        if text is not None and expected:
            place = Place(mistakes.path, item.line, item.column)
            yield Example(text, expected, language, date, about, where, place)


def _expectations(node: Node | None, mistakes: Mistakes) -> Iterator[Expected]:
    for item in items_of(node):
        if isinstance(item, MapNode):
            # `coalition.members: contradicted` without quotes is a map to YAML
            yield from _pairs(item, mistakes)
        elif isinstance(item, ScalarNode):
            yield from _expectation(item.text.strip(), item, mistakes)
        else:
            mistakes.add(item, "what is expected must be a text", _FORMS)


def _pairs(node: MapNode, mistakes: Mistakes) -> Iterator[Expected]:
    for key, value in node.entries.values():
        if isinstance(value, ScalarNode):
            yield from _expectation(f"{key.text}: {value.text}", key, mistakes)
        else:
            mistakes.add(value, "what is expected must be a text", _FORMS)


def _expectation(text: str, at: ScalarNode, mistakes: Mistakes) -> Iterator[Expected]:
    place = Place(mistakes.path, at.line, at.column)
    if text == _NONE:
        yield Expected(text, absent=True, place=place)
        return
    said, outcome = _outcome(text)
    name, operator, value = _equation(said)
    entity, dot, attribute = (part.strip() for part in name.rpartition("."))
    if not (entity and dot and attribute) or (operator is not None and not value):
        mistakes.add(at, f"this expects nothing that can be read: {quoted(text)}", _hint(text))
        return
    yield Expected(text, entity, attribute, operator, value, _OUTCOMES.get(outcome), outcome == _NONE, place)


def _outcome(text: str) -> tuple[str, str]:
    """What stands before the last colon and, where it is a verdict, a reason or ``none``, what stands behind it."""
    said, colon, tail = text.rpartition(":")
    outcome = tail.strip()
    return (said, outcome) if colon and (outcome in _OUTCOMES or outcome == _NONE) else (text, "")


def _equation(said: str) -> tuple[str, Operator | None, str | None]:
    """``a.b >= 80`` as its three parts: the first sign counts."""
    found = [(said.find(sign), -len(sign), sign) for sign in _SIGNS if sign in said]
    if not found:
        return said, None, None
    at, _, sign = min(found)
    return said[:at], OPERATORS[sign], said[at + len(sign) :].strip()


def _hint(text: str) -> str:
    tail = text.rpartition(":")[2].strip()
    return (did_you_mean(tail, (*_OUTCOMES, _NONE)) if ":" in text else None) or _FORMS
