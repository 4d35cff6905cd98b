"""What a batch rests on, so that a run which goes on goes on from the same: versions, options, facts and rules."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claims import __version__
from claims.files.folders import find
from claims.files.reading import read_bytes
from claims.loading.opening import FACTS_SUFFIXES, YAML_SUFFIXES
from claims.loading.vocabularies import is_vocabulary, vocabulary_files

if TYPE_CHECKING:
    from claims.checker import Checker
    from claims.cli.inputs import Reading
    from claims.cli.project import Project
    from claims.corpus.working import Job


def grounds_of(
    project: Project, checker: Checker, reading: Reading, job: Job, selection: tuple[Iterable[str], Iterable[str]]
) -> dict[str, str]:
    """Each thing by the name that a person knows it by, with its value or a hash of its bytes."""
    configuration = project.configuration
    select, ignore = selection
    return {
        "the version of claims": __version__,
        "--as-of": "latest" if job.latest else _words([job.as_of]),
        "--language": _words([reading.language]),
        "--date": _words([reading.date]),
        "--about": _words(reading.about),
        "--select": _words(select),
        "--ignore": _words(ignore),
        "--exclude": _words(reading.exclude),
        "--rename": _words(f"{ours}={theirs}" for ours, theirs in job.texts.names),
        "--fields": _words(reading.fields),
        "--read-all": "yes" if job.read_all else "no",
        "--max-size": str(job.texts.limit // 2**20),
        "languages of the configuration": _words(reading.languages),
        "severities of the configuration": _words(map(str, configuration.severities)),
        "paths of the configuration": _hash(repr(configuration.paths).encode()),
        **dict(_files(project)),
        "the facts, with what their files refer to": _facts(checker),
    }


def _files(project: Project) -> Iterator[tuple[str, str]]:
    """The files of facts and rules, each with a hash of what is in it."""
    for path in find(project.facts, FACTS_SUFFIXES):
        yield path.as_posix(), _hash(read_bytes(path))
    for name in project.rules:
        if is_vocabulary(name):
            yield name, _hash(b"\0".join(read_bytes(path) for path in vocabulary_files(name)))
        else:
            yield from ((path.as_posix(), _hash(read_bytes(path))) for path in find([Path(name)], YAML_SUFFIXES))


def _facts(checker: Checker) -> str:
    import msgspec

    known = checker.stated
    encoder = msgspec.json.Encoder(order="deterministic", enc_hook=dict)  # what is left over are mapping proxies
    return _hash(encoder.encode([known.facts, dict(known.entities)]))


def _words(values: Iterable[object]) -> str:
    return ", ".join(str(value) for value in values if value is not None)


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
