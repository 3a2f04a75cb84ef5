"""Changes prlint-waivers.yaml: what a person wrote in it, comments and order, stays."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from prlint.waivers.file import SCHEMA, parse
from prlint.waivers.record import Identity, Waiver

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from prlint.finding import Finding
    from prlint.waivers.alike import Said

_BEGIN = f"""\
# Findings that somebody decided to live with: `prlint waive` adds them, and `prlint check` says when one no longer holds.
schema: {SCHEMA}
waivers:
"""


def decision(
    finding: Finding,
    words: Said,
    release: Identity,
    *,
    reason: str,
    by: str,
    on: str,
    until: str = "",
    scope: str = "release",
) -> Waiver:
    """Returns the decision to live with a finding; `words` are those that it quotes."""
    return Waiver(
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        quotes=words.quotes,
        sentence=words.sentences[0],
        message=finding.message,
        reason=reason,
        by=by,
        on=on,
        until=until,
        scope=scope,
        release=release,
    )


def added(text: str, path: str, waivers: Iterable[Waiver]) -> str:
    """Returns the file's text with these decisions at its end; raises RuleError where it is wrong already."""
    parse(text, path)
    yaml, data = _loaded(text if text.strip() else _BEGIN)
    if data.get("waivers") is None:
        data["waivers"] = []
    entries = data["waivers"]
    for waiver in waivers:
        entries.append(_entry(waiver))
    if hasattr(entries, "fa"):
        entries.fa.set_block_style()  # `waivers: []`
    return _dumped(yaml, data, path)


def removed(text: str, path: str, lines: Collection[int]) -> str:
    """Returns the file's text without the decisions that begin in these lines; raises RuleError where it is wrong already."""
    found = parse(text, path)
    yaml, data = _loaded(text)
    for i in reversed(range(len(found))):
        if found[i].line in lines:
            del data["waivers"][i]
    return _dumped(yaml, data, path)


def _entry(waiver: Waiver) -> Any:
    from datetime import date

    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    waiver = _printable(waiver)
    entry = CommentedMap()
    entry["rule"] = waiver.rule
    entry["fingerprint"] = waiver.fingerprint
    # All in lines of their own: between braces and brackets `10:30` would be a key and its value.
    entry["quote"] = waiver.quotes[0] if len(waiver.quotes) == 1 else CommentedSeq(waiver.quotes)
    entry["sentence"] = waiver.sentence
    if waiver.message:
        entry["message"] = waiver.message
    entry["reason"] = waiver.reason
    entry["by"] = waiver.by
    entry["on"] = date.fromisoformat(waiver.on)
    if waiver.until:
        entry["until"] = date.fromisoformat(waiver.until)
    entry["scope"] = waiver.scope
    release = CommentedMap()
    for name, value in waiver.release._asdict().items():
        if value:
            release[name] = date.fromisoformat(value) if name == "date" else value
    entry["release"] = release
    return entry


def _printable(waiver: Waiver) -> Waiver:
    """Returns a decision without line ends and other characters that YAML would write otherwise: they part words, no more."""
    from prlint.text.terminal import printable

    return waiver._replace(
        quotes=tuple(map(printable, waiver.quotes)),
        sentence=printable(waiver.sentence),
        message=printable(waiver.message),
        reason=printable(waiver.reason),
        by=printable(waiver.by),
        release=Identity(*map(printable, waiver.release)),
    )


def _loaded(text: str) -> tuple[Any, Any]:
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 1 << 20  # a sentence stays on its line
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    # A file of remarks alone holds nothing yet.
    return yaml, yaml.load(text) or yaml.load(f"{text.rstrip()}\n{_BEGIN}")


def _dumped(yaml: Any, data: Any, path: str) -> str:
    """Returns the text, which is read once more: what cannot be read again is not written."""
    stream = io.StringIO()
    yaml.dump(data, stream)
    text = stream.getvalue()
    parse(text, path)
    return text
