"""Claims against facts: verdict, blame and suggestion.

The way of a claim: the facts on its subject, sorted by scope and time (:mod:`scope`, :mod:`timeline`), are met
one by one (:mod:`comparison`, and a module for each kind of value) and weighed (:mod:`verdict`); a claim that is
wrong is told what to mend (:mod:`blame`) and what to write instead (:mod:`suggestion`).
"""

from claims.judging.background import Background
from claims.judging.bearers import Bearers
from claims.judging.judging import judge, judge_all
from claims.judging.policies import policies_for

__all__ = ["Background", "Bearers", "judge", "judge_all", "policies_for"]
