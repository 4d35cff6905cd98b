"""Finding files, globs, and the folder of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.files.folders import find, is_excluded, without
from claims.files.globs import matches
from claims.files.project import inside_project, project_folder


@pytest.fixture
def tree(tmp_path):
    for name in ("b.md", "a/z.md", "a/y.txt", "a/deep/x.MD", ".hidden/h.md", ".git/g.md", "CVS/c.md", "drafts/d.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    return tmp_path


def _names(tree, found) -> list[str]:
    return [path.relative_to(tree).as_posix() for path in found]


def test_folders_are_searched_in_order_and_hidden_ones_are_not(tree):
    """Sorted, by suffix in any case, without hidden folders, version control, or links to folders."""
    assert _names(tree, find([tree], (".md",))) == ["a/deep/x.MD", "a/z.md", "b.md", "drafts/d.md"]


def test_what_is_named_is_taken_once(tree):
    """A file named is taken whatever its suffix, hidden or excluded or missing, and only once."""
    named = [tree / "a" / "y.txt", tree / ".hidden" / "h.md", tree / "none", tree / "a", tree / "a" / "z.md"]
    found = find(named, (".md",), exclude=("y.txt", "z.md"))
    assert _names(tree, found) == ["a/y.txt", ".hidden/h.md", "none", "a/deep/x.MD", "a/z.md"]


def test_files_are_the_same_however_they_are_written(tree, monkeypatch):
    """A relative path and an absolute one are one file."""
    monkeypatch.chdir(tree)
    assert without([tree / "b.md", tree / "a" / "z.md"], [Path("a/../b.md")]) == (tree / "a" / "z.md",)


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        (("drafts",), ["a/deep/x.MD", "a/z.md", "b.md"]),
        (("drafts/", "a/deep"), ["a/z.md", "b.md"]),
        (("a/**",), ["b.md", "drafts/d.md"]),
        (("**/x.*",), ["a/z.md", "b.md", "drafts/d.md"]),
        (("?.md",), ["a/deep/x.MD"]),
    ],
)
def test_globs_leave_files_out(tree, exclude, left):
    """Names at any depth, or paths below the folder."""
    assert _names(tree, find([tree], (".md",), exclude)) == left


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("a/b/c.md", "c.md", True),
        ("a/b/c.md", "b", True),
        ("a/b/c.md", "a/c.md", False),
        ("a/b/c.md", "a/*/c.md", True),
        ("a/b/c.md", "a/**/c.md", True),
        ("a/c.md", "a/**/c.md", True),
        ("a/b/c.md", "*.md", True),
        ("a/b/c.md", "/a", True),
        ("a/b/c.md", "b/c.md", False),
        ("a/b/c.md", "**/b/c.md", True),
        ("a/b/c.md", "a/?/c.m[de]", True),
        ("A/b", "a/b", False),
    ],
)
def test_globs_fit_names_and_paths(path, pattern, fits):
    """`*` stays in a name, `**` crosses folders, a pattern takes what lies below."""
    assert matches(path, pattern) is fits


def test_a_hostile_glob_is_no_trouble():
    """Many stars cost what they are long."""
    assert not matches("a/" * 500 + "b", "/".join(["**", "a"] * 200) + "/c")
    assert not matches("a" * 5000, "*a" * 200 + "b")


def test_exclusion_is_by_the_whole_path_or_the_part_below(tree):
    """Callers that force exclusion on named files use the same globs."""
    assert is_excluded(tree / "a" / "z.md", ("a/z.md",), tree)
    assert not is_excluded(tree / "a" / "z.md", ("a/z.md",))
    assert is_excluded(tree / "a" / "z.md", ("z.md",))


def test_a_project_is_the_nearest_folder_with_a_mark(tree):
    """Else the folder of the file itself; links are followed before anything is allowed."""
    assert project_folder(tree / "a" / "deep" / "x.MD") == tree
    assert inside_project(tree / "a" / "deep" / "x.MD", "../../b.md") == tree / "b.md"
    assert inside_project(tree / "a" / "deep" / "x.MD", "../../../other") is None
