"""Ids for what has only names."""

from __future__ import annotations

from claims.languages.words import words


def entity_id(name: str) -> str:
    """An id for what is called so: its letters and digits without accents, with hyphens between words."""
    return "-".join(word for word in words(name) if word.isalnum()) or "it"
