"""The draft of a correction, in the form that a wire publishes: what should read how, and the corrected headline.

Business Wire heads a corrected release "CORRECTING and REPLACING" and says "should read: A (instead of B)"; PR
Newswire opens with "/C O R R E C T I O N -- Name/" and what it was advised of; GlobeNewswire notes in the first
paragraph what was wrong in the release of the day before. What neither text says stands in square brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.correction.compare import ADDED, CHANGED, MOVED, REISSUED, REMOVED
from prlint.correction.stretches import PASSAGE, SENTENCE
from prlint.text.corrected import prefix_end
from prlint.text.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Release
    from prlint.correction.compare import Change, Comparison, Place

WIRES = ("business-wire", "pr-newswire", "globenewswire")

#: How a dateline's tag, folded to its letters, names a wire.
_TAGS = {"businesswire": "business-wire", "prnewswire": "pr-newswire", "globenewswire": "globenewswire"}
#: Words of what came or went that are quoted in full; of more, the first ones.
_FULL, _FIRST = 80, 12


class Draft(NamedTuple):
    """`wire` is empty for the general form; `sentences` say what changed, `text` is the whole notice."""

    wire: str
    sentences: tuple[str, ...]
    text: str


def wire_of(release: Release) -> str:
    """Returns the wire that a release's dateline names; empty without one, or for another."""
    for claim in release.of("release"):
        tag = "".join(letter for letter in claim.string("wire").casefold() if letter.isalpha())
        return _TAGS.get(tag, "")
    return ""


def draft(comparison: Comparison, wire: str = "") -> Draft:
    """Returns the notice in the form of `wire`; empty stands for the wire that the releases name, if any."""
    wire = wire or wire_of(comparison.new) or wire_of(comparison.old)
    told = [change for change in comparison.changes if change.what in (CHANGED, ADDED, REMOVED)]
    said = [sentence(change, wire) for change in told]
    return Draft(wire, tuple(_ended(one) for one in said), _FORMS[wire](comparison, said))


def sentence(change: Change, wire: str = "") -> str:
    """Returns what a change is, without capital and full stop, in the words of a wire."""
    label = change.label
    if change.what in (CHANGED, REISSUED):
        passage = label in (PASSAGE, SENTENCE) or label == change.places[0].part or label in _BLOCK_LABELS
        quoted = passage or wire == "pr-newswire"
        old, new = (_quoted(change.old), _quoted(change.new)) if quoted else (change.old, change.new)
        if wire in ("pr-newswire", "globenewswire"):
            return f"{_subject(change)} should read {new} rather than {old}"
        return f"{_subject(change)} should read: {new} (instead of {old})"
    place = change.places[0]
    if change.what == MOVED:
        return f"{place.part} stands {_behind(change)}, in the same words"
    if change.label in (SENTENCE, PASSAGE):
        where = where_of(place._replace(sentence=""))
        said = _quoted(_short(change.new or change.old))
        return f"{where}, the sentence {said} is {change.what}"
    what = _KINDS.get(change.label, "paragraph")
    said = _quoted(_short(change.new or change.old))
    if change.what == ADDED:
        return f"{_behind(change)}, the following {what} is added: {said}"
    named = place.part if change.label in _KINDS_NAMED else f"the {what}"
    inside = "" if change.label in _KINDS_NAMED else f"in {place.part}, "
    return f"{inside}{named}, {said}, is removed"


#: What is called a line, a row … that came or went, by the kind of its part.
_KINDS = {"row": "row", "item": "item", "heading": "heading", "contacts": "line", "subhead": "subheadline", "headline": "headline", "source": "line"}  # fmt: skip
#: Kinds of parts whose name says which one it is.
_KINDS_NAMED = frozenset(("paragraph", "item", "headline", "subhead", "footnote", "source"))
#: Kinds of parts of which several blocks bear one name.
_SECTIONS = frozenset(("row", "about", "fls", "isi", "legend", "contacts"))
_BLOCK_LABELS = frozenset(("the row", "the line", "the paragraph"))


def where_of(place: Place) -> str:
    """Returns where a change stands: "in the second sentence of the third paragraph, in the quotation of …"."""
    part = f"{place.sentence} of {place.part}" if place.sentence else place.part
    return f"in {part}" + (f", in {place.inside}" if place.inside else "")


def _ended(said: str) -> str:
    """Returns a sentence with its capital and its full stop; "Inc." or a quotation at its end may bring one."""
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", '."', ".”")) else ".")


def headline(release: Release) -> str:
    """Returns a release's headline as printed, without what says that it is a correction; empty without one."""
    document = release.document
    for zone in document.zones:
        if zone.name == "headline":
            block = document.block_at(zone.start)
            end = block.end if block else zone.end
            return document.view.as_typed(document.text, prefix_end(document.view.text, zone.start, end), end).strip()
    return ""


def day(iso: str | None) -> str:
    """Returns an ISO date as printed in releases; a blank to fill in where there is none."""
    if not iso:
        return "[date]"
    year, month, number = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(number)}, {year}"


def _subject(change: Change) -> str:
    label, first = change.label, change.places[0]
    if label == first.part:
        return " and ".join(place.part for place in change.places)
    if label == SENTENCE:
        named = f"{first.sentence or 'the sentence'} of {first.part}"
        return named + (f", in {first.inside}," if first.inside else "")
    if label == "the row":
        return f"{first.inside or 'the row'} of {first.part}"
    return f"{' and '.join(dict.fromkeys(where_of(place) for place in change.places))}, {label}"


def _behind(change: Change) -> str:
    if change.label in _SECTIONS and change.after == change.places[0].part:
        return f"in {change.after}"
    return f"after {change.after}" if change.after else "at the beginning"


def _short(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _FULL else " ".join(words[:_FIRST]) + " …"


def _quoted(text: str) -> str:
    """Returns text in quotation marks; a quotation within it keeps its own."""
    return f"“{text}”" if '"' in text or "“" in text else f'"{text}"'


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _list(said: Sequence[str]) -> str:
    return "\n".join(f"- {_ended(one)}" for one in said)


def _city(release: Release) -> str:
    for claim in release.of("release"):
        return claim.string("city")
    return ""


def _name(release: Release) -> str:
    return release.issuer or "[name of the company]"


def _general(comparison: Comparison, said: Sequence[str]) -> str:
    old, new = comparison.old, comparison.new
    title = headline(old)
    under = f" under the headline {_quoted(title)}" if title else ""
    opening = f"In the release issued on {day(old.date)} by {_name(old)}{under}"
    told = _ended(f"{opening}: {said[0]}") if len(said) == 1 else f"{opening}:\n\n{_list(said)}"
    return _paragraphs(
        f"CORRECTION: {headline(new) or '[headline]'}", told, "The corrected release follows:", headline(new)
    )


def _business_wire(comparison: Comparison, said: Sequence[str]) -> str:
    new = comparison.new
    place = _city(new) or _city(comparison.old) or "[place]"
    told = "\n".join(_ended(one) for one in said)
    return _paragraphs(
        f"CORRECTING and REPLACING {headline(new) or '[headline]'}",
        f"{place}--(BUSINESS WIRE)--{told}",
        "The updated release reads:",
        headline(new),
    )


def _pr_newswire(comparison: Comparison, said: Sequence[str]) -> str:
    old, new = comparison.old, comparison.new
    release = f"In the news release, {headline(old) or '[headline]'}, issued {day(old.date)} by {_name(old)} over PR Newswire,"
    if len(said) == 1:
        told = f"{release} we are advised by the company that {said[0]}, as originally issued."
    else:
        told = f"{release} we are advised by the company of the following changes to the release as originally issued:\n\n{_list(said)}"
    return _paragraphs(
        f"/C O R R E C T I O N -- {_name(new)}/", told, "The complete, corrected release follows:", headline(new)
    )


def _globenewswire(comparison: Comparison, said: Sequence[str]) -> str:
    old, new = comparison.old, comparison.new
    place = _city(new) or _city(old) or "[place]"
    title = headline(old)
    under = "the same headline" if title == headline(new) else f"the headline {_quoted(title)}"
    listed = f" ({new.exchange}: {new.ticker})" if new.exchange and new.ticker else ""
    opening = (
        f"{place}, {day(new.date)} (GLOBE NEWSWIRE) -- In a release issued under {under} on {day(old.date)} by "
        f"{_name(new)}{listed}, please note"
    )
    told = _ended(f"{opening} that {said[0]}") if len(said) == 1 else f"{opening} the following:\n\n{_list(said)}"
    return _paragraphs(
        f"CORRECTING and REPLACING -- {headline(new) or '[headline]'}",
        told,
        "The corrected release follows:",
        headline(new),
    )


_FORMS = {
    "": _general,
    "business-wire": _business_wire,
    "pr-newswire": _pr_newswire,
    "globenewswire": _globenewswire,
}
