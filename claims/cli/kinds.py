"""Which file goes where. The three uses are easily confused, and each refusal names the other two."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from claims.dataclasses import dataclass
from claims.documents import SUFFIXES
from claims.errors import UsageError

RECORDS = (".jsonl", ".ndjson", ".csv", ".tsv")
DATA = (".yaml", ".yml", ".json", ".jsonl", ".ndjson", ".csv")


@dataclass(frozen=True, slots=True)
class Use:
    """What a file can be given as: the words of the command line, what it reads, and its suffixes."""

    words: str
    reads: str
    suffixes: tuple[str, ...]


CHECK = Use(
    "claims check",
    "texts (.md, .html, .txt, records with a `text` field in .jsonl and .csv; strings in .json and .yaml by --fields)",
    (*SUFFIXES, *RECORDS),
)
VERIFY = Use("claims verify", "claims (entity, attribute, value in .yaml, .json, .jsonl or .csv)", DATA)
FACTS = Use("--facts", "facts (.yaml, .json, .jsonl or .csv)", DATA)
USES = (CHECK, VERIFY, FACTS)
BATCH = Use("claims batch", f"{CHECK.reads}, and .parquet", (*CHECK.suffixes, ".parquet"))


def refuse_wrong_kind(paths: Iterable[str], use: Use) -> None:
    """Raise :class:`~claims.errors.UsageError` for the first file whose suffix belongs to another use.

    Folders, standard input and files with an unknown suffix pass.
    """
    known = {suffix for other in USES for suffix in other.suffixes}
    for path in paths:
        suffix = PurePath(path).suffix.lower()
        if suffix in known and suffix not in use.suffixes:
            raise UsageError(f"{path}: {other_uses(path, use)}")


def other_uses(path: str, use: Use) -> str:
    """What this use reads, and how the file is given to the other two."""
    others = (f"\n  `{_given(other, path)}` reads {other.reads}" for other in USES if other is not use)
    return f"{use.words} reads {use.reads}{''.join(others)}"


def _given(use: Use, path: str) -> str:
    return f"claims check TEXT --facts {path}" if use is FACTS else f"{use.words} {path}"
