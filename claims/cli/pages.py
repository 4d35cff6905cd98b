"""The pages of ``claims explain``, read from ``pages.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill
from typing import Any

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
        paragraphs = [f"{self.name}: {self.title}", self.what, self.do]
        if self.example:
            paragraphs.append(f"For example: {self.example['text']}\nwhile the facts say {self.example['facts']}")
        return "\n\n".join(fill(paragraph.strip(), _WIDTH, replace_whitespace=False) for paragraph in paragraphs) + "\n"


def pages() -> dict[str, Page]:
    """All pages by name, in the order of the file."""
    import yaml

    from claims.files.reading import read_text

    text = read_text(Path(__file__).with_name("pages.yaml"))
    return {name: Page(name, **page) for name, page in yaml.safe_load(text).items()}
