"""The page around the texts: the sentence that says it all, contents, filters, one section a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.model.report import ClaimPlace, DocumentReport, Evidence, Report
from claims.model.verdict import Verdict
from claims.reports import findings
from claims.reports.html.cards import cards, correction, icon, verdict_word
from claims.reports.html.notes import UNCHECKED, Note, count_tasks, notes_on
from claims.reports.html.placing import place
from claims.reports.html.prose import row, rows
from claims.reports.markup import Markup, element, lines, void
from claims.reports.page_words import ALL, PageWords, page_words
from claims.reports.summary import summarise

MOST_TEXT = 2_000_000
_KINDS = (
    Verdict.CONTRADICTED,
    Verdict.OUTDATED,
    Verdict.CONFLICTING,
    Verdict.SUPPORTED,
    Verdict.UNVERIFIABLE,
    UNCHECKED,
)


@dataclass(frozen=True, slots=True)
class _Section:
    """A document with the notes on it, and the id of its section."""

    document: DocumentReport
    notes: Sequence[Note]
    id: str

    @property
    def findings(self) -> list[Note]:
        return [note for note in self.notes if note.is_finding]


def language_of(report: Report) -> str:
    """The language of the frame: that of most documents, among those that have a table of words."""
    known = {table.language for table in ALL}
    counts = Counter(it.language.partition("-")[0] for it in report.documents if it.language)
    return next((language for language, _ in counts.most_common() if language in known), "en")


def headline(report: Report, words: PageWords) -> str:
    """The first line: "2 to correct, 1 to check, 6 confirmed, 4 not checked"."""
    return _headline(_sections(report), words)


def body(report: Report) -> Markup:
    """Everything inside ``<body>`` but the script."""
    words = page_words(language_of(report))
    sections = _sections(report)
    everything = [note for section in sections for note in section.notes]
    made_by = element("p", words.made_by.format(version=report.version))
    size = sum(len(section.document.text.source) for section in sections if section.document.text)
    main = element(
        "main",
        Markup("\n"),
        _across(report, sections, words),
        *(_section(section, words, whole=size <= MOST_TEXT or bool(section.findings)) for section in sections),
    )
    return lines(
        [
            _header(report, sections, words),
            _filters(sections, everything, words),
            main,
            element("footer", element("p", words.keys, class_="scripted", hidden=True), made_by),
        ]
    )


def _sections(report: Report) -> list[_Section]:
    return [
        _Section(document, notes_on(document, number), f"d{number}")
        for number, document in enumerate(report.documents, start=1)
    ]


def _headline(sections: Sequence[_Section], words: PageWords) -> str:
    counts = count_tasks(note for section in sections for note in section.notes)
    return ", ".join(words.count(words.tasks[task], number) for task, number in counts) or words.nothing_read


def _header(report: Report, sections: Sequence[_Section], words: PageWords) -> Markup:
    summary = summarise(report)
    facts = [words.count(words.documents, summary.documents), words.count(words.values, summary.values)]
    if report.as_of:
        facts.append(words.judged_at.format(date=report.as_of))
    return element(
        "header",
        element("p", words.title, class_="kicker"),
        element("h1", _headline(sections, words)),
        element("p", " · ".join(facts), class_="facts"),
        _contents(sections, words),
    )


def _contents(sections: Sequence[_Section], words: PageWords) -> Markup:
    """Every document with what is to be corrected and checked in it."""
    entries = [entry for section in sections for entry in _entries(section, words, several=len(sections) > 1)]
    return element("nav", element("ul", *entries), aria_label=words.contents) if entries else Markup("")


def _entries(section: _Section, words: PageWords, *, several: bool) -> Iterator[Markup]:
    inner = [_entry(section, note, words) for note in section.findings]
    if not several:
        yield from inner
    else:
        name = element("a", findings.document_name(section.document), href=f"#{section.id}", class_="name")
        counts = _counts(section, words)
        yield element("li", name, " ", counts, element("ul", *inner) if inner else "", class_="document")


def _entry(section: _Section, note: Note, words: PageWords) -> Markup:
    claim = note.claim
    text = correction(claim) if claim else ""
    line = element("span", words.line.format(n=claim.line), class_="line") if claim and claim.line else ""
    word = element("span", verdict_word(note, words), class_="word")
    inside = element("a", icon(note.kind), word, text, line, href=f"#{note.id}", class_=f"entry {note.kind}")
    return element("li", inside, lang=section.document.language)


def _counts(section: _Section, words: PageWords) -> Markup:
    if section.document.error:
        return element("span", words.unreadable, class_="counts")
    counts = count_tasks(section.notes)
    said = ", ".join(words.count(words.tasks[task], number) for task, number in counts)
    return element("span", said or words.nothing_read, class_="counts")


def _filters(sections: Sequence[_Section], notes: Sequence[Note], words: PageWords) -> Markup:
    """Boxes by verdict, which work without a script, and lists by entity and document, which need it."""
    counts = Counter(note.kind for note in notes)
    boxes = [_box(kind, counts[kind], words) for kind in _KINDS if counts[kind]]
    if not boxes:
        return Markup("")
    entities = {note.claim.entity: note.claim.entity_name for note in notes if note.claim}
    names = {section.id: findings.document_name(section.document) for section in sections}
    picks = [
        _pick("entity", words.entity, {key: _capital(name or key) for key, name in entities.items()}, words),
        _pick("document", words.document, names, words),
    ]
    steps = element(
        "span",
        element("button", "↑", type="button", id="previous", aria_label=words.previous, title=words.previous),
        element("button", "↓", type="button", id="next", aria_label=words.following, title=words.following),
        class_="steps",
    )
    status = element("output", id="shown", data_template=words.shown, aria_live="polite")
    scripted = element("span", *picks, steps, status, class_="scripted", hidden=True)
    verdicts = element("fieldset", element("legend", words.show), *boxes)
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


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _across(report: Report, sections: Sequence[_Section], words: PageWords) -> Markup:
    """What is said of no single place: failed requirements and inconsistencies."""
    failed = [
        element("li", element("code", it.rule), " ", it.message, _statements(it.evidence)) for it in report.requirements
    ]
    known = {(section.document.id, note.claim.id): note for section in sections for note in section.notes if note.claim}
    names = {section.document.id: findings.document_name(section.document) for section in sections}
    clashes = [
        element("li", clash.message, element("ul", *(_place(it, known, names) for it in clash.claims)))
        for clash in report.inconsistencies
    ]
    parts = [
        element("section", element("h2", title), element("ul", *found), class_="across")
        for title, found in ((words.requirements, failed), (words.inconsistencies, clashes))
        if found
    ]
    return lines(parts)


def _statements(facts: Iterable[Evidence]) -> Markup:
    return element("ul", *(element("li", fact.statement) for fact in facts))


def _place(stands: ClaimPlace, known: dict[tuple[str, str], Note], names: dict[str, str]) -> Markup:
    note = known.get((stands.document, stands.claim))
    if note is None or note.claim is None:
        return element("li", stands.claim)
    quote = element("span", " ".join((note.claim.quote or note.claim.message).split()), class_="said")
    return element("li", element("a", names[stands.document], href=f"#{note.id}"), " ", quote)


def _section(section: _Section, words: PageWords, *, whole: bool) -> Markup:
    document = section.document
    language = document.language if document.language != words.language else None
    about = " · ".join(filter(None, (document.date, language)))
    head = [
        element("h2", findings.document_name(document)),
        element("p", _counts(section, words), f" · {about}" if about else "", class_="about", lang=words.language),
    ]
    return element(
        "section",
        *head,
        Markup("\n"),
        *_rows(section, words, whole=whole),
        id=section.id,
        class_="document",
        lang=document.language,
    )


def _rows(section: _Section, words: PageWords, *, whole: bool) -> Iterator[Markup]:
    document, text = section.document, section.document.text
    if document.error:
        yield element("p", findings.problem_words(document.error), class_="hint")
    elif text is None:
        yield element("div", cards(section.notes, words), class_="cards alone")
    elif not whole:
        yield element("p", words.left_out, class_="hint", lang=words.language)
    else:
        placed = place(text.blocks, section.notes)
        yield from rows(text, placed, words)
        if placed.elsewhere:
            yield row(element("p", words.elsewhere, class_="hint"), placed.elsewhere, words)
