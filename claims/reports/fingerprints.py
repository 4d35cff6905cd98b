"""What a claim is recognised by from one run to the next.

The fingerprint of a claim is the same after lines were added above it, and another one after its value changed: it
covers the document, what is said, the quoted words and how often the same was said before in the document, and no
line number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from claims.model.claim import Claim
from claims.reports.values import plain, unit_of


def fingerprint(document: str, claim: Claim, quote: str | None, occurrence: int = 1) -> str:
    """32 hexadecimal digits of the SHA-256; ``occurrence`` counts equal claims of the document from 1."""
    parts = [
        document.replace("\\", "/"),
        claim.entity,
        claim.attribute,
        [list(pair) for pair in claim.where],
        claim.operator.value,
        [plain(claim.value), unit_of(claim.value)],
        None if quote is None else " ".join(quote.split()),
        occurrence,
    ]
    return _digest(parts)


def digest(*words: str) -> str:
    """The same for what is no claim: 32 hexadecimal digits of what it says."""
    return _digest(words)


def _digest(parts: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
