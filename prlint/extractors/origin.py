"""Where a release comes from: each place of its dateline, the city apart from the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.listed import entries, made_once
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ("release",)
FIELDS = {
    "city": "the city as printed",
    "region": "the state or province, as its two letters; another region or country as printed; empty without one",
    "said": "the region as printed",
}
TRACKED = (Tracked("company", "place of the dateline", "city"),)

#: "ANAHEIM, Calif. and LOUISVILLE, Ky." are two places, "Trinidad and Tobago" never stands in front.
_AND = pattern(r"(?: and | & |; ?| / )(?=\p{Lu})")
#: Code points of a city and a region; what is longer is a sentence.
_LONGEST = 60


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each place; its span is the place as printed."""
    text = document.view.text
    states = _states(lists.get("states", {}))
    for release in claims["release"]:
        line = release.string("city")
        begin = text.find(line, release.start) if line else -1
        if begin < 0 or begin >= release.end:
            continue
        start = begin
        for stop in [*(begin + found.start() for found in _AND.finditer(line)), begin + len(line)]:
            while start < stop and not text[start].isalpha():
                start += 1
            # The joining word before the next place belongs to neither.
            if text.startswith("and ", start):
                start += 4
            if 0 < stop - start <= _LONGEST:
                city, _, region = text[start:stop].partition(",")
                region = region.strip()
                known = states.get(_folded(region), region)
                if len(city.strip()) > 1:
                    yield Claim(
                        "origin",
                        start,
                        stop,
                        text[start:stop],
                        {"city": city.strip(), "region": known, "said": region},
                    )
            start = stop


def _folded(region: str) -> str:
    return region.replace(".", "").upper()


@made_once
def _states(data: Any) -> dict[str, str]:
    """Returns the two letters of each state by each folded way of writing it."""
    named = dict(entries({"states": data}, "states") or {})
    return {_folded(form): code for code, forms in named.items() for form in (code, *forms)}
