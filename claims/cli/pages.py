"""The pages of ``claims explain``, read from ``pages.yaml``."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill, indent
from typing import Any

from claims.dataclasses import dataclass, field

WIDTH = 88


@dataclass(frozen=True, slots=True)
class Page:
    """What a word of a report means and what to do; ``example`` as ``pages.yaml`` describes it.

    ``rule`` marks the page of a rule that comes with the program.
    """

    name: str
    title: str
    what: str
    do: str
    example: dict[str, Any] = field(default_factory=dict)
    rule: bool = False

    def __str__(self) -> str:
        paragraphs = [fill(text.strip(), WIDTH) for text in (f"{self.name}: {self.title}", self.what, self.do)]
        if self.example:
            when = f" judged at {self.example['as_of']}," if "as_of" in self.example else ""
            these, text = "these facts" if "entities" in self.example else "this fact", self.example.get("text")
            paragraphs.append(f"For example,{when} with {these}{' and this text' if text else ''}:")
            between = "\n\n" if "entities" in self.example else "\n"
            paragraphs.append(indent(between.join(filter(None, (self.given.rstrip(), text))), "    "))
        return "\n\n".join(paragraphs) + "\n"

    @property
    def given(self) -> str:
        """The facts of the example, as they stand in a file."""
        return str(self.example.get("entities") or self.example.get("facts", ""))


def pages() -> dict[str, Page]:
    """All pages by name, in the order of the file."""
    import yaml

    from claims.files.reading import read_text

    text = read_text(Path(__file__).with_name("pages.yaml"))
    return {name: Page(name, **page) for name, page in yaml.safe_load(text).items()}
