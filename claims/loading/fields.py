"""Reading the fields of a map, with a mistake for everything that is not as expected.

Every reader gives a default where the field is absent, and where it is wrong, once the mistake is noted: the
rest of the file is read all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from claims.loading.mistakes import Mistakes
from claims.loading.spelling import quoted
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode
from claims.model.dates import PartialDate

E = TypeVar("E", bound=Enum)

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
DATE_FORMS = "write 2024, 2024-10, 2024-10-01, 2024-Q4, 199X or 19XX"
_COMMA = "inside { } a comma ends a value: quote it, or write one field a line"
# ISO 639-1, the languages a text can be in as far as names are concerned.
_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
    tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_LANGUAGES = frozenset(_CODES.split())
_LANGUAGE_NAMES = MappingProxyType(
    {"english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "german": "de", "eng": "en"}
    | {"fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spanish": "es", "spa": "es", "italian": "it", "ita": "it"}
)


class Fields:
    """A map, as fields of which every one is known. ``what`` names it in messages ("a source")."""

    def __init__(self, node: Node | None, keys: Iterable[str], mistakes: Mistakes, what: str) -> None:
        self.mistakes = mistakes
        self.what = what
        self.place: Node | None = node
        self._found: dict[str, Node] = {}
        known = tuple(keys)
        for key, value in pairs(node, mistakes, what):
            if key.text in known:
                self._found[key.text] = value
            elif isinstance(node, MapNode) and node.flow and is_empty(value):
                mistakes.add(key, f"unknown key {quoted(key.text)} in {what}", _COMMA)
            else:
                mistakes.add_unknown(key, "key", key.text, known)

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def node(self, key: str) -> Node | None:
        """The value of a field as it is in the file, or ``None``."""
        return self._found.get(key)

    def required(self, key: str) -> Node | None:
        """The value of a field that has to be there."""
        if key not in self._found and isinstance(self.place, MapNode):
            self.mistakes.add(self.place, f"{self.what} needs `{key}`")
        return self._found.get(key)

    def text(self, key: str) -> str | None:
        """A text, stripped."""
        return text_of(self._found.get(key), self.mistakes, f"`{key}`")

    def texts(self, key: str) -> tuple[str, ...]:
        """One text, or a list of them."""
        return texts_of(self._found.get(key), self.mistakes, f"`{key}`")

    def date(self, key: str) -> PartialDate | None:
        """A date at its own precision."""
        return date_of(self._found.get(key), self.mistakes, f"`{key}`")

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; false where it is absent."""
        node = self._found.get(key)
        text = text_of(node, self.mistakes, f"`{key}`")
        if node is not None and text is not None and text not in ("true", "false"):
            self.mistakes.add(node, f"`{key}` is {quoted(text)}", "write true or false")
        return text == "true"

    def choice(self, key: str, words: Mapping[str, E]) -> E | None:
        """One of a few words, as what it means; ``None`` where it is absent."""
        node = self._found.get(key)
        text = text_of(node, self.mistakes, f"`{key}`")
        if node is None or text is None:
            return None
        if text not in words:
            self.mistakes.add_unknown(node, key, text, words)
        return words.get(text)

    def choice_or(self, key: str, words: Mapping[str, E], default: E) -> E:
        """One of a few words, as what it means; ``default`` where it is absent."""
        found = self.choice(key, words)
        return default if found is None else found

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A map of texts, as sorted pairs."""
        found = pairs(self._found.get(key), self.mistakes, f"`{key}`")
        texts = ((name.text, text_of(value, self.mistakes, f"`{name.text}`")) for name, value in found)
        return tuple(sorted((name, text) for name, text in texts if text is not None))

    def by_language(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Names by language, or, under the key ``""``, for all of them."""
        node = self._found.get(key)
        if node is None or not isinstance(node, MapNode):
            names = texts_of(node, self.mistakes, f"`{key}`")
            return {"": names} if names else {}
        found = {}
        for language, value in languages(node, self.mistakes, f"`{key}`"):
            found[language] = texts_of(value, self.mistakes, f"`{language}`")
        return found


def pairs(node: Node | None, mistakes: Mistakes, what: str) -> Iterator[tuple[ScalarNode, Node]]:
    """The pairs of a map; a mistake for anything else that is there."""
    if isinstance(node, MapNode):
        yield from node.entries.values()
    elif node is not None:
        mistakes.add(node, f"{what} must be a map (`key: value`), not {kind_of(node)}")


def languages(node: Node | None, mistakes: Mistakes, what: str) -> Iterator[tuple[str, Node]]:
    """The pairs of a map by language."""
    for key, value in pairs(node, mistakes, what):
        if key.text.split("-")[0] in _LANGUAGES:
            yield key.text, value
        else:
            code = _LANGUAGE_NAMES.get(key.text.casefold())
            hint = f"did you mean `{code}`?" if code else "write a code of two letters: en, fr"
            mistakes.add_unknown(key, "language", key.text, (), hint)


def items_of(node: Node | None) -> list[Node]:
    """The items of a list, or the one thing that stands in its place."""
    if node is None:
        return []
    return node.items if isinstance(node, ListNode) else [node]


def text_of(node: Node | None, mistakes: Mistakes, what: str) -> str | None:
    """A text, stripped; a mistake for a list, a map or nothing at all."""
    if node is None:
        return None
    if not isinstance(node, ScalarNode):
        mistakes.add(node, f"{what} must be a text, not {kind_of(node)}")
    elif is_empty(node) or not node.text.strip():
        mistakes.add(node, f"{what} has no value", "write one, or take the line out")
    else:
        return node.text.strip()
    return None


def texts_of(node: Node | None, mistakes: Mistakes, what: str) -> tuple[str, ...]:
    """One text or a list of them, without repetition."""
    texts = (text_of(item, mistakes, what) for item in items_of(node))
    return tuple(dict.fromkeys(text for text in texts if text is not None))


def date_of(node: Node | None, mistakes: Mistakes, what: str) -> PartialDate | None:
    """A date at its own precision."""
    text = text_of(node, mistakes, what)
    if node is None or text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        mistakes.add(node, f"{what} is no date: {quoted(text)}", DATE_FORMS)
        return None


def share_of(node: Node | None, mistakes: Mistakes, what: str) -> tuple[Decimal, bool] | None:
    """A size and whether it is relative: ``5%`` is (0.05, true), ``3`` is (3, false)."""
    text = text_of(node, mistakes, what)
    if node is None or text is None:
        return None
    digits = text.removesuffix("%").strip()
    try:
        size = Decimal(digits) if len(digits) <= 30 and not set(digits) - set("0123456789.") else None
    except InvalidOperation:
        size = None
    if size is None:
        mistakes.add(node, f"{what} is no size: {quoted(text)}", "write a number such as 3, or a share such as 5%")
        return None
    return (size / 100, True) if text.endswith("%") else (size, False)


def is_empty(node: Node) -> bool:
    """Whether a field was left empty, or given YAML's word for nothing."""
    return isinstance(node, ScalarNode) and node.plain and node.text in EMPTY


def kind_of(node: Node) -> str:
    """What a node is, in words."""
    match node:
        case MapNode():
            return "a map"
        case ListNode():
            return "a list"
        case _:
            return quoted(node.text)
