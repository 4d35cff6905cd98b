"""Whole runs: resumed, refused, finished, and the same to the byte."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claims.corpus.folder import OUTPUTS
from claims.corpus.parts import Done
from claims.corpus.pool import Pool, Workshop
from claims.corpus.running import Finished, Planned, Run
from claims.corpus.sources import Sources
from claims.errors import UsageError


@pytest.fixture
def a_run(folder, checker, job):
    """A run over the texts of the folder into `report`, with what is different."""

    def make(**different):
        given = {"path": Path("report"), "sources": Sources(("news",)), "grounds": {"facts": "sha256:1", "--as-of": ""}}
        return Run(**(given | {"checker": checker, "job": job} | different))

    return make


def pool_of(run, workers=2, only=None):
    """An engine; with ``only``, one that stops after so many parts."""

    def check(folder, shards):
        with Pool(Workshop(lambda: run.checker, run.job, folder), workers, run.checker) as hands:
            done = 0
            for event in hands.run(shards):
                yield event
                done += isinstance(event, Done)
                if done == only:
                    raise KeyboardInterrupt

    return check


def events(run, workers=2, **options):
    return list(run.events(pool_of(run, workers), **options))


def report(folder=Path("report")):
    return {name: (folder / name).read_bytes() for name in OUTPUTS if (folder / name).exists()}


def test_the_report_is_the_same_for_any_number_of_workers(a_run):
    """To the byte, in every file."""
    events(a_run(), workers=1)
    events(a_run(path=Path("other")), workers=3)
    assert report() == report(Path("other"))
    findings = [json.loads(line) for line in report()["findings.jsonl"].splitlines()]
    assert [row["path"] for row in findings] == [f"news/{number:02}.md" for number in range(0, 24, 3)]


def test_a_run_that_was_ended_goes_on(a_run):
    """It checks only what is not done, and the report is as if nothing had been."""
    run = a_run()
    with pytest.raises(KeyboardInterrupt):
        list(run.events(pool_of(run, only=2)))
    assert not report()
    _, planned, *rest = events(run)
    assert isinstance(planned, Planned)
    assert planned.done.shards == 2
    assert sum(isinstance(event, Done) for event in rest) == planned.extent.shards - 2
    events(a_run(path=Path("other")))
    assert report() == report(Path("other"))


def test_a_report_that_is_complete_is_left_alone(a_run):
    """Nothing is checked again, and the figures are those of the first time."""
    first = events(a_run())[-1]
    _, _, last = events(a_run())
    assert isinstance(last, Finished)
    assert (last.was, last.figures) == (True, first.figures)
    assert not Path("report/parts").exists()


def test_parts_that_got_lost_are_made_anew(a_run):
    """A part that is gone or shorter than the journal says is not done."""
    run = a_run()
    with pytest.raises(KeyboardInterrupt):
        list(run.events(pool_of(run, only=3)))
    first, second, *_ = sorted(Path("report/parts").glob("*.part"))
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    events(run)
    events(a_run(path=Path("other")))
    assert report() == report(Path("other"))
    assert events(run)[-1].figures == events(a_run(path=Path("other")))[-1].figures


def test_half_a_line_in_the_journal_is_none(a_run):
    """A run that was killed while it wrote down that a part is done makes it again."""
    run = a_run()
    with pytest.raises(KeyboardInterrupt):
        list(run.events(pool_of(run, only=2)))
    journal = Path("report/journal/done.jsonl")
    journal.write_bytes(journal.read_bytes()[:-9])
    assert events(run)[1].done.shards == 1
    events(a_run(path=Path("other")))
    assert report() == report(Path("other"))


def test_a_damaged_part_is_not_taken_into_the_report(a_run):
    """It is said, and the next run makes it anew."""
    run = a_run()

    def damaging(folder, shards):
        yield from pool_of(run)(folder, shards)
        part = sorted(folder.glob("*.part"))[1]
        part.write_bytes(b"x" + part.read_bytes()[1:])

    with pytest.raises(UsageError, match=r"000001.part is damaged.*goes on"):
        list(run.events(damaging))
    events(run)
    events(a_run(path=Path("other")))
    assert report() == report(Path("other"))


@pytest.mark.parametrize(
    ("different", "said"),
    [
        ({"facts": "sha256:2", "--as-of": ""}, "facts has changed"),
        ({"facts": "sha256:1", "--as-of": "2024"}, "--as-of was not given, and is 2024"),
        ({"facts": "sha256:1", "more": "sha256:3", "--as-of": ""}, "more was not there"),
        ({"facts": "sha256:1"}, "--as-of is gone"),
    ],
)
def test_other_grounds_are_refused(a_run, different, said):
    """With what is different; --restart begins anew."""
    events(a_run())
    with pytest.raises(UsageError, match=rf"{said}\n.*--restart"):
        events(a_run(grounds=different))
    assert not events(a_run(grounds=different), restart=True)[-1].was


def test_other_texts_are_refused(a_run, folder):
    """Before anything is checked, with the first that is different."""
    run = a_run()
    with pytest.raises(KeyboardInterrupt):
        list(run.events(pool_of(run, only=1)))
    (folder / "news" / "03.md").write_text("Acme has 99 members.\n")
    with pytest.raises(UsageError, match=r"news/03.md has changed\n"):
        events(run)
    events(run, restart=True)
    assert b'"99"' in report()["findings.jsonl"]


def test_a_folder_of_something_else_is_not_touched(a_run, folder):
    """Nor is a file; with --restart neither."""
    for restart in (False, True):
        with pytest.raises(UsageError, match="news is not empty and holds no report"):
            events(a_run(path=folder / "news"), restart=restart)
        with pytest.raises(UsageError, match="is a file"):
            events(a_run(path=folder / "facts.yaml"), restart=restart)
    assert len(list((folder / "news").iterdir())) == 24


def test_a_report_is_restarted_without_touching_what_else_is_there(a_run):
    """Notes that somebody put beside the report stay."""
    events(a_run())
    Path("report/notes.txt").write_text("mine")
    events(a_run(), restart=True)
    assert Path("report/notes.txt").read_text() == "mine"


def test_nothing_to_check_is_said(a_run, folder):
    """An empty folder makes no report."""
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match="nothing to check"):
        events(a_run(sources=Sources(("empty",))))
    events(a_run())


def test_two_runs_do_not_write_to_one_report(a_run):
    """The second is told to wait."""
    import multiprocessing

    from claims.corpus.folder import taken

    run = a_run()
    with taken(run.path, restart=False):
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        other = context.Process(target=lambda: theirs.send(refusal(run)))
        other.start()
        assert "another run is writing" in ours.recv()
        other.join()


def refusal(run):
    try:
        events(run)
    except UsageError as error:
        return str(error)
    return ""


def test_what_is_not_a_text_of_this_run_does_not_count(a_run):
    """Requirements are about the facts: they are in the summary once, and in no document's figures."""
    run = a_run()
    last = events(replace(run, path=Path("other")))[-1]
    assert last.figures["documents"] == 24
    assert last.figures["verdict:contradicted"] == 8
