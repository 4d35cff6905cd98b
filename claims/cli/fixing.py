"""``--fix`` and ``--diff``: suggestions written into the files, or shown as a diff.

A file is written only where its bytes are its text and nothing else: in its encoding, with its byte order mark and its
line ends. Word documents and records are left as they are. Text that came through standard input goes to standard
output, and the report to standard error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from claims.cli import inputs, output
from claims.cli.checking import Fixing
from claims.cli.concluding import Demands, Presentation, present, status
from claims.cli.status import FINDINGS, OK, TROUBLE
from claims.dataclasses import dataclass, replace
from claims.documents.decoding import encode_like
from claims.documents.formats import format_of
from claims.editing.diffs import unified_diff
from claims.editing.fixes import Fixed, Why, fix, leave
from claims.errors import InputError, Problem
from claims.files.reading import read_bytes
from claims.files.writing import write_bytes
from claims.model.document import Document
from claims.model.report import DocumentReport, Report
from claims.reports import findings
from claims.reports.screen import harmless
from claims.reports.summary import plural

Text = Document | Problem
Check = Callable[[Iterable[Text]], Report]


@dataclass(frozen=True, slots=True)
class _Outcome:
    before: Document
    after: Fixed

    @property
    def is_changed(self) -> bool:
        return self.before.source != self.after.document.source


def fix_texts(
    texts: Iterable[Text],
    check: Check,
    reading: inputs.Reading,
    fixing: Fixing,
    *,
    presentation: Presentation,
    demands: Demands,
) -> int:
    """Fix what can be fixed and report the rest; the exit status. ``check`` gives the report on texts."""
    given = list(texts)
    report = check(given)
    outcomes = [
        _fixed(text, found, check, reading, fixing)
        for text, found in zip(given, report.documents, strict=True)
        if isinstance(text, Document)
    ]
    changed = [outcome for outcome in outcomes if outcome.is_changed]
    if fixing.diff:
        output.write("".join(map(_diff, changed)), presentation.file)
        _say(outcomes, "would fix")
        return max(status(report, demands), FINDINGS if changed and not demands.exit_zero else OK)
    if changed:
        after = {outcome.before.id: outcome.after.document for outcome in changed}
        report = check(text if isinstance(text, Problem) else after.get(text.id, text) for text in given)
    return _finish(outcomes, report, reading, presentation, demands)


def _fixed(text: Document, found: DocumentReport, check: Check, reading: inputs.Reading, fixing: Fixing) -> _Outcome:
    def look(source: str) -> tuple[Document, DocumentReport]:
        again = inputs.reread(text, source, reading)
        return again, check([again]).documents[0]

    if not any(claim.suggestion for claim in found.claims):
        return _Outcome(text, Fixed(text))
    if not _is_its_file(text, reading):
        return _Outcome(text, leave(text, found, Why.NOT_A_TEXT_FILE, unsafe=fixing.unsafe))
    return _Outcome(text, fix(text, found, look, unsafe=fixing.unsafe))


def _is_its_file(text: Document, reading: inputs.Reading) -> bool:
    """Whether the file of a document holds its text and nothing else, so that it can be written again."""
    if text.path is None or text.id != text.path or not format_of(text.path, None).is_text:
        return False
    if text.path == reading.stdin_name:
        return True
    data = read_bytes(text.path)
    return encode_like(text.source, data) == data


def _finish(
    outcomes: Sequence[_Outcome],
    report: Report,
    reading: inputs.Reading,
    presentation: Presentation,
    demands: Demands,
) -> int:
    """Write the files and the report. What came through standard input has standard output for itself."""
    streamed = False
    trouble: list[str] = []
    for outcome in outcomes:
        if outcome.before.path == reading.stdin_name:
            output.write(outcome.after.document.source)
            streamed = True
        elif outcome.is_changed:
            trouble += _write(outcome)
    present(report, replace(presentation, on_stderr=streamed))
    _say(outcomes, "fixed")
    output.complain(*trouble)
    return TROUBLE if trouble else status(report, demands)


def _write(outcome: _Outcome) -> Iterator[str]:
    """Write the file of a fixed text; what went wrong, so that the other files are written all the same."""
    path = outcome.before.id
    try:
        data = read_bytes(path)
        if encode_like(outcome.before.source, data) == data:
            write_bytes(Path(path), encode_like(outcome.after.document.source, data))
        else:
            yield f"claims: {path} was not fixed: another program changed it in the meantime"
    except OSError as error:
        yield f"claims: {path} was not fixed: it cannot be written: {error.strerror or error}"
    except InputError as error:
        yield f"claims: {path} was not fixed: {error}"


def _diff(outcome: _Outcome) -> str:
    return unified_diff(outcome.before.source, outcome.after.document.source, outcome.before.id)


def _say(outcomes: Sequence[_Outcome], done: str) -> None:
    """What was done, and for each finding that has a suggestion and was left, why."""
    unsure = 0
    for outcome in outcomes:
        shown = DocumentReport(outcome.before.id, outcome.before.path)
        for left in outcome.after.left:
            unsure += left.why is Why.UNSURE
            if left.why is not Why.UNSURE:
                output.complain(harmless(f"{findings.place(shown, left.claim)}: not fixed: {left.why}"))
    number = sum(outcome.after.edits for outcome in outcomes)
    files = sum(outcome.is_changed for outcome in outcomes)
    line = f"claims: {done} {plural(number, 'finding')} in {plural(files, 'file')}" if number else "claims: no fixes"
    output.complain(line + (f"; {unsure} not sure enough (--unsafe-fixes)" if unsure else ""))
