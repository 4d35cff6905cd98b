"""Cards: a gloss opened up, with what the facts say, who says so, and how it was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.model.report import Because, Evidence, ReportClaim
from claims.model.verdict import Confidence, Verdict
from claims.reports import findings
from claims.reports.html.glosses import ICONS, UNCHECKED, Gloss
from claims.reports.markup import Markup, element, join
from claims.reports.page_words import PageWords, Task, task_of


def cards(glosses: Sequence[Gloss], words: PageWords) -> Markup:
    """Findings each on its own; what needs nothing done is gathered, so that it does not drown them."""
    loud = [_card(gloss, words) for gloss in glosses if gloss.is_finding]
    quiet = [
        _gathered(some, words)
        for task in Task
        if not _is_loud(task) and (some := [n for n in glosses if n.task is task])
    ]
    return join(*loud, *quiet)


def _is_loud(task: Task) -> bool:
    return task in (Task.CORRECT, Task.CHECK)


def _gathered(glosses: Sequence[Gloss], words: PageWords) -> Markup:
    if len(glosses) == 1:
        return _card(glosses[0], words)
    kinds = {gloss.kind for gloss in glosses}
    kind = kinds.pop() if len(kinds) == 1 else UNCHECKED
    said = element("span", words.count(words.tasks[glosses[0].task], len(glosses)), class_="word")
    summary = element("summary", icon(kind), said, lang=words.language)
    inner = (_card(gloss, words) for gloss in glosses)
    return element("details", summary, *inner, class_=f"gathered {kind}")


def _card(gloss: Gloss, words: PageWords) -> Markup:
    body = _of_claim(gloss.claim, words) if gloss.claim else _of_value(gloss, words)
    said = element("span", element("span", verdict_word(gloss, words), class_="word"), " ", correction(gloss))
    head = element("summary", icon(gloss.kind), said, lang=words.language)
    return element(
        "details",
        head,
        # the target is inside, because a browser that goes to it then opens what hides it
        element("div", *body, id=gloss.id, class_="body", tabindex="-1"),
        class_=f"card {gloss.kind}{' finding' if gloss.is_finding else ''}",
        data_kind=gloss.kind,
        data_entity=gloss.claim.entity if gloss.claim else None,
    )


def verdict_word(gloss: Gloss, words: PageWords) -> str:
    """The verdict as the page says it, in doubt where it is to be checked."""
    if gloss.claim is None:
        return words.unchecked
    word = words.verdicts[gloss.claim.verdict]
    wrong = gloss.claim.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED)
    return words.doubted.format(word=word) if wrong and gloss.task is Task.CHECK else word


def icon(kind: str) -> Markup:
    """The sign of a kind of gloss, which says nothing to those who hear the page: the word beside it does."""
    return element("span", ICONS[kind], class_="icon", aria_hidden="true")


def correction(gloss: Gloss) -> Markup:
    """What is written and what to write, as a proof-reader shows it; what is written, where nothing better is known."""
    new = gloss.claim.suggestion if gloss.claim else None
    old = " ".join(_written(gloss).split())
    if new is None:
        return element("span", old, class_="said")
    return element("span", element("del", old), " → ", element("ins", new.text))


def _written(gloss: Gloss) -> str:
    claim = gloss.claim
    if claim is None:
        return gloss.said or (gloss.value.quote if gloss.value else "")
    other_place = findings.replaced(claim) if claim.suggestion and not gloss.fix else None
    return other_place or gloss.said or findings.value_quote(claim) or findings.equation(claim)


def _of_value(gloss: Gloss, words: PageWords) -> Iterator[Markup]:
    reason = words.reason(gloss.value.reason) if gloss.value else ""
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
