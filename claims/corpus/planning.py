"""From sources to shards: the same shards for the same files, however many workers there are.

Small files are taken together, a large file of lines is cut at line ends, a Parquet file at its row groups; what
cannot be entered in its midst (compressed files, CSV) stays in one piece. Shards begin small, so that a small corpus
keeps all workers busy to its end, and become larger, so that a large one does not drown in parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from claims.corpus.shards import KINDS, Kind, Piece, Shard
from claims.dataclasses import replace
from claims.errors import InputError, Problem
from claims.files.streams import COMPRESSED, cut_at_lines, stamp

MEGABYTE = 2**20
SMALLEST, LARGEST = 4 * MEGABYTE, 64 * MEGABYTE
_STEP = 64  # shards, after which they become larger by the size of the first
_CUTS = 64  # into how many ranges a file of lines is cut, where these are neither too small nor too large


def _is_none(_path: str) -> bool:
    return False


def plan(
    sources: Iterable[str | Problem], text_column: str = "text", is_text: Callable[[str], object] = _is_none
) -> Iterator[Shard]:
    """The shards of a corpus, in its order. Files of lines that are to be cut are read once, to count their lines.

    A source that cannot be looked at is a piece that says why; a table without ``text_column`` is one too. A file
    whose suffix is that of a table, but which ``is_text`` takes, is one text.
    """
    held: list[Piece] = []
    number = cost = 0
    for source in sources:
        for piece in _pieces(source, text_column, is_text):
            held.append(piece)
            cost += piece.cost
            if cost >= _target(number):
                yield Shard(number, tuple(held))
                held, cost, number = [], 0, number + 1
    if held:
        yield Shard(number, tuple(held))


def kind_of(path: str) -> Kind:
    """How the documents of a file are found, by its suffix, that of its compression aside."""
    suffix = PurePath(uncompressed(path)).suffix.lower()
    return next((kind for kind, suffixes in KINDS if suffix in suffixes), Kind.TEXT)


def uncompressed(path: str) -> str:
    """The name that a file would have if it were not compressed."""
    ending = next((ending for ending in COMPRESSED if path.endswith(ending)), "")
    return path.removesuffix(ending)


def _target(number: int) -> int:
    return min(LARGEST, SMALLEST * (1 + number // _STEP))


def _pieces(source: str | Problem, text_column: str, is_text: Callable[[str], object]) -> Iterator[Piece]:
    if isinstance(source, Problem):
        yield _refused(source)
        return
    size, mark = 0, ""
    try:
        size, mark = stamp(source)
        kind = Kind.TEXT if is_text(source) else kind_of(source)
        yield from _cut(Piece(source, kind, size, mark, weight=size), text_column)
    except InputError as error:
        yield _refused(error.problem, size, mark)


def _cut(whole: Piece, text_column: str) -> Iterator[Piece]:
    target = max(SMALLEST, min(LARGEST, whole.size // _CUTS))
    if whole.kind is Kind.ROWS:
        yield from _row_groups(whole, text_column)
    elif whole.kind is Kind.LINES and whole.size > 2 * target and not whole.path.endswith(COMPRESSED):
        for start, stop, before in cut_at_lines(whole.path, target):
            yield replace(whole, start=start, stop=stop, first=before + 1, weight=stop - start)
    else:
        yield whole


def _row_groups(whole: Piece, text_column: str) -> Iterator[Piece]:
    from claims.files.columns import column_names, row_groups

    columns = column_names(whole.path)
    if text_column not in columns:
        problem = Problem(whole.path, None, None, f"there is no column `{text_column}`", no_text(columns))
        yield _refused(problem, whole.size, whole.stamp)
        return
    first = 1
    for number, (rows, weight) in enumerate(row_groups(whole.path)):
        yield replace(whole, start=number, stop=number + 1, first=first, weight=weight)
        first += rows


def no_text(columns: Iterable[str]) -> str:
    """What to do about a table that has other columns only."""
    return f"it has {', '.join(columns) or 'none'}; say which holds the texts: --rename text=NAME"


def _refused(problem: Problem, size: int = 0, mark: str = "") -> Piece:
    return Piece(problem.path, Kind.PROBLEM, size, mark, message=problem.message, hint=problem.hint)
