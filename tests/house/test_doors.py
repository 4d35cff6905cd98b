"""One door to the disk (``claims/files``), one to the screen (``claims/cli``), none to the network."""

from __future__ import annotations

import ast
import re

DISK_MODULES = re.compile("fileinput|glob|mmap|os|shutil|sqlite3|tempfile")
DISK_METHODS = re.compile(
    "open|(read|write)_(bytes|text)|exists|is_(dir|file|symlink)|stat|lstat|samefile|chmod|touch|unlink|(sym|hard)link_to|"
    "iterdir|glob|rglob|walk|mkdir|rmdir|resolve|expanduser"
)
NETWORK_MODULES = re.compile(
    "aiohttp|asyncio|ftplib|http|httpx|requests|smtplib|socket|socketserver|ssl|urllib3?|webbrowser"
)

DOOR = "claims/files/"
EXEMPT = {
    "claims/__main__.py": "ends the process",
    "claims/cli/output.py": "asks for the terminal's width and colours, and gives a closed pipe a place to go",
}
SCREEN = ("claims/cli/", "claims/__main__.py")


def _touches_disk(module) -> list[str]:
    imported = [name.partition(".")[0] for name in module.imported]
    found = [f"imports {name}" for name in imported if DISK_MODULES.fullmatch(name)]
    # what is a path has to be imported, if only for its type; elsewhere these methods are those of other things
    has_paths = "pathlib" in imported or "importlib" in imported
    for call in module.calls:
        match call.func:
            case ast.Name(id="open"):
                found.append(f"line {call.lineno} calls open()")
            case ast.Attribute(attr=method) if has_paths and DISK_METHODS.fullmatch(method):
                found.append(f"line {call.lineno} calls .{method}()")
    return found


def _prints(module) -> list[str]:
    found = []
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="print")):
                found.append(f"line {node.lineno} calls print()")
            case ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr" | "__stdout__" | "__stderr__"):
                found.append(f"line {node.lineno} uses sys.{node.attr}")
    return found


def test_only_files_touches_the_disk(package):
    """Outside claims/files no module opens, lists, reads or writes files."""
    found = {
        module.name: reasons
        for module in package
        if not module.name.startswith((DOOR, *EXEMPT)) and (reasons := _touches_disk(module))
    }
    assert not found, f"move to {DOOR}, or exempt by name with a reason: {found}"


def test_exemptions_from_the_disk_rule_are_needed(package):
    """An exemption for what is gone, or touches no disk any more, has to go."""
    touching = [module.name for module in package if _touches_disk(module)]
    unneeded = [place for place in EXEMPT if not any(name.startswith(place) for name in touching)]
    assert not unneeded


def test_only_the_command_line_prints(package):
    """Outside claims/cli and the entry point nothing is printed."""
    found = {
        module.name: reasons
        for module in package
        if not module.name.startswith(SCREEN) and (reasons := _prints(module))
    }
    assert not found


def test_nothing_reaches_the_network(package):
    """The promise to work offline: no module imports anything that could connect."""
    found = {
        module.name: names
        for module in package
        if (names := [name for name in module.imported if NETWORK_MODULES.fullmatch(name.partition(".")[0])])
    }
    assert not found
