"""Compiled facts in the cache: found again while nothing has changed, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claims import Checker
from claims.compiled import keeping
from claims.compiled.keeping import load_compiled
from claims.errors import LoadError

FACTS = """\
format: claims-facts/1
entities:
  rowers:
    names: {en: [Northbank Rowing Club]}
    facts:
      members: 62
      boats: {from_file: config/boats.json, path: club.boats}
"""
TEXT = "The Northbank Rowing Club has 62 members.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with facts of which one is taken from another file, as the current folder, and a cache of its own."""
    (tmp_path / "facts").mkdir()
    (tmp_path / "config").mkdir()
    (tmp_path / ".claims.yaml").write_text("facts: [facts]\n")
    (tmp_path / "facts" / "club.yaml").write_text(FACTS.replace("config/", "../config/"))
    (tmp_path / "config" / "boats.json").write_text('{"club": {"boats": 7}}')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMS_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def made(monkeypatch):
    """How often facts were compiled anew."""
    calls: list[object] = []
    compile_facts = keeping.compile_facts

    def counted(*arguments):
        calls.append(arguments)
        return compile_facts(*arguments)

    monkeypatch.setattr(keeping, "compile_facts", counted)
    return calls


def _value(attribute: str) -> object:
    return load_compiled(("facts",), ("core/1",)).facts.of("rowers", attribute)[0].value.amount


def _entries(project: Path) -> list[Path]:
    return sorted((project / "cache").glob("*.claims"))


def test_facts_that_have_not_changed_are_compiled_once(project, made):
    """The second time, nothing is compiled, and what is found is equal."""
    first = load_compiled(("facts",), ("core/1",))
    second = load_compiled(("facts",), ("core/1",))
    assert len(made) == 1
    assert second.facts == first.facts
    assert second.stated == first.stated
    assert second.rules == first.rules
    assert second.daily.types == first.daily.types


def test_a_change_of_content_counts_whatever_the_times_say(project, made):
    """A file of the same size and times with another content is read again."""
    assert _value("members") == 62
    file = project / "facts" / "club.yaml"
    before = file.stat()
    file.write_text(file.read_text().replace("62", "63"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _value("members") == 63


def test_a_file_that_was_only_touched_is_not_compiled_again(project, made):
    """New times with the same content change nothing."""
    load_compiled(("facts",), ("core/1",))
    os.utime(project / "facts" / "club.yaml", ns=(1, 1))
    load_compiled(("facts",), ("core/1",))
    assert len(made) == 1


def test_a_value_that_lives_elsewhere_counts_too(project):
    """A file that a value was taken from is a part of the facts."""
    assert _value("boats") == 7
    (project / "config" / "boats.json").write_text('{"club": {"boats": 8}}')
    assert _value("boats") == 8


def test_a_new_file_in_the_folder_counts(project, made):
    """Facts that are added in a file of their own are known at once, and those of a file that went are not."""
    load_compiled(("facts",), ("core/1",))
    added = project / "facts" / "more.yaml"
    added.write_text("format: claims-facts/1\nentities: {acme: {facts: {staff: 5}}}\n")
    assert load_compiled(("facts",), ("core/1",)).facts.has("acme", "staff")
    added.unlink()
    assert not load_compiled(("facts",), ("core/1",)).facts.has("acme", "staff")


def test_a_nearer_end_of_the_project_counts(project):
    """Where a mark appears that puts a value's file outside the project, that is a mistake as without a cache."""
    load_compiled(("facts",), ("core/1",))
    (project / "facts" / "pyproject.toml").write_text("")
    with pytest.raises(LoadError, match="outside the project"):
        load_compiled(("facts",), ("core/1",))


def test_mistakes_are_told_every_time(project):
    """Facts with mistakes are never kept."""
    (project / "facts" / "club.yaml").write_text(FACTS.replace("62", "[62"))
    for _ in range(2):
        with pytest.raises(LoadError):
            load_compiled(("facts",), ("core/1",))
    assert _entries(project) == []


@pytest.mark.parametrize("harm", ["empty", "cut", "turned", "foreign", "folder"])
def test_a_broken_entry_is_made_anew(project, made, harm):
    """Whatever happened to an entry, the outcome is the same and the entry is whole again."""
    checker = Checker.load(["facts"])
    expected = checker.check(TEXT, path="note.md")
    for entry in _entries(project):
        data = entry.read_bytes()
        entry.unlink()
        match harm:
            case "empty":
                entry.write_bytes(b"")
            case "cut":
                entry.write_bytes(data[: len(data) // 2])
            case "turned":
                entry.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
            case "foreign":
                entry.write_bytes(os.urandom(2000))
            case "folder":
                entry.mkdir()
    assert Checker.load(["facts"]).check(TEXT, path="note.md") == expected
    assert len(made) == 2


@pytest.mark.parametrize(
    "body", [b"", b"x", b"[]", b"[]\n[]", b"[[]]\n{}", b"[3]\n[]", b"[]\n[[],[],0,{},{},{},{},[]]", b"[" * 9999]
)
def test_an_entry_of_another_form_is_made_anew(project, made, body):
    """An entry that is whole, but says what no run of this version writes, is no entry."""
    from claims.files.cache import keep

    load_compiled(("facts",), ("core/1",))
    keep(_entries(project)[0].stem, body)
    load_compiled(("facts",), ("core/1",))
    assert len(made) == 2


def test_a_folder_that_cannot_be_written_is_done_without(project, monkeypatch):
    """Where the cache folder cannot be, the facts are compiled each time, and nobody is told."""
    (project / "file").write_text("")
    monkeypatch.setenv("CLAIMS_CACHE_DIR", str(project / "file" / "cache"))
    assert _value("members") == 62
    assert _value("members") == 62


def test_an_empty_name_is_no_cache(project, monkeypatch):
    """With an empty CLAIMS_CACHE_DIR nothing is written anywhere."""
    monkeypatch.setenv("CLAIMS_CACHE_DIR", "")
    before = sorted(project.rglob("*"))
    Checker.load(["facts"]).check(TEXT)
    assert sorted(project.rglob("*")) == before
