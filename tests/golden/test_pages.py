"""The pages that show commands: each was run, in an empty folder, and says what the page says it says.

A block of code behind the line "`NAME`:" is that file, of a Word document its paragraphs. In a block of ``console``,
lines that begin with ``$`` are run one after the other, and what follows is their answer. After a wanted change:
REWRITE_GOLDEN=1 python -m pytest tests/golden.
"""

import io
import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from claims.cli import run
from tests.fuzz.contract import packed

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("first-day.md", "press-office.md", "living-with-it.md", "ci.md")
NAMED = r"(?:^`(?P<name>[^`\n]+)`(?:, a [^\n]*)?:\n\n)?"
BLOCK = re.compile(NAMED + r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
GIT = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def answer(command):
    """What a command writes, standard error included."""
    program, *arguments = shlex.split(command)
    if program != "claims":
        ran = subprocess.run(
            ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return ran.stdout
    written = io.StringIO()
    with redirect_stdout(written), redirect_stderr(written):
        run(arguments)
    return written.getvalue()


def word_body(text):
    """The body of a Word document with the paragraphs of a text."""
    paragraphs = (part.replace("\n", " ") for part in text.strip().split("\n\n"))
    return "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in paragraphs).encode()


def replay(match):
    """A block as it should be: files are written, commands are run."""
    name, language, body = match.group("name", "language", "body")
    if name:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed(word_body(body)) if path.suffix == ".docx" else body.encode())
    if language != "console":
        return match.group()
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    lines = "".join(f"$ {command}\n{answer(command)}" for command in commands)
    return match.group().replace(body, lines)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_happens(name, tmp_path, monkeypatch):
    """Every command on the page gives the answer on the page."""
    monkeypatch.chdir(tmp_path)
    for key, value in GIT.items():
        monkeypatch.setenv(key, value)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    page = (DOCS / name).read_text(encoding="utf-8")
    now = BLOCK.sub(replay, page)
    if os.environ.get("REWRITE_GOLDEN"):
        (DOCS / name).write_text(now, encoding="utf-8")
    assert now == page
