"""Which promises speak of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.graph import graph_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from prlint.claim import Claim
    from prlint.kinds.promise.ledger import Entry
    from prlint.registry import Context

#: The share of the key words of two promises that both have, in all of them, from which they are the same.
_REPEATED, _SAME = 0.8, 0.6
#: What two dues in other words have in common.
_DUE = ("unit", "number", "number_to", "month", "day", "year", "which", "part", "fiscal", "many")
#: Key words in common that make a thing plain without a product or a disease.
_PLAIN = 3
#: Days between two dues of one thing that a company does again and again: more, and it is the next one.
_NEAR = 200


class Alike:
    """Says which promises are one, by their words and by what they name."""

    def __init__(self, context: Context, params: Mapping[str, Any]) -> None:
        self._context = context
        self._graph = graph_of(context.lists, params["related"])
        words = context.lists.get(params["words"]) or {}
        self._again = frozenset(str(each["id"]) for each in words.get("actions", ()) if each.get("again"))
        self._generic = frozenset(str(words.get("generic", "")).split())
        self._share = float(params["kept"])
        self._products: dict[tuple[int, str], str] = {}

    def plain(self, entry: Entry) -> bool:
        """Says whether a promise can be told from others: what it names, or enough words, and an action that comes once."""
        named = self._assets(entry) or (_terms(entry.claim, "phases") and _terms(entry.claim, "indication"))
        return entry.action not in self._again and (bool(named) or len(entry.keys) >= _PLAIN)

    def repeated(self, one: Entry, other: Entry) -> bool:
        """Says whether a promise is another one again, word for word or nearly, for the same time."""
        # "By year-end 2025" and "by December 31, 2025" are one day.
        one_day = one.window is not None and one.window.certain and one.window == other.window
        if not one_day and any((one.claim.get(field) or 0) != (other.claim.get(field) or 0) for field in _DUE):
            return False
        return _shared(one, other) >= _REPEATED and self._compatible(one, other)

    def same(self, one: Entry, other: Entry) -> bool:
        """Says whether two promises are of the same thing, whatever their time."""
        if _shared(one, other) < _SAME or not self._compatible(one, other):
            return False
        if self._named(one, other):
            return True
        # What is planned for a whole year is planned for the next one too.
        if one.claim.get("unit") == "year" and not one.claim.get("part"):
            return False
        telling = one.keys & other.keys - self._generic
        if one.keys == other.keys and one.window and other.window:
            # The same words about another time: of what a company does again and again only where it is near.
            near = abs((one.window.first - other.window.last).days) <= _NEAR
            return len(telling) >= 2 and near if one.action in self._again else bool(telling)
        return len(one.keys & other.keys) >= _PLAIN and bool(telling) and one.action not in self._again

    def about(self, one: Entry, other: Entry, *, sure: bool = False) -> bool:
        """Says whether another text may be about the same thing: enough of the key words, and nothing against it.

        Where it must be `sure`, it names the product too, if there is one.
        """
        if not one.keys or not self._near(one, other):
            return False
        if sure and self._assets(one) and not self._assets(other):
            return False
        common = len(one.keys & other.keys)
        return common >= min(2, len(one.keys)) and common / len(one.keys) >= self._share

    def stage(self, one: Entry, other: Entry, *, sure: bool = False) -> bool:
        """Says whether a claim of how something stands is about what was promised, for `sure` by its product and more."""
        asset = other.claim.string("asset")
        mine = self._assets(one)
        if mine and asset and self._name(other, asset) not in mine:
            return False
        phases, theirs = _terms(one.claim, "phases"), _terms(other.claim, "phases")
        if phases and theirs and not set(phases) & set(theirs):
            return False
        where, there = _terms(one.claim, "indication"), _terms(other.claim, "indication")
        if where and there and not any(self._graph.comparable(a, b) for a in where for b in there):
            return False
        if sure and not (mine and asset and ((where and there) or (phases and theirs))):
            return False
        # Something must agree.
        return bool((mine and asset) or (phases and theirs) or (where and there))

    def _compatible(self, one: Entry, other: Entry) -> bool:
        """Says whether nothing that both name differs: numbers, products, phases, diseases, companies."""
        if one.exact != other.exact:
            return False
        if one.actor and other.actor and one.actor != other.actor:
            return False
        return self._near(one, other)

    def _near(self, one: Entry, other: Entry) -> bool:
        mine, theirs = self._assets(one), self._assets(other)
        if mine and theirs and not mine & theirs:
            return False
        for field in ("phases",):
            a, b = set(_terms(one.claim, field)), set(_terms(other.claim, field))
            if a and b and not a & b:
                return False
        where, there = _terms(one.claim, "indication"), _terms(other.claim, "indication")
        return not (where and there) or any(self._graph.comparable(a, b) for a in where for b in there)

    def _named(self, one: Entry, other: Entry) -> bool:
        """Says whether both name one product, or a phase and a disease."""
        if self._assets(one) & self._assets(other):
            return True
        return all(_terms(one.claim, field) and _terms(other.claim, field) for field in ("phases", "indication"))

    def _assets(self, entry: Entry) -> set[str]:
        return {self._name(entry, name) for name in _terms(entry.claim, "assets")}

    def _name(self, entry: Entry, name: str) -> str:
        """Returns the product's one name in all releases."""
        known = (id(entry.release), name)
        if known not in self._products:
            claim = next((claim for claim in entry.release.of("asset") if claim.string("name") == name), None)
            self._products[known] = name if claim is None else self._context.entity(entry.release, claim)
        return self._products[known]


def _shared(one: Entry, other: Entry) -> float:
    every = len(one.keys | other.keys)
    return len(one.keys & other.keys) / every if every else 0.0


def _terms(claim: Claim, field: str) -> tuple[str, ...]:
    value = claim.get(field)
    return value if isinstance(value, tuple) else (str(value),) if value not in (None, "") else ()
