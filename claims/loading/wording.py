"""Attributes of a rules file, with their wording, and joining those of several files."""

from __future__ import annotations

from collections.abc import Mapping

from claims.dataclasses import replace
from claims.languages.frames import FrameError, parse_frame
from claims.loading.fields import Fields, items_of, languages, text_of
from claims.loading.mistakes import Mistakes
from claims.loading.spelling import quoted
from claims.loading.units import known_units, unit_of
from claims.loading.value_forms import TYPES
from claims.loading.yaml_tree import Node, ScalarNode
from claims.model.attribute import Attribute, Cardinality, Wording
from claims.model.place import Place

ATTRIBUTE_KEYS = ("like", "type", "unit", "cardinality", "changes", "of", "wording", "description")
WORDING_KEYS = ("nouns", "frames", "not")
CARDINALITIES: Mapping[str, Cardinality] = {str(each): each for each in Cardinality}


def read_attribute(key: ScalarNode, node: Node, mistakes: Mistakes) -> Attribute:
    """An attribute as one file declares it."""
    fields = Fields(node, ATTRIBUTE_KEYS, mistakes, "an attribute")
    wording = {
        language: _wording(value, mistakes)
        for language, value in languages(fields.node("wording"), mistakes, "`wording`")
    }
    return Attribute(
        key.text,
        type=fields.choice("type", TYPES),
        unit=_unit(fields),
        cardinality=fields.choice("cardinality", CARDINALITIES),
        changes=fields.flag("changes"),
        of=fields.texts("of"),
        wording=wording,
        description=fields.text("description"),
        like=fields.text("like"),
        place=Place(mistakes.path, key.line, key.column),
    )


def _unit(fields: Fields) -> str | None:
    node, text = fields.node("unit"), fields.text("unit")
    if node is None or text is None:
        return None
    unit = unit_of(text)
    if unit is None:
        fields.mistakes.add_unknown(node, "unit", text, known_units(), "write a unit such as km, EUR or %")
    return unit


def _wording(node: Node, mistakes: Mistakes) -> Wording:
    fields = Fields(node, WORDING_KEYS, mistakes, "a wording")
    return Wording(fields.texts("nouns"), _frames(fields), fields.texts("not"))


def _frames(fields: Fields) -> tuple[str, ...]:
    good: dict[str, None] = {}
    for node in items_of(fields.node("frames")):
        text = text_of(node, fields.mistakes, "a frame")
        if text is None:
            continue
        try:
            parse_frame(text)
        except FrameError as fault:
            fields.mistakes.add(node, f"bad frame: {fault}", "see the rules file in the documents for frames")
        else:
            good[text] = None
    return tuple(good)


def join_attribute(known: Attribute | None, new: Attribute, mistakes: Mistakes, *, may_differ: bool) -> Attribute:
    """An attribute that a further file declares. What that file says goes before; wordings are put together.

    Where ``may_differ`` is false (neither file is the shipped vocabulary) two types or units are a mistake.
    """
    if known is None:
        return new
    for what in ("type", "unit", "cardinality"):
        one, other = getattr(known, what), getattr(new, what)
        if one and other and one != other and not may_differ:
            message = f"{quoted(new.id)} has {what} {quoted(other)} here and {quoted(one)} in {known.place}"
            mistakes.add(new.place, message, "make them agree")
    return replace(
        new,
        type=new.type or known.type,
        unit=new.unit or known.unit,
        cardinality=new.cardinality or known.cardinality,
        changes=new.changes or known.changes,
        of=tuple(dict.fromkeys((*known.of, *new.of))) if known.of and new.of else (),
        wording=_join_wording(known.wording, new.wording),
        description=new.description or known.description,
        like=new.like or known.like,
    )


def resolve_like(attribute: Attribute, declared: Mapping[str, Attribute], mistakes: Mistakes) -> Attribute:
    """An attribute with what it takes over from the one it is ``like``; that one is like no other itself."""
    model = declared.get(attribute.like or "")
    if model is None:
        at = attribute.place or Place(mistakes.path, 1, 1)
        mistakes.add_unknown(at, "attribute", attribute.like or "", declared)
        return attribute
    if model.like is not None:
        message = f"{quoted(attribute.id)} is like {quoted(model.id)}, which is like another itself"
        mistakes.add(attribute.place, message, f"write `like: {model.like}`" if model.like != attribute.id else None)
        return attribute
    joined = join_attribute(model, attribute, mistakes, may_differ=True)
    return replace(joined, changes=attribute.changes or model.changes, of=attribute.of or model.of)


def _join_wording(known: Mapping[str, Wording], new: Mapping[str, Wording]) -> Mapping[str, Wording]:
    joined = dict(known)
    for language, wording in new.items():
        before = known.get(language, Wording())
        joined[language] = Wording(
            tuple(dict.fromkeys((*before.nouns, *wording.nouns))),
            tuple(dict.fromkeys((*before.frames, *wording.frames))),
            tuple(dict.fromkeys((*before.excluded, *wording.excluded))),
        )
    return joined
