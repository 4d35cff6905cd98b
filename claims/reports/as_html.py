"""``html``: one page to pass on, with the texts, what is wrong in them, and what the facts say.

The first line says what is to be done: "2 to correct, 1 to check, 6 confirmed, 4 not checked". Then follow the
texts, each value marked by its verdict, with a card beside it that opens on the evidence. To correct is what the
facts contradict and was read with high confidence; to check, what was read less surely, and what the facts disagree
on. Verdicts can be shown and hidden without a script; with it also entities and documents, and the keys j and k (or
→ and ←) go from finding to finding.

The page stands alone: it loads nothing, and its policy allows no style and no script but its own two, so that
nothing from a text or a fact can run. Its frame speaks the language of most of the texts; the sentences about a
text are in the text's own. Prose is shown as it reads, without its markup. Where the texts hold more than two million
characters, those without anything to correct or to check are named and left out, and the page says so.
"""

from __future__ import annotations

from claims.files.shipped import page_asset
from claims.model.report import Report
from claims.reports.html.frame import Frame, stand_alone
from claims.reports.html.page import body
from claims.reports.html.sections import headline, language_of, sections_of
from claims.reports.page_words import page_words


def render(report: Report) -> str:
    """The report as one HTML document."""
    words, sections = page_words(language_of(report)), sections_of(report)
    frame = Frame(
        words.language,
        f"{words.title}: {headline(report, sections, words)}",
        style=page_asset("base.css") + page_asset("page.css"),
        script=page_asset("page.js"),
    )
    return stand_alone(frame, body(report, sections, words))
