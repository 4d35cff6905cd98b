"""Workers that die, hang and fail: what becomes of their shard, and of the text they were at."""

import os
import signal
from pathlib import Path

import pytest

from claims.corpus import pool, serving, working
from claims.corpus.parts import Done, Part, part_path
from claims.corpus.planning import plan
from claims.corpus.pool import Pool
from claims.corpus.serving import Workshop
from claims.corpus.sources import Sources
from claims.errors import UsageError

pytestmark = pytest.mark.skipif(
    pool._method() != "fork", reason="what is put in place here reaches forked workers only"
)


@pytest.fixture
def shards(folder):
    return list(plan(Sources(("news",))))


@pytest.fixture
def run(folder, checker, job):
    """Check shards with two workers; their parts, by number."""

    def check(shards, workers=2, patience=None):
        place = folder / "parts"
        with Pool(Workshop(lambda: checker, job, place, patience), workers) as hands:
            done = [event for event in hands.run(shards) if isinstance(event, Done)]
        assert sorted(part.number for part in done) == [shard.number for shard in shards]
        parts = {part.number: Part(part_path(place, part.number), part) for part in done}
        return {number: (b"".join(part.findings()), b"".join(part.errors())) for number, part in parts.items()}

    return check


def at(monkeypatch, name, happen):
    """Let something happen in a worker before it checks the text of that name."""
    checked = working._checked

    def instead(entry, *rest):
        if Path(entry.path).name == name:
            happen()
        return checked(entry, *rest)

    monkeypatch.setattr(working, "_checked", instead)


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def once(folder, happen):
    """Do it the first time only, whichever process that is in."""

    def perhaps():
        mark = folder / "happened"
        if not mark.exists():
            mark.touch()
            happen()

    return perhaps


def test_a_worker_that_dies_costs_a_second_try(monkeypatch, folder, shards, run):
    """What is found is the same as if it had not died, and nobody is blamed."""
    expected = run(shards)
    at(monkeypatch, "05.md", once(folder, die))
    assert run(shards) == expected
    assert (folder / "happened").exists()


def test_a_text_that_kills_three_workers_is_named(monkeypatch, shards, run):
    """It is in the errors and not in the findings; the other texts of its shard are as before."""
    expected = run(shards)
    at(monkeypatch, "06.md", die)
    found = run(shards)
    (changed,) = [number for number in expected if found[number] != expected[number]]
    findings, errors = found[changed]
    assert b'"kind":"killed","path":"news/06.md"' in errors
    assert errors.count(b"\n") == 1
    assert [line for line in expected[changed][0].splitlines() if b"06.md" not in line] == findings.splitlines()


def test_a_text_that_hangs_is_ended_and_named(monkeypatch, folder, shards, run):
    """After its time three times; the reason is said."""
    at(monkeypatch, "06.md", signal.pause)
    found = run(shards, patience=0.3)
    errors = b"".join(errors for _, errors in found.values())
    assert b"news/06.md" in errors
    assert b"took too long" in errors


def test_two_deadly_texts_in_a_shard_are_both_named(monkeypatch, shards, run):
    """Leaving out the first does not hide the second."""
    at(monkeypatch, "04.md", die)
    at(monkeypatch, "05.md", die)
    errors = b"".join(errors for _, errors in run(shards, workers=1).values())
    assert [name in errors for name in (b"03.md", b"04.md", b"05.md", b"06.md")] == [False, True, True, False]


def test_what_kills_though_it_is_left_out_takes_its_piece(monkeypatch, shards, run):
    """Where finding the text is what kills, its file is named and not opened any more."""
    entries = working.entries

    def deadly(piece, texts):
        if piece.path.endswith("06.md"):
            die()
        return entries(piece, texts)

    monkeypatch.setattr(working, "entries", deadly)
    errors = b"".join(errors for _, errors in run(shards).values())
    assert errors.count(b"\n") == 1
    assert b'"kind":"killed","path":"news/06.md"' in errors


def test_a_text_that_fails_is_named(monkeypatch, shards, run):
    """An exception in a text is an error of that text."""

    def fail():
        raise ValueError("of no use")

    expected = run(shards)
    monkeypatch.setattr(working, "narrow", lambda report, _choice: fail() if "06" in report.documents[0].id else report)
    found = run(shards)
    errors = b"".join(errors for _, errors in found.values())
    assert b'"kind":"failed","path":"news/06.md"' in errors
    assert b"ValueError: of no use" in errors
    assert sum(found[number] != expected[number] for number in expected) == 1


def test_no_room_on_the_disk_ends_the_run(monkeypatch, shards, run, folder):
    """The message says where, and that the same command goes on; half a part is not left behind."""

    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(serving, "check_shard", full)
    with pytest.raises(UsageError, match=r"parts cannot be written: No space left on device.*goes on"):
        run(shards)
    assert not list(folder.glob("parts/*"))


def test_workers_that_die_at_no_text_end_the_run(monkeypatch, shards, run):
    """Nobody would be served by trying for ever."""
    monkeypatch.setattr(serving, "check_shard", lambda *_given: die())
    with pytest.raises(UsageError, match="enough memory"):
        run(shards)


def test_spawned_workers_make_the_checker_themselves(folder, shards, run, job):
    """Where nothing can be forked, the parts are the same."""
    from claims.cli.project import find_project

    project = find_project(("facts.yaml",), (), isolated=True)
    with Pool(Workshop(project.checker, job, folder / "spawned"), 1, method="spawn") as hands:
        done = [event for event in hands.run(shards) if isinstance(event, Done)]
    parts = {part.number: Part(part_path(folder / "spawned", part.number), part) for part in done}
    found = {number: b"".join(part.findings()) for number, part in parts.items()}
    assert found == {number: findings for number, (findings, _) in run(shards).items()}
