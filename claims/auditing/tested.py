"""How runs of examples and of swaps are shown: as text for people, as JSON (``claims-test/1``) for tools."""

from __future__ import annotations

from collections.abc import Iterator

from claims.auditing.examples import ExamplesRun, Failure
from claims.auditing.mutation import Mutation, Outcome, Tried
from claims.auditing.showing import place_json, place_text, sentence
from claims.reports.findings import fact_name, problem_words
from claims.reports.json_text import json_text
from claims.reports.screen import harmless
from claims.reports.summary import plural
from claims.reports.values import Json

FORMAT = "claims-test/1"
_LONGEST = 200


def examples_text(run: ExamplesRun) -> str:
    """Each failure with its text and what was read instead; the last line counts."""
    lines = [line for failure in run.failures for line in _failure_lines(failure)]
    counted = f"{plural(run.examples, 'example')}: {run.examples - run.failed} passed"
    if run.failed:
        counted += f", {run.failed} failed"
    return "".join(f"{line}\n" for line in (*lines, counted))


def _failure_lines(failure: Failure) -> Iterator[str]:
    place = failure.expected.place or failure.example.place
    where = f"{place_text(place)}: " if place else ""
    yield f"{where}failed: expected {harmless(failure.expected.written)}"
    yield f"   {harmless(failure.example.text)[:_LONGEST]}"
    yield f"   {sentence(failure.reason)}"


def examples_json(run: ExamplesRun) -> str:
    """The same as JSON text that ends with a line end."""
    failures: list[Json] = [
        {
            "text": failure.example.text,
            "expected": failure.expected.written,
            "reason": failure.reason,
            **place_json(failure.expected.place or failure.example.place),
        }
        for failure in run.failures
    ]
    summary: Json = {"examples": run.examples, "failed": run.failed}
    return json_text({"format": FORMAT, "summary": summary, "failures": failures})


def mutation_text(found: Mutation, *, verbose: bool = False) -> str:
    """The swaps that nobody would notice, with ``verbose`` the others too; the last line counts."""
    lines = [f"{problem.path}: {problem_words(problem)}" for problem in found.problems]
    lines += [_tried_line(one) for one in found.tried if verbose or one.outcome is Outcome.UNNOTICED]
    counts = ", ".join(f"{found.count(outcome)} {outcome}" for outcome in Outcome if found.count(outcome))
    total = f"{plural(len(found.tried), 'swap')} in {plural(found.documents, 'document')}"
    left = f", {found.left_out} left out (--limit)" if found.left_out else ""
    return "".join(f"{harmless(line)}\n" for line in (*lines, f"{total}: {counts or 'nothing to swap'}{left}"))


def _tried_line(one: Tried) -> str:
    claim = one.swap.claim
    name = fact_name(claim.entity, claim.attribute, claim.where)
    because = f": {one.reason}" if one.reason else ""
    change = f"{one.old} → {one.swap.text}"
    return f"{one.document}:{one.line}:{one.column}: {one.outcome}: {change} ({name}, {one.swap.kind}){because}"


def mutation_json(found: Mutation) -> str:
    """All swaps as JSON text that ends with a line end."""
    tried: list[Json] = [
        {
            "document": one.document,
            "line": one.line,
            "column": one.column,
            "start": one.swap.span.start,
            "end": one.swap.span.end,
            "entity": one.swap.claim.entity,
            "attribute": one.swap.claim.attribute,
            "kind": one.swap.kind.value,
            "old": one.old,
            "new": one.swap.text,
            "outcome": one.outcome.value,
            "reason": one.reason,
        }
        for one in found.tried
    ]
    summary: Json = {
        "documents": found.documents,
        **{outcome.value.replace(" ", "_"): found.count(outcome) for outcome in Outcome},
        "left_out": found.left_out,
    }
    return json_text({"format": FORMAT, "summary": summary, "swaps": tried})
