"""Where teams work: the hooks for pre-commit and the action, run for real."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import yaml

from claims.cli import run
from claims.cli.app import app
from claims.cli.status import FINDINGS, OK
from claims.documents import SUFFIXES

ROOT = Path(__file__).parents[3]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
FACTS = "format: claims-facts/1\nentities:\n  acme: {names: Acme, type: organization, facts: {members: 84}}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with facts, a text that is wrong and a draft that is too, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".claims.yaml").write_text("facts: facts.yaml\nexclude: drafts/\n")
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "a.md").write_text("Acme has 85 members.\n")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "b.md").write_text("Acme has 86 members.\n")
    return tmp_path


def test_named_files_are_excluded_only_by_force(folder, capsys):
    """What is named is checked, unless --force-exclude is given; nothing left to check is no error then."""
    assert run(["check", "drafts/b.md"]) == FINDINGS
    assert run(["check", "drafts/b.md", "--force-exclude"]) == OK
    assert run(["check", "drafts/b.md", "a.md", "--force-exclude"]) == FINDINGS
    assert "drafts" not in capsys.readouterr().out.rpartition("0 documents")[2]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_call_commands_that_exist(hook):
    """Every entry is a command of the command line with options that it has."""
    program, *words = hook["entry"].split()
    assert program == "claims"
    command = typer.main.get_command(app)
    while words and hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known


def test_the_hook_takes_every_format():
    """Files of all formats that are read in folders come to the hook."""
    pattern = re.compile(next(hook["files"] for hook in HOOKS if hook["id"] == "claims"))
    assert all(pattern.search(f"a/b{suffix}") for suffix in SUFFIXES)
    assert not pattern.search("a/b.py")


@pytest.fixture
def commands(tmp_path_factory, monkeypatch):
    """`claims` as a command on the path, for programs that call it."""
    folder = tmp_path_factory.mktemp("bin")
    (folder / "claims").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m claims "$@"\n')
    (folder / "claims").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return folder


def test_the_action_annotates(folder, commands):
    """The step that checks, run by bash with the inputs as variables, writes annotations and fails."""
    step = next(step for step in ACTION["runs"]["steps"] if step["name"] == "Check")
    given = {"CLAIMS_PATHS": ". $(touch hacked) *", "CLAIMS_ARGUMENTS": "--fail-level warning; touch hacked"}
    assert set(given) == set(step["env"])
    environment = {"PATH": f"{commands}:/usr/bin:/bin", "CLAIMS_PATHS": ".", "CLAIMS_ARGUMENTS": "--fail-level warning"}
    command = ["bash", "-e", "-c", step["run"]]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == FINDINGS, ran.stderr
    assert ran.stdout.startswith("::error file=a.md,line=1,")
    subprocess.run(command, env={**environment, **given}, capture_output=True, check=False)
    assert not (folder / "hacked").exists()


PRE_COMMIT = shutil.which("pre-commit", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))


@pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed")
def test_pre_commit_runs_the_hooks(folder, commands, monkeypatch):
    """In a scratch repository a wrong text is refused, a mended one passes, and excluded drafts are no matter."""
    hooks = [{**hook, "language": "system"} for hook in HOOKS]
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(folder / ".git" / "cache"))
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "-A"], check=True)

    def hook(name):
        command = [PRE_COMMIT, "run", name, "--all-files"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    refused = hook("claims")
    assert refused.returncode == 1
    assert "a.md:1:10: error: acme.members is contradicted" in refused.stdout
    assert "drafts" not in refused.stdout
    assert hook("claims-facts").returncode == 0
    assert hook("claims-all").returncode == 1
    (folder / "a.md").write_text("Acme has 84 members.\n")
    subprocess.run(["git", "add", "-A"], check=True)
    assert hook("claims").returncode == 0
    assert hook("claims-all").returncode == 0
