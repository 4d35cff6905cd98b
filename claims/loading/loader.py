"""From paths to a fact set and rules: reading all files, then what they say of each other.

The order of the paths given does not matter: files are read by path, the shipped vocabulary first.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from claims.errors import InputError, LoadError, Problem
from claims.files.folders import find, without, without_copies
from claims.files.reading import read_text
from claims.loading.attributes import Attributes
from claims.loading.entities import Draft, check_aliases, join, name_by_id, settle
from claims.loading.facts_file import FactsFile, facts_of, open_facts
from claims.loading.mapped import map_table
from claims.loading.mapping_file import TableMapping, is_mapping, read_mapping
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.names import EntityNames
from claims.loading.rules_file import RulesFile, read_rules
from claims.loading.table_files import TABLE_SUFFIXES, Records, named_table, read_records
from claims.loading.tables import Table, open_table, settle_subjects, subjects, table_facts
from claims.loading.timelines import end_replaced
from claims.loading.vocabularies import VOCABULARIES, is_vocabulary, vocabulary_files
from claims.loading.wording import join_attribute
from claims.loading.yaml_tree import ListNode, Node, parse_yaml
from claims.model.attribute import Attribute
from claims.model.entity import Entity
from claims.model.example import Example
from claims.model.fact import Fact, Source
from claims.model.factset import FactSet
from claims.model.rule import Rules

YAML_SUFFIXES = (".yaml", ".yml", ".json")
FACTS_SUFFIXES = (*YAML_SUFFIXES, *TABLE_SUFFIXES)


def load(facts: Sequence[str | Path], rules: Sequence[str | Path] = ()) -> tuple[FactSet, Rules]:
    """Read facts and rules files, and folders of them; ``core/1`` among the rules is the shipped vocabulary.

    What a project's own rules say wins over the shipped ones: a rule with the same id takes the place of theirs,
    an attribute keeps of theirs what it does not say itself and adds its wording, and a shipped file, or a copy of
    one, that is among the own ones is read once and counts as shipped.

    Raises :class:`~claims.errors.LoadError` with every mistake of every file.
    """
    loaded = load_all(facts, rules)
    return loaded.facts, loaded.rules


@dataclass(frozen=True, slots=True)
class Loaded:
    """Facts and rules with what only their care needs: the sources that were declared, used or not, and examples."""

    facts: FactSet
    rules: Rules
    sources: tuple[Source, ...] = ()
    examples: tuple[Example, ...] = ()


def load_all(facts: Sequence[str | Path], rules: Sequence[str | Path] = ()) -> Loaded:
    """Everything that the files hold; otherwise as :func:`load`."""
    with _no_collection():
        return _load(facts, rules)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of nodes are made here, and no cycle: half of the time would go to looking for some."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(facts: Sequence[str | Path], rules: Sequence[str | Path]) -> Loaded:
    files = _Files()
    shipped = [path for name in rules if is_vocabulary(name) for path in files.shipped(str(name))]
    own = [name for name in rules if not is_vocabulary(name)]
    own_paths = files.find(own, YAML_SUFFIXES, "rules")
    ours = without_copies(own_paths, vocabulary_files(VOCABULARIES[0]))
    copies = without(own_paths, ours)
    shipped_rules = [files.rules(path) for path in (*without(shipped, copies), *copies)]
    own_rules = [files.rules(path) for path in ours]
    opened = files.all_facts(facts)
    rule_files = [*shipped_rules, *own_rules]
    declared = _attributes(shipped_rules, own_rules)
    factset = _factset(opened, [draft for file in rule_files for draft in file.drafts], Attributes(declared))
    files.raise_all()
    facts_files = [file for file in opened if isinstance(file, FactsFile)]
    return Loaded(
        factset,
        _rules([file.rules for file in shipped_rules], [file.rules for file in own_rules]),
        tuple(source for file in facts_files for source in file.sources.values()),
        (
            *(example for file in facts_files for example in file.examples),
            *(example for file in rule_files for example in file.examples),
        ),
    )


class _Files:
    """The files of one run and their mistakes, the unreadable ones included."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._mistakes: list[Mistakes] = []
        self._mapped: list[Path] = []

    def shipped(self, name: str) -> tuple[Path, ...]:
        try:
            return vocabulary_files(name)
        except LoadError as error:
            self._problems.extend(error.problems)
            return ()

    def find(self, paths: Iterable[str | Path], suffixes: tuple[str, ...], what: str) -> list[Path]:
        found: set[Path] = set()
        for path in paths:
            try:
                below = find([path], suffixes)
            except InputError as error:
                self._problems.append(error.problem)
                continue
            if not below:
                hint = f"a {what} file ends in {', '.join(suffixes)}"
                self._problems.append(Problem(str(path), None, None, f"no {what} files in this folder", hint))
            found.update(below)
        return sorted(found)

    def rules(self, path: Path) -> RulesFile:
        mistakes, text = self._read(path)
        root = parse_yaml(text, mistakes) if text is not None else None
        return read_rules(root, mistakes) if root is not None else RulesFile(mistakes)

    def all_facts(self, paths: Iterable[str | Path]) -> list[FactsFile | Table]:
        """The facts files and tables of all paths, in their order; a table that a mapping names is read by it alone."""
        found = self.find(paths, FACTS_SUFFIXES, "facts")
        tables = [path for path in found if path.suffix.lower() in TABLE_SUFFIXES]
        opened = {path: self._facts(path) for path in found if path not in tables}
        opened |= {path: self._table(path) for path in without(tables, self._mapped)}
        return [opened[path] for path in found if path in opened]

    def _facts(self, path: Path) -> FactsFile | Table:
        mistakes, text = self._read(path)
        root = parse_yaml(text, mistakes) if text is not None else None
        if root is None:
            return FactsFile(mistakes)
        if isinstance(root, ListNode):
            return open_table(root.items, mistakes)
        return self._mapping(path, root, mistakes) if is_mapping(root) else open_facts(root, mistakes)

    def _table(self, path: Path) -> Table:
        mistakes = self._noting(path)
        records = self._records(path, mistakes)
        return open_table(records.rows, mistakes) if records is not None else Table(mistakes, ())

    def _mapping(self, path: Path, root: Node, said: Mistakes) -> Table:
        mapping = read_mapping(root, said)
        target = named_table(path, mapping, root, said) if mapping is not None else None
        if mapping is None or target is None:
            return Table(said, ())
        self._mapped.append(target)
        mistakes = self._noting(target)
        records = self._records(target, mistakes, mapping)
        return map_table(mapping, records.header, records.rows, said, mistakes) if records else Table(mistakes, ())

    def _records(self, path: Path, mistakes: Mistakes, mapping: TableMapping | None = None) -> Records | None:
        try:
            return read_records(path, mistakes, mapping)
        except InputError as error:
            self._problems.append(error.problem)
            return None

    def _noting(self, path: Path) -> Mistakes:
        self._mistakes.append(Mistakes(str(path)))
        return self._mistakes[-1]

    def _read(self, path: Path) -> tuple[Mistakes, str | None]:
        try:
            text = read_text(path)
        except InputError as error:
            self._problems.append(error.problem)
            return Mistakes(str(path)), None
        mistakes = Mistakes(str(path), text)
        self._mistakes.append(mistakes)
        return mistakes, text

    def raise_all(self) -> None:
        try:
            raise_all(self._mistakes)
        except LoadError as error:
            raise LoadError((*self._problems, *error.problems)) from None
        if self._problems:
            raise LoadError(tuple(self._problems))


def _attributes(shipped: Iterable[RulesFile], own: Iterable[RulesFile]) -> dict[str, Attribute]:
    declared: dict[str, Attribute] = {}
    ours: set[str] = set()
    for is_own, files in ((False, shipped), (True, own)):
        for file in files:
            for new in file.attributes:
                may_differ = new.id not in ours
                declared[new.id] = join_attribute(declared.get(new.id), new, file.mistakes, may_differ=may_differ)
                ours.update({new.id} if is_own else ())
    return declared


def _factset(opened: Sequence[FactsFile | Table], aliases: Sequence[Draft], attributes: Attributes) -> FactSet:
    files = [file for file in opened if isinstance(file, FactsFile)]
    tables = [file for file in opened if isinstance(file, Table)]
    drafts = [draft for file in files for draft in file.drafts]
    check_aliases(aliases, {draft.entity.id: draft.entity for draft in drafts})
    entities = join([*drafts, *aliases])
    name_by_id(entities)
    entities |= {entity.id: entity for entity in subjects(tables, EntityNames.of(entities.values()))}
    names = EntityNames.of(entities.values())
    settle(entities, [*drafts, *aliases], names)
    settle_subjects(entities, tables, names)
    facts = _facts(opened, attributes, names)
    return FactSet(_by_id(entities), attributes.all(), end_replaced(facts, attributes.declared))


def _facts(opened: Iterable[FactsFile | Table], attributes: Attributes, names: EntityNames) -> list[Fact]:
    facts: list[Fact] = []
    for file in opened:
        read = (
            facts_of(file, attributes, names) if isinstance(file, FactsFile) else table_facts(file, attributes, names)
        )
        facts.extend(read)
    return facts


def _by_id(entities: dict[str, Entity]) -> dict[str, Entity]:
    return {key: entities[key] for key in sorted(entities)}


def _rules(shipped: Sequence[Rules], own: Sequence[Rules]) -> Rules:
    ours = {rule.id for rules in own for rule in rules.derivations}
    ours |= {rule.id for rules in own for rule in rules.requirements}
    found = [*shipped, *own]
    return Rules(
        tuple(rule for rules in shipped for rule in rules.derivations if rule.id not in ours)
        + tuple(rule for rules in own for rule in rules.derivations),
        tuple(rule for rules in shipped for rule in rules.requirements if rule.id not in ours)
        + tuple(rule for rules in own for rule in rules.requirements),
        tuple(policy for rules in found for policy in rules.policies),
    )
