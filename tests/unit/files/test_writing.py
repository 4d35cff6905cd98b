"""Writing files wholly or not at all."""

from __future__ import annotations

import pytest

from claims.files import writing
from claims.files.writing import write_bytes, write_text


def test_a_file_is_written_with_its_folders(tmp_path):
    """UTF-8, line ends as they are, nothing left beside it."""
    path = tmp_path / "a" / "b.txt"
    write_text(path, "é\r\n")
    assert path.read_bytes() == b"\xc3\xa9\r\n"
    assert list(path.parent.iterdir()) == [path]


def test_permissions_stay(tmp_path):
    """A file that is replaced keeps who may read it."""
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_failure_leaves_the_old_file(tmp_path, monkeypatch):
    """Where writing fails the old content stands and no temporary file is left."""
    path = tmp_path / "a"
    path.write_text("old")

    def fail(_handle):
        raise OSError("disk full")

    monkeypatch.setattr(writing.os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_written_through(tmp_path):
    """The file that a link leads to is replaced, not the link."""
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    write_text(tmp_path / "b", "new")
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "a").read_text() == "new"
