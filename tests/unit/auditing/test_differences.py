"""The difference of two versions of facts, and what it does to texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from claims.auditing.compared import difference_json, difference_text
from claims.auditing.differences import differences
from claims.auditing.effects import effects
from claims.checker import Checker
from claims.documents import read
from claims.loading import load_all

from .conftest import FACTS

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "differences.yaml").read_text("utf-8"))


def _load(folder, name, entities, sources=None):
    data = {"format": "claims-facts/1", "entities": entities} | ({"sources": sources} if sources else {})
    (folder / name).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return load_all([folder / name])


def _versions(case, folder):
    return (_load(folder, f"{name}.yaml", case[name], case.get(f"{name}_sources")) for name in ("old", "new"))


def _told(found):
    return [f"{one.aspect} {one.subject}: {one.old or '-'} -> {one.new or '-'}" for one in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_change_is_told_once(case, tmp_path):
    """Each case gives its changes and no others, each with a place."""
    old, new = _versions(case, tmp_path)
    found = differences(old, new)
    assert _told(found) == case["changes"]
    assert all(one.place for one in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_there_and_back(case, tmp_path):
    """The change back has as many parts, and facts do not differ from themselves."""
    old, new = _versions(case, tmp_path)
    back = {(one.aspect, one.subject, one.new, one.old) for one in differences(new, old)}
    assert back == {(one.aspect, one.subject, one.old, one.new) for one in differences(old, new)}
    assert differences(old, old) == differences(new, new) == ()


@pytest.fixture
def altered(tmp_path, checker):
    """What a change of members, and of a name, does to a text."""
    file = tmp_path / "new.yaml"
    file.write_text(FACTS.replace("84", "87").replace("Globex League", "Globex Union"), encoding="utf-8")
    texts = ("Acme Society has 84 members. It was founded in September 2014.\n", "\n\nGlobex League has 31 members.\n")
    return effects(checker, Checker.load([file]), [read(text, path="note.md") for text in texts])


def test_every_verdict_that_changes_is_told(altered):
    """A claim that became wrong, and one that is read no more; those that stay as they are are left out."""
    told = [(effect.claim.line, effect.old and effect.old.value, effect.new and effect.new.value) for effect in altered]
    assert told == [(1, "supported", "contradicted"), (3, "supported", None)]
    assert [effect.is_wrong for effect in altered] == [True, False]


def test_text_and_json_say_the_same(altered, tmp_path):
    """Both show what changed and what that does; the text counts, and gives the fix."""
    old, new = _versions(CASES[4], tmp_path)
    shown = difference_text(differences(old, new), altered)
    assert "value   acme.members  1    2" in shown
    assert "note.md:1:18: supported → contradicted: acme.members = 84   Fix: 84 → 87\n" in shown
    assert "note.md:3:19: supported → not read: globex.members = 31\n" in shown
    assert shown.endswith("1 change: 2 verdicts altered, 1 of them wrong now\n")
    data = json.loads(difference_json(differences(old, new), altered))
    assert (data["changes"][0]["old"], data["changes"][0]["new"]) == ("1", "2")
    assert data["effects"][0]["suggestion"]["text"] == "87"
    assert difference_text((), None) == "no changes\n"
    assert json.loads(difference_json((), None))["effects"] is None
