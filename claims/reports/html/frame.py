"""The frame of a page that stands alone: it loads nothing, and runs nothing but its own script.

The page's policy allows just the style and the script that are written here, by their hashes, so that nothing from a
text or a fact can run, wherever on the page it got to.
"""

from __future__ import annotations

import base64
import hashlib

from claims.dataclasses import dataclass
from claims.reports.markup import Markup, element, lines, void


@dataclass(frozen=True, slots=True)
class Frame:
    """What is around the content of a page. ``style`` and ``script`` are ours, and trusted."""

    language: str
    title: str
    style: str
    script: str


def stand_alone(frame: Frame, content: Markup) -> str:
    """The whole document; ``content`` is everything inside ``<body>`` but the script."""
    head = [
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(frame)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        void("meta", name="color-scheme", content="light dark"),
        element("title", frame.title),
        element("style", Markup(frame.style)),
    ]
    whole = [
        element("head", Markup("\n"), lines(head)),
        element("body", Markup("\n"), content, element("script", Markup(frame.script))),
    ]
    return lines([Markup("<!doctype html>"), element("html", Markup("\n"), lines(whole), lang=frame.language)])


def _policy(frame: Frame) -> str:
    allowed = f"style-src {_digest(frame.style)}; script-src {_digest(frame.script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
