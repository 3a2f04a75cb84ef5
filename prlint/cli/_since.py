"""--since REF: which drafts are not the same as in a revision of git.

A draft that the revision does not have (added, renamed, never committed) is
not the same. git is asked what it knows, and never told to do anything.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from prlint import inputs
from prlint.console import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from subprocess import CompletedProcess

    from prlint.report import Report

#: Where git is told to look, as it is in a hook of another repository: the draft's own folder says it here.
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")


class _Known(NamedTuple):
    """What a revision has: the real paths of its files, and those of them that are other now."""

    files: frozenset[str]
    changed: frozenset[str]


def changed(ref: str, paths: Iterable[str]) -> frozenset[str]:
    """Returns those of the files at `paths` that are not in the revision `ref` as they are; standard input always is.

    Raises Failure where git is not there, a file lies in no repository, or its repository has no such revision.
    """
    if not ref or ref.startswith("-"):
        raise Failure(f"--since cannot be `{ref}`", "it takes a revision of git: --since main")
    roots: dict[str, str] = {}
    known: dict[str, _Known] = {}
    found = set()
    for path in paths:
        if path == inputs.STDIN:
            found.add(path)
            continue
        # A link is a file of its own to git, and what it leads to is another.
        beside = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
        for file in {beside, os.path.realpath(path)}:
            folder = os.path.dirname(file)
            if folder not in roots:
                roots[folder] = _root(folder, path)
            root = roots[folder]
            if root not in known:
                known[root] = _known(ref, root)
            if file not in known[root].files or file in known[root].changed:
                found.add(path)
    return frozenset(found)


def told(report: Report, ref: str) -> Report:
    """Returns the report, which says so where no draft was checked because none has changed."""
    if report.documents or report.errors:
        return report
    return report._replace(notices=(*report.notices, f"no draft has changed since {ref}: nothing was checked"))


def _root(folder: str, path: str) -> str:
    """Returns the top folder of the repository that holds `folder`."""
    above = folder
    while not os.path.lexists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        if parent == above:
            raise Failure(
                f"--since: {path} lies in no git repository", "without --since every draft that is named is checked"
            )
        above = parent
    return above


def _known(ref: str, root: str) -> _Known:
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found.returncode:
        said = os.fsdecode(found.stderr).strip().partition("\n")[0]
        if said:
            raise Failure(f"--since: git cannot read {root}: {said}")
        hint = "git branch --all and git tag list the names that it knows"
        if _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
            hint = "this clone is a shallow one: fetch the revision, or the whole history (fetch-depth: 0)"
        raise Failure(f"--since {ref}: there is no such revision in {root}", hint)
    commit = os.fsdecode(found.stdout).strip()
    files = _listed(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    other = _listed(root, "diff", "--no-ext-diff", "--no-renames", "--name-only", "-z", commit, "--")
    return _Known(files, other)


def _listed(root: str, *arguments: str) -> frozenset[str]:
    done = _git(root, *arguments)
    if done.returncode:
        raise Failure(f"--since: git cannot read {root}: {os.fsdecode(done.stderr).strip().partition(chr(10))[0]}")
    return frozenset(os.path.join(root, os.fsdecode(name)) for name in done.stdout.split(b"\0") if name)


def _git(root: str, *arguments: str) -> CompletedProcess[bytes]:
    import subprocess

    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    # Watching the file system is a program of the repository's choice.
    command = ["git", "-C", root, "-c", "core.fsmonitor=false", *arguments]
    try:
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as problem:
        raise Failure("--since needs git, which is not installed") from problem
