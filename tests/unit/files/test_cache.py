"""The cache folder: what is kept is found whole or not at all."""

from __future__ import annotations

import contextvars
import os

import pytest

from claims.errors import InputError
from claims.files import cache, tables
from claims.files.cache import cache_folder, keep, recall, turn_off
from claims.files.tables import keep_table, open_table


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A cache folder that is not there yet."""
    monkeypatch.setenv("CLAIMS_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_is_found(folder):
    """An entry is found as it was kept, and nothing else is in the folder, which is nobody else's."""
    keep("a", b"body")
    assert recall("a") == b"body"
    assert recall("b") is None
    assert [path.name for path in folder.iterdir()] == ["a.claims"]
    assert folder.stat().st_mode & 0o077 == 0


def test_a_pipe_in_its_place_makes_nobody_wait(folder):
    """What is no file is no entry."""
    folder.mkdir()
    os.mkfifo(folder / "a.claims")
    assert recall("a") is None


def test_another_users_entry_is_none(folder, monkeypatch):
    """In a folder that others can write, only what is ours is believed."""
    keep("a", b"body")
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert recall("a") is None


def test_what_was_not_used_goes(folder):
    """Entries that nobody used for a month are taken away when another is kept, and so are left-overs of a day."""
    keep("old", b"1")
    keep("used", b"2")
    (folder / ".new-left").write_bytes(b"")
    long_ago = 1_000_000_000
    for name in ("old.claims", "used.claims", ".new-left"):
        os.utime(folder / name, (long_ago, long_ago))
    assert recall("used") == b"2"
    keep("new", b"3")
    assert sorted(path.name for path in folder.iterdir()) == ["new.claims", "used.claims"]


def test_the_oldest_go_where_all_are_too_much(folder, monkeypatch):
    """Together they stay below a limit."""
    monkeypatch.setattr(cache, "MOST_BYTES", 100)
    keep("a", b"x" * 50)
    minute_ago = (folder / "a.claims").stat().st_mtime - 60
    os.utime(folder / "a.claims", (minute_ago, minute_ago))
    keep("b", b"x" * 50)
    assert recall("a") is None
    assert recall("b") is not None


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"CLAIMS_CACHE_DIR": ""}, None),
        ({"CLAIMS_CACHE_DIR": "/x/y"}, "/x/y"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/claims"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/claims"),
        ({"HOME": "/h"}, "/h/.cache/claims"),
        ({}, None),
    ],
)
def test_where_it_is(variables, expected, monkeypatch):
    """The variable of ours first, then what the system says, and none where nothing says anything."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("CLAIMS_CACHE_DIR", "XDG_CACHE_HOME", "HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = cache_folder()
    assert (found and found.as_posix()) == expected


def test_it_is_turned_off_for_one_context():
    """What one command line turns off is on for the next."""
    context = contextvars.copy_context()
    context.run(turn_off)
    assert context.run(cache_folder) is None
    assert cache_folder() is not None


def test_a_table_is_looked_up_by_kind_and_key():
    """Texts are found by both, and all of a kind in their order, however many."""
    entries = [("a", f"{number:05}", str(number)) for number in range(2500)]
    mark = keep_table("t", [*reversed(entries), ("b", "00001", "other")])
    table = open_table("t", mark)
    assert table.get("a", "00001") == "1"
    assert table.get("b", "00001") == "other"
    assert table.get("b", "00002") is None
    assert [("a", *item) for item in table.items("a")] == entries


def test_a_table_with_another_mark_is_none(folder):
    """One that was cut short, written anew or taken away is not opened."""
    mark = keep_table("t", [("a", "b", "c")])
    assert open_table("t", "0:0") is None
    path = folder / f"t{tables.SUFFIX}"
    path.write_bytes(path.read_bytes()[:100])
    assert open_table("t", mark) is None
    path.unlink()
    assert open_table("t", mark) is None


def test_a_damaged_table_is_told_and_goes(folder):
    """What is found to be broken while it is read is an error with what to do, and is not there the next time."""
    mark = keep_table("t", [("a", str(number), "c" * 100) for number in range(1000)])
    path = folder / f"t{tables.SUFFIX}"
    data, times = path.read_bytes(), path.stat()
    path.write_bytes(b"\xff" * len(data))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    table = open_table("t", mark)
    with pytest.raises(InputError, match=r"damaged.*run again"):
        table.get("a", "1")
    assert not path.exists()
