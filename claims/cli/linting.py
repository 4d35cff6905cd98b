"""What ``claims facts lint`` finds, and the facts that ``claims facts show`` shows."""

from __future__ import annotations

from claims.auditing.checks import IDS
from claims.auditing.linting import audit
from claims.auditing.showing import audit_json, audit_text
from claims.cli import output
from claims.cli.concluding import Demands, Presentation
from claims.cli.project import Project
from claims.cli.status import FINDINGS, OK
from claims.cli.times import JudgingTime
from claims.errors import UsageError
from claims.model.fact import Fact
from claims.model.selectors import Subject, check_rules, parse_selector
from claims.reports.narrowing import Choice


def lint_facts(
    project: Project, *, time: JudgingTime, choice: Choice, presentation: Presentation, demands: Demands
) -> int:
    """Lint the facts of a project and write what was chosen of what was found; the exit status.

    Raises :class:`~claims.errors.UsageError` for a selector that names a check or rule which does not exist.
    """
    found = audit(project.facts, project.rules, as_of=time.as_of)
    if found.rules or found.facts:
        # where the files hold mistakes nobody knows which rules there are
        for selector in (*choice.select, *choice.ignore):
            check_rules(selector, {*IDS, *found.rules})
    found = found.narrowed(choice, project.configuration.severities)
    if presentation.format == "json":
        text = audit_json(found)
    else:
        text = audit_text(found, color=presentation.file is None and output.wants_color(presentation.color))
    output.write(text, presentation.file)
    return FINDINGS if found.fails(demands.fail_level) and not demands.exit_zero else OK


def selected_facts(project: Project, selector: str | None) -> tuple[Fact, ...]:
    """The facts of a project that a selector names, as written. Raises ``UsageError`` where there are none."""
    facts, _ = project.load()
    if selector is None:
        return facts.facts
    wanted = parse_selector(selector)
    found = tuple(fact for fact in facts.facts if wanted.selects(Subject(fact.entity, fact.attribute)))
    if not found:
        raise UsageError(f"no fact is called {selector}: `claims facts show` lists them")
    return found
