"""Prints a script with which a shell completes commands, options and their values.

The script is made of the commands as they are, and holds all that it needs:
completing starts no Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import console

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "Prints a script with which a shell (bash, zsh, fish) completes commands, options and their values."

EPILOG = """\
examples:
  prlint completion bash > ~/.local/share/bash-completion/completions/prlint
  prlint completion zsh > ~/.zfunc/_prlint            with ~/.zfunc in fpath, before compinit
  prlint completion fish > ~/.config/fish/completions/prlint.fish

Make it anew after an update: it knows the commands and rules of its version."""

SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint completion`."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))


def run(arguments: Namespace) -> int:
    """Prints the script and returns 0."""
    from prlint.cli._complete import script

    console.out(script(arguments.shell))
    return 0
