"""Proposes a prlint.yaml from an issuer's earlier releases, for a person to confirm.

A prlint.yaml that is there already keeps every byte: what is new is added to it,
and what was deleted from it stays deleted.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import console, inputs, paths, profile
from prlint.cli import _folders
from prlint.cli._asked import complain
from prlint.cli._read import given, understood
from prlint.console import Failure
from prlint.text.terminal import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from prlint.claim import Release
    from prlint.proposal.entry import Entry

HELP = "Proposes a prlint.yaml from an issuer's earlier releases, for a person to confirm."

EPILOG = """\
examples:
  prlint init releases/                writes prlint.yaml, to be read and corrected
  prlint init releases/ --output -     shows what it would write

An existing prlint.yaml keeps every byte: what is new is added, and what was deleted from it stays deleted."""

#: Entries that are named one by one in what is said of a run.
_TOLD = 12


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint init`."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="RELEASES", help="earlier releases: files, or folders of them")
    add("--issuer", metavar="NAME", help="propose for this issuer only: its name or ticker")
    add(
        "--output",
        metavar="FILE",
        help="write to this file, - for standard output (default: prlint.yaml, see the manual)",
    )
    add("--schema", action="store_true", help="print the JSON Schema of prlint.yaml, for editors")


def run(arguments: Namespace) -> int:
    """Writes or prints the profiles and returns 0, or 2 when a release could not be read."""
    if arguments.schema:
        with open(os.path.join(os.path.dirname(profile.__file__), "profile.schema.json"), encoding="utf-8") as stream:
            console.out(stream.read())
        return 0
    if not arguments.paths:
        raise Failure("no releases were named", "prlint init releases/")
    from prlint.proposal.propose import TYPES
    from prlint.rulebook import load

    sources, errors, notices = given(arguments.paths, arguments.output)
    rulebook = load([], builtin=paths.rules_folder(), cache=profile.cache_folder())
    releases = understood(sources, rulebook, TYPES, errors)
    for notice in dict.fromkeys(notices):
        console.say(notice)
    complain(errors)
    if not releases:
        raise Failure("there was no release to read")
    for target, group, archive in _folders.targets(releases, arguments):
        _propose(target, group, archive, rulebook.lists)
    return 2 if errors else 0


def _propose(target: str, releases: Sequence[Release], archive: Entry | None, lists: Mapping[str, object]) -> None:
    """Proposes the profile of one issuer's releases at a path; `-` is standard output."""
    from prlint.proposal.merge import merged
    from prlint.proposal.propose import propose, wires
    from prlint.text.markets import markets

    shown = target != inputs.STDIN
    text = _existing(target) if shown else None
    entries = [*propose(releases, lists), *([archive] if archive else [])]
    if text is not None:
        _same_issuer(target, text, entries)
    remarks = [f"wire: {wire} ({seen})" for wire, seen in wires(releases)]
    try:
        result = merged(text, entries, markets=markets(lists), remarks=remarks, path=target)
    except ValueError as problem:
        raise Failure(f"{target}: {problem}") from problem
    if not shown:
        console.out(result.text)
        return
    if result.text == text:
        console.out(f"{target}: nothing new in {counted(len(releases), 'release')}\n")
        return
    console.save(target, result.text.encode("utf-8"))
    facts, doubtful = (
        counted(len(result.facts), "fact"),
        counted(len(result.doubtful), "doubtful entry", "doubtful entries"),
    )
    what = f"{'added' if text is not None else 'proposed'} {facts} and {doubtful}"
    lines = [
        f"{target}: {what} from {counted(len(releases), 'release')}",
    ]
    if text is not None:
        new = [*result.facts, *result.doubtful]
        lines += [f"  {'?' if one.doubt else '+'} {'.'.join(one.path)}: {_short(one)}" for one in new[:_TOLD]]
        lines += [f"  … and {len(new) - _TOLD} more"] if len(new) > _TOLD else []
    if result.doubtful:
        lines.append("Doubtful entries are comments: take their `# ` away, or delete them.")
    console.out("".join(f"{line}\n" for line in lines))


def _existing(path: str) -> str | None:
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except FileNotFoundError:
        return None
    # What is no profile is an error with its place, and stays as it is.
    profile.load(path)
    return data.decode("utf-8")


def _same_issuer(path: str, text: str, entries: Sequence[Entry]) -> None:
    """Raises Failure where a profile is another issuer's."""
    from prlint.resolve.company import bare
    from prlint.text.near import squeezed

    issuer = profile.parse(text.removeprefix("\ufeff"), path).get("issuer", {})
    known = [
        issuer.get("name", ""),
        *issuer.get("short_names", ()),
        *(one["name"] for one in issuer.get("former_names", ())),
    ]
    mine = next(str(one.value) for one in entries if one.path == ("issuer", "name"))
    if issuer.get("name") and squeezed(bare(mine)) not in {squeezed(bare(one)) for one in known}:
        raise Failure(
            f"{path} is the profile of {issuer['name']}, and these releases are of {mine}",
            "name another file with --output, or add the name to `short_names` or `former_names`",
        )


def _short(entry: Entry) -> str:
    from prlint.proposal.written import value
    from prlint.text.terminal import printable

    return printable(value(entry.value))
