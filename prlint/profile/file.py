"""The file: found, read, and kept in the form that was made of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from prlint import paths
from prlint.digest import sha256
from prlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.text.error import RuleError

NAME = "prlint.yaml"

#: Bytes; a profile is written by hand.
SIZE_LIMIT = 1_000_000

#: Changes when keys.py makes other data of the same profile.
_CACHE_FORMAT = 1


def find(path: str) -> str | None:
    """Returns the nearest prlint.yaml at or above the folder of `path`, None where there is none.

    It is relative where it lies in the working folder or above that, so that
    no report shows more of the machine than was named; absolute elsewhere.
    """
    folder = os.path.dirname(os.path.abspath(path))
    while True:
        candidate = os.path.join(folder, NAME)
        # A folder or a link to nowhere is found, too: whoever reads it says what is wrong.
        if os.path.lexists(candidate):
            here = os.path.join(os.getcwd(), "")
            return (
                os.path.relpath(candidate)
                if here.startswith(os.path.join(folder, ""))
                else candidate.removeprefix(here)
            )
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def load(path: str, cache: str | None = None) -> dict[str, Any]:
    """Returns the profile in the file at `path`; raises RuleError.

    `cache` is a folder that only the user can write. What was read is kept
    there as JSON, and is used as long as the file's bytes stay the same.
    """
    data = _bytes(path)
    key = sha256(f"{_CACHE_FORMAT}\0{__version__}\0".encode() + data).hexdigest()
    kept = (
        os.path.join(
            cache, f"profile-{sha256(os.path.abspath(path).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"
        )
        if cache
        else ""
    )
    profile = _recalled(kept, key) if kept else None
    if profile is None:
        profile = parse(decoded(data, path), path)
        if kept:
            _keep(kept, key, profile)
    return _located(profile, os.path.dirname(path))


def cache_folder() -> str | None:
    """Returns the folder for `load`, None where none can be had: everything works without, only slower."""
    try:
        return paths.cache_folder()
    except OSError:
        return None


def parse(text: str, path: str = NAME) -> dict[str, Any]:
    """Returns the profile that `text` holds, its paths as written; raises RuleError."""
    from prlint.profile.keys import whole
    from prlint.text import yaml

    source, root = yaml.parse(text, path, "a profile")
    profile: dict[str, Any] = {} if root.null else whole()(root, source, "")
    return profile


def mistake(path: str, keys: Sequence[str], message: str, hint: str = "") -> RuleError:
    """Returns an error at a key or list item of the file, for what only others can know to be wrong.

    `keys` leads there from the top (`("rules", "ignore", "acronym-unsued")`).
    Where the file changed in between, the error has no place.
    """
    from prlint.text import yaml
    from prlint.text.error import RuleError

    try:
        source, node = yaml.parse(decoded(_bytes(path), path), path, "a profile")
        marked = node
        for key in keys:
            children = {name: (at, value) for name, at, value in node.items()} if node.kind == "mapping" else {}
            children.update({child.value: (child, child) for child in node.value if node.kind == "sequence"})
            marked, node = children[key]
    except (RuleError, KeyError, TypeError):
        return RuleError(path, message, hint=hint)
    return source.at(marked, message, hint=hint)


def _bytes(path: str) -> bytes:
    from prlint.text.error import RuleError

    try:
        with open(path, "rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as problem:
        raise RuleError(path, f"cannot be read: {problem.strerror}") from problem
    if len(data) > SIZE_LIMIT:
        raise RuleError(path, f"the file is larger than {SIZE_LIMIT:,} bytes")
    return data


def decoded(data: bytes, path: str) -> str:
    """Returns the text of the file; raises RuleError at the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        from prlint.text.error import RuleError

        # `problem.object` is the file without a byte-order mark.
        before = problem.object[: problem.start].decode().split("\n")
        source = problem.object.split(b"\n")[len(before) - 1].decode(errors="replace")
        raise RuleError(
            path,
            "this is not UTF-8",
            line=len(before),
            column=len(before[-1]) + 1,
            source=source.rstrip("\r"),
            hint="save the file as UTF-8",
        ) from problem


def _recalled(kept: str, key: str) -> dict[str, Any] | None:
    import json

    try:
        with open(kept, "rb") as stream:
            found = json.loads(stream.read())
        profile = found["profile"] if found["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        # Nothing was kept, or something else is there: it is read anew.
        return None
    return profile if isinstance(profile, dict) else None


def _keep(kept: str, key: str, profile: Mapping[str, Any]) -> None:
    import json

    from prlint.text import atomic

    try:
        atomic.write(kept, json.dumps({"key": key, "profile": profile}).encode())
    except OSError:
        return  # a full or read-only disk costs time, not the result


def _located(profile: dict[str, Any], folder: str) -> dict[str, Any]:
    if "archive" in profile:
        profile["archive"] = os.path.join(folder, profile["archive"])
    rules = profile.get("rules", {})
    if "paths" in rules:
        rules["paths"] = [os.path.join(folder, path) for path in rules["paths"]]
    return profile
