"""What a configuration says, seen in the reports of whole runs."""

import json

import pytest

from claims.cli import run
from claims.cli.status import FINDINGS, OK, TROUBLE

FACTS = """\
format: claims-facts/1
entities:
  acme:
    names: Acme
    type: organization
    facts:
      members:
        - {value: 79, from: 2018}
        - {value: 84, from: 2024}
      price:
        - {value: 9 EUR, where: {region: eu}}
        - {value: 12 EUR, where: {region: us}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A checkout with facts, as the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "facts.yaml").write_text(FACTS)
    return tmp_path


def configure(folder, text, name=".claims.yaml"):
    """Write a configuration."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def claims_of(capsys, *arguments):
    """The claims in the report on the arguments."""
    capsys.readouterr()
    run(["check", *arguments, "--output-format", "json"])
    return [claim for document in json.loads(capsys.readouterr().out)["documents"] for claim in document["claims"]]


@pytest.mark.parametrize(
    ("date", "verdict", "severity"),
    [
        ("document", "supported", "none"),
        ("latest", "outdated", "error"),
        ("2020-05", "supported", "none"),
        ("2024-05-01", "outdated", "warning"),
    ],
)
def test_a_path_is_judged_at_its_date(folder, capsys, date, verdict, severity):
    """Document, latest, or a date: each path by the entry that fits it, and others by their own date."""
    configure(folder, f"facts: facts.yaml\npaths:\n  - {{glob: 'news/**', date: {date}}}\n")
    text = "---\ndate: 2019-05-01\n---\n\nAcme has 79 members.\n"
    (folder / "news").mkdir()
    for name in ("news/a.md", "b.md"):
        (folder / name).write_text(text)
    inside, outside = (claims_of(capsys, name)[0] for name in ("news/a.md", "b.md"))
    assert (inside["verdict"], inside["severity"]) == (verdict, severity)
    assert outside["verdict"] == "supported"


def test_a_path_has_its_subject_and_qualifiers(folder, capsys):
    """`about` binds what names nobody, `where` chooses among facts."""
    paths = "[{glob: us.md, about: acme, where: {region: us}}, {glob: eu.md, about: acme, where: {region: eu}}]"
    configure(folder, f"facts: facts.yaml\npaths: {paths}\n")
    for name in ("us.md", "eu.md"):
        (folder / name).write_text("The price of Acme is 12 EUR.\n")
    verdicts = [claims_of(capsys, name)[0]["verdict"] for name in ("us.md", "eu.md")]
    assert verdicts == ["supported", "contradicted"]


def test_a_path_is_the_same_from_every_folder(folder, capsys, monkeypatch):
    """Globs are relative to the configuration, wherever the command is run."""
    configure(folder, "facts: facts.yaml\npaths:\n  - {glob: 'news/**', date: latest}\n")
    (folder / "news").mkdir()
    (folder / "news" / "a.md").write_text("Acme had 79 members in 2019. Acme has 79 members.\n")
    monkeypatch.chdir(folder / "news")
    assert [claim["severity"] for claim in claims_of(capsys, "a.md")] == ["none", "error"]


@pytest.mark.parametrize(
    ("severities", "status"),
    [("{}", FINDINGS), ("{contradicted: warning}", OK), ("{contradicted: note, acme.members: error}", FINDINGS)],
)
def test_severities_decide_the_status(folder, severities, status):
    """The last selector that fits decides."""
    configure(folder, f"facts: facts.yaml\nseverities: {severities}\n")
    (folder / "a.md").write_text("Acme has 85 members.\n")
    assert run(["check", "a.md"]) == status


def test_the_rest_of_a_configuration_works(folder, capsys):
    """select, ignore, exclude, fail_level and baseline are as the options."""
    (folder / "a.md").write_text("Acme has 85 members.\n")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "b.md").write_text("Acme has 86 members.\n")
    configure(folder, "facts: facts.yaml\nexclude: drafts\n")
    assert len(claims_of(capsys, ".")) == 1
    assert run(["check", "."]) == FINDINGS
    configure(folder, "facts: facts.yaml\nignore: acme.members\n")
    assert run(["check", "."]) == OK
    configure(folder, "facts: facts.yaml\nbaseline: known.json\n")
    assert run(["baseline", "."]) == OK
    assert (folder / "known.json").exists()
    assert run(["check", "."]) == OK
    assert run(["check", "drafts"]) == OK


def test_excludes_are_those_of_the_configuration_from_every_folder(folder, capsys, monkeypatch):
    """A glob with a folder in it is seen from the configuration's folder, wherever the command is run."""
    configure(folder, "facts: facts.yaml\nexclude: docs/old/\n")
    (folder / "docs" / "old").mkdir(parents=True)
    for name in ("docs/a.md", "docs/old/b.md"):
        (folder / name).write_text("Acme has 85 members.\n")
    assert len(claims_of(capsys, ".")) == 1
    monkeypatch.chdir(folder / "docs")
    assert len(claims_of(capsys, ".")) == 1
    assert run(["check", "old/b.md"]) == FINDINGS
    assert run(["check", "old/b.md", "--force-exclude"]) == OK


def test_a_configuration_extends_another(folder, capsys):
    """What the nearer one says wins, and what it does not say is as in the one that it extends."""
    configure(folder, "facts: facts.yaml\nfail_level: note\nseverities: {contradicted: note}\n")
    configure(folder, "extends: ../.claims.yaml\nfail_level: warning\n", "sub/.claims.yaml")
    (folder / "sub" / "a.md").write_text("Acme has 85 members.\n")
    assert run(["check", "sub"]) == OK
    configure(folder, "extends: ../.claims.yaml\nseverities: {acme.members: warning}\n", "sub/.claims.yaml")
    assert claims_of(capsys, "sub")[0]["severity"] == "warning"
    assert run(["check", "sub"]) == FINDINGS


def test_several_are_extended_in_their_order(folder, capsys):
    """Of two that are extended the later one wins, and a table of pyproject.toml can extend too."""
    configure(folder, "facts: facts.yaml\nseverities: {contradicted: note}\n", "one.yaml")
    configure(folder, "severities: {contradicted: warning}\n", "two.yaml")
    configure(folder, '[tool.claims]\nextends = ["one.yaml", "two.yaml"]\n', "pyproject.toml")
    (folder / "a.md").write_text("Acme has 85 members.\n")
    assert claims_of(capsys, "a.md")[0]["severity"] == "warning"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({".claims.yaml": "extends: .claims.yaml\n"}, ".claims.yaml:1:10: `.claims.yaml` extends this file in turn"),
        ({".claims.yaml": "extends: b.yaml\n", "b.yaml": "extends: .claims.yaml\n"}, "b.yaml:1:10"),
        ({".claims.yaml": "extends: ../b.yaml\n"}, "`../b.yaml` lies outside the project"),
        ({".claims.yaml": "extends: b.yaml\n"}, "b.yaml: no such file"),
        ({".claims.yaml": "extends: b.yaml\n", "b.yaml": "fact: x\n"}, "b.yaml:1:1: unknown key `fact`"),
    ],
)
def test_what_cannot_be_extended_is_an_error(folder, capsys, files, said):
    """A cycle, a file outside, one that is not there, one with mistakes: status 2, at the place."""
    for name, text in files.items():
        configure(folder, text, name)
    assert run(["check", "."]) == TROUBLE
    assert said in capsys.readouterr().err
