"""The forms in which one name is written: dots of initials, brackets, dashes, commas and legal forms come and go."""

from __future__ import annotations

import re
from collections.abc import Collection

_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_INITIALS = re.compile(r"\b([^\W\d_])\.\s?(?=[^\W\d_]\b)")
_INITIAL = re.compile(r"\b([^\W\d_])\.")
_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b(?=[\s-])")
_DASHES = str.maketrans({"–": "-", "—": "-"})
_BRACKETS = str.maketrans({"(": None, ")": None})
MAX_LENGTH = 200


def variants(name: str) -> tuple[str, ...]:
    """A name and the ways of writing it that mean the same.

    "A.F.C. Blackpool" is also "AFC Blackpool" and "A F C Blackpool"; "Antares (rocket)" is also "Antares", "US-led
    force" is also "U.S.-led force", "Barkov, Jr." is also "Barkov Jr".
    """
    if len(name) > MAX_LENGTH:
        return (name.strip(),)
    forms = [name.strip()]
    for form in (_BRACKET.sub("", name).strip(), name.translate(_BRACKETS).strip()):
        if form and form not in forms:
            forms.append(form)
    for form in tuple(forms):
        forms += [form.translate(_DASHES), form.replace(",", "").strip()]
        if "." in form:
            forms += [_INITIAL.sub(r"\1", _INITIALS.sub(r"\1", form)), form.replace(".", " ").strip()]
            forms += [form.replace(".", ""), form.replace(".", "").replace(",", "")]
        forms.append(_CAPITALS.sub(lambda match: "".join(f"{letter}." for letter in match.group()), form))
    return tuple(dict.fromkeys(form for form in forms if form))


def shortened(name: str, legal_forms: Collection[str]) -> str | None:
    """The name that people use for a longer one: without its region ("Attica, Indiana") or legal form ("Ltd").

    ``None`` where there is none. Such a name may be another's too; the caller must see to that.
    """
    head, comma, _ = name.partition(",")
    if comma and head.strip():
        return head.strip()
    words = name.split()
    if len(words) > 1 and words[-1].lower().replace(".", "") in legal_forms:
        return " ".join(words[:-1])
    return None
