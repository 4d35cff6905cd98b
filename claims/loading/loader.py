"""From paths to a fact set and rules: reading all files, then what they say of each other.

The order of the paths given does not matter: files are read by path, the shipped vocabulary first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claims.dataclasses import dataclass
from claims.errors import LoadError
from claims.files.folders import without, without_copies
from claims.loading.attributes import Attributes
from claims.loading.entities import Draft, check_aliases, join, name_by_id, settle
from claims.loading.facts_file import FactsFile, facts_of
from claims.loading.names import EntityNames
from claims.loading.opening import YAML_SUFFIXES, Files
from claims.loading.rules_file import RulesFile
from claims.loading.syntax import misspelt
from claims.loading.tables import Table, settle_subjects, subjects, table_facts
from claims.loading.timelines import end_replaced
from claims.loading.vocabularies import VOCABULARIES, is_vocabulary, vocabulary_files
from claims.loading.wording import join_attribute, resolve_like
from claims.model.attribute import Attribute
from claims.model.bulk import uncollected
from claims.model.entity import Entity
from claims.model.example import Example
from claims.model.fact import Fact, Source
from claims.model.factset import FactSet
from claims.model.rule import Rules


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
    with uncollected():
        return _load(facts, rules)


def load_table(
    table: Path, mapping: Path | None, rules: Sequence[str | Path] = (), known: Sequence[str | Path] = ()
) -> tuple[FactSet, str | None]:
    """The facts of one table, by a mapping or by its header; then with the mapping that the header gives, as text.

    ``known`` are facts whose entities the table may speak of. Raises :class:`~claims.errors.LoadError` with every
    mistake of all files.
    """
    files = Files()
    shipped, own = _rules_files(files, rules)
    opened, proposal = files.imported(table, mapping)
    others = files.all_facts(known) if known else []
    drafts = [draft for file in (*shipped, *own) for draft in file.drafts]
    everything = _factset([opened, *others], drafts, _attributes(shipped, own))
    files.raise_all()
    facts = tuple(dict.fromkeys(f for f in everything.facts if f.place is not None and f.place.path == str(table)))
    spoken_of = {fact.entity for fact in facts} | set(opened.heads)
    entities = {key: entity for key, entity in everything.entities.items() if key in spoken_of}
    return FactSet(entities, everything.attributes, facts), proposal


def _load(facts: Sequence[str | Path], rules: Sequence[str | Path]) -> Loaded:
    files = Files()
    shipped, own = _rules_files(files, rules)
    opened = files.all_facts(facts)
    rule_files = [*shipped, *own]
    factset = _factset(opened, [draft for file in rule_files for draft in file.drafts], _attributes(shipped, own))
    _raise_all(files, own)
    facts_files = [file for file in opened if isinstance(file, FactsFile)]
    return Loaded(
        factset,
        _rules([file.rules for file in shipped], [file.rules for file in own]),
        tuple(source for file in facts_files for source in file.sources.values()),
        (
            *(example for file in facts_files for example in file.examples),
            *(example for file in rule_files for example in file.examples),
        ),
    )


def _raise_all(files: Files, rules: Iterable[RulesFile]) -> None:
    """Raise with all mistakes, if there is one, and with those in the expressions of the rules."""
    try:
        files.raise_all()
    except LoadError as error:
        raise LoadError((*error.problems, *(found for file in rules for found in misspelt(file.rules)))) from None


def _rules_files(files: Files, rules: Sequence[str | Path]) -> tuple[list[RulesFile], list[RulesFile]]:
    """The shipped rules files, and the project's own."""
    shipped = [path for name in rules if is_vocabulary(name) for path in files.shipped(str(name))]
    own_paths = files.find([name for name in rules if not is_vocabulary(name)], YAML_SUFFIXES, "rules")
    ours = without_copies(own_paths, vocabulary_files(VOCABULARIES[0]))
    copies = without(own_paths, ours)
    theirs = (*without(shipped, copies), *copies)
    return [files.rules(path) for path in theirs], [files.rules(path) for path in ours]


def _attributes(shipped: Iterable[RulesFile], own: Iterable[RulesFile]) -> Attributes:
    declared: dict[str, Attribute] = {}
    ours: set[str] = set()
    alike: dict[str, RulesFile] = {}
    for is_own, files in ((False, shipped), (True, own)):
        for file in files:
            for new in file.attributes:
                may_differ = new.id not in ours
                declared[new.id] = join_attribute(declared.get(new.id), new, file.mistakes, may_differ=may_differ)
                ours.update({new.id} if is_own else ())
                alike.update({new.id: file} if new.like else {})
    for attribute, file in alike.items():
        declared[attribute] = resolve_like(declared[attribute], declared, file.mistakes)
    return Attributes(declared)


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
