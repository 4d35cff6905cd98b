"""``jsonl``: the report as JSON Lines, one thing a line, for programs that read as they go.

    {"type":"report","format":"claims-report/1","tool":{...},"as_of":null,"summary":{...}}
    {"type":"document","id":"a.md","path":"a.md","language":"en","date":null,"error":null}
    {"type":"claim","document":"a.md","id":"a.md#1","quote":"85 members",...}
    {"type":"unchecked","document":"a.md","start":34,"end":36,...}
    {"type":"requirement",...}
    {"type":"inconsistency",...}

Beside ``type``, and ``document`` where it belongs to one, a line holds the keys of the same thing in the ``json``
form (``schemas/report.schema.json``), so nothing is lost: put together again, the lines are that report. The first
line is the report's and has the summary; a document's line stands before those of its claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.model.report import Report
from claims.reports.as_json import report_to_json
from claims.reports.json_text import json_line
from claims.reports.values import Json

_OF_REPORT = {"documents": "document", "requirements": "requirement", "inconsistencies": "inconsistency"}
_OF_DOCUMENT = {"claims": "claim", "unchecked": "unchecked"}

_Object = dict[str, Json]


def render(report: Report) -> str:
    """The report as JSON Lines."""
    return "".join(map(json_line, _lines(report_to_json(report))))


def _lines(report: _Object) -> Iterator[_Object]:
    yield {"type": "report", **_without(report, _OF_REPORT)}
    for kind, part in _parts(report, _OF_REPORT):
        yield {"type": kind, **(_without(part, _OF_DOCUMENT) if kind == "document" else part)}
        if kind == "document":
            yield from ({"type": of, "document": part["id"], **it} for of, it in _parts(part, _OF_DOCUMENT))


def _without(whole: _Object, parts: dict[str, str]) -> _Object:
    return {key: value for key, value in whole.items() if key not in parts}


def _parts(whole: _Object, parts: dict[str, str]) -> Iterator[tuple[str, _Object]]:
    for key, kind in parts.items():
        several = whole[key]
        if isinstance(several, list):
            yield from ((kind, part) for part in several if isinstance(part, dict))
