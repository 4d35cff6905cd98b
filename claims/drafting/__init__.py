"""A first facts file from a text that is known to be right, for a person to edit.

- :mod:`claims.drafting.names`: the names that occur in a text.
- :mod:`claims.drafting.collecting`: what the text says of them, read as for a check.
- :mod:`claims.drafting.writing`: the facts file, with a quote for every value.
"""

from claims.drafting.collecting import Draft, DraftedEntity, DraftedFact, collect
from claims.drafting.ids import entity_id
from claims.drafting.writing import draft_text

__all__ = ["Draft", "DraftedEntity", "DraftedFact", "collect", "draft_text", "entity_id"]
