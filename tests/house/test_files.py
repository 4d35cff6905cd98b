"""What may not stand in any file of the repository."""

from __future__ import annotations

import re
from pathlib import Path

# Written in parts, so that this file does not name them.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("crates", "io"),
        ("anaconda", "org"),
        ("proxy", "golang", "org"),
    )
)
HOMES = re.compile(r"(?<!\w)/(?:home|Users)/\w|/[r]oot/|[A-Z]:\\\\?Users\\")


def _text(path: Path) -> str | None:
    data = path.read_bytes()
    return None if b"\0" in data else data.decode("utf-8", errors="replace")


def test_no_file_names_a_registry_or_a_developers_machine(files, root):
    """Packages come from wherever the user's tools are set to find them, and paths are relative."""
    here = tuple(str(path) for path in {root, Path.home()} if len(path.parts) > 2)
    found = []
    for path in files:
        text = _text(path) or ""
        named = [host for host in (*REGISTRIES, *here) if host in text]
        named += HOMES.findall(text)
        if named:
            found.append(f"{path.relative_to(root)}: {', '.join(named)}")
    assert not found


def test_text_files_are_utf8_with_unix_line_ends(files, root):
    """Every text file that is no test input decodes as UTF-8, has no carriage return, and ends with a line end."""
    found = []
    for path in files:
        if path.suffix not in {".py", ".md", ".toml", ".yaml", ".json", ".sh"} or "inputs" in path.parts:
            continue
        data = path.read_bytes()
        data.decode("utf-8")
        if b"\r" in data or (data and not data.endswith(b"\n")):
            found.append(str(path.relative_to(root)))
    assert not found
