"""When words that look like a claim are none: parts, changes, questions, wishes, negations.

"84 members, including 12 founders" says nothing of twelve members; "five new members" is a change; "would
have 90 members" is no assertion.
"""

from __future__ import annotations

from claims.model.values import ValueType
from claims.reading.binding.references import is_definite
from claims.reading.binding.scope import Scope
from claims.reading.items import Item, ItemKind
from claims.reading.phrases import any_phrase, phrase_at, phrase_before
from claims.reading.types import EVENT
from claims.reading.wording.begins import CHANGE, HYPOTHETICAL, NEGATION, PART
from claims.reading.wording.search import FrameMatch

REACH = 3
CLAUSE = 40
"""How many items a clause is looked back over."""
MAX_COUNTED = 4
"""How many words may name what is counted."""
AHEAD = 24
"""How many items of a phrase are looked at: it may end in a long list."""
EXCLUDED = "excluded"
"""The attribute's own wording says that it is not meant (``not:`` in the rules)."""


def veto(scope: Scope, match: FrameMatch, attribute: str, subject_item: int) -> str | None:
    """Why this match asserts nothing, or ``None``: a word for the report (``question``, ``part``...)."""
    items, lexicon, sentence = scope.items, scope.lexicon, scope.sentence
    if sentence.question:
        return "question"
    start = match.first
    last = min(match.last, start + AHEAD)
    if scope.begun & PART and phrase_before(lexicon.parts, items, sentence.first, start) >= 0:
        return "part"
    misplaced = _misplaced(scope, match, attribute)
    if misplaced:
        return misplaced
    end = last if _is_of_all(scope, start) else _reach(scope, last)
    if _excluded(scope, attribute, max(sentence.first, start - 1), end):
        return EXCLUDED
    if scope.begun & CHANGE and _changes(scope, match):
        return "change"
    left = min(start, subject_item) if subject_item >= 0 else start
    if scope.begun & HYPOTHETICAL and any_phrase(lexicon.hypotheticals, items, _clause_start(scope, left), last) >= 0:
        return "hypothetical"
    if scope.begun & NEGATION and any_phrase(lexicon.negations, items, max(left, start - REACH), last) >= 0:
        return "negated"
    return None


def _reach(scope: Scope, last: int) -> int:
    """How far what follows a phrase still belongs to it: a few words, and not into a clause of its own."""
    items, end = scope.items, min(scope.sentence.last, last + REACH)
    return next((i for i in range(last, end) if items[i].text in scope.lexicon.subordinators), end)


def _is_of_all(scope: Scope, i: int) -> bool:
    """Whether "all" stands before: "all 90 members attended" does say that there are 90."""
    return i > scope.sentence.first and scope.items[i - 1].text in scope.lexicon.universals


def _excluded(scope: Scope, attribute: str, first: int, last: int) -> bool:
    excluded = scope.lexicon.excluded.get(attribute)
    if excluded is None:
        return False
    items, stems, phrases = scope.items, excluded.stems, excluded.phrases
    for i in range(first, last):
        text = items[i].text
        begun = stems and text.startswith(stems) and items[i].kind == ItemKind.WORD
        if (begun or (text in phrases and phrase_at(phrases, items, i, last))) and not _in_a_filler(scope, i):
            return True
    return False


def _in_a_filler(scope: Scope, i: int) -> bool:
    """Whether a word is no word of its own but the end of a filler: "a present" (now) is not "present"."""
    items, lexicon = scope.items, scope.lexicon
    return any(
        items[j].text in lexicon.fillers and phrase_at(lexicon.fillers, items, j, scope.sentence.last) > i - j
        for j in range(max(scope.sentence.first, i - REACH), i)
    )


def _misplaced(scope: Scope, match: FrameMatch, attribute: str) -> str | None:
    """A label stands at the start; a count of a group's members is all of them only where it says so."""
    if match.end.group == "label" and match.first != scope.sentence.first and not scope.opens(match.first):
        return "not a label"
    if _is_of_another(scope, match, attribute):
        return "of something else"
    if _coordinated(scope, match) or _restricted(scope, match, attribute):
        return "part"
    return None


def _is_of_another(scope: Scope, match: FrameMatch, attribute: str) -> bool:
    """Whether the phrase goes on with whose it is: "the launch in 2011 of its satellite"."""
    i = match.last
    if match.entity >= 0 or match.value + 1 != i or i >= scope.sentence.last:
        return False
    return ValueType.DATE in scope.lexicon.types.get(attribute, ()) and _is_genitive(scope, i)


def _is_genitive(scope: Scope, i: int) -> bool:
    """Whether "of" stands at item ``i``, and no article with it."""
    text, lexicon = scope.items[i].text, scope.lexicon
    return text in lexicon.genitives and text not in lexicon.definites


def _coordinated(scope: Scope, match: FrameMatch) -> bool:
    """Whether the value is one member of a list that names others: "Norland, Sudland and 10 others"."""
    items, first = scope.items, scope.sentence.first
    if match.value < 0 or match.first != match.value:
        return False
    joint = phrase_before(scope.lexicon.joiners, items, first, match.value)
    return joint > first and (items[joint - 1].kind is ItemKind.NAME or items[joint - 1].upper)


def _restricted(scope: Scope, match: FrameMatch, attribute: str) -> bool:
    """Whether a count is of some only: "20 members that spend...", "two members in North America", "12 of staff"."""
    items, lexicon, i = scope.items, scope.lexicon, match.last
    if not _ends_with_counted(match) or i + 1 >= scope.sentence.last or not _counts(scope, attribute):
        return False
    if is_definite(scope, match.value):
        return False
    if items[i].text in lexicon.restrictives:
        return True
    after = items[i + 1]
    if items[i].text in lexicon.locatives:
        return after.text in lexicon.possessives or (after.upper and after.kind is not ItemKind.VALUE)
    return _is_genitive(scope, i) and _is_common(scope, after)


def _is_common(scope: Scope, item: Item) -> bool:
    """Whether an item is a plain noun: "12 members of staff"."""
    return item.kind is ItemKind.WORD and not item.upper and item.text not in scope.lexicon.small


def _ends_with_counted(match: FrameMatch) -> bool:
    """Whether what is counted ends the phrase: "has two members", but not "two members met"."""
    counted = match.filled.noun >= 0 or match.first < match.value
    return match.value >= 0 and counted and match.value + 1 < match.last <= match.value + 1 + MAX_COUNTED


def _counts(scope: Scope, attribute: str) -> bool:
    """Whether an attribute is a count; of what an event draws, the place after it is the event's."""
    return scope.counts(attribute) and EVENT not in scope.facts.attributes[attribute].of


def _changes(scope: Scope, match: FrameMatch) -> bool:
    if match.value < 0:
        return False
    changes, items = scope.lexicon.changes, scope.items
    before = phrase_before(changes, items, max(scope.sentence.first, match.value - 2), match.value)
    return before >= 0 or any_phrase(changes, items, match.value + 1, match.last) >= 0


def _clause_start(scope: Scope, i: int) -> int:
    least = max(scope.sentence.first, i - CLAUSE)
    while i > least:
        item = scope.items[i - 1]
        if item.kind is ItemKind.MARK and item.text in ",;:.":
            break
        i -= 1
    return i
