"""MDX: Markdown with the parts that are program left out.

``import`` and ``export`` at the start of a line, up to the next blank line outside their brackets, and
``{/* comments */}`` are gone; any other ``{expression}``, and a component without content (``<Icon />``), is
one U+FFFC. The tags of components are no prose, what they hold is read as Markdown however deep it is
indented. Elements in lower case are left to the reader of HTML, without attributes that are expressions.

A bracket that is never closed is read as Markdown, and so are all behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims.dataclasses import dataclass
from claims.documents.building import OBJECT
from claims.documents.comments import comment_at
from claims.documents.editing import Edit, edit, translate
from claims.documents.front_matter import read_front_matter
from claims.documents.markdown import parse as parse_markdown
from claims.documents.metadata import Parsed
from claims.model.document import Block, Comment

_MARK = re.compile(
    r"^[ \t]*(?P<fence>```+(?=[^`\n]*$)|~~~+)"
    r"|(?P<indentation>^[ \t]+)"
    r"|(?P<code>`+)"
    r"|(?P<escape>\\.)"
    r"|(?P<program>(?:^|(?<=\ufeff))(?:import|export)\b|\{|<(?=/?[A-Za-z]|/?>))",
    re.MULTILINE,
)
_FENCE_LINE = re.compile(r"^[ \t]*(```+|~~~+)[ \t\r]*$", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_NAME = re.compile(r"</?([\w.:-]*)")
_COMPONENT = re.compile(r"\Z|[A-Z]|\w+\.")
_IN_TAG = re.compile(r"[\"'{>]")
_BRACKET = re.compile(r"/\*|\"[^\"\n]*\"|'[^'\n]*'|`|[{}()\[\]]|\n(?=[ \t\r]*(?:\n|\Z))")
_CLOSED_BY = {"/*": "*/", "`": "`"}


def parse(source: str) -> Parsed:
    """The blocks of an MDX text, its title first if the front matter gives one."""
    front = read_front_matter(source)
    edits = tuple(_Scanner(source, front.end, front.end).edits())
    edited = edit(source, edits)
    parsed = parse_markdown(edited.text)
    blocks = tuple(translate(block, edited) for block in parsed.blocks)
    return Parsed(source, blocks, parsed.metadata, _comments(source, edits, edited, parsed))


def _comments(source: str, edits: Iterable[Edit], edited: Block, parsed: Parsed) -> tuple[Comment, ...]:
    """Those that are program, and those that Markdown would have, which MDX refuses but people write."""
    ours = [comment for start, end, _ in edits for comment in comment_at(source, start, end)]
    ours += (Comment(edited.to_source(comment.span), comment.text) for comment in parsed.comments)
    return tuple(sorted(ours, key=lambda comment: comment.span))


@dataclass(slots=True)
class _Scanner:
    """Goes through a text once, from ``first``.

    ``depth`` counts the open elements, ``is_broken`` is set behind a bracket that is never closed.
    ``paragraph_end`` is where the last paragraph that was looked into ends.
    """

    source: str
    first: int
    position: int
    depth: int = 0
    paragraph_end: int = -1
    is_broken: bool = False

    def edits(self) -> Iterator[Edit]:
        """What to replace, in order."""
        while match := _MARK.search(self.source, self.position):
            mark, start = match.group(), match.start()
            self.position = match.end()
            if match.lastgroup == "fence":
                self.position = self._end_of_fence(match.group("fence"))
                yield start, self.position, ""
            elif match.lastgroup == "indentation" and self.depth:
                yield start, match.end(), ""
            elif mark[0] == "`":
                self.position = self._end_of_code(mark)
            elif match.lastgroup == "program" and not self.is_broken:
                yield from self._tag(start) if mark == "<" else self._program(mark, start)

    def _program(self, mark: str, start: int) -> Iterator[Edit]:
        is_expression = mark == "{"
        if not is_expression and not self._begins_block(start):
            return
        end = self._end_of_program(start, is_expression=is_expression)
        if end is not None:
            self.position = end
            gone = not is_expression or self.source.startswith("/*", start + 1)
            yield start, end, "" if gone else OBJECT

    def _begins_block(self, start: int) -> bool:
        line = self.source.rfind("\n", 0, max(0, start - 1)) + 1
        return self.depth == 0 and (start == self.first or not self.source[line:start].strip(" \t\r\n"))

    def _tag(self, start: int) -> Iterator[Edit]:
        name = _NAME.match(self.source, start)
        end = self._end_of_tag(name.end()) if name else None
        if name is None or end is None:
            return
        self.position = end
        is_end = name.group().startswith("</")
        is_empty = not is_end and self.source.startswith("/>", end - 2)
        self.depth = max(0, self.depth - is_end + (not is_end and not is_empty))
        if _COMPONENT.match(name.group(1)):
            yield start, end, OBJECT if is_empty else ""
        elif "{" in self.source[start:end]:
            yield start, end, f"<{name.group(1)}{'/' if is_empty else ''}>"

    def _end_of_tag(self, position: int) -> int | None:
        end: int | None = position
        while end is not None and (match := _IN_TAG.search(self.source, end)):
            mark = match.group()
            if mark == ">":
                return match.end()
            end = (
                self._end_of_program(match.start(), is_expression=True)
                if mark == "{"
                else self._behind(mark, match.end())
            )
        self.is_broken = True
        return None

    def _end_of_program(self, start: int, *, is_expression: bool) -> int | None:
        """Behind the bracket that closes an expression; for a module at the blank line outside all brackets."""
        depth, end = 0, start
        while match := _BRACKET.search(self.source, end):
            mark, end = match.group(), match.end()
            if mark in _CLOSED_BY:
                closing = self._behind(_CLOSED_BY[mark], end)
                if closing is None:
                    return None
                end = closing
            elif mark[0] == "\n" and depth <= 0 and not is_expression:
                return match.start()
            else:
                depth += (mark in "{[(") - (mark in "}])")
            if is_expression and depth <= 0:
                return end
        self.is_broken = is_expression or depth > 0
        return None if self.is_broken else len(self.source)

    def _behind(self, mark: str, position: int) -> int | None:
        found = self.source.find(mark, position)
        self.is_broken = self.is_broken or found < 0
        return found + len(mark) if found >= 0 else None

    def _end_of_code(self, mark: str) -> int:
        """Behind a code span, which ends with as many backticks as it began with, in the same paragraph."""
        if self.position > self.paragraph_end:
            blank = _BLANK_LINE.search(self.source, self.position)
            self.paragraph_end = blank.start() if blank else len(self.source)
        for run in _BACKTICKS.finditer(self.source, self.position, self.paragraph_end):
            if run.group() == mark:
                return run.end()
        return self.position

    def _end_of_fence(self, mark: str) -> int:
        for line in _FENCE_LINE.finditer(self.source, self.position):
            if line.group(1).startswith(mark):
                return line.end()
        return len(self.source)
