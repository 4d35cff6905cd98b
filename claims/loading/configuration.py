"""The configuration of a project: ``.claims.yaml``, or ``[tool.claims]`` in ``pyproject.toml``.

``extends`` takes over what another configuration of the same checkout says. What this one says wins: in its place, or,
for ``severities`` and ``paths``, behind it. Globs are relative to the folder of the configuration that was found.

It is looked for from the checked file upwards; the nearest folder that has one counts, and in it ``.claims.yaml``
before ``pyproject.toml``. Paths in it are relative to its folder::

    extends: ../.claims.yaml
    facts: [facts/]
    rules: [core/1, rules/]
    languages: [en, fr]
    severities: {outdated: error, "coalition.members": warning}
    select: [...]
    ignore: [...]
    exclude: [drafts/]
    fail_level: warning
    baseline: .claims-baseline.json
    paths:
      - {glob: "news/**", date: document}
      - {glob: "about.md", date: latest, about: [acme], where: {region: eu}}
      - {glob: "locales/*.json", fields: ["**"], text_format: markdown}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from claims.errors import InputError, LoadError
from claims.files.globs import matches
from claims.files.project import existing, inside_repository, upwards
from claims.files.reading import read_text
from claims.loading.fields import DATE_FORMS, Fields, items_of, pairs, text_of
from claims.loading.formats import CONFIGURATION, open_file
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.policies import SEVERITIES
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


class JudgingDate(StrEnum):
    """What a path is judged at, where no date is given."""

    DOCUMENT = "document"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class PathPolicy:
    """What holds for the texts whose path, relative to the configuration's folder, fits a glob.

    ``fields`` are the paths of strings in files of data that are texts, and ``text_format`` is what texts are in.
    """

    glob: str
    date: PartialDate | JudgingDate | None = None
    about: tuple[str, ...] = ()
    where: Where = ()
    fields: tuple[str, ...] = ()
    text_format: str | None = None


@dataclass(frozen=True, slots=True)
class Configuration:
    """A project's choices. ``facts``, ``rules`` and ``baseline`` are absolute paths, or pinned vocabularies.

    ``path`` is the file it was read from, ``None`` for the defaults, and ``bases`` are those it extends.
    ``severities`` are selectors with what they are reported at, in their order.
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
    baseline: str | None = None
    paths: tuple[PathPolicy, ...] = ()
    bases: tuple[Path, ...] = ()

    def over(self, base: Configuration) -> Configuration:
        """What this configuration says, and the rest as ``base`` has it."""
        return Configuration(
            self.path,
            self.facts or base.facts,
            self.rules or base.rules,
            self.languages or base.languages,
            (*base.severities, *self.severities),
            self.select or base.select,
            self.ignore or base.ignore,
            self.exclude or base.exclude,
            self.fail_level or base.fail_level,
            self.baseline or base.baseline,
            (*base.paths, *self.paths),
            (*self.bases, *([base.path] if base.path else []), *base.bases),
        )

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
                    fields=policy.fields or found.fields,
                    text_format=policy.text_format or found.text_format,
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


def _read(path: Path, chain: tuple[Path, ...] = ()) -> Configuration | None:
    """The configuration in a file, which those of ``chain`` extend."""
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
        found = _read(base, chain)
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
