"""A small corpus and its facts; shards are made small, so that there are several."""

import json
from types import SimpleNamespace

import pytest

from claims.checker import Checker
from claims.cli.inputs import Reading
from claims.corpus import planning
from claims.corpus.entries import Texts
from claims.corpus.working import Job

FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts: {members: {value: 84, as_of: 2024-10}}
"""
TEXTS = 24


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with facts, and texts every third of which is wrong, as the current one; a shard holds about four."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(planning, "SMALLEST", 4 * 4150)
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "news").mkdir()
    for number in range(TEXTS):
        (tmp_path / "news" / f"{number:02}.md").write_text(f"Acme has {85 if number % 3 == 0 else 84} members.\n")
    return tmp_path


@pytest.fixture
def checker(folder):
    """A checker for the facts of the folder."""
    return Checker.load(["facts.yaml"])


@pytest.fixture
def job():
    """Check texts as they are."""
    return Job(Texts(Reading()))


@pytest.fixture
def records():
    """Write records to a file, as JSON Lines."""

    def write(path, *found):
        path.write_text("".join(f"{json.dumps(record)}\n" for record in found))
        return path

    return SimpleNamespace(write=write)
