"""XML and HTML from pieces that cannot break out: whatever is no :class:`Markup` is escaped.

Control and direction characters, and those that XML does not allow at all, are replaced: what a text holds can
neither end the document, nor steer a terminal or turn the lines around it.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.reports.screen import harmless

_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "\ufffe": "\N{REPLACEMENT CHARACTER}",
        "\uffff": "\N{REPLACEMENT CHARACTER}",
    }
)

Attribute = str | int | bool | None


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """The text as it stands between tags or in a quoted attribute; line ends are kept."""
    if isinstance(text, Markup):
        return text
    return Markup("\n".join(map(harmless, text.split("\n"))).translate(_ESCAPES))


def join(*pieces: str) -> Markup:
    """The pieces, one after the other."""
    return Markup("".join(map(escape, pieces)))


def element(name: str, /, *content: str, **attributes: Attribute) -> Markup:
    """An element with its content.

    Of ``attributes`` those that are ``None`` or ``False`` are left out and ``True`` stands without a value. A ``_``
    at the end of a name is not part of it (``class_``), any other is a hyphen.
    """
    return join(_tag(name, attributes), *content, Markup(f"</{name}>"))


def void(name: str, /, **attributes: Attribute) -> Markup:
    """An HTML element that has no content and no end tag."""
    return _tag(name, attributes)


def lines(pieces: Iterable[str]) -> Markup:
    """The pieces, each on a line of its own."""
    return Markup("".join(f"{escape(piece)}\n" for piece in pieces))


def _tag(name: str, attributes: dict[str, Attribute]) -> Markup:
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{name}{given}>")


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    # a line end in an attribute is read as a space, unless it is spelled out
    return f" {name}" if value is True else f' {name}="{escape(str(value)).replace(chr(10), "&#10;")}"'
