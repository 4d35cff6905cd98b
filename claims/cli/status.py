"""The exit statuses."""

from __future__ import annotations

OK = 0
FINDINGS = 1
TROUBLE = 2
INTERRUPTED = 130
