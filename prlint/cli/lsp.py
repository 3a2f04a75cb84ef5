"""Serves editors: findings as one types, with their evidence and suggestions (Language Server Protocol)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.console import Failure
from prlint.finding import SEVERITIES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "Serves editors: findings as one types, with their evidence and suggestions (Language Server Protocol)."

EPILOG = """\
examples:
  prlint lsp                 what an editor's settings name as the command
  prlint lsp --show info     notes are marked, too

An editor starts it and speaks to it on standard input and output. A draft gets the findings that `prlint check` gives
it: the archive and the settings come from prlint.yaml. It needs pygls: pip install 'prlint[lsp]'."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint lsp`."""
    parser.add_argument(
        "--show",
        action="append",
        default=[],
        choices=SEVERITIES,
        metavar="SEVERITY",
        help="also mark findings of this severity (info)",
    )
    # Many editors' clients add it by themselves.
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output, as it always does")


def run(arguments: Namespace) -> int:
    """Serves until the editor hangs up; returns 0."""
    try:
        from prlint.editor.server import server
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise Failure("prlint lsp needs pygls, which is not installed", "pip install 'prlint[lsp]'") from missing
    server(("error", "warning", *arguments.show)).start_io()
    return 0
