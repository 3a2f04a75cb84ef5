"""What a draft changes, adds and drops, as a page to read before the text: its facts, and the sentences that recur."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from prlint.reporters.html.frame import day, names, page
from prlint.text.tokendiff import hunks, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.report import Change, Earlier, RunError

#: Words that may differ between two wordings that are shown as one.
_MOST = 40

#: Zones by names that people use for them.
_ZONES = {
    "about": "about the company",
    "fls": "forward-looking statements",
    "isi": "important safety information",
    "page-header": "page headers",
    "page-footer": "page footers",
}

#: A wording as the page shows it: words that stay ("same"), went ("gone") and came ("come").
Pieces = tuple[tuple[str, str], ...]


class Wording(NamedTuple):
    """A sentence that is changed, added or dropped (`what`): its zone, both wordings, and where the earlier one stands.

    `then` or `now` is empty where there is none.
    """

    what: str
    zone: str
    then: str
    now: str
    path: str = ""
    date: str | None = None


class Differences(NamedTuple):
    """A draft, what it was held against (oldest first), and what differs."""

    path: str
    sha256: str
    date: str | None
    issuer: str
    against: tuple[Earlier, ...]
    facts: tuple[Change, ...]
    wordings: tuple[Wording, ...]
    same_facts: int
    same_sentences: int


def render(
    drafts: Sequence[Differences], version: str, rules: str, errors: Sequence[RunError], notices: Sequence[str]
) -> str:
    """Returns the page; `rules` is the digest of the rules by which the releases were read."""
    return page(
        "changes.html",
        version,
        ("style.css", "claims.css", "changes.css", "print.css"),
        "claims.js",
        drafts=drafts,
        zones=[_zones(draft.wordings) for draft in drafts],
        rules=rules,
        errors=errors,
        notices=notices,
        named=names({path for draft in drafts for path in (draft.path, *(one.path for one in draft.against))}),
        short=lambda one: day(one.date) or "no date",
    )


def _zones(wordings: Sequence[Wording]) -> list[tuple[str, list[tuple[Wording, Pieces]]]]:
    """Returns the sentences by zone, each cut into its pieces."""
    ordered = sorted(wordings, key=lambda one: one.zone)
    return [
        (_ZONES.get(zone, zone), [(one, pieces(one.then, one.now)) for one in of])
        for zone, of in groupby(ordered, key=lambda one: one.zone)
    ]


def pieces(then: str, now: str) -> Pieces:
    """Returns two wordings as one, with the words that went and came; one after the other where they are far apart."""
    if not then or not now:
        # A whole sentence that is new or dropped is marked as that, and read as it stands.
        return (("same", now or then),)
    old, new = tokens(then, 0, len(then)), tokens(now, 0, len(now))
    found = hunks([token.text for token in old], [token.text for token in new], _MOST)
    if found is None:
        return (("gone", then), ("come", now))
    cut: list[tuple[str, str]] = []
    at = 0
    for hunk in found:
        start = new[hunk.new].start if hunk.new < len(new) else len(now)
        end = new[hunk.new_end - 1].end if hunk.new_end > hunk.new else start
        gone = then[old[hunk.old].start : old[hunk.old_end - 1].end] if hunk.old_end > hunk.old else ""
        cut += [("same", now[at:start]), ("gone", gone), ("come", now[start:end])]
        at = end
    return tuple((kind, words) for kind, words in (*cut, ("same", now[at:])) if words)
