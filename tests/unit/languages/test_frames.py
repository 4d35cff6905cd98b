"""The closed grammar of frames."""

import pytest

from claims.languages.frames import FrameError, Slot, Word, parse_frame


def test_a_frame_is_words_and_slots():
    """Words fold, stems keep their star, slots their name."""
    assert parse_frame("{entity} regroupe* {value} {noun}") == (
        Slot("entity"),
        Word("regroupe", stem=True),
        Slot("value"),
        Slot("noun"),
    )


def test_an_elided_word_is_two():
    """Frames part words as texts do."""
    assert parse_frame("l'alliance {value}")[:2] == (Word("l"), Word("alliance"))


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ("{entity} groups", "needs {value}"),
        ("(a|b {value}", "never closed"),
        ("(a|b] {value}", "closed by"),
        ("a) {value}", "closes nothing"),
        ("((((((a)))))) {value}", "nest more than"),
        ("* {value}", "is no word"),
        ("a " * 600 + "{value}", "at most"),
    ],
)
def test_a_frame_that_is_wrong_says_what_is_wrong(frame, message):
    """Every mistake has a sentence of its own."""
    with pytest.raises(FrameError, match=message.replace("{", r"\{").replace("}", r"\}")):
        parse_frame(frame)
