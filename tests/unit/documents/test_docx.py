"""Word documents, made here from the few parts that are read."""

import io
import zipfile

import pytest

from claims.documents import docx, read
from claims.errors import InputError, UsageError
from claims.model.span import Span

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>'
    "</w:styles>"
)


def _docx(body, main="word/document.xml", **parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr(main, f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def _paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _shown(body):
    document = read(_docx(body), path="a.docx", language="en")
    for block in document.blocks:
        span = block.to_source(Span(0, len(block.text)))
        assert document.source[span.start : span.end] == block.text
    cells = [f" {block.cell.row}.{block.cell.column}" if block.cell else "" for block in document.blocks]
    return [
        f"{block.kind}{' ' + str(block.level) if block.level else ''}{cell}: {block.text}"
        for block, cell in zip(document.blocks, cells, strict=True)
    ]


def test_paragraphs():
    """Paragraphs are the lines of the source; runs are one phrase, and empty paragraphs are none."""
    body = (
        _paragraph(_run("It has "), _run("84", "<w:b/>"), _run("&#160;membres é. "))
        + _paragraph()
        + _paragraph(_run("Two."))
    )
    document = read(_docx(body), path="a.docx", language="en")
    assert document.source == "It has 84\u00a0membres é.\nTwo.\n"
    assert [block.text for block in document.blocks] == ["It has 84\u00a0membres é.", "Two."]
    assert document.line_column(document.source.index("Two")) == (2, 1)


def test_a_place_is_a_paragraph_and_a_run():
    """Lines are paragraphs that hold text, and the runs of a block are those of Word, without the space around them."""
    body = (
        _paragraph(_run("One.")) + _paragraph() + _paragraph(_run("  It has "), _run("84", "<w:b/>"), _run(" seats. "))
    )
    document = read(_docx(body), path="a.docx", language="en")
    block = document.blocks[1]
    runs = [document.source[run.source : run.source + run.source_length] for run in block.runs]
    assert runs == ["It has ", "84", " seats."]
    assert document.line_column(block.runs[1].source) == (2, 8)


def test_a_table_in_a_run_is_a_table():
    """What Word never writes is read all the same, and ends nothing that it did not begin."""
    body = f"<w:p><w:r><w:tbl><w:tr><w:tc>{_paragraph(_run('x'))}</w:tc></w:tr></w:tbl></w:r></w:p>" + _paragraph(
        _run("y")
    )
    assert _shown(body)[-1] == "paragraph: y"


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ('<w:pStyle w:val="T"/>', "title: x"),
        ('<w:pStyle w:val="Titre1"/>', "heading 1: x"),
        ('<w:pStyle w:val="Mine"/>', "heading 1: x"),
        ('<w:pStyle w:val="Loop"/>', "paragraph: x"),
        ('<w:pStyle w:val="L"/>', "item: x"),
        ('<w:pStyle w:val="Unknown"/>', "paragraph: x"),
        ('<w:numPr><w:numId w:val="3"/></w:numPr>', "item: x"),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph: x"),
        ('<w:pPrChange><w:pPr><w:pStyle w:val="T"/></w:pPr></w:pPrChange>', "paragraph: x"),
    ],
)
def test_kinds(properties, shown):
    """The style of a paragraph, or what it is based on, says what it is; so does a list it stands in."""
    assert _shown(_paragraph(_run("x"), properties=properties)) == [shown]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:del><w:r><w:delText>79</w:delText></w:r></w:del><w:ins>" + _run("84") + "</w:ins>", "84"),
        ("<w:moveFrom>" + _run("79") + "</w:moveFrom>" + _run("84"), "84"),
        (_run("79", "<w:strike/>") + _run("84", '<w:strike w:val="0"/>'), "84"),
        (_run("79", "<w:vanish/>") + _run("84"), "84"),
        (_run("84", "") + _run("1", '<w:vertAlign w:val="superscript"/>') + _run(" x"), "84\ufffc x"),
        (_run("2") + _run("nd", '<w:vertAlign w:val="superscript"/>'), "2nd"),
        (_run("5 km") + _run("2", '<w:vertAlign w:val="superscript"/>'), "5 km2"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",
            "a\tb\nc\u2011d",
        ),
        (
            _run("a ") + "<w:r><w:drawing><w:p><w:r><w:t>84</w:t></w:r></w:p></w:drawing></w:r>" + _run(" b"),
            "a \ufffc b",
        ),
        (_run("a ") + "<w:r><w:instrText>PAGE 84</w:instrText></w:r>" + _run("b"), "a b"),
        ("<w:hyperlink>" + _run("84 members") + "</w:hyperlink>", "84 members"),
    ],
)
def test_what_is_prose(runs, text):
    """Withdrawn and hidden text, drawings and codes of fields are none; signs are what they look like."""
    assert _shown(_paragraph(_run("Text ") + runs)) == [f"paragraph: Text {text}"]


def test_tables():
    """Cells know their row and column, wide ones are counted as such, and a table may stand in a cell."""
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format
    inner = "<w:tbl><w:tr>" + cell("", _paragraph(_run("in"))) + "</w:tr></w:tbl>"
    body = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell('<w:gridSpan w:val="2"/>', _paragraph(_run("a")))
        + cell("", _paragraph(_run("b")))
        + "</w:tr><w:tr>"
        + cell("", _paragraph())
        + cell("", _paragraph(_run("c")) + inner + _paragraph(_run("d")))
        + "</w:tr></w:tbl>"
        + _paragraph(_run("e"))
    )
    assert _shown(body) == ["cell 0.0: a", "cell 0.2: b", "cell 1.1: c", "cell 0.0: in", "cell 1.1: d", "paragraph: e"]
    assert [block.cell.header for block in read(_docx(body), format="docx").blocks[:3]] == [True, True, False]


def test_the_main_part_is_found():
    """Its name stands in the relations of the package."""
    relations = '<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    data = _docx(_paragraph(_run("84")), main="word/document2.xml", **{"_rels/.rels": relations})
    assert read(data, path="a.docx", language="en").source == "84\n"


_BOMB = '<!DOCTYPE x [<!ENTITY a "84"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a Word document"),
        (b"plain text", "not a Word document"),
        (_docx("")[:-40], "not a Word document"),
        (_docx("", main="other.xml"), "it holds no document"),
        (_docx("<w:p>"), "damaged XML"),
        (_docx("", **{"_rels/.rels": _BOMB}), "document type"),
    ],
)
def test_what_is_refused(data, message):
    """Damage, document types and parts that are too large are problems of the file, with what to do."""
    with pytest.raises(InputError) as caught:
        read(data, path="a.docx")
    assert message in caught.value.problem.message
    assert caught.value.problem.hint


def test_size_is_limited(monkeypatch):
    """A part that would unpack to more than the limit is not unpacked."""
    monkeypatch.setattr(docx, "_LARGEST", 2**20)
    with pytest.raises(InputError, match="more than 1 MiB"):
        read(_docx("84" * 2**20), path="a.docx")


def test_deep_nesting():
    """Elements may be nested as deep as one likes."""
    body = "<w:sdt>" * 50_000 + _paragraph(_run("84")) + "</w:sdt>" * 50_000
    assert read(_docx(body), path="a.docx", language="en").source == "84\n"


def test_text_is_no_word_document():
    """A string cannot be read as a Word document."""
    with pytest.raises(UsageError):
        read("text", format="docx")
