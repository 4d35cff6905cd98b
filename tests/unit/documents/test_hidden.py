"""Words that markup hides from whoever looks for them in the source."""

import pytest

from claims.documents import read
from claims.documents.hidden import ANYTHING, beginnings


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Plain **words** in _prose_, [links](https://example.org/a_b) and `code`.", []),
        ("Glo**bal**", ["global"]),
        ("**Glo**bal", ["global"]),
        ("*Glo*_bal_", ["global"]),
        ("_Glo_**bal**", ["global"]),
        ("[Glo](#x)bal", ["global"]),
        ("Glo[bal](#x)", ["global"]),
        ("[Glo][x]bal", ["global", "xbal"]),
        ("<b>Glo</b>bal", ["global"]),
        ("Glo<b>b</b>al", ["glob", "bal"]),
        ("[Glo](<#x y> 'z')bal", ["glo"]),
        ("Glo<span class='x'>bal</span>", ["glo"]),
        ("Glo<!-- x -->bal", ["glo"]),
        ("Glo~~x~~bal", ["glo", "x"]),
        ("Glo<del>x</del>bal", ["glo", "x"]),
        ("Glo[^1]bal", ["glo", "1bal"]),
        ("Glo{/* x */}bal", ["glo"]),
        ("Qu&eacute;bec and &Eacute;lan", ["quebec", "elan"]),
        ("Glo&shy;bal and Glo&#173;bal", ["global", "global"]),
        ("Glo&nbsp;bal, R&amp;D, a &lt; b, x?a=1&b=2", []),
        ("&nbspGlobal", [ANYTHING]),
        ("&nbsp&#x47;lobal", [ANYTHING]),
        ("&nbsp\u0301Global", ["global"]),
        ("x_&#x47;lobal", ["global", "xglobal"]),
        ("snake_case and __init__ and **bold**, *x*.", []),
        ("a < b, 3 *4, x [1] y ~5", []),
        ("<!-- claims-disable-file -->", [ANYTHING]),
        ("---\nabout: acme\n---\nIt has 84 members.", [ANYTHING]),
        ('---\ntitle: "Glo\\x62al"\n---\n', [ANYTHING]),
        ("---\ntitle: Global\n---\n", []),
        ("x" * 200 + "**y**", [ANYTHING]),
    ],
)
def test_beginnings_are_those_of_words_that_markup_runs_through(source, expected):
    """Each word that readers see and the source does not spell out is begun by what is certain of it, and no other."""
    assert list(beginnings(source)) == expected


def test_looking_for_hidden_words_takes_one_pass(work):
    """Twice the markup takes twice the work, however it is heaped."""
    for heap in ("a*", "a_*", "a<b><b>", "a[", "a](", "a&shy;", "_", "a~", "a<"):
        work.at_most_doubles(lambda size, heap=heap: heap * size, lambda source: list(beginnings(source)), 400)


class _Sieve:
    """Says what it is told to, and remembers what it was asked."""

    def __init__(self, may: bool, does: bool) -> None:
        self.answers = may, does
        self.asked = []

    def may_speak_of(self, text, begun=()):
        self.asked.append((text, list(begun)))
        return self.answers[0]

    def speaks_of(self, document):
        self.asked.append(document.id)
        return self.answers[1]


def test_a_source_that_names_nobody_is_not_parsed():
    """Of a skimmed document only the source, the name and the path are known."""
    sieve = _Sieve(may=False, does=True)
    document = read(b"Glo**bal** has 84 members.", path="a.md", sieve=sieve)
    assert (document.is_skimmed, document.blocks, document.path) == (True, (), "a.md")
    assert sieve.asked == [("Glo**bal** has 84 members.", ["global"])]


def test_prose_that_names_nobody_is_skimmed_too():
    """A name in code or in a link's target is not one in the prose."""
    assert read("`Global` has 84 members.", path="a.md", sieve=_Sieve(may=True, does=False)).is_skimmed


@pytest.mark.parametrize("given", [{"about": ("acme",)}, {"path": "a.md"}])
def test_what_says_more_than_its_prose_is_read(given):
    """A document that is about somebody, or that speaks to this program, is no document to skim."""
    source = "It has 84 members.\n\n<!-- claims-disable-file -->\n"
    assert not read(source, **given, sieve=_Sieve(may=bool(given.get("path")), does=False)).is_skimmed
