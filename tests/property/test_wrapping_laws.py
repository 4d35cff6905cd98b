"""Known sentences in any valid markup: the same claims with the same verdicts, each at the place where it stands.

Each format has a way to decorate a word of a sentence (which may leave its letters unlike the source: an entity, an
escape), a way to put sentences into blocks, and things around them that are no prose. Whatever is drawn, the claims of
the sentences are found in their order, and what stands in the source at the place of each value is the value as it was
decorated.
"""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.checker import Checker
from claims.documents import read
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.verdict import Verdict
from tests.fuzz.contract import check_document, packed

ACME = Entity("acme", names={"": ("Acme",)})
CHECKER = Checker.of(FactSet({"acme": ACME}), Rules()).with_facts(
    [Fact("acme", "staff", 84), Fact("acme", "boats", 1200)]
)
SENTENCES = (
    ("Acme has 84 staff.", "84", Verdict.SUPPORTED),
    ("Acme has 85 staff.", "85", Verdict.CONTRADICTED),
    ("Acme has 1,200 boats.", "1,200", Verdict.SUPPORTED),
    ("Été 🙂 e\u0301: Acme has 1,300 boats.", "1,300", Verdict.CONTRADICTED),
    ("Nothing is said here.", None, None),
)


@dataclass(frozen=True)
class Markup:
    """A format. ``words`` decorate a word, ``blocks`` a sentence, ``others`` are no prose; ``whole`` joins them.

    ``whole`` gives what is read, with what else :func:`claims.documents.read` is told.
    """

    name: str
    words: tuple[str, ...]
    blocks: tuple[str, ...]
    others: tuple[str, ...]
    joined: str = "\n\n"
    escape: object = str
    fields: tuple[str, ...] = ()
    text_format: str | None = None

    def read(self, source):
        """The document that the source of this format is."""
        data = packed(source.encode()) if self.name == "docx" else source
        given = {"path": f"a.{self.name}", "fields": self.fields} if self.fields else {}
        return read(data, format=self.text_format if self.fields else self.name, language="en", **given)


def _in_xml(word):
    return word.replace("&", "&amp;").replace("<", "&lt;")


_RUN = "<w:r><w:rPr>{}</w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>".format
MARKUPS = (
    Markup("plain", ("{}",), ("{}", "- {}", "1. {}", "  {}"), ("====",)),
    Markup(
        "markdown",
        ("{}", "**{}**", "*{}*", "[{}](https://x.example/9)", "<b title='9'>{}</b>", "{}<!-- 9 -->", "~~9~~{}"),
        ("{}", "# {}", "> {}", "- {}", "1. {}", "- [ ] {}", "| {} | x |\n|---|---|", "<div>\n\n{}\n\n</div>"),
        ("```\n9 staff\n```", "<!-- Acme has 9 staff. -->", "[x]: /9", "***", "![9](9.png)"),
    ),
    Markup(
        "mdx",
        ("{}", "**{}**", "<Big n={{9}}>{}</Big>", "{{/* 9 */}}{}", "[{}](/9)"),
        ("{}", "# {}", "> {}", "- {}", "<Card a='9'>\n  {}\n</Card>"),
        ("import X from '9'", "export const staff = 9", "<Icon n={9} />", "```\n{9 staff\n```"),
    ),
    Markup(
        "html",
        ("{}", "<b>{}</b>", "<a href='?9>'>{}</a>", "{}<!-- 9 -->", "<del>9</del>{}", "<span\n>{}</span>"),
        ("<p>{}</p>", "<li>{}", "<h2>{}</h2>", "<td>{}</td>", "<div><p>{}", "<dd>{}"),
        ("<script>Acme has 9 staff</script>", "<!-- 9 -->", "<pre>9</pre>", "<img alt=9>", "<style>9{}</style>"),
        joined="\n",
        escape=_in_xml,
    ),
    Markup(
        "docx",
        (
            _RUN("", "{}"),
            _RUN("<w:b/>", "{}"),
            "<w:hyperlink>" + _RUN("", "{}") + "</w:hyperlink>",
            "<w:ins>" + _RUN("<w:i/>", "{}") + "</w:ins>",
            _RUN("<w:vanish/>", "9") + _RUN("", "{}"),
            "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>" + _RUN("", "{}"),
        ),
        (
            "<w:p>{}</w:p>",
            "<w:p><w:pPr><w:pStyle w:val='heading 1'/></w:pPr>{}</w:p>",
            "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
            "<w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
        ),
        (
            "<w:p/>",
            "<w:p><w:r><w:drawing><w:x/></w:drawing></w:r></w:p>",
            "<w:p><w:r><w:instrText>9</w:instrText></w:r></w:p>",
        ),
        joined="",
        escape=_in_xml,
    ),
)


def _decorated(markup, sentence, choose):
    """A sentence with each word in markup of its own; and how its value is written."""
    words, value = sentence[0].split(" "), None
    for place, word in enumerate(words):
        words[place] = markup.words[choose(len(markup.words))].format(markup.escape(word))
    return words, value


def _gap(markup):
    return _RUN("", " ") if markup.name == "docx" else " "


@pytest.mark.parametrize("markup", MARKUPS, ids=lambda markup: markup.name)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_markup_around_the_words_changes_no_claim(markup, data):
    """Claims, verdicts and the words of their values are those of the bare sentences."""
    choose = lambda size: data.draw(st.integers(0, size - 1))  # noqa: E731
    chosen = [SENTENCES[choose(len(SENTENCES))] for _ in range(choose(5))]
    pieces = []
    for sentence in chosen:
        words, _ = _decorated(markup, sentence, choose)
        pieces.append(markup.blocks[choose(len(markup.blocks))].format(_gap(markup).join(words)))
        if choose(3) == 0:
            pieces.append(markup.others[choose(len(markup.others))])
    source = markup.joined.join(pieces)
    if markup.name not in ("docx", "html") and choose(2):
        source = source.replace("\n", "\r\n")
    document = markup.read(source)
    check_document(document)
    found = [
        (document.source[it.value_start : it.value_end], it.verdict)
        for it in CHECKER.check_documents([document]).claims
    ]
    assert found == [(value, verdict) for _, value, verdict in chosen if value], document.source


def _json(texts, choose):
    """The texts in JSON: a list, or objects, with some letters escaped."""
    written = [json.dumps(text, ensure_ascii=bool(choose(2))) for text in texts]
    return "[" + ",\n ".join(f'{{"a": {text}, "n": 9}}' if choose(2) else text for text in written) + "]"


def _yaml(texts, choose):
    """The texts in YAML, each in one of the five ways to write a string."""
    ways = (
        lambda text: json.dumps(text, ensure_ascii=bool(choose(2))).replace("\\ud83d\\ude42", "\\U0001F642"),
        lambda text: "'" + text.replace("'", "''") + "'",
        lambda text: "|\n    " + text.replace(" ", "\n    "),
        lambda text: ">-\n    " + text.replace(" ", "\n    "),
        lambda text: '"' + text.replace(" ", "\n    ") + '"',
    )
    return "".join(f"- {ways[choose(len(ways))](text)}\n" for text in texts) or "[]"


def _csv(texts, choose):
    """The texts in CSV, in quotes where they have a comma, or for no reason."""
    cells = [f'"{text}"' if "," in text or choose(2) else text for text in texts]
    return "n,a\n" + "".join(f"9,{cell}\n" for cell in cells)


@pytest.mark.parametrize(("suffix", "write"), [("json", _json), ("yaml", _yaml), ("csv", _csv)])
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_data_around_the_sentences_changes_no_claim(suffix, write, data):
    """In strings of data, however they are written, the claims are those of the bare sentences."""
    choose = lambda size: data.draw(st.integers(0, size - 1))  # noqa: E731
    chosen = [SENTENCES[choose(len(SENTENCES))] for _ in range(1 + choose(5))]
    source = write([text for text, *_ in chosen], choose)
    if choose(2):
        source = "\ufeff" + source.replace("\n", "\r\n")
    document = read(source, path=f"a.{suffix}", fields=("**",), language="en")
    check_document(document)
    found = [
        (document.source[it.value_start : it.value_end], it.verdict)
        for it in CHECKER.check_documents([document]).claims
    ]
    assert found == [(value, verdict) for _, value, verdict in chosen if value], source
