"""Ids for what has only names."""

from __future__ import annotations

from claims.languages.folding import compose, fold


def entity_id(name: str) -> str:
    """An id for what is called so: its letters and digits without accents, with hyphens between words."""
    plain = "".join(char if char.isalnum() else " " for char in fold(compose(name)[0]))
    return "-".join(plain.split()) or "it"
