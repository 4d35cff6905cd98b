"""The configuration of a project, from the cache as long as its files say the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.compiled.keeping import kept, recalled
from claims.files.asked import noting
from claims.files.cache import entry_name
from claims.files.project import here
from claims.loading.configuration import Configuration, find_configuration, read_configuration

if TYPE_CHECKING:
    from claims.compiled.codec import Plain


def load_configuration(start: Path, named: Path | None = None) -> Configuration:
    """The configuration in the file ``named``, else the nearest one from ``start`` upwards; the defaults for none.

    Raises :class:`~claims.errors.LoadError` with every mistake in it.
    """
    name = entry_name("configuration", here(), str(start), str(named or ""))
    known = recalled(name, _read)
    if known is not None:
        return known[0]
    with noting() as questions:
        found = read_configuration(named) if named else find_configuration(start)
    if found.path is not None:
        kept(name, questions, lambda: _packed(found))
    return found


def _packed(configuration: Configuration) -> Plain:
    from claims.compiled.codec import Packer

    return Packer().pack(configuration)


def _read(data: Plain) -> Configuration:
    from claims.compiled.codec import Unpacker

    found = Unpacker([]).unpack(data)
    if not isinstance(found, Configuration):
        raise TypeError("no configuration")
    return found
