"""Completion in the shell, asked as bash asks."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("words", "found"),
    [("claims ba", {"baseline", "batch"}), ("claims check --dif", {"--diff"}), ("claims facts d", {"diff", "draft"})],
)
def test_commands_and_options_are_completed(words, found, tmp_path):
    """What begins so is offered, and nothing else."""
    environment = {"_CLAIMS_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    command = [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; from claims.cli import run; run([])"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert set(ran.stdout.split()) == found
