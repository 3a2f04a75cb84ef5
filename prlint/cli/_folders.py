"""Where the profiles of one or several issuers go, and which folder is the archive of each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import inputs, profile
from prlint.console import Failure

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from prlint.claim import Release
    from prlint.proposal.entry import Entry

#: Issuers that an error names.
_NAMED = 8


def targets(releases: Sequence[Release], arguments: Namespace) -> Iterator[tuple[str, list[Release], Entry | None]]:
    """Yields for each issuer the path of its profile (`-` for standard output), its releases, and the entry for its archive.

    Raises Failure where no release names an issuer, and where several issuers lie in one folder.
    """
    groups = _issuers(releases, arguments.issuer)
    output = arguments.output
    if len(groups) > 1 and output:
        raise Failure(f"--output is one file, and the releases are of {_list(groups)}", "choose one with --issuer NAME")
    if len(groups) > 1 and (folders := _apart(groups)) is None:
        raise Failure(
            f"these releases, in one folder, are of several issuers: {_list(groups)}",
            "choose one with --issuer NAME, or give each issuer a folder of its own",
        )
    for i, (_, group) in enumerate(groups):
        if output:
            base = os.path.dirname(os.path.abspath(output)) if output != inputs.STDIN else os.getcwd()
            target = output
        else:
            folder = folders[i] if len(groups) > 1 and folders is not None else _home(group)
            target = os.path.join(folder, profile.NAME)
            base = os.path.abspath(folder)
        yield target.removeprefix("./"), group, _archive(arguments.paths, group, base, several=len(groups) > 1)


def _issuers(releases: Sequence[Release], wanted: str | None) -> list[tuple[str, list[Release]]]:
    """Returns the issuers with their releases, those of most releases first."""
    from prlint.proposal.propose import named
    from prlint.resolve.company import bare
    from prlint.resolve.issuer import issuers
    from prlint.text.near import squeezed

    at = profile.find(_path(releases[0]))
    confirmed = profile.load(at) if at else {}
    groups = issuers(releases, confirmed)
    known = [(name, list(group)) for group in groups if (name := named(group))]
    if not known:
        raise Failure("no release names its issuer", "a release names it in its dateline, headline, or with its ticker")
    if len(known) == 1:
        # A text that names no issuer is the only one's.
        known = [(known[0][0], list(releases))]
    if wanted is not None:
        folded = squeezed(bare(wanted))
        chosen = [one for one in known if folded in _called(one)]
        if not chosen:
            from prlint.text.hints import hint

            raise Failure(
                f"no release is of an issuer called `{wanted}`", hint(wanted, [name for name, _ in known[:_NAMED]])
            )
        known = chosen[:1]
    return sorted(known, key=lambda one: (-len(one[1]), one[0]))


def _called(one: tuple[str, list[Release]]) -> set[str]:
    from prlint.resolve.company import bare
    from prlint.text.near import squeezed

    name, group = one
    return {squeezed(name)} | {
        squeezed(word) for release in group for word in (bare(release.issuer), release.ticker) if word
    }


def _list(groups: Sequence[tuple[str, list[Release]]]) -> str:
    shown = [f"{name} ({len(group)})" for name, group in groups[:_NAMED]]
    return ", ".join(shown) + (f" and {len(groups) - _NAMED} more" if len(groups) > _NAMED else "")


def _apart(groups: Sequence[tuple[str, list[Release]]]) -> list[str] | None:
    """Returns for each issuer the topmost folder that holds no release of another, None where there is none."""
    folders = [{os.path.dirname(os.path.abspath(_path(release))) for release in group} for _, group in groups]
    found = []
    for i, mine in enumerate(folders):
        common = os.path.commonpath(list(mine))
        others = [folder for j, other in enumerate(folders) if j != i for folder in other]
        if any(_within(folder, common) for folder in others):
            return None
        while (
            not any(_within(folder, os.path.dirname(common)) for folder in others) and os.path.dirname(common) != common
        ):
            common = os.path.dirname(common)
        found.append(os.path.relpath(common))
    return found


def _home(group: Sequence[Release]) -> str:
    """Returns the folder of one issuer's profile: that of the one in force, else the working folder if the releases lie there."""
    first = _path(group[0])
    known = profile.find(first)
    if known is not None:
        return os.path.dirname(known) or "."
    common = os.path.commonpath([os.path.dirname(os.path.abspath(_path(release))) for release in group])
    return "." if _within(common, os.getcwd()) else os.path.relpath(common)


def _archive(named: Sequence[str], group: Sequence[Release], base: str, several: bool) -> Entry | None:
    """Returns the entry for the folder of the releases; None where they came from no folder.

    It is certain where all of the releases lie in the one folder that was named,
    or that holds the files that were, and nothing else is read with it.
    """
    from prlint.proposal.entry import Entry

    found = [os.path.abspath(_path(release)) for release in group if _path(release) != inputs.STDIN]
    if not found:
        return None
    common = os.path.commonpath([os.path.dirname(path) for path in found])
    folders = [os.path.abspath(path) for path in named if path != inputs.STDIN and os.path.isdir(path)]
    if not several and len(folders) == 1 and len(named) == 1:
        common = folders[0]
    value = os.path.relpath(common, base).replace(os.sep, "/")
    value = value if value == "." else f"{value}/"
    doubt = ""
    if common == base and not folders:
        doubt = "the releases were named one by one, and drafts may lie beside them"
    elif len({os.path.dirname(path) for path in found}) > 1 and not (several or len(folders) == 1):
        doubt = "the releases lie in several folders"
    seen = f"where the {len(found)} release{'s lie' if len(found) > 1 else ' lies'}: evidence, not checked"
    return Entry(("archive",), value, value, seen, doubt)


def _within(folder: str, outer: str) -> bool:
    return folder == outer or folder.startswith(os.path.join(outer, ""))


def _path(release: Release) -> str:
    """Returns the file of a release: one within another is named after it (`filing.txt#EX-99.1`)."""
    path = release.document.path
    return inputs.file_holding(path)
