"""A small world: two clubs with facts, read with the core vocabulary."""

from __future__ import annotations

import pytest

from claims.checker import Checker

FACTS = """\
format: claims-facts/1
entities:
  acme:
    type: organization
    names: [Acme Society]
    facts:
      members: {value: 84, as_of: 2024-10}
      founded: 2014-09
  globex:
    type: organization
    names: [Globex League]
    facts:
      members: {value: 31, as_of: 2024-10}
      founded: 1999
"""


@pytest.fixture
def facts_file(tmp_path):
    """The facts, in a file."""
    file = tmp_path / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return file


@pytest.fixture
def checker(facts_file):
    """A checker for the facts."""
    return Checker.load([facts_file])
