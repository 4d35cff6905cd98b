"""Thin commands; the only code that prints.

:func:`run` is the whole command line: it returns an exit status and never raises. What a person can do something
about is one or a few lines on standard error and status 2; a fault of this program is a line that asks to report
it, and its traceback.

    0   nothing at or above --fail-level
    1   findings
    2   bad usage, bad facts or rules, input that cannot be read
    130 interrupted

Each command is a file with one function; :mod:`claims.cli.app` lists them.
"""

from __future__ import annotations

from claims.cli.status import INTERRUPTED, TROUBLE


def run(arguments: list[str]) -> int:
    """Run one command line, given without the program's name; the exit status is returned."""
    from contextvars import copy_context

    from claims.cli import output
    from claims.errors import ClaimsError, LoadError

    try:
        # what an option turns off is off for this command line only
        return copy_context().run(_dispatch, arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except LoadError as error:
        output.complain_of(error.problems)
    except ClaimsError as error:
        output.complain(f"claims: {error}")
    except Exception:  # noqa: BLE001 - the last door: what comes here is a fault of this program
        output.complain_of_ourselves()
    return TROUBLE


def _dispatch(arguments: list[str]) -> int:
    if arguments[:1] == ["check"]:
        from claims.cli.quick import read_quickly

        asked = read_quickly(arguments)
        if asked is not None:
            paths, options = asked
            return options.check(paths)
    from claims.cli.app import app

    try:
        app(arguments, prog_name="claims")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else TROUBLE
    return 0
