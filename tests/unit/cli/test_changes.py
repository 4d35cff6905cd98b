"""``--changed-since``, run as a person runs it."""

import subprocess

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, OK, TROUBLE

WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts:
      members: 84
      limit: {from_file: ../config/limits.json, path: max}
"""
OTHER = "format: claims-facts/1\nentities: {globex: {names: Globex}}"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A checkout with two texts that are wrong, all of it committed, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".claims.yaml").write_text("facts: facts/\nextends: base.yaml\n")
    (tmp_path / "base.yaml").write_text("languages: en\n")
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "facts.yaml").write_text(FACTS)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "limits.json").write_text('{"max": 5}')
    (tmp_path / "a.md").write_text("Acme has 85 members.\n")
    (tmp_path / "b.md").write_text("Acme has 86 members.\n")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run(["git", *WHO, *command], check=True, capture_output=True)
    return tmp_path


def test_only_what_changed_is_checked(folder, capsys):
    """Old texts say nothing, a changed one does, and how many they are is said."""
    assert run(["check", ".", "--changed-since", "HEAD"]) == OK
    assert "0 of 2 texts changed since HEAD" in capsys.readouterr().err
    (folder / "b.md").write_text("Acme has 87 members.\n")
    assert run(["check", ".", "--changed-since", "HEAD"]) == FINDINGS
    shown = capsys.readouterr()
    assert "1 of 2 texts changed since HEAD" in shown.err
    assert "a.md" not in shown.out


@pytest.mark.parametrize(
    "name", ["facts/facts.yaml", "facts/new.yaml", ".claims.yaml", "base.yaml", "config/limits.json"]
)
def test_everything_is_checked_again_where_its_grounds_changed(folder, capsys, name):
    """Facts, configuration, what it extends, and files that facts refer to."""
    path = folder / name
    old = path.read_text() if path.exists() else OTHER
    path.write_text(f"{old}\n")
    assert run(["check", ".", "--changed-since", "HEAD"]) == FINDINGS
    shown = capsys.readouterr()
    assert "all texts are checked" in shown.err
    assert "2 documents" in shown.out


def test_an_unknown_commit_is_bad_usage(folder, capsys):
    """Status 2, and a word on shallow clones."""
    assert run(["check", ".", "--changed-since", "nowhere"]) == TROUBLE
    assert "git fetch --unshallow" in capsys.readouterr().err
