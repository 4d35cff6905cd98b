"""``idle-policy``: judging policies that change nothing, mostly because a name in them is misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import filter as fitting

from claims.auditing.audited import Audited
from claims.auditing.finding import AuditFinding
from claims.model.selectors import Term, parse_selector
from claims.model.verdict import Severity


def idle_policies(audited: Audited) -> Iterator[AuditFinding]:
    """Policies of which no term names an entity's attribute, a rule, a verdict or a reason that there is."""
    derived = {rule.target.rpartition(".")[2].strip("` ") for rule in audited.rules.derivations}
    attributes = {*audited.facts.attributes, *(fact.attribute for fact in audited.facts.facts), *derived}
    for policy in audited.rules.policies:
        if not any(_selects(term, audited, attributes) for term in parse_selector(policy.select).terms):
            yield AuditFinding(
                "idle-policy",
                Severity.WARNING,
                f"no fact, rule or verdict is selected by `{policy.select}`",
                "write entity.attribute as `claims facts show` does, a rule's id, or a verdict",
                policy.place,
            )


def _selects(term: Term, audited: Audited, attributes: Collection[str]) -> bool:
    if term.name is not None:
        return any(
            fitting(audited.facts.entities, entity) and fitting(attributes, attribute)
            for entity, attribute in _splits(term.name)
        )
    return term.rule is None or bool(fitting(audited.rules.ids, term.rule))


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """Every way to take ``entity.attribute`` apart: ids may hold dots."""
    for place, char in enumerate(name):
        if char == ".":
            yield name[:place], name[place + 1 :]
