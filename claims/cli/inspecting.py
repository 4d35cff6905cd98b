"""The run of the reader alone: what it sees, and why it does not see what was expected."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cli import inputs, output
from claims.cli.project import Project
from claims.cli.status import FINDINGS, OK, TROUBLE
from claims.errors import UsageError
from claims.model.factset import FactSet
from claims.model.inspection import Inspection
from claims.reports.expectation import Expectation, expectation_text
from claims.reports.inspection import inspection_json, inspection_text


def inspect_texts(
    paths: Sequence[str],
    text: str | None,
    project: Project,
    reading: inputs.Reading,
    *,
    expect: str | None,
    output_format: str,
    output_file: str | None,
) -> int:
    """Show what is read in the texts at the paths, or in ``text``; the exit status.

    With ``expect`` the steps to an expected claim are shown instead, and it is a finding that none of the texts makes
    it.
    """
    if bool(paths) == (text is not None):
        raise UsageError("inspect takes either paths or --text")
    texts = inputs.documents(paths, reading) if text is None else iter([inputs.document(text, reading)])
    checker = project.checker()
    inspection = checker.inspect(texts)
    if expect is not None:
        return _show_steps(inspection, Expectation.parse(expect), checker.facts)
    show = inspection_json if output_format == "json" else inspection_text
    output.write(show(inspection), output_file)
    named = inputs.names(paths, reading)
    return TROUBLE if any(it.error and it.path in named for it in inspection.documents) else OK


def _show_steps(inspection: Inspection, expected: Expectation, facts: FactSet) -> int:
    shown = [(document, expectation_text(document, expected, facts)) for document in inspection.documents]
    output.write("\n".join(f"{document.path or document.id}\n{steps}" for document, steps in shown))
    return OK if any("✗" not in steps for _, steps in shown) else FINDINGS
