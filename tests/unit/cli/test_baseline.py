"""``claims baseline`` and ``--baseline``, run as a person runs them."""

import json

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, OK, TROUBLE

FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts: {members: 84, founded: 2014, employees: 3}
  globex: {names: Globex, type: organization}
"""
RULES = """\
format: claims-rules/1
require:
  - {id: enough-employees, for: {e: organization}, that: e.employees >= 5, message: too few employees}
"""
ONE, TWO, THREE = "Acme has 85 members.", "Acme was founded in 2013.", "Acme has 84 members."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with facts, rules and a text, as the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "rules.yaml").write_text(RULES)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(f"{ONE}\n\n{TWO}\n\n{THREE}\n")
    (tmp_path / "docs" / "b.md").write_text("Globex has 3 members.\n\nGlobex has 5 members.\n")
    return tmp_path


def write(*paths):
    """Write the baseline of paths."""
    return run(["baseline", *paths, "-o", "known.json", "--facts", "facts.yaml", "--rules", "rules.yaml"])


def check(*arguments, facts="facts.yaml"):
    """Check against the baseline; every finding that speaks fails."""
    given = ["--facts", facts, "--rules", "rules.yaml", "--fail-level", "note"]
    return run(["check", *arguments, "--baseline", "known.json", *given])


def test_a_check_after_a_baseline_is_clean(folder, capsys):
    """Claims, failed requirements and inconsistencies that are known say nothing; the summary counts them."""
    assert run(["check", "docs", "--facts", "facts.yaml", "--rules", "rules.yaml"]) == FINDINGS
    assert write("docs") == OK
    assert "4 findings in 3 files written to known.json" in capsys.readouterr().err
    assert check("docs") == OK
    assert "2 of them silenced" in capsys.readouterr().out


def test_moved_paragraphs_stay_known(folder):
    """The baseline holds no line numbers: a text in another order, with more in it, is as clean."""
    write("docs")
    (folder / "docs" / "a.md").write_text(f"# New\n\n{THREE}\n\n{TWO}\n\nMore.\n\n{ONE}\n")
    assert check("docs") == OK


@pytest.mark.parametrize("text", [f"{ONE}\n\n{TWO}\n\n{ONE}\n", f"{ONE}\n\n{TWO}\n\nAcme has 86 members.\n"])
def test_what_is_said_anew_speaks(folder, text):
    """The same once more, or something else, is no known finding."""
    write("docs")
    (folder / "docs" / "a.md").write_text(text)
    assert check("docs") == FINDINGS


def test_another_verdict_speaks(folder):
    """A claim that was outdated when it became known, and is contradicted now, is reported."""
    (folder / "docs" / "a.md").write_text("Acme has 85 members.\n")
    changing = FACTS.replace("members: 84", "members: [{value: 85, from: 2018}, {value: 84, from: 2024}]")
    (folder / "facts.yaml").write_text(changing)
    write("docs")
    assert check("docs") == OK
    (folder / "facts.yaml").write_text(FACTS)
    assert check("docs") == FINDINGS


def test_the_folder_one_stands_in_does_not_matter(folder, monkeypatch):
    """Paths are those seen from the baseline's own folder."""
    write("docs")
    monkeypatch.chdir(folder / "docs")
    arguments = ["--facts", "../facts.yaml", "--rules", "../rules.yaml", "--baseline", "../known.json"]
    assert run(["check", "a.md", "b.md", *arguments, "--fail-level", "note"]) == OK


def test_entries_that_nothing_fits_are_reported(folder, capsys):
    """An entry whose text was mended, or whose file is gone, is a warning at its place in the baseline."""
    write("docs")
    (folder / "docs" / "a.md").write_text(f"{ONE}\n")
    (folder / "docs" / "b.md").unlink()
    assert check("docs") == FINDINGS
    said = capsys.readouterr().out
    assert 'known.json:10: warning: docs/a.md: "acme.founded is contradicted" is found no more' in said
    assert 'docs/b.md: "globex.members is said to be 3 and 5" is found no more' in said


def test_entries_of_files_that_were_not_checked_are_no_matter(folder):
    """A run on some of the files does not call the entries of the others stale."""
    write("docs")
    assert check("docs/b.md") == OK


def test_a_narrowed_run_makes_no_entry_stale(folder, capsys):
    """What --select leaves out is still found."""
    write("docs")
    assert check("docs", "--select", "acme.founded") == OK
    assert "no more" not in capsys.readouterr().out


def test_a_baseline_written_twice_is_the_same(folder):
    """The file depends on the findings alone, not on their order in the text."""
    write("docs")
    first = (folder / "known.json").read_text()
    (folder / "docs" / "a.md").write_text(f"{TWO}\n\n{ONE}\n")
    write("docs")
    assert (folder / "known.json").read_text() == first
    assert json.loads(first)["format"] == "claims-baseline/1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "known.json: no such file"),
        ("{", "known.json:2:1: not YAML"),
        ('{"format": "claims-facts/1"}', "this is a facts file"),
        ('{"format": "claims-baseline/1", "findings": [{"pth": "a"}]}', "did you mean `path`?"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_an_error(folder, capsys, text, said):
    """Status 2, and the mistake at its place."""
    if text is not None:
        (folder / "known.json").write_text(text)
    assert check("docs") == TROUBLE
    assert said in capsys.readouterr().err


def test_known_findings_are_not_fixed(folder):
    """--fix leaves alone what the baseline silences."""
    write("docs")
    before = (folder / "docs" / "a.md").read_text()
    check("docs", "--fix")
    assert (folder / "docs" / "a.md").read_text() == before
