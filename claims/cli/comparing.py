"""The run of ``claims facts diff``: two versions of facts, and what their difference does to texts."""

from __future__ import annotations

from collections.abc import Sequence

from claims.auditing.compared import difference_json, difference_text
from claims.auditing.differences import differences
from claims.auditing.effects import Effect, effects
from claims.checker import Checker
from claims.cli import inputs, output
from claims.cli.concluding import Presentation
from claims.cli.project import Project
from claims.cli.status import FINDINGS, OK, TROUBLE
from claims.cli.times import JudgingTime
from claims.errors import Problem
from claims.loading import load_all


def compare_facts(
    before: Project, after: Project, paths: Sequence[str] | None, time: JudgingTime, presentation: Presentation
) -> int:
    """Show what changed; it is a finding that a text that was right is wrong now.

    The exit status; 2 where a text that was named cannot be read, which is told as well.
    """
    old, new = (load_all(project.facts, project.rules) for project in (before, after))
    altered: tuple[Effect, ...] | None = None
    unread: list[Problem] = []
    if paths:
        reading = inputs.Reading(
            languages=after.languages, exclude=after.configuration.exclude, configuration=after.configuration
        )
        was, now = (Checker.of(loaded.facts, loaded.rules) for loaded in (old, new))
        texts = tuple(inputs.documents(paths, reading))
        named = inputs.names(paths, reading)
        unread = [text for text in texts if isinstance(text, Problem) and text.path in named]
        output.complain(*(str(text) for text in texts if isinstance(text, Problem)))
        altered = effects(was, now, texts, as_of=time.as_of, latest=time.latest)
    show = difference_json if presentation.format == "json" else difference_text
    output.write(show(differences(old, new), altered), presentation.file)
    if unread:
        return TROUBLE
    return FINDINGS if any(effect.is_wrong for effect in altered or ()) else OK
