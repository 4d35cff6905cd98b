"""What stands above a Markdown text between two ``---`` lines (YAML) or two ``+++`` lines (TOML).

``date``, ``language`` (or ``lang``) and ``about`` say what the document is; a ``title`` in YAML is its title
block (of TOML the places are not known). A block that is broken, or longer than 64 KiB, is no prose all the
same, and says nothing.

A text may also begin with a rule (``---``): it has front matter only if a key, or a comment, follows at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claims.dataclasses import dataclass
from claims.documents.building import BlockBuilder
from claims.documents.lines import BYTE_ORDER_MARK
from claims.documents.metadata import NO_METADATA, Metadata, read_date, read_language
from claims.model.document import Block, BlockKind

if TYPE_CHECKING:
    import yaml

_OPEN = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)(?=#|[\"']?[\w.-]+[\"']?[ \t]*[:=])")
_CLOSE_YAML = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_CLOSE_TOML = re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)")
_LONGEST = 65536
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``end`` is the offset at which the text itself begins."""

    end: int
    metadata: Metadata = NO_METADATA
    title: Block | None = None


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a source; ``end`` is 0 (1 behind a byte order mark) where there is none."""
    found = _find(source)
    if found is None:
        return FrontMatter(1 if source.startswith(BYTE_ORDER_MARK) else 0)
    start, end = found.inside
    if end - start > _LONGEST:
        return FrontMatter(found.end)
    if not found.is_yaml:
        return FrontMatter(found.end, _toml_metadata(source[start:end]))
    entries = _entries(source[start:end])
    return FrontMatter(found.end, _metadata(entries), _title(source, start, entries))


def may_say_more(source: str) -> bool:
    """Whether the front matter of a source may say what the words in it do not show: whom it is about, or escapes."""
    found = _find(source)
    if found is None:
        return False
    inside = source[slice(*found.inside)]
    return "\\" in inside or "about" in inside.casefold()


class _Found(NamedTuple):
    """Where front matter stands: what is between its two lines, and where the second of them ends."""

    inside: tuple[int, int]
    end: int
    is_yaml: bool


def _find(source: str) -> _Found | None:
    opening = _OPEN.match(source)
    if opening is None:
        return None
    is_yaml = "---" in opening.group()
    closing = (_CLOSE_YAML if is_yaml else _CLOSE_TOML).search(source, opening.end())
    return _Found((opening.end(), closing.start()), closing.end(), is_yaml) if closing else None


def _entries(text: str) -> dict[str, list[yaml.ScalarEvent]]:
    """The scalars, alone or in a flat list, that stand under each key; nothing where the YAML is broken."""
    import yaml

    entries: dict[str, list[yaml.ScalarEvent]] = {}
    try:
        for key, scalar in _pairs(yaml.parse(text, Loader=yaml.CSafeLoader)):
            entries.setdefault(key.casefold(), []).append(scalar)
    except yaml.YAMLError:
        return {}
    return entries


def _pairs(events: Iterator[yaml.Event]) -> Iterator[tuple[str, yaml.ScalarEvent]]:
    """Key and scalar, for every scalar that is the value of a key of the outermost mapping, or in its list.

    Works on events, not on nodes: composing nodes recurses, and front matter comes from strangers.
    """
    import yaml

    depth, key, in_list = 0, None, False
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            in_list = isinstance(event, yaml.SequenceStartEvent) if depth == 2 else in_list
            if depth > _DEEPEST:
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            key = _next_key(key) if depth == 1 else key
        elif isinstance(event, yaml.ScalarEvent) and key is not None and (depth == 1 or (depth == 2 and in_list)):
            yield key, event
            key = None if depth == 1 else key
        elif isinstance(event, yaml.NodeEvent) and depth == 1:
            key = event.value if isinstance(event, yaml.ScalarEvent) else _next_key(key)


def _next_key(key: str | None) -> str | None:
    """Behind a node that is no scalar: it was the value of ``key``, or else a key without a name."""
    return "" if key is None else None


def _metadata(entries: dict[str, list[yaml.ScalarEvent]]) -> Metadata:
    date, language = (_single(entries, *keys) for keys in (("date",), ("language", "lang")))
    return Metadata(
        read_date(date.value) if date else None,
        read_language(language.value) if language else None,
        tuple(scalar.value for scalar in entries.get("about", ()) if scalar.value),
    )


def _toml_metadata(text: str) -> Metadata:
    import tomllib

    try:
        entries = {key.casefold(): value for key, value in tomllib.loads(text).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return NO_METADATA
    about = entries.get("about")
    names = about if isinstance(about, list) else [about]
    return Metadata(
        read_date(str(entries.get("date", ""))),
        read_language(str(entries.get("language") or entries.get("lang", ""))),
        tuple(name for name in names if isinstance(name, str) and name),
    )


def _single(entries: dict[str, list[yaml.ScalarEvent]], *keys: str) -> yaml.ScalarEvent | None:
    return next((entries[key][0] for key in keys if len(entries.get(key, ())) == 1), None)


def _title(source: str, base: int, entries: dict[str, list[yaml.ScalarEvent]]) -> Block | None:
    """The title where it stands: code point by code point if nothing in it is escaped or folded, else as a whole."""
    scalar = _single(entries, "title")
    if scalar is None:
        return None
    start, end = (base + (mark.index if mark else 0) for mark in (scalar.start_mark, scalar.end_mark))
    builder = BlockBuilder()
    for first, last in ((start, end), (start + 1, end - 1)):
        if source[first:last] == scalar.value:
            builder.add(scalar.value, first, last - first)
            return builder.take(BlockKind.TITLE)
    builder.add(scalar.value, start, end - start)
    return builder.take(BlockKind.TITLE)
