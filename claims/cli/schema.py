"""``claims schema``: the JSON Schemas of the file formats, for editors and other programs.

    claims schema facts > facts.schema.json

An editor that knows the schema completes keys and marks mistakes while typing.
"""

from __future__ import annotations

from typing import Annotated

import typer

NAMES = ("facts", "rules", "claims", "config", "mapping", "report", "summary", "findings")

Name = Annotated[str | None, typer.Argument(metavar="NAME", help=f"One of {', '.join(NAMES)}; none lists them.")]


def schema(name: Name = None) -> None:
    """Print the JSON Schema of a file format."""
    from claims.cli import output
    from claims.errors import UsageError
    from claims.files.reading import read_text
    from claims.files.shipped import schemas_folder

    if name is None:
        output.write("".join(f"{known}\n" for known in NAMES))
    elif name in NAMES:
        output.write(read_text(schemas_folder() / f"{name}.schema.json"))
    else:
        raise UsageError(f"there is no schema {name!r}: there are {', '.join(NAMES)}")
