"""Start-up is a promise: what is imported before there is work to do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = frozenset(
    {"ahocorasick_rs", "dataclasses", "jsonschema", "msgspec", "pydantic", "pyromark", "re", "typer", "yaml"}
)


# sqlite3 (1 ms) is where results are kept, which spare a text that did not change all reading
UNNEEDED = HEAVY - {"ahocorasick_rs", "pyromark", "re"} | {"importlib.resources", "inspect", "tempfile"}


def _imported(*arguments: str, folder: Path | None = None) -> set[str]:
    """The top-level modules that Python imports for its arguments, run in a folder."""
    return {name.partition(".")[0] for name in _modules(*arguments, folder=folder)}


def _modules(*arguments: str, folder: Path | None = None) -> set[str]:
    command = [sys.executable, "-X", "importtime", *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return set(re.findall(r"\| +([\w.]+)$", run.stderr, re.MULTILINE))


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_answered_before_anything_heavy_is_imported(option):
    """`claims --version` imports none of the libraries that cost time."""
    imported = _imported("-m", "claims", option)
    assert "claims" in imported
    assert not imported & (HEAVY - _imported("-c", ""))


def test_a_check_with_known_facts_imports_only_what_checking_needs(tmp_path, monkeypatch):
    """From the cache, a check reads no YAML, no rules and no command line by typer, and makes no class the slow way."""
    monkeypatch.setenv("CLAIMS_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / ".claims.yaml").write_text("facts: [facts.yaml]\n")
    (tmp_path / "facts.yaml").write_text(
        "format: claims-facts/1\nentities: {acme: {names: Acme, facts: {staff: 84}}}\n"
    )
    (tmp_path / "note.md").write_text("Acme has 84 staff.\n")
    command = ("-m", "claims", "check", "note.md")
    _imported(*command, folder=tmp_path)
    assert not _imported(*command, folder=tmp_path) & UNNEEDED
    assert not _modules(*command, folder=tmp_path) & {
        "claims.cli.app",
        "claims.expressions",
        "claims.loading.loader",
        "claims.loading.yaml_tree",
        "claims.reasoning.rulebook",
    }


def test_a_check_imports_nothing_that_only_other_work_needs(tmp_path):
    """Checking plain text against YAML facts pays for no validator, no Markdown parser and no records."""
    (tmp_path / "facts.yaml").write_text(
        "format: claims-facts/1\nentities: {acme: {names: Acme, facts: {staff: 84}}}\n"
    )
    (tmp_path / "note.txt").write_text("Acme has 84 staff.\n")
    imported = _imported("-m", "claims", "check", "--facts", "facts.yaml", "note.txt", folder=tmp_path)
    assert "yaml" in imported
    assert not imported & {"jsonschema", "pydantic", "pyromark"}
