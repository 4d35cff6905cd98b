"""``summary.json``: what a corpus comes to, as a versioned contract, ``schemas/summary.schema.json``.

Every key is always there. A list says of how many entries it has the first (``total``), and by how much its counts may
be too low (``missed``, which is 0 wherever they are exact).
"""

from __future__ import annotations

from claims.model.summary import CorpusSummary
from claims.reports.json_text import json_text


def as_summary_json(summary: CorpusSummary) -> str:
    """The summary as JSON text that ends with a line end."""
    import msgspec

    return json_text(msgspec.to_builtins(summary))
