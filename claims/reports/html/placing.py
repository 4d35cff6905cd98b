"""Where glosses stand in the prose: from spans of the source to marks in the blocks that the page shows."""

from __future__ import annotations

from collections.abc import Iterable

from claims.dataclasses import dataclass, replace
from claims.model.report import DocumentReport
from claims.reports.html.glosses import Gloss


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block, and the glosses on it: spans that overlap are one mark."""

    start: int
    end: int
    glosses: tuple[Gloss, ...]

    @property
    def loudest(self) -> Gloss:
        """The gloss that decides how the mark looks and where it leads."""
        return min(self.glosses, key=lambda gloss: gloss.loudness)


@dataclass(frozen=True, slots=True)
class Placed:
    """The marks of each block by its index, and the glosses that stand in no block."""

    marks: dict[int, list[Mark]]
    elsewhere: list[Gloss]

    @property
    def glosses(self) -> list[Gloss]:
        """All the glosses: those elsewhere, then those in the text in its order."""
        placed = (gloss for _, marks in sorted(self.marks.items()) for mark in marks for gloss in mark.glosses)
        return [*self.elsewhere, *placed]


def place(document: DocumentReport, glosses: Iterable[Gloss]) -> Placed:
    """Find the block and the stretch of it for every gloss."""
    text = document.text
    by_block: dict[int, list[Mark]] = {}
    elsewhere = []
    for gloss in glosses:
        found = text.find(gloss.span) if text and gloss.span else None
        if text is None or found is None:
            elsewhere.append(gloss)
        else:
            index, span = found
            said = text.blocks[index].text[span.start : span.end]
            by_block.setdefault(index, []).append(Mark(span.start, span.end, (replace(gloss, said=said),)))
    return Placed({index: _merged(marks) for index, marks in by_block.items()}, elsewhere)


def _merged(marks: list[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda it: (it.start, it.end)):
        last = merged[-1] if merged else None
        if last and (mark.start < last.end or (mark.start, mark.end) == (last.start, last.end)):
            merged[-1] = Mark(last.start, max(last.end, mark.end), (*last.glosses, *mark.glosses))
        else:
            merged.append(mark)
    return merged
