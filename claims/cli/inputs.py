"""From paths on the command line to documents.

A folder gives the texts in it; a file that is named is always read, records (.jsonl, .csv) only where they are
named; ``-`` is standard input. A file that cannot be read comes as a :class:`~claims.errors.Problem` in its place
among the documents, so that one bad file does not hide what is wrong in the others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from claims.cli import kinds
from claims.dataclasses import dataclass, field, replace
from claims.documents import DATA_SUFFIXES, SUFFIXES, Sieve, read
from claims.errors import InputError, Problem, UsageError
from claims.files.folders import find, is_excluded
from claims.files.project import relative_name
from claims.files.reading import read_bytes
from claims.loading.configuration import Configuration, JudgingDate
from claims.model.dates import PartialDate
from claims.model.document import Document

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the options say of every text, which wins over what it says of itself, and the configuration.

    ``languages`` are those to choose from for a text that names none. ``stdin_filename`` is the name, and by its
    suffix the format, of what comes through standard input. With ``force_exclude`` a file that is named can be
    excluded too. ``among`` chooses among the files that were found.
    """

    language: str | None = None
    date: PartialDate | None = None
    about: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en", "fr")
    exclude: tuple[str, ...] = ()
    stdin_filename: str | None = None
    fields: tuple[str, ...] = ()
    force_exclude: bool = False
    among: Callable[[tuple[str, ...]], tuple[str, ...]] | None = None
    configuration: Configuration = field(default_factory=Configuration)

    def fields_of(self, path: str) -> tuple[str, ...]:
        """The paths of the strings in a file of data that are texts; none for other files."""
        if not path.lower().endswith(DATA_SUFFIXES):
            return ()
        return self.fields or self.configuration.for_path(path).fields

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Those of the files that are looked at in folders."""
        has_fields = self.fields or any(policy.fields for policy in self.configuration.paths)
        return (*SUFFIXES, *DATA_SUFFIXES) if has_fields else SUFFIXES

    @property
    def stdin_name(self) -> str:
        """What the text that comes through standard input is called."""
        return self.stdin_filename or "<stdin>"

    def is_about_something(self, name: str) -> bool:
        """Whether the options or the configuration say whom the texts of a file are about."""
        return bool(self.about or (self.configuration.paths and self.configuration.for_path(name).about))

    def text(self, data: bytes, name: str, format_name: str | None = None, sieve: Sieve | None = None) -> Document:
        """The document of a file's bytes. Raises :class:`~claims.errors.InputError` for data that is no text."""
        return _configured(_document(data, name, self, format_name, sieve=sieve), self.configuration)

    def record(self, document: Document) -> Document:
        """The document of a record, with what the options and the configuration say of it."""
        return document if document.is_skimmed else _configured(_with_options(document, self), self.configuration)


def documents(paths: Sequence[str], reading: Reading) -> Iterator[Document | Problem]:
    """The documents of all paths, in the order given, those of a folder by name; each file once.

    Raises :class:`~claims.errors.UsageError`, before anything is read, for a file that is no text, and where there
    is nothing to read at all.
    """
    return read_files(find_files(paths, reading), reading)


def find_files(paths: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """The files that the documents of all paths are in. Raises as :func:`documents` does."""
    kinds.refuse_wrong_kind((path for path in paths if not reading.fields_of(path)), kinds.CHECK)
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path, reading)))
    if not files and not reading.force_exclude:
        raise UsageError(f"nothing to check in {', '.join(paths)}: looked for {', '.join(SUFFIXES)}")
    return reading.among(files) if reading.among else files


def read_files(files: Iterable[str], reading: Reading, sieve: Sieve | None = None) -> Iterator[Document | Problem]:
    """The documents in files; with a ``sieve`` those that are not worth reading are skimmed."""
    configuration = reading.configuration
    found = (document for file in files for document in _read(file, reading, sieve))
    return (text if isinstance(text, Problem) else _configured(text, configuration) for text in found)


def _configured(document: Document, configuration: Configuration) -> Document:
    """The document with what the configuration says of its path; what it says of itself wins."""
    if not configuration.paths or document.is_skimmed:
        return document
    policy = configuration.for_path(document.path or document.id)
    return replace(
        document,
        about=document.about or policy.about,
        where=tuple(sorted((dict(policy.where) | dict(document.where)).items())),
        judge_at=policy.date if isinstance(policy.date, PartialDate) else None,
        judge_latest=policy.date is JudgingDate.LATEST,
    )


def names(paths: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """What the documents of named files are called in a report."""
    return tuple(reading.stdin_name if path == STDIN else PurePath(path).as_posix() for path in paths)


def document(text: str, reading: Reading) -> Document:
    """The document that the words on the command line make."""
    return _document(text, reading.stdin_filename or "<text>", reading)


def reread(document: Document, source: str, reading: Reading) -> Document:
    """The document of a file, read anew from another text."""
    name = document.path or document.id
    return _configured(_document(source, name, reading), reading.configuration)


def _files(path: str, reading: Reading) -> tuple[str, ...]:
    if path == STDIN:
        return (STDIN,)
    found = [file.as_posix() for file in find([path], reading.suffixes, reading.exclude)]
    is_named = found == [PurePath(path).as_posix()]
    if is_named:
        return tuple(file for file in found if not (reading.force_exclude and _is_excluded(file, reading)))
    return tuple(file for file in found if not is_left_out(file, reading))


def is_left_out(file: str, reading: Reading) -> bool:
    """Whether a file that was found in a folder is not to be read: it is excluded, or data of which no field is."""
    is_data = not file.lower().endswith(SUFFIXES) and not reading.fields_of(file)
    return is_data or _is_excluded(file, reading)


def _is_excluded(file: str, reading: Reading) -> bool:
    """Whether a file is to be left out, by its path as it is seen from here or from the configuration."""
    own = reading.configuration.path
    return is_excluded(Path(file), reading.exclude) or (
        own is not None and is_excluded(Path(relative_name(file, own.parent)), reading.exclude)
    )


def _read(file: str, reading: Reading, sieve: Sieve | None) -> Iterator[Document | Problem]:
    name = reading.stdin_name if file == STDIN else file
    if reading.is_about_something(name):
        sieve = None
    try:
        data = sys.stdin.buffer.read() if file == STDIN else read_bytes(file)
        if PurePath(name).suffix.lower() in kinds.RECORDS and not reading.fields_of(name):
            yield from _records(data, name, reading, sieve)
        else:
            yield _document(data, name, reading, sieve=sieve)
    except InputError as error:
        yield error.problem


def _document(
    data: bytes | str, name: str, reading: Reading, format_name: str | None = None, *, sieve: Sieve | None = None
) -> Document:
    return read(
        data,
        path=name,
        format=format_name or reading.configuration.for_path(name).text_format,
        fields=reading.fields_of(name),
        language=reading.language,
        date=reading.date,
        about=reading.about,
        languages=reading.languages,
        sieve=sieve,
    )


def _records(data: bytes, name: str, reading: Reading, sieve: Sieve | None) -> Iterator[Document | Problem]:
    if b"text" not in data.partition(b"\n")[0]:
        raise UsageError(f"{name}: there is no `text` field; {kinds.other_uses(name, kinds.CHECK)}")
    from claims.documents.records import read_records

    for document in read_records(data, path=name, languages=reading.languages, sieve=sieve):
        yield document if isinstance(document, Problem) or document.is_skimmed else _with_options(document, reading)


def _with_options(document: Document, reading: Reading) -> Document:
    return replace(
        document,
        language=reading.language or document.language,
        date=reading.date or document.date,
        about=reading.about or document.about,
    )
