"""Tricky snippets of every format: what is claimed in each, with its exact place, as in tests/cases/snippets/."""

from pathlib import Path

import pytest
import yaml

from claims.checker import Checker
from claims.documents import read
from claims.documents.formats import DATA_FORMATS, FORMATS
from tests.fuzz.contract import check_document, packed

FOLDER = Path(__file__).parents[1] / "cases" / "snippets"
FACTS = """
format: claims-facts/1
entities:
  acme: {names: Acme, type: organization, facts: {members: 84, employees: 1200, founded: 1998}}
"""
SUFFIXES = {format_.name: format_.suffixes[0] for format_ in (*FORMATS, *DATA_FORMATS)}
DATA = {format_.name for format_ in DATA_FORMATS}
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['about']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    """A checker for the three facts."""
    file = tmp_path_factory.mktemp("facts") / "facts.yaml"
    file.write_text(FACTS)
    return Checker.load([file])


def _data(name, case):
    """The file of a case."""
    if name == "docx":
        return packed(case["source"].encode())
    encoding = case.get("encoding", "utf-8")
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    return (mark + case["source"]).encode(encoding)


def _document(name, case):
    suffix = f".{case['suffix']}" if "suffix" in case else SUFFIXES[name]
    fields = tuple(case.get("fields", ["**"])) if name in DATA else ()
    language = None if name == "html" else case.get("language", "en")
    return read(_data(name, case), path=f"a{suffix}", fields=fields, format=case.get("text_format"), language=language)


def _place(document, start, end):
    """``line:column-column``, or ``line:column-line:column``, as the editor of a reader shows it."""
    (line, column), (end_line, end_column) = document.line_column(start), document.line_column(end)
    return f"{line}:{column}-{end_column if end_line == line else f'{end_line}:{end_column}'}"


@pytest.mark.parametrize(("name", "case"), CASES)
def test_what_is_claimed_and_where(checker, name, case):
    """Just the claims of the case are found, each value at its line and column and as it stands in the source."""
    document = _document(name, case)
    check_document(document)
    found = [
        f"{_place(document, it.value_start, it.value_end)} {it.attribute} {it.verdict}: "
        f"{document.source[it.value_start : it.value_end]}"
        for it in checker.check_documents([document]).claims
    ]
    assert found == case["found"]


def test_every_format_has_snippets():
    """Two hundred and more in all, and at least a dozen for each format."""
    counts = {name: sum(param.values[0] == name for param in CASES) for name in SUFFIXES}
    assert sum(counts.values()) >= 200
    assert min(counts.values()) >= 12, counts
