"""What a terminal shows."""

import pytest

from claims.reports.screen import Paint, excerpt, harmless, width


def underlined(line, words, columns=60):
    start = line.index(words)
    piece = excerpt(line, start, start + len(words), columns)
    return piece, (" " * piece.start + "^" * piece.length)


@pytest.mark.parametrize(
    ("line", "words", "text", "marks"),
    [
        ("has 85 members", "85", "has 85 members", "    ^^"),
        ("\thas 85", "85", "has 85", "    ^^"),
        ("a\tb 85", "85", "a    b 85", "       ^^"),
        ("港湾 85", "85", "港湾 85", "     ^^"),
        ("de\u0301ja\u0300 85", "85", "de\u0301ja\u0300 85", "     ^^"),
        ("🚢 港", "港", "🚢 港", "   ^^"),
    ],
)
def test_marks_stand_under_the_words(line, words, text, marks):
    """Tabs, wide characters and combining marks do not move the marks away from what they underline."""
    piece, drawn = underlined(line, words)
    assert (piece.text, drawn) == (text, marks)


@pytest.mark.parametrize("before", [0, 30, 3000])
@pytest.mark.parametrize("after", [0, 30, 3000])
@pytest.mark.parametrize("filler", ["x ", "港 "])
def test_long_line_is_cut_around_the_words(before, after, filler):
    """However long the line, the words stay in sight, underlined, within the columns there are."""
    line = filler * before + "85" + " " + filler * after
    start = line.index("85")
    piece = excerpt(line, start, start + 2, 60)
    assert width(piece.text) <= 60
    before_mark = piece.text[: piece.text.index("85")]
    assert width(before_mark) == piece.start
    assert piece.length == 2


def test_words_wider_than_the_screen_are_cut():
    """What is underlined is cut too where it alone is wider than the screen."""
    piece = excerpt("x" * 500, 0, 500, 60)
    assert width(piece.text) <= 60
    assert piece.length <= 60


def test_place_beyond_the_line_is_held_back():
    """A place that lies outside the line underlines its end rather than failing."""
    assert excerpt("short", 50, 60, 60).start == 5


def test_control_characters_do_not_reach_the_terminal():
    """Text from documents cannot colour, move the cursor or turn the direction of writing."""
    assert harmless("a\x1b[31mb\u202ec\r\nd\te") == "a\N{REPLACEMENT CHARACTER}[31mb\N{REPLACEMENT CHARACTER}c d e"
    assert harmless("déjà 港 84\u00a0%") == "déjà 港 84\u00a0%"


def test_colour_is_only_there_when_asked_for():
    """Without colour, text stays as it is."""
    assert Paint(False)("x", "error") == "x"
    assert Paint(True)("x", "error") == "\x1b[1;31mx\x1b[0m"
