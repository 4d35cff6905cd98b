"""What the house tests look at: the checkout, its files, and the package's modules as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: ``name`` is its path from the root of the repository, with slashes."""

    name: str
    tree: ast.Module
    length: int

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    @property
    def calls(self) -> Iterator[ast.Call]:
        """Every call."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    @property
    def imported(self) -> Iterator[str]:
        """The dotted name of every module that is imported, wherever the import stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


def _modules(folder: str) -> tuple[Module, ...]:
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(path.relative_to(ROOT).as_posix(), ast.parse(text), len(text.splitlines())))
    assert found, f"no module found in {folder}"
    return tuple(found)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def package() -> tuple[Module, ...]:
    """The modules of ``claims/``."""
    return _modules("claims")


@pytest.fixture(scope="session")
def tests() -> tuple[Module, ...]:
    """The modules of ``tests/``."""
    return _modules("tests")


@pytest.fixture(scope="session")
def files() -> tuple[Path, ...]:
    """Every file that is in the repository or would be added to it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the files of the repository are listed by git, and this is no git checkout")
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
