"""What a document knows of itself, and what the caller says."""

import pytest

from claims.documents import SUFFIXES, read
from claims.documents.formats import FORMATS
from claims.errors import UsageError
from claims.model.dates import PartialDate
from claims.model.document import BlockKind

_FRONT = "---\ndate: 2024-10-01\nlang: fr-CA\nabout: [coalition, togo]\ntitle: T\n---\nText.\n"


def test_what_front_matter_says():
    """Date, language and subject come from the front matter."""
    document = read(_FRONT, path="a/b.md")
    assert document.id == document.path == "a/b.md"
    assert document.date == PartialDate.of(2024, 10, 1)
    assert document.language == "fr"
    assert document.about == ("coalition", "togo")
    assert document.where == ()


def test_the_caller_wins():
    """What the caller says is not changed by what the text says."""
    date = PartialDate.of(2020)
    where = (("region", "eu"),)
    document = read(_FRONT, path="b.md", id="x", language="en", date=date, about=("mali",), where=where)
    assert (document.id, document.language, document.date) == ("x", "en", date)
    assert (document.about, document.where) == (("mali",), where)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-10", "2024-10"),
        ("2024", "2024"),
        ("2024-10-01T23:30:00+02:00", "2024-10-01"),
        ("2024-10-01 23:30:00.25 Z", "2024-10-01"),
        ("'2024-10-01'", "2024-10-01"),
        ("yesterday", None),
        ("2024-13-01", None),
        ("{a: b}", None),
        ("[2024-10-01, 2024-10-02]", None),
    ],
)
def test_dates_of_front_matter(written, date):
    """A date keeps its precision, a time stamp gives its day, and what is no date says nothing."""
    document = read(f"---\ndate: {written}\n---\nText.\n", format="markdown", language="en")
    assert (str(document.date) if document.date else None) == date


@pytest.mark.parametrize(
    ("front", "about"),
    [
        ("about: togo", ("togo",)),
        ("about:\n- togo\n- mali", ("togo", "mali")),
        ("About: [togo]", ("togo",)),
        ("x: {about: togo}", ()),
        ("about: {togo: mali}", ()),
        ("about: [[togo], mali]", ("mali",)),
        ("x: &a togo\nabout: *a", ()),
        ("[a, b]: c\nabout: togo", ("togo",)),
        ("about: togo\nabout", ()),
    ],
)
def test_subjects_of_front_matter(front, about):
    """One id or a flat list of them; nothing from deeper down, aliases or broken YAML."""
    assert read(f"---\nk: v\n{front}\n---\nText.\n", format="md", language="en").about == about


@pytest.mark.parametrize(
    ("front", "date", "language", "about"),
    [
        (
            'date = 2024-10-01T10:00:00Z\nlang = "fr-CA"\nabout = ["togo", "mali", 7]',
            "2024-10-01",
            "fr",
            ("togo", "mali"),
        ),
        ('Date = "2024-10"\nlanguage = "de"\nabout = "togo"', "2024-10", "de", ("togo",)),
        ("date = 2024-10-01\nbroken =", None, "en", ()),
        ("a = " + "[" * 5000, None, "en", ()),
        ("about = 7", None, "en", ()),
    ],
)
def test_front_matter_in_toml(front, date, language, about):
    """TOML says the same things, and broken TOML nothing."""
    document = read(f"+++\n{front}\n+++\nIt is what it was.\n", format="markdown")
    assert (str(document.date) if document.date else None, document.language, document.about) == (date, language, about)
    assert [block.text for block in document.blocks] == ["It is what it was."]


@pytest.mark.parametrize("front", ["a: " + "[" * 60000, "a: " + "x" * 70000, "a: &a [x]\n" + "b: *a\n" * 9000])
def test_hostile_front_matter(front):
    """Deep, long or repetitive front matter is passed over in no time."""
    document = read(f"---\n{front}\n---\nText.\n", format="markdown", language="en")
    assert [block.text for block in document.blocks] == ["Text."]


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.md", "x y"), ("A.MARKDOWN", "x y"), ("a.txt", "*x* y"), ("md", "*x* y"), ("a.rst", "*x* y"), (None, "*x* y")],
)
def test_the_suffix_decides(path, text):
    """The format is that of the suffix; anything else is plain text."""
    assert read("*x* y", path=path, language="en").blocks[0].text == text


def test_the_format_can_be_named():
    """A name wins over the suffix, and one that does not exist is refused with those that do."""
    assert read("*x* y", path="a.txt", format="md", language="en").blocks[0].text == "x y"
    with pytest.raises(UsageError, match="plain, markdown"):
        read("x", format="wordperfect")


def test_formats_are_told_apart():
    """Names and suffixes are unique."""
    names = [format_.name for format_ in FORMATS]
    assert len(set(names)) == len(names)
    assert len(set(SUFFIXES)) == len(SUFFIXES)


def test_nothing_given():
    """A text without path and id has an id all the same, and its language is found out."""
    document = read("La Coalition compte 84 membres depuis la réunion de Washington.")
    assert document.id
    assert document.path is None
    assert document.language == "fr"
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "unit", ["> ", "- ", "* ", "[", "![", "**a ", "`", "<", "<!--", "&", "|", "a|b\n-|-\n", "\\\n", "é*"]
)
def test_hostile_markdown(unit):
    """Fifty thousand times the same mark neither breaks the reader nor holds it up."""
    document = read(unit * (50_000 // len(unit)), format="markdown", language="en")
    assert document.source.startswith(unit)


@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "{}",
        "<A ",
        "<A>",
        "<A b={",
        "</A>",
        "`",
        "{`",
        "{'",
        "{/*",
        "import {\n\n",
        "export a\n\n",
        "<A>\n  ",
        "```\n",
    ],
)
def test_hostile_mdx(unit):
    """Nor do brackets, tags and words of programs that never end."""
    document = read(unit * (50_000 // len(unit)), format="mdx", language="en")
    assert document.source.startswith(unit)


def test_code_spans_of_all_lengths():
    """Three hundred code spans that begin and never end are looked for in their paragraph only."""
    source = " x ".join("`" * length for length in range(1, 300)) + "\n\n" + "text " * 10_000
    assert read(source, format="mdx", language="en").blocks[-1].text.startswith("text")
