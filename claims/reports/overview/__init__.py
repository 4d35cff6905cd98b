"""The summary of a corpus, as the files of a report folder: JSON for programs, Markdown and HTML for people."""

from __future__ import annotations

from claims.reports.overview.overview_html import as_overview_html
from claims.reports.overview.summary_json import as_summary_json
from claims.reports.overview.summary_markdown import as_summary_markdown

__all__ = ["as_overview_html", "as_summary_json", "as_summary_markdown"]
