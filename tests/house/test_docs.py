"""Documents say what is so: links lead somewhere, paths exist, snippets load, lists are those of the code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer

from claims.checker import Checker
from claims.cli.app import app
from claims.documents.formats import FORMATS
from claims.loading import find_configuration, load, load_claims
from claims.model.factset import FactSet
from claims.model.verdict import Confidence, Match, Reason, Severity, Verdict

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")]))
FENCED = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
PATH = re.compile(r"`((?:claims|docs|rules|schemas|facts|tests|benchmarks|examples|\.ci)/[\w./-]*)`")


def _blocks(language: str, first: str = "") -> list[tuple[str, str]]:
    """The fenced blocks of a language that begin so, each with the page and number it is known by."""
    return [
        (f"{page.relative_to(ROOT).as_posix()}#{number}", text)
        for page in PAGES
        for number, (name, text) in enumerate(FENCED.findall(_text(page)), start=1)
        if name == language and text.startswith(first)
    ]


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _anchor(heading: str) -> str:
    """The anchor that a heading gets when it is shown as a page."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _layers(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    """Every relative link is to a file that is there, and its anchor to a heading of that file."""
    broken = []
    for link in LINK.findall(FENCED.sub("", _text(page))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in map(_anchor, HEADING.findall(_text(target)))):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_paths_that_are_named_exist(page):
    """Every path of the repository that a page names is there."""
    assert not [path for path in PATH.findall(_text(page)) if not (ROOT / path).exists()]


def test_every_page_is_in_the_list():
    """No page of docs/ is missing from its list."""
    listed = set(LINK.findall(_text(ROOT / "docs" / "README.md")))
    assert {page.name for page in PAGES if page.parent.name == "docs"} - {"README.md"} <= listed


@pytest.mark.parametrize(("_place", "text"), _blocks("yaml", "format: claims-facts/1"), ids=lambda value: value[:24])
def test_facts_in_documents_load(_place, text, tmp_path):
    """Every facts file that is shown can be copied and loaded, with the core vocabulary and without."""
    (tmp_path / "config").mkdir()
    for _, limits in _blocks("json"):
        (tmp_path / "config" / "limits.json").write_text(limits, encoding="utf-8")
    file = tmp_path / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    for rules in ([], ["core/1"]):
        facts, _ = load([file], rules)
        assert facts.entities


@pytest.mark.parametrize(("_place", "text"), _blocks("csv"), ids=lambda value: value[:24])
def test_tables_in_documents_load(_place, text, tmp_path):
    """Every table of facts that is shown gives a fact for each of its lines."""
    file = tmp_path / "facts.csv"
    file.write_text(text, encoding="utf-8")
    facts, _ = load([file], ["core/1"])
    assert len(facts.facts) == len(text.splitlines()) - 1


@pytest.mark.parametrize(("_place", "text"), _blocks("yaml", "format: claims-rules/1"), ids=lambda value: value[:24])
def test_rules_in_documents_load(_place, text, tmp_path):
    """Every rules file that is shown can be copied and loaded."""
    file = tmp_path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    facts, rules = load([], [file])
    assert facts.attributes or rules.derivations or rules.requirements or rules.policies


@pytest.mark.parametrize(("_place", "text"), _blocks("yaml", "format: claims-config/1"), ids=lambda value: value[:24])
def test_configurations_in_documents_load(_place, text, tmp_path):
    """Every configuration that is shown can be copied and is found."""
    (tmp_path / ".claims.yaml").write_text(text, encoding="utf-8")
    assert find_configuration(tmp_path / "note.md").path == tmp_path / ".claims.yaml"


@pytest.mark.parametrize(("_place", "text"), _blocks("yaml", "format: claims-claims/1"), ids=lambda value: value[:24])
def test_claims_in_documents_load(_place, text, tmp_path):
    """Every claims file that is shown can be copied and loaded."""
    file = tmp_path / "claims.yaml"
    file.write_text(text, encoding="utf-8")
    assert load_claims(file, FactSet())


def test_every_format_of_file_is_shown():
    """The pages that describe a format of files each show at least one whole file."""
    shown = {(place.partition("#")[0], text.split()[1]) for place, text in _blocks("yaml", "format: ")}
    assert {
        ("docs/facts-file.md", "claims-facts/1"),
        ("docs/rules-file.md", "claims-rules/1"),
        ("docs/claims-file.md", "claims-claims/1"),
        ("docs/command-line.md", "claims-config/1"),
    } <= shown


def test_the_python_page_runs(tmp_path, monkeypatch, capsys):
    """The page's Python, from top to bottom beside its facts file, works and says what the page says."""
    page = _text(ROOT / "docs" / "python.md")
    blocks = FENCED.findall(page)
    (facts,) = (text for name, text in blocks if name == "yaml")
    (tmp_path / "facts.yaml").write_text(facts, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile("".join(text for name, text in blocks if name == "python"), "python.md", "exec"), {})  # noqa: S102 (our own page)
    assert capsys.readouterr().out.startswith("outdated 48 → 62\n   Northbank Rowing Club has 62 members")


def _options(command, name: str = "") -> dict[str, set[str]]:
    """The long options of each command, by its words."""
    found = {name: {option for parameter in command.params for option in parameter.opts if option.startswith("--")}}
    for word, inner in getattr(command, "commands", {}).items():
        found |= _options(inner, f"{name} {word}".strip())
    return found


def test_the_command_line_page_has_every_format_of_texts():
    """Each suffix of files that are taken from a folder is named, the longer forms aside."""
    page = _text(ROOT / "docs" / "command-line.md")
    assert not [format_.name for format_ in FORMATS if f"`{format_.suffixes[0]}`" not in page]


def test_the_command_line_page_has_every_command_and_option():
    """Each command and each option is on the page, and nothing on it has gone."""
    commands = _options(typer.main.get_command(app))
    page = _text(ROOT / "docs" / "command-line.md")
    shown = set(re.findall(r"--[a-z][\w-]*", page))
    known = {option for options in commands.values() for option in options}
    assert shown - {"--help"} <= known
    assert known - {"--help", "--version"} <= shown
    leaves = {name for name in commands if name and not any(other.startswith(f"{name} ") for other in commands)}
    assert {name for name in leaves if f"claims {name} " not in page} == set()
    assert set(re.findall(r"^    claims ((?:[a-z]+ ?)+)", page, re.MULTILINE)) == {f"{name} " for name in leaves}


def test_the_commands_for_a_fresh_machine_are_the_same_everywhere(root):
    """Every page that shows how to install and test shows one pair of commands, which .ci/run goes by too."""
    lines = {line.strip().removeprefix("$ ") for page in PAGES for line in _text(page).splitlines()}
    commands = {line for line in lines if re.match(r"\S*python\S* -m (venv|pytest)|\S*pip install -e|pytest", line)}
    set_up = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && "
    main_job, tests = ".venv/bin/claims check examples --facts facts", ".venv/bin/python -m pytest"
    assert commands == {set_up + main_job, set_up + tests}
    everything = _text(root / ".ci" / "run")
    assert "-m pip install --quiet -e '.[dev,ray]'\n" in everything
    assert '/python" -m pytest\n' in everything


def test_the_layers_are_those_that_are_kept(root):
    """The rows in the architecture are the contract of import-linter."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    (_, drawn), *others = _blocks("layers")
    assert not others
    assert _layers(drawn) == contract["layers"]


def test_every_dependency_is_explained(root):
    """Each runtime dependency has its heading, and no heading is left of one that has gone."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {re.split(r"[<>=~!;\[ ]", name)[0] for name in project["project"]["dependencies"]}
    explained = set(HEADING.findall(_text(root / "docs" / "dependencies.md"))) - {"Dependencies", "Found wanting"}
    assert explained == needed


@pytest.mark.parametrize("words", [Verdict, Match, Reason, Severity, Confidence], ids=lambda words: words.__name__)
def test_the_glossary_explains_every_word_of_a_report(root, words):
    """Each word that can stand in a report is in the glossary, in code type."""
    glossary = _text(root / "docs" / "glossary.md")
    assert not [word for word in words if f"`{word}`" not in glossary]


@pytest.fixture(scope="module")
def glossary_checker(tmp_path_factory) -> Checker:
    """A checker for the facts that the glossary's examples are about."""
    ((_, text),) = (block for block in _blocks("yaml", "format: claims-facts/1") if "glossary" in block[0])
    file = tmp_path_factory.mktemp("glossary") / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    return Checker.load(facts=[file])


def _examples(columns: int) -> list[tuple[str, ...]]:
    """The rows of the glossary's tables with that many columns, whose first cell is in code type."""
    lines = _text(ROOT / "docs" / "glossary.md").splitlines()
    rows = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("| `"))
    return [row for row in rows if len(row) == columns]


@pytest.mark.parametrize(("words", "_meaning", "text", "time"), _examples(4), ids=lambda value: value[:40])
def test_examples_of_the_glossary_are_judged_as_it_says(glossary_checker, words, _meaning, text, time):
    """The first claim of each example has the verdict, match, reason or note in its first column."""
    date = {"as_of": time.strip("`").split()[1]} if "--as-of" in time else {"date": time}
    claim = glossary_checker.check(text, language="en", **date).claims[0]
    said = {claim.verdict, claim.match, claim.reason, claim.note}
    assert set(re.findall(r"`(\w+)`", words)) <= said


@pytest.mark.parametrize(("word", "_meaning", "text"), _examples(3), ids=lambda value: value[:40])
def test_examples_of_what_is_not_checked_are_not(glossary_checker, word, _meaning, text):
    """The value of each example is not checked, for the reason in its first column."""
    (document,) = glossary_checker.check(text, language="en").documents
    assert not document.claims
    assert {value.reason for value in document.unchecked} == {word.strip("`")}
