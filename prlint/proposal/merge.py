"""Entries put into the text of a prlint.yaml, which keeps every byte that it had.

A file that is read into objects and written anew loses what a person's hand made
of it: indents, line breaks, where a comment stands. So lines are inserted instead,
at the places that the parser names, and what comes out is read again and compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import profile
from prlint.proposal import written
from prlint.proposal.insert import inserted, withdrawn
from prlint.proposal.known import mark, record, record_lines, said
from prlint.text.error import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.proposal.entry import Entry

HEAD = """\
# What prlint may take as confirmed. It was proposed from earlier releases: above each entry stands where it was seen.
# An entry that is a comment, with `?` and the reason before it, counts only once you take its `# ` away.
schema: prlint-profile/1
"""


_REFUSED = "nothing can be added to it as it is laid out; `--output -` shows what is proposed"


class Merged(NamedTuple):
    """A profile's new text, the entries that were added to it as facts, and those as comments."""

    text: str
    facts: tuple[Entry, ...] = ()
    doubtful: tuple[Entry, ...] = ()


def merged(
    text: str | None,
    entries: Sequence[Entry],
    *,
    markets: Mapping[str, str],
    remarks: Sequence[str] = (),
    path: str = profile.NAME,
) -> Merged:
    """Returns the text of a profile (None for a new one) with the entries that are new to it.

    New is what the profile does not say, in these or other words, and what was
    not proposed before: what a person deleted stays so. Entries come again only
    where they were doubtful, still stand there as a comment, and are certain now.
    `markets` gives a market by each way of writing it (`prlint.text.markets`);
    `remarks` stand at the head of a new file.

    Raises RuleError where the text is no profile, ValueError with a sentence for
    a person where it is laid out so that nothing can be added safely.
    """
    if text is None:
        text = HEAD + "".join(f"{line}\n" for one in remarks for line in written.remark(one, ""))
    mark_of_order = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark_of_order)
    newline = "\r\n" if "\r\n" in body else "\n"
    if newline == "\r\n":
        body = body.replace("\r\n", "\n")
    before = profile.parse(body, path)
    if "\r" in body or (newline == "\r\n" and body.replace("\n", "\r\n") != text.removeprefix(mark_of_order)):
        raise ValueError("its lines end in several ways; save it with one of them")
    lines = body.split("\n")
    first, end, marks = record(lines)
    facts: list[Entry] = []
    doubtful: list[Entry] = []
    for entry in _printable(entries):
        known = marks.get(mark(entry))
        if said(entry, before, markets) or known == "+" or (known == "?" and entry.doubt):
            continue
        if known == "?":
            shorter = withdrawn(lines, entry)
            if shorter is None:
                continue
            lines = shorter
        (doubtful if entry.doubt else facts).append(entry)
        marks[mark(entry)] = "?" if entry.doubt else "+"
    if not facts and not doubtful:
        return Merged(text)
    first, end, _ = record(lines)
    # The record goes last, unless somebody wrote below it.
    below = lines[end:]
    lines = lines[:first] + ([] if not any(line.strip() for line in below) else below)
    while lines and not lines[-1].strip():
        lines.pop()
    try:
        for group in _sections([*facts, *doubtful], entries):
            lines = inserted(lines, group)
    except RuleError:
        raise ValueError(_REFUSED) from None
    lines += ["", *record_lines(marks), ""]
    new = "\n".join(lines)
    _check(before, new, facts, path)
    return Merged(mark_of_order + new.replace("\n", newline), tuple(facts), tuple(doubtful))


def _printable(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yields the entries that can be written down: a control character in a name is a defect of the text."""
    for entry in entries:
        texts = (
            [entry.value] if isinstance(entry.value, str) else [t for one in entry.value.values() for t in _texts(one)]
        )
        if all(" ".join(one.split()).isprintable() for one in texts):
            yield entry


def _texts(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _sections(new: Sequence[Entry], order: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yields the new entries of each key, facts first, in the order of the keys."""
    for path in dict.fromkeys(entry.path for entry in order):
        group = [entry for entry in new if entry.path == path]
        if group:
            yield group


def _check(before: Mapping[str, Any], new: str, facts: Sequence[Entry], path: str) -> None:
    """Raises ValueError where the new text is not the old profile and the new entries."""
    expected: dict[str, Any] = {key: dict(one) if key == "issuer" else one for key, one in before.items()}
    for entry in facts:
        at = expected if len(entry.path) == 1 else expected.setdefault(entry.path[0], {})
        at[entry.path[-1]] = [*at.get(entry.path[-1], ()), entry.value] if entry.item else entry.value
    try:
        found: object = profile.parse(new, path)
    except RuleError:
        found = None
    if found != expected:
        raise ValueError(_REFUSED)
