"""What comes with the package: the core vocabulary (``rules/``) and the JSON Schemas (``schemas/``).

A wheel holds them inside the package, at ``claims/shipped``; a checkout, and an install that points to one, at
the root of the repository. What HTML pages are made of stands beside the code that makes them.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def rules_folder() -> Path:
    """The folder of the shipped rules files."""
    return _folder("rules")


def schemas_folder() -> Path:
    """The folder of the shipped JSON Schemas."""
    return _folder("schemas")


def page_asset(name: str, page: str = "html") -> str:
    """The text of a file that an HTML page holds, its style or its script; ``page`` is its folder in ``reports``."""
    return (_PACKAGE / "reports" / page / name).read_text(encoding="utf-8")


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
