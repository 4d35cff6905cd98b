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
        (["--as-of", "2026"], OK, "1 warning, 1 note"),
        (["--as-of", "2026", "--fail-level", "warning"], FINDINGS, "[recheck]"),
        (["--output-format", "json"], OK, '"format": "claims-lint/1"'),
    ],
)
def test_lint_fails_at_its_level(folder, capsys, options, status, said):
    """Notes and warnings are shown and fail only where that is asked for."""
    assert run(["facts", "lint", "facts.yaml", "--isolated", *options]) == status
    assert said in capsys.readouterr().out


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
