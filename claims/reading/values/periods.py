"""Quarters, decades in words and centuries: *Q3 2024*, *troisième trimestre 2024*, *XXIe siècle*, *the nineties*."""

from __future__ import annotations

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.reading.values.found import Found


def read_period(tokens: Tokens, index: int, language: Language) -> Found | None:
    """The quarter, decade or century at token ``index``."""
    del tokens, index, language
    return None
