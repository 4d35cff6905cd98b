"""``--changed-since``: only the texts that changed, or all of them where what they are checked against did."""

from __future__ import annotations

from pathlib import Path

from claims.cli import output
from claims.cli.inputs import STDIN
from claims.cli.project import Project
from claims.files.folders import find
from claims.files.history import changed_since, is_among
from claims.files.reading import read_bytes
from claims.loading.opening import FACTS_SUFFIXES
from claims.loading.vocabularies import is_vocabulary


def changed_texts(files: tuple[str, ...], ref: str, project: Project) -> tuple[str, ...]:
    """Those of the texts that differ from ``ref``; which they are is said on standard error."""
    changed = changed_since(ref, Path(files[0] if files else "."))
    cause = next((path for path in _grounds(project) if is_among(path, changed)), None)
    chosen = tuple(file for file in files if file == STDIN or is_among(file, changed))
    if cause is None and len(changed) > len(chosen):
        cause = next((path for path in _facts(project) if b"from_file" in read_bytes(path)), None)
    if cause is not None:
        output.complain(f"claims: {cause}, or what it refers to, changed since {ref}: all texts are checked")
        return files
    output.complain(f"claims: {len(chosen)} of {len(files)} texts changed since {ref}")
    return chosen


def _grounds(project: Project) -> tuple[str | Path, ...]:
    """All that a text is checked against."""
    configuration = project.configuration
    own = (*configuration.bases, *([configuration.path] if configuration.path else []))
    known = (configuration.baseline,) if configuration.baseline else ()
    return (*project.facts, *(rule for rule in project.rules if not is_vocabulary(rule)), *own, *known)


def _facts(project: Project) -> tuple[Path, ...]:
    return find(project.facts, FACTS_SUFFIXES)
