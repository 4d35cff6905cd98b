"""Facts, rules, claims files and configuration: from what people write to the values of the model.

Nothing here imports pydantic or jsonschema; the models that the JSON Schemas are made from stand apart, in
:mod:`claims.loading.schemas`.
"""

from __future__ import annotations

from claims.loading.configuration import (
    Configuration,
    JudgingDate,
    PathPolicy,
    find_configuration,
    read_configuration,
)
from claims.loading.given import GivenClaim, load_claims, read_claim
from claims.loading.loader import Loaded, load, load_all, load_table
from claims.loading.written import read_value, type_facts

__all__ = [
    "Configuration",
    "GivenClaim",
    "JudgingDate",
    "Loaded",
    "PathPolicy",
    "find_configuration",
    "load",
    "load_all",
    "load_claims",
    "load_table",
    "read_claim",
    "read_configuration",
    "read_value",
    "type_facts",
]
