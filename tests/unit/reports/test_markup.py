"""Markup that nothing breaks out of, paths as URIs, words in two languages."""

import pytest

from claims.reports.markup import Markup, element, escape, join, void
from claims.reports.page_words import ALL, page_words
from claims.reports.paths import uri, with_slashes


def test_what_is_no_markup_is_escaped():
    """Text is escaped once, wherever it is put; markup is taken as it is."""
    assert element("p", "<b>", Markup("<i>"), title='"&') == '<p title="&quot;&amp;">&lt;b&gt;<i></p>'
    assert escape(escape("&")) == "&amp;"
    assert join("<", Markup("<")) == "&lt;<"


def test_attributes_stand_or_are_left_out():
    """``None`` and ``False`` leave an attribute out, ``True`` has no value, and a name may be a word of Python."""
    assert void("input", checked=True, hidden=False, title=None, for_="a", data_kind=0) == (
        '<input checked for="a" data-kind="0">'
    )
    assert element("a", name="x", title="a\nb") == '<a name="x" title="a&#10;b"></a>'


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\u202e", "\u2066", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_steer_or_break_are_replaced(char):
    """Control and direction characters, halves of pairs and non-characters do not reach a page; line ends do."""
    assert escape(f"a{char}\nb") == "a\N{REPLACEMENT CHARACTER}\nb"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/a b.md", "docs/a%20b.md"),
        ("./docs\\é.md", "docs/%C3%A9.md"),
        ("a:b?c#d.md", "a%3Ab%3Fc%23d.md"),
        ("/srv/a.md", "file:///srv/a.md"),
        ("C:\\texts\\a.md", "file:///C%3A/texts/a.md"),
        ("\ud800", "%3F"),
    ],
)
def test_paths_become_uris(path, expected):
    """A path is a URI reference that no reader takes for a scheme, a query or a fragment."""
    assert uri(path) == expected


def test_paths_have_slashes():
    """A path is compared to those of a repository as the repository writes them."""
    assert with_slashes(".\\docs\\a.md") == "docs/a.md"


def test_words_are_there_in_every_language():
    """The tables have the same keys, the same slots, and no empty word."""
    english, *others = ALL
    for other in others:
        for name in english.__slots__:
            first, second = getattr(english, name), getattr(other, name)
            if isinstance(first, str) and name != "language":
                assert second
                assert slots(first) == slots(second)
            elif name in ("tasks", "verdicts", "reasons"):
                assert first.keys() == second.keys()
                assert [slots(text) for text in first.values()] == [slots(text) for text in second.values()]


def slots(template):
    return {part.partition("}")[0] for part in template.split("{")[1:]}


def test_words_agree_with_their_number():
    """One takes the singular in both languages, nought in French only."""
    english, french = page_words("en-GB"), page_words("fr")
    assert [english.count(english.documents, number) for number in (0, 1, 2)] == [
        "0 documents",
        "1 document",
        "2 documents",
    ]
    assert french.count(french.values, 0) == "0 valeur lue"
    assert page_words("de") is english
    assert english.reason("not a label") == "not a label"
