"""The line that says how far a batch is."""

import pytest

from claims.cli import meter, output
from claims.cli.meter import Meter
from claims.corpus.parts import Done
from claims.corpus.plans import Extent
from claims.corpus.pool import Pulse
from claims.corpus.running import Joining, Planned

MIB = 2**20


@pytest.fixture
def shown(monkeypatch):
    """What is told to somebody who watches; the clock stands still but for half a second at each look."""
    lines, now = [], iter(range(100))
    monkeypatch.setattr(output, "is_watched", lambda: True)
    monkeypatch.setattr(output, "tell", lines.append)
    monkeypatch.setattr(meter.time, "monotonic", lambda: next(now) / 2)
    return lines


def test_the_line_says_how_much_is_done_and_how_much_is_left(shown):
    """Of all shards, those of an earlier run and those being checked included; the speed is that of this run."""
    seen = Meter()
    seen.see(Planned(Extent(40, 100, 40 * MIB), Extent(10, 300, 10 * MIB)))
    seen.see(Done(10, 1, 1, 2 * MIB, {"documents": 50, "severity:error": 3, "verdict:contradicted": 3}))
    seen.see(Pulse(20, 1 * MIB, 1, 2))
    (line,) = shown
    assert "32 %, 370 texts, " in line
    assert "4 findings, 2 workers replaced" in line
    assert line.endswith(" s left")
    seen.see(Joining())
    assert "making the report" in shown[-1]
    seen.end()
    assert shown[-1] == "\r\x1b[K"


def test_a_run_that_goes_on_says_so(capsys):
    """On standard error, watched or not; nothing else is said where nobody watches."""
    seen = Meter()
    seen.see(Planned(Extent(40, 100, MIB), Extent(12, 300, MIB)))
    seen.see(Pulse(1, 1, 0, 0))
    seen.see(Joining())
    seen.end()
    assert capsys.readouterr().err == "claims: going on: 12 of 40 parts are done\n"


@pytest.mark.parametrize(("seconds", "said"), [(12.4, "12 s"), (600, "10 min"), (9000, "2.5 h")])
def test_time_is_said_roughly(seconds, said):
    """Seconds, minutes or hours."""
    assert meter._duration(seconds) == said
