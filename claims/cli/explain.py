"""``claims explain``: what a word of a report means, and what is known of a fact or a rule.

    claims explain outdated
    claims explain coalition.members
    claims explain attendance-within-membership

Words of a report are explained anywhere; facts and rules need a project.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import options as opt

Wanted = Annotated[
    str | None,
    typer.Argument(metavar="SELECTOR", help="A verdict, a reason, entity.attribute or a rule; none lists all."),
]


def explain(
    selector: Wanted = None,
    facts: opt.Facts = None,
    rules: opt.Rules = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Explain a verdict, a reason, a fact or a rule."""
    from claims.cli import output
    from claims.cli.explaining import explain_terms, page_list
    from claims.cli.project import Project, find_project

    if selector is None:
        output.write(page_list())
        return

    def find(needs_facts: bool) -> Project:
        return find_project(facts or (), rules or (), config=config, isolated=isolated, needs_facts=needs_facts)

    output.write(explain_terms(selector, find))
