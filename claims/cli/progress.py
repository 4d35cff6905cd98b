"""How far a long run is, for somebody who watches a terminal.

Nothing is shown in the first second, nor where standard error is no terminal. The line is taken away at the end.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from claims.cli import output
from claims.errors import Problem
from claims.model.document import Document
from claims.reports.screen import harmless

_PATIENCE = 1.0
_PACE = 0.2
_CLEAR = "\r\x1b[K"


def watched(texts: Iterator[Document | Problem]) -> Iterator[Document | Problem]:
    """The texts, one after the other, with a line on standard error that says which is being checked."""
    if not output.is_watched():
        yield from texts
        return
    due = time.monotonic() + _PATIENCE
    shown = False
    for number, text in enumerate(texts, start=1):
        if time.monotonic() > due:
            due, shown = time.monotonic() + _PACE, True
            output.tell(_CLEAR + harmless(f"checking text {number}: {text.path or ''}")[: output.columns() - 1])
        yield text
    if shown:
        output.tell(_CLEAR)
