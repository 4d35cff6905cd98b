"""``junit``: the XML of JUnit, for the test view that every build server has.

    <testsuites name="claims" tests="9" failures="1" errors="0" skipped="4">
    <testsuite name="docs/a.md" tests="9" failures="1" errors="0" skipped="4">
    <testcase classname="docs/a.md" name="coalition.members: The Coalition now counts 85 members"
              file="docs/a.md" line="12">
    <failure type="contradicted" message="coalition.members is contradicted">...</failure>
    </testcase>

Every value that was read is a test case: it fails where the run fails on it (``--fail-level``), and is skipped, with
the reason, where nothing decided it, so that a green run which checked nothing does not look like one. Findings below
the fail level pass and say what they found. A document that cannot be read is an error. Names hold no line numbers,
so that a build server recognises a test case in the next run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.dataclasses import dataclass
from claims.model.report import DocumentReport, Report, ReportClaim, UncheckedValue
from claims.model.verdict import Verdict
from claims.reports import findings
from claims.reports.listing import UNREADABLE, Finding, listed
from claims.reports.markup import Markup, element, lines
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.severities import is_at_least
from claims.reports.summary import in_words

_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case; ``outcome`` is one of the elements that a case may hold, empty where it passes."""

    name: str
    outcome: str = ""
    kind: str = ""
    title: str = ""
    text: str = ""
    path: str | None = None
    line: int | None = None


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The report as one XML document, a suite a document."""
    found = listed(report, options)
    by_claim = {id(finding.claim): finding for finding in found if finding.claim}
    suites = [(findings.document_name(it), list(_cases(it, by_claim, options))) for it in report.documents]
    others = [_finding(it.title, it, options) for it in found if it.claim is None and it.code != UNREADABLE]
    if others:
        suites.append(("other findings", others))
    everything = [case for _, cases in suites for case in cases]
    body = lines(_suite(name, cases) for name, cases in suites)
    head = Markup('<?xml version="1.0" encoding="UTF-8"?>')
    return lines([head, element("testsuites", Markup("\n"), body, name="claims", **_counts(everything))])


def _cases(document: DocumentReport, found: dict[int, Finding], options: RenderOptions) -> Iterator[_Case]:
    path = document.path or document.id
    if document.error:
        words = findings.problem_words(document.error)
        yield _Case("can be read", "error", UNREADABLE, words, words, document.error.path, document.error.line)
    for claim in document.claims:
        finding, name = found.get(id(claim)), _name(claim, findings.quoted(document, claim))
        yield _finding(name, finding, options) if finding else _quiet(name, path, claim)
    here = findings.is_whole_file(document)
    yield from (_unchecked(value, path, value.line if here else None) for value in document.unchecked)


def _name(claim: ReportClaim, quote: str | None) -> str:
    name = findings.fact_name(claim.entity, claim.attribute, claim.where)
    return f"{name}: {quote}" if quote is not None else findings.equation(claim)


def _finding(name: str, finding: Finding, options: RenderOptions) -> _Case:
    fails = is_at_least(finding.severity, options.fail_level)
    text = "\n".join((f"{finding.severity}: {finding.title}", *finding.details))
    return _Case(name, "failure" if fails else "", finding.code, finding.title, text, finding.path, finding.line)


def _quiet(name: str, path: str, claim: ReportClaim) -> _Case:
    """A claim that is no finding: it agrees, or nothing decided it, or nobody wants to hear of it."""
    decided = claim.verdict is Verdict.SUPPORTED
    said = f"{findings.label(claim)}: {claim.message}"
    return _Case(name, "" if decided else "skipped", title="" if decided else said, path=path, line=claim.line)


def _unchecked(value: UncheckedValue, path: str, line: int | None) -> _Case:
    name = f"{value.kind}: {' '.join(value.quote.split())}"
    return _Case(name, "skipped", title=f"not checked: {in_words(value.reason)}", path=path, line=line)


def _suite(name: str, cases: list[_Case]) -> Markup:
    said: Counter[str] = Counter()
    written = []
    for case in cases:
        said[case.name] += 1
        again = f" ({said[case.name]})" if said[case.name] > 1 else ""
        written.append(_case(case, f"{case.name}{again}", name))
    return element("testsuite", Markup("\n"), lines(written), name=name, **_counts(cases))


def _case(case: _Case, name: str, suite: str) -> Markup:
    inner: list[Markup] = []
    if case.outcome == "skipped":
        inner = [element("skipped", message=case.title)]
    elif case.outcome:
        inner = [element(case.outcome, case.text, type=case.kind, message=case.title)]
    elif case.text:
        inner = [element("system-out", case.text)]
    return element("testcase", *inner, classname=suite, name=name, file=case.path, line=case.line)


def _counts(cases: Iterable[_Case]) -> dict[str, int]:
    outcomes = Counter(case.outcome for case in cases)
    return {"tests": outcomes.total(), **{key: outcomes[outcome] for key, outcome in _OUTCOMES.items()}}
