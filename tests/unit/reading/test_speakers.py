"""Whose words a claim is."""

import pytest

from claims.checker import Checker

FACTS = """
format: claims-facts/1
entities:
  acme: {type: company, names: [Acme], facts: {employees: 5000}}
  ann: {type: person, names: [Ann Lee]}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    path = tmp_path_factory.mktemp("facts") / "facts.yaml"
    path.write_text(FACTS, "utf-8")
    return Checker.load([path])


@pytest.mark.parametrize(
    ("language", "text", "speaker", "quoted"),
    [
        ("en", '"Acme employs 6,000 people," Ann Lee said.', "Ann Lee", True),
        ("en", "“Acme employs 6,000 people,” said Bo Carr.", "Bo Carr", True),
        ("en", "Ann Lee has said that Acme employs 6,000 people.", "Ann Lee", False),
        ("en", "According to Jane Smith, Acme employs 6,000 people.", "Jane Smith", False),
        ("en", "Acme employs 6,000 people, according to the Ministry.", "Ministry", False),
        ("en", '"We are many. Acme employs 6,000 people."', None, True),
        ("en", "Acme employs 6,000 people.", None, False),
        ("en", 'The "Acme" group employs 6,000 people.', None, False),
        ("fr", "« Acme emploie 6 000 personnes », a déclaré Ann Lee.", "Ann Lee", True),
        ("fr", "Selon Ann Lee, Acme emploie 6 000 personnes.", "Ann Lee", False),
        ("de", "„Acme hat 6.000 Mitarbeiter“, sagte Ann Lee.", "Ann Lee", True),
        ("de", "Das Wort „Krise“ fällt nie. Acme hat 6.000 Mitarbeiter.", None, False),
        ("de", "Acme hat 6.000 Mitarbeiter, sagte Ann Lee.", "Ann Lee", False),
    ],
)
def test_a_claim_is_kept_with_its_speaker(checker, language, text, speaker, quoted):
    """Who is quoted, or said to have said it, is named, and it is told whether the words are literal."""
    (claim,) = checker.check(text, language=language).claims
    assert (claim.speaker, claim.quoted, claim.verdict) == (speaker, quoted, "contradicted")
    assert ("; " in claim.message) == (quoted or speaker is not None)
