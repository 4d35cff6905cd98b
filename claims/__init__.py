"""The linter for facts: checks what texts claim against a facts file."""

__version__ = "0.1.0"
