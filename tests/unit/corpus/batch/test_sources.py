"""What a corpus consists of: files, folders, globs and lists, each file once."""

import os

import pytest

from claims.corpus.sources import Sources
from claims.errors import Problem


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in ("docs/b.md", "docs/a/z.md", "docs/a.txt", "docs/deep/er/x.md", "docs/data.jsonl", "report/summary.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*named, **options):
    return [each if isinstance(each, str) else f"! {each.path}: {each.message}" for each in Sources(named, **options)]


def test_a_folder_gives_its_texts_by_path(tree):
    """Records are read where they are named only."""
    assert found("docs") == ["docs/a/z.md", "docs/a.txt", "docs/b.md", "docs/deep/er/x.md"]


@pytest.mark.parametrize(
    ("glob", "files"),
    [
        ("docs/*.md", ["docs/b.md"]),
        ("docs/**/*.md", ["docs/a/z.md", "docs/b.md", "docs/deep/er/x.md"]),
        ("**/x.md", ["docs/deep/er/x.md"]),
        ("docs/*.json?", ["docs/data.jsonl"]),
        ("docs/*.pdf", ["! docs/*.pdf: no file fits"]),
    ],
)
def test_globs_take_what_fits_them(tree, glob, files):
    """As a shell would, records among them; ``**`` crosses folders."""
    assert found(glob) == files


def test_each_file_is_there_once(tree):
    """However often it is named, and in a folder as well."""
    assert found("docs/b.md", "docs", "docs/*.md")[:2] == ["docs/b.md", "docs/a/z.md"]
    assert sorted(found("docs", "docs/b.md", listed=lambda: ["docs/a.txt", "docs/b.md"])) == sorted(found("docs"))


def test_the_report_folder_is_no_source(tree):
    """A report that lies in the corpus is not checked by the next run."""
    assert "report/summary.md" in found(".")
    assert "report/summary.md" not in found(".", without=(tree / "report",))


def test_what_is_not_there_is_left_to_the_reader(tree):
    """A file that is missing is named all the same."""
    assert found("none.md", "docs/[b].md", listed=lambda: ["also/none.txt"]) == [
        "none.md",
        "docs/b.md",
        "also/none.txt",
    ]


def test_names_may_hold_any_byte(tree):
    """Line ends and bytes that are no UTF-8 are parts of names."""
    strange = os.fsdecode(b"docs/caf\xe9\nbar.md")
    (tree / strange).write_text("x")
    assert strange in found("docs")


@pytest.mark.skipif(os.geteuid() == 0 or os.name != "posix", reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_read_is_a_problem(tree):
    """The others are read all the same."""
    (tree / "docs" / "deep").chmod(0)
    assert [each for each in Sources(("docs",)) if isinstance(each, Problem)]
    (tree / "docs" / "deep").chmod(0o755)
