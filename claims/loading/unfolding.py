"""Expressions over several lines, with their line breaks as they stand in the file.

YAML makes one line of them. With the breaks left in, every place in an expression is one in the file.
"""

from __future__ import annotations

import itertools
import re

from claims.loading.mistakes import Mistakes
from claims.loading.yaml_tree import ScalarNode

_INK = re.compile(r"\S")


def unfolded(node: ScalarNode, mistakes: Mistakes) -> str:
    """The text of a node, each line of it as it stands below the first one's beginning.

    Where a text in quotes may go over a line's end, or the node itself is quoted, it stays as YAML reads it.
    """
    text = node.text.strip()
    rows: list[str] = []
    left = len("".join(text.split()))
    for number in itertools.count(node.line):
        line = mistakes.line(number)
        if line is None or not left or mistakes.is_quote(node):
            return text
        row = line[min(node.column - 1, _indent(line)) if rows else node.column - 1 :]
        ends = [match.end() for match in _INK.finditer(row)]
        if left <= len(ends):
            rows.append(row[: ends[left - 1]])
            break
        left -= len(ends)
        rows.append(row)
    return "\n".join(rows) if all(row.count('"') % 2 == 0 for row in rows) else text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
