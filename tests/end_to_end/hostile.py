"""Facts, rules and configuration files that mean harm, or come from somebody who copied from one that does.

Each is a folder's worth of files and words of the mistake that must be told. ``HOSTILE`` lists them. As a program,

    python tests/end_to_end/hostile.py FOLDER

writes each into a folder below FOLDER and loads it, with 200 MB more than the interpreter has by then, and prints what
was told of it as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claims.checker import Checker
from claims.errors import LoadError

DEEP = 50_000
MANY = 10_000
_ENTITIES = "format: claims-facts/1\nentities:\n"
FACTS = "format: claims-facts/1\nentities:\n  o:\n    type: club\n    facts: {{{facts}}}\n"
RULES = "format: claims-rules/1\n"
CLUB = "{o: club}"


@dataclass(frozen=True, slots=True)
class Hostile:
    """Files by name, and what is said of them. ``told`` is empty where the file is harmless, only large."""

    name: str
    told: str
    files: Mapping[str, str] = field(default_factory=dict)


def facts(name: str, told: str, given: str, rules: str = "") -> Hostile:
    """Facts of one club (``given``), and rules."""
    files = {"facts.yaml": FACTS.format(facts=given)}
    return Hostile(name, told, files | ({"rules.yaml": RULES + rules} if rules else {}))


def whole(name: str, told: str, text: str) -> Hostile:
    """A facts file as it is."""
    return Hostile(name, told, {"facts.yaml": text})


def rule(name: str, told: str, to: str, *, target: str = "o.x", loops: str = CLUB, given: str = "n: 3") -> Hostile:
    """One derivation over a club whose ``n`` is 3."""
    return facts(name, told, given, _derive([("r", target, to)], loops))


def rules(name: str, told: str, derived: list[tuple[str, str, str]], given: str = "n: 3") -> Hostile:
    """Several derivations: id, target, expression."""
    return facts(name, told, given, _derive(derived))


def require(name: str, told: str, text: str) -> Hostile:
    """The rest of a rules file as it is."""
    return facts(name, told, "n: 3", text)


def _derive(derived: list[tuple[str, str, str]], loops: str = CLUB) -> str:
    lines = [
        f"  - {{id: {id_}, for: {loops}, set: {json.dumps(target)}, to: {json.dumps(to)}}}\n"
        for id_, target, to in derived
    ]
    return "derive:\n" + "".join(lines)


def _chain(length: int, step: str) -> list[tuple[str, str, str]]:
    """``x1`` from ``n``, and each further one from the one before, which stands for ``_`` in ``step``."""
    names = ["n", *(f"x{number}" for number in range(1, length + 1))]
    return [
        (f"r{number}", f"o.{name}", step.replace("_", f"o.{names[number - 1]}"))
        for number, name in enumerate(names)
        if number
    ]


def _frame(words: str) -> str:
    return f'attributes: {{a: {{wording: {{en: {{frames: "{words} {{value}}"}}}}}}}}\n'


_CYCLE = [(f"r{number}", f"o.x{number}", f"o.x{(number + 1) % MANY} + 1") for number in range(MANY)]
_WRONG = [(f"r{number}", f"o.x{number}", "o.n +") for number in range(MANY)]
_TWICE = [("same", f"o.x{number}", "o.n") for number in range(MANY)]
_MAPPING = "format: claims-mapping/1\nfile: ../../etc/passwd\nentity: A\nattributes: {n: B}\n"
_LOOPS = json.dumps({f"a{number}": "club" for number in range(99)})
_LAUGHS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

HOSTILE = (
    # YAML
    whole("deep flow", "nested more than 64 deep", "format: claims-facts/1\nentities: " + "[" * DEEP),
    whole("deep maps", "nested more than 64 deep", "format: claims-facts/1\nentities: " + "{a: " * DEEP),
    whole("deep blocks", "nested more than 64 deep", "entities:\n" + "".join(" " * n + "- \n" for n in range(1000))),
    whole("self-reference", "anchor", "format: claims-facts/1\nentities: &a {o: *a}\n"),
    whole("a billion laughs", "anchor", "format: claims-facts/1\na0: &a0 lol\n" + _LAUGHS),
    whole("a tag that makes objects", "tag", "format: claims-facts/1\nentities: !!python/object/apply:os.system []\n"),
    whole("merge keys", "anchor", "format: claims-facts/1\nentities: {o: &o {type: club}, p: {<<: *o}}\n"),
    whole("duplicate ids", "is already in line 3", _ENTITIES + "  o: {}\n" * MANY),
    whole("no facts at all", "", "format: claims-facts/1\nentities: {}\n"),
    whole("zero bytes", "binary, not text", "format: claims-facts/1\x00\n"),
    whole(
        "a thousand mistakes",
        "unknown key",
        "format: claims-facts/1\nentities:\n" + "".join(f"  e{number}: {{tpye: club}}\n" for number in range(MANY)),
    ),
    # Values
    facts("a count of a million digits", "digits", f"members: {'9' * 1_000_000}"),
    facts("a count beyond measure", "unknown unit `e999999999`", "members: 9e999999999"),
    facts("denials of denials", "an item has no value", "n: " + "{not: " * 60 + "1" + "}" * 60),
    facts("lists of lists", "an item has no value", "n: " + "{list: [" * 30 + "1" + "]}" * 30),
    facts("a file outside", "outside", 'n: {from_file: "../../etc/passwd", path: root}'),
    facts("a file outside, absolute", "outside", "n: {from_file: /etc/passwd, path: root}"),
    facts("itself as a value", "", "n: {entity: o}"),
    whole(
        "places that lie in each other",
        "",
        "format: claims-facts/1\nentities:\n  a: {part_of: b}\n  b: {part_of: a, facts: {place: {entity: a}}}\n",
    ),
    whole(
        "owners of themselves",
        "",
        "format: claims-facts/1\nentities:\n  a: {of: b, type: club}\n  b: {of: a, facts: {n: 1}}\n",
    ),
    # Expressions
    rule("powers of powers", "power", "9**9**9"),
    rule("deep brackets", "nested", "(" * 1900 + "1"),
    rule("deep minus", "nested", "-" * 1900 + "1"),
    rule("a long expression", "characters long", "o.n + " * DEEP + "1"),
    rule("a long number", "digits", "9" * 1900),
    rule("an attribute of Python", "no attribute `__class__`", "o.__class__"),
    rule("a name of Python", "`__import__`", '__import__("os")'),
    rule("a look-alike", "CYRILLIC SMALL LETTER IE", "o.mеmbers", given="members: 3"),
    rule("a look-alike of a bracket", "FULLWIDTH LEFT PARENTHESIS", "sum（o.n）"),
    rule("digits of another script", "digits 0 to 9", "o.n + ٣"),
    rule("an endless text", "quote", '"' + "a" * 1000),
    rule("owners of owners", "", "o" + ".of" * 90 + ".n"),
    rule("too many owners", "deep", "o" + ".of" * 600 + ".n"),
    rule("a value that rests on itself", "a cycle: o.x (rule r) needs o.x", "o.x + 1"),
    rule("a target of another kind", "`set` names an attribute", "1", target="1 + 1"),
    rule("a variable named like an aggregate", "", "sum.n", target="sum.x", loops="{sum: club}"),
    rule("a variable that is a word", "word of the language", "1", target="at.x", loops="{at: club}"),
    rule(
        "too many variables",
        "8 are the limit",
        "1",
        target="a0.x",
        loops=json.dumps({f"a{n}": "club" for n in range(99)}),
    ),
    # Rules together
    rules("ten thousand in a circle", "a cycle", _CYCLE),
    rules("ten thousand that are wrong", "expected", _WRONG),
    rules("ten thousand of one id", "two rules have the id", _TWICE),
    rules("a long chain", "chain of more than 100", _chain(MANY, "_ + 1")),
    rules("squares of squares", "beyond 10^1000", _chain(99, "_ * _")),
    rules("texts of texts", "a text of more than", _chain(99, "text(_, _)")),
    rules("sums of sums", "", _chain(99, "_ + _")),
    require(
        "a message without end", "never closed", 'require: [{id: r, for: {o: club}, that: o.n > 9, message: "{o"}]\n'
    ),
    require("a policy of stars", "", 'judge: [{select: "' + "*." * 5000 + '", tolerance: 0}]\n'),
    require("an empty policy", "is empty", 'judge: [{select: "a,,b", tolerance: 0}]\n'),
    require(
        "a frame of frames", "nest", f'attributes: {{a: {{wording: {{en: {{frames: "{"(" * 500}{{value}}"}}}}}}}}\n'
    ),
    require(
        "a frame without end",
        "characters",
        f'attributes: {{a: {{wording: {{en: {{frames: "{"[a] " * 5000}{{value}}"}}}}}}}}\n',
    ),
    # What has to be stopped while it runs
    Hostile(
        "loops over everything",
        "steps",
        {
            "facts.yaml": "format: claims-facts/1\nentities:\n"
            + "".join(f"  e{number}: {{type: t, facts: {{n: {number}}}}}\n" for number in range(2000)),
            "rules.yaml": RULES + "derive: [{id: r, for: {a: t, b: t, c: t}, set: a.x, to: b.n + c.n}]\n",
        },
    ),
    Hostile(
        "sums over everything",
        "steps",
        {
            "facts.yaml": "format: claims-facts/1\nentities:\n"
            + "".join(f"  e{number}: {{type: t, facts: {{n: {number}}}}}\n" for number in range(2000)),
            "rules.yaml": RULES
            + "derive: [{id: r, for: {a: t}, set: a.x, to: sum(sum(c.n + b.n for c in t) for b in t)}]\n",
        },
    ),
    # Tables and mappings
    Hostile(
        "a table outside",
        "outside",
        {"t.map.yaml": "format: claims-mapping/1\nfile: ../../etc/passwd\nentity: A\nattributes: {n: B}\n"},
    ),
    Hostile(
        "a table of one cell", "field limit", {"facts.csv": "subject,attribute,value\no,n," + "9" * 200_000 + "\n"}
    ),
    Hostile("records without end", "nested too deep", {"facts.jsonl": "[" * DEEP + "\n"}),
)

MEGABYTES = 200
_FACTS = (".yaml", ".csv", ".jsonl")


def told(hostile: Hostile) -> list[str]:
    """What is told of files in the current folder: each mistake with its place and its hint."""
    rules = [name for name in hostile.files if name == "rules.yaml"]
    try:
        Checker.load([name for name in hostile.files if name not in rules], ["core/1", *rules])
    except LoadError as error:
        return [f"{found.path}:{found.line}:{found.column}: {found.message} ({found.hint})" for found in error.problems]
    return []


def main() -> None:
    """Load all hostile files under a limit of memory."""
    Checker.load([Path("facts")], ["core/1"])
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEGABYTES * 1_000_000, resource.RLIM_INFINITY))
    found = {}
    for number, hostile in enumerate(HOSTILE):
        folder = Path(sys.argv[1], str(number)).absolute()
        folder.mkdir()
        for name, text in hostile.files.items():
            (folder / name).write_text(text, "utf-8")
        os.chdir(folder)
        found[hostile.name] = told(hostile)[:20]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
