"""The page of the core vocabulary lists what the rules hold. ``REWRITE_GOLDEN=1 python -m pytest`` writes it anew."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from claims.languages import available

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "vocabulary.md"
TOPICS = ("people", "organisations", "places", "works", "events")
HEAD = "| attribute | what it says | type | values | changes | of | languages |\n|---|---|---|---|---|---|---|\n"
NAMES = {"name", "entity", "text", "list"}
PROMISED = {"en", "fr"}


def declared(topic):
    """The attributes of a topic; one that is ``like`` another has what that one has."""
    found = yaml.safe_load((ROOT / "rules" / f"core-{topic}.yaml").read_text(encoding="utf-8"))["attributes"]
    return {name: {**found.get(each.get("like"), {}), **each} for name, each in found.items()}


def row(name, attribute):
    cells = (
        f"`{name}`",
        attribute["description"],
        attribute["type"] + (f" in {attribute['unit']}s" if "unit" in attribute else ""),
        attribute.get("cardinality", "many" if attribute["type"] in NAMES else "one"),
        "yes" if attribute.get("changes") else "",
        ", ".join(attribute["of"]),
        " ".join(attribute["wording"]),
    )
    return "| " + " | ".join(cells) + " |\n"


def tables():
    return "".join(
        f"\n## {topic.capitalize()}\n\n{HEAD}"
        + "".join(row(name, attribute) for name, attribute in sorted(declared(topic).items()))
        for topic in TOPICS
    )


def cases():
    """How many claims the cases of binding expect, by language and attribute."""
    found = Counter()
    for path in (ROOT / "tests" / "cases" / "binding").glob("*.yaml"):
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
            found.update((case["language"], re.split(r"[.\[ ]", claim)[1]) for claim in case["claims"])
    return found


def test_the_page_lists_every_attribute_of_the_rules():
    """Name, meaning, type, cardinality, entity types and languages are those of the rules files."""
    text = PAGE.read_text(encoding="utf-8")
    head = text.split("\n## ")[0].rstrip("\n") + "\n"
    if os.environ.get("REWRITE_GOLDEN"):
        PAGE.write_text(head + tables(), encoding="utf-8")
        return
    assert text == head + tables()


def test_every_file_of_the_vocabulary_is_a_topic():
    """A rules file that begins with ``core-`` stands on the page."""
    assert {path.stem for path in (ROOT / "rules").glob("core-*.yaml")} == {f"core-{topic}" for topic in TOPICS}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_attribute_is_worded_in_the_promised_languages(topic):
    """English and French can say every attribute; no language is used that the program cannot read."""
    for name, attribute in declared(topic).items():
        assert set(attribute["wording"]) >= PROMISED, name
        assert set(attribute["wording"]) <= set(available()), name


@pytest.mark.parametrize("topic", TOPICS)
def test_every_wording_has_cases(topic):
    """Each attribute is read in at least two sentences of English and French, and in one of each other language."""
    read = cases()
    for name, attribute in declared(topic).items():
        few = {code for code in attribute["wording"] if read[code, name] < (2 if code in PROMISED else 1)}
        assert not few, name
