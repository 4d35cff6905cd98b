"""Checking one shard, document by document, into one part.

Whatever happens in a document stays in it: what cannot be read and what fails are errors that name it. Before each
document the board is told which it is, so that whoever watches knows at which one a process ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableSequence
from pathlib import Path

from claims.checker import Checker
from claims.corpus.entries import Entry, Texts, entries, name_of
from claims.corpus.errors import FAILED, KILLED, UNREADABLE, error_line
from claims.corpus.figures import figures_of
from claims.corpus.parts import Done, PartWriter, part_path, write_part
from claims.corpus.rows import encode_row, rows_of
from claims.corpus.shards import Piece, Shard
from claims.corpus.tally import Tally
from claims.dataclasses import dataclass, field, replace
from claims.errors import ClaimsError, InputError, Problem
from claims.files.streams import COMPRESSED
from claims.model.dates import PartialDate
from claims.model.report import DocumentReport, Report
from claims.reports.narrowing import Choice, narrow

PIECE, DOCUMENT, DOCUMENTS, BYTES, FINDINGS = range(5)
"""The places of a board: the piece and the document being checked, by number, and how much of the shard is done."""

PLACES = 5
NOWHERE = -1

Board = MutableSequence[int]


@dataclass(frozen=True, slots=True)
class Job:
    """What every text of a run is checked by, beside the checker itself. It is sent to other processes.

    A text that names nothing that the facts know is skimmed, unless ``read_all``.
    """

    texts: Texts
    as_of: PartialDate | None = None
    latest: bool = False
    choice: Choice = field(default_factory=Choice)
    read_all: bool = False

    def texts_for(self, checker: Checker) -> Texts:
        """How documents are made where this checker checks: with its sieve, unless all are to be read."""
        return self.texts if self.read_all else replace(self.texts, sieve=checker.prefilter)


@dataclass(frozen=True, slots=True)
class _Failure:
    """A document that is in the errors: what happened (one of :mod:`claims.corpus.errors`), and its problem."""

    kind: str
    problem: Problem


def check_shard(
    shard: Shard, checker: Checker, job: Job, board: Board, folder: Path, proceed: Callable[[], object] = tuple
) -> Done:
    """Check a shard into its part in ``folder``. Raises ``OSError`` where there is no room for it.

    ``proceed`` is called before each document, and may raise to end it all.
    """
    board[:] = [NOWHERE, NOWHERE, 0, 0, 0]

    def fill(writer: PartWriter) -> bytes:
        tally = Tally()
        for outcome in _outcomes(shard, checker, job, board):
            proceed()
            _put(outcome, writer, tally, board)
        board[DOCUMENT] = NOWHERE
        return tally.packed()

    return write_part(part_path(folder, shard.number), shard.number, shard.weight, fill)


def _outcomes(shard: Shard, checker: Checker, job: Job, board: Board) -> Iterator[Report | _Failure]:
    """What comes of each document. The board has its number from before it is read until the next one."""
    dropped = dict(shard.dropped)
    skipped = {(piece, number): how for piece, number, how in shard.skip}
    texts = job.texts_for(checker)
    weight = 0
    for index, piece in enumerate(shard.pieces):
        board[DOCUMENT] = NOWHERE
        board[PIECE] = index
        if index in dropped:
            yield _Failure(KILLED, _killed(piece.path, _beginning(piece), dropped[index]))
            continue
        board[DOCUMENT] = 0
        for number, found in enumerate(_entries(piece, texts)):
            if isinstance(found, _Failure):
                yield found
            elif (index, number) in skipped:
                yield _Failure(KILLED, _killed(found.path, found.line, skipped[index, number]))
            else:
                yield _checked(found, checker, job)
                board[BYTES] += 0 if piece.path.endswith(COMPRESSED) else found.size
            board[DOCUMENT] = number + 1
        weight += piece.weight
        board[BYTES] = weight


def _entries(piece: Piece, texts: Texts) -> Iterator[Entry | _Failure]:
    """The documents of a piece; if finding them fails, that is the last."""
    try:
        yield from entries(piece, texts)
    except ClaimsError:
        raise
    except Exception as error:  # noqa: BLE001 - as below
        yield _failed(piece.path, _beginning(piece), error)


def _checked(entry: Entry, checker: Checker, job: Job) -> Report | _Failure:
    try:
        document = entry.make()
        if isinstance(document, Problem):
            return _Failure(UNREADABLE, document)
        report = checker.check_documents([document], as_of=job.as_of, latest=job.latest)
        return narrow(report, job.choice)
    except InputError as error:
        return _Failure(UNREADABLE, error.problem)
    except ClaimsError:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not end the run; it is named instead
        return _failed(entry.path, entry.line, error)


def _failed(path: str, line: int | None, error: Exception) -> _Failure:
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    hint = "a fault of claims, not of the text: please report it"
    return _Failure(FAILED, Problem(name_of(path), line, None, f"checking it failed: {said}", hint))


def _killed(path: str, line: int | None, how: str) -> Problem:
    happened = "took too long (--timeout)" if how == "stuck" else "ended"
    hint = "often it needs more memory than there is; `claims check` on it alone shows what it needs"
    return Problem(name_of(path), line, None, f"the process that checked it {happened}, three times", hint)


def _beginning(piece: Piece) -> int | None:
    return piece.first if piece.stop is not None else None


def _put(outcome: Report | _Failure, writer: PartWriter, tally: Tally, board: Board) -> None:
    if isinstance(outcome, _Failure):
        writer.add_error(error_line(outcome.kind, outcome.problem))
        outcome = Report((_unread(outcome.problem),))
    (document,) = outcome.documents
    tally.add(document, outcome.inconsistencies)
    rows = rows_of(document, outcome.inconsistencies)
    for row in rows:
        writer.add_finding(encode_row(row))
    writer.figures.update(figures_of(outcome))
    board[DOCUMENTS] += 1
    board[FINDINGS] += len(rows)


def _unread(problem: Problem) -> DocumentReport:
    name = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    return DocumentReport(name, problem.path, error=problem)
