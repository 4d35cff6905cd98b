"""The pages of ``claims explain``, read from ``pages.yaml``."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import Any

from claims.dataclasses import dataclass, field

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Page:
    """What a word of a report means and what to do; ``example`` as ``pages.yaml`` describes it."""

    name: str
    title: str
    what: str
    do: str
    example: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        paragraphs = [fill(text.strip(), _WIDTH) for text in (f"{self.name}: {self.title}", self.what, self.do)]
        if self.example:
            when = f" judged at {self.example['as_of']}," if "as_of" in self.example else ""
            paragraphs.append(f"For example,{when} with this fact and this text:")
            paragraphs.append(f"    {self.example['facts']}\n    {self.example['text']}")
        return "\n\n".join(paragraphs) + "\n"


def pages() -> dict[str, Page]:
    """All pages by name, in the order of the file."""
    import yaml

    from claims.files.reading import read_text

    text = read_text(Path(__file__).with_name("pages.yaml"))
    return {name: Page(name, **page) for name, page in yaml.safe_load(text).items()}
