"""What ``claims explain`` answers, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from textwrap import wrap

from claims.cli.pages import WIDTH, pages
from claims.cli.project import Project
from claims.errors import UsageError
from claims.loading.spelling import did_you_mean
from claims.model.attribute import Attribute
from claims.model.factset import FactSet
from claims.model.rule import DerivationRule, RequirementRule, Rules
from claims.model.selectors import Subject, Term, check_rules, parse_selector
from claims.reports.facts import facts_table
from claims.reports.tables import aligned


def page_list() -> str:
    """The names of all pages with what each says."""
    return "\n".join(aligned([[page.name, page.title] for page in pages().values()])) + "\n"


def explain_terms(text: str, find_project: Callable[[bool], Project]) -> str:
    """The answer for a selector or the name of a page; the project is found only where facts or rules are asked for.

    ``find_project`` is told whether facts are needed: for rules there are always those that come with the program.
    Raises :class:`~claims.errors.UsageError` where nothing answers.
    """
    known = pages()
    if text in known and not known[text].rule:
        return str(known[text])
    load = cache(lambda needs_facts: find_project(needs_facts).load())
    parts = [part for term in parse_selector(text).terms for part in _term(term, load)]
    return "\n".join(parts)


def _term(term: Term, load: Callable[[bool], tuple[FactSet, Rules]]) -> Iterator[str]:
    if term.name is not None:
        yield _facts(term.name, *load(True))
    if term.rule is not None:
        yield from _rules(term, load(False)[1])
    known = pages()
    yield from (str(known[word]) for word in term.words)


def _facts(name: str, facts: FactSet, rules: Rules) -> str:
    found = [fact for fact in facts.facts if Term(name=name).selects(Subject(fact.entity, fact.attribute))]
    if not found:
        near = did_you_mean(name, dict.fromkeys(f"{fact.entity}.{fact.attribute}" for fact in facts.facts))
        raise UsageError(f"no fact is called {name}{f' ({near})' if near else ''}: `claims facts show` lists them")
    lines = [*facts_table(found)]
    for attribute in dict.fromkeys(fact.attribute for fact in found):
        lines += ["", *_wording(facts.attributes.get(attribute) or Attribute(attribute))]
    lines += [f"judged: {policy.select}, {policy.place}" for policy in rules.policies if policy.select == name]
    return "\n".join(lines) + "\n"


def _wording(attribute: Attribute) -> Iterator[str]:
    if not attribute.wording:
        yield f"{attribute.id}: no rules file words it; its own name is its wording"
    for language, wording in attribute.wording.items():
        yield f"{attribute.id} ({language})"
        yield from _wrapped("nouns", ", ".join(wording.nouns))
        for number, frame in enumerate(wording.frames):
            yield from _wrapped("" if number else "frames", frame)
        yield from _wrapped("not", ", ".join(wording.excluded))


def _wrapped(label: str, text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=f"  {label:8}", subsequent_indent=" " * 12, break_long_words=False)


def _rules(term: Term, rules: Rules) -> Iterator[str]:
    everything: tuple[DerivationRule | RequirementRule, ...] = (*rules.derivations, *rules.requirements)
    check_rules(parse_selector(term.rule or ""), {rule.id for rule in everything})
    for rule in everything:
        if Term(rule=term.rule).selects(Subject(rules=(rule.id,))):
            yield "\n".join(_rule(rule)) + "\n"
            yield from (str(page) for page in pages().values() if page.rule and page.name == rule.id)


def _rule(rule: DerivationRule | RequirementRule) -> Iterator[str]:
    yield f"{rule.id}{f', {rule.place}' if rule.place else ''}"
    yield "  for   " + ", ".join(f"{loop.variable}: {loop.source}" for loop in rule.loops)
    if rule.condition:
        yield f"  when  {' '.join(rule.condition.split())}"
    if isinstance(rule, DerivationRule):
        yield f"  set   {rule.target}"
        yield f"  to    {' '.join(rule.expression.split())}"
    else:
        yield f"  that  {' '.join(rule.that.split())}"
        yield f"  else  {rule.severity}: {rule.message or 'the requirement fails'}"
