"""A corpus of every kind of file, as a person runs it: complete, resumable, killed, and the same to the byte."""

import gzip
import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, INTERRUPTED, OK, TROUBLE
from claims.corpus import planning
from claims.corpus.folder import OUTPUTS

FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts: {members: {value: 84, as_of: 2024-10}}
"""
ROOT = Path(__file__).parents[2]
SMALL = "import sys; from claims.corpus import planning; planning.SMALLEST = 5_000; from claims.cli import run; "
HAS_PROC = Path("/proc/self/task").is_dir()


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Texts of all kinds, one in three of them wrong, and names of files that are hard to write."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(planning, "SMALLEST", 5_000)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "texts").mkdir()
    for number in range(30):
        (tmp_path / "texts" / f"{number:02}.md").write_text(text(number))
    (tmp_path / "texts" / os.fsdecode(b"caf\xe9\nbar.txt")).write_text(text(0))
    lines = [json.dumps({"id": f"r{number}", "text": text(number), "date": "2024-11"}) for number in range(300)]
    (tmp_path / "news.jsonl").write_text("\n".join([*lines, "{broken"]))
    (tmp_path / "more.jsonl.gz").write_bytes(gzip.compress("\n".join(lines[:30]).encode()))
    (tmp_path / "table.csv").write_text(f"id,text\nc1,{text(0)}\nc2,\n")
    return tmp_path


def text(number):
    return f"Acme has {84 + (number % 3 == 0)} members."


EVERYTHING = ("texts", "news.jsonl", "more.jsonl.gz", "table.csv")


def batch(*arguments, paths=EVERYTHING):
    return run(["batch", *paths, "-o", "report", "--facts", "facts.yaml", "--isolated", *arguments])


def report(folder="report"):
    return {name: Path(folder, name).read_bytes() for name in OUTPUTS if Path(folder, name).exists()}


def rows(name="findings.jsonl"):
    return [json.loads(line) for line in Path("report", name).read_text().splitlines()]


def test_every_text_is_in_the_report_once_or_in_its_errors(corpus, capsys):
    """Of files, of each kind of table, and of files with names that are no text."""
    assert batch("-j", "2") == FINDINGS
    found = sorted(row["document"] for row in rows())
    wrong = [number for number in range(300) if number % 3 == 0]
    expected = [
        *(f"texts/{number:02}.md" for number in wrong[:10]),
        "texts/caf\\xe9\nbar.txt",
        *(f"news.jsonl#r{number}" for number in wrong),
        *(f"more.jsonl.gz#r{number}" for number in wrong[:10]),
        "table.csv#c1",
    ]
    assert found == sorted(expected)
    assert [(row["path"], row["line"]) for row in rows("errors.jsonl")] == [("news.jsonl", 301), ("table.csv", 3)]
    said = capsys.readouterr()
    assert said.out.startswith("364 documents, 362 values: 240 supported, 122 contradicted; 2 documents could not be")
    assert "report/errors.jsonl" in said.err


def test_verdicts_are_those_of_check(corpus, capsys):
    """Each finding of a batch is that of `claims check`, at the same place."""
    batch()
    capsys.readouterr()
    run(["check", "texts", "news.jsonl", "--facts", "facts.yaml", "--isolated", "--output-format", "json"])
    documents = json.loads(capsys.readouterr().out)["documents"]
    checked = {
        (document["path"].encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"), claim["id"]): claim
        for document in documents
        for claim in document["claims"]
        if claim["verdict"] != "supported"
    }
    found = {(row["path"], row["id"]): row for row in rows() if row["path"].startswith(("texts", "news"))}
    same = ("verdict", "start", "end", "line", "column", "quote", "severity", "message", "fingerprint")
    assert {key: [row[name] for name in same] for key, row in found.items() if "\n" not in key[0]} == {
        key: [claim[name] for name in same] for key, claim in checked.items() if "\n" not in key[0]
    }


def test_status_and_options(corpus, capsys):
    """Findings fail the run unless they are not to; a file that was named and is not there is trouble."""
    assert batch("--exit-zero") == OK
    assert batch("--fail-level", "error") == FINDINGS
    assert "is complete" in capsys.readouterr().err
    assert batch("--ignore", "contradicted") == TROUBLE
    assert "--ignore was not given, and is contradicted" in capsys.readouterr().err
    assert batch("--ignore", "contradicted", "--restart") == OK
    assert batch("--restart", paths=("texts/01.md", "none.md")) == TROUBLE
    assert rows("errors.jsonl")[0]["message"] == "no such file"
    assert batch("--restart", "--rename", "body=text") == TROUBLE
    assert batch("--restart", paths=("facts.yaml",)) == TROUBLE
    assert batch("--restart", paths=()) == TROUBLE
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("separator", [b"\n", b"\0"])
def test_lists_of_files(corpus, separator):
    """On standard input and in a file, one a line or between zero bytes."""
    names = [b"texts/00.md", b"texts/01.md", b"texts/03.md"]
    if separator == b"\0":
        names.append(b"texts/caf\xe9\nbar.txt")
    (corpus / "list").write_bytes(separator.join(names))
    assert batch("--files-from", "list", paths=()) == FINDINGS
    expected = report()
    command = [sys.executable, "-m", "claims", "batch", "-", "-o", "other", "--facts", "facts.yaml", "--isolated"]
    with (corpus / "list").open("rb") as file:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run(command, stdin=file, env=environment, check=False, capture_output=True)
    assert ran.returncode == FINDINGS
    assert report("other") == expected
    assert len(rows()) == 2 + (separator == b"\0")


def start(*arguments, script=SMALL):
    """The command as a process of its own, with small shards."""
    words = ["batch", *EVERYTHING, "-o", "report", "--facts", "facts.yaml", "--isolated", "-j", "2", *arguments]
    return subprocess.Popen(
        [sys.executable, "-c", f"{script}sys.exit(run(sys.argv[1:]))", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def when_parts_are_done(number, process):
    """Wait until the journal has so many lines; or the process is at its end, which is too early."""
    journal, pause = Path("report/journal/done.jsonl"), threading.Event()
    while not journal.exists() or journal.read_bytes().count(b"\n") < number:
        assert process.poll() is None, process.communicate()
        pause.wait(0.002)


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not HAS_PROC, reason="processes are found in /proc")
def test_killed_at_any_moment_the_report_is_the_same(corpus):
    """Workers, the parent, both: the same command goes on, and nothing is lost, doubled or different."""
    batch()
    expected = report()
    Path("report").rename("expected")
    for parts in (1, 3, 5):
        process = start()
        when_parts_are_done(parts, process)
        workers = children(process.pid)
        if parts != 1:
            process.kill()
        for worker in workers[: parts != 3]:
            os.kill(worker, signal.SIGKILL)
        assert "Traceback" not in process.communicate()[1]
    assert batch() == FINDINGS
    assert report() == expected


def test_ctrl_c_ends_cleanly_and_the_same_command_goes_on(corpus):
    """Status 130, a line that says how far it came, and nobody is left running."""
    process = start()
    when_parts_are_done(2, process)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == INTERRUPTED
    assert re.fullmatch(r"claims: interrupted: \d+ of \d+ parts are done; the same command goes on\n", said)
    assert batch() == FINDINGS
    goes_on = report()
    assert batch("--restart") == FINDINGS
    assert report() == goes_on


def test_a_build_server_ends_it_as_cleanly(corpus):
    """A request to terminate is taken as Ctrl-C."""
    process = start()
    when_parts_are_done(1, process)
    process.terminate()
    _, said = process.communicate()
    assert process.returncode == INTERRUPTED
    assert "the same command goes on" in said
