"""Thin commands; the only code that prints."""

from __future__ import annotations


def run(arguments: list[str]) -> int:
    """Run one command; the exit status is returned."""
    raise NotImplementedError(arguments)
