"""What every reader of texts keeps, whatever bytes it is given; the fuzzer and the replay of its seeds check it.

- The only errors are those that say whose fault it is, and what to do.
- Blocks stand in the source in their order, each run where it says, code point by code point or as a whole.
- Lines and columns of every place are inside the source.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import MappingProxyType

from claims.documents import read, read_records
from claims.errors import InputError, Problem
from claims.model.document import Block, Document
from claims.model.span import Span

_OPEN = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_CLOSE = b"</w:body></w:document>"
_SOME = 64


def _text(data: bytes, name: str) -> Iterator[Document | Problem]:
    yield read(data, path=f"fuzz.{name}", format=name, languages=("en", "fr"))


def _strings(data: bytes, suffix: str) -> Iterator[Document | Problem]:
    for text_format in ("plain", "markdown"):
        yield read(data, path=f"fuzz{suffix}", fields=("**",), format=text_format)


def _records(data: bytes, suffix: str) -> Iterator[Document | Problem]:
    yield from read_records(data, path=f"fuzz{suffix}")


def _word(data: bytes) -> Iterator[Document | Problem]:
    """A Word document whose body is ``data``: bytes at random are hardly ever a zip archive."""
    yield read(packed(data), path="fuzz.docx")


def packed(body: bytes) -> bytes:
    """A Word document, without compression, with that XML as its body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", _OPEN + body + _CLOSE)
    return buffer.getvalue()


READERS: MappingProxyType[str, Callable[[bytes], Iterable[Document | Problem]]] = MappingProxyType(
    {
        "plain": partial(_text, name="plain"),
        "markdown": partial(_text, name="markdown"),
        "mdx": partial(_text, name="mdx"),
        "html": partial(_text, name="html"),
        "docx": partial(_text, name="docx"),
        "docx-body": _word,
        "json": partial(_strings, suffix=".json"),
        "yaml": partial(_strings, suffix=".yaml"),
        "csv": partial(_strings, suffix=".csv"),
        "jsonl-records": partial(_records, suffix=".jsonl"),
        "csv-records": partial(_records, suffix=".csv"),
    }
)
"""Every way that bytes become documents, by name."""


def examine(name: str, data: bytes) -> int:
    """Read ``data`` and check the result; how many documents there were. Raises ``AssertionError`` or what it is."""
    try:
        documents = list(READERS[name](data))
    except InputError as error:
        _check_problem(error.problem)
        return 0
    for document in documents:
        if isinstance(document, Problem):
            _check_problem(document)
        else:
            check_document(document)
    return len(documents)


def _check_problem(problem: Problem) -> None:
    assert problem.message, "an error says what is wrong"
    assert problem.hint, "and what to do"


def check_document(document: Document) -> None:
    """All places of a document stand inside its source, in order, and hold what the blocks say."""
    position = 0
    for block in document.blocks:
        assert block.text, "a block has something to read"
        position = _check_block(block, document.source, position)
    for offset in (0, position, len(document.source)):
        line, column = document.line_column(offset)
        assert line >= 1
        assert 1 <= column <= len(document.source) + 1
    for comment in document.comments:
        assert 0 <= comment.span.start < comment.span.end <= len(document.source)


def _check_block(block: Block, source: str, position: int) -> int:
    length = 0
    for run in block.runs:
        assert run.start == length, "runs cover their block"
        length += run.length
        assert position <= run.source <= run.source + run.source_length <= len(source), "runs stand in order"
        position = run.source + run.source_length
        if run.length == run.source_length:
            written, read_as = source[run.source : position], block.text[run.start : length]
            assert written.replace("\r", "\n") == read_as.replace("\r", "\n"), "a run stands in the source as it is"
    assert length == len(block.text)
    for start in {0, length // 2, max(0, length - _SOME)}:
        span = block.to_source(Span(start, min(length, start + _SOME)))
        assert 0 <= span.start <= span.end <= len(source)
    return position
