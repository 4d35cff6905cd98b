"""What a worker process does: it makes or inherits the checker, and checks the shards that come through its pipe.

It ends when its pipe does, so that nobody is left behind by a parent that was killed.
"""

from __future__ import annotations

import csv
import gc
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from claims.checker import Checker
from claims.corpus.parts import Done
from claims.corpus.shards import Shard
from claims.corpus.working import Board, Job, check_shard
from claims.dataclasses import dataclass
from claims.errors import ClaimsError

ENDINGS = frozenset({signal.SIGINT, signal.SIGTERM})
"""The signals that a run is ended by."""

_PACE = 0.2  # seconds
_LARGEST_FIELD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Workshop:
    """What workers need: how to make the checker, the job, where parts go, how long a document may take (seconds)."""

    make: Callable[[], Checker]
    job: Job
    folder: Path
    patience: float | None = 600.0


class _Orphaned(Exception):  # noqa: N818 - nothing went wrong here
    """Nobody is there any more to check for."""


def serve(
    pipe: Connection, board: Board, shop: Workshop, checker: Checker | None, others: Sequence[Connection]
) -> None:
    """What a worker does: check the shards that come through the pipe, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses Ctrl-C tells the whole group; our parent ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
    for other in others:
        other.close()  # or the end of the parent would not be the end of its pipes
    csv.field_size_limit(_LARGEST_FIELD)
    try:
        checker = checker or shop.make()
        gc.freeze()  # the checker stays: no collection looks at it again
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
