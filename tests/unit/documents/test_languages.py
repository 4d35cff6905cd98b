"""What becomes of a text in a language that cannot be read."""

import pytest

from claims.documents import read
from claims.documents.records import read_records
from claims.errors import InputError, Problem


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.html", '<html lang="es"><p>Hola.</p></html>'), ("a.md", "---\nlang: es\n---\nHola.\n")],
)
def test_a_text_in_an_unknown_language_is_no_document(path, text):
    """It is refused with the languages there are, and so is no reason to stop for a run over many."""
    with pytest.raises(InputError, match=r"'es', cannot be read yet .*there are de, en, fr"):
        read(text, path=path)


def test_a_record_in_an_unknown_language_leaves_the_others():
    """Its line is told, and the records before and behind it are read."""
    data = b'{"text": "a"}\n{"text": "b", "language": "es"}\n{"text": "c"}\n'
    found = list(read_records(data, path="a.jsonl"))
    assert [each.line if isinstance(each, Problem) else each.source for each in found] == ["a", 2, "c"]
