"""Facts, rules, claims files and configuration: from what people write to the values of the model.

Nothing here imports pydantic or jsonschema; the models that the JSON Schemas are made from stand apart, in
:mod:`claims.loading.schemas`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Configuration": "claims.loading.configuration",
    "GivenClaim": "claims.loading.given",
    "JudgingDate": "claims.loading.configuration",
    "Loaded": "claims.loading.loader",
    "PathPolicy": "claims.loading.configuration",
    "find_configuration": "claims.loading.configuration",
    "load": "claims.loading.loader",
    "load_all": "claims.loading.loader",
    "load_claims": "claims.loading.given",
    "load_table": "claims.loading.loader",
    "read_claim": "claims.loading.given",
    "read_configuration": "claims.loading.configuration",
    "read_value": "claims.loading.written",
    "type_facts": "claims.loading.written",
}


def __getattr__(name: str) -> object:
    """What is asked for by name, imported then: a run whose facts are in the cache reads no file of them."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
