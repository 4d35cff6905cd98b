"""The runs of ``claims test``: over examples, and over texts in which values are swapped."""

from __future__ import annotations

from collections.abc import Sequence

from claims.auditing.examples import run_examples
from claims.auditing.mutation import Outcome, mutate
from claims.auditing.tested import examples_json, examples_text, mutation_json, mutation_text
from claims.cli import inputs, output
from claims.cli.concluding import Presentation
from claims.cli.project import Project
from claims.cli.status import FINDINGS, OK, TROUBLE
from claims.cli.times import JudgingTime
from claims.errors import UsageError


def run_project_examples(project: Project, presentation: Presentation) -> int:
    """Run the examples of a project; the exit status. Raises ``UsageError`` where there are none."""
    from claims.loading import load_all

    examples = load_all(project.facts, project.rules).examples
    if not examples:
        raise UsageError("no facts or rules file has `examples:` (a list of texts with what to `expect`)")
    run = run_examples(project.checker(), examples)
    output.write((examples_json if presentation.format == "json" else examples_text)(run), presentation.file)
    return FINDINGS if run.failures else OK


def mutate_texts(
    paths: Sequence[str], project: Project, time: JudgingTime, presentation: Presentation, *, limit: int
) -> int:
    """Swap values in texts; it is a finding that a swap would go unnoticed. The exit status, 2 for unreadable texts."""
    reading = inputs.Reading(
        languages=project.languages, exclude=project.configuration.exclude, configuration=project.configuration
    )
    texts = inputs.documents(paths, reading)
    found = mutate(project.checker(), texts, limit=limit, as_of=time.as_of, latest=time.latest)
    as_json = presentation.format == "json"
    text = mutation_json(found) if as_json else mutation_text(found, verbose=presentation.verbosity > 0)
    output.write(text, presentation.file)
    named = inputs.names(paths, reading)
    if any(problem.path in named for problem in found.problems):
        return TROUBLE
    return FINDINGS if found.count(Outcome.UNNOTICED) else OK
