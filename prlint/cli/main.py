"""The prlint command: finds the subcommand, runs it, and answers for how it ends.

A file of this folder is a subcommand. It offers `HELP` (one line, also the
first of its docstring), `add_arguments(parser)` and `run(arguments)`, which
returns the exit code: 0 nothing found, 1 findings, 2 the run itself failed.
Only the one that is asked for is imported.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from prlint import console
from prlint.console import Failure
from prlint.version import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence
    from types import FrameType

USAGE = "usage: prlint COMMAND …; prlint --help lists the commands"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code; nothing but a bug of prlint ever shows a traceback."""
    try:
        _stop_on_terminate()
        return _command(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return 130
    except Exception as problem:  # the last resort: one clear line instead of a traceback
        if os.environ.get("PRLINT_TRACEBACK"):
            raise
        _complain(problem)
        return 2


def _command(argv: Sequence[str]) -> int:
    if not argv:
        raise Failure("no command was given", USAGE)
    word, *rest = argv
    if word == "--version":
        console.out(f"prlint {__version__}\n")
        return 0
    if word in ("--help", "-h", "help"):
        console.out(_help())
        return 0
    known = commands()
    if word not in known:
        from prlint.text.hints import hint

        raise Failure(f"there is no command `{word}`", hint(word, known, USAGE))
    module = _module(word)
    parser = parser_of(word)
    try:
        arguments = parser.parse_args(rest)
    except SystemExit as end:  # argparse ends the process after --help
        return int(end.code or 0)
    code: int = module.run(arguments)
    return code


def parser_of(word: str) -> ArgumentParser:
    """Returns the parser of a command; what is wrong with arguments it raises as Failure."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    class Parser(ArgumentParser):
        """Says what is wrong in one line."""

        def error(self, message: str) -> NoReturn:
            raise Failure(message, f"{self.prog} --help shows what may stand here")

    module = _module(word)
    parser = Parser(
        prog=f"prlint {word}",
        description=module.HELP,
        epilog=getattr(module, "EPILOG", None),
        # Left to find the width itself, argparse imports shutil and with it three compressors.
        formatter_class=lambda prog: RawDescriptionHelpFormatter(prog, width=console.width() - 2),
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    return parser


def commands() -> list[str]:
    """Returns the names of the subcommands, sorted."""
    files = (os.path.splitext(file) for file in os.listdir(os.path.dirname(os.path.abspath(__file__))))
    return sorted(
        name.replace("_", "-") for name, suffix in files if suffix == ".py" and name != "main" and name[0] != "_"
    )


def _module(word: str) -> Any:
    name = f"prlint.cli.{word.replace('-', '_')}"
    __import__(name)
    return sys.modules[name]


#: The commands in the order in which one comes to need them; any other is listed at the end.
_GROUPS = (
    ("before a release goes out", ("check", "review", "claims", "waive", "correction")),
    ("set up", ("init", "lsp", "completion")),
    ("rules", ("rules", "explain", "prove")),
)


def grouped() -> list[tuple[str, list[str]]]:
    """Returns the names of the commands under their headings, in the order in which one comes to need them."""
    names = commands()
    named = {name for _, group in _GROUPS for name in group}
    groups = [*_GROUPS, ("more", tuple(name for name in names if name not in named))]
    found = [(heading, [name for name in group if name in names]) for heading, group in groups]
    return [(heading, there) for heading, there in found if there]


def _help() -> str:
    wide = max(map(len, commands()))
    lines: list[str] = []
    for heading, there in grouped():
        lines += ["", f"{heading}:", *(f"  {name:<{wide}}  {summary(name)}" for name in there)]
    return "\n".join(
        [
            "prlint reads press releases and reports what contradicts itself, with the evidence.",
            "",
            "usage: prlint COMMAND …   (prlint COMMAND --help says more)",
            *lines,
            "",
            "examples:",
            "  prlint check releases/                        a folder: its releases are each other's evidence",
            "  prlint check draft.docx --archive releases/   a draft, against the earlier releases",
            "  prlint explain person-name-variant            why a rule speaks, and when it is silent",
            "",
            "exit code: 0 nothing found, 1 findings, 2 the run itself failed",
            "",
        ]
    )


def summary(name: str) -> str:
    """Returns the first line of a command's docstring, read without importing it."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name.replace("-", "_") + ".py")
    with open(path, encoding="utf-8") as stream:
        return stream.readline().strip().strip('"')


def _complain(problem: Exception) -> None:
    """Says in one line what went wrong; a mistake in a file of the user's comes with its line and a caret."""
    if isinstance(problem, Failure):
        console.say(str(problem), problem.hint)
        return
    from prlint.registry import Refused
    from prlint.text.error import RuleError

    if isinstance(problem, (RuleError, Refused)):
        console.say(str(problem))
    elif isinstance(problem, OSError) and problem.filename is not None:
        console.say(f"{problem.filename}: {problem.strerror}")
    else:
        said = " ".join(f"{type(problem).__name__}: {problem}".split())
        console.say(f"internal error: {said}", "PRLINT_TRACEBACK=1 shows where")


def _stop_on_terminate() -> None:
    """Lets a termination unwind, so that no half-written file stays behind."""
    from signal import SIGTERM, signal

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(143)

    try:
        signal(SIGTERM, stop)
    except ValueError:
        return  # not in the main thread: whoever runs us there has handlers of their own


if __name__ == "__main__":
    sys.exit(main())
