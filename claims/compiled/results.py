"""What was found in texts, kept: a text that did not change is not read and judged again.

A result belongs to all that it follows from: the content of the text and what is known of it (language, date, entities,
qualifiers), the time of judging, the facts and rules, the configuration's severities, and this program. A finding that
two texts make together is none of a text's results, so what each of them says is kept as well, and held against the
others anew in every run.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from claims.compiled.keeping import UNFIT
from claims.dataclasses import replace
from claims.files.asked import digest
from claims.files.cache import MOST_ENTRY_BYTES, cache_folder, entry_name, from_json, to_json
from claims.files.store import Store
from claims.model.claim import Claim
from claims.model.document import Document
from claims.model.report import DocumentReport

if TYPE_CHECKING:
    from claims.compiled.codec import Plain

_MANY = 500

Result = tuple[tuple[Claim, ...], DocumentReport]
"""What a text says, and the report on it without the text itself."""


class Results:
    """The results of one run: those of earlier ones, and those that it adds.

    ``key`` names the facts and rules, ``asked`` what else all results of the run follow from.
    """

    def __init__(self, key: str, asked: str) -> None:
        self._store = Store(entry_name("results", key))
        self._asked = asked
        self._new: dict[str, bytes] = {}

    def find(self, document: Document) -> Result | None:
        """The result for a document, if one is kept."""
        body = self._store.recall(self._name(document))
        try:
            return None if body is None else _unpacked(from_json(_decompressed(body)), document)
        except (*UNFIT, zlib.error):
            return None

    def add(self, document: Document, said: tuple[Claim, ...], report: DocumentReport) -> None:
        """Keep a result when the run is over."""
        with suppress(TypeError):  # a report that holds what cannot be kept: it is worked out again
            self._new[self._name(document)] = zlib.compress(to_json(_packed(said, report)), 1)
        if len(self._new) >= _MANY:
            self._store.keep(self._new)
            self._new.clear()

    def finish(self) -> None:
        """Keep what was added."""
        self._store.keep(self._new)
        self._store.close()

    def _name(self, document: Document) -> str:
        about = (
            *(document.id, document.path, document.language, document.date, document.about, document.where),
            *(document.judge_at, document.judge_latest),
        )
        prose = "\0".join(f"{block.kind}{block.level}{block.cell}{block.text}" for block in document.blocks)
        return digest("\0".join((self._asked, repr(about), document.source, prose)).encode("utf-8", "surrogatepass"))


@contextmanager
def kept_results(key: str | None, *asked: object) -> Iterator[Results | None]:
    """The results for facts and rules of that key, kept at the end; ``None`` where there is no cache."""
    if key is None or cache_folder() is None:
        yield None
        return
    results = Results(key, repr(asked))
    try:
        yield results
    finally:
        results.finish()


def _decompressed(body: bytes) -> bytes:
    """The content of an entry, which cannot take all memory, whoever made it."""
    return zlib.decompressobj().decompress(body, MOST_ENTRY_BYTES)


def _packed(said: tuple[Claim, ...], report: DocumentReport) -> Plain:
    from claims.compiled.codec import Packer

    packer = Packer()
    data = [packer.pack(said), packer.pack(replace(report, text=None))]
    return [packer.table, *data]


def _unpacked(data: Plain, document: Document) -> Result:
    from claims.compiled.codec import Unpacker

    table, said, report = data
    unpack = Unpacker(table).unpack
    claims, found = unpack(said), unpack(report)
    if not isinstance(found, DocumentReport):
        raise TypeError("no report")
    return claims, replace(found, text=document)
