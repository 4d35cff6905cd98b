"""Text that can be written as UTF-8: half a surrogate pair, from a file name or a record, is spelled out."""

from __future__ import annotations


def clean(text: str) -> str:
    r"""The text with each lone surrogate as ``\udc80``; any other text as it is."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
