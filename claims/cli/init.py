"""``claims init``: a folder that works, to begin with.

    claims init
    claims init --name "Acme" --yes

Makes a configuration, a facts file with comments, and a text that is wrong on purpose. What is there already is
left as it is. On a terminal it asks for a name, unless --name or --yes is given.
"""

from __future__ import annotations

from typing import Annotated

import typer

Folder = Annotated[str, typer.Argument(metavar="FOLDER", help="Where to begin.")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Whom or what your texts are about.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")]

EXAMPLE = "Acme"


def init(folder: Folder = ".", name: Name = None, yes: Yes = False) -> None:
    """Make a configuration, a facts file and an example; nothing is overwritten."""
    from claims.cli import output
    from claims.cli.beginning import begin

    if name is None and not yes and output.is_dialogue():
        name = typer.prompt("Whom or what are your texts about? One name is enough", default=EXAMPLE)
    begin(folder, name or EXAMPLE)
