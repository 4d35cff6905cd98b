"""What a text says about itself: its date, language and subject.

A date is ISO 8601; of a time stamp the day is taken as written, in its own time zone. A language is known by
its first subtag (``fr-CA`` is ``fr``). What cannot be read is left out: metadata are hints, never errors.
"""

from __future__ import annotations

import re

from claims.dataclasses import dataclass
from claims.model.dates import PartialDate
from claims.model.document import Block, Comment

_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ]\d\d[\d:.,]*[ ]?(?:[Zz]|[+-]\d\d:?(?:\d\d)?)?", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; ``about`` are ids of entities."""

    date: PartialDate | None = None
    language: str | None = None
    about: tuple[str, ...] = ()


NO_METADATA = Metadata()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A source with its blocks, in the order of the source, what it says about itself, and to this program."""

    source: str
    blocks: tuple[Block, ...]
    metadata: Metadata = NO_METADATA
    comments: tuple[Comment, ...] = ()


def read_date(text: str) -> PartialDate | None:
    """A date at its own precision, or the day of a time stamp; ``None`` for anything else."""
    text = text.strip()
    stamp = _STAMP.fullmatch(text)
    try:
        return PartialDate.parse(stamp.group(1) if stamp else text)
    except ValueError:
        return None


def read_language(text: str) -> str | None:
    """The language code of a tag; ``None`` for what is no tag."""
    match = _LANGUAGE.fullmatch(text.strip())
    return match.group(1).lower() if match else None
