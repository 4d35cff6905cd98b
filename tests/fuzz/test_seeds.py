"""What the fuzzer found, or started from, replayed: every reader keeps its contract on every kept input."""

from pathlib import Path

import pytest

from tests.fuzz.contract import READERS, examine

SEEDS = Path(__file__).parent / "seeds"
KEPT = sorted(path for path in SEEDS.rglob("*") if path.is_file())


def test_every_reader_has_seeds():
    """Seeds lie in folders with the names of readers, and none is without."""
    assert {path.parent.name for path in KEPT} == set(READERS)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_kept_inputs_are_read(path):
    """No exception but those that say whose fault it is, and every place is inside the text; repeated, too."""
    data = path.read_bytes()
    examine(path.parent.name, data)
    examine(path.parent.name, data * 20)
