"""From bytes to text, and what is refused."""

import pytest

from claims.documents import read
from claims.errors import InputError

_TEXT = "Réunion \U0001f600\n84 membres\n"


def _problem(data):
    with pytest.raises(InputError) as caught:
        read(data, path="notes.txt", language="en")
    return caught.value.problem


def test_utf8():
    """The source is what decoding as UTF-8 gives, line ends included."""
    data = _TEXT.replace("\n", "\r\n").encode()
    assert read(data, language="fr").source == data.decode("utf-8")


def test_utf8_byte_order_mark_is_kept():
    """A byte order mark of UTF-8 is the first code point, as for who reads the file as UTF-8, and in no column."""
    document = read(b"\xef\xbb\xbf" + _TEXT.encode(), language="fr")
    assert document.source == "\ufeff" + _TEXT
    assert document.line_column(1) == (1, 1)
    assert document.line_column(0) == (1, 1)
    assert document.line_text(1) == "Réunion \U0001f600"
    assert document.blocks[0].text[0] == "R"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark(encoding):
    """UTF-16 is known by its mark, which is no code point of the source."""
    assert read(("\ufeff" + _TEXT).encode(encoding), language="fr").source == _TEXT


def test_invalid_utf8_is_located():
    """The problem names the byte, its offset, line and column, and what to do."""
    problem = _problem("é: 84\nRéunion".encode() + b" \xe9t\xe9\n")
    assert (problem.path, problem.line, problem.column) == ("notes.txt", 2, 9)
    assert problem.message == "byte 0xe9 at offset 16 is not UTF-8"
    assert problem.hint is not None
    assert "iconv" in problem.hint


def test_a_cut_character_is_refused():
    """A file that ends in the middle of a character was cut off."""
    assert "at offset 3" in _problem(b"abc\xc3").message


def test_odd_utf16_is_refused():
    """Half a code unit at the end is an error, not a lost character."""
    assert "UTF-16" in _problem(b"\xff\xfea\x00b").message


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"a\nbc\x00", "a\nb\0", "ab".encode("utf-16-le")])
def test_binary_data_is_refused(data):
    """A NUL is in no text, be it bytes or a string."""
    problem = _problem(data)
    assert "binary" in problem.message
    assert problem.line is not None


def test_half_a_character_is_refused():
    """A lone surrogate in a string is located too."""
    problem = _problem("84\nab\ud800")
    assert (problem.line, problem.column) == (2, 3)
    assert "U+D800" in problem.message
