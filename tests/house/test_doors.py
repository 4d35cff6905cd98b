"""One door to the disk (``claims/files``), one to the screen (``claims/cli``), none to the network."""

from __future__ import annotations

import ast

DISK_MODULES = frozenset({"fileinput", "glob", "mmap", "os", "shutil", "sqlite3", "tempfile"})
DISK_METHODS = frozenset(
    [
        "chmod",
        "exists",
        "expanduser",
        "glob",
        "hardlink_to",
        "is_dir",
        "is_file",
        "is_symlink",
        "iterdir",
        "lstat",
        "mkdir",
        "open",
        "read_bytes",
        "read_text",
        "resolve",
        "rglob",
        "rmdir",
        "samefile",
        "stat",
        "symlink_to",
        "touch",
        "unlink",
        "walk",
        "write_bytes",
        "write_text",
    ]
)
NETWORK_MODULES = frozenset(
    [
        "aiohttp",
        "asyncio",
        "ftplib",
        "http",
        "httpx",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "urllib",
        "urllib3",
        "webbrowser",
    ]
)

OWN_DATA = "reads the data that ships inside the package, through importlib.resources"
DISK_EXEMPT = {
    "claims/languages/detection.py": OWN_DATA,
    "claims/languages/grammar.py": OWN_DATA,
}
SCREEN = ("claims/cli/", "claims/__main__.py")


def _touches_disk(module) -> list[str]:
    found = [f"imports {name}" for name in module.imported if name.partition(".")[0] in DISK_MODULES]
    for call in module.calls:
        match call.func:
            case ast.Name(id="open"):
                found.append(f"line {call.lineno} calls open()")
            case ast.Attribute(attr=method, value=value) if method in DISK_METHODS and not _is_syntax(value):
                found.append(f"line {call.lineno} calls .{method}()")
    return found


def _is_syntax(value: ast.expr) -> bool:
    """Whether it is ``ast.walk`` and the like: a library that shares the name of a method."""
    return isinstance(value, ast.Name) and value.id == "ast"


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
        if not module.name.startswith("claims/files/")
        and module.name not in DISK_EXEMPT
        and (reasons := _touches_disk(module))
    }
    assert not found, f"move to claims/files, or exempt by name with a reason: {found}"


def test_exemptions_from_the_disk_rule_are_needed(package):
    """An exemption whose module is gone or touches no disk any more has to go."""
    touching = {module.name for module in package if _touches_disk(module)}
    assert not DISK_EXEMPT.keys() - touching


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
        if (names := [name for name in module.imported if name.partition(".")[0] in NETWORK_MODULES])
    }
    assert not found
