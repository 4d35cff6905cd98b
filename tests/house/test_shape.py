"""Sizes and docstrings: the limits hold for the whole package, and a failure names the longest offenders."""

from __future__ import annotations

import ast
import statistics

MEDIAN_BELOW = 10
USUAL = 25
USUAL_SHARE = 0.90
LONGEST_FUNCTION = 70  # a command of the command line: its options are its parameters, one a line
SITTING = 250
SITTING_SHARE = 0.90
LONGEST_MODULE = 456  # claims/expressions/compiling.py; may only go down


def _lengths(package) -> list[tuple[int, str]]:
    """The length of each function, from its ``def`` to its last line, with its place; longest first."""
    return sorted(
        (
            ((node.end_lineno or node.lineno) - node.lineno + 1, f"{module.name}:{node.lineno} {node.name}")
            for module in package
            for node in module.functions
        ),
        reverse=True,
    )


def _longest(lengths: list[tuple[int, str]], limit: int) -> str:
    return "".join(f"\n  {length:4} {place}" for length, place in lengths if length > limit)


def test_functions_are_a_third_of_a_screen(package):
    """The median function is below 10 lines, nine in ten have at most 25, none more than 70."""
    lengths = _lengths(package)
    sizes = [length for length, _ in lengths]
    usual = sum(length <= USUAL for length in sizes) / len(sizes)
    figures = f"{len(sizes)} functions, median {statistics.median(sizes)}, {usual:.1%} within {USUAL} lines"
    assert statistics.median(sizes) < MEDIAN_BELOW, figures
    assert usual >= USUAL_SHARE, figures + _longest(lengths, USUAL)
    assert sizes[0] <= LONGEST_FUNCTION, figures + _longest(lengths, LONGEST_FUNCTION)


def test_modules_are_read_in_one_sitting(package):
    """Nine modules in ten have fewer than 250 lines, and the longest does not grow."""
    lengths = sorted(((module.length, module.name) for module in package), reverse=True)
    short = sum(length < SITTING for length, _ in lengths) / len(lengths)
    assert short >= SITTING_SHARE, f"{short:.1%} of modules are below {SITTING} lines" + _longest(lengths, SITTING)
    assert lengths[0][0] <= LONGEST_MODULE, _longest(lengths, LONGEST_MODULE)


def test_every_module_says_what_it_is(package, tests):
    """Each module, of the package and of the tests, has a docstring that is written by now."""
    silent = [
        module.name
        for module in (*package, *tests)
        if _docstring(module.tree).strip(" .").upper() in ("", "TODO", "TBD")
    ]
    assert not silent


def test_everything_public_is_documented(package):
    """Each public class, function and method has a docstring."""
    silent = [f"{module.name}:{node.lineno} {node.name}" for module in package for node in _undocumented(module.tree)]
    assert not silent


def test_every_test_says_what_must_hold(tests):
    """Each test function has a docstring of its own that states the behaviour."""
    silent = [
        f"{module.name}:{node.lineno} {node.name}"
        for module in tests
        for node in module.functions
        if node.name.startswith("test_") and not _docstring(node)
    ]
    assert not silent


def _docstring(node: ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    return ast.get_docstring(node) or ""


def _undocumented(tree: ast.Module | ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """What is public, reachable from outside (nested functions are not) and has no docstring."""
    found = []
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not _docstring(node) and not any(ast.unparse(each) == "overload" for each in node.decorator_list):
            found.append(node)
        if isinstance(node, ast.ClassDef):
            found.extend(_undocumented(node))
    return found
