"""The same shards and the same workers on many machines, as actors of Ray (extra ``ray``).

An actor is a foreman: it has one worker process of its own, in a :class:`~claims.corpus.pool.Pool`, so that a text that
kills its worker or hangs is found and named as on one machine. What the actor gives back are the bytes of a part,
which are written here. An actor or a machine that is lost costs its shard another try.

Facts, rules and texts are read where the actors run, by the same names: they lie on a shared disk or in the image of
the machines, texts also in an object store.
"""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import Any

from claims.corpus.parts import Done, part_path
from claims.corpus.pool import Pool, Pulse, Workshop
from claims.corpus.shards import Shard
from claims.dataclasses import dataclass, replace
from claims.errors import ClaimsError, UsageError
from claims.files.folders import remove
from claims.files.machine import current_folder, enter, scratch_folder, set_variable
from claims.files.reading import read_bytes
from claims.files.replacing import replacing

_TRIES = 10  # of a shard whose actor is lost: machines may go often, but not for ever
_PACE = 1.0  # seconds
_STORE = 512 * 2**20


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Ray is (``None``: started here, for this run), and how many workers are wanted (``None``: its CPUs)."""

    address: str | None = None
    workers: int | None = None

    def run(self, shop: Workshop, shards: Iterable[Shard]) -> Iterator[Done | Pulse]:
        """Check the shards into parts in the workshop's folder; what is said is as :meth:`Pool.run` says it.

        Raises :class:`~claims.errors.UsageError` where Ray is not installed or cannot be reached, and as a pool does.
        """
        ray = _ray()
        self._connect(ray)
        try:
            workers = self.workers or int(ray.cluster_resources().get("CPU", 1))
            yield from _Crew(ray, shop, workers).run(shards)
        finally:
            ray.shutdown()

    def _connect(self, ray: Any) -> None:  # noqa: ANN401 - Ray has no types
        options: dict[str, object] = {"address": self.address}
        if self.address is None:
            options |= {"num_cpus": self.workers, "include_dashboard": False, "object_store_memory": _STORE}
        handler = signal.getsignal(signal.SIGTERM)
        try:
            ray.init(**options, logging_level="ERROR", log_to_driver=False)
        except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
            raise UsageError(f"Ray cannot be reached at {self.address or 'this machine'}: {error}") from error
        finally:
            signal.signal(signal.SIGTERM, handler)  # Ray puts its own in place, which would end us without a word


def _ray() -> Any:  # noqa: ANN401 - Ray has no types
    set_variable("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent anywhere
    try:
        import ray
    except ImportError:
        raise UsageError("--engine ray needs Ray: install the `ray` extra") from None
    return ray


class Foreman:
    """An actor: one worker, supervised where it runs."""

    def __init__(self, shop: Workshop, folder: str) -> None:
        enter(folder)
        self._folder = scratch_folder()
        self._pool = Pool(replace(shop, folder=self._folder), 1, method="spawn")

    def check(self, shard: Shard) -> tuple[Done, bytes] | str:
        """The part of a shard, and its bytes; or why no shard can be checked."""
        try:
            for event in self._pool.run([shard]):
                if isinstance(event, Done):
                    path = part_path(self._folder, event.number)
                    data = read_bytes(path)
                    remove(path)
                    return event, data
        except ClaimsError as error:
            return str(error)
        return f"shard {shard.number} gave no part"


class _Crew:
    """The actors, and the shards they have."""

    def __init__(self, ray: Any, shop: Workshop, workers: int) -> None:  # noqa: ANN401 - Ray has no types
        self._ray, self._shop, self._workers = ray, shop, workers
        self._busy: dict[Any, tuple[Any, Shard]] = {}
        self._idle: list[Any] = []
        self._returned: deque[Shard] = deque()
        self._lost: Counter[int] = Counter()

    def run(self, shards: Iterable[Shard]) -> Iterator[Done | Pulse]:
        waiting = iter(shards)
        while self._give_out(waiting):
            ready, _ = self._ray.wait(list(self._busy), timeout=_PACE)
            for reference in ready:
                done = self._received(reference)
                if done:
                    yield done
            yield Pulse(0, 0, 0, sum(self._lost.values()))

    def _give_out(self, waiting: Iterator[Shard]) -> bool:
        while len(self._busy) < self._workers:
            shard = self._returned.popleft() if self._returned else next(waiting, None)
            if shard is None:
                break
            actor = self._idle.pop() if self._idle else self._hire()
            self._busy[actor.check.remote(shard)] = actor, shard
        return bool(self._busy)

    def _hire(self) -> Any:  # noqa: ANN401 - Ray has no types
        kind = self._ray.remote(Foreman).options(num_cpus=1, max_restarts=0)
        return kind.remote(self._shop, current_folder())

    def _received(self, reference: Any) -> Done | None:  # noqa: ANN401 - Ray has no types
        actor, shard = self._busy.pop(reference)
        try:
            found = self._ray.get(reference)
        except (self._ray.exceptions.RayActorError, self._ray.exceptions.ObjectLostError) as error:
            self._lost[shard.number] += 1
            if self._lost[shard.number] >= _TRIES:
                raise UsageError(f"actors of Ray end before a shard is checked: {error}") from error
            self._returned.append(shard)
            return None
        if isinstance(found, str):
            raise UsageError(found)
        self._idle.append(actor)
        return self._kept(*found)

    def _kept(self, done: Done, data: bytes) -> Done:
        with replacing(part_path(self._shop.folder, done.number)) as file:
            file.write(data)
        return done
