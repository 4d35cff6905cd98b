"""The tokens of HTML, held against the standard library's parser."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.documents import read
from claims.documents.html_tokens import Remark, Tag, Text, tokens
from claims.model.dates import PartialDate

_TAGS = (
    "<p>",
    "</p>",
    "<B>",
    "</b >",
    "<br/>",
    "<a href='x>y' title=\"&amp;'\">",
    "<i a=b c>",
    "<td\n colspan=2>",
    "</i>",
)
_OTHERS = (
    "84 ",
    "é",
    "\U0001f600",
    " \n ",
    "&amp;",
    "&#8239;",
    "&nosuch;",
    " & ",
    "<!-- <p> -->",
    "<!DOCTYPE html>",
    "<script>a<b</script>",
)
_pages = st.lists(st.sampled_from(_TAGS + _OTHERS)).map("".join)


class _Standard(HTMLParser):
    """Keeps tags with their attributes, and text, as one list."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, {name: "" for name, _ in attrs}))

    def handle_endtag(self, tag):
        self.seen.append("/" + tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_data(self, data):
        self.handle_text(data)

    def handle_entityref(self, name):
        self.handle_text(f"&{name};")

    def handle_charref(self, name):
        self.handle_text(f"&#{name};")

    def handle_text(self, text):
        if self.seen and isinstance(self.seen[-1], list):
            self.seen[-1][0] += text
        else:
            self.seen.append([text])


def _ours(source):
    seen = []
    for token in tokens(source, 0, len(source)):
        if isinstance(token, Text):
            text = source[token.start : token.end]
            if seen and isinstance(seen[-1], list):
                seen[-1][0] += text
            else:
                seen.append([text])
        elif isinstance(token, Remark):
            continue
        elif token.is_end:
            seen.append("/" + token.name)
        else:
            seen.append((token.name, dict.fromkeys(token.attributes, "")))
            if token.content_end > token.end:
                seen.append([source[token.end : token.content_end]])
    return seen


@settings(deadline=None)
@given(source=_pages)
def test_the_standard_parser_agrees(source):
    """Tags, the names of attributes and text are those that html.parser finds."""
    parser = _Standard()
    parser.feed(source)
    parser.close()
    assert _ours(source) == parser.seen


@settings(deadline=None)
@given(source=st.text(st.sampled_from("<>/!-?='\"& abpé\n")))
def test_tokens_are_in_order(source):
    """Tokens of any text follow each other, and a tag stands between its brackets."""
    position = 0
    for token in tokens(source, 0, len(source)):
        assert position <= token.start < token.end <= len(source)
        position = token.end
        if isinstance(token, Tag):
            assert source[token.start] == "<"
            assert source[token.end - 1] == ">"


def test_values_of_attributes():
    """Quoted or bare, as written; the first of two counts."""
    [tag] = tokens("<a X='1 > 2' y=\"&amp;\" z=3/ w y=4 =v>", 0, 37)
    assert tag.attributes == {"x": "1 > 2", "y": "&amp;", "z": "3/", "w": "", "=v": ""}


def test_only_the_given_stretch_is_read():
    """Nothing before the start or behind the end is looked at, not even the end of a tag."""
    source = "<p>84 <b>members</b>"
    assert [(t.start, t.end) for t in tokens(source, 3, 8)] == [(3, 6)]
    assert [(t.start, t.end) for t in tokens(source, 5, 12)] == [(5, 6), (6, 9), (9, 12)]


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        "<a b='",
        "<!--",
        "</",
        "<script>",
        "<!",
        "<ul><li>",
        "</td>",
        "<table><td>",
        "<svg>",
        "&",
        "&a",
        "<sup>1",
        " <b> ",
        "<p a=b a=c ",
    ],
)
def test_hostile_pages(unit):
    """A hundred thousand code points of the same markup are read in one pass."""
    document = read(unit * (100_000 // len(unit)) + "</ul>" * 1000, format="html", language="en")
    assert len(document.blocks) <= 100_000


@pytest.mark.parametrize(
    ("source", "date", "language"),
    [
        ('<html lang="fr-CA"><p>x', None, "fr"),
        ("<body lang=de><p lang=fr>x", None, "de"),
        ("<p lang=fr>It is what it was", None, "en"),
        (
            "<p>On <time datetime='2024-09-30T10:00Z'>Monday</time> and <time datetime=2020>then</time>",
            "2024-09-30",
            "en",
        ),
        ("<p>On <time>2024</time> or <time datetime='PT2H'>x</time>", None, "en"),
        (
            "<time datetime=2020>x</time><meta property='article:published_time' content='2024-10-01'>",
            "2024-10-01",
            "en",
        ),
        ("<meta name=DATE content=2024-10>x", "2024-10", "en"),
        ("<meta name=description content=2024-10>x", None, "en"),
    ],
)
def test_what_a_page_says_of_itself(source, date, language):
    """The language of the page, and the date of its publication or else of the first time in it."""
    document = read(source, path="page.html")
    assert document.date == (PartialDate.parse(date) if date else None)
    assert document.language == language
