"""What facts are looked through for. One kind of check a module; :data:`CHECKS` lists them in the order of reports.

A check is a function from what is audited to findings, linear in the facts.

=================  ========  ===================================================================================
``mistake``        error     a file cannot be read as it is written (found by the loader)
``requirement``    its own   a requirement fails, or a value is given that a rule derives otherwise
``conflict``       error     two sources give different values for the same time
``overlap``        error     a value goes on while another one of its timeline holds already
``gap``            note      a timeline says nothing of some time between two values
``undated``        warning   an attribute that changes has a value without a time
``recheck``        warning   a value should have been looked at again (only with a date)
``shared-name``    warning   two entities have one name: a text that uses it alone is ambiguous
``unused-source``  warning   a source that no value names
``idle-policy``    warning   a judging policy that selects no fact, rule or verdict
``no-source``      note      values that nobody is named for
=================  ========  ===================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from claims.auditing.audited import Audited
from claims.auditing.checks.ages import recheck_due, undated
from claims.auditing.checks.names import shared_names
from claims.auditing.checks.policies import idle_policies
from claims.auditing.checks.requirements import failed_requirements
from claims.auditing.checks.sources import unsourced, unused_sources
from claims.auditing.checks.timelines import clashes, gaps
from claims.auditing.finding import AuditFinding
from claims.dataclasses import dataclass

Find: TypeAlias = Callable[[Audited], Iterator[AuditFinding]]

MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Check:
    """A check: the ids of its findings, and the function that finds them."""

    ids: tuple[str, ...]
    find: Find


CHECKS: tuple[Check, ...] = (
    Check(("requirement",), failed_requirements),
    Check(("conflict", "overlap"), clashes),
    Check(("gap",), gaps),
    Check(("undated",), undated),
    Check(("recheck",), recheck_due),
    Check(("shared-name",), shared_names),
    Check(("unused-source",), unused_sources),
    Check(("idle-policy",), idle_policies),
    Check(("no-source",), unsourced),
)

IDS = (MISTAKE, *(name for check in CHECKS for name in check.ids))
"""What findings are called, and selected by."""
