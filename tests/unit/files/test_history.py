"""What git says has changed, in checkouts made for the purpose."""

import subprocess

import pytest

from claims.errors import UsageError
from claims.files.history import changed_since, is_among

WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder, *arguments):
    """Run git in a folder."""
    subprocess.run(["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path):
    """A checkout with one commit on its branch `main`, of four files."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("a.md", "b.md", "c.md", "é ü.md"):
        (tmp_path / name).write_text(name)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def names(checkout, ref="main", start=None):
    """The changed files by name."""
    home = str(checkout.resolve())
    return {file.removeprefix(home)[1:] for file in changed_since(ref, start or checkout)}


def test_nothing_changed(checkout):
    """A clean checkout has no changes."""
    assert names(checkout) == set()


def test_every_kind_of_change_counts(checkout):
    """Committed, staged, not staged, unknown to git, deleted; and whatever letters are in a name."""
    git(checkout, "checkout", "-qb", "work")
    (checkout / "a.md").write_text("committed")
    git(checkout, "commit", "-qam", "two")
    (checkout / "b.md").write_text("staged")
    git(checkout, "add", "b.md")
    (checkout / "é ü.md").write_text("not staged")
    (checkout / "c.md").unlink()
    (checkout / "new.md").write_text("new")
    (checkout / ".gitignore").write_text("ignored.md\n")
    (checkout / "ignored.md").write_text("ignored")
    (checkout / "sub").mkdir()
    assert names(checkout) == {"a.md", "b.md", "c.md", "é ü.md", "new.md", ".gitignore"}
    assert names(checkout, start=checkout / "sub") == names(checkout)


def test_what_happened_on_the_other_branch_does_not_count(checkout):
    """Changes are those since the branch left the other one."""
    git(checkout, "checkout", "-qb", "work")
    git(checkout, "checkout", "-q", "main")
    (checkout / "a.md").write_text("theirs")
    git(checkout, "commit", "-qam", "theirs")
    git(checkout, "checkout", "-q", "work")
    assert names(checkout) == set()


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", ""])
def test_what_git_does_not_know_is_an_error(checkout, ref):
    """The error names the commit, and nothing is taken for an option of git."""
    with pytest.raises(UsageError, match="git knows no such commit"):
        changed_since(ref, checkout)
    assert not (checkout / "x").exists()


def test_outside_of_a_checkout_is_an_error(tmp_path, monkeypatch):
    """The error names the folder."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="is in none"):
        changed_since("main", tmp_path)


def test_no_git_is_an_error(tmp_path, monkeypatch):
    """Where git cannot be run the error says so."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs git, which cannot be run here"):
        changed_since("main", tmp_path)


def test_a_folder_holds_what_is_below(tmp_path):
    """A changed file is among its folders, and not among folders whose names begin alike."""
    (tmp_path / "facts").mkdir()
    (tmp_path / "fact").mkdir()
    changed = {str(tmp_path.resolve() / "facts" / "a.yaml")}
    assert is_among(tmp_path / "facts", changed)
    assert is_among(tmp_path / "facts" / "a.yaml", changed)
    assert not is_among(tmp_path / "fact", changed)
