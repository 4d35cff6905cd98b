"""`claims check` on strings of data: by option, by configuration, and mended in place."""

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, OK, TROUBLE

FACTS = "format: claims-facts/1\nentities:\n  acme: {names: Acme, type: organization, facts: {members: 84}}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with facts and three files of data, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "a.json").write_text('{"x": {"t": "Acme has **85** members.", "u": "Acme has 86 members."}}\n')
    (tmp_path / "b.yaml").write_text("t: 'Acme has 85 members.'\n")
    (tmp_path / "c.csv").write_bytes(b'id,t\r\n1,"Acme has 85 members, ""so far"""\r\n')
    (tmp_path / ".claims.yaml").write_text("facts: facts.yaml\n")
    return tmp_path


def test_fields_are_named_by_an_option(folder, capsys):
    """The strings at the path are read, and their places are those of the file."""
    assert run(["check", "a.json", "--fields", "x.u"]) == FINDINGS
    assert capsys.readouterr().out.startswith("a.json:1:56: error: acme.members is contradicted")


def test_without_fields_data_is_refused_with_a_word_about_them(folder, capsys):
    """The error says what could be meant."""
    assert run(["check", "a.json"]) == TROUBLE
    assert "--fields" in capsys.readouterr().err


def test_the_configuration_names_files_fields_and_format(folder, capsys):
    """In a folder, files that are configured are read, each in its format; facts, and other data, are not."""
    (folder / ".claims.yaml").write_text(
        "facts: facts.yaml\npaths:\n"
        "- {glob: 'a.json', fields: ['*.t'], text_format: markdown}\n- {glob: '*.csv', fields: t}\n"
    )
    assert run(["check", "."]) == FINDINGS
    out = capsys.readouterr().out
    assert "a.json:1:25: error" in out
    assert "c.csv:2:13: error" in out
    assert "2 documents, 2 values: 2 contradicted" in out


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("a.json", b'{"x": {"t": "Acme has **84** members.", "u": "Acme has 84 members."}}\n'),
        ("b.yaml", b"t: 'Acme has 84 members.'\n"),
        ("c.csv", b'id,t\r\n1,"Acme has 84 members, ""so far"""\r\n'),
    ],
)
def test_strings_are_mended_where_they_stand(folder, name, fixed):
    """Nothing but the number changes, and then there is nothing to mend."""
    (folder / ".claims.yaml").write_text("facts: facts.yaml\npaths:\n- {glob: 'a.json', text_format: markdown}\n")
    assert run(["check", name, "--fields", "**", "--fix"]) == OK
    assert (folder / name).read_bytes() == fixed
    assert run(["check", name, "--fields", "**", "--fix"]) == OK
