"""Whatever a text holds, outputs count its bytes rightly, stay well-formed, and show it unchanged."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from claims.documents import read
from claims.model.report import DocumentReport
from claims.model.span import Span
from claims.reports.html.glosses import Gloss
from claims.reports.html.placing import place
from claims.reports.html.prose import rows
from claims.reports.markup import element
from claims.reports.page_words import Task, page_words
from claims.reports.positions import in_bytes
from claims.reports.screen import harmless

PROSE = st.text(st.sampled_from("aé🚢 8\n.<&\"'\u202e\u0301"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=6)


@given(PROSE, st.lists(st.integers(0, 60), max_size=8))
def test_byte_columns_are_those_of_the_encoded_line(source, offsets):
    """Line and byte column lead, in the encoded text, to what the offset leads to in the decoded one."""
    document = read(source)
    within = [min(offset, len(source)) for offset in offsets]
    lines = source.encode().split(b"\n")
    for offset, position in in_bytes(document, within).items():
        before = sum(len(line) + 1 for line in lines[: position.line - 1]) + position.column - 1
        assert before == len(source[:offset].encode())


@given(st.text())
def test_any_text_in_an_element_is_well_formed(text):
    """A parser gives the text back, from content and attribute, with nothing but what steers replaced."""
    parsed = ET.fromstring(element("a", text, b=text))  # noqa: S314 (our own output)
    expected = "\n".join(map(harmless, text.split("\n"))).translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})
    assert (parsed.text or "") == expected
    assert parsed.get("b") == expected


@given(PROSE, SPANS)
def test_marks_leave_the_text_as_it_is(source, spans):
    """Wherever marks stand, and however they overlap, the prose of the page is that of the document."""
    document = read(source)
    glosses = [
        Gloss(f"n{number}", "contradicted", Task.CORRECT, Span(start, start + length))
        for number, (start, length) in enumerate(spans)
    ]
    placed = place(DocumentReport(document.id, text=document), glosses)
    assert sum(len(mark.glosses) for marks in placed.marks.values() for mark in marks) + len(placed.elsewhere) == len(
        glosses
    )
    prose = "".join(
        re.sub(r'<div class="cards">.*', "", str(row), flags=re.S) for row in rows(document, placed, page_words("en"))
    )
    expected = "".join("\n".join(map(harmless, block.text.split("\n"))) for block in document.blocks)
    assert unescape(re.sub(r"<[^>]*>", "", prose)).replace("\n", "") == expected.replace("\n", "")
