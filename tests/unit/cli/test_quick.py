"""The usual command lines of `claims check` are read as typer reads them."""

from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from claims.cli import app as cli
from claims.cli.choices import CheckOptions
from claims.cli.quick import FLAGS, MANY, ONE, read_quickly

CHECK = typer.main.get_command(cli.app).commands["check"]

READ = [
    "note.md",
    "- --stdin-filename note.md",
    "docs a.md --facts facts --facts=more.yaml --rules r --about acme --about=b",
    "a --select outdated --ignore acme.* --exclude x --exclude y",
    "a --as-of 2024 --language fr --date 2024-10-01 --output-file out.txt --baseline b.json",
    "a --changed-since main --config c.yaml --isolated --no-cache",
    "a -v --verbose -vv",
    "a --explain --exit-zero --require-support --force-exclude --fix --diff --unsafe-fixes",
    *(f"a --output-format {name}" for name in ("text", "json", "sarif", "claimreview")),
    "a --color never --fail-level warning --unreadable error --min-checked 3",
    "a --output-format text --output-format=json",
    "a --output-file=",
]
LEFT = [
    "",
    "--help",
    "-h",
    "a --help",
    "a --nonsense",
    "a --fact x",
    "a --facts",
    "a --facts --rules",
    "a --exit-zero=1",
    "a --output-format xml",
    "a --fail-level none",
    "a --min-checked -1",
    "a --min-checked two",
    "a -x",
    "a -vvv",
    "-- a",
    "--facts x",
]


def _by_typer(line: str, monkeypatch) -> tuple[list[str], CheckOptions]:
    asked = []

    def check(options, paths):
        asked.append((paths, options))
        return 0

    monkeypatch.setattr(CheckOptions, "check", check)
    result = CliRunner().invoke(cli.app, ["check", *line.split()])
    assert result.exit_code == 0, result.output
    return asked[0]


@pytest.mark.parametrize("line", READ)
def test_what_is_read_is_what_typer_reads(line, monkeypatch):
    """Paths and options come out the same both ways."""
    assert read_quickly(["check", *line.split()]) == _by_typer(line, monkeypatch)


@pytest.mark.parametrize("line", LEFT)
def test_what_is_not_plainly_right_is_left_to_typer(line):
    """Mistakes and requests for help get the words that typer has for them."""
    assert read_quickly(["check", *line.split()]) is None


@pytest.mark.parametrize("line", ["", "verify a", "--version", "facts lint", "chec a"])
def test_other_commands_are_left_to_typer(line):
    """Only `check` is read."""
    assert read_quickly(line.split()) is None


def test_every_option_is_known_with_its_kind():
    """The options are those of the command, repeatable ones, flags and those with one value apart."""
    options = [option for option in CHECK.params if option.param_type_name == "option" and option.name != "verbose"]
    assert {option.name for option in options} == {*MANY, *FLAGS, *ONE}
    assert {option.name for option in options if option.multiple} == set(MANY)
    assert {option.name for option in options if option.is_flag} == set(FLAGS)
    assert all(option.opts == [f"--{option.name.replace('_', '-')}"] for option in options)
