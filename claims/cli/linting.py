"""What ``claims facts lint`` finds, and the facts that ``claims facts show`` shows."""

from __future__ import annotations

from collections.abc import Iterator

from claims.cli.project import Project
from claims.errors import LoadError, UsageError
from claims.model.fact import ALWAYS, Fact
from claims.model.factset import FactSet
from claims.model.verdict import Severity
from claims.reports.findings import fact_name
from claims.reports.selectors import Subject, parse_selector
from claims.reports.summary import plural


def lint_facts(project: Project) -> tuple[list[str], bool]:
    """The lines to show, and whether nothing is wrong. Advice does not make facts wrong."""
    try:
        facts, _ = project.load()
        failures = project.checker().verify_claims(()).requirements
    except LoadError as error:
        lines = [str(problem) for problem in error.problems]
        return [*lines, plural(len(lines), "mistake")], False
    lines = [f"{it.severity}: {it.rule}: {it.message}" for it in failures if it.severity is not Severity.NONE]
    counted = f"{plural(len(facts.entities), 'entity', 'entities')}, {plural(len(facts.facts), 'fact')}"
    found = plural(len(lines), "failed requirement") if lines else "no mistakes"
    return [*lines, *_advice(facts), f"{counted}: {found}"], not lines


def _advice(facts: FactSet) -> Iterator[str]:
    for fact in facts.facts:
        attribute = facts.attributes.get(fact.attribute)
        if attribute and attribute.changes and fact.validity == ALWAYS and fact.derivation is None:
            name = fact_name(fact.entity, fact.attribute, fact.where)
            yield f"{fact.place or name}: advice: {name} changes with time: say when it was known true (as_of: ...)"


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
