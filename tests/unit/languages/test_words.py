"""Folding keeps the way back to the text."""

import pytest

from claims.languages.words import fold, fold_to_look, key, small


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coalition anti‑Daech", "coalition anti daech"),
        ("L’OTAN", "l'otan"),
        ("État islamique", "etat islamique"),
        ("Cœur", "coeur"),
        ("Straße", "strasse"),
        ("84\u202fmembres", "84 membres"),
        ("e\u0301tat", "etat"),
    ],
)
def test_what_is_written_differently_folds_to_the_same(text, folded):
    """Case, accents, hyphens, spaces and apostrophes do not tell words apart."""
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["Cœur d’État", "Straße 84", "e\u0301tat e\u0301", "plain words", "Élan vital"])
def test_every_word_leads_back_to_where_it_stands(text):
    """The origin of a folded word is the word as it was written."""
    folded = fold(text)
    position = 0
    for word in folded.text.split():
        start = folded.text.index(word, position)
        first, last = folded.origin(start, start + len(word))
        assert fold(text[first:last]).text == word
        position = start + len(word)


def test_a_key_has_single_spaces():
    """Line ends and runs of spaces inside a name are one space."""
    assert key("Global\n  Coalition") == "global coalition"


def test_folding_to_look_is_folding():
    """Each letter is folded to the same, whichever way, and stays a capital where it was one."""
    letters = [chr(code) for code in range(0x3000) if chr(code).isalnum()]
    ways = {letter: fold_to_look(letter) for letter in letters}
    assert all(folded == small(fold(letter).text) for letter, (folded, _) in ways.items())
    assert all(len(folded) == len(written) for folded, written in ways.values())
    assert all(written == folded.upper() for letter, (folded, written) in ways.items() if letter.isupper())
