"""Facts, rules, claims files and configuration: from what people write to the values of the model."""

from __future__ import annotations

from claims.loading.loader import load

__all__ = ["load"]
