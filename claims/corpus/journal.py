"""What a run rests on, and which of its parts are done.

The manifest holds the *grounds*: the version, the facts and rules by the hash of their bytes, the options and the
configuration. A run goes on only from the same grounds; otherwise it says what is different. The journal has a line
for each part that is done, which is added once the part is on the disk.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import NoReturn

from claims.corpus.figures import Figures
from claims.corpus.folder import Folder
from claims.corpus.parts import Done, part_path
from claims.errors import UsageError
from claims.files.folders import size_of
from claims.files.logs import Log, read_lines
from claims.files.reading import read_text
from claims.files.replacing import replacing

Grounds = Mapping[str, str]
"""What a run rests on: for each thing, by the name a person knows it by, its value or a hash."""

_HASHES = "sha256:"


def settle_grounds(folder: Folder, grounds: Grounds) -> bool:
    """Whether the folder is that of an earlier run on these grounds; if it is nobody's, it is now that of this one.

    Raises :class:`~claims.errors.UsageError`, with all that is different, where it is that of another run.
    """
    if not size_of(folder.manifest):
        with replacing(folder.manifest) as file:
            file.write(json.dumps({"format": "claims-batch/1", "grounds": grounds}, indent=2).encode() + b"\n")
        return False
    before = json.loads(read_text(folder.manifest))["grounds"]
    if before != dict(grounds):
        refuse(folder, *_differences(before, grounds))
    return True


def refuse(folder: Folder, *differences: str) -> NoReturn:
    """Raise :class:`~claims.errors.UsageError`: the report was begun with something else."""
    said = "".join(f"\n  {difference}" for difference in differences)
    advice = "\nGo on as it was begun, check everything again with --restart, or name another folder."
    raise UsageError(f"the report in {folder.path} was begun with something else:{said}{advice}")


def _differences(before: Grounds, now: Grounds) -> list[str]:
    names = [*now, *(name for name in before if name not in now)]
    return [
        f"{name} {_difference(before.get(name), now.get(name))}" for name in names if before.get(name) != now.get(name)
    ]


def _difference(before: str | None, now: str | None) -> str:
    if before is None:
        return "was not there"
    if now is None:
        return "is gone"
    if now.startswith(_HASHES):
        return "has changed"
    return f"was {before or 'not given'}, and is {now or 'not given'}"


class Journal:
    """The parts that are done, and what they come to together; lines are added while the run goes on."""

    def __init__(self, folder: Folder) -> None:
        self.done: dict[int, Done] = {}
        self.figures: Counter[str] = Counter()
        self.finished: Figures | None = None
        self._folder = folder
        for line in read_lines(folder.done):
            self._take(json.loads(line))
        for number in [number for number, done in self.done.items() if self._is_lost(number, done)]:
            self._drop(number)
        self._log = Log(folder.done)

    def add(self, done: Done) -> None:
        """A part is done. Raises ``OSError`` where there is no room for the line."""
        self._write(asdict(done))

    def lose(self, number: int) -> None:
        """A part turned out to be damaged."""
        self._write({"lost": number})

    def finish(self) -> None:
        """The report has been made of the parts."""
        self._write({"finished": dict(sorted(self.figures.items()))})

    def close(self) -> None:
        """Close the file."""
        self._log.close()

    def _write(self, entry: dict[str, object]) -> None:
        self._log.add(json.dumps(entry, separators=(",", ":")).encode())
        self._take(json.loads(json.dumps(entry)))

    def _take(self, entry: dict[str, object]) -> None:
        match entry:
            case {"lost": int(number)}:
                self._drop(number)
            case {"finished": dict(figures)}:
                self.finished = figures
            case _:
                done = Done(**entry)  # type: ignore[arg-type] # as it was written
                self._drop(done.number)
                self.done[done.number] = done
                self.figures.update(done.figures)

    def _drop(self, number: int) -> None:
        """Forget a part, which is made anew."""
        before = self.done.pop(number, None)
        self.figures.subtract(before.figures if before else {})

    def _is_lost(self, number: int, done: Done) -> bool:
        return self.finished is None and size_of(part_path(self._folder.parts, number)) != done.size


def refuse_damaged(folder: Folder, number: int) -> NoReturn:
    """Raise :class:`~claims.errors.UsageError` for a part that is not as it was written."""
    name = part_path(folder.parts, number)
    raise UsageError(f"{name} is damaged: the disk lost some of it; the same command makes it anew and goes on")
