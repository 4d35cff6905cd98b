"""The configuration of a project: ``.claims.yaml``, or ``[tool.claims]`` in ``pyproject.toml``.

It is looked for from the checked file upwards; the nearest folder that has one counts, and in it ``.claims.yaml``
before ``pyproject.toml``. Paths in it are relative to its folder::

    facts: [facts/]
    rules: [core/1, rules/]
    languages: [en, fr]
    severities: {outdated: error, "coalition.members": warning}
    select: [...]
    ignore: [...]
    exclude: [drafts/]
    fail_level: warning
    paths:
      - {glob: "news/**", date: document}
      - {glob: "about.md", date: latest, about: [acme], where: {region: eu}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from claims.errors import InputError, LoadError
from claims.files.globs import matches
from claims.files.project import existing, upwards
from claims.files.reading import read_text
from claims.loading.fields import DATE_FORMS, Fields, items_of, pairs, text_of
from claims.loading.formats import CONFIGURATION, open_file
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.rules_file import SEVERITIES
from claims.loading.spelling import quoted
from claims.loading.toml_tree import parse_toml
from claims.loading.vocabularies import is_vocabulary
from claims.loading.yaml_tree import MapNode, Node, ScalarNode, parse_yaml
from claims.model.dates import PartialDate
from claims.model.fact import Where
from claims.model.verdict import Severity

NAMES = (".claims.yaml", "pyproject.toml")
TABLE = ("tool", "claims")
FILE_KEYS = (
    "format",
    "facts",
    "rules",
    "languages",
    "severities",
    "select",
    "ignore",
    "exclude",
    "fail_level",
    "paths",
)
PATH_KEYS = ("glob", "date", "about", "where")


class JudgingDate(StrEnum):
    """What a path is judged at, where no date is given."""

    DOCUMENT = "document"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class PathPolicy:
    """What holds for the texts whose path, relative to the configuration's folder, fits a glob."""

    glob: str
    date: PartialDate | JudgingDate | None = None
    about: tuple[str, ...] = ()
    where: Where = ()


@dataclass(frozen=True, slots=True)
class Configuration:
    """A project's choices. ``facts`` and ``rules`` are absolute paths, or pinned vocabularies (``core/1``).

    ``path`` is the file it was read from, ``None`` for the defaults. ``severities`` are selectors with what
    they are reported at, in their order.
    """

    path: Path | None = None
    facts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_level: Severity | None = None
    paths: tuple[PathPolicy, ...] = ()

    def for_path(self, path: str | Path) -> PathPolicy:
        """What holds for a text: of all the entries that fit its path, later ones over earlier ones."""
        found = PathPolicy(str(path))
        for policy in self.paths:
            if matches(self._relative(Path(path)), policy.glob):
                found = replace(
                    found,
                    date=policy.date or found.date,
                    about=policy.about or found.about,
                    where=policy.where or found.where,
                )
        return found

    def _relative(self, path: Path) -> str:
        folder = self.path.parent if self.path else Path()
        absolute = path.absolute()
        return (absolute.relative_to(folder) if absolute.is_relative_to(folder) else path).as_posix()


def find_configuration(start: Path) -> Configuration:
    """The configuration for a file or folder; the defaults where there is none.

    A configuration file itself may be given. Raises :class:`~claims.errors.LoadError` with every mistake in it.
    """
    if start.name in NAMES:
        return read_configuration(start)
    for folder in upwards(start):
        for path in existing(folder, NAMES):
            configuration = _read(path)
            if configuration is not None:
                return configuration
    return Configuration()


def read_configuration(path: Path) -> Configuration:
    """The configuration in a file; the defaults where a ``pyproject.toml`` holds none. Raises ``LoadError``."""
    return _read(path.absolute()) or Configuration(path.absolute())


def _read(path: Path) -> Configuration | None:
    try:
        text = read_text(path)
    except InputError as error:
        raise LoadError((error.problem,)) from error
    mistakes = Mistakes(str(path), text)
    root = parse_toml(text, mistakes, TABLE) if path.suffix == ".toml" else parse_yaml(text, mistakes)
    configuration = _configuration(root, path, mistakes) if root is not None else None
    raise_all([mistakes])
    return configuration


def _configuration(root: Node, path: Path, mistakes: Mistakes) -> Configuration | None:
    if isinstance(root, MapNode):
        # The name of the file says what it is; a format line is welcome.
        head = ScalarNode("format", False, root.line, root.column)
        root.entries.setdefault("format", (head, ScalarNode(CONFIGURATION, False, root.line, root.column)))
    file = open_file(root, FILE_KEYS, CONFIGURATION, mistakes)
    if file is None:
        return None
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
        policy = PathPolicy(glob or "", _date(fields), fields.texts("about"), fields.pairs("where"))
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
