"""The commands, run as a person runs them."""

import json
import os
import signal
import subprocess
import sys

import pytest

from claims.cli import run
from claims.cli.options import ReportFormat
from claims.cli.status import FINDINGS, INTERRUPTED, OK, TROUBLE
from claims.reports import FORMATS

FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts:
      members:
        - value: 79
          from: 2018-09
        - value: 84
          from: 2024-10
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with facts and a text that is wrong, as the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "wrong.md").write_text("Acme has 85 members.\n")
    (tmp_path / "right.md").write_text("Acme has 84 members.\n")
    (tmp_path / "old.md").write_text("Acme has 79 members.\n")
    return tmp_path


def claims(*arguments):
    """Run a command on the facts of the folder."""
    return run([*arguments, "--facts", "facts.yaml", "--isolated"])


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "right.md"], OK),
        (["check", "wrong.md"], FINDINGS),
        (["check", "wrong.md", "right.md"], FINDINGS),
        (["check", "wrong.md", "--exit-zero"], OK),
        (["check", "wrong.md", "--ignore", "contradicted"], OK),
        (["check", "wrong.md", "--select", "outdated"], OK),
        (["check", "old.md"], OK),
        (["check", "old.md", "--fail-level", "warning"], FINDINGS),
        (["check", "old.md", "--as-of", "latest"], FINDINGS),
        (["check", "old.md", "--as-of", "2019"], OK),
        (["check", "right.md", "--require-support"], OK),
        (["check", "old.md", "--require-support"], FINDINGS),
        (["check", "right.md", "--min-checked", "1"], OK),
        (["check", "right.md", "--min-checked", "2"], FINDINGS),
        (["check", "missing.md"], TROUBLE),
        (["check", "wrong.md", "missing.md"], TROUBLE),
        (["check"], TROUBLE),
        (["check", "wrong.md", "--unknown"], TROUBLE),
        (["chek", "wrong.md"], TROUBLE),
    ],
)
def test_exit_status_says_what_came_out(folder, capsys, arguments, status):
    """0 for nothing at or above the level, 1 for findings, 2 for bad usage and input that cannot be read."""
    assert claims(*arguments) == status
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "facts.yaml"], ["claims verify facts.yaml", "--facts facts.yaml"]),
        (["verify", "wrong.md"], ["claims check wrong.md", "--facts wrong.md"]),
        (["check", "table.csv"], ["no `text` field", "claims verify table.csv", "--facts table.csv"]),
        (["check", "wrong.md", "--facts", "right.md"], ["claims check right.md", "claims verify right.md"]),
        (["check", "wrong.md", "--as-of", "soon"], ["--as-of soon", "today, latest"]),
        (["check", "wrong.md", "--date", "soon"], ["--date soon"]),
        (["check", "wrong.md", "--select", "outdatd"], ["did you mean outdated?"]),
        (["check", "wrong.md", "--select", "a,,b"], ["'a,,b' is empty"]),
        (["check", "empty"], ["nothing to check in empty", ".md"]),
        (["chek"], ["'check'"]),
        (["check", "wrong.md", "--output-file", "wrong.md/x"], ["wrong.md/x cannot be written"]),
        (["check", "./missing.md"], []),
        (["inspect"], ["either paths or --text"]),
        (["inspect", "wrong.md", "--text", "x"], ["either paths or --text"]),
        (["explain", "acme.nothing"], ["no fact is called acme.nothing"]),
        (["facts", "show", "acme.nothing"], ["no fact is called acme.nothing"]),
    ],
)
def test_mistakes_of_use_are_answered_with_what_to_do(folder, capsys, arguments, said):
    """Wrong usage gives status 2 and a message that says what is wrong and what to do."""
    (folder / "table.csv").write_text("a,b\n1,2\n")
    (folder / "empty").mkdir()
    assert claims(*arguments) == TROUBLE
    message = capsys.readouterr().err
    assert all(part in message for part in said), message
    assert "Traceback" not in message


def test_without_facts_it_says_where_it_looked(folder, capsys):
    """With no facts named anywhere the command stops and lists the folders it looked in."""
    assert run(["check", "wrong.md"]) == TROUBLE
    message = capsys.readouterr().err
    assert str(folder) in message
    assert "--facts" in message


def test_mistakes_in_facts_are_all_shown(folder, capsys):
    """Bad facts give status 2 and every mistake with its place."""
    (folder / "facts.yaml").write_text(FACTS.replace("names:", "nmes:").replace("value: 84", "valeu: 84"))
    assert claims("check", "wrong.md") == TROUBLE
    message = capsys.readouterr().err
    assert "facts.yaml:4:" in message
    assert "facts.yaml:10:" in message
    assert "nothing was checked" in message


def test_fault_of_the_program_asks_to_be_reported(folder, capsys, monkeypatch):
    """What nobody foresaw is shown with its traceback and a line that asks to report it."""
    monkeypatch.setattr("claims.cli.project.Project.checker", lambda _self: 1 / 0)
    assert claims("check", "wrong.md") == TROUBLE
    message = capsys.readouterr().err
    assert "ZeroDivisionError" in message
    assert "Please report it" in message


def test_interruption_is_quiet(folder, capsys, monkeypatch):
    """Ctrl-C ends with status 130 and without a word."""

    def interrupt(_self):
        raise KeyboardInterrupt

    monkeypatch.setattr("claims.cli.project.Project.checker", interrupt)
    assert claims("check", "wrong.md") == INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes break differently there")
def test_broken_pipe_is_quiet(folder):
    """`claims check | head` ends without a message where the reader goes away."""
    read, write = os.pipe()
    os.close(read)
    arguments = ["check", "wrong.md", "--facts", "facts.yaml", "--isolated"]
    done = subprocess.run(
        [sys.executable, "-m", "claims", *arguments], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (FINDINGS, b"")


def test_text_comes_through_standard_input(folder, capsys, monkeypatch):
    """`-` is standard input, called by --stdin-filename, whose suffix says how to read it."""
    with (folder / "wrong.md").open(encoding="utf-8") as text:
        monkeypatch.setattr(sys, "stdin", text)
        assert claims("check", "-", "--stdin-filename", "note.md") == FINDINGS
    assert capsys.readouterr().out.startswith("note.md:1:10: error: acme.members is contradicted\n")


def test_unreadable_standard_input_is_trouble(folder, monkeypatch):
    """What comes through standard input was asked for, so that it must be readable."""
    (folder / "binary").write_bytes(b"\x00")
    with (folder / "binary").open(encoding="utf-8") as text:
        monkeypatch.setattr(sys, "stdin", text)
        assert claims("check", "-") == TROUBLE


def test_folders_and_records_are_read(folder, capsys):
    """A folder gives its texts by name, records keep their ids and their order."""
    (folder / "news.jsonl").write_text('{"id": "r1", "text": "Acme has 85 members."}\nbroken\n')
    assert claims("check", ".", "--output-format", "json") == FINDINGS
    report = json.loads(capsys.readouterr().out)
    assert [document["id"] for document in report["documents"]] == ["old.md", "right.md", "wrong.md"]
    assert claims("check", "news.jsonl", "--output-format", "json") == TROUBLE
    report = json.loads(capsys.readouterr().out)
    assert [document["id"] for document in report["documents"]] == ["r1", "news.jsonl"]
    assert report["documents"][1]["error"]["line"] == 2


def test_unreadable_file_in_a_folder_is_a_warning(folder, capsys):
    """A file in a folder that is no text is reported and hides nothing; --unreadable error makes it fail."""
    texts = folder / "texts"
    texts.mkdir()
    (texts / "a.md").write_bytes(b"\x00\x01")
    (texts / "b.md").write_text("Acme has 84 members.\n")
    assert claims("check", "texts") == OK
    assert "texts/a.md" in capsys.readouterr().out
    assert claims("check", "texts", "--unreadable", "error") == TROUBLE


def test_report_goes_to_a_file(folder, capsys):
    """With --output-file standard output stays empty and the summary goes to standard error."""
    assert claims("check", "wrong.md", "--output-format", "json", "--output-file", "out/report.json") == FINDINGS
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "1 contradicted (written to out/report.json)" in shown.err
    assert json.loads((folder / "out" / "report.json").read_text())["format"] == "claims-report/1"


def test_structured_claims_are_verified(folder, capsys):
    """`verify` judges records of entity, attribute and value, at their place in their file."""
    (folder / "claims.csv").write_text("entity,attribute,value\nacme,members,84\nAcme,members,85\n")
    assert claims("verify", "claims.csv") == FINDINGS
    shown = capsys.readouterr().out
    assert "claims.csv:3" in shown
    assert "acme.members = 85 is contradicted" in shown
    (folder / "claims.csv").write_text("entity,attribute,value\nacme,members,79\n")
    assert claims("verify", "claims.csv", "--require-support") == FINDINGS
    assert claims("verify", "claims.csv", "--require-support", "--as-of", "2019") == OK


def test_inspection_shows_what_is_read(folder, capsys):
    """`inspect` shows mentions and claims, of words given on the command line too, and needs no facts."""
    assert claims("inspect", "--text", "Acme has 85 members.") == OK
    assert "acme.members = 85" in capsys.readouterr().out
    assert run(["inspect", "wrong.md", "--isolated", "--output-format", "json"]) == OK
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert [mention["value"] for mention in document["mentions"]] == ["85"]


def test_expectation_is_followed_to_the_step_that_failed(folder, capsys):
    """`inspect --expect` shows how a claim is read, and 1 with the step where it is not."""
    assert claims("inspect", "wrong.md", "--expect", "acme.members=85") == OK
    assert "✓ claim: Acme has 85 members" in capsys.readouterr().out
    assert claims("inspect", "wrong.md", "--expect", "acme.members=84") == FINDINGS
    assert capsys.readouterr().out.endswith("✗ value: 84 is not read; read are: 85\n")


def test_facts_are_shown_and_linted(folder, capsys):
    """`facts show` lists facts with their place, `facts lint` says that nothing is wrong, or everything that is."""
    assert claims("facts", "show", "acme.*") == OK
    assert "acme.members  84     from: 2024-10" in capsys.readouterr().out
    assert claims("facts", "show", "--output-format", "json") == OK
    assert [fact["value"] for fact in json.loads(capsys.readouterr().out)["facts"]] == [79, 84]
    assert run(["facts", "lint", "facts.yaml", "--isolated"]) == OK
    assert capsys.readouterr().out.endswith("1 entity, 2 facts: 1 note\n")
    (folder / "facts.yaml").write_text(FACTS.replace("names:", "nmes:"))
    assert run(["facts", "lint", "facts.yaml", "--isolated"]) == FINDINGS
    assert "facts.yaml:4:" in capsys.readouterr().out


def test_explanations_need_no_facts_for_words(folder, capsys):
    """`explain` answers for words of a report anywhere, and for facts and rules in a project."""
    assert run(["explain", "outdated,no_fact"]) == OK
    assert "no_fact: " in capsys.readouterr().out
    assert run(["explain"]) == OK
    assert "contradicted " in capsys.readouterr().out
    assert claims("explain", "acme.members:outdated") == OK
    shown = capsys.readouterr().out
    assert "facts.yaml:" in shown
    assert "outdated: " in shown


def test_report_schema_is_printed(capsys):
    """`schema` prints the schema of a format, and without a name lists them."""
    assert run(["schema", "report"]) == OK
    assert json.loads(capsys.readouterr().out)["title"] == "claims-report/1"
    assert run(["schema"]) == OK
    assert "report" in capsys.readouterr().out.split()


def test_every_format_can_be_asked_for():
    """The option knows the names of all output formats, and no others."""
    assert [choice.value for choice in ReportFormat] == [output.name for output in FORMATS]


@pytest.mark.parametrize(
    "command", [[], ["check"], ["verify"], ["inspect"], ["explain"], ["schema"], ["facts", "lint"], ["facts", "show"]]
)
def test_every_command_has_help(capsys, command):
    """Every command and every option says what it is for."""
    assert run([*command, "--help"]) == OK
    shown = capsys.readouterr().out
    assert "Usage: claims" in shown
    for line in shown.splitlines():
        assert not (line.startswith("  --") and line.rstrip().endswith("  ")), line


CONFIGURATION = """\
facts: [facts.yaml]
severities: {contradicted: warning}
ignore: ["acme.members:outdated"]
paths:
  - {glob: "now/*.md", date: latest}
  - {glob: "then/*.md", date: 2019}
"""


def test_configuration_is_found_and_followed(folder, capsys):
    """Facts, severities, selectors and the time of judging by path come from the nearest configuration."""
    (folder / ".claims.yaml").write_text(CONFIGURATION)
    for name in ("now", "then"):
        (folder / name).mkdir()
        (folder / name / "a.md").write_text("Acme has 79 members.\n")
    assert run(["check", "wrong.md"]) == OK
    assert "warning: acme.members is contradicted" in capsys.readouterr().out
    assert run(["check", "then/a.md", "--require-support"]) == OK
    assert run(["check", "now/a.md"]) == OK
    assert run(["check", "now/a.md", "--ignore", "no_fact"]) == FINDINGS


def test_named_configuration_is_used_and_isolation_uses_none(folder, capsys):
    """--config names the file to use; --isolated looks for none."""
    (folder / "other").mkdir()
    (folder / "other" / ".claims.yaml").write_text(CONFIGURATION.replace("facts.yaml", "../facts.yaml"))
    assert run(["check", "wrong.md", "--config", "other/.claims.yaml"]) == OK
    assert run(["check", "wrong.md", "--config", "missing.yaml"]) == TROUBLE
    assert run(["check", "wrong.md", "--isolated"]) == TROUBLE
    assert "--isolated" in capsys.readouterr().err
