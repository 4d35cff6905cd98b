"""The attributes of a run: those that rules files declare, and those that facts use without."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claims.loading.spelling import SlipIndex
from claims.loading.units import unit_of
from claims.model.attribute import Attribute

_ALIKE = 0.85
_UNIT = re.compile(r"(?:\((?:in )?([^()]{1,30})\)|\bin (\w{1,20}))$")


class Attributes:
    """Attributes by id. One that nobody declared is made when it is first asked for."""

    def __init__(self, declared: Mapping[str, Attribute]) -> None:
        self.declared = declared
        self._known = dict(declared)
        self._slips: SlipIndex | None = None
        self._meant: dict[str, str | None] = {}

    def get(self, attribute: str) -> Attribute:
        """The attribute with an id. A unit at the end of an undeclared one's name is its unit."""
        known = self._known.get(attribute)
        if known is None:
            known = self._known[attribute] = Attribute(attribute, unit=unit_in_name(attribute))
        return known

    def misspelt(self, attribute: str) -> str | None:
        """The declared attribute that an undeclared one is nearly called; ``None`` where there is none."""
        if attribute in self.declared:
            return None
        if attribute not in self._meant:
            self._slips = self._slips or SlipIndex(self.declared)
            self._meant[attribute] = self._slips.find(attribute, _ALIKE)
        return self._meant[attribute]

    def all(self) -> Mapping[str, Attribute]:
        """Everything declared or asked for."""
        return dict(self._known)


def unit_in_name(attribute: str) -> str | None:
    """The unit at the end of an attribute's name: ``elevation (in metres)``, ``length (km)``."""
    match = _UNIT.search(attribute)
    return unit_of(match[1] or match[2]) if match else None
