"""A first look at frames (DESIGN: the closed grammar of phrases with slots), for messages with a place.

The reader compiles frames; here only what every frame must have is checked: brackets that close, slots that are
written well, and the place of the value.
"""

from __future__ import annotations

import re

_MAX_LENGTH = 1000
_MAX_DEPTH = 4
_CLOSING = {")": "(", "]": "["}
_SLOT = re.compile(r"\{\s?\w{1,40}\s?\}")


def frame_fault(frame: str) -> str | None:
    """What is wrong with a frame, or ``None``."""
    if len(frame) > _MAX_LENGTH:
        return f"longer than {_MAX_LENGTH} characters"
    bare = _SLOT.sub(" ", frame)
    if "{" in bare or "}" in bare:
        return "a slot is a name in braces, such as {value}"
    if not re.search(r"\{\s?value\s?\}", frame):
        return "it needs {value}, the place of the value"
    return _bracket_fault(bare)


def _bracket_fault(text: str) -> str | None:
    opened: list[str] = []
    for char in text:
        if char in "([":
            opened.append(char)
            if len(opened) > _MAX_DEPTH:
                return f"choices nest more than {_MAX_DEPTH} deep"
        elif char in ")]" and (not opened or opened.pop() != _CLOSING[char]):
            return f"`{char}` closes nothing"
        elif char == "|" and not opened:
            return "`|` stands in a choice only: (a|b)"
    return f"`{opened[-1]}` is never closed" if opened else None
