"""Swapping values in texts: what is put in, what comes of it, and that it is bounded and repeatable."""

from __future__ import annotations

import json

import pytest

from claims.auditing.mutation import Outcome, mutate
from claims.auditing.tested import mutation_json, mutation_text
from claims.documents import read
from claims.errors import Problem

TEXT = "# Clubs\n\nAcme Society has **84 members**. It was founded in September 2014.\n"


def _mutate(checker, text, limit=100, path="note.md"):
    return mutate(checker, [read(text, path=path)], limit=limit)


def _told(found):
    return [(one.old, one.swap.text, one.outcome) for one in found.tried]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Acme Society has 84 members.", [("84", "94"), ("84", "31")]),
        ("Acme Society has eighty-four members.", [("eighty-four", "ninety-four"), ("eighty-four", "thirty-one")]),
        ("Globex League was founded in 1999.", [("1999", "2000"), ("1999", "2014")]),
        ("Acme Society has 85 members.", []),
        ("Acme Society has fewer than 90 members.", [("90", "80"), ("90", "31")]),
        ("It rains.", []),
    ],
)
def test_values_the_facts_support_are_swapped_as_the_text_writes_them(checker, text, told):
    """Another number or date, and another subject's value; what is wrong already is left alone."""
    found = _mutate(checker, text)
    assert _told(found) == [(old, new, Outcome.NOTICED) for old, new in told]


def test_a_bound_that_stays_true_is_no_fault(checker):
    """*At least 30* may become *at least 31* where there are 84: that is another subject's value, and true."""
    number, subject = _mutate(checker, "Acme Society has at least 30 members.").tried
    assert (number.swap.text, number.outcome) == ("90", Outcome.NOTICED)
    assert (subject.swap.text, subject.outcome) == ("31", Outcome.STILL_TRUE)


def test_what_nobody_would_notice_is_told_with_its_place(checker):
    """A swap after which nothing at its place is wrong goes unnoticed, for the reason the reader gives."""

    class Blind:
        """Sees members only where they are 84."""

        facts = checker.facts

        def check_documents(self, documents, **_):
            (document,) = documents
            blind = document.source.replace("94 members", "94 zeppels")
            return checker.check_documents([read(blind, path=document.path)])

    found = mutate(Blind(), [read(TEXT, path="note.md")], limit=1)
    assert [(one.line, one.column, one.outcome) for one in found.tried] == [(3, 20, Outcome.UNNOTICED)]
    assert "note.md:3:20: unnoticed: 84 → 94 (acme.members, another number): not checked, no wording" in mutation_text(
        found
    )


def test_the_number_of_swaps_is_bounded(checker):
    """What is beyond the limit is counted, not tried."""
    found = _mutate(checker, TEXT, limit=1)
    assert (len(found.tried), found.left_out) == (1, 3)
    assert mutation_text(found).endswith("1 swap in 1 document: 1 noticed, 3 left out (--limit)\n")


def test_the_same_texts_give_the_same_swaps(checker):
    """Nothing is left to chance."""
    assert mutation_json(_mutate(checker, TEXT)) == mutation_json(_mutate(checker, TEXT))


def test_texts_that_cannot_be_read_are_told(checker):
    """An unreadable text stands among the problems, and the others are tried."""
    found = mutate(checker, [Problem("x.md", None, None, "not there"), read(TEXT, path="note.md")], limit=9)
    assert mutation_text(found).startswith("x.md: not there\n")
    assert found.documents == 1


def test_json_has_every_swap(checker):
    """The JSON form holds the noticed swaps as well, with offsets in the source."""
    data = json.loads(mutation_json(_mutate(checker, TEXT)))
    first = data["swaps"][0]
    assert TEXT[first["start"] : first["end"]] == first["old"] == "84"
    assert data["summary"] == {"documents": 1, "noticed": 4, "still_true": 0, "unnoticed": 0, "left_out": 0}
