"""Whether looking before reading changes a report: the same texts checked with it and without.

    python benchmarks/skimming.py PATH... --facts FACTS [--rules RULES]
    python benchmarks/skimming.py --smoke                the examples of this repository

Every text is read closely, and once more only if it seems to name somebody. All claims, inconsistencies, problems and
errors must be the same; a difference is shown, and ends with status 1. It also says how many texts were skimmed, how
many of those that were read name nobody after all, and what both runs took in CPU time.

Records (``.jsonl``) may hold their texts in the field ``text``, with any others.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from claims.checker import Checker, CheckReport
from claims.cli import inputs
from claims.errors import Problem
from claims.model.document import Document
from claims.model.report import DocumentReport

ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and say what came out; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", help="texts, folders, records")
    parser.add_argument("--facts", action="append", help="facts to check against")
    parser.add_argument("--rules", action="append", default=[], help="rules beside the core vocabulary")
    parser.add_argument("--smoke", action="store_true", help="the examples of this repository")
    given = parser.parse_args(arguments)
    paths = [str(ROOT / "examples")] if given.smoke else given.paths
    checker = Checker.load([ROOT / "facts"] if given.smoke else given.facts or (), ["core/1", *given.rules])
    reading = inputs.Reading()
    files = inputs.find_files(paths, reading)
    ids = _known(inputs.read_files(files, reading))
    whole, slow = _checked(checker, _only(ids, inputs.read_files(files, reading)))
    quick, fast = _checked(checker, _only(ids, inputs.read_files(files, reading, checker.prefilter)))
    counts = _counts(checker, _only(ids, inputs.read_files(files, reading, checker.prefilter)))
    print(f"{len(quick.documents)} texts: {counts}")
    print(f"CPU time: {slow:.2f} s reading all, {fast:.2f} s looking first")
    pairs = zip(whole.documents, quick.documents, strict=True)
    wrong = [before.id for before, after in pairs if not _is_same(before, after)]
    if wrong or whole.inconsistencies != quick.inconsistencies:
        print(f"NOT the same: {len(wrong)} texts differ: {', '.join(wrong[:10])}")
        return 1
    print(f"the same {len(whole.claims)} claims and {len(whole.inconsistencies)} inconsistencies")
    return 0


def _known(texts: Iterable[Document | Problem]) -> set[str]:
    """The ids of the texts that can be read: their language is known."""
    return {text.id for text in texts if isinstance(text, Document)}


def _only(ids: Collection[str], texts: Iterable[Document | Problem]) -> Iterator[Document]:
    return (text for text in texts if isinstance(text, Document) and text.id in ids)


def _checked(checker: Checker, texts: Iterable[Document | Problem]) -> tuple[CheckReport, float]:
    for language in ("en", "fr"):
        checker.check(
            "Once before, so that neither run pays for what is compiled when it is needed.", language=language
        )
    start = time.process_time()
    return checker.check_documents(texts), time.process_time() - start


def _counts(checker: Checker, texts: Iterable[Document | Problem]) -> str:
    """How many are skimmed, how many name somebody, and how many were read for nothing."""
    skimmed = named = nobody = 0
    for text in texts:
        if isinstance(text, Document) and not text.is_skimmed:
            names = any(seen.mention.entities for seen in checker.reader.read(text).mentions)
            named, nobody = named + names, nobody + (not names)
        else:
            skimmed += isinstance(text, Document)
    return f"{skimmed} skimmed, {named} name somebody, {nobody} were read and name nobody"


def _is_same(before: DocumentReport, after: DocumentReport) -> bool:
    """Whether two reports on a document say the same; values that were not checked are those of texts that are read."""
    return (
        before.claims == after.claims
        and before.problems == after.problems
        and before.error == after.error
        and (after.is_skimmed or before.unchecked == after.unchecked)
    )


if __name__ == "__main__":
    sys.exit(main())
