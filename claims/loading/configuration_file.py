"""Reading the file of a configuration: what stands in it, and what those say that it extends.

:mod:`claims.loading.configuration` has the keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from claims.errors import InputError, LoadError
from claims.files.project import inside_repository
from claims.files.reading import read_text
from claims.loading.configuration import Configuration, JudgingDate, PathPolicy
from claims.loading.fields import DATE_FORMS, Fields, items_of, pairs, text_of
from claims.loading.formats import CONFIGURATION, open_file
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.policies import SEVERITIES
from claims.loading.spelling import quoted
from claims.loading.toml_tree import parse_toml
from claims.loading.vocabularies import is_vocabulary
from claims.loading.yaml_tree import MapNode, Node, ScalarNode, parse_yaml
from claims.model.dates import PartialDate
from claims.model.verdict import Severity

TABLE = ("tool", "claims")
FILE_KEYS = (
    "format",
    "extends",
    "facts",
    "rules",
    "languages",
    "severities",
    "select",
    "ignore",
    "exclude",
    "fail_level",
    "baseline",
    "paths",
)
PATH_KEYS = ("glob", "date", "about", "where", "fields", "text_format")


def read_configuration_file(path: Path, chain: tuple[Path, ...] = ()) -> Configuration | None:
    """The configuration in a file, which those of ``chain`` extend; ``None`` for a ``pyproject.toml`` without one."""
    try:
        text = read_text(path)
    except InputError as error:
        raise LoadError((error.problem,)) from error
    mistakes = Mistakes(str(path), text)
    root = parse_toml(text, mistakes, TABLE) if path.suffix == ".toml" else parse_yaml(text, mistakes)
    file = _open(root, mistakes) if root is not None else None
    configuration = _configuration(file, path) if file is not None else None
    chain = (*chain, inside_repository(path, path.name) or path)
    bases = _bases(file, path, chain) if file is not None else ()
    raise_all([mistakes])
    for base in bases:
        found = read_configuration_file(base, chain)
        configuration = configuration.over(found) if configuration and found else configuration
    return configuration


def _bases(file: Fields, path: Path, chain: tuple[Path, ...]) -> list[Path]:
    """The files that a configuration extends, the last first; a mistake for each that cannot be, or is in ``chain``."""
    bases = []
    for node in items_of(file.node("extends")):
        name = text_of(node, file.mistakes, "`extends`")
        target = inside_repository(path, name) if name else None
        if name and target is None:
            file.mistakes.add(node, f"{quoted(name)} lies outside the project", "extend a file inside it")
        elif target in chain:
            file.mistakes.add(node, f"{quoted(name or '')} extends this file in turn", "take one of the two out")
        elif target is not None:
            bases.append(target)
    return bases[::-1]


def _open(root: Node, mistakes: Mistakes) -> Fields | None:
    if isinstance(root, MapNode):
        # The name of the file says what it is; a format line is welcome.
        head = ScalarNode("format", False, root.line, root.column)
        root.entries.setdefault("format", (head, ScalarNode(CONFIGURATION, False, root.line, root.column)))
    return open_file(root, FILE_KEYS, CONFIGURATION, mistakes)


def _configuration(file: Fields, path: Path) -> Configuration:
    baseline = file.text("baseline")
    return Configuration(
        path,
        tuple(str(path.parent / name) for name in file.texts("facts")),
        tuple(name if is_vocabulary(name) else str(path.parent / name) for name in file.texts("rules")),
        file.texts("languages"),
        tuple(_severities(file)),
        file.texts("select"),
        file.texts("ignore"),
        file.texts("exclude"),
        file.choice("fail_level", SEVERITIES),
        str(path.parent / baseline) if baseline else None,
        tuple(_path_policies(file)),
    )


def _severities(file: Fields) -> Iterator[tuple[str, Severity]]:
    for key, node in pairs(file.node("severities"), file.mistakes, "`severities`"):
        text = text_of(node, file.mistakes, quoted(key.text))
        if text is None:
            continue
        if text in SEVERITIES:
            yield key.text, SEVERITIES[text]
        else:
            file.mistakes.add_unknown(node, "severity", text, SEVERITIES)


def _path_policies(file: Fields) -> Iterator[PathPolicy]:
    for node in items_of(file.node("paths")):
        fields = Fields(node, PATH_KEYS, file.mistakes, "a path")
        fields.required("glob")
        glob = fields.text("glob")
        policy = PathPolicy(
            glob or "",
            _date(fields),
            fields.texts("about"),
            fields.pairs("where"),
            fields.texts("fields"),
            fields.text("text_format"),
        )
        if glob is not None:
            yield policy


_WORDS: Mapping[str, JudgingDate] = {str(word): word for word in JudgingDate}


def _date(fields: Fields) -> PartialDate | JudgingDate | None:
    node, text = fields.node("date"), fields.text("date")
    if node is None or text is None or text in _WORDS:
        return _WORDS.get(text or "")
    try:
        return PartialDate.parse(text)
    except ValueError:
        fields.mistakes.add(node, f"`date` is {quoted(text)}", f"write document, latest, or a date: {DATE_FORMS}")
        return None
