"""Reading files: what is given back, and what is said where nothing can be."""

from __future__ import annotations

import pytest

from claims.errors import InputError
from claims.files import reading
from claims.files.reading import read_bytes, read_text


def test_a_text_is_read_as_it_is_without_its_mark(tmp_path):
    """A byte order mark is no part of the text; line ends stay."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfl\xc3\xa9\r\nb\n")
    assert read_text(path) == "lé\r\nb\n"
    assert read_bytes(path).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ok\n\xc3\xa9\xff", "2:2: not UTF-8: byte 0xff at offset 5 (save it as UTF-8)"),
        (b"\xef\xbb\xbfa\xff", "1:2: not UTF-8: byte 0xff at offset 4 (save it as UTF-8)"),
        (b"ab\n\0", "2:1: binary, not text (a zero byte) (give a text file)"),
        (b"\xff\xfea\0", "1:1: this is UTF-16, not UTF-8 (save it as UTF-8)"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data, message, tmp_path):
    """Line and column are those of the first bad byte."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_text(path)
    assert str(caught.value) == f"{path}:{message}"


def test_what_cannot_be_read_is_told(tmp_path, monkeypatch):
    """Missing files, folders, files that may not be read, and files that are too large."""
    with pytest.raises(InputError, match="no such file"):
        read_bytes(tmp_path / "missing")
    with pytest.raises(InputError, match="a folder, where a file is needed"):
        read_bytes(tmp_path)
    with pytest.raises(InputError, match="not a path"):
        read_bytes("a\0b")
    path = tmp_path / "a.txt"
    path.write_text("12345")
    with pytest.raises(InputError, match="no such file"):
        read_bytes(path / "b")
    monkeypatch.setattr(reading, "MAX_BYTES", 4)
    with pytest.raises(InputError, match="larger than"):
        read_bytes(path)


def test_a_file_without_permission_is_told(tmp_path, monkeypatch):
    """The message says who can help."""
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(*_args):
        raise PermissionError

    monkeypatch.setattr(reading.Path, "open", refuse)
    with pytest.raises(InputError, match="no permission to read it"):
        read_bytes(path)
