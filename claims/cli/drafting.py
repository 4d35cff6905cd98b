"""What ``claims facts draft`` does."""

from __future__ import annotations

from pathlib import Path

from claims.cli import inputs, output
from claims.cli.project import Project
from claims.drafting import collect, draft_text
from claims.errors import InputError, Problem, UsageError
from claims.files.project import existing
from claims.loading import load
from claims.reports.summary import plural


def draft_facts(file: str, project: Project, reading: inputs.Reading, output_file: str | None) -> None:
    """Write a draft of the facts in a text. Raises ``UsageError`` rather than write over a file."""
    if output_file and any(existing(Path(output_file).parent, [Path(output_file).name])):
        raise UsageError(f"{output_file} is there already: a draft does not overwrite facts; name another file")
    attributes = load((), project.rules)[0].attributes
    texts = list(inputs.documents([file], reading))
    if len(texts) != 1:
        raise UsageError(f"{file} holds {len(texts)} texts: a draft is made of one")
    if isinstance(texts[0], Problem):
        raise InputError(texts[0])
    draft = collect(texts[0], attributes)
    output.write(draft_text(draft, texts[0].id), output_file)
    facts = sum(len(entity.facts) for entity in draft.entities)
    found = f"{plural(facts, 'fact')} of {plural(len(draft.entities), 'entity', 'entities')}"
    left = len(draft.unclear) + len(draft.unbound)
    where = f" in {output_file}" if output_file else ""
    output.complain(f"claims: drafted {found}{where}, {plural(left, 'value')} left to you; now read and mend them")
