"""The forms in which one name is written: with and without the dots of initials, a bracket, an article."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_INITIALS = re.compile(r"\b([^\W\d_])\.\s?(?=[^\W\d_]\b)")
_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b(?=[\s-])")
_INITIAL = re.compile(r"\b([^\W\d_])\.")


def variants(name: str) -> tuple[str, ...]:
    """A name and the ways of writing it that mean the same.

    "A.F.C. Blackpool" is also "AFC Blackpool" and "A F C Blackpool"; "Antares (rocket)" is also "Antares", "US-led
    force" is also "U.S.-led force".
    """
    forms = [name.strip()]
    bare = _BRACKET.sub("", name).strip()
    if bare:
        forms.append(bare)
    for form in tuple(forms):
        if "." in form:
            forms += [
                _INITIAL.sub(r"\1", _INITIALS.sub(r"\1", form)),
                form.replace(".", " ").strip(),
                form.replace(".", ""),
            ]
        forms.append(_CAPITALS.sub(lambda match: "".join(f"{letter}." for letter in match.group()), form))
    return tuple(dict.fromkeys(form for form in forms if form))
