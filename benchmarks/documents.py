"""How fast bytes become blocks: MB/s of CPU time for every format, against the parsers underneath.

    python benchmarks/documents.py             the table, best of 7 runs each
    python benchmarks/documents.py --smoke     each once, only for whether it works

The texts are made here, the same ones every time: headings, paragraphs with emphasis, links and code, lists,
tables and code blocks, a third of the words with accents. They are denser in markup than most prose, so the
figures are on the careful side. Below ``pyromark`` and ``html.parser`` stand what parsing alone costs, before
anything is known of blocks and places.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html.parser import HTMLParser

import pyromark

from claims.documents import read, read_records

_PROSE = """
    the club met again in autumn and its members spoke about what had been done since then until late
    été à réunion d’État œuvre déjà forêt garçon
"""
_WORDS = _PROSE.split()
_DECORATED = ("**84**", "*new*", "[the report](https://example.org/report)", "`limit`", "10&nbsp;000")
_TABLES = pyromark.Options.ENABLE_TABLES


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print one line for each way of reading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="each once, quickly")
    smoke = parser.parse_args(arguments).smoke
    texts = [_text(random.Random(seed)) for seed in range(1 if smoke else 20)]  # noqa: S311 - no secrets here
    for name, size, run in _ways(texts):
        seconds = min(_cpu_time(run) for _ in range(1 if smoke else 7))
        print(f"{name:24} {size / 1e6 / max(seconds, 1e-9):7.1f} MB/s")


def _ways(texts: list[str]) -> Iterator[tuple[str, int, Callable[[], None]]]:
    pages = [pyromark.html(text, options=_TABLES) for text in texts]
    lines = (json.dumps({"text": text[:600], "language": "en"}, ensure_ascii=False) for text in texts * 20)
    records = "\n".join(lines).encode()
    for name, sources in (("plain", texts), ("markdown", texts), ("mdx", texts), ("html", pages)):
        yield name, _size(sources), partial(_read_all, [source.encode() for source in sources], name)
    yield "records", len(records), lambda: _exhaust(read_records(records, path="r.jsonl"))
    yield "  pyromark alone", _size(texts), partial(_parse_markdown, texts)
    yield "  html.parser alone", _size(pages), partial(_parse_html, pages)


def _read_all(data: list[bytes], name: str) -> None:
    for each in data:
        read(each, format=name, language="en")


def _parse_markdown(texts: list[str]) -> None:
    for text in texts:
        _exhaust(pyromark.events_with_range(text, options=_TABLES))


def _parse_html(pages: list[str]) -> None:
    for page in pages:
        HTMLParser().feed(page)


def _size(sources: list[str]) -> int:
    return sum(len(source.encode()) for source in sources)


def _exhaust(items: Iterator[object]) -> None:
    for _ in items:
        pass


def _cpu_time(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _text(rng: random.Random) -> str:
    return "\n\n".join(_block(rng) for _ in range(300)) + "\n"


def _block(rng: random.Random) -> str:
    match rng.randrange(10):
        case 0:
            return "## " + _sentence(rng, 6)
        case 1 | 2:
            return "\n".join("- " + _sentence(rng, 9) for _ in range(4))
        case 3:
            return "| a | b |\n|---|---|\n" + "\n".join(f"| {rng.choice(_WORDS)} | 84 |" for _ in range(5))
        case 4:
            return "```\nx = {1: 2}\n```"
    return "\n".join(_sentence(rng, 14) for _ in range(5))


def _sentence(rng: random.Random, length: int) -> str:
    words = [rng.choice(_WORDS) for _ in range(length)]
    if rng.randrange(2):
        words[length // 2] = rng.choice(_DECORATED)
    return " ".join(words) + "."


if __name__ == "__main__":
    main()
