"""Files that mean harm come to a located mistake, or to nothing, in little memory (:mod:`hostile` lists them)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .hostile import HOSTILE

ROOT = Path(__file__).resolve().parents[2]
PLACE = re.compile(r"[\w.]+:\d+:\d+: ")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What was told of each hostile file, by its name; one process with little memory loads them all."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "end_to_end" / "hostile.py"), str(tmp_path_factory.mktemp("hostile"))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is set as Linux has it")
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_a_located_mistake_or_harmless(told, hostile):
    """What is wrong with it is told at its place; what is only strange is loaded."""
    found = told[hostile.name]
    if not hostile.told:
        assert found == []
        return
    assert any(hostile.told in line for line in found), found
    assert all(PLACE.match(line) for line in found)


def test_hostile_files_have_names_of_their_own():
    """Two of one name would hide each other."""
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE)
