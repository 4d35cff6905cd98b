"""The wheel, installed alone in an empty environment outside the checkout, does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

import pytest

FOLDERS = "from claims.files import shipped; print(shipped.rules_folder()); print(shipped.schemas_folder())"
NO_INDEX = (
    "Failed to establish a new connection",
    "Could not find a version that satisfies",
    "Temporary failure in name",
)


@pytest.fixture(scope="module")
def environment(root, tmp_path_factory) -> Path:
    """An empty environment with the wheel in it: the one .ci/run has just made, or one made here."""
    made = os.environ.get("CLAIMS_WHEEL_ENVIRONMENT")
    if made:
        return Path(made)
    if find_spec("build") is None or find_spec("hatchling") is None:
        pytest.skip("building the wheel needs the dev extra: pip install -e '.[dev]'")
    folder = tmp_path_factory.mktemp("wheel")
    run = subprocess.run(
        [root / ".ci" / "try-wheel", sys.executable, folder], capture_output=True, text=True, check=False
    )
    if run.returncode and any(sign in run.stderr for sign in NO_INDEX):
        pytest.skip("pip finds no packages here, so the wheel's dependencies cannot be installed")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "venv"


def _shipped(python: Path | str, folder: Path, search: str | None = None) -> tuple[Path, Path]:
    """Where a Python finds the shipped rules and schemas, when run in a folder without a checkout."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if search is not None:
        variables["PYTHONPATH"] = search
    run = subprocess.run([python, "-c", FOLDERS], cwd=folder, env=variables, capture_output=True, text=True, check=True)
    rules, schemas = run.stdout.splitlines()
    return Path(rules), Path(schemas)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix in {".yaml", ".json"}}


def test_the_wheel_brings_its_rules_and_schemas(environment, root, tmp_path):
    """The vocabulary and the schemas of the checkout are found inside the installed package."""
    rules, schemas = _shipped(environment / "bin" / "python", tmp_path)
    assert rules.is_relative_to(environment)
    assert _names(rules) == _names(root / "rules")
    assert _names(schemas) == _names(root / "schemas")


def test_a_checkout_uses_its_own_rules_and_schemas(root, tmp_path):
    """Where the package is imported from a checkout, the files at its root count."""
    assert _shipped(sys.executable, tmp_path, str(root)) == (root / "rules", root / "schemas")


def test_an_editable_install_uses_the_checkouts_rules_and_schemas(root, tmp_path):
    """An editable install finds them where they are edited, and holds no copies that could be read instead."""
    installed = distribution("claims-linter")
    if f'"{root.as_uri()}"' not in (installed.read_text("direct_url.json") or ""):
        pytest.skip("the package that is installed here is not this checkout")
    assert _shipped(sys.executable, tmp_path) == (root / "rules", root / "schemas")
    assert not [file for file in installed.files or () if "shipped" in file.parts]


def test_the_wheel_holds_the_package_and_nothing_else(environment):
    """No tests, documents or benchmarks are installed beside the package."""
    listing = "import importlib.metadata as m; print(*{f.parts[0] for f in m.files('claims-linter')}, sep='\\n')"
    run = subprocess.run([environment / "bin" / "python", "-c", listing], capture_output=True, text=True, check=True)
    tops = {name for name in run.stdout.split() if not name.endswith(".dist-info")}
    assert tops == {"claims", ".."}  # ".." leads to the command in bin/


def test_the_wheel_says_that_it_is_typed(environment, tmp_path):
    """Type checkers use the package's annotations only where it holds py.typed."""
    look = "from importlib.resources import files; print(files('claims').joinpath('py.typed').is_file())"
    python = environment / "bin" / "python"
    run = subprocess.run([python, "-c", look], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout == "True\n"


def test_the_wheel_brings_the_style_and_script_of_the_html_report(environment, tmp_path):
    """A page can be written outside the checkout, with the two files that it is made of."""
    write = "from claims.model.report import Report; from claims.reports import render; print(render(Report(), 'html'))"
    python = environment / "bin" / "python"
    run = subprocess.run([python, "-c", write], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "<style>" in run.stdout
    assert "use strict" in run.stdout
