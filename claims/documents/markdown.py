r"""Markdown: CommonMark with tables, footnotes, task lists, strikethrough and alerts, as pyromark reads it.

Prose are paragraphs, headings, list items, quotes, footnotes and the cells of tables. Emphasis and links
leave their text, entities and escapes are decoded, a line end is ``\n`` whether soft or hard. A code span, a
picture and a bare address (``<https://...>``) are one U+FFFC, so that the words around them keep apart. No
prose are code blocks, link targets, struck-out text (its author withdrew it), comments and the marks of
footnotes and tasks. HTML is read as :mod:`claims.documents.html` says.

The parser names UTF-8 bytes; offsets here are code points. Pieces of prose come in the order of the source,
so one cursor that only counts what lies between them maps all of them in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import pyromark

from claims.documents.building import OBJECT, BlockBuilder
from claims.documents.comments import comment_at
from claims.documents.editing import cut, translate
from claims.documents.front_matter import read_front_matter
from claims.documents.html import HIDDEN, SKIPPED, HtmlReader, is_note
from claims.documents.html_tokens import Tag, tokens
from claims.documents.metadata import Parsed
from claims.model.document import Block, BlockKind, Cell, Comment

if TYPE_CHECKING:
    from pyromark.event import Event, Range

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_GFM
)

_SKIPPED = frozenset({"CodeBlock", "Image", "MetadataBlock", "Strikethrough"})
_INLINE = frozenset({"Emphasis", "Strong", "Link", "Superscript", "Subscript"})
_BARE = ("Autolink", "Email")
_NO_DATA: Mapping[str, str] = MappingProxyType({})

_Tag: TypeAlias = str | dict[str, Mapping[str, str]]
"""An element: its name alone, or its name with what belongs to it."""


def parse(source: str) -> Parsed:
    """The blocks of a Markdown text, its title first if the front matter gives one."""
    front = read_front_matter(source)
    blocks = [] if front.title is None else [front.title]
    reader = _Reader(source, front.end)
    blocks += reader.read()
    return Parsed(source, tuple(blocks), front.metadata, tuple(reader.comments))


def _code_points(body: str, base: int) -> Callable[[Range], tuple[int, int]]:
    """What maps bytes of the body to code points of the source: where they start, and how many they are.

    Asked in rising order, it costs one pass.
    """
    if body.isascii():
        return lambda place: (base + place["start"], place["end"] - place["start"])
    data, last, point = body.encode(), 0, base

    def at(place: Range) -> tuple[int, int]:
        nonlocal last, point
        start, end = place["start"], place["end"]
        if start > last:
            point += len(data[last:start].decode())
        elif start < last:
            point -= len(data[start:last].decode())
        length = len(data[start:end].decode())
        last, point = end, point + length
        return point - length, length

    return at


def _pass(_payload: object, _place: Range) -> None:
    """What is no prose."""


class _Reader:
    """Walks the events of one text. ``_items`` counts the open list items, ``_cell`` is the last one begun."""

    def __init__(self, source: str, base: int) -> None:
        body = source[base:]
        self._source = source
        self._events: Iterator[tuple[Event, Range]] = pyromark.events_with_range(body, options=_OPTIONS)
        self._at = _code_points(body, base)
        self._builder = BlockBuilder()
        self._blocks: list[Block] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._items = 0
        self._cell = Cell(-1, -1, -1)
        self._silent: tuple[str, int] | None = None
        self.comments: list[Comment] = []
        self._handlers: dict[str, Callable[[Any, Range], None]] = {
            "Text": self._text,
            "Code": self._object,
            "InlineHtml": self._inline_html,
            "Start": self._start,
            "End": self._end,
        }

    def read(self) -> list[Block]:
        """All blocks, in the order of the source."""
        handlers = self._handlers
        for event, place in self._events:
            if isinstance(event, dict):
                for name, payload in event.items():
                    handlers.get(name, _pass)(payload, place)
            elif event != "Rule":
                self._text("\n", place)
        self._flush()
        return self._blocks

    def _text(self, text: str, place: Range) -> None:
        if not self._silent:
            self._builder.add(text, *self._at(place))

    def _object(self, _payload: object, place: Range) -> None:
        self._text(OBJECT, place)

    def _start(self, tag: _Tag, place: Range) -> None:
        name, data = (tag, _NO_DATA) if isinstance(tag, str) else next(iter(tag.items()))
        if name in _SKIPPED or (name == "Link" and data["link_type"] in _BARE):
            if name in ("Image", "Link"):
                self._object(None, place)
            self._skip()
        elif name == "HtmlBlock":
            self._flush()
            self._html_block()
        elif name not in _INLINE:
            self._flush()
            self._begin(name, data)

    def _begin(self, name: str, data: Mapping[str, str]) -> None:
        if name == "Heading":
            self._kind, self._level = BlockKind.HEADING, int(data["level"][1])
        elif name == "Item":
            self._items += 1
            self._kind = BlockKind.ITEM
        elif name == "Table":
            self._cell = Cell(self._cell.table + 1, -1, -1)
        elif name in ("TableHead", "TableRow"):
            self._cell = Cell(self._cell.table, self._cell.row + 1, -1, header=name == "TableHead")
        elif name == "TableCell":
            cell = self._cell
            self._cell = Cell(cell.table, cell.row, cell.column + 1, cell.header)
            self._kind = BlockKind.CELL

    def _end(self, tag: _Tag, _place: Range) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _INLINE:
            return
        self._flush()
        self._items -= name == "Item"
        self._kind = BlockKind.ITEM if self._items else BlockKind.PARAGRAPH
        self._level = 0

    def _html_block(self) -> None:
        """Read HTML as if the marks of quotes and items that stand between its lines were not there."""
        lines: list[tuple[int, int]] = []
        for event, place in self._events:
            if isinstance(event, dict) and "End" in event:
                break
            start, length = self._at(place)
            begins = start - (self._source[start - 1 : start + 1] == "\r\n")
            if lines and lines[-1][1] == begins:
                lines[-1] = (lines[-1][0], start + length)
            else:
                lines.append((start, start + length))
        html = cut(self._source, lines)
        reader = HtmlReader(html.text, tables=self._cell.table + 1)
        self._blocks += (translate(block, html) for block in reader.read())
        self.comments += (Comment(html.to_source(it.span), it.text) for it in reader.comments)
        self._cell = Cell(reader.tables - 1, -1, -1)

    def _inline_html(self, written: str, place: Range) -> None:
        tag = next(tokens(written, 0, len(written)), None)
        if not isinstance(tag, Tag):
            start, length = self._at(place)
            self.comments += comment_at(self._source, start, start + length)
            return
        if self._silent:
            self._end_silence(tag, place)
        elif tag.name == "br":
            self._text("\n", place)
        elif not tag.is_end:
            start, length = self._at(place)
            after = self._source[start + length : start + length + 2]
            if tag.name in SKIPPED or (tag.name == "sup" and is_note(self._builder.tail(), after)):
                self._silent = (tag.name, start)

    def _end_silence(self, tag: Tag, place: Range) -> None:
        """Behind inline HTML that is no prose, something stands for it."""
        if self._silent and tag.is_end and tag.name == self._silent[0]:
            start = self._silent[1]
            self._silent = None
            if tag.name not in HIDDEN:
                self._builder.add(OBJECT, start, sum(self._at(place)) - start)

    def _flush(self) -> None:
        self._silent = None
        cell = self._cell if self._kind is BlockKind.CELL else None
        block = self._builder.take(self._kind, self._level, cell)
        if block is not None:
            self._blocks.append(block)

    def _skip(self) -> None:
        """Pass over everything up to the end of the element that has just begun."""
        depth = 1
        for event, _ in self._events:
            if isinstance(event, dict):
                depth += ("Start" in event) - ("End" in event)
            if not depth:
                return
