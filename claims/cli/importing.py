"""The run of ``claims facts import``: a table in, a facts file out, and a word about how it was read."""

from __future__ import annotations

from pathlib import Path

from claims.cli import output
from claims.cli.project import Project
from claims.errors import UsageError
from claims.loading import load_table
from claims.loading.facts_text import facts_text
from claims.loading.table_files import TABLE_SUFFIXES
from claims.reports.summary import plural


def import_facts(
    table: str, mapping: str | None, project: Project, output_file: str | None, *, show_mapping: bool
) -> None:
    """Write the facts of a table as a facts file, or the mapping that its header gives.

    Raises :class:`~claims.errors.UsageError` for a file that is no table, and
    :class:`~claims.errors.LoadError` with every mistake in it.
    """
    if Path(table).suffix.lower() not in TABLE_SUFFIXES:
        raise UsageError(f"{table} is no table: a table ends in {', '.join(TABLE_SUFFIXES)}")
    if show_mapping and mapping is not None:
        raise UsageError("--show-mapping shows what a header gives; it does not go with --mapping")
    facts, proposal = load_table(Path(table), Path(mapping) if mapping else None, project.rules, project.facts)
    if show_mapping:
        output.write(proposal or _NO_MAPPING, output_file)
        return
    output.write(facts_text(facts), output_file)
    entities = plural(len(facts.entities), "entity", "entities")
    output.complain(f"{table}: {entities}, {plural(len(facts.facts), 'fact')}")
    if proposal is not None:
        output.complain(
            "read by its header, as this mapping says it:", *(f"    {line}" for line in proposal.splitlines())
        )


_NO_MAPPING = "# this table has the columns subject, attribute and value: it needs no mapping\n"
