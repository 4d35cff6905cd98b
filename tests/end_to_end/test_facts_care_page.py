"""The page on caring for facts shows what really happens: its transcripts are run, its mapping is read."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from claims.cli import run
from claims.loading import load

PAGE = (Path(__file__).parents[2] / "docs" / "facts-care.md").read_text("utf-8")
FACTS, MAPPING = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TRANSCRIPTS = re.findall(r"^```console\n\$ (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ONE_VALUE = re.sub(r"      members:\n(        .*\n)+", "      members: {value: 62, source: register}\n", FACTS)
NOTES = {"--mutate": "The Northbank Rowing Club was founded in May 1987.\n"}
NOTE = "The Northbank Rowing Club has 48 members.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder in which the page's commands can be run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clubs.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "old").mkdir()
    return tmp_path


@pytest.mark.parametrize(("command", "shown"), TRANSCRIPTS, ids=[command for command, _ in TRANSCRIPTS])
def test_transcripts_are_what_is_printed(command, shown, folder, capsys):
    """Each command of the page prints what the page shows."""
    words = shlex.split(command)[1:]
    (folder / "note.md").write_text(NOTES.get(words[1], NOTE), encoding="utf-8")
    if "diff" in words:
        (folder / "clubs.yaml").write_text(ONE_VALUE, encoding="utf-8")
        (folder / "old" / "clubs.yaml").write_text(ONE_VALUE.replace("value: 62", "value: 48"), encoding="utf-8")
    run([*words, "--isolated"])
    assert capsys.readouterr().out == shown


def test_the_mapping_can_be_copied(tmp_path):
    """The mapping of the page reads a table with its columns."""
    (tmp_path / "wards.map.yaml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "wards.csv").write_text(
        "Ward;Code;Registered voters;Turnout\nOld Town;W1;1.234;45,5\n", encoding="utf-8"
    )
    facts, _ = load([tmp_path])
    assert [(fact.entity, fact.attribute, fact.value.unit) for fact in facts.facts] == [
        ("ward-W1", "voters", None),
        ("ward-W1", "turnout", "%"),
    ]
