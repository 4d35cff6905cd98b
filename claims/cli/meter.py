"""How far a batch is: a line on a terminal that is written anew, and nothing where nobody watches."""

from __future__ import annotations

import time

from claims.cli import output
from claims.corpus.parts import Done
from claims.corpus.pool import Pulse
from claims.corpus.running import Event, Joining, Listing, Planned
from claims.reports.summary import plural

_PACE = 0.2  # seconds
_CLEAR = "\r\x1b[K"
_MIB = 2**20
_MINUTE, _HOUR = 60, 3600


class Meter:
    """Sees the events of a run. ``parts`` are those that are done, of ``planned``."""

    def __init__(self) -> None:
        self.parts = self.planned = self._documents = self._findings = self._weight = self._total = 0
        self._before = 0
        self._began = self._due = time.monotonic()
        self._is_watched = output.is_watched()
        self._deaths = 0

    def see(self, event: Event) -> None:
        """Something happened."""
        match event:
            case Planned():
                self._begin(event)
            case Done():
                self.parts += 1
                self._documents += event.figures.get("documents", 0)
                self._findings += _findings(event)
                self._weight += event.weight
            case Pulse() if self._is_watched and time.monotonic() >= self._due:
                self._due = time.monotonic() + _PACE
                self._show(self._line(event))
            case Listing():
                self._show("looking for texts")
            case Joining():
                self._show("making the report")

    def _show(self, line: str) -> None:
        if self._is_watched:
            output.tell(_CLEAR + line[: output.columns() - 1])

    def end(self) -> None:
        """Take the line away."""
        if self._is_watched:
            output.tell(_CLEAR)

    def _begin(self, planned: Planned) -> None:
        self.planned, self._total = planned.extent.shards, planned.extent.weight
        self.parts = planned.done.shards
        self._weight = self._before = planned.done.weight
        self._documents = planned.done.sources
        if 0 < self.parts < self.planned:
            output.complain(f"claims: going on: {self.parts} of {plural(self.planned, 'part')} are done")

    def _line(self, pulse: Pulse) -> str:
        weight = self._weight + pulse.weight
        seconds = max(time.monotonic() - self._began, 0.001)
        speed = (weight - self._before) / seconds
        said = [
            f"{100 * weight // max(self._total, 1)} %",
            f"{self._documents + pulse.documents:,} texts",
            f"{speed / _MIB:.1f} MB/s",
            f"{plural(self._findings + pulse.findings, 'finding')}",
        ]
        if pulse.deaths:
            said.append(f"{plural(pulse.deaths, 'worker')} replaced")
        if speed and seconds > 1:
            said.append(f"{_duration((self._total - weight) / speed)} left")
        return ", ".join(said)


def _findings(done: Done) -> int:
    return sum(number for name, number in done.figures.items() if name.startswith("severity:"))


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    if seconds < _HOUR:
        return f"{seconds / _MINUTE:.0f} min"
    return f"{seconds / _HOUR:.1f} h"
