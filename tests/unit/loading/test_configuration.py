"""The configuration: found upwards, from YAML or TOML, with every mistake at its place."""

from __future__ import annotations

import pytest

from claims.errors import LoadError
from claims.loading import Configuration, JudgingDate, find_configuration, read_configuration
from claims.model.dates import PartialDate
from claims.model.verdict import Severity

YAML = """\
facts: [facts/, more.yaml]
rules: [core/1, rules/]
languages: fr
severities: {outdated: error, "acme.*": note}
select: [contradicted]
ignore: acme.price
exclude: [drafts/]
fail_level: warning
paths:
  - {glob: "news/**", date: document, about: [acme], where: {region: eu}}
  - {glob: "news/old/**", date: 2019-10}
  - {glob: "*.md", date: latest}
"""
TOML = """\
[project]
name = "x"

[tool.claims]
facts = ["facts/", "more.yaml"]
rules = ["core/1", "rules/"]
languages = "fr"
select = ["contradicted"]
ignore = "acme.price"
exclude = ["drafts/"]
fail_level = "warning"

[tool.claims.severities]
outdated = "error"
"acme.*" = "note"

[[tool.claims.paths]]
glob = "news/**"
date = "document"
about = ["acme"]
where = {region = "eu"}

[[tool.claims.paths]]
glob = "news/old/**"
date = "2019-10"

[[tool.claims.paths]]
glob = "*.md"
date = "latest"
"""


@pytest.mark.parametrize(("name", "text"), [(".claims.yaml", YAML), ("pyproject.toml", TOML)])
def test_both_files_say_the_same(name, text, tmp_path):
    """YAML and TOML give the same configuration, with paths from its folder."""
    (tmp_path / name).write_text(text)
    (tmp_path / "news" / "old").mkdir(parents=True)
    found = find_configuration(tmp_path / "news" / "old" / "text.md")
    assert found.path == tmp_path / name
    assert found.facts == (str(tmp_path / "facts"), str(tmp_path / "more.yaml"))
    assert found.rules == ("core/1", str(tmp_path / "rules"))
    assert (found.languages, found.select, found.ignore) == (("fr",), ("contradicted",), ("acme.price",))
    assert found.severities == (("outdated", Severity.ERROR), ("acme.*", Severity.NOTE))
    assert (found.exclude, found.fail_level) == (("drafts/",), Severity.WARNING)
    policies = [(policy.glob, policy.date) for policy in found.paths]
    assert policies == [
        ("news/**", JudgingDate.DOCUMENT),
        ("news/old/**", PartialDate.of(2019, 10)),
        ("*.md", JudgingDate.LATEST),
    ]


def test_what_holds_for_a_path_is_put_together(tmp_path):
    """Later entries go over earlier ones, field by field."""
    (tmp_path / ".claims.yaml").write_text(YAML)
    configuration = find_configuration(tmp_path)
    old = configuration.for_path(tmp_path / "news" / "old" / "a.txt")
    assert (old.date, old.about, old.where) == (PartialDate.of(2019, 10), ("acme",), (("region", "eu"),))
    assert configuration.for_path(tmp_path / "news" / "a.txt").date is JudgingDate.DOCUMENT
    assert configuration.for_path(tmp_path / "news" / "a.md").date is JudgingDate.LATEST
    assert configuration.for_path(tmp_path / "a.txt").date is None


def test_the_nearest_folder_counts(tmp_path):
    """A configuration further up is not looked at, `.claims.yaml` goes before `pyproject.toml`."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / ".claims.yaml").write_text("languages: en\n")
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert find_configuration(inner).languages == ("en",)
    (inner / "pyproject.toml").write_text("[tool.claims]\nlanguages = 'fr'\n")
    assert find_configuration(inner).languages == ("fr",)
    (inner / ".claims.yaml").write_text("languages: de\n")
    assert find_configuration(inner).languages == ("de",)
    assert find_configuration(inner / "pyproject.toml").languages == ("fr",)
    assert read_configuration(inner / "pyproject.toml").languages == ("fr",)


def test_no_configuration_is_the_defaults(tmp_path):
    """A file named without a table of ours gives the defaults too."""
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert read_configuration(tmp_path / "pyproject.toml").facts == ()
    assert Configuration().fail_level is None


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".claims.yaml", "fact: x\n", "1:1: unknown key `fact` (did you mean `facts`?)"),
        (".claims.yaml", "fail_level: eror\n", "1:13: unknown fail_level `eror` (did you mean `error`?)"),
        (".claims.yaml", "severities: {outdated: bad}\n", "1:24: unknown severity `bad`"),
        (".claims.yaml", "paths: [{date: latest}]\n", "1:9: a path needs `glob`"),
        (".claims.yaml", "paths: [{glob: x, date: soon}]\n", "1:25: `date` is `soon`"),
        (".claims.yaml", "format: claims-facts/1\n", "1:9: expected claims-config/1, found claims-facts/1"),
        (".claims.yaml", "a: [\n", "2:1: not YAML"),
        ("pyproject.toml", "[tool.claims]\n\nfact = 'x'\n", "3:1: unknown key `fact` (did you mean `facts`?)"),
        ("pyproject.toml", "[tool.claims]\nfail_level = 3\n", "2:1: unknown fail_level `3`"),
        (
            "pyproject.toml",
            "[[tool.claims.paths]]\nglob = 'a'\n[[tool.claims.paths]]\ndate = 'x'\n",
            "3:1: a path needs",
        ),
        ("pyproject.toml", "[tool.claims\n", "1:13: not TOML"),
        ("pyproject.toml", "x = " + "9" * 5000 + "\n", ": not TOML"),
    ],
)
def test_mistakes_have_their_place(name, text, message, tmp_path):
    """Also in TOML, whose parser tells none."""
    (tmp_path / name).write_text(text)
    with pytest.raises(LoadError) as caught:
        find_configuration(tmp_path)
    assert any(message in str(problem) for problem in caught.value.problems), str(caught.value)
