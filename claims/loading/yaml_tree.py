"""YAML as located nodes, straight from the events of the C parser.

Scalars stay text as it was written (``no``, ``1.10`` and ``2014-09`` are three texts); whoever knows what is
expected reads them. Of YAML only its plain core is taken: one document, maps with text for keys, lists and
scalars, no anchors, aliases, merge keys or tags, at most :data:`MAX_DEPTH` deep. JSON is YAML of this kind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, TypeAlias

import yaml

from claims.loading.mistakes import Mistakes
from claims.loading.spelling import quoted

MAX_DEPTH = 64
_TOO_DEEP = (f"nested more than {MAX_DEPTH} deep", "is a bracket left open?")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The type stubs know no place for some events and marks; the parser gives all of them one.
_Event: TypeAlias = Any
_Mark: TypeAlias = Any


# Named tuples, not dataclasses: a frozen dataclass takes three times as long to make, and there are a million.
class ScalarNode(NamedTuple):
    """A text. ``plain`` is false where it was quoted or a block; a block's place is that of its first line."""

    text: str
    plain: bool
    line: int
    column: int


class ListNode(NamedTuple):
    """A YAML sequence."""

    items: list[Node]
    line: int
    column: int


class MapNode(NamedTuple):
    """A YAML mapping: keys with their values in the order they were written; ``flow`` where it stands in ``{}``."""

    entries: dict[str, tuple[ScalarNode, Node]]
    flow: bool
    line: int
    column: int

    def only(self, keys: Collection[str]) -> MapNode:
        """The same map with nothing but some of its keys."""
        return self._replace(entries={key: pair for key, pair in self.entries.items() if key in keys})


Node: TypeAlias = ScalarNode | ListNode | MapNode


class _Stop(Exception):  # noqa: N818 (no error: the end of reading, already noted)
    """Nothing behind this place can be read."""


# JSON writes what is beyond the first plane as two escapes, which YAML does not know.
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)


def parse_yaml(text: str, mistakes: Mistakes) -> Node | None:
    """The one document of a YAML or JSON text.

    What is wrong with it goes to ``mistakes``; ``None`` where nothing can be read for it. A pair or an item
    that is not allowed is left out.
    """
    if mistakes.path.endswith(".json"):
        text = _PAIR.sub(_joined, text)
    builder = _Builder(text, mistakes)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _Stop:
        return None
    except yaml.YAMLError as error:
        _add_syntax_error(error, text, mistakes)
        return None
    if builder.root is None or (isinstance(builder.root, ScalarNode) and not builder.root.text):
        mistakes.add(None, "the file is empty", "see the formats in the documentation, or run `claims init`")
        return None
    return builder.root


class _Open:
    """A list or map that is being read; ``key`` is the key whose value comes next."""

    __slots__ = ("key", "node")

    def __init__(self, node: ListNode | MapNode) -> None:
        self.node = node
        self.key: ScalarNode | None = None


_NO_KEY = ScalarNode("", False, 0, 0)


class _Builder:
    """Makes nodes from events, with a stack of its own: a deep file cannot exhaust Python's."""

    def __init__(self, text: str, mistakes: Mistakes) -> None:
        self.root: Node | None = None
        self._text = text
        self._mistakes = mistakes
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: _Event) -> None:
        if type(event) is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_decoration(event)
            self._put(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"`*{event.anchor}` is an alias", "write the value out; aliases are not read")
            self._put(None)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def _scalar(self, event: _Event) -> ScalarNode:
        mark = event.start_mark
        if event.style in ("|", ">"):
            line, column = _block_start(self._text, mark)
            return ScalarNode(event.value, False, line, column)
        return ScalarNode(event.value, event.implicit[0], mark.line + 1, mark.column + 1)

    def _open(self, event: _Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(event, *_TOO_DEEP)
            raise _Stop
        node: ListNode | MapNode
        if isinstance(event, yaml.MappingStartEvent):
            node = MapNode({}, bool(event.flow_style), line, column)
        else:
            node = ListNode([], line, column)
        self._put(node)
        self._stack.append(_Open(node))

    def _put(self, node: Node | None) -> None:
        """Hang a node into what is open; ``None`` stands for one that is left out."""
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, ListNode):
            if node is not None:
                top.node.items.append(node)
        elif top.key is None:
            top.key = self._key(node)
        else:
            key, top.key = top.key, None
            if node is not None and key is not _NO_KEY:
                self._put_pair(top.node, key, node)

    def _key(self, node: Node | None) -> ScalarNode:
        if isinstance(node, ScalarNode):
            return node
        if node is not None:
            self._mistakes.add(node, "a key must be a word, not a list or map", "quote a key that begins with [ or {")
        return _NO_KEY

    def _put_pair(self, parent: MapNode, key: ScalarNode, node: Node) -> None:
        first = parent.entries.setdefault(key.text, (key, node))
        if first[0] is not key:
            message = f"{quoted(key.text)} is already in line {first[0].line}"
            self._mistakes.add(key, message, "a key may stand only once; several values are a list")

    def _start_document(self, event: _Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "a second document", "one document a file: take out the `---` or split the file")
            raise _Stop

    def _refuse_decoration(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse(event, f"`&{event.anchor}` is an anchor", "take it out; anchors are not read")
        else:
            self._refuse(event, "a tag (`!...`)", "take it out; types come from the attribute")

    def _refuse(self, event: _Event, message: str, hint: str) -> None:
        mark = event.start_mark
        self._mistakes.add(ScalarNode("", True, mark.line + 1, mark.column + 1), message, hint)


def _block_start(text: str, mark: _Mark) -> tuple[int, int]:
    """The place of the first character of a block scalar, whose event stands at its ``|`` or ``>``."""
    for number, line in enumerate(_lines_from(text, mark.index), start=mark.line + 1):
        content = line.lstrip(" ")
        if number > mark.line + 1 and content.strip():
            return number, len(line) - len(content) + 1
    return mark.line + 1, mark.column + 1


def _lines_from(text: str, index: int) -> Iterator[str]:
    while index >= 0:
        end = text.find("\n", index)
        yield text[index : end if end >= 0 else len(text)]
        index = end + 1 if end >= 0 else -1


_HINTS = (
    ("mapping values are not allowed", "quote a value that holds `: `, and indent with spaces"),
    ("cannot start any token", "quote a value that begins with a mark such as @, %, ` or a tab"),
    ("did not find expected", "look for a missing quote, bracket or a wrong indentation just before"),
    ("could not find expected ':'", "every line of a map is `key: value`"),
)


def _add_syntax_error(error: yaml.YAMLError, text: str, mistakes: Mistakes) -> None:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        reason = error.problem or error.context or "cannot be read"
        mark: _Mark = error.problem_mark
        if "end of stream" in reason and error.context_mark is not None:
            mark, reason = error.context_mark, f"{error.context}, but it never ends"
        if "nesting depth" in reason:  # newer parsers look further ahead, and have a limit of their own
            mistakes.add(ScalarNode("", True, mark.line + 1, mark.column + 1), *_TOO_DEEP)
            return
        hint = next((hint for start, hint in _HINTS if start in reason), None)
        place = ScalarNode("", True, mark.line + 1, mark.column + 1)
        mistakes.add(place, f"not YAML: {reason}", hint)
        return
    index = next((i for i, c in enumerate(text) if not (c.isprintable() or c.isspace())), None)
    if index is None:
        mistakes.add(None, f"not YAML: {error}")
        return
    place = ScalarNode("", True, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
    mistakes.add(place, f"not YAML: the control character U+{ord(text[index]):04X}", "take it out")
