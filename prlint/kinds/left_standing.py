"""Standing text speaks of an occasion that this release does not have.

A forward-looking statement that was written for an offering says "the offering", and is pasted into the next release,
which makes none. Held against each other are the sentences of the standing zones and the words of all others. Only a
sentence that an earlier release carries counts, and only what it says with an article: "the offering", and not "an
offering", which any company may make one day.

Params:

* `occasions` (list, required): occasions, each with a `name`, a pattern of what standing text `says` of it, and one of
  the words by which a release `tells` of it.
* `standing` (texts, required): the zones of standing text.

Outcomes: `left` (the newest earlier release that has the sentence was about the occasion), `standing` (not even that
one was: the sentence has stood there for long). Messages may name `found`, `occasion` and `date`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.holding import matches
from prlint.text.listed import entries, made_once
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.patterns import Pattern

#: Where a release says what it is about.
_NEWS = frozenset(("headline", "subhead", "lead"))

PARAMS = {
    "occasions": Param("list", about="occasions, with what standing text says and what tells of them"),
    "standing": Param("texts", about="the zones of standing text"),
}
OUTCOMES = dict.fromkeys(("left", "standing"), ("found", "occasion", "date"))


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict on each occasion that the draft's standing text speaks of."""
    if not context.earlier:
        return
    standing = frozenset(params["standing"])
    document = context.release.document
    for name, says, tells in _occasions(entries(context.lists, params["occasions"])):
        found = [
            Span(match.start(), match.end())
            for match in matches(document, says)
            if document.zone_at(match.start()) in standing
        ]
        if not found:
            continue
        if _told(document, standing, tells):
            yield Consistent()
            continue
        yield from _standing(context, name, found, says, tells)


def _standing(context: Context, name: str, places: list[Span], says: Pattern, tells: Pattern) -> Iterator[Verdict]:
    document = context.release.document
    recurring = {one.start: one for one in context.recurring()}
    for place in places:
        recurrence = recurring.get(document.sentence_at(place.start).start)
        if recurrence is None:
            continue
        carried = [one.newest for one in recurrence.others if says.search(one.key)] + list(recurrence.carriers[-1:])
        if not carried:
            continue
        carrier = context.earlier[max(carried)]
        told = _about(carrier.document, _NEWS, tells)
        note = f"a release about the {name}" if told else "no release about it either"
        said = next(says.finditer(carrier.document.view.text))
        yield Contradicted(
            "left" if told else "standing",
            places,
            [Cited(carrier, said.start(), said.end(), note)],
            {
                "found": document.view.text[place.start : place.end],
                "occasion": name,
                "date": carrier.date or "",
            },
        )
        return


def _about(document: Document, zones: frozenset[str], tells: Pattern) -> bool:
    """Says whether a text speaks of the occasion in these zones."""
    return any(document.zone_at(match.start()) in zones for match in tells.finditer(document.view.text))


def _told(document: Document, standing: frozenset[str], tells: Pattern) -> bool:
    return any(document.zone_at(match.start()) not in standing for match in tells.finditer(document.view.text))


@made_once
def _occasions(data: Any) -> list[tuple[str, Pattern, Pattern]]:
    return [(str(one["name"]), pattern(str(one["says"]), "i"), pattern(str(one["tells"]), "i")) for one in data]
