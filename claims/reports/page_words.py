"""The words of the outputs that people read away from a terminal, one table a language.

To add a language, translate a table and add it to :data:`ALL`; a test holds the tables complete and their slots equal.
In ``[word|words]`` stand the word for one and for several.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, auto

from claims.dataclasses import dataclass
from claims.model.report import ReportClaim
from claims.model.verdict import Confidence, Severity, Verdict
from claims.reports.statements import choose_form
from claims.reports.summary import in_words


class Task(IntEnum):
    """What a reader has to do about a value that was read, the most urgent first.

    What is set ``ASIDE`` follows from another finding, or is silenced.
    """

    CORRECT = auto()
    CHECK = auto()
    CONFIRMED = auto()
    UNCHECKED = auto()
    ASIDE = auto()


def task_of(claim: ReportClaim) -> Task:
    """What to do about a claim: correct what is surely wrong, check what is not sure."""
    if claim.verdict is Verdict.SUPPORTED:
        return Task.CONFIRMED
    if claim.caused_by is None and claim.verdict is Verdict.UNVERIFIABLE and claim.severity is Severity.NONE:
        return Task.UNCHECKED
    if claim.caused_by is not None or claim.severity is Severity.NONE:
        return Task.ASIDE
    surely = claim.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED) and claim.confidence is Confidence.HIGH
    return Task.CORRECT if surely else Task.CHECK


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page says in one language. ``reasons`` are those of values that were not checked.

    ``singular``: the whole numbers that take the word for one.
    """

    language: str
    singular: tuple[int, ...]
    title: str
    tasks: Mapping[Task, str]
    nothing_read: str
    verdicts: Mapping[Verdict, str]
    doubted: str
    unchecked: str
    reasons: Mapping[str, str]
    documents: str
    skimmed: str
    values: str
    judged_at: str
    requirements: str
    inconsistencies: str
    problems: str
    contents: str
    show: str
    entity: str
    document: str
    all: str
    shown: str
    previous: str
    following: str
    keys: str
    line: str
    colon: str
    source: str
    quoted: str
    follows: str
    uncertain: str
    by_hand: str
    silenced: str
    why: str
    unreadable: str
    left_out: str
    elsewhere: str
    made_by: str

    def count(self, template: str, number: int) -> str:
        """A template with its number: "2 documents"."""
        return choose_form(template, single=number in self.singular).format(n=number)

    def reason(self, reason: str) -> str:
        """Why a value was not checked; the report's own word where this language has none."""
        return self.reasons.get(reason) or in_words(reason)


ENGLISH = PageWords(
    language="en",
    singular=(1,),
    title="Fact check",
    tasks={
        Task.CORRECT: "{n} to correct",
        Task.CHECK: "{n} to check",
        Task.CONFIRMED: "{n} confirmed",
        Task.UNCHECKED: "{n} not checked",
        Task.ASIDE: "{n} set aside",
    },
    nothing_read="No value was read.",
    verdicts={
        Verdict.SUPPORTED: "Confirmed",
        Verdict.CONTRADICTED: "Contradicted",
        Verdict.OUTDATED: "Outdated",
        Verdict.CONFLICTING: "Facts disagree",
        Verdict.UNVERIFIABLE: "Cannot be verified",
    },
    doubted="{word}?",
    unchecked="Not checked",
    reasons={
        "no_wording": "no rule words what it says",
        "no_entity": "nothing says whose value it is",
        "negated": "it is denied",
        "question": "it is asked, not said",
        "hypothetical": "it is supposed, not said",
        "change": "it is a change, not a state",
        "part": "it is a part, not the whole",
        "excluded": "it speaks of something else",
    },
    documents="{n} [document|documents]",
    skimmed="{n} of them [names|name] nothing that the facts know",
    values="{n} [value|values] read",
    judged_at="judged as of {date}",
    requirements="Requirements that the facts do not meet",
    inconsistencies="Places that exclude each other",
    problems="What texts and settings say to this check",
    contents="Contents",
    show="Show",
    entity="About",
    document="Document",
    all="everything",
    shown="{n} of {total} shown",
    previous="Previous finding",
    following="Next finding",
    keys="j and k, or → and ←, go from finding to finding; Enter opens one.",
    line="line {n}",
    colon=": ",
    source="Source",
    quoted="“{text}”",
    follows="Wrong only because another value is.",
    uncertain="To be checked: the text may mean something else.",
    by_hand="Check by hand: the text may well mean something else.",
    silenced="Silenced by the settings of this check.",
    why="How this was decided",
    unreadable="cannot be read",
    left_out="The text is left out, because the page would be too large; nothing in it is to be corrected.",
    elsewhere="Not in the text as it is shown here",
    made_by="Made by claims {version}. Only the given facts were used; nothing was sent anywhere.",
)
FRENCH = PageWords(
    language="fr",
    singular=(0, 1),
    title="Vérification des faits",
    tasks={
        Task.CORRECT: "{n} à corriger",
        Task.CHECK: "{n} à vérifier",
        Task.CONFIRMED: "{n} [confirmé|confirmés]",
        Task.UNCHECKED: "{n} non [contrôlé|contrôlés]",
        Task.ASIDE: "{n} [laissé|laissés] de côté",
    },
    nothing_read="Aucune valeur n’a été lue.",
    verdicts={
        Verdict.SUPPORTED: "Confirmé",
        Verdict.CONTRADICTED: "Contredit",
        Verdict.OUTDATED: "Périmé",
        Verdict.CONFLICTING: "Faits discordants",
        Verdict.UNVERIFIABLE: "Invérifiable",
    },
    doubted="{word}\u202f?",
    unchecked="Non contrôlé",
    reasons={
        "no_wording": "aucune règle ne connaît cette tournure",
        "no_entity": "rien ne dit de qui est cette valeur",
        "negated": "c’est nié",
        "question": "c’est demandé, pas affirmé",
        "hypothetical": "c’est supposé, pas affirmé",
        "change": "c’est une variation, pas un état",
        "part": "c’est une partie, pas le tout",
        "excluded": "il s’agit d’autre chose",
    },
    documents="{n} [document|documents]",
    skimmed="{n} ne [nomme|nomment] rien que les faits connaissent",
    values="{n} [valeur lue|valeurs lues]",
    judged_at="à la date du {date}",
    requirements="Exigences que les faits ne remplissent pas",
    inconsistencies="Passages qui s’excluent",
    problems="Ce que textes et réglages disent à cette vérification",
    contents="Sommaire",
    show="Afficher",
    entity="Sujet",
    document="Document",
    all="tout",
    shown="{n} sur {total} affichés",
    previous="Précédent",
    following="Suivant",
    keys="j et k, ou → et ←, vont d’un constat à l’autre\u202f; Entrée l’ouvre.",
    line="ligne {n}",
    colon="\u00a0: ",
    source="Source",
    quoted="«\u00a0{text}\u00a0»",
    follows="Faux seulement parce qu’une autre valeur l’est.",
    uncertain="À vérifier\u00a0: le texte peut vouloir dire autre chose.",
    by_hand="À vérifier à la main\u00a0: le texte veut peut-être dire autre chose.",
    silenced="Écarté par les réglages de cette vérification.",
    why="Comment cela a été établi",
    unreadable="illisible",
    left_out="Le texte est omis, la page serait trop grande\u202f; rien n’y est à corriger.",
    elsewhere="Hors du texte affiché ici",
    made_by="Établi par claims {version}. Seuls les faits donnés ont servi\u202f; rien n’a été envoyé nulle part.",
)
ALL = (ENGLISH, FRENCH)


def page_words(language: str) -> PageWords:
    """The table of a language (``fr-CA`` finds ``fr``); the English one where there is none."""
    code = language.partition("-")[0].lower()
    return next((table for table in ALL if table.language == code), ENGLISH)
