"""What is printed."""

import io
import sys

import pytest

from claims.cli import output
from claims.errors import Problem


def stream(encoding="utf-8", *, tty=False):
    made = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    made.isatty = lambda: tty
    return made


def test_what_a_terminal_cannot_show_is_spelled_out(monkeypatch):
    """A terminal without the letters of a report gets them as escapes rather than an error."""
    out = stream("ascii")
    monkeypatch.setattr(sys, "stdout", out)
    output.write("85 → 84\n")
    out.flush()
    assert out.buffer.getvalue() == b"85 \\u2192 84\n"


def test_mistakes_are_shown_at_their_place(capsys):
    """Each mistake has its place, hint and excerpt, and the last line counts them."""
    output.complain_of(
        [
            Problem("f.yaml", 3, 5, "no such key", "did you mean value?", "  valeu: 3\n  ^"),
            Problem("g.yaml", None, None, "empty"),
        ]
    )
    assert capsys.readouterr().err.splitlines() == [
        "f.yaml:3:5: no such key (did you mean value?)",
        "      valeu: 3",
        "      ^",
        "g.yaml: empty",
        "claims: 2 mistakes, nothing was checked",
    ]


@pytest.mark.parametrize(
    ("choice", "tty", "environment", "expected"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_colour_follows_terminal_environment_and_option(monkeypatch, choice, tty, environment, expected):
    """Colour is for terminals, unless NO_COLOR or a dumb terminal says no; the option has the last word."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", stream(tty=tty))
    assert output.wants_color(choice) is expected
