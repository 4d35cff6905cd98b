"""Which language a text is in."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.languages.detection import detect, listed

_PATH = Path(__file__).parents[2] / "cases" / "documents_detection.yaml"
_SENTENCES = yaml.safe_load(_PATH.read_text(encoding="utf-8"))
_ALL = tuple(_SENTENCES)
_CASES = [(language, sentence) for language, sentences in _SENTENCES.items() for sentence in sentences]


@pytest.mark.parametrize(("language", "sentence"), _CASES)
def test_a_sentence_among_all_languages(language, sentence):
    """One sentence is enough to tell seven languages apart."""
    assert detect(sentence, _ALL) == language


@pytest.mark.parametrize(("language", "sentence"), [case for case in _CASES if case[0] in ("en", "fr")])
@pytest.mark.parametrize("known", [("en", "fr"), ("fr", "en")])
def test_a_sentence_among_two(language, sentence, known):
    """The order of the known languages does not decide where the words do; nor does case."""
    assert detect(sentence, known) == language
    assert detect(sentence.upper(), known) == language


@pytest.mark.parametrize("text", ["", "84", "Bamako", "84 / 2024 - 10 %", "\0\ud800 \ufffc x", "xx yy zz"])
def test_too_short_to_tell(text):
    """A text of which nothing speaks for another language is in the first one known."""
    assert detect(text, ("en", "fr")) == "en"
    assert detect(text, ("fr", "en")) == "fr"


@pytest.mark.parametrize(
    ("text", "language"), [("Le Togo", "fr"), ("vingt-trois", "fr"), ("3 May", "en"), ("un", "fr")]
)
def test_one_word_may_be_enough(text, language):
    """A short text that holds a listed word is in its language."""
    assert detect(text, ("en", "fr")) == detect(text, ("fr", "en")) == language


def test_listed():
    """Sentences stand here for all languages that have words."""
    assert set(listed()) == set(_ALL)


def test_most_of_a_mixed_text_decides():
    """A French text with an English quotation is French, and the other way round."""
    english, french = _SENTENCES["en"], _SENTENCES["fr"]
    assert detect(" ".join([english[0], *french[:3]]), ("en", "fr")) == "fr"
    assert detect(" ".join([french[0], *english[:3]]), ("fr", "en")) == "en"


def test_names_in_another_language():
    """French names in an English sentence do not make it French."""
    sentence = "The foreign minister told Le Monde that the Alliance des États du Sahel was not a party to it."
    assert detect(sentence, ("fr", "en")) == "en"


def test_languages_without_words():
    """A language of which no words are listed is never found; alone or first, it is the answer."""
    assert detect(_SENTENCES["en"][0], ("xx", "en")) == "en"
    assert detect("84 84 84", ("xx", "en")) == "xx"
    assert detect(_SENTENCES["en"][0], ("xx",)) == "xx"
    assert detect(_SENTENCES["en"][0], ()) == ""


@given(text=st.text(st.characters(exclude_categories=[])))
def test_any_text(text):
    """It never raises, and the answer is one of the known languages."""
    assert detect(text, ("en", "fr")) in ("en", "fr")


def test_only_the_beginning_counts():
    """What stands behind the first few thousand code points is not looked at."""
    sample = " ".join(_SENTENCES["fr"]) * 6
    assert detect(sample + " ".join(_SENTENCES["en"]) * 100, ("en", "fr")) == "fr"
