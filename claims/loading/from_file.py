"""Values that live where they are used: ``{from_file: config/limits.json, path: api.max}``.

The file is looked for beside the facts file and must lie in the project's folder: the nearest folder above the
facts file that holds ``.claims.yaml``, ``pyproject.toml`` or ``.git``, else the facts file's own. Links are
followed before that is checked. ``path`` goes from key to key with points, list items by their number from 0.
JSON, YAML and TOML files can be read; without ``path`` the whole text of a file is the value.
"""

from __future__ import annotations

from pathlib import Path

from claims.errors import InputError
from claims.files.project import inside_project, project_folder
from claims.files.reading import read_text
from claims.loading.mistakes import MisreadError, Mistakes
from claims.loading.spelling import did_you_mean, quoted
from claims.loading.toml_tree import parse_toml
from claims.loading.yaml_tree import ListNode, MapNode, Node, ScalarNode, parse_yaml

_SUFFIXES = (".json", ".yaml", ".yml", ".toml")


def read_from_file(facts_file: Path, name: str, path: str | None) -> str:
    """The text at ``path`` in the file ``name``. Raises :class:`~claims.loading.mistakes.MisreadError`."""
    target = inside_project(facts_file, name)
    if target is None:
        hint = f"only files in {project_folder(facts_file)} are read"
        raise MisreadError(f"{quoted(name)} is outside the project's folder", hint)
    try:
        text = read_text(target)
    except InputError as error:
        raise MisreadError(f"{quoted(name)}: {error.problem.message}", error.problem.hint) from error
    return text.strip() if path is None else _at(_tree(text, target), path, name)


def _tree(text: str, file: Path) -> Node:
    if file.suffix not in _SUFFIXES:
        raise MisreadError(
            f"{quoted(file.name)} is no file that `path` can look into", f"one of {', '.join(_SUFFIXES)}"
        )
    mistakes = Mistakes(file.name, text)
    tree = parse_toml(text, mistakes) if file.suffix == ".toml" else parse_yaml(text, mistakes)
    if tree is None:
        raise MisreadError(str(mistakes.problems[0]))
    return tree


def _at(node: Node, path: str, name: str) -> str:
    for key in path.split("."):
        node = _step(node, key, name)
    if not isinstance(node, ScalarNode):
        raise MisreadError(f"{quoted(path)} in {quoted(name)} is no single value", "lead `path` to one value")
    return node.text


def _step(node: Node, key: str, name: str) -> Node:
    match node:
        case MapNode() if key in node.entries:
            return node.entries[key][1]
        case ListNode() if key.isascii() and key.isdigit() and len(key) < 10 and int(key) < len(node.items):
            return node.items[int(key)]
        case MapNode():
            raise MisreadError(f"no {quoted(key)} in {quoted(name)}", did_you_mean(key, node.entries))
        case _:
            raise MisreadError(f"no {quoted(key)} in {quoted(name)}")
