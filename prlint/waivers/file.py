"""prlint-waivers.yaml: found, read and checked; nothing in it is skipped in silence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from prlint.waivers.record import DIGITS, SCOPES, Identity, Waiver, hexadecimal

if TYPE_CHECKING:
    from prlint.text.yaml import Node, Source

NAME = "prlint-waivers.yaml"
SCHEMA = "prlint-waivers/1"

#: Bytes; a decision takes half a kilobyte.
SIZE_LIMIT = 2_000_000


def find(profile: str | None, folder: str) -> str | None:
    """Returns the file that holds for drafts: beside their prlint.yaml, or where they have none at or above `folder`.

    It is relative where it lies below the working folder, absolute elsewhere; None where there is none.
    """
    if profile is not None:
        beside = os.path.join(os.path.dirname(profile), NAME)
        return beside if os.path.lexists(beside) else None
    folder = os.path.abspath(folder)
    while True:
        candidate = os.path.join(folder, NAME)
        if os.path.lexists(candidate):
            return candidate.removeprefix(os.path.join(os.getcwd(), ""))
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def load(path: str) -> tuple[Waiver, ...]:
    """Returns the decisions in the file at `path`, in its order; raises RuleError."""
    from prlint.profile.file import decoded
    from prlint.text.error import RuleError

    try:
        with open(path, "rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
        if len(data) > SIZE_LIMIT:
            raise RuleError(path, f"the file is larger than {SIZE_LIMIT:,} bytes")
    except OSError as problem:
        raise RuleError(path, f"cannot be read: {problem.strerror}") from problem
    return parse(decoded(data, path), path)


def parse(text: str, path: str = NAME) -> tuple[Waiver, ...]:
    """Returns the decisions that `text` holds; raises RuleError."""
    from prlint.profile.checks import choice, day, entries, mapping, written
    from prlint.text import yaml

    source, root = yaml.parse(text, path, "a file of waivers")
    if root.null:
        return ()
    release = mapping({"issuer": written, "date": day, "headline": written})
    entry = mapping(
        {
            "rule": written,
            "fingerprint": _fingerprint,
            "quote": _quotes,
            "sentence": _verbatim,
            "message": _verbatim,
            "reason": written,
            "by": written,
            "on": day,
            "until": day,
            "scope": choice(SCOPES),
            "release": release,
        },
        ("rule", "fingerprint", "quote", "sentence", "reason", "by", "on", "release"),
    )

    def waiver(node: Node, source: Source, name: str) -> Waiver:
        return _waiver(entry(node, source, name), node, path)

    whole = mapping({"schema": choice((SCHEMA,)), "waivers": entries(waiver)})
    found: dict[str, Any] = whole(root, source, "")
    return tuple(found.get("waivers", ()))


def _waiver(given: dict[str, Any], node: Node, path: str) -> Waiver:
    release = given["release"]
    return Waiver(
        rule=given["rule"],
        fingerprint=given["fingerprint"],
        quotes=given["quote"],
        sentence=given["sentence"],
        message=given.get("message", ""),
        reason=given["reason"],
        by=given["by"],
        on=given["on"],
        until=given.get("until", ""),
        scope=given.get("scope", SCOPES[0]),
        release=Identity(release.get("issuer", ""), release.get("date", ""), release.get("headline", "")),
        path=path,
        line=node.line,
    )


def _fingerprint(node: Node, source: Source, name: str) -> str:
    value = _verbatim(node, source, name)
    if len(value) != DIGITS or not hexadecimal(value):
        hint = f"{DIGITS} hexadecimal digits, as in the JSON report"
        raise source.at(node, f"`{name}` is not a fingerprint", hint=hint)
    return value


def _quotes(node: Node, source: Source, name: str) -> tuple[str, ...]:
    if node.kind == "sequence" and node.value:
        return tuple(_verbatim(child, source, name) for child in node.value)
    return (_verbatim(node, source, name),)


def _verbatim(node: Node, source: Source, name: str) -> str:
    """Returns a text as it stands: a quote may be a lone space."""
    if node.kind != "scalar":
        raise source.at(node, f"`{name}` wants a text", hint="the words of the draft")
    text: str = node.value
    return text
