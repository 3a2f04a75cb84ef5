"""Which of two spellings is right: what speaks for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.kinds.variants.look import SWEPT
from prlint.text.near import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prlint.kinds.variants.look import Look
    from prlint.text.mentions import Mention


#: A profile's entry outweighs whatever a release says.
CONFIRMED = 100


def weight(look: Look, word: str, mentions: list[Mention]) -> int:
    """Returns the weight of a spelling: of the slots of the draft that it stands in, of earlier releases, of support."""
    weights = look.params["weights"]
    here = {id(m) for m in look.draft.with_word(word)}
    slots = {slot for one in mentions if id(one) in here for slot in one.slots}
    weight = sum(int(weights.get(slot, 0)) for slot in slots)
    # Whatever the slots of its mentions, a spelling that stands in the text has the weight of standing there.
    if SWEPT not in slots and slots and any(len(m.slots) == 1 and not weights.get(m.slots[0]) for m in mentions):
        weight += int(weights.get(SWEPT, 0))
    archive = look.params["archive"]
    weight += min(int(archive["each"]) * len(look.archive.get(word, ())), int(archive["most"]))
    names = {word} | {squeezed("".join(m.plain)) for m in mentions if m.plain[0] == word}
    if look.supported & names:
        weight += int(look.params["support"]["weight"])
    return weight + (CONFIRMED if word in look.confirmed else 0)


def anchors(look: Look, word: str, mentions: Iterable[Mention]) -> int:
    """Returns how many places speak for a spelling: a slip can stand in the best of slots, but hardly in two."""
    weights = look.params["weights"]
    here = {id(m) for m in look.draft.with_word(word)}
    strong = [m for m in mentions if id(m) in here and any(s != SWEPT and weights.get(s) for s in m.slots)]
    beyond = len(look.archive.get(word, ())) + (word in look.supported) + (word in look.confirmed)
    return len(strong) + beyond


def best_of(look: Look, mentions: Iterable[Mention]) -> Mention | None:
    """Returns the mention in the slots of most weight, of several the longest; None where no claim holds one."""
    weights = look.params["weights"]
    claimed = [m for m in mentions if m.origin is not None]
    return max(claimed, key=lambda m: (sum(int(weights.get(slot, 0)) for slot in m.slots), len(m.words)), default=None)


def slot_weight(look: Look, mentions: Iterable[Mention]) -> int:
    """Returns the weight of the slots that mentions stand in, each slot once."""
    return sum(int(look.params["weights"].get(slot, 0)) for slot in {slot for m in mentions for slot in m.slots})
