"""The pages of ``claims explain``, read from ``pages.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """What a word of a report means and what to do; ``example`` as ``pages.yaml`` describes it."""

    name: str
    title: str
    what: str
    do: str
    example: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        shown = f"\n\nFor example, with `{self.example['facts']}`: {self.example['text']}" if self.example else ""
        return f"{self.name}: {self.title}\n\n{self.what.strip()}\n\n{self.do.strip()}{shown}\n"


def pages() -> dict[str, Page]:
    """All pages by name, in the order of the file."""
    import yaml

    from claims.files.reading import read_text

    text = read_text(Path(__file__).with_name("pages.yaml"))
    return {name: Page(name, **page) for name, page in yaml.safe_load(text).items()}
