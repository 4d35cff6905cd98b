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

from enum import StrEnum
from pathlib import Path

from claims.dataclasses import dataclass, replace
from claims.files.globs import matches
from claims.files.project import existing, upwards
from claims.model.dates import PartialDate
from claims.model.fact import Where
from claims.model.verdict import Severity

NAMES = (".claims.yaml", "pyproject.toml")


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


def _read(path: Path) -> Configuration | None:
    # most runs find none, or find it in the cache
    from claims.loading.configuration_file import read_configuration_file

    return read_configuration_file(path)
