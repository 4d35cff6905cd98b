"""The words a report uses. The glossary in ``docs/`` explains each."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How a claim stands against the facts."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    CONFLICTING = "conflicting"
    UNVERIFIABLE = "unverifiable"


class Match(StrEnum):
    """In what way a supported claim agrees with its fact."""

    EXACT = "exact"
    ROUNDED = "rounded"
    BOUND = "bound"
    COARSER = "coarser"
    DERIVED = "derived"


class Reason(StrEnum):
    """Why no fact decides a claim."""

    NO_FACT = "no_fact"
    AMBIGUOUS_ENTITY = "ambiguous_entity"
    AMBIGUOUS_SCOPE = "ambiguous_scope"
    BEFORE_FIRST_FACT = "before_first_fact"
    NO_DATE = "no_date"
    UNIT_MISMATCH = "unit_mismatch"
    FINER_THAN_FACT = "finer_than_fact"
    OPEN_LIST = "open_list"
    FACT_EXPIRED = "fact_expired"


class Severity(StrEnum):
    """How loudly a finding speaks; ``none`` is counted and not shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


class Silence(StrEnum):
    """Why a finding that would speak does not."""

    COMMENT = "comment"
    BASELINE = "baseline"
    SELECTION = "selection"


class Confidence(StrEnum):
    """How surely a claim was read from the text."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Operator(StrEnum):
    """How a claim's value is meant."""

    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    ABOUT = "about"
    NEARLY = "nearly"
