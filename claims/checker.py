"""The whole path on one page: bytes → document → mentions → claims → verdicts → report.

A :class:`Checker` is made once from facts and rules, is immutable and may be shared between threads. It
prints nothing and touches no disk after it was loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claims import __version__
from claims.documents import read
from claims.errors import Problem, UsageError
from claims.loading import GivenClaim, TextRecord, load, read_value, type_facts
from claims.judging import judge, judge_all
from claims.model.claim import Claim
from claims.model.dates import PartialDate, Period
from claims.model.document import Document
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.inspection import InspectedClaim, InspectedDocument, InspectedMention, Inspection
from claims.model.judgement import Judgement
from claims.model.report import ClaimPlace, DocumentReport, Inconsistency, Report, ReportClaim
from claims.model.rule import Rules
from claims.model.verdict import Operator
from claims.reading.reader import DocumentReading, Reader
from claims.reasoning import check_rules, derivable_at, derive, derive_at, failed_requirements, inconsistencies
from claims.reports.building import report_claim, report_document, report_requirement
