"""Shows what was understood: the claims of each release, and each asset's phase over time.

This is also how the author of a rule sees what it will work on:
`prlint claims --only trial releases/`. With `--against` it shows what a draft
changes, adds and drops: the page to read before the text.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from prlint import console, inputs, paths, profile
from prlint.cli import _output
from prlint.cli._asked import complain
from prlint.cli._options import words
from prlint.cli._read import given, understood
from prlint.console import Failure

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Release
    from prlint.report import RunError
    from prlint.rulebook.model import Rulebook

HELP = "Shows what was understood: the claims of each release, and each asset's phase over time."

EPILOG = """\
examples:
  prlint claims draft.docx --only person,trial    what was read of people and trials
  prlint claims draft.docx --against releases/    what the draft changes, adds and drops
  prlint claims releases/ --format json           all of it, for programs

exit code: 0, or 2 when something could not be read"""

FORMATS = ("table", "json", "html")


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint claims`."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="releases: files, folders, or - for standard input")
    add("--only", action="append", default=[], metavar="TYPES", help="only claims of these types, with commas")
    add("--against", metavar="OLD", help="show what changed since an earlier release: a file, or a folder of them")
    add("--format", default="table", choices=FORMATS, metavar="FORMAT", help="table, json or html (default: table)")
    add("--rules", action="append", default=[], metavar="PATH", help="claims of your own: a file or folder")
    add("--output", metavar="FILE", help="write to a file")


def run(arguments: Namespace) -> int:
    """Prints the claims and returns 0, or 2 when something could not be read."""
    from prlint.rulebook import load

    sources, errors, notices = given(arguments.paths, arguments.output)
    profiles = _profiles([source.path for source in sources])
    own = [path for one in profiles.values() for path in one.get("rules", {}).get("paths", ())]
    rulebook = load([*dict.fromkeys(own), *arguments.rules], builtin=paths.rules_folder(), cache=profile.cache_folder())
    only = _types(rulebook, arguments.only)
    # A trial's asset is known under all of its names only where the assets were read.
    types = None if arguments.against or not only else (*only, "asset") if "trial" in only else only
    releases = understood(sources, rulebook, types, errors)
    profiles |= {
        one.document.path: profiles[inputs.file_holding(one.document.path)]
        for one in releases
        if one.document.path not in profiles
    }
    if arguments.against:
        text = _changes(arguments, releases, rulebook, profiles, only, errors, notices)
    elif arguments.format == "html":
        from prlint.chronicles import chronicles
        from prlint.reporters.html.claims import render
        from prlint.version import __version__

        told = chronicles(releases, rulebook, profiles, only)
        text = render(told, __version__, rulebook.digest, errors, list(dict.fromkeys(notices)))
    else:
        from prlint.cli._phases import assets

        phases = assets(releases, profiles) if not only or "trial" in only else []
        if arguments.format == "json":
            from prlint.cli._claims_json import as_json

            text = as_json(releases, only, phases, errors)
        else:
            from prlint.cli._claims_table import as_table

            text = as_table(releases, only, phases, _columns(arguments))
    if arguments.output:
        _output.write(arguments.output, text)
    else:
        console.out(text)
    for notice in dict.fromkeys(notices):
        console.say(notice)
    complain(errors)
    for problem in rulebook.errors:
        console.say(str(problem))
    return 2 if errors or rulebook.errors else 0


def _changes(
    arguments: Namespace,
    releases: Sequence[Release],
    rulebook: Rulebook,
    profiles: Mapping[str, Mapping[str, Any]],
    only: Sequence[str],
    errors: list[RunError],
    notices: list[str],
) -> str:
    """Returns what the releases change since those that --against names."""
    from prlint.cli import _against

    old, wrong, said = given([arguments.against])
    errors += wrong
    notices += said
    earlier = understood(old, rulebook, None, errors)
    chosen = os.path.isfile(arguments.against)
    compared = _against.compared(releases, earlier, rulebook, profiles, only=only, chosen=chosen)
    notices += _against.remarks(compared, arguments.against)
    if arguments.format == "html":
        return _against.as_page(compared, rulebook, errors, list(dict.fromkeys(notices)))
    if arguments.format == "json":
        return _against.as_json(compared, errors)
    return _against.as_text(compared, _columns(arguments))


def _columns(arguments: Namespace) -> int:
    return console.WIDTH if arguments.output else console.width()


def _profiles(files: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Returns each file's profile."""
    cache = profile.cache_folder()
    loaded: dict[str | None, Mapping[str, Any]] = {None: {}}
    result = {}
    for path in files:
        of = profile.find("x" if path == inputs.STDIN else path)
        if of is not None and of not in loaded:
            loaded[of] = profile.load(of, cache)
        result[path] = loaded[of]
    return result


def _types(rulebook: Rulebook, wanted: Iterable[str]) -> tuple[str, ...]:
    from prlint import registry

    known = (*registry.names("extractors"), *(fact.name for fact in rulebook.facts))
    types = tuple(words(wanted))
    for type in types:
        if type not in known:
            from prlint.text.hints import hint

            raise Failure(f"no claim type is called `{type}`", hint(type, known))
    return types
