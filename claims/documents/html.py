r"""HTML, and the HTML that stands in Markdown.

Prose is the text of the page and its ``<title>``. Elements that browsers show as blocks end a block;
headings, items (``li``, ``dt``, ``dd``) and the cells of tables are told apart. White space is what a browser
makes of it: where there is more than one, one space, or one ``\n`` if a line ended in it; ``<br>`` is ``\n``.
Entities are decoded.

No prose are scripts, styles, templates, code (in a sentence one U+FFFC, as are pictures and other embedded
things), withdrawn text (``del``, ``s``), comments and attributes. A raised number behind a word or a number
is the mark of a note and one U+FFFC too, unless it is the exponent of a short unit (``km<sup>2</sup>``): read
on, 84<sup>1</sup> would be 841.

The language is that of ``<html lang>`` or ``<body lang>``, the date that of a ``<meta>`` for the time of
publication, or else of the first ``<time datetime>``.
"""

from __future__ import annotations

import re
from html import unescape

from claims.documents.building import OBJECT, BlockBuilder
from claims.documents.comments import comment_at
from claims.documents.html_contexts import Contexts
from claims.documents.html_tokens import RAW, Remark, Tag, Text, tokens
from claims.documents.lines import BYTE_ORDER_MARK
from claims.documents.metadata import Metadata, Parsed, read_date, read_language
from claims.model.dates import PartialDate
from claims.model.document import Block, BlockKind, Comment

_BLOCK_NAMES = """
    address article aside blockquote body button caption center colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav
    ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul
"""
_OBJECT_NAMES = "iframe textarea code kbd samp svg math canvas audio video object select"
_HIDDEN_NAMES = "script style xmp noembed noframes template noscript pre datalist del s strike rt rp"

_BLOCKS = frozenset(_BLOCK_NAMES.split())
_EMBEDDED = frozenset({"img", "input", "embed"})
_FOREIGN = frozenset({"svg", "math"})
HIDDEN = frozenset(_HIDDEN_NAMES.split())
"""Elements that leave no trace in the prose around them."""
SKIPPED = HIDDEN | frozenset(_OBJECT_NAMES.split())
"""Elements whose content is no prose."""
_PUBLISHED = frozenset({"article:published_time", "date", "dc.date", "dcterms.date", "dcterms.issued", "datepublished"})

_SHORT_EXPONENTS = ("2", "3")
_NOTE_SIGNS = tuple("<[(*†‡§")
_UNIT = re.compile(r"(?:^|[^a-zA-Z])[a-zA-Zµ]{1,2}$")

_SPACE = " \t\n\f"
_IRREGULAR = re.compile(r"[ \t\n\f\r]{2,}|\r|&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


def parse(source: str) -> Parsed:
    """The blocks of a page, and what it says about itself."""
    reader = HtmlReader(source, start=1 if source.startswith(BYTE_ORDER_MARK) else 0)
    blocks = reader.read()
    metadata = Metadata(reader.published or reader.first_time, reader.language)
    return Parsed(source, tuple(blocks), metadata, tuple(reader.comments))


def is_note(before: str, after: str) -> bool:
    """Whether what is raised between the two texts is the mark of a note, rather than an exponent or an ending."""
    if after[:1] in _SHORT_EXPONENTS and after[1:2] == "<" and _UNIT.search(before):
        return False
    return after[:1].isdecimal() or after[:1] in _NOTE_SIGNS


class HtmlReader:
    """Reads the prose of a stretch of HTML. ``tables`` is the number of tables before it, and then behind it."""

    def __init__(self, source: str, start: int = 0, end: int | None = None, tables: int = 0) -> None:
        self._source = source
        self._tokens = tokens(source, start, len(source) if end is None else end)
        self._builder = BlockBuilder()
        self._contexts = Contexts(tables)
        self._blocks: list[Block] = []
        self._space: tuple[str, int, int] | None = None
        self.comments: list[Comment] = []
        self.language: str | None = None
        self.published: PartialDate | None = None
        self.first_time: PartialDate | None = None

    @property
    def tables(self) -> int:
        """The number of tables so far."""
        return self._contexts.tables

    def read(self) -> list[Block]:
        """The blocks, in the order of the source."""
        for token in self._tokens:
            if isinstance(token, Text):
                self._text(token.start, token.end)
            elif isinstance(token, Remark):
                self.comments += comment_at(self._source, token.start, token.end)
            elif token.is_end:
                self._end(token)
            else:
                self._start(token)
        self._flush()
        return self._blocks

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in SKIPPED or (name == "sup" and is_note(self._before(), self._source[tag.end : tag.end + 2])):
            self._pass_over(tag)
        elif name in _EMBEDDED:
            self._emit(OBJECT, tag.start, tag.end - tag.start)
        elif name == "br":
            self._space = None
            self._builder.add("\n", tag.start, tag.end - tag.start)
        elif name in _BLOCKS:
            self._flush()
            self._contexts.open(tag)
            if name == "title":
                self._title(tag)
        if tag.attributes:
            self._notice(tag)

    def _end(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._flush()
            self._contexts.close(tag.name)

    def _pass_over(self, tag: Tag) -> None:
        """Leave out an element; in a sentence, something stands for what is neither withdrawn nor invisible."""
        if tag.name == "pre":
            self._flush()
        end = tag.content_end if tag.name in RAW or self._is_closed(tag) else self._end_of(tag)
        if tag.name not in HIDDEN:
            self._emit(OBJECT, tag.start, end - tag.start)

    def _end_of(self, tag: Tag) -> int:
        depth, end = 1, tag.end
        for token in self._tokens:
            end = token.end
            if isinstance(token, Tag) and token.name == tag.name and not self._is_closed(token):
                depth += -1 if token.is_end else 1
                if not depth:
                    break
        return end

    def _is_closed(self, tag: Tag) -> bool:
        """Whether it has no end tag (``<svg/>``); elsewhere in HTML the slash means nothing."""
        return tag.name in _FOREIGN and self._source.startswith("/>", tag.end - 2)

    def _title(self, tag: Tag) -> None:
        self._text(tag.end, tag.content_end)
        self._space = None
        block = self._builder.take(BlockKind.TITLE)
        if block is not None:
            self._blocks.append(block)

    def _notice(self, tag: Tag) -> None:
        """What the attributes of a tag say about the page; the first to say it counts."""
        attributes = tag.attributes
        if tag.name in ("html", "body") and self.language is None:
            self.language = read_language(unescape(attributes.get("lang", "")))
        elif tag.name == "time" and self.first_time is None:
            self.first_time = read_date(unescape(attributes.get("datetime", "")))
        elif tag.name == "meta" and self.published is None:
            names = {attributes.get(key, "").lower() for key in ("property", "name", "itemprop")}
            if names & _PUBLISHED:
                self.published = read_date(unescape(attributes.get("content", "")))

    def _text(self, start: int, end: int) -> None:
        position = start
        for match in _IRREGULAR.finditer(self._source, start, end):
            self._even_text(position, match.start())
            written = match.group()
            position = match.end()
            if written[0] != "&":
                self._add_space("\n" if "\n" in written or "\r" in written else " ", match.start(), len(written))
            elif decoded := unescape(written):
                self._emit(decoded, match.start(), len(written))
        self._even_text(position, end)

    def _even_text(self, start: int, end: int) -> None:
        """Text without entities, in which all white space is single."""
        if start < end and self._source[start] in _SPACE:
            self._add_space(self._source[start], start, 1)
            start += 1
        if start == end:
            return
        spaced = self._source[end - 1] in _SPACE
        text = self._source[start : end - spaced]
        self._emit(text, start, len(text))
        if spaced:
            self._add_space(self._source[end - 1], end - 1, 1)

    def _add_space(self, text: str, source: int, length: int) -> None:
        """Keep white space for when text follows; what begins a line or follows other space is not shown."""
        if self._space is None and not self._builder.ends_in_space():
            self._space = (text, source, length)

    def _emit(self, text: str, source: int, length: int) -> None:
        if self._space is not None:
            self._builder.add(*self._space)
            self._space = None
        self._builder.add(text, source, length)

    def _before(self) -> str:
        return " " if self._space else self._builder.tail()

    def _flush(self) -> None:
        self._space = None
        context = self._contexts.current()
        block = self._builder.take(context.kind, context.level, context.cell)
        if block is not None:
            self._blocks.append(block)
