"""Start-up is a promise: what is imported before there is work to do."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

HEAVY = frozenset(
    {"jsonschema", "msgspec", "pydantic", "pyromark", "typer", "yaml", "ahocorasick_rs", "re", "dataclasses"}
)


def _imported(*arguments: str) -> set[str]:
    """The top-level modules that a run of the command imports."""
    command = [sys.executable, "-X", "importtime", "-m", "claims", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in re.findall(r"\| +([\w.]+)$", run.stderr, re.MULTILINE)}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_answered_before_anything_heavy_is_imported(option):
    """`claims --version` imports none of the libraries that cost time."""
    imported = _imported(option)
    assert "claims" in imported
    assert not imported & (HEAVY - _interpreter())


def _interpreter() -> set[str]:
    """What the interpreter imports by itself, through .pth files for instance."""
    command = [sys.executable, "-X", "importtime", "-c", ""]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in re.findall(r"\| +([\w.]+)$", run.stderr, re.MULTILINE)}
