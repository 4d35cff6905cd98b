"""Texts that name nothing that the facts know: skimmed, counted and listed, and read where somebody wants it."""

import json

import pytest

from claims.cli import run

FACTS = """\
format: claims-facts/1
entities:
  rowers:
    type: organization
    names: {en: [Northbank Rowing Club]}
    facts: {members: 62}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one text that names the club and two that do not, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / ".claims.yaml").write_text("facts: [facts.yaml]\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "club.md").write_text("The Northbank Row*ing* Club has 62 members.\n")
    (tmp_path / "docs" / "it.md").write_text("It has 61 members, and 3 boats.\n")
    (tmp_path / "docs" / "code.md").write_text("Call `Northbank Rowing Club` 3 times.\n")
    return tmp_path


def _last_line(capsys) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_skimmed_texts_are_counted(project, capsys):
    """The last line says how many texts were not read, and their values are not among those that were not checked."""
    assert run(["check", "docs"]) == 0
    assert _last_line(capsys) == "3 documents (2 of them name nothing that the facts know), 1 value: 1 supported"


@pytest.mark.parametrize("option", ["--read-all", "--require-support"])
def test_all_texts_are_read_where_all_values_count(project, option, capsys):
    """With --read-all, and where every value must be supported, no text is skimmed."""
    assert run(["check", "docs", option]) == (1 if option == "--require-support" else 0)
    assert _last_line(capsys).startswith("3 documents, 4 values: 1 supported, 3 not checked")


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (["it.md"], "1 document (it names nothing that the facts know), 0 values; nothing was checked"),
        (["it.md", "code.md"], "2 documents (none of them names anything that the facts know), 0 values; "),
        (["it.md", "club.md"], "2 documents (1 of them names nothing that the facts know), 1 value: 1 supported"),
    ],
)
def test_a_run_that_read_nothing_says_so(project, files, line, capsys):
    """A green run does not pretend to have checked."""
    assert run(["check", *(f"docs/{file}" for file in files)]) == 0
    assert _last_line(capsys).startswith(line)


def test_verbose_names_them(project, capsys):
    """-v lists the texts that were not read, and how to have them read."""
    run(["check", "docs", "-v"])
    out = capsys.readouterr().out
    assert "(--read-all reads them too):\n   docs/code.md\n   docs/it.md\n" in out


def test_the_json_report_marks_them(project, capsys):
    """A program sees which documents were skimmed, and how many."""
    run(["check", "docs", "--output-format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["summary"]["skimmed"] == 2
    assert {it["path"]: it["skimmed"] for it in report["documents"]} == {
        "docs/club.md": False,
        "docs/code.md": True,
        "docs/it.md": True,
    }


def test_the_page_says_how_many(project, capsys):
    """The HTML report leaves skimmed texts out and says how many there are."""
    run(["check", "docs", "--output-format", "html"])
    out = capsys.readouterr().out
    assert "2 of them name nothing that the facts know" in out
    assert "docs/code.md" not in out


@pytest.mark.parametrize("where", ["option", "configuration", "front matter"])
def test_texts_that_are_about_somebody_are_read(project, where, capsys):
    """Whom a text is about it need not name, whoever says so."""
    if where == "configuration":
        (project / ".claims.yaml").write_text("facts: [facts.yaml]\npaths: [{glob: docs/it.md, about: [rowers]}]\n")
    elif where == "front matter":
        (project / "docs" / "it.md").write_text("---\nabout: rowers\n---\nIt has 61 members, and 3 boats.\n")
    assert run(["check", "docs/it.md", *(["--about", "rowers"] if where == "option" else [])]) == 0
    assert "1 contradicted" in _last_line(capsys)


def test_a_comment_that_silences_nothing_is_reported(project, capsys):
    """A text that speaks to this program is read, whomever it names."""
    (project / "docs" / "it.md").write_text("It has 61 members.\n\n<!-- claims-disable-file -->\n")
    run(["check", "docs/it.md"])
    assert "silences nothing" in capsys.readouterr().out


def test_records_are_skimmed_one_by_one(project, capsys):
    """Each record is a text of its own."""
    texts = ("The Northbank Rowing Club has 62 members.", "It has 61 members.")
    lines = [json.dumps({"text": text}) for text in texts]
    lines.append(json.dumps({"text": texts[1], "about": ["rowers"]}))
    (project / "news.jsonl").write_text("\n".join(lines) + "\n")
    run(["check", "news.jsonl"])
    assert _last_line(capsys).startswith("3 documents (1 of them names nothing that the facts know), 2 values")
