"""The words of the summary of a corpus, one table a language; verdicts and reasons are those of ``page_words.py``.

To add a language, translate a table and add it to :data:`ALL`; a test holds the tables complete and their slots equal.
In ``[word|words]`` stand the word for one and for several.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.dataclasses import dataclass
from claims.model.verdict import Reason, Severity, Verdict
from claims.reports.statements import choose_form


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """What a summary says in one language.

    ``singular``: the whole numbers that take the word for one; ``thousands`` stands between groups of digits.
    """

    language: str
    singular: tuple[int, ...]
    thousands: str
    title: str
    headline: str
    nothing_wrong: str
    nothing_read: str
    counts: Mapping[Verdict, str]
    documents: str
    documents_word: str
    claims: str
    values_word: str
    affected: str
    not_checked: str
    consequences: str
    silenced: str
    unreadable: str
    judged_at: str
    judged_latest: str
    severities: Mapping[Severity, str]
    reasons: Mapping[Reason, str]
    begin: str
    begin_facts: str
    begin_files: str
    facts: str
    entities: str
    files: str
    worst_documents: str
    months: str
    undated: str
    wrong_values: str
    changes: str
    disagreements: str
    undecided: str
    unstated: str
    unchecked: str
    could_not_read: str
    requirements: str
    findings: str
    about_facts: str
    about_entities: str
    about_files: str
    about_documents: str
    about_months: str
    about_wrong: str
    about_changes: str
    about_disagreements: str
    about_undecided: str
    about_unstated: str
    about_unchecked: str
    about_findings: str
    fact: str
    entity: str
    file: str
    document: str
    month: str
    verdict: str
    known: str
    said: str
    wrong: str
    total: str
    worst: str
    where: str
    kind: str
    reason: str
    example: str
    since: str
    period: str
    when: str
    as_table: str
    message: str
    same_time: str
    may_have_changed: str
    shown_of: str
    more_in_json: str
    missed: str
    more: str
    wrong_of: str
    facts_say: str
    contents: str
    share_of_values: str
    wrong_by_month: str
    most_in_month: str
    not_plotted: str
    nothing_to_mend: str
    show: str
    any_fact: str
    search: str
    page: str
    shown: str
    previous: str
    following: str
    reset: str
    sampled: str
    all_in_files: str
    contradiction: str
    made_by: str

    def number(self, number: int) -> str:
        """A whole number with its digits in groups."""
        return f"{number:,}".replace(",", self.thousands)

    def count(self, template: str, number: int) -> str:
        """A template with its number: "2,000 documents"."""
        return choose_form(template, single=number in self.singular).format(n=self.number(number))


ENGLISH = SummaryWords(
    language="en",
    singular=(1,),
    thousands=",",
    title="Fact check of a corpus",
    headline="{documents}, {claims}: {found}",
    nothing_wrong="nothing is wrong",
    nothing_read="No value was read.",
    counts={
        Verdict.SUPPORTED: "{n} confirmed",
        Verdict.CONTRADICTED: "{n} contradicted",
        Verdict.OUTDATED: "{n} out of date",
        Verdict.CONFLICTING: "{n} on which the facts disagree",
        Verdict.UNVERIFIABLE: "{n} that no fact decides",
    },
    documents="{n} [document|documents]",
    documents_word="documents",
    claims="{n} [claim|claims]",
    values_word="values",
    affected="[{n} document has|{n} documents have] something to mend",
    not_checked="{n} [value|values] not checked",
    consequences="{n} wrong only because another is",
    silenced="{n} silenced, counted here and in no list",
    unreadable="[{n} document|{n} documents] could not be read",
    judged_at="judged as of {date}",
    judged_latest="judged by the latest facts",
    severities={
        Severity.ERROR: "{n} [error|errors]",
        Severity.WARNING: "{n} [warning|warnings]",
        Severity.NOTE: "{n} to check by hand",
        Severity.NONE: "{n} not reported",
    },
    reasons={
        Reason.NO_FACT: "nothing is known of it",
        Reason.AMBIGUOUS_ENTITY: "the name is that of several entities",
        Reason.AMBIGUOUS_SCOPE: "it depends on a qualifier that the text leaves open",
        Reason.BEFORE_FIRST_FACT: "it is of a time before anything is known",
        Reason.NO_DATE: "only figures for periods are known, and no period is named",
        Reason.UNIT_MISMATCH: "the units do not convert",
        Reason.FINER_THAN_FACT: "it says more exactly what is known less exactly",
        Reason.OPEN_LIST: "there may be others than those known",
        Reason.FACT_EXPIRED: "the fact was to be rechecked by then",
    },
    begin="Begin here",
    begin_facts="The facts most often wrong",
    begin_files="The files with most to mend",
    facts="Facts",
    entities="Entities",
    files="Files",
    worst_documents="Documents",
    months="Months",
    undated="no date",
    wrong_values="Wrong values, by how often they are repeated",
    changes="Out of date since a fact changed",
    disagreements="Documents that disagree",
    undecided="What no fact decides",
    unstated="Facts that nobody states",
    unchecked="Values that were not checked",
    could_not_read="Documents that could not be read",
    requirements="Requirements that the facts do not meet",
    findings="Findings",
    about_facts="What was said of each fact, those most often wrong first.",
    about_entities="What was said of each entity, those most often wrong first.",
    about_files="What stands in each file, those with most to mend first.",
    about_documents="The documents with most to mend; each record of a table is one.",
    about_months="What was said in the documents of each month, by the date of the document.",
    about_wrong="The same wrong value said in many places often has one origin.",
    about_changes="These documents give a value that was true once.",
    about_disagreements="No fact decides between these values, and they exclude each other.",
    about_undecided="A fact written down for the first of these decides most.",
    about_unstated="No document says these; perhaps one should, or the rules do not know its words.",
    about_unchecked="Values that bound to no fact; where no rule words what is said, a rule can.",
    about_findings="What to mend, the most serious first.",
    fact="fact",
    entity="entity",
    file="file",
    document="document",
    month="month",
    verdict="verdict",
    known="the facts say",
    said="said",
    wrong="wrong",
    total="claims",
    worst="most in",
    where="where",
    kind="kind",
    reason="why",
    example="for example",
    since="since",
    period="dates of the documents",
    when="when",
    as_table="{n} [month|months] as a table",
    message="what is wrong",
    same_time="said at the same time",
    may_have_changed="never said at the same time: it may have changed",
    shown_of="{shown} of {total} are listed.",
    more_in_json="{shown} of {total} are listed, and more in summary.json.",
    missed="Counts may be too low by up to {n}: more was said than is kept in memory.",
    more="{n} more",
    wrong_of="{n} of {total} wrong",
    facts_say="the facts say {known}",
    contents="Contents",
    share_of_values="All values that were read",
    wrong_by_month="Wrong claims by the date of their document",
    most_in_month="at most {n} ({month})",
    not_plotted="Not in the plot, because their date is missing or less exact: {n}.",
    nothing_to_mend="Nothing is to be mended.",
    show="Show",
    any_fact="every fact",
    search="File or words",
    page="Page {n} of {total}",
    shown="{n} of {total} shown",
    previous="Previous page",
    following="Next page",
    reset="Show all",
    sampled="{shown} of {total} findings are on this page: the most serious, and of each fact some. "
    "All of them are in findings.jsonl.",
    all_in_files="All of them, with what is silenced or undecided, are in findings.jsonl too.",
    contradiction="Contradicts itself",
    made_by="Made by claims {version}. Only the given facts were used; nothing was sent anywhere.",
)
FRENCH = SummaryWords(
    language="fr",
    singular=(0, 1),
    thousands="\u202f",
    title="Vérification des faits d’un corpus",
    headline="{documents}, {claims}\u00a0: {found}",
    nothing_wrong="rien n’est faux",
    nothing_read="Aucune valeur n’a été lue.",
    counts={
        Verdict.SUPPORTED: "{n} [confirmée|confirmées]",
        Verdict.CONTRADICTED: "{n} [contredite|contredites]",
        Verdict.OUTDATED: "{n} [périmée|périmées]",
        Verdict.CONFLICTING: "{n} sur lesquelles les faits divergent",
        Verdict.UNVERIFIABLE: "{n} qu’aucun fait ne tranche",
    },
    documents="{n} [document|documents]",
    documents_word="documents",
    claims="{n} [affirmation|affirmations]",
    values_word="valeurs",
    affected="{n} [document est|documents sont] à corriger",
    not_checked="{n} [valeur non contrôlée|valeurs non contrôlées]",
    consequences="{n} [fausse|fausses] seulement parce qu’une autre l’est",
    silenced="{n} [écartée|écartées], [comptée|comptées] ici et dans aucune liste",
    unreadable="{n} [document n’a pas pu être lu|documents n’ont pas pu être lus]",
    judged_at="à la date du {date}",
    judged_latest="selon les faits les plus récents",
    severities={
        Severity.ERROR: "{n} [erreur|erreurs]",
        Severity.WARNING: "{n} [avertissement|avertissements]",
        Severity.NOTE: "{n} à vérifier à la main",
        Severity.NONE: "{n} non [signalé|signalés]",
    },
    reasons={
        Reason.NO_FACT: "on n’en sait rien",
        Reason.AMBIGUOUS_ENTITY: "plusieurs entités portent ce nom",
        Reason.AMBIGUOUS_SCOPE: "cela dépend d’une précision que le texte ne donne pas",
        Reason.BEFORE_FIRST_FACT: "c’est d’un temps dont on ne sait rien encore",
        Reason.NO_DATE: "seules des périodes sont connues, et aucune n’est nommée",
        Reason.UNIT_MISMATCH: "les unités ne se convertissent pas",
        Reason.FINER_THAN_FACT: "c’est dit plus précisément qu’on ne le sait",
        Reason.OPEN_LIST: "il peut y en avoir d’autres que ceux connus",
        Reason.FACT_EXPIRED: "le fait était à revérifier d’ici là",
    },
    begin="Par où commencer",
    begin_facts="Les faits le plus souvent faux",
    begin_files="Les fichiers où il y a le plus à corriger",
    facts="Faits",
    entities="Entités",
    files="Fichiers",
    worst_documents="Documents",
    months="Mois",
    undated="sans date",
    wrong_values="Valeurs fausses, les plus répétées d’abord",
    changes="Périmé depuis qu’un fait a changé",
    disagreements="Documents qui se contredisent",
    undecided="Ce qu’aucun fait ne tranche",
    unstated="Faits que personne n’énonce",
    unchecked="Valeurs non contrôlées",
    could_not_read="Documents illisibles",
    requirements="Exigences que les faits ne remplissent pas",
    findings="Constats",
    about_facts="Ce qui est dit de chaque fait, les plus souvent faux d’abord.",
    about_entities="Ce qui est dit de chaque entité, les plus souvent fausses d’abord.",
    about_files="Ce que contient chaque fichier, ceux où il y a le plus à corriger d’abord.",
    about_documents="Les documents où il y a le plus à corriger\u00a0; chaque enregistrement d’une table en est un.",
    about_months="Ce qui est dit dans les documents de chaque mois, d’après la date du document.",
    about_wrong="La même valeur fausse en beaucoup d’endroits n’a souvent qu’une origine.",
    about_changes="Ces documents donnent une valeur qui a été vraie.",
    about_disagreements="Aucun fait ne tranche entre ces valeurs, et elles s’excluent.",
    about_undecided="Écrire un fait pour les premières tranche le plus.",
    about_unstated="Aucun document ne les dit\u00a0; l’un le devrait peut-être, ou les règles ignorent ses mots.",
    about_unchecked="Valeurs liées à aucun fait\u00a0; une règle peut apprendre une tournure inconnue.",
    about_findings="Ce qu’il faut corriger, le plus grave d’abord.",
    fact="fait",
    entity="entité",
    file="fichier",
    document="document",
    month="mois",
    verdict="verdict",
    known="les faits disent",
    said="dit",
    wrong="faux",
    total="affirmations",
    worst="surtout dans",
    where="où",
    kind="genre",
    reason="pourquoi",
    example="par exemple",
    since="depuis",
    period="dates des documents",
    when="quand",
    as_table="{n} mois en tableau",
    message="ce qui est faux",
    same_time="dit au même moment",
    may_have_changed="jamais dit au même moment\u00a0: cela a pu changer",
    shown_of="{shown} sur {total} figurent ici.",
    more_in_json="{shown} sur {total} figurent ici, et d’autres dans summary.json.",
    missed="Les nombres peuvent être trop bas de {n} au plus\u00a0: il a été dit plus que la mémoire ne garde.",
    more="{n} de plus",
    wrong_of="{n} sur {total} fausses",
    facts_say="les faits disent {known}",
    contents="Sommaire",
    share_of_values="Toutes les valeurs lues",
    wrong_by_month="Affirmations fausses selon la date de leur document",
    most_in_month="au plus {n} ({month})",
    not_plotted="Hors du graphique, faute de date assez précise\u00a0: {n}.",
    nothing_to_mend="Rien n’est à corriger.",
    show="Afficher",
    any_fact="tous les faits",
    search="Fichier ou mots",
    page="Page {n} sur {total}",
    shown="{n} sur {total} affichés",
    previous="Page précédente",
    following="Page suivante",
    reset="Tout afficher",
    sampled="{shown} constats sur {total} figurent sur cette page\u00a0: les plus graves, et quelques-uns de chaque "
    "fait. Tous sont dans findings.jsonl.",
    all_in_files="Tous sont aussi dans findings.jsonl, avec ce qui est écarté ou indécis.",
    contradiction="Se contredit",
    made_by="Établi par claims {version}. Seuls les faits donnés ont servi\u202f; rien n’a été envoyé nulle part.",
)
ALL = (ENGLISH, FRENCH)


def summary_words(language: str) -> SummaryWords:
    """The table of a language (``fr-CA`` finds ``fr``); the English one where there is none."""
    code = language.partition("-")[0].lower()
    return next((table for table in ALL if table.language == code), ENGLISH)
