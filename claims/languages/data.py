"""The data files of the languages, as people write them in YAML; read once, and kept in the cache as plain data.

All but whole numbers stays text: YAML would make floats of decimals, and truth values of *no* and *on*.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.files.cache import cache_folder, entry_name, from_json, keep, recall, to_json
from claims.files.shipped import language_data

if TYPE_CHECKING:
    from yaml import SafeLoader

_INTEGER = "tag:yaml.org,2002:int"


def read_data(*path: str) -> Any:  # noqa: ANN401 - what YAML holds; each reader knows its own shape
    """The content of a data file below this folder. Raises ``OSError`` where there is none."""
    name = entry_name("language", *path)
    known = recall(name)
    if known is not None:
        with suppress(ValueError, LookupError, TypeError, RecursionError):
            return _with_numbers(from_json(known))
    data = _parsed(path)
    if cache_folder() is not None:
        keep(name, to_json(_with_pairs(data)))
    return data


def _with_pairs(data: Any) -> Any:  # noqa: ANN401 - as above
    """Maps as lists of pairs: their keys may be numbers, which JSON does not know."""
    if isinstance(data, dict):
        return {"": [[key, _with_pairs(value)] for key, value in data.items()]}
    return [_with_pairs(item) for item in data] if isinstance(data, list) else data


def _with_numbers(data: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(data, dict):
        return {key: _with_numbers(value) for key, value in data[""]}
    return [_with_numbers(item) for item in data] if isinstance(data, list) else data


def _parsed(path: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(language_data(*path), _plainly_typed(loader))  # noqa: S506 - derived from a safe loader


@cache
def _plainly_typed(loader: type[SafeLoader]) -> type[SafeLoader]:
    resolvers = {
        first: [(tag, pattern) for tag, pattern in entries if tag == _INTEGER]
        for first, entries in loader.yaml_implicit_resolvers.items()
    }
    return type("DataLoader", (loader,), {"yaml_implicit_resolvers": resolvers})
