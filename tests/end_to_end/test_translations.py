"""Pages that say different things in different languages, without any fact to decide between them."""

from __future__ import annotations

import pytest

from claims.cli import run

FACTS = """\
format: claims-facts/1
entities:
  acme:
    type: organization
    names: {en: [Acme Corporation], fr: [Société Acme]}
    facts: {founded: 2014}
"""
ENGLISH = "---\ndate: 2024-10-01\n---\n\nAcme Corporation has 84 employees. Its headquarters is in Paris.\n"
FRENCH = "---\ndate: 2024-10-08\n---\n\nLa Société Acme compte {} salariés. Son siège est à {}.\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with an English page, and a function that writes another one in French."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "page.en.md").write_text(ENGLISH, "utf-8")

    def write(name, employees, seat):
        (tmp_path / name).write_text(FRENCH.format(employees, seat), "utf-8")
        return run(["check", "page.en.md", name, "--facts", "facts.yaml", "--isolated"])

    return write


def test_a_translation_that_says_something_else_is_found(site, capsys):
    """Both places are shown for each difference, and nothing is said of what agrees."""
    assert site("page.fr.md", 85, "Paris") == 1
    shown = capsys.readouterr().out
    assert "error: inconsistency: acme.employees is said to be 84 and 85\n" in shown
    assert "   page.en.md:5:22\n   page.fr.md:5:24\n" in shown
    assert "headquarters" not in shown


def test_a_faithful_translation_is_no_finding(site, capsys):
    """The same figures in other words are consistent."""
    assert site("page.fr.md", 84, "Paris") == 0
    assert "inconsistenc" not in capsys.readouterr().out


def test_another_page_may_give_the_figures_of_another_day(site, capsys):
    """What changes may differ between texts of different dates."""
    assert site("other.fr.md", 85, "Paris") == 0
    assert "inconsistenc" not in capsys.readouterr().out
