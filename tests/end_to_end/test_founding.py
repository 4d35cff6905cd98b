"""The founding example, from files to verdicts: right as it stands, and one finding for every single change."""

from pathlib import Path

import pytest
import yaml

from claims import Checker

ROOT = Path(__file__).parents[2]
WRONG = {"contradicted", "outdated", "conflicting"}
ARTICLES = [
    yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests" / "cases" / "founding").glob("*.yaml"))
]


@pytest.fixture(scope="module")
def checker():
    return Checker.load(facts=[ROOT / "facts"], rules=[ROOT / "rules"])


def changes(kind):
    return [
        pytest.param(article, row, id=f"{article['language']}: {row['replace']} -> {row['with']}")
        for article in ARTICLES
        for row in article[kind]
    ]


def check(checker, article, text, date):
    return checker.check(text, language=article["language"], date=date)


def changed(article, row):
    assert article["text"].count(row["replace"]) == 1
    return article["text"].replace(row["replace"], row["with"])


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["language"])
def test_what_the_article_says_is_supported(checker, article, dated):
    """Every claim of the list is found at its words and supported; nothing is wrong; dated and undated."""
    text = article["text"]
    report = check(checker, article, text, article["date"] if dated else None)
    found = {text[claim.value_start : claim.value_end].replace("\n", " "): claim for claim in report.claims}
    for row in article["supported"]:
        claim = found[row["value"]]
        assert claim.verdict == "supported"
        entity, _, attribute = row["claim"].partition(".")
        assert claim.attribute == attribute
        assert claim.entity == entity or attribute == "anniversary"
        if "match" in row:
            assert claim.match == row["match"]
            assert any(step.children for step in claim.because)
    assert not [claim for claim in report.claims if claim.verdict in WRONG]
    assert report.ok()


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(("article", "row"), changes("wrong"))
def test_one_change_makes_one_finding(checker, article, row, dated):
    """A single wrong value gives exactly one root finding, at the value, with the right suggestion."""
    text = changed(article, row)
    report = check(checker, article, text, article["date"] if dated else None)
    roots = [claim for claim in report.claims if claim.verdict in WRONG and claim.caused_by is None]
    (claim,) = roots
    entity, _, attribute = row["claim"].partition(".")
    assert claim.attribute == attribute
    assert claim.entity == entity or attribute == "anniversary"
    assert claim.severity == "error"
    spans = [(item.start, item.end) for item in claim.items if item.verdict in WRONG]
    start, end = spans[0] if spans else (claim.value_start, claim.value_end)
    assert text[start:end] == row["at"]
    assert claim.suggestion is not None
    assert claim.suggestion.text == row["suggestion"]
    assert not report.ok()
    assert row["suggestion"] in report.feedback()


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(("article", "row"), changes("wrong"))
def test_the_suggestion_makes_it_right(checker, article, row, dated):
    """The text with the suggestion put in has no finding left."""
    date = article["date"] if dated else None
    text = changed(article, row)
    (claim,) = [c for c in check(checker, article, text, date).claims if c.verdict in WRONG and c.caused_by is None]
    mended = text[: claim.suggestion.start] + claim.suggestion.text + text[claim.suggestion.end :]
    assert not [c for c in check(checker, article, mended, date).claims if c.verdict in WRONG]


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(("article", "row"), changes("quiet"))
def test_true_variants_stay_quiet(checker, article, row, dated):
    """Another way of saying what is so is no finding."""
    report = check(checker, article, changed(article, row), article["date"] if dated else None)
    assert not [claim for claim in report.claims if claim.verdict in WRONG]


def test_more_guests_than_members_break_a_requirement(tmp_path):
    """Facts that contradict each other by a rule are a finding that names both of them."""
    facts = (ROOT / "facts" / "coalition.yaml").read_text(encoding="utf-8").replace("value: 37", "value: 97")
    (tmp_path / "coalition.yaml").write_text(facts, encoding="utf-8")
    for name in ("sahel.yaml", "countries.yaml"):
        (tmp_path / name).write_text((ROOT / "facts" / name).read_text(encoding="utf-8"), encoding="utf-8")
    report = Checker.load(facts=[tmp_path], rules=[ROOT / "rules"]).check("Nothing to see.")
    (failure,) = report.requirements
    assert failure.rule == "attendance-within-membership"
    assert {(fact.entity, fact.attribute) for fact in failure.evidence} >= {
        ("washington-2024", "attending_countries"),
        ("coalition", "members"),
    }
    assert not report.ok()


def test_four_lines_of_facts_are_enough(tmp_path):
    """An attribute that no rule words is worded by its own name."""
    path = tmp_path / "facts.yaml"
    path.write_text("format: claims-facts/1\nentities:\n  town:\n    facts: {bridges: 3}\n", encoding="utf-8")
    checker = Checker.load(facts=[path])
    right = checker.check("The town has 3 bridges.", language="en")
    wrong = checker.check("The town has four bridges.", language="en")
    assert [claim.verdict for claim in right.claims] == ["supported"]
    assert [(claim.verdict, claim.suggestion.text) for claim in wrong.claims] == [("contradicted", "three")]
