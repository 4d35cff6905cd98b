"""The tokens of HTML, each with its place in the source.

The rules are those of the HTML standard as far as they tell text from markup: comments, quoted attributes,
elements whose content is no markup (``script``, ``style``, ``title``...). The standard library's parser
follows most of them too, but does not say where a token ends; a test holds the two against each other.

Every token is found by one forward search, so the cost is that of one pass whatever the source holds. A tag
or comment that is cut off takes the rest with it, as in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

_MARKUP = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)>|[a-zA-Z!?]|/(?s:.))")
_NAME = re.compile(r"[a-zA-Z][^ \t\n\f\r/>]*")
_SPACE = re.compile(r"[ \t\n\f\r/]*")
_ATTRIBUTE = re.compile(r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*")
_EQUALS = re.compile(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_BARE_VALUE = re.compile(r"[^ \t\n\f\r>]*")
_END_OF_COMMENT = re.compile(r"--!?>")

RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is no markup, and goes to their end tag whatever it holds."""

_END_OF_RAW = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in sorted(RAW)}
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


class Text(NamedTuple):
    """Text, entities and all."""

    start: int
    end: int


class Remark(NamedTuple):
    """A comment with its marks."""

    start: int
    end: int


class Tag(NamedTuple):
    """A start or end tag; names are in lower case, the values of attributes as written.

    ``content_end`` is behind the content of a :data:`RAW` element, which no other token tells of, else ``end``.
    """

    name: str
    start: int
    end: int
    is_end: bool
    attributes: Mapping[str, str]
    content_end: int


def tokens(source: str, start: int, end: int) -> Iterator[Text | Tag | Remark]:
    """The texts, tags and comments between two offsets, in their order; declarations are passed over."""
    position = start
    while position < end:
        markup = _MARKUP.search(source, position, end)
        text_end = markup.start() if markup else end
        if text_end > position:
            yield Text(position, text_end)
        if markup is None:
            return
        is_end, name = markup.groups()
        if name is None:
            tag = _tag(source, text_end, end)
        else:
            tag = _with_content(source, name.lower(), text_end, markup.end(), end, is_end=is_end == "/")
        if tag is None:
            position = _end_of_declaration(source, text_end, end)
            if source.startswith("<!--", text_end):
                yield Remark(text_end, position)
        else:
            yield tag
            position = tag.content_end


def _end_of_declaration(source: str, start: int, end: int) -> int:
    """Behind a comment, a declaration or a tag that is cut off."""
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):
            return source.index(">", start) + 1
        closing = _END_OF_COMMENT.search(source, start + 4, end)
        return closing.end() if closing else end
    if _NAME.match(source, start + 1 + (source[start + 1] == "/"), end):
        return end
    return (source.find(">", start, end) + 1) or end


def _tag(source: str, start: int, end: int) -> Tag | None:
    is_end = source[start + 1] == "/"
    match = _NAME.match(source, start + 1 + is_end, end)
    if match is None:
        return None
    attributes, position = _attributes(source, match.end(), end)
    if position >= end:
        return None
    return _with_content(source, match.group().lower(), start, position + 1, end, attributes, is_end=is_end)


def _with_content(
    source: str,
    name: str,
    start: int,
    tag_end: int,
    end: int,
    attributes: Mapping[str, str] = _NO_ATTRIBUTES,
    *,
    is_end: bool,
) -> Tag:
    content_end = tag_end
    if name in RAW and not is_end:
        closing = _END_OF_RAW[name].search(source, tag_end, end)
        content_end = closing.start() if closing else end
    return Tag(name, start, tag_end, is_end, attributes, content_end)


def _attributes(source: str, position: int, end: int) -> tuple[Mapping[str, str], int]:
    """The attributes of a tag, and where its ``>`` is: at ``end`` if it has none."""
    attributes: dict[str, str] = {}
    while True:
        position = _end_of(_SPACE, source, position, end)
        match = _ATTRIBUTE.match(source, position, end)
        if match is None:
            return attributes, position
        value = ""
        position = match.end()
        equals = _EQUALS.match(source, position, end)
        if equals is not None:
            value, position = _value(source, equals.end(), end)
        attributes.setdefault(match.group().lower(), value)


def _value(source: str, start: int, end: int) -> tuple[str, int]:
    quote = source[start : min(start + 1, end)]
    if quote not in ('"', "'"):
        stop = _end_of(_BARE_VALUE, source, start, end)
        return source[start:stop], stop
    closing = source.find(quote, start + 1, end)
    return (source[start + 1 : closing], closing + 1) if closing >= 0 else ("", end)


def _end_of(pattern: re.Pattern[str], source: str, start: int, end: int) -> int:
    match = pattern.match(source, start, end)
    return match.end() if match else start
