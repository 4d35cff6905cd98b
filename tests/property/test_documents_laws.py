"""Laws of documents: whatever the markup, a block stands in the source where its runs say."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.documents import read
from claims.documents.formats import FORMATS
from claims.model.span import Span

_WORDS = (
    "Coalition",
    "84",
    "membres",
    "Re\u0301union",
    "œuvre",
    "\U0001f600",
    "\U0001f1f9\U0001f1ec",
    "3,5",
    "d’État",
    "年",
)
_NAMES = [format_.name for format_ in FORMATS if format_.name != "docx"]
_ends = st.sampled_from(["\n", "\r\n"])

_word = st.sampled_from(_WORDS)
_words = st.lists(_word, min_size=1, max_size=4).map(" ".join)


def _inline(children):
    return st.one_of(
        children.map("*{}*".format),
        children.map("**{}**".format),
        children.map("[{}](https://example.org/é)".format),
        children.map("~~{}~~".format),
        st.tuples(
            children, st.sampled_from([" ", "&nbsp;", " `84` ", " &amp; ", "\\* ", " <b>", "[^1] ", "  \n"]), children
        ).map("".join),
    )


_prose = st.recursive(_words, _inline, max_leaves=6)
_line = _prose.map(lambda text: text.replace("  \n", " "))
_block = st.one_of(
    _prose,
    st.tuples(st.integers(1, 6), _line).map(lambda pair: "#" * pair[0] + " " + pair[1]),
    st.lists(_line, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    _prose.map(lambda text: "> " + text.replace("\n", "\n> ")),
    st.tuples(_line, _line).map(lambda cells: f"| {cells[0]} | {cells[1]} |\n|--|--|\n| {cells[1]} | 84 |"),
    _words.map("```\n{}\n```".format),
    _words.map("<!-- {} -->".format),
    st.just("[^1]: 84 é"),
)
_markdown = st.lists(_block, max_size=5).map("\n\n".join)
_plain = st.lists(st.one_of(_words, st.sampled_from(["", " ", "- 84", "1. é", "====", "\t"])), max_size=12).map(
    "\n".join
)
_start = st.sampled_from(["", "\ufeff", "---\ntitle: é 84\n---\n"])
_html = st.lists(
    st.one_of(
        _words,
        st.sampled_from(
            [
                "<p>",
                "</b>",
                "<br>",
                " \n ",
                "<li>",
                "<table><td>",
                "&nbsp;",
                "{x}",
                "<A b={c}>",
                "</A>",
                "\n    ",
                "<i>",
                "<code>x</code>",
            ]
        ),
    )
).map("".join)
_any_text = st.text(
    st.one_of(
        st.sampled_from("*_`[]()<>&;#|-~\\!:\r\n\t 84é\u0301\U0001f600"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    )
)


def _check(document):
    source = document.source.replace("\r", "\n")
    position = 0
    for block in document.blocks:
        assert [run.start for run in block.runs] == [
            sum(r.length for r in block.runs[:i]) for i in range(len(block.runs))
        ]
        assert sum(run.length for run in block.runs) == len(block.text)
        for run in block.runs:
            assert position <= run.source <= run.source + run.source_length <= len(source)
            position = run.source + run.source_length
            if run.length == run.source_length:
                piece = block.text[run.start : run.start + run.length]
                assert source[run.source : run.source + run.length] == piece
                for offset in range(run.start, run.start + run.length):
                    span = block.to_source(Span(offset, offset + 1))
                    assert source[span.start : span.end] == block.text[offset]


def _check_spans(document):
    for block in document.blocks:
        spans = [block.to_source(Span(offset, offset + 1)) for offset in range(len(block.text))]
        assert all(first.start <= second.start and first.end <= second.end for first, second in pairwise(spans))
        whole = block.to_source(Span(0, len(block.text)))
        assert whole == spans[0].cover(spans[-1])


def _naive_line_column(source, offset):
    before = source[:offset].removeprefix("\ufeff")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


@pytest.mark.parametrize("name", _NAMES)
@settings(deadline=None)
@given(start=_start, body=st.one_of(_markdown, _plain, _html), end=_ends)
def test_runs_stand_in_the_source(name, start, body, end):
    """Every code point of a run that is mapped one to one is the code point of the source it is mapped to."""
    document = read((start + body).replace("\n", end), format=name, language="fr")
    _check(document)
    _check_spans(document)


@pytest.mark.parametrize("name", _NAMES)
@settings(deadline=None)
@given(source=_any_text)
def test_any_text_is_read(name, source):
    """Nothing that is text is refused, and its runs stand in the source."""
    document = read(source, format=name, language="fr")
    _check(document)
    _check_spans(document)


@settings(deadline=None)
@given(start=_start, lines=st.lists(_words), end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_and_columns(start, lines, end):
    """Lines and columns are those of a count by hand."""
    source = start + end.join(lines)
    document = read(source, format="plain", language="fr")
    for offset in range(len(source) + 1):
        if source[offset - 1 : offset + 1] != "\r\n":
            assert document.line_column(offset) == _naive_line_column(source, offset)
    assert document.line_text(1) == _naive_lines(source)[0]


def _naive_lines(source):
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


@settings(deadline=None)
@given(words=st.lists(_word, min_size=1, max_size=8))
def test_markup_does_not_change_prose(words):
    """Emphasis, links and entities around the words of a sentence leave the sentence as it was."""
    wrappers = ("{}", "*{}*", "**{}**", "[{}](x)", "<i>{}</i>")
    marked = " ".join(wrappers[i % len(wrappers)].format(word) for i, word in enumerate(words))
    document = read(marked + " .", format="markdown", language="fr")
    assert [block.text for block in document.blocks] == [" ".join(words) + " ."]
