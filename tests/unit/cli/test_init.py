"""``claims init``, run as a person runs it."""

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, OK, TROUBLE
from claims.drafting import entity_id


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_folder_works_at_once(folder, capsys):
    """The facts have no mistakes, and the check that is said to come next finds what is wrong on purpose."""
    assert run(["init", "--yes"]) == OK
    assert "Next: claims check .\n" in capsys.readouterr().out
    assert run(["facts", "lint"]) == OK
    assert run(["check", "."]) == FINDINGS
    said = capsys.readouterr().out
    assert "example.md:3:44: warning: acme.members is outdated" in said
    assert "example.md:5:20: error: acme.founded is contradicted" in said


@pytest.mark.parametrize("name", ["Globex", 'The "Best": Café {x} # 1', "Œuvre d'Été", "株式会社", "yes", "42"])
def test_any_name_gives_files_that_load(folder, capsys, name):
    """Whatever the name holds, it is quoted, and texts that use it are understood."""
    assert run(["init", "--name", name]) == OK
    assert run(["facts", "lint"]) == OK, capsys.readouterr().out


def test_nothing_is_overwritten(folder, capsys):
    """What is there stays to the byte, the rest is made."""
    (folder / "facts").mkdir()
    (folder / "facts" / "facts.yaml").write_text("mine")
    assert run(["init", "--yes"]) == OK
    assert (folder / "facts" / "facts.yaml").read_text() == "mine"
    assert "kept facts/facts.yaml" in capsys.readouterr().out
    made = (folder / ".claims.yaml").read_text()
    assert run(["init", "--name", "Other"]) == OK
    assert (folder / ".claims.yaml").read_text() == made


def test_a_configuration_in_pyproject_counts(folder):
    """A second configuration, which would hide the first, is not made."""
    (folder / "pyproject.toml").write_text('[tool.claims]\nfacts = ["facts/"]\n')
    assert run(["init", "--yes"]) == OK
    assert not (folder / ".claims.yaml").exists()


def test_a_folder_can_be_named(folder, capsys):
    """A new folder is made, and how to go on from here is said."""
    assert run(["init", "new/one", "--yes"]) == OK
    assert "cd new/one; claims check ." in capsys.readouterr().out
    assert (folder / "new" / "one" / ".claims.yaml").exists()


def test_an_empty_name_is_refused(folder):
    """A name has to have letters, and no control characters."""
    assert run(["init", "--name", " "]) == TROUBLE
    assert run(["init", "--name", "a\nb"]) == TROUBLE
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("name", "id_"), [("Acme", "acme"), ("L'Été à Œ-Ville", "l-ete-a-oe-ville"), ("***", "it"), ("E\u0301te", "ete")]
)
def test_ids_are_plain_words(name, id_):
    """Letters and digits, in lower case, with hyphens."""
    assert entity_id(name) == id_


def test_a_draft_is_written_and_never_over_a_file(folder, capsys):
    """The facts of a text, checked at once, are supported; a second draft does not overwrite the first."""
    (folder / "a.md").write_text("Acme has 84 members. Acme was founded in 2014.\n")
    assert run(["facts", "draft", "a.md", "--output-file", "facts.yaml"]) == OK
    assert "drafted 2 facts of 1 entity in facts.yaml, 0 values left to you" in capsys.readouterr().err
    assert run(["check", "a.md", "--facts", "facts.yaml", "--require-support"]) == OK
    assert run(["facts", "draft", "a.md", "--output-file", "facts.yaml"]) == TROUBLE
    assert "there already" in capsys.readouterr().err
