"""Which regulator a sentence speaks of: by its name, else by the place where it decides."""

from __future__ import annotations

from prlint.text.patterns import pattern

_AGENCY = pattern(
    r"\b(FDA|Food and Drug Administration|EMA|European Medicines Agency|European Commission|MHRA|PMDA|TGA|NMPA|Health Canada)\b"
)
_NAMES = {"Food and Drug Administration": "FDA", "European Medicines Agency": "EMA", "European Commission": "EMA"}
_PLACE = pattern(
    r"\b(?:(?P<EMA>European Union|EU|Europe|European)|(?P<PMDA>Japan\w*)|(?P<NMPA>Chin(?:a|ese))|(?P<FDA>U\.S\.|United States))(?!\w)"
)


def agency(text: str, start: int, end: int) -> str:
    """Returns FDA, EMA or another regulator that the view span speaks of; empty where it names none and no place."""
    named = _AGENCY.search(text, start, end)
    if named is not None:
        return _NAMES.get(named.group(1), str(named.group(1)))
    place = _PLACE.search(text, start, end)
    return str(place.lastgroup) if place is not None else ""
