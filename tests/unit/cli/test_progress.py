"""What somebody sees who waits."""

from claims.cli import output, progress
from claims.errors import Problem

TEXTS = [Problem(f"{name}.md", None, None, "") for name in "abc"]


def test_nothing_is_shown_where_nobody_watches(capsys, monkeypatch):
    """In a pipe the texts come as they are, and nothing is written."""
    monkeypatch.setattr(progress, "_PATIENCE", -1)
    assert list(progress.watched(iter(TEXTS))) == TEXTS
    assert capsys.readouterr().err == ""


def test_a_line_is_shown_and_taken_away(capsys, monkeypatch):
    """On a terminal a line says which text it is, and the last thing written takes it away."""
    monkeypatch.setattr(output, "is_watched", lambda: True)
    monkeypatch.setattr(progress, "_PATIENCE", -1)
    monkeypatch.setattr(progress, "_PACE", -1)
    assert list(progress.watched(iter(TEXTS))) == TEXTS
    said = capsys.readouterr().err
    assert "checking text 2: b.md" in said
    assert said.endswith("\r\x1b[K")


def test_a_short_run_shows_nothing(capsys, monkeypatch):
    """Who waits less than a second is not disturbed."""
    monkeypatch.setattr(output, "is_watched", lambda: True)
    list(progress.watched(iter(TEXTS)))
    assert capsys.readouterr().err == ""
