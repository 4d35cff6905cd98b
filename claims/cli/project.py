"""Which facts and rules a run uses: what the options name, else what the configuration does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claims.cli import kinds
from claims.cli.times import read_date
from claims.compiled.configurations import load_configuration
from claims.dataclasses import dataclass, replace
from claims.errors import UsageError
from claims.files.cache import turn_off
from claims.files.project import relative_name
from claims.loading.configuration import Configuration
from claims.loading.vocabularies import is_vocabulary
from claims.model.factset import FactSet
from claims.model.rule import JudgingPolicy, Rules
from claims.model.verdict import Severity

if TYPE_CHECKING:
    from claims.checker import Checker
    from claims.cli.inputs import Reading
    from claims.cli.known import Known

CORE = "core/1"


@dataclass(frozen=True, slots=True)
class Project:
    """The facts and rules of a run, as paths, and the configuration they came with."""

    facts: tuple[str, ...]
    rules: tuple[str, ...]
    configuration: Configuration

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to choose from for a text that names none."""
        return self.configuration.languages or ("en", "fr")

    def fail_level(self, given: str | None) -> Severity:
        """The level that fails a run: the option, else the configuration, else error."""
        return Severity(given) if given else self.configuration.fail_level or Severity.ERROR

    @property
    def baseline(self) -> str | None:
        """The baseline that the configuration names, as it is seen from here."""
        configured = self.configuration.baseline
        return _shown((configured,))[0] if configured else None

    def known(self, given: str | None) -> Known | None:
        """The findings in the baseline that the option names, or else the configuration; ``None`` for no baseline.

        Raises :class:`~claims.errors.InputError` where it is not there, and ``LoadError`` for mistakes in it.
        """
        path = given or self.baseline
        if path is None:
            return None
        from claims.cli.known import read_known

        return read_known(path)

    def among(self, ref: str | None) -> Callable[[tuple[str, ...]], tuple[str, ...]] | None:
        """What chooses, of the files of a run, those that are not as they were at a git commit; ``None`` for none."""
        if ref is None:
            return None
        from claims.cli.changes import changed_texts

        return partial(changed_texts, ref=ref, project=self)

    def checker(self) -> Checker:
        """A checker for these facts and rules. Raises :class:`~claims.errors.LoadError` for mistakes in them."""
        from claims.checker import Checker

        checker = Checker.load(facts=self.facts, rules=self.rules)
        severities = self.configuration.severities
        if not severities:
            return checker
        # the configuration comes after the rules, and the last policy that selects a claim decides
        policies = (JudgingPolicy(select, severity=severity) for select, severity in severities)
        rules = replace(checker.rules, policies=(*checker.rules.policies, *policies))
        return replace(checker, rules=rules)

    def load(self) -> tuple[FactSet, Rules]:
        """The facts and rules as they are written, nothing derived. Raises as :meth:`checker` does."""
        from claims.loading import load

        return load(self.facts, self.rules)


def find_project(
    facts: Sequence[str],
    rules: Sequence[str],
    *,
    start: str = ".",
    config: str | None = None,
    isolated: bool = False,
    no_cache: bool = False,
    needs_facts: bool = True,
) -> Project:
    """The project that a run belongs to.

    The configuration is ``config``, else the nearest one from the folder of ``start`` upwards; with ``isolated``
    none is looked for. With ``no_cache`` the rest of the run does without the cache. The core vocabulary is used
    unless the options or the configuration pin one. Raises
    :class:`~claims.errors.UsageError`, with the places that were searched, where facts are needed and none are named.
    """
    if no_cache:
        turn_off()
    kinds.refuse_wrong_kind(facts, kinds.FACTS)
    if isolated and not config:
        configuration = Configuration()
    else:
        configuration = load_configuration(Path(start), Path(config) if config else None)
    named = tuple(facts) or _shown(configuration.facts)
    if needs_facts and not named:
        raise UsageError(_no_facts(start, config, isolated=isolated))
    return Project(named, _with_core((*_shown(configuration.rules), *rules)), configuration)


def read_as(
    project: Project,
    language: str | None,
    date: str | None,
    about: Sequence[str] | None,
    exclude: Sequence[str] | None,
    stdin_filename: str | None = None,
) -> Reading:
    """How the texts of a run are read: as the options say, and as the configuration says of their paths."""
    from claims.cli.inputs import Reading

    return Reading(
        language=_read_language(language),
        date=read_date(date, "--date"),
        about=tuple(about or ()),
        languages=project.languages,
        exclude=(*project.configuration.exclude, *(exclude or ())),
        stdin_filename=stdin_filename,
        configuration=project.configuration,
    )


def _read_language(code: str | None) -> str | None:
    """The language of an option. Raises :class:`~claims.errors.UsageError` for one that cannot be read."""
    from claims.documents.metadata import read_language
    from claims.languages import available

    if code is None or (read_language(code) or code) in available():
        return code
    raise UsageError(f"--language: {code!r} cannot be read yet; there are {', '.join(available())}")


def start_of(paths: Sequence[str] | None) -> str:
    """From where the configuration is looked for: the first path, or here for standard input and for no path."""
    return paths[0] if paths and paths[0] != "-" else "."


def _shown(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths of a configuration as they are seen from here, so that reports are the same on every machine."""
    return tuple(path if is_vocabulary(path) else relative_name(path, Path()) for path in paths)


def _with_core(rules: tuple[str, ...]) -> tuple[str, ...]:
    pinned = any(is_vocabulary(rule) for rule in rules)
    return rules if pinned else (CORE, *rules)


def _no_facts(start: str, config: str | None, *, isolated: bool) -> str:
    if config:
        looked = f"{config} names none"
    elif isolated:
        looked = "no configuration was looked for (--isolated)"
    else:
        here = Path(start).absolute()
        folders = "".join(f"\n  {folder}" for folder in (here, *here.parents) if not folder.suffix)
        looked = f"no `facts` in .claims.yaml or in [tool.claims] of pyproject.toml in{folders}"
    return f"there are no facts to check against: {looked}\nName a file or a folder with --facts, or run `claims init`."
