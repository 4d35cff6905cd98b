"""``errors.jsonl``: every document that is not in the findings because it could not be checked, one a line.

    {"kind":"unreadable","path":"news.jsonl","line":12,"column":null,"message":"no text","hint":"..."}

``kind`` is ``unreadable`` (the text cannot be read), ``failed`` (checking it raised an error) or ``killed`` (the
process that checked it ended, or took too long, three times). ``line`` is that of a record, or the row of a table.
"""

from __future__ import annotations

from claims.errors import Problem
from claims.reports.json_text import json_line

UNREADABLE, FAILED, KILLED = "unreadable", "failed", "killed"


def error_line(kind: str, problem: Problem) -> bytes:
    """One line of the file, with its line end."""
    said = {"path": problem.path, "line": problem.line, "column": problem.column}
    return json_line({"kind": kind, **said, "message": problem.message, "hint": problem.hint}).encode()
