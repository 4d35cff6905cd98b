"""The commands that care for facts and rules, run as a person runs them."""

from __future__ import annotations

import json

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, OK, TROUBLE

FACTS = """\
format: claims-facts/1
entities:
  acme:
    type: organization
    names: Acme Society
    facts:
      members: {value: 84, as_of: 2024-10, recheck_by: 2025-10}
"""
EXAMPLES = """\
examples:
  - text: Acme Society has 84 members.
    expect: acme.members = 84
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with facts and a text, as the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "note.md").write_text("Acme Society has 84 members.\n")
    return tmp_path


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ([], OK, "1 note"),
        (["--fail-level", "note"], FINDINGS, "1 note"),
        (["--fail-level", "note", "--exit-zero"], OK, "1 note"),
        (["--ignore", "no-source"], OK, "1 fact: nothing to mend"),
        (["--select", "acme.*", "--as-of", "2026"], OK, "1 fact: 1 warning"),
        (["--as-of", "2026"], OK, "1 warning, 1 note"),
        (["--as-of", "2026", "--fail-level", "warning"], FINDINGS, "[recheck]"),
        (["--output-format", "json"], OK, '"format": "claims-lint/1"'),
    ],
)
def test_lint_fails_at_its_level(folder, capsys, options, status, said):
    """Notes and warnings are shown and fail only where that is asked for."""
    assert run(["facts", "lint", "facts.yaml", "--isolated", *options]) == status
    assert said in capsys.readouterr().out


def test_lint_is_told_what_to_look_for_in_the_grammar_of_selectors(folder, capsys):
    """A check that there is none of is refused, and the configuration sets severities."""
    assert run(["facts", "lint", "facts.yaml", "--isolated", "--ignore", "no-sorce"]) == TROUBLE
    assert "did you mean no-source?" in capsys.readouterr().err
    (folder / ".claims.yaml").write_text("facts: [facts.yaml]\nseverities: {no-source: error}\n")
    assert run(["facts", "lint"]) == FINDINGS
    (folder / ".claims.yaml").write_text("facts: [facts.yaml]\nseverities: {no-source: none}\n")
    assert run(["facts", "lint"]) == OK
    assert "nothing to mend" in capsys.readouterr().out.splitlines()[-1]


def test_lint_shows_all_mistakes_as_findings(folder, capsys):
    """Facts that cannot be read are findings, in JSON too, and not the end of the run."""
    (folder / "facts.yaml").write_text(FACTS.replace("as_of", "asof").replace("type:", "typ:"))
    assert run(["facts", "lint", "facts.yaml", "--isolated", "--output-format", "json"]) == FINDINGS
    assert [finding["line"] for finding in json.loads(capsys.readouterr().out)["findings"]] == [4, 7]


def test_examples_are_run(folder, capsys):
    """`claims test` passes, fails with the place of the expectation, and says where there is nothing to run."""
    command = ["test", "--facts", "facts.yaml", "--isolated"]
    assert run(command) == TROUBLE
    assert "has `examples:`" in capsys.readouterr().err
    (folder / "facts.yaml").write_text(FACTS + EXAMPLES)
    assert run(command) == OK
    assert capsys.readouterr().out == "1 example: 1 passed\n"
    (folder / "facts.yaml").write_text(FACTS + EXAMPLES.replace("= 84", "= 85"))
    assert run(command) == FINDINGS
    assert "facts.yaml:10:13: failed: expected acme.members = 85" in capsys.readouterr().out


def test_texts_are_broken_to_see_who_notices(folder, capsys):
    """`claims test --mutate` counts its swaps, shows them with -v, and needs texts."""
    command = ["test", "--facts", "facts.yaml", "--isolated"]
    assert run([*command, "--mutate", "note.md", "-v"]) == OK
    assert capsys.readouterr().out.endswith("(acme.members, another number)\n1 swap in 1 document: 1 noticed\n")
    assert run([*command, "--mutate", "note.md", "--output-format", "json"]) == OK
    assert json.loads(capsys.readouterr().out)["swaps"][0]["new"] == "94"
    assert run([*command, "note.md"]) == TROUBLE
    assert run([*command, "--mutate"]) == TROUBLE
    assert "--mutate" in capsys.readouterr().err


def test_versions_of_facts_are_compared(folder, capsys):
    """`facts diff` shows what changed, and fails where a text that was right is wrong now."""
    (folder / "new.yaml").write_text(FACTS.replace("84", "87"))
    command = ["facts", "diff", "facts.yaml", "new.yaml"]
    assert run([*command, "--isolated"]) == OK
    assert "value   acme.members  84   87   new.yaml:7" in capsys.readouterr().out
    assert run([*command, "note.md", "--isolated"]) == FINDINGS
    assert "note.md:1:18: supported → contradicted" in capsys.readouterr().out
    assert run(["facts", "diff", "new.yaml", "facts.yaml", "note.md", "--isolated"]) == OK
    assert run([*command, "note.md", "--isolated", "--output-format", "json", "--exit-zero"]) == OK
    assert '"format": "claims-diff/1"' in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", [["test", "--facts", "facts.yaml", "--mutate"], ["facts", "diff", "facts.yaml", "facts.yaml"]]
)
def test_a_named_text_that_cannot_be_read_is_trouble(folder, capsys, command):
    """A missing text is told and ends with status 2, as everywhere."""
    assert run([*command, "none.md", "--isolated"]) == TROUBLE
    assert "none.md: no such file" in "".join(capsys.readouterr())


TABLE = "Club;Members;Members in %\nAcme Society;84;12,5\nGlobex League;31;7\n"


def test_tables_become_facts_files(folder, capsys):
    """`facts import` reads a table by its header, tells how, and what it writes can be loaded."""
    (folder / "clubs.csv").write_text(TABLE)
    assert run(["facts", "import", "clubs.csv", "--isolated", "--output-file", "clubs.yaml"]) == OK
    told = capsys.readouterr().err
    assert "clubs.csv: 2 entities, 4 facts\nread by its header" in told
    assert '    delimiter: ";"\n    entity: Club\n' in told
    assert run(["facts", "lint", "clubs.yaml", "--isolated"]) == OK
    assert "2 entities, 4 facts" in capsys.readouterr().out


def test_a_proposed_mapping_can_be_kept(folder, capsys):
    """What --show-mapping shows is a mapping that reads the table in the same way."""
    (folder / "clubs.csv").write_text(TABLE)
    assert run(["facts", "import", "clubs.csv", "--isolated"]) == OK
    by_header = capsys.readouterr().out
    assert (
        run(["facts", "import", "clubs.csv", "--show-mapping", "--isolated", "--output-file", "clubs.map.yaml"]) == OK
    )
    assert run(["facts", "import", "clubs.csv", "--mapping", "clubs.map.yaml", "--isolated"]) == OK
    assert capsys.readouterr().out == by_header
    (folder / "clubs.map.yaml").write_text("format: claims-mapping/1\nentity: Club\nattributes: {m: Membres}\n")
    assert run(["facts", "import", "clubs.csv", "--mapping", "clubs.map.yaml", "--isolated"]) == TROUBLE
    assert "clubs.map.yaml:3:17: unknown column `Membres`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["facts.yaml"], "facts.yaml is no table"),
        (["none.csv"], "no such file"),
        (["numbers.csv"], "no column names what each row is about"),
        (["numbers.csv", "--show-mapping", "--mapping", "x.yaml"], "--show-mapping shows what a header gives"),
    ],
)
def test_what_cannot_be_imported_is_told(folder, capsys, arguments, said):
    """Each refusal says what is wrong and what to do."""
    (folder / "numbers.csv").write_text("a,b\n1,2\n3,4\n")
    assert run(["facts", "import", *arguments, "--isolated"]) == TROUBLE
    assert said in capsys.readouterr().err


def test_a_table_may_speak_of_entities_of_other_facts(folder, capsys):
    """--facts are known while the table is read, and are not written again."""
    (folder / "seats.csv").write_text("Ward,Seats\nNorth,3\n")
    (folder / "m.yaml").write_text(
        "format: claims-mapping/1\nentity: {column: Ward, of: Acme Society}\nattributes: {seats: Seats}\n"
    )
    command = ["facts", "import", "seats.csv", "--mapping", "m.yaml", "--isolated"]
    assert run(command) == TROUBLE
    assert "unknown entity `Acme Society`" in capsys.readouterr().err
    assert run([*command, "--facts", "facts.yaml"]) == OK
    assert capsys.readouterr().out == (
        "format: claims-facts/1\nentities:\n  North:\n    of: acme\n    facts:\n      seats: 3\n"
    )
