"""What holds of fixes, suppressions and baselines, whatever the text."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.checker import Checker
from claims.documents import read
from claims.editing.baselines import baseline_of, baseline_text, hide, read_baseline
from claims.editing.fixes import apply, fix, plan_fixes
from claims.model.dates import PartialDate
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.verdict import Severity
from claims.reports.findings import is_finding

ACME = Entity("acme", names={"": ("Acme",)})
CHECKER = Checker.of(FactSet({"acme": ACME}), Rules()).with_facts(
    [Fact("acme", "staff", 84), Fact("acme", "boats", 12), Fact("acme", "opened", PartialDate.parse("2014-09"))]
)
SENTENCES = (
    "Acme has 84 staff.",
    "Acme has 85 staff.",
    "Acme has **85** staff.",
    "Acme has 8*5* staff.",
    "Acme has 85&nbsp;staff.",
    "Acme has eighty-five staff.",
    "Acme has 12 boats and 80 staff.",
    "Acme has more than 90 staff.",
    "Acme has `85` staff.",
    "Acme has 1,200 boats <!-- claims-disable -->and 85 staff<!-- claims-enable -->.",
    "<!-- claims-disable-next-line acme.staff -->",
    "<b>Acme</b> has 13 boats.",
    "- Acme has 86 staff.",
    "# Acme has 87 staff",
    "Été 🙂.",
)
texts = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n"])), max_size=8
).map(lambda parts: "".join(sentence + end for sentence, end in parts))


def look(source, path="a.md"):
    """The document and its report."""
    document = read(source, path=path, language="en")
    return document, CHECKER.check_documents([document]).documents[0]


@settings(deadline=None, max_examples=60)
@given(text=texts)
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_twice_is_fixing_once(text, unsafe):
    """After a fix nothing more can be fixed, and there is no more to find than before."""
    document, report = look(text)
    fixed = fix(document, report, look, unsafe=unsafe)
    again, found = look(fixed.document.source)
    assert fix(again, found, look, unsafe=unsafe).document.source == fixed.document.source
    assert sum(map(is_finding, found.claims)) <= sum(map(is_finding, report.claims))


@settings(deadline=None, max_examples=60)
@given(text=texts)
def test_a_fix_changes_only_what_it_says(text):
    """Outside of its edits the source is the same, and each edit lies in one place of one block."""
    document, report = look(text)
    edits = plan_fixes(document, report).edits
    kept, position = [], 0
    for edit in edits:
        assert position <= edit.span.start < edit.span.end
        kept += (text[position : edit.span.start], edit.text)
        position = edit.span.end
    assert apply(text, edits) == "".join(kept) + text[position:]


@settings(deadline=None, max_examples=60)
@given(text=texts)
def test_a_text_can_be_silenced_as_a_whole(text):
    """With one comment nothing speaks any more, and every verdict stays."""
    _, report = look(text)
    _, quiet = look(f"{text}\n\n<!-- claims-disable-file -->\n")
    assert all(claim.severity is Severity.NONE for claim in quiet.claims)
    assert [claim.verdict for claim in quiet.claims] == [claim.verdict for claim in report.claims]


@settings(deadline=None, max_examples=60)
@given(parts=st.lists(texts, max_size=4), data=st.data())
def test_what_is_in_a_baseline_is_known_in_any_order(parts, data):
    """A report is clean against its own baseline, and stays so when its paragraphs move."""
    relative = partial(str)

    def report_on(paragraphs):
        return CHECKER.check_documents([read("\n\n".join(paragraphs), path="a.txt", language="en")])

    baseline = read_baseline(baseline_text(baseline_of(report_on(parts), relative)), "known.json")
    for order in (parts, data.draw(st.permutations(parts))):
        hidden = hide(report_on(order), baseline, relative)
        assert not any(map(is_finding, hidden.claims))
        assert hidden.problems == ()
