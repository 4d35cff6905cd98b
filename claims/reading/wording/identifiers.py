"""An attribute's own name as its wording: ``runwayLength`` is said "runway length"."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\([^()]*\)")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def spoken(attribute: str) -> str:
    """The words of an attribute's id: camel humps, underscores and hyphens parted, brackets left out."""
    text = _BRACKET.sub(" ", attribute).replace("_", " ").replace("-", " ").replace("/", " ")
    return " ".join(_HUMP.sub(" ", text).split()).lower()
