"""Worker processes, each supervised: what dies or hangs costs its shard another try, and no more.

A worker holds the checker, gets a shard through its pipe, checks it into a part and says so. While it works, its
board, which both sides see, tells where it is. Where a worker ends, or stays at one document for too long, the shard
is given out again. A document at which that happens :data:`TRIES` times is skipped from then on and named in the
errors; if it goes on happening there, the whole piece is.

Where the system can, workers are forked, so that the checker is made once; elsewhere each makes its own.
"""

from __future__ import annotations

import csv
import gc
import multiprocessing
import signal
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from claims.checker import Checker
from claims.corpus.parts import Done
from claims.corpus.shards import Shard
from claims.corpus.working import BYTES, DOCUMENT, DOCUMENTS, FINDINGS, NOWHERE, PIECE, PLACES, Board, Job, check_shard
from claims.dataclasses import dataclass, field, replace
from claims.errors import ClaimsError, UsageError

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

TRIES = 3
_IDLE_DEATHS = 10  # in a row, at no document: then something is wrong with the machine, not with a text
_PACE = 0.2  # seconds
_ENDINGS = frozenset({signal.SIGINT, signal.SIGTERM})
_LARGEST_FIELD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Pulse:
    """How far the shards are that are being checked, and how often a worker had to be replaced so far."""

    documents: int
    weight: int
    findings: int
    deaths: int


@dataclass(frozen=True, slots=True)
class Workshop:
    """What workers need: how to make the checker, the job, where parts go, how long a document may take (seconds)."""

    make: Callable[[], Checker]
    job: Job
    folder: Path
    patience: float | None = 600.0


@dataclass(slots=True)
class _Hand:
    """One worker: its process, our end of its pipe, its board, and the shard it has."""

    process: BaseProcess
    pipe: Connection
    board: Board
    shard: Shard | None = None
    place: tuple[int, int] = (NOWHERE, NOWHERE)
    since: float = field(default_factory=time.monotonic)


class Pool:
    """Processes that check shards. Use it in a ``with`` block, at whose end they are gone."""

    def __init__(
        self, workshop: Workshop, workers: int, checker: Checker | None = None, method: str | None = None
    ) -> None:
        """Make a pool; ``checker`` is what the workshop would make, where that has been made already."""
        self._shop = workshop
        self._workers = workers
        self._context = multiprocessing.get_context(method or _method())
        self._checker = (checker or workshop.make()) if self._context.get_start_method() == "fork" else None
        self._hands: list[_Hand] = []
        self._returned: deque[Shard] = deque()
        self._deaths: Counter[tuple[int, int, int]] = Counter()
        self._died = self._idle_deaths = 0

    def __enter__(self) -> Pool:
        gc.freeze()  # what is shared with forked workers stays shared: nothing in it is looked at again
        return self

    def __exit__(self, *_error: object) -> None:
        for hand in self._hands:
            hand.process.kill()
            hand.process.join()
            hand.pipe.close()
        self._hands.clear()
        gc.unfreeze()

    def run(self, shards: Iterable[Shard]) -> Iterator[Done | Pulse]:
        """Check the shards; each part when it is there, and a pulse several times a second.

        Raises :class:`~claims.errors.UsageError` where a worker cannot go on: no room on the disk, no library.
        """
        waiting = iter(shards)
        while self._give_out(waiting):
            yield from self._hear()
            for hand in list(self._hands):
                self._look_after(hand)
            yield self._pulse()

    def _give_out(self, waiting: Iterator[Shard]) -> bool:
        """Give each idle worker a shard; whether any has one."""
        for hand in self._hands:
            if hand.shard is None and (shard := self._next(waiting)):
                self._give(hand, shard)
        while len(self._hands) < self._workers and (shard := self._next(waiting)):
            hand = self._hire()
            self._hands.append(hand)
            self._give(hand, shard)
        return any(hand.shard for hand in self._hands)

    def _next(self, waiting: Iterator[Shard]) -> Shard | None:
        return self._returned.popleft() if self._returned else next(waiting, None)

    def _give(self, hand: _Hand, shard: Shard) -> None:
        hand.board[:] = [NOWHERE, NOWHERE, 0, 0, 0]
        hand.shard, hand.place, hand.since = shard, (NOWHERE, NOWHERE), time.monotonic()
        with suppress(OSError):  # where it is dead already, its pipe will say so
            hand.pipe.send(shard)

    def _hire(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        board: Board = self._context.RawArray("q", PLACES)
        others = [hand.pipe for hand in self._hands] + [ours] if self._checker else []
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, board, self._shop, self._checker, others), daemon=True
        )
        with _undisturbed():
            process.start()
        theirs.close()
        return _Hand(process, ours, board)

    def _hear(self) -> Iterator[Done]:
        """What the workers say within a moment; the end of a pipe is that of its worker."""
        busy = [hand for hand in self._hands if hand.shard]
        ready = wait([hand.pipe for hand in busy], _PACE)
        for hand in busy:
            if hand.pipe in ready:
                try:
                    said = hand.pipe.recv()
                except (EOFError, OSError):
                    self._bury(hand, "died")
                    continue
                if not isinstance(said, Done):
                    raise UsageError(said)
                hand.shard, self._idle_deaths = None, 0
                yield said

    def _look_after(self, hand: _Hand) -> None:
        """End a worker that has been at one document for too long."""
        place = _place(hand.board)
        if place != hand.place or hand.shard is None or place[1] == NOWHERE:
            hand.place, hand.since = place, time.monotonic()
        elif self._shop.patience is not None and time.monotonic() - hand.since > self._shop.patience:
            self._bury(hand, "stuck")

    def _bury(self, hand: _Hand, how: str) -> None:
        """Take a worker out; its shard is given out again, without what it ended at if that was once too often."""
        hand.process.kill()
        hand.process.join()
        hand.pipe.close()
        self._hands.remove(hand)
        self._died += 1
        if hand.shard:
            self._returned.append(self._after(hand.shard, *_place(hand.board), how))

    def _after(self, shard: Shard, piece: int, document: int, how: str) -> Shard:
        if document == NOWHERE:
            self._idle_deaths += 1
            if self._idle_deaths >= _IDLE_DEATHS:
                raise UsageError("workers end before they check anything: is there enough memory for the facts?")
            return shard
        place = (shard.number, piece, document)
        self._deaths[place] += 1
        if self._deaths[place] < TRIES:
            return shard
        del self._deaths[place]
        if any(skipped[:2] == (piece, document) for skipped in shard.skip):
            return replace(shard, dropped=(*shard.dropped, (piece, how)))
        return replace(shard, skip=(*shard.skip, (piece, document, how)))

    def _pulse(self) -> Pulse:
        boards = [hand.board for hand in self._hands if hand.shard]
        documents, weight, findings = (sum(board[it] for board in boards) for it in (DOCUMENTS, BYTES, FINDINGS))
        return Pulse(documents, weight, findings, self._died)


def _method() -> str:
    """Forking shares the checker. Elsewhere than on Linux the system's libraries may not outlive a fork."""
    return "fork" if sys.platform == "linux" else "spawn"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that end a run wait until a new process has said what it does about them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _place(board: Board) -> tuple[int, int]:
    return board[PIECE], board[DOCUMENT]


class _Orphaned(Exception):  # noqa: N818 - nothing went wrong here
    """Nobody is there any more to check for."""


def _serve(
    pipe: Connection, board: Board, shop: Workshop, checker: Checker | None, others: Sequence[Connection]
) -> None:
    """What a worker does: check the shards that come through the pipe, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses Ctrl-C tells the whole group; our parent ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
    for other in others:
        other.close()  # or the end of the parent would not be the end of its pipes
    csv.field_size_limit(_LARGEST_FIELD)
    try:
        checker = checker or shop.make()
        while True:
            pipe.send(_part(pipe.recv(), checker, shop, board, pipe))
    except ClaimsError as error:
        pipe.send(str(error))
    except (EOFError, BrokenPipeError, ConnectionResetError, _Orphaned):
        return


def _part(shard: Shard, checker: Checker, shop: Workshop, board: Board, pipe: Connection) -> Done | str:
    asked = time.monotonic()

    def proceed() -> None:
        nonlocal asked
        if time.monotonic() - asked > _PACE:
            asked = time.monotonic()
            if pipe.poll():  # nobody speaks to a worker that is busy: this is the end of the pipe
                raise _Orphaned

    try:
        return check_shard(shard, checker, shop.job, board, shop.folder, proceed)
    except OSError as error:
        return f"{shop.folder} cannot be written: {error.strerror or error}; with room there, the same command goes on"
