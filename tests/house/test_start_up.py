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


def _imported(*arguments: str, folder: Path | None = None) -> set[str]:
    """The top-level modules that Python imports for its arguments, run in a folder."""
    command = [sys.executable, "-X", "importtime", *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in re.findall(r"\| +([\w.]+)$", run.stderr, re.MULTILINE)}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_answered_before_anything_heavy_is_imported(option):
    """`claims --version` imports none of the libraries that cost time."""
    imported = _imported("-m", "claims", option)
    assert "claims" in imported
    assert not imported & (HEAVY - _imported("-c", ""))


def test_a_check_imports_nothing_that_only_other_work_needs(tmp_path):
    """Checking plain text against YAML facts pays for no validator, no Markdown parser and no records."""
    (tmp_path / "facts.yaml").write_text(
        "format: claims-facts/1\nentities: {acme: {names: Acme, facts: {staff: 84}}}\n"
    )
    (tmp_path / "note.txt").write_text("Acme has 84 staff.\n")
    imported = _imported("-m", "claims", "check", "--facts", "facts.yaml", "note.txt", folder=tmp_path)
    assert "yaml" in imported
    assert not imported & {"jsonschema", "pydantic", "pyromark"}
