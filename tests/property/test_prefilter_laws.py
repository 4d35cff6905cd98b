"""Laws of looking before reading: a text that is skimmed is one from which nothing would have been read."""

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.checker import Checker
from claims.documents import read
from claims.documents.formats import FORMATS
from claims.documents.hidden import beginnings
from claims.loading import load
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Text
from claims.reading.names.index import Case
from claims.reading.prefilter import Prefilter

CORE, RULES = load((), ("core/1",))
FORMAT_NAMES = [format_.name for format_ in FORMATS if format_.is_text]

_NAMES = (
    "Global Coalition",
    "Coalition",
    "Café Œuvre",
    "G7",
    "EU",
    "U.S. Steel",
    "Saint-Denis",
    "Norville, Ohio",
    "Acme Ltd",
    "Straße 7",
    "Élan (boat)",
    "Ann Lee, Jr.",
    "3M",
    "ﬁne Ⅳ",
    "CAR",
)
# What can stand between two letters of a word, or between two words, so that readers see more or less than is written.
_MARKUP = (
    "*",
    "**",
    "_",
    "_*",
    "~~",
    "~~x~~",
    "[",
    "](u)",
    "](<u v> 't')",
    "](u(v)w)",
    "][r]",
    "]",
    "[^1]",
    "<b>",
    "</b>",
    "<b/>",
    "<span class='x y'>",
    '<i title="a>b">',
    "<!-- x -->",
    "<!---->",
    "<del>x</del>",
    "<sup>1</sup>",
    "<br>",
    "<p>",
    "</p><p>",
    "<Icon />",
    "<>",
    "{/* x */}",
    "{x}",
    "`",
    "`x`",
    "\\",
    "\\\n",
    "\n",
    "\r\n",
    "  \n",
    "\n> ",
    "\n\n",
    "|",
    "!",
    "![",
    "&nbsp;",
    "&shy;",
    "&#173;",
    "&eacute;",
    "&#233;",
    "&#233",
    "&eacute",
    "&#1;",
    "&amp;",
    "&nbsp",
    "&",
    "&#x301;",
    "\u00ad",
    "\u200b",
    "\u0301",
    "\u00a0",
    "-",
    "’",
    " ",
    ".",
    "<",
    ">",
    "(",
    ")",
)
_FRONT = (
    "",
    "---\ntitle: {}\n---\n",
    '---\ntitle: "{}"\n---\n',
    "---\ntitle: >-\n  {}\n---\n",
    "---\nabout: {}\n---\n",
    '+++\nabout = "{}"\n+++\n',
    "<!-- {} -->",
    "<!-- claims-disable-file {} -->\n",
    "{{/* claims-disable {} */}}\n",
    "<title>{}</title>",
    "[r]: u '{}'\n\n",
)
_ENTITIES = {
    "é": "&eacute;",
    "É": "&Eacute;",
    "Œ": "&OElig;",
    "ß": "&szlig;",
    " ": "&nbsp;",
    "7": "&#55;",
    "C": "&#x43;",
}


# Whom the facts know, and what they have as plain values. Few sets, for each takes its time to compile.
_KNOWN = (
    (("Coalition",), ()),
    (("Global Coalition", "EU", "CAR"), ("coalition", "Acme")),
    (("Café Œuvre", "Straße 7", "ﬁne Ⅳ"), ("e0",)),
    (("Saint-Denis", "Norville, Ohio", "Acme Ltd", "G7"), ("g7", "saint-denis")),
    (("U.S. Steel", "Élan (boat)", "Ann Lee, Jr.", "3M"), ()),
)


@cache
def _checker(known: int) -> Checker:
    names, texts = _KNOWN[known]
    owner = {1: "e0"}
    entities = {f"e{i}": Entity(f"e{i}", None, {"": (name,)}, of=owner.get(i)) for i, name in enumerate(names)}
    facts = tuple(Fact(f"e{i}", "members", Text(text)) for i, text in enumerate(texts))
    return Checker.of(FactSet(entities, CORE.attributes, facts), RULES)


@st.composite
def _written(draw):
    """A name as somebody may have written it: in other capitals, with entities, with markup run through it."""
    name = draw(st.sampled_from(_NAMES))
    name = draw(st.sampled_from([str, str.upper, str.lower, str.title]))(name)
    parts = []
    for letter in name:
        parts.append(_ENTITIES[letter] if letter in _ENTITIES and draw(st.booleans()) else letter)
        if draw(st.integers(0, 5)) == 0:
            parts.append("".join(draw(st.lists(st.sampled_from(_MARKUP), min_size=1, max_size=3))))
    return "".join(parts)


_filler = st.sampled_from(["the ", "has 84 members. ", "x", " 7 ", "a_b", "car ", "\n\n", "* ", "# ", "| "])
_text = st.lists(st.one_of(_written(), st.sampled_from(_MARKUP), _filler), max_size=8).map("".join)
_sources = st.tuples(st.sampled_from(_FRONT), st.one_of(_written(), _filler), _text).map(
    lambda parts: parts[0].format(parts[1].replace("{", "").replace("}", "")) + parts[2]
)


@settings(max_examples=300)
@given(known=st.integers(0, len(_KNOWN) - 1), form=st.sampled_from(FORMAT_NAMES), source=_sources)
@example(known=0, form="markdown", source="Coa**lition** has 84 members.")
@example(known=0, form="html", source="Coa&shy;<b>li</b>tion has 84 members.")
@example(known=0, form="markdown", source="Coa~~ x ~~lition Coa~~.x~~lition")
@example(known=0, form="markdown", source="the coalition has 84 members.")
@example(known=2, form="markdown", source="CAF&Eacute; &oelig;uvre has 84 members.")
def test_a_skimmed_text_names_nobody(known, form, source):
    """A text is skimmed only if its reader would see no name of anybody, and report nothing at all."""
    checker = _checker(known)
    if not read(source, path="x", format=form, sieve=checker.prefilter).is_skimmed:
        return
    document = read(source, path="x", format=form)
    assert not document.about
    seen = checker.reader.read(document)
    assert not [item.mention for item in seen.mentions if item.mention.entities]
    report = checker.check_documents([document])
    assert not report.claims
    assert not report.all_problems


@settings(max_examples=300)
@given(known=st.integers(0, len(_KNOWN) - 1), form=st.sampled_from(FORMAT_NAMES), source=_sources)
def test_the_source_never_says_no_where_the_prose_says_yes(known, form, source):
    """Looking at the source never says no where looking at the prose says yes: the second look only saves more."""
    prefilter = _checker(known).prefilter
    document = read(source, path="x", format=form)
    if prefilter.speaks_of(document) or document.comments or document.about:
        assert prefilter.may_speak_of(source, beginnings(source))


_MARKS = "ab*_~[]()<>{}&;#x1/!-\\\"' \n"


@given(form=st.sampled_from(FORMAT_NAMES), source=st.text(alphabet=_MARKS, max_size=60))
@example(form="html", source="<")
def test_whatever_the_marks_no_word_is_hidden(form, source):
    """A word that a reader sees stands in the source, or begins as one of its beginnings."""
    prefilter = Prefilter.of_names({"ab": Case.FREE, "ba": Case.FREE, "aba": Case.FREE, "bb aa": Case.FREE})
    if prefilter.speaks_of(read(source, path="x", format=form)):
        assert prefilter.may_speak_of(source, beginnings(source))
