"""The page on outputs shows what is so: every line of its excerpts is in what the command writes."""

import re
from pathlib import Path

import pytest

from claims.cli import run
from claims.reports import FORMATS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "outputs.md").read_text(encoding="utf-8")
NAMES = [output.name for output in FORMATS]
EXCERPTS = re.findall(r"^## `(\w+)`\n\n```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
FILES = {
    "facts.yaml": re.search(r"^```yaml\n(format: .*?)^```$", PAGE, re.MULTILINE | re.DOTALL),
    "note.md": re.search(r"^```markdown\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL),
}


@pytest.mark.parametrize(("name", "excerpt"), EXCERPTS, ids=[name for name, _ in EXCERPTS])
def test_excerpts_are_real(name, excerpt, tmp_path, monkeypatch, capsys):
    """The lines stand in the output, in this order; ``...`` leaves out the rest of one."""
    for file, found in FILES.items():
        (tmp_path / file).write_text(found[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run(["check", "note.md", "--facts", "facts.yaml", "--isolated", "--output-format", name])
    written = capsys.readouterr().out
    at = 0
    for line in excerpt.splitlines():
        words = line.removesuffix("...").strip()
        assert words in written[at:], words
        at = written.index(words, at) + len(words)


def test_every_output_is_on_the_page():
    """Each format has its section with an excerpt, a row of the table, and its name where the option is described."""
    assert sorted(name for name, _ in EXCERPTS) == sorted(NAMES)
    assert all(f"[`{name}`](#{name})" in PAGE for name in NAMES)
    command_line = (DOCS / "command-line.md").read_text(encoding="utf-8")
    option = next(line for line in command_line.splitlines() if line.startswith("| `--output-format`"))
    assert all(f"`{name}`" in option for name in NAMES)
