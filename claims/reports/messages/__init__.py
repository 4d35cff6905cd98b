"""Sentences as data: one table a language, all alike.

To add a language, copy ``en.py``, translate every line and add the table to :data:`ALL`. A test holds the tables
complete and their slots equal.

Slots of ``statements`` (by attribute id): ``{entity}`` the entity's name, ``{value}`` the value in words, ``{on}`` the
value as "in 2014" or "on 30 September 2024"; ``[member|members]`` is the word for one and for several. An attribute
without a statement is said with ``statement``: ``{entity}``, ``{noun}`` and ``{value}``.
"""

from __future__ import annotations

from claims.reports.messages.en import ENGLISH
from claims.reports.messages.fr import FRENCH
from claims.reports.messages.table import Messages

ALL = (ENGLISH, FRENCH)


def messages(language: str) -> Messages:
    """The table of a language (``fr-CA`` finds ``fr``); the English one where there is none."""
    code = language.partition("-")[0].lower()
    return next((table for table in ALL if table.language == code), ENGLISH)


__all__ = ["ALL", "Messages", "messages"]
