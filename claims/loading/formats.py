"""The formats of files, their versions, and the line that names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.loading.fields import Fields, kind_of, text_of
from claims.loading.mistakes import Mistakes
from claims.loading.spelling import did_you_mean, quoted
from claims.loading.yaml_tree import MapNode, Node

FACTS = "claims-facts/1"
RULES = "claims-rules/1"
CLAIMS = "claims-claims/1"
CONFIGURATION = "claims-config/1"
MAPPING = "claims-mapping/1"
BASELINE = "claims-baseline/1"

_USES: Mapping[str, str] = {
    FACTS: "this is a facts file; give it with --facts",
    RULES: "this is a rules file; give it with --rules",
    CLAIMS: "this is a claims file; run `claims verify` on it",
    CONFIGURATION: "this is a configuration file; give it with --config",
    MAPPING: "this is a mapping of a table; give it with --facts, or to `claims facts import` with --mapping",
    BASELINE: "this is a baseline; give it with --baseline",
}


def open_file(root: Node, keys: Iterable[str], expected: str, mistakes: Mistakes) -> Fields | None:
    """The fields of a whole file, once its ``format`` line says what is expected; else ``None``."""
    if not isinstance(root, MapNode):
        mistakes.add(
            root, f"the file must be a map (`key: value`), not {kind_of(root)}", f"begin with `format: {expected}`"
        )
        return None
    given = root.entries.get("format")
    if given is None:
        mistakes.add(root, "the file has no `format` line", f"begin with `format: {expected}`")
    elif not _is_format(given[1], expected, mistakes):
        return None
    return Fields(root, keys, mistakes, "the file")


def _is_format(node: Node, expected: str, mistakes: Mistakes) -> bool:
    """Whether the rest of the file can be read as what is expected; another version of it can, with a mistake."""
    text = text_of(node, mistakes, "`format`")
    if text is None or text == expected:
        return True
    if text in _USES:
        mistakes.add(node, f"expected {expected}, found {text}", _USES[text])
        return False
    near = text.split("/")[0] == expected.split("/", maxsplit=1)[0]
    hint = f"this version reads {expected}" if near else did_you_mean(text, (expected,)) or f"write {expected}"
    mistakes.add(node, f"unknown format {quoted(text)}", hint)
    return True
