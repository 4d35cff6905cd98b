"""How fast prose is read: MB of text per second of CPU time, with a claim in every second sentence.

    python benchmarks/reading.py               1,000 entities, English and French, best of 3 runs
    python benchmarks/reading.py --profile     where the time goes
    python benchmarks/reading.py --smoke       a little text once, only for whether it works

The facts and the texts are made here, the same ones every time: a thousand organisations with members, staff, a
year of foundation and a seat, and articles that speak of them, with names, pronouns and participles, between
sentences that claim nothing; one claim in twenty is wrong. Reading is measured alone (blocks are ready, nothing is
judged), then checking as a whole. Texts of twice the length show whether the cost grows with the text and no faster.

The lines ``markdown`` are of the other kind of text: pages with headings, emphasis, links and lists, a claim in every
paragraph of six sentences, from their bytes to the report.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from claims.checker import Checker, CheckReport
from claims.documents import read
from claims.loading import load
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Number, Text

ENTITIES = 1000
_ATTRIBUTES = ("members", "employees", "founded")
_NAMES = ("Northern", "Harbour", "Union", "River", "Open", "Blue", "Grand", "Summit", "Lake", "Forest")
_KINDS = ("Alliance", "League", "Society", "Institute", "Council", "Network", "Club", "Trust", "Board", "Guild")
_CLAIMS = {
    "en": (
        "{name} has {members} members.",
        "Founded in {founded}, {name} is based in {seat}.",
        "It now groups {members} member states, its secretary said.",
        "The {members}-member {name} met again.",
        "{name}, which was founded in {founded}, employs {staff} people.",
    ),
    "fr": (
        "{name} compte {members} membres.",
        "Fondée en {founded}, {name} a son siège à {seat}.",
        "Elle regroupe désormais {members} pays membres, a dit sa secrétaire.",
        "Les ministres des {members} pays membres de {name} se sont revus.",
        "{name}, qui a été créée en {founded}, emploie {staff} personnes.",
    ),
}
_REST = {
    "en": (
        "The talks went on until late and nobody wished to say what had been decided.",
        "Much of the afternoon was given to the report of the working group, which had met twice in spring.",
        "Those who spoke thanked the hosts for the quiet rooms and the long tables.",
    ),
    "fr": (
        "Les échanges ont duré jusque tard et personne n'a voulu dire ce qui avait été décidé.",
        "Une bonne part de l'après-midi a été consacrée au rapport du groupe de travail, réuni deux fois au printemps.",
        "Ceux qui ont pris la parole ont remercié leurs hôtes pour le calme des salles et la longueur des tables.",
    ),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a line for each language and length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="a little text once")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    given = parser.parse_args(arguments)
    checker = _checker()
    for language in ("en", "fr"):
        for sentences in (60,) if given.smoke else (3_000, 6_000):
            document = _document(checker.facts, language, sentences)
            _warm(checker, language)
            _show(f"read {language}", document, lambda d=document: checker.reader.read(d), given.smoke)
            if sentences <= 3_000:
                _show(f"check {language}", document, lambda d=document: checker.check_documents([d]), given.smoke)
        pages = _pages(checker.facts, language, 3 if given.smoke else 40)
        _show_pages(f"markdown {language}", pages, checker, given.smoke)
    if given.profile:
        _profile(checker)


def _checker() -> Checker:
    core, rules = load((), ("core/1",))
    chance = random.Random(7)  # noqa: S311 - no secrets here
    entities, facts = {}, []
    for number in range(ENTITIES):
        name = f"{_NAMES[number % 10]} {_NAMES[number // 10 % 10]} {_KINDS[number // 100]}"
        identity = f"org-{number}"
        entities[identity] = Entity(identity, "organization", {"": (name,)})
        facts.append(Fact(identity, "members", Number(Decimal(chance.randrange(5, 200)))))
        facts.append(Fact(identity, "employees", Number(Decimal(chance.randrange(100, 9000)))))
        facts.append(Fact(identity, "founded", PartialDate.of(chance.randrange(1850, 2020))))
        facts.append(Fact(identity, "hq", Text("Port Avel")))
    return Checker.of(FactSet(entities, core.attributes, tuple(facts)), rules)


def _document(facts: FactSet, language: str, sentences: int) -> Document:
    chance = random.Random(11)  # noqa: S311 - no secrets here
    entities = list(facts.entities.values())
    entity = entities[0]
    lines: list[str] = []
    for number in range(sentences // 2):
        claim = chance.choice(_CLAIMS[language])
        entity = chance.choice(entities) if "{name}" in claim else entity
        said = claim.format(name=entity.name("en"), **_values(facts, entity, wrong=number % 20 == 0))
        lines.append(f"{said} {chance.choice(_REST[language])}" + ("\n\n" if number % 3 == 2 else " "))
    return read("".join(lines), language=language, date=PartialDate.of(2024, 10, 1))


def _pages(facts: FactSet, language: str, count: int) -> list[bytes]:
    """Markdown pages of twelve paragraphs, each with one claim between five sentences that say nothing."""
    chance = random.Random(13)  # noqa: S311 - no secrets here
    entities = list(facts.entities.values())
    named = [claim for claim in _CLAIMS[language] if "{name}" in claim]
    return ["\n\n".join(_page(facts, entities, named, language, chance)).encode() for _ in range(count)]


def _page(
    facts: FactSet, entities: Sequence[Entity], claims: Sequence[str], language: str, chance: random.Random
) -> Iterator[str]:
    yield f"# {chance.choice(entities).name(language)}"
    for number in range(12):
        entity, rest = chance.choice(entities), [chance.choice(_REST[language]) for _ in range(5)]
        values = _values(facts, entity, wrong=number == 0)
        claim = chance.choice(claims).format(name=f"**{entity.name(language)}**", **values)
        yield f"## Part {number + 1}" if number % 4 == 0 else f"- [more](https://example.org/{number})\n- *less*"
        yield " ".join((*rest[:2], claim, *rest[2:]))


def _values(facts: FactSet, entity: Entity, *, wrong: bool) -> dict[str, str]:
    """What the facts say of an entity; with ``wrong``, numbers one too high."""
    known = {fact.attribute: fact.value for name in _ATTRIBUTES for fact in facts.of(entity.id, name)}
    numbers = {name: int(value.amount) + wrong for name, value in known.items() if isinstance(value, Number)}
    return {
        "members": str(numbers["members"]),
        "staff": str(numbers["employees"]),
        "founded": str(known["founded"]),
        "seat": "Port Avel",
    }


def _warm(checker: Checker, language: str) -> None:
    checker.reader.read(_document(checker.facts, language, 12))


def _show(name: str, document: Document, run: Callable[[], object], smoke: bool) -> None:
    seconds = min(_cpu_time(run) for _ in range(1 if smoke else 3))
    size = len(document.source.encode()) / 1e6
    claims = len(run().claims)
    print(f"{name:10} {size:6.2f} MB {claims:6d} claims {size / max(seconds, 1e-9):6.2f} MB/s")


def _show_pages(name: str, pages: Sequence[bytes], checker: Checker, smoke: bool) -> None:
    def run() -> CheckReport:
        return checker.check_documents(read(page, format="markdown", language=name.split()[1]) for page in pages)

    seconds = min(_cpu_time(run) for _ in range(1 if smoke else 3))
    size = sum(map(len, pages)) / 1e6
    print(f"{name:11} {size:5.2f} MB {len(run().claims):6d} claims {size / max(seconds, 1e-9):6.2f} MB/s")


def _cpu_time(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _profile(checker: Checker) -> None:
    document = _document(checker.facts, "en", 3_000)
    profile = cProfile.Profile()
    profile.runcall(checker.reader.read, document)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
