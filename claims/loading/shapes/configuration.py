"""The shape of ``.claims.yaml`` and of ``[tool.claims]`` (``claims-config/1``)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import WithJsonSchema

from claims.loading.shapes.common import Shape, Texts, Where
from claims.model.verdict import Severity


class PathShape(Shape):
    """What holds for the texts whose path fits a glob."""

    glob: str
    date: Annotated[Any, WithJsonSchema({"type": ["string", "integer"]})] = None
    """What they are judged at: `document`, `latest`, or a date."""
    about: Texts = None
    """The entities they speak of."""
    where: Where | None = None
    fields: Texts = None
    """Of files of data (JSON, YAML, CSV): the paths of the strings that are texts, such as `products.*.description`."""
    text_format: str | None = None
    """What the texts are in, where it is not what the suffix says; for `fields`, what the strings are in."""


class ConfigurationShape(Shape):
    """A configuration. Paths are relative to its folder."""

    format: Literal["claims-config/1"] | None = None
    extends: Texts = None
    """Other configurations of the same checkout; what this one says wins."""
    facts: Texts = None
    """Facts files, and folders of them."""
    rules: Texts = None
    """Rules files, folders of them, and pinned vocabularies such as `core/1`."""
    languages: Texts = None
    """The languages that texts may be in."""
    severities: dict[str, Severity] | None = None
    """Selectors, and what they are reported at."""
    select: Texts = None
    ignore: Texts = None
    exclude: Texts = None
    """Globs over paths that are left out."""
    fail_level: Severity | None = None
    baseline: str | None = None
    """A file of known findings, which `claims baseline` wrote."""
    paths: list[PathShape] | None = None
