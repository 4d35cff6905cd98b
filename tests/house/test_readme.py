"""The README shows what the program really prints. ``REWRITE_GOLDEN=1 python -m pytest`` writes it anew."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks():
    return FENCE.findall(README.read_text(encoding="utf-8"))


def claims(*arguments, cwd, given=None):
    done = subprocess.run(
        [sys.executable, "-m", "claims", *arguments],
        cwd=cwd,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


def agree(shown, printed):
    if os.environ.get("REWRITE_GOLDEN") and shown != printed:
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(f"```text\n{shown}```", f"```text\n{printed}```"), encoding="utf-8")
        return
    assert shown == printed


def test_the_first_finding_is_the_real_one(tmp_path):
    """The facts file, the sentence and the finding at the top of the README belong together."""
    (_, facts), (_, session) = blocks()[:2]
    (tmp_path / "facts.yaml").write_text(facts, encoding="utf-8")
    command, _, shown = session.partition("\n")
    words = re.fullmatch(r'\$ echo "([^"]+)" \| claims check - --facts facts\.yaml', command)
    assert words is not None
    printed = claims("check", "-", "--facts", "facts.yaml", cwd=tmp_path, given=f"{words.group(1)}\n")
    agree(session, f"{command}\n{printed}")
    assert shown or os.environ.get("REWRITE_GOLDEN")


def test_the_main_job_prints_what_is_shown():
    """What stands below the first command is what it prints on the example texts."""
    shown = [text for kind, text in blocks() if kind == "text"][1]
    agree(shown, claims("check", "examples", "--facts", "facts", cwd=ROOT))
