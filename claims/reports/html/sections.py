"""What the page is about: its documents with the glosses on them, counted by what is to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.dataclasses import dataclass
from claims.model.report import DocumentReport, Report
from claims.model.verdict import Severity
from claims.reports import findings
from claims.reports.html.glosses import Gloss, glosses_on
from claims.reports.html.placing import Placed, place
from claims.reports.page_words import ALL, PageWords, Task


@dataclass(frozen=True, slots=True)
class Section:
    """A document with the glosses on it, where they stand in its text, and the id of its section on the page."""

    document: DocumentReport
    id: str
    placed: Placed
    glosses: Sequence[Gloss]

    @property
    def name(self) -> str:
        """The document's name."""
        return findings.document_name(self.document)

    @property
    def findings(self) -> list[Gloss]:
        """The glosses that somebody has to do something about."""
        return [gloss for gloss in self.glosses if gloss.is_finding]


def sections_of(report: Report) -> list[Section]:
    """A section for each document that was read, or could not be."""
    shown = (document for document in report.documents if not document.is_skimmed)
    return [_section(document, number) for number, document in enumerate(shown, start=1)]


def _section(document: DocumentReport, number: int) -> Section:
    placed = place(document, glosses_on(document, number))
    return Section(document, f"d{number}", placed, placed.glosses)


def language_of(report: Report) -> str:
    """The language of the frame: that of most documents, among those that have a table of words."""
    known = {table.language for table in ALL}
    counts = Counter(it.language.partition("-")[0] for it in report.documents if it.language)
    return next((language for language, _ in counts.most_common() if language in known), "en")


def headline(report: Report, sections: Sequence[Section], words: PageWords) -> str:
    """The first line: "2 to correct, 1 to check, 6 confirmed, 4 not checked".

    Failed requirements, inconsistencies and problems are to be checked: something is wrong, and not said what.
    """
    severities = [*(it.severity for it in report.requirements), *(it.severity for it in report.inconsistencies)]
    unplaced = sum(severity is not Severity.NONE for severity in severities) + len(report.all_problems)
    return said_counts((gloss for section in sections for gloss in section.glosses), words, to_check=unplaced)


def said_counts(glosses: Iterable[Gloss], words: PageWords, *, to_check: int = 0) -> str:
    """How many glosses each task has, and so many more to check, the most urgent first."""
    counts = Counter(gloss.task for gloss in glosses)
    counts[Task.CHECK] += to_check
    said = (words.count(words.tasks[task], counts[task]) for task in Task if counts[task])
    return ", ".join(said) or words.nothing_read
