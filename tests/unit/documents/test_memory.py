"""How much memory a text takes to read, as Python counts it: the same on every machine, and no clock is needed."""

import tracemalloc

import pytest

from claims.documents import read

PROSE = (
    "# The annual report\n\nThe club has **84** members and `n` boats, and [began](https://x.example) in 1998.\n\n"
    "- One item of the list, with a few words\n- another one\n\n| boats | members |\n|---|---|\n| twelve | 84 |\n\n"
)
PAGE = (
    "<h1>The annual report</h1>\n<p>The club has <b>84</b> members&nbsp;and<br>12 boats.</p>\n<ul><li>One<li>two</ul>\n"
)


def _ratio(name, source):
    """Bytes of memory at the worst moment for a byte of the text."""
    data = source.encode()
    read(data[:2000], format=name, language="en")
    tracemalloc.start()
    try:
        read(data, format=name, language="en")
        return tracemalloc.get_traced_memory()[1] / len(data)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "piece"), [("plain", PROSE), ("markdown", PROSE), ("mdx", PROSE), ("html", PAGE)], ids=lambda it: it[:8]
)
def test_prose_takes_little_memory(name, piece):
    """Texts as people write them, dense in markup, stay far within 50 times their size."""
    assert _ratio(name, piece * (40_000 // len(piece))) < 35


@pytest.mark.parametrize(
    "piece", ["a\n\n", "- a\n", "a\r\n", "*a*", "a<br>", "&lt;", "|a|\n|-|\n", "{a}", "<td>a", "\\*"]
)
@pytest.mark.parametrize("name", ["plain", "markdown", "mdx", "html"])
def test_hostile_texts_take_memory_in_proportion(name, piece):
    """Where every other letter is a block or a run of its own it is more, and still a multiple that is known."""
    assert _ratio(name, piece * (40_000 // len(piece))) < 180
