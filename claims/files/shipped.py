"""What comes with the package: the core vocabulary (``rules/``) and the JSON Schemas (``schemas/``).

A wheel holds them inside the package, at ``claims/shipped``; a checkout, and an install that points to one, at
the root of the repository.
"""

from __future__ import annotations

from pathlib import Path

import claims


def rules_folder() -> Path:
    """The folder of the shipped rules files."""
    return _folder("rules")


def schemas_folder() -> Path:
    """The folder of the shipped JSON Schemas."""
    return _folder("schemas")


def _folder(name: str) -> Path:
    package = Path(claims.__file__).parent
    shipped = package / "shipped" / name
    return shipped if shipped.is_dir() else package.parent / name
