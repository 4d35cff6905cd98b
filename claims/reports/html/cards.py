"""Cards: a note opened up, with what the facts say, who says so, and how it was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.model.report import Because, Evidence, ReportClaim
from claims.model.verdict import Confidence, Verdict
from claims.reports import findings
from claims.reports.html.notes import ICONS, UNCHECKED, Note
from claims.reports.markup import Markup, element, join
from claims.reports.page_words import PageWords, Task, task_of


def cards(notes: Sequence[Note], words: PageWords) -> Markup:
    """Findings each on its own; what needs nothing done is gathered, so that it does not drown them."""
    loud = [_card(note, words) for note in notes if note.is_finding]
    quiet = [
        _gathered(some, words) for task in Task if not _is_loud(task) and (some := [n for n in notes if n.task is task])
    ]
    return join(*loud, *quiet)


def _is_loud(task: Task) -> bool:
    return task in (Task.CORRECT, Task.CHECK)


def _gathered(notes: Sequence[Note], words: PageWords) -> Markup:
    if len(notes) == 1:
        return _card(notes[0], words)
    kinds = {note.kind for note in notes}
    kind = kinds.pop() if len(kinds) == 1 else UNCHECKED
    said = element("span", words.count(words.tasks[notes[0].task], len(notes)), class_="word")
    summary = element("summary", icon(kind), said, lang=words.language)
    inner = (_card(note, words) for note in notes)
    return element("details", summary, *inner, class_=f"gathered {kind}")


def _card(note: Note, words: PageWords) -> Markup:
    body = _of_claim(note.claim, words) if note.claim else _of_value(note, words)
    said = element("span", element("span", verdict_word(note, words), class_="word"), " ", correction(note))
    head = element("summary", icon(note.kind), said, lang=words.language)
    return element(
        "details",
        head,
        # the target is inside, because a browser that goes to it then opens what hides it
        element("div", *body, id=note.id, class_="body", tabindex="-1"),
        class_=f"card {note.kind}{' finding' if note.is_finding else ''}",
        data_kind=note.kind,
        data_entity=note.claim.entity if note.claim else None,
    )


def verdict_word(note: Note, words: PageWords) -> str:
    """The verdict as the page says it, in doubt where it is to be checked."""
    if note.claim is None:
        return words.unchecked
    word = words.verdicts[note.claim.verdict]
    wrong = note.claim.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED)
    return words.doubted.format(word=word) if wrong and note.task is Task.CHECK else word


def icon(kind: str) -> Markup:
    """The sign of a kind of note, which says nothing to those who hear the page: the word beside it does."""
    return element("span", ICONS[kind], class_="icon", aria_hidden="true")


def correction(note: Note) -> Markup:
    """What is written and what to write, as a proof-reader shows it; what is written, where nothing better is known."""
    new = note.claim.suggestion if note.claim else None
    old = " ".join(_written(note).split())
    if new is None:
        return element("span", old, class_="said")
    return element("span", element("del", old), " → ", element("ins", new.text))


def _written(note: Note) -> str:
    claim = note.claim
    if claim is None:
        return note.said or (note.value.quote if note.value else "")
    other_place = findings.replaced(claim) if claim.suggestion and not note.fix else None
    return other_place or note.said or findings.value_quote(claim) or findings.equation(claim)


def _of_value(note: Note, words: PageWords) -> Iterator[Markup]:
    reason = words.reason(note.value.reason) if note.value else ""
    yield element("p", _sentence(reason), lang=words.language)


def _of_claim(claim: ReportClaim, words: PageWords) -> Iterator[Markup]:
    yield element("p", _sentence(claim.message))
    yield from (_fact(fact, words) for fact in claim.evidence)
    yield from (element("p", remark, class_="remark", lang=words.language) for remark in _remarks(claim, words))
    name = findings.fact_name(claim.entity, claim.attribute, claim.where)
    yield element("p", element("code", name), class_="reference")
    if claim.because:
        why = element("summary", words.why, lang=words.language)
        yield element("details", why, _tree(claim.because), class_="why", lang="en")


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."


def _remarks(claim: ReportClaim, words: PageWords) -> Iterator[str]:
    if claim.caused_by is not None:
        yield words.follows
    elif task_of(claim) is Task.ASIDE:
        yield words.silenced
    elif claim.confidence is Confidence.LOW:
        yield words.by_hand
    elif claim.confidence is Confidence.MEDIUM and findings.is_finding(claim):
        yield words.uncertain


def _fact(fact: Evidence, words: PageWords) -> Markup:
    place = f"{fact.path}:{fact.line}" if fact.path and fact.line else fact.path
    parts = [element("p", fact.statement)]
    if fact.quote or fact.source:
        parts.append(_source(fact, words))
    if place:
        parts.append(element("p", element("code", place), class_="reference"))
    return element("div", *parts, class_="fact")


def _source(fact: Evidence, words: PageWords) -> Markup:
    """Who says so, when, and in which words."""
    named = ", ".join(dict.fromkeys(filter(None, (fact.source_publisher, fact.source_title)))) or fact.source
    said = [_link(named, fact.source_url)] if named else []
    said += [f", {fact.source_published}"] if fact.source_published else []
    if fact.quote:
        said += [words.colon] if said else []
        said += [words.quoted.format(text=fact.quote)]
    return element("p", element("span", f"{words.source}{words.colon}", lang=words.language), *said)


def _link(text: str, url: str | None) -> str:
    """A link, where the address is one of the web; any other could run something."""
    if url is None or not url.lower().startswith(("https://", "http://")):
        return text
    return element("a", text, href=url, rel="noopener noreferrer")


def _tree(nodes: Iterable[Because]) -> Markup:
    return element("ul", *(element("li", node.text, _tree(node.children) if node.children else "") for node in nodes))
