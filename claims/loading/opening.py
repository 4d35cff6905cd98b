"""Opening the files of a run: from paths to facts files, tables and rules files whose values are not read yet.

What cannot be opened, and what is wrong in the files, is kept until all are open: :meth:`Files.raise_all`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claims.errors import InputError, LoadError, Problem
from claims.files.folders import find, without
from claims.files.reading import read_text
from claims.loading.facts_file import FactsFile, open_facts
from claims.loading.guessing import guess_mapping
from claims.loading.mapped import map_table
from claims.loading.mapping_file import TableMapping, is_mapping, read_mapping
from claims.loading.mistakes import Mistakes, raise_all
from claims.loading.rules_file import RulesFile, read_rules
from claims.loading.table_files import TABLE_SUFFIXES, Records, named_table, read_records
from claims.loading.tables import Table, open_table
from claims.loading.vocabularies import vocabulary_files
from claims.loading.yaml_tree import ListNode, Node, parse_yaml

YAML_SUFFIXES = (".yaml", ".yml", ".json")
FACTS_SUFFIXES = (*YAML_SUFFIXES, *TABLE_SUFFIXES)


class Files:
    """The files of one run and their mistakes, the unreadable ones included."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._mistakes: list[Mistakes] = []
        self._mapped: list[Path] = []

    def shipped(self, name: str) -> tuple[Path, ...]:
        """The files of a shipped vocabulary."""
        try:
            return vocabulary_files(name)
        except LoadError as error:
            self._problems.extend(error.problems)
            return ()

    def find(self, paths: Iterable[str | Path], suffixes: tuple[str, ...], what: str) -> list[Path]:
        """The files at and below paths, sorted."""
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
        """A rules file."""
        mistakes, text = self._read(path)
        root = parse_yaml(text, mistakes) if text is not None else None
        return read_rules(root, mistakes) if root is not None else RulesFile(mistakes)

    def all_facts(self, paths: Iterable[str | Path]) -> list[FactsFile | Table]:
        """The facts files and tables of all paths, in their order; a table that a mapping names is read by it alone."""
        found = self.find(paths, FACTS_SUFFIXES, "facts")
        tables = [path for path in found if _is_table(path)]
        opened = {path: self._facts(path) for path in found if not _is_table(path)}
        opened |= {path: self._table(path) for path in without(tables, self._mapped)}
        return [opened[path] for path in found if path in opened]

    def imported(self, path: Path, mapping_file: Path | None) -> tuple[Table, str | None]:
        """A table by a mapping, or by its header; then with the mapping that its header gives, as text."""
        mistakes = self._noting(path)
        if mapping_file is not None:
            said, text = self._read(mapping_file)
            return self._mapped_by(path, text, said, mistakes), None
        records = self._records(path, mistakes, guess=True)
        if records is None:
            return Table(mistakes, ()), None
        if {"attribute", "value"} <= set(records.header):
            return open_table(records.rows, mistakes), None
        proposal = guess_mapping(path, records.header, tuple(records.rows), records.delimiter)
        if proposal is None:
            mistakes.add(None, "no column names what each row is about", "write a mapping, and name it with --mapping")
            return Table(mistakes, ()), None
        return self._mapped_by(path, proposal, Mistakes(f"the header of {path}", proposal), mistakes), proposal

    def _mapped_by(self, path: Path, text: str | None, said: Mistakes, mistakes: Mistakes) -> Table:
        root = parse_yaml(text, said) if text is not None else None
        mapping = read_mapping(root, said) if root is not None else None
        records = self._records(path, mistakes, mapping) if mapping is not None else None
        if mapping is None or records is None:
            return Table(mistakes, ())
        return map_table(mapping, records.header, records.rows, said, mistakes)

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
        if records is None:
            return Table(mistakes, ())
        if records.has_header and "attribute" not in records.header:
            hint = f"other columns need a mapping: `claims facts import {path.name} --show-mapping` proposes one"
            mistakes.add(None, "the table has not the columns subject, attribute and value", hint)
            return Table(mistakes, ())
        return open_table(records.rows, mistakes)

    def _mapping(self, path: Path, root: Node, said: Mistakes) -> Table:
        mapping = read_mapping(root, said)
        target = named_table(path, mapping, root, said) if mapping is not None else None
        if mapping is None or target is None:
            return Table(said, ())
        self._mapped.append(target)
        mistakes = self._noting(target)
        records = self._records(target, mistakes, mapping)
        return map_table(mapping, records.header, records.rows, said, mistakes) if records else Table(mistakes, ())

    def _records(
        self, path: Path, mistakes: Mistakes, mapping: TableMapping | None = None, *, guess: bool = False
    ) -> Records | None:
        try:
            return read_records(path, mistakes, mapping, guess=guess)
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
        """Raise :class:`~claims.errors.LoadError` with all that is wrong, if anything is."""
        try:
            raise_all(self._mistakes)
        except LoadError as error:
            raise LoadError((*self._problems, *error.problems)) from None
        if self._problems:
            raise LoadError(tuple(self._problems))


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in TABLE_SUFFIXES
