"""The command `cavendish`. Its parts load when a command needs them, so that `--help` answers at once.

The result goes to stdout and everything else to stderr; `exits` is the table of exit codes. Whatever goes wrong comes
by `main` and leaves it as a few lines, or as one JSON document with `--json`, never as a traceback.
"""

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

DEBUG = "CAVENDISH_DEBUG"  # set to anything: tracebacks and logs are shown
NAME = "CAVENDISH_COMMAND"  # how the caller calls us, where a script stands between


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # an old terminal must not end a paid call
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: Sequence[str]) -> int:
    try:
        from cavendish.cli.app import app

        code = app(args=arguments, prog_name=os.environ.get(NAME, "cavendish"), standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes at exit
        return 141
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get(DEBUG):
            raise
        from cavendish.cli.failure import failure_of
        from cavendish.cli.report import report_failure

        return report_failure(failure_of(error), as_json=_wants_json(arguments))
    return int(code or 0)


def _wants_json(arguments: Sequence[str]) -> bool:
    """Asked of the bare arguments, for they may be what is wrong."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options
