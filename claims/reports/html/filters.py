"""What of the page is shown: boxes by verdict, which work without a script, and what needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.model.verdict import Verdict
from claims.reports.html.cards import icon
from claims.reports.html.glosses import ICONS, UNCHECKED
from claims.reports.html.sections import Section
from claims.reports.markup import Markup, element, void
from claims.reports.page_words import PageWords


def filters(sections: Sequence[Section], words: PageWords) -> Markup:
    """The line of switches; nothing where there is nothing to show."""
    glosses = [gloss for section in sections for gloss in section.glosses]
    counts = Counter(gloss.kind for gloss in glosses)
    boxes = [_box(kind, counts[kind], words) for kind in ICONS if counts[kind]]
    if not boxes:
        return Markup("")
    entities = {gloss.claim.entity: gloss.claim.entity_name for gloss in glosses if gloss.claim}
    picks = [
        _pick("entity", words.entity, {key: _capital(name or key) for key, name in entities.items()}, words),
        _pick("document", words.document, {section.id: section.name for section in sections}, words),
    ]
    verdicts = element("fieldset", element("legend", words.show), *boxes)
    status = element("output", id="shown", data_template=words.shown, aria_live="polite")
    scripted = element("span", *picks, _steps(words), status, class_="scripted", hidden=True)
    return element("form", verdicts, scripted, id="filters")


def _box(kind: str, count: int, words: PageWords) -> Markup:
    word = words.unchecked if kind == UNCHECKED else words.verdicts[Verdict(kind)]
    box = void("input", type="checkbox", id=f"show-{kind}", checked=True, autocomplete="off")
    return element("label", box, icon(kind), word, " ", element("b", str(count)), class_=kind)


def _pick(name: str, label: str, choices: dict[str, str], words: PageWords) -> Markup:
    if len(choices) < 2:
        return Markup("")
    options = (element("option", text, value=key) for key, text in sorted(choices.items(), key=lambda it: it[1]))
    chooser = element("select", element("option", words.all, value=""), *options, id=f"only-{name}", autocomplete="off")
    return element("label", label, " ", chooser)


def _steps(words: PageWords) -> Markup:
    return element(
        "span",
        element("button", "↑", type="button", id="previous", aria_label=words.previous, title=words.previous),
        element("button", "↓", type="button", id="next", aria_label=words.following, title=words.following),
        class_="steps",
    )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
