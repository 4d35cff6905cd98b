"""The text of a document as a reader sees it, with its marks; each stretch beside the cards of its glosses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from claims.model.document import Block, BlockKind, Cell, Document
from claims.model.span import Span
from claims.reports.html.cards import cards, verdict_word
from claims.reports.html.glosses import ICONS, Gloss
from claims.reports.html.placing import Mark, Placed
from claims.reports.markup import Markup, element, join
from claims.reports.page_words import PageWords

_NO_PROSE = "\N{OBJECT REPLACEMENT CHARACTER}"
_MOST_OF_AN_OBJECT = 60
_MOST_EMPTY = 20

_Numbered = tuple[int, Block]


def rows(document: Document, placed: Placed, words: PageWords) -> Iterator[Markup]:
    """A row for every block, and one for every table: prose on one side, cards on the other."""
    numbered = enumerate(document.blocks)
    for table, blocks in groupby(numbered, key=lambda it: it[1].cell.table if it[1].cell else None):
        if table is None:
            for index, block in blocks:
                marks = placed.marks.get(index, [])
                if not marks and _is_said_again(document, index):
                    continue
                yield row(_block(block, _text(document, block, marks, words)), _glosses(marks), words)
        else:
            cells = list(blocks)
            glosses = [gloss for index, _ in cells for gloss in _glosses(placed.marks.get(index, []))]
            yield row(_table(document, cells, placed, words), glosses, words)


def _is_said_again(document: Document, index: int) -> bool:
    """Whether a title is that of the page's metadata and stands in the text as well."""
    block, *following = document.blocks[index : index + 2]
    return block.kind is BlockKind.TITLE and any(block.text == other.text for other in following)


def row(prose: Markup, glosses: Sequence[Gloss], words: PageWords) -> Markup:
    """Prose and its cards."""
    beside = element("div", cards(glosses, words), class_="cards") if glosses else Markup("")
    return join(element("div", element("div", prose, class_="prose", dir="auto"), beside, class_="row"), Markup("\n"))


def _glosses(marks: Iterable[Mark]) -> list[Gloss]:
    return [gloss for mark in marks for gloss in mark.glosses]


def _block(block: Block, text: Markup) -> Markup:
    if block.kind is BlockKind.TITLE:
        return element("p", text, class_="title")
    if block.kind is BlockKind.HEADING:
        return element(f"h{min(block.level or 1, 4) + 2}", text)
    if block.kind is BlockKind.ITEM:
        return element("ul", element("li", text))
    return element("p", text)


def _table(document: Document, cells: Sequence[_Numbered], placed: Placed, words: PageWords) -> Markup:
    lines = []
    for _, members in groupby(cells, key=lambda it: _cell(it).row):
        written: list[Markup] = []
        for column, blocks in groupby(members, key=lambda it: _cell(it).column):
            # what is empty, or under a wide cell, has no block
            written += [element("td")] * min(column - len(written), _MOST_EMPTY)
            written.append(_written(document, list(blocks), placed, words))
        lines.append(element("tr", *written))
    return element("div", element("table", *lines), class_="table")


def _cell(numbered: _Numbered) -> Cell:
    return numbered[1].cell or Cell(0, 0, 0)


def _written(document: Document, blocks: Sequence[_Numbered], placed: Placed, words: PageWords) -> Markup:
    """A cell, of whose blocks there may be several."""
    texts = [_text(document, block, placed.marks.get(index, []), words) for index, block in blocks]
    name = "th" if _cell(blocks[0]).header else "td"
    return element(name, *texts) if len(texts) == 1 else element(name, *(element("div", text) for text in texts))


def _text(document: Document, block: Block, marks: Sequence[Mark], words: PageWords) -> Markup:
    pieces: list[Markup] = []
    done = 0
    for mark in marks:
        pieces.append(_plain(document, block, done, mark.start))
        pieces.append(_marked(mark, _plain(document, block, mark.start, mark.end), words))
        done = mark.end
    return join(*pieces, _plain(document, block, done, len(block.text)))


def _plain(document: Document, block: Block, start: int, end: int) -> Markup:
    """A stretch of a block; what is no prose in it (a code span, a picture) as its source has it."""
    first, *others = block.text[start:end].split(_NO_PROSE)
    pieces: list[str] = [first]
    at = start + len(first)
    for other in others:
        pieces += [_object(document, block, at), other]
        at += 1 + len(other)
    return join(*pieces)


def _object(document: Document, block: Block, at: int) -> Markup:
    place = block.to_source(Span(at, at + 1))
    source = document.source[place.start : place.end].strip("`")
    shown = source if len(source) <= _MOST_OF_AN_OBJECT else f"{source[:_MOST_OF_AN_OBJECT]}…"
    return element("code", shown) if source else Markup("")


def _marked(mark: Mark, text: Markup, words: PageWords) -> Markup:
    gloss = mark.loudest
    said = verdict_word(gloss, words)
    return element(
        "a",
        element("span", text) if gloss.fix else text,
        href=f"#{gloss.id}",
        class_=f"mark {gloss.kind}{' finding' if gloss.is_finding else ''}",
        title=f"{said}: {gloss.fix}" if gloss.fix else said,
        tabindex=None if gloss.is_finding else -1,
        data_icon=ICONS[gloss.kind],
        data_fix=gloss.fix,
        data_kind=gloss.kind,
        data_entity=gloss.claim.entity if gloss.claim else None,
    )
