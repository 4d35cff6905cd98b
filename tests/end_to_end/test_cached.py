"""A checker from the cache reports the same, to the byte, as one made of the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims import Checker
from claims.compiled import keeping
from claims.documents import SUFFIXES, read
from claims.files.folders import find
from claims.reports import FORMATS, render

ROOT = Path(__file__).parents[2]
FEATURES = """\
format: claims-facts/1
as_of: 2024-10
sources:
  paper: {title: The Paper, published: 2024-10, rank: preferred}
  blog: {title: A Blog, rank: deprecated}
entities:
  acme:
    type: organization
    names: {en: [Acme Corporation], fr: [Société Acme]}
    short: {en: [the Corporation], fr: [la Société]}
    facts:
      founded: 1999-03
      staff:
        - {value: 80, from: 2018-09, until: 2019-06-25}
        - {value: 84, as_of: 2024-10, source: paper, quote: 84 people, recheck_by: 2025-10}
        - {value: 90, as_of: 2024-10, source: blog}
      price:
        - {value: 9 EUR, where: {region: eu}}
        - {value: 11 USD, where: {region: us}}
      height: {between: [60, 62]}
      weight: {about: 40000, within: 5%}
      temperature: {min: -20, max: 40}
      branches: {list: [Mali, Niger, Burkina Faso], complete: true}
      director: Ann Lee
      partner: {not: Senegal}
      version: 3.9
      revenue: {value: 123456789012345678901234567890.5, during: 2024-Q3}
      budget: unknown
      debt: none
      home: {entity: springfield}
  springfield: {type: place, names: Springfield, part_of: [shire], demonyms: {en: [Springfielder]}}
  shire: {type: place, names: The Shire}
  gala:
    type: event
    of: acme
    names: {en: [Acme gala], fr: [gala Acme]}
    facts: {date: 2024-09-30, host: Ann Lee, guests: 95}
"""
RULES = """\
format: claims-rules/1
attributes:
  staff:
    type: count
    changes: true
    of: [organization]
    wording:
      en: {nouns: [employee], frames: ["{entity} employs {value} {noun}"], not: [temporary]}
      fr: {nouns: [salarié], frames: ["{entity} (emploie|compte) {value} {noun}"]}
derive:
  - {id: age-at-gala, for: {e: event, o: e.of}, set: e.anniversary, to: year(e.date) - year(o.founded)}
  - {id: age, for: {o: organization}, set: o.age, to: "years_between(o.founded, at)"}
require:
  - {id: room, for: {e: event, o: e.of}, that: "e.guests <= at(o.staff, e.date)", message: "Too many guests."}
judge:
  - {select: acme.staff, tolerance: 1, severity: warning}
"""
TEXTS = {
    "note.en.md": (
        "# Acme Corporation\n\nThe Corporation employs **85** employees, was founded in 2001 and has a height of 61. "
        "In 2019 it employed 80 employees. Acme's age is 24. The price of Acme Corporation is 9 EUR. Its weight is "
        "41000. Acme Corporation has offices in Mali, Niger and Chad. The version of Acme Corporation is 3.9.2.\n"
    ),
    "note.fr.md": "La Société Acme compte 79 salariés. Le gala Acme s'est tenu le 30 septembre 2023.\n",
}


def _reports(facts: list[Path], rules: list[object], paths: list[Path], date: str | None = None) -> dict[str, str]:
    checker = Checker.load(facts, rules)
    documents = [read(path.read_bytes(), path=path.name) for path in paths]
    report = checker.check_documents(documents)
    later = checker.check((paths[0]).read_text(encoding="utf-8"), as_of="2024-12-01")
    return {f.name: render(report, f.name) + render(later, f.name) for f in FORMATS}


@pytest.fixture(params=["read at once", "in a table"])
def compare(tmp_path, monkeypatch, request):
    """Reports without the cache, on filling it, and from it; the facts in the form for few and in that for many."""
    if request.param == "in a table":
        monkeypatch.setattr(keeping, "LARGE", 0)

    def run(*arguments):
        monkeypatch.setenv("CLAIMS_CACHE_DIR", "")
        plain = _reports(*arguments)
        monkeypatch.setenv("CLAIMS_CACHE_DIR", str(tmp_path / "cache"))
        filling = _reports(*arguments)
        assert list((tmp_path / "cache").glob("facts-*"))
        assert bool(list((tmp_path / "cache").glob("names-*.sqlite"))) is (keeping.LARGE == 0)
        with monkeypatch.context() as without:
            without.delattr(keeping, "compile_facts")  # nothing is compiled any more
            recalled = _reports(*arguments)
        return plain, filling, recalled

    return run


@pytest.mark.parametrize(
    ("facts", "rules", "texts"),
    [
        (["facts"], ["core/1"], ["examples"]),
        (["benchmarks/coalition"], ["core/1"], ["examples"]),
        (["examples/election/facts"], ["core/1", "examples/election/rules.yaml"], ["examples/election"]),
    ],
)
def test_the_reports_are_the_same_on_what_ships(compare, facts, rules, texts):
    """Every output of the examples and of the benchmarks is the same from the cache, to the byte."""
    paths = find([ROOT / text for text in texts], SUFFIXES)
    assert paths
    named = [rule if "/1" in rule else ROOT / rule for rule in rules]
    plain, filling, recalled = compare([ROOT / path for path in facts], named, list(paths))
    assert filling == plain
    assert recalled == plain


def test_the_reports_are_the_same_for_every_feature_of_facts(compare, tmp_path):
    """Qualifiers, lists, ranges, sources, derived facts, rules by the day, failed requirements: all come back."""
    (tmp_path / "facts.yaml").write_text(FEATURES, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / name for name in TEXTS]
    plain, filling, recalled = compare([tmp_path / "facts.yaml"], ["core/1", tmp_path / "rules.yaml"], paths)
    assert "Too many guests" in plain["text"]
    assert filling == plain
    assert recalled == plain
