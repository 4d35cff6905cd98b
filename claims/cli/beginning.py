"""What ``claims init`` writes, from the templates beside this file."""

from __future__ import annotations

import json
from pathlib import Path

from claims.cli import output
from claims.drafting.ids import entity_id
from claims.errors import UsageError
from claims.files.project import existing
from claims.files.reading import read_text
from claims.loading.configuration import find_configuration

_TEMPLATES = Path(__file__).with_name("templates")
_FILES = (
    (".claims.yaml", "claims.yaml", "where facts are, and what holds for which texts"),
    ("facts/facts.yaml", "facts.yaml", "what is true; replace the examples by your own facts"),
    ("example.md", "example.md", "a text that is wrong on purpose; delete it when you have seen it"),
)


def begin(folder: str, name: str) -> None:
    """Write the files that are not there yet, and say what was done and what to do next."""
    if not name.strip() or not name.isprintable():
        raise UsageError("--name is empty or holds characters that cannot be shown")
    home = Path(folder)
    there = {path.relative_to(home).as_posix() for path in existing(home, [target for target, _, _ in _FILES])}
    if (configured := find_configuration(home).path) and configured.parent == home.absolute():
        there.add(".claims.yaml")
    lines = []
    for target, template, meaning in _FILES:
        if target in there:
            lines.append(f"kept {target}: it was there already")
        else:
            output.write(_filled(template, name.strip()), str(home / target))
            lines.append(f"made {target}: {meaning}")
    here = "" if home == Path() else f"cd {folder}; "
    output.write("".join(f"{line}\n" for line in [*lines, f"Next: {here}claims check ."]))


def _filled(template: str, name: str) -> str:
    text = read_text(_TEMPLATES / template)
    shown = name if template.endswith(".md") else json.dumps(name, ensure_ascii=False)
    return text.replace("{id}", entity_id(name)).replace("{name}", shown)
