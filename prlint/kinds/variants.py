"""One thing, two spellings: names that lie a slip apart and cannot both be right.

How often a spelling occurs never decides. Each spelling gets the weight of the
slots that it stands in, each slot once; the spelling that leads by enough is
right, and the other one is one finding with all of its places. Where neither
leads, both are shown. Earlier releases weigh by release, not by mention.

Two spellings are held together only where the words around them agree:
`Ardenta Bank` and `Ardinta Bank`, or `Ardinta` alone. They are left in peace
where one is a plural or possessive of the other, where their numbers differ,
where one is an ordinary word outside an identity slot, where the text
establishes each of them by itself, where several earlier releases use both,
and where one is known to be the other's former name.

Params:

* `claim` (claim, required) and `name` (field, required): the names.
* `slots` (field, required): where a mention stands: a text or several.
* `weights` (mapping, required): slot → weight; a slot without one weighs nothing.
* `archive` (mapping, `{each: 4, most: 20}`): the weight of each earlier release that has the spelling, up to `most`.
* `support` (mapping, empty): `{claim: web, field: label, weight: 5}`: a claim
  of another type that has the spelling as its value adds to its weight.
* `profile` (texts, none): where the profile holds confirmed names (`issuer.name`); they weigh 100.
* `lead` (number, 8): by how much the right spelling must lead.
* `anchors` (number, 1): how many mentions in weighing slots the right spelling
  must have; an earlier release, a supporting claim and the profile count as one each.
* `bond` (fields, none): one of these agreeing says that two names that are both established are one thing.
* `apart` (fields, none): one of these differing says that they are two.
* `established` (texts, none): slots that establish a name by itself; two names
  are established where both stand in one of these (`about`), or in any two of
  those written together (`ticker-lead ticker`).
* `identity` (texts, none): slots in which an ordinary word can be a wrong name.
* `short` (texts, none): slots in which a name of fewer than five letters may be a slip.
* `known` (fields, none): fields whose words, where a name is established, are in order wherever they stand.
* `ordinary` (list, none): words that are no names.
* `anywhere` (flag, no): a name of one word may stand for any word of a longer
  one, as a surname does, and not only for its first.
* `sweep` (flag, no): also hold all other capitalised words of the text against the names.
* `unlike` (texts, none): types of claims whose words the sweep leaves in peace.

Outcomes: `variant` (the right spelling is known), `undecided` (it is not),
`folded` (only case, spaces or hyphens differ), `transliterated` (only accents
or the writing of an umlaut), `inflected` (a plural where the name has none).
Messages may name `found`, `expected`, `count`, `places` ("1 place", "6 places")
and `other_places`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import CannotTell, Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import items
from prlint.text.mentions import Mention, Pool, Sweep, mention
from prlint.text.near import inflected, pairs, plain, squeezed, transliterated, transposed
from prlint.text.spellings import aligned, difference, digits
from prlint.text.words import lower_words, name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.words import LowerWords

PARAMS = {
    "claim": Param("claim", about="the claims that hold names"),
    "name": Param("field", about="the field that holds the name"),
    "slots": Param("field", about="the field that says where a mention stands"),
    "weights": Param("mapping", about="slot → weight"),
    "archive": Param(
        "mapping", {"each": 4, "most": 20}, about="weight of each earlier release, and of all of them at most"
    ),
    "support": Param("mapping", {}, about="claims of another type that carry the spelling"),
    "profile": Param("texts", (), about="where the profile holds confirmed names"),
    "lead": Param("number", 8, about="by how much the right spelling must lead"),
    "anchors": Param("number", 1, about="how many weighing mentions the right spelling must have"),
    "bond": Param("fields", (), about="fields of which one agreeing makes two established names one thing"),
    "apart": Param("fields", (), about="fields of which one differing makes them two"),
    "established": Param("texts", (), about="slots that establish a name by themselves"),
    "identity": Param("texts", (), about="slots in which an ordinary word can be a wrong name"),
    "short": Param("texts", (), about="slots in which a short name may be a slip"),
    "known": Param("fields", (), about="fields whose words are in order wherever they stand"),
    "ordinary": Param("list", "", about="words that are no names"),
    "anywhere": Param("flag", False, about="a name of one word may stand for any word of a longer one"),
    "sweep": Param("flag", False, about="also hold the other capitalised words of the text against the names"),
    "unlike": Param("texts", (), about="types of claims whose words the sweep leaves in peace"),
}

_FIELDS = ("found", "expected", "count", "places", "other_places")
OUTCOMES = dict.fromkeys(("variant", "undecided", "folded", "transliterated", "inflected"), _FIELDS)

#: The slot of a word that no claim holds.
_SWEPT = "body"
#: A profile's entry outweighs whatever a release says.
_CONFIRMED = 100


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each two spellings that were held together, and one for each name without a rival."""
    yield from _Check(claims, params, context).verdicts()


class _Check:
    """One look at one draft."""

    def __init__(self, claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> None:
        self.params = params
        self.context = context
        self.text = context.release.document.view.text
        # Slots that count together are written together.
        self.slots = {
            param: frozenset(slot for slots in params[param] for slot in slots.split())
            for param in ("established", "identity", "short")
        }
        self.draft = Pool(self._read(claims))
        self.earlier = [Pool(self._read(context.claims(release, params["claim"]))) for release in context.earlier]
        self.pools = (self.draft, *self.earlier)
        self.archive: dict[str, list[int]] = {}
        for i, pool in enumerate(self.earlier):
            for word in pool.by_word:
                self.archive.setdefault(word, []).append(i)
        names = (name for path in params["profile"] for name in _at(context.profile, path))
        self.confirmed = {plain(word) for name in names for word in name.split()}
        self.trusted = {plain(word) for word in context.profile.get("words", ())}
        self.supported = self._supported()
        self.ordinary = _Ordinary(items(context.lists, params["ordinary"]), context.release.document.once(lower_words))
        if params["sweep"]:
            self._sweep()

    def _read(self, claims: Iterable[Claim]) -> Iterator[Mention]:
        for claim in claims:
            name = claim.string(self.params["name"])
            at = claim.text.rfind(name) if name else -1
            if at >= 0:
                slots = claim.get(self.params["slots"])
                held = tuple(map(str, slots)) if isinstance(slots, tuple) else (str(slots),)
                yield mention(claim.start + at, name, held, claim)

    def _supported(self) -> frozenset[str]:
        support = self.params["support"]
        if not support:
            return frozenset()
        found = self.context.release.of(support["claim"])
        return frozenset(squeezed(claim.string(support["field"])) for claim in found)

    # What is held together

    def verdicts(self) -> Iterator[Verdict]:
        known = {
            plain(word)
            for pool in self.pools
            for one in pool.all()
            if one.origin is not None and self._in((one,), "established")
            for field in self.params["known"]
            for word in one.origin.string(field).split()
        }
        rivals: dict[str, list[tuple[int, str, Verdict]]] = {}
        here = set(self.draft.by_word)
        involved: set[str] = set()
        for a, b in pairs(here, here | set(self.archive)):
            if b in here and b < a:
                continue  # the same pair the other way round
            found = self._held(a, b, known)
            if found is None:
                continue
            lead, loser, verdict = found
            rivals.setdefault(loser, []).append((lead, b if loser == a else a, verdict))
            involved.update((a, b))
        for loser in sorted(rivals):
            against = sorted(rivals[loser], key=lambda rival: (-rival[0], rival[1]))
            if len(against) > 1 and against[0][0] == against[1][0]:
                # Two names it could be a slip for, and nothing to choose by.
                yield CannotTell("which of two near names is meant")
            else:
                yield against[0][2]
        yield from self._written()
        for name in self.draft.names:
            if not involved.intersection(name):
                yield Consistent()

    def _held(self, a: str, b: str, known: set[str]) -> tuple[int, str, Verdict] | None:
        """Returns by how much one of two near words leads, the other one, and the verdict; None where both are in order."""
        mine, theirs = self._together(a, b)
        if not mine or not theirs:
            return None
        both = inflected(a, b)
        if transliterated(a) == transliterated(b):
            return None  # not a slip: see _written
        if digits(a) != digits(b) or {a, b} <= self.trusted | self.confirmed:
            return None
        if self._apart(mine, theirs) or self._ordinary(a, mine) or self._ordinary(b, theirs):
            return None
        if (
            min(len(a), len(b)) < 5
            and not transposed(a, b)
            and not self._in(mine, "short")
            and not self._in(theirs, "short")
        ):
            return None
        if self._established(a, b, mine, theirs):
            return None
        weight_a, weight_b = self._weight(a, mine), self._weight(b, theirs)
        loser, winner = (
            (a, b) if weight_a < weight_b or (weight_a == weight_b and b not in self.draft.by_word) else (b, a)
        )
        wrong, right = (mine, theirs) if loser == a else (theirs, mine)
        lead = abs(weight_a - weight_b)
        if loser not in self.draft.by_word or loser in self.trusted:
            return None
        if loser in known and not self._in(wrong, "established"):
            return None
        decided = lead >= self.params["lead"] and self._anchors(winner, right) >= self.params["anchors"]
        if both:
            # A plural is a slip only of a name in a slot that holds the name itself.
            if not (decided and self._in(wrong, "short") and len(loser) > len(winner)):
                return None
            return lead, loser, self._finding("inflected", loser, winner, wrong, right)
        if winner not in self.draft.by_word and not decided and not self._bonded(mine, theirs):
            return None
        return lead, loser, self._finding("variant" if decided else "undecided", loser, winner, wrong, right)

    def _together(self, a: str, b: str) -> tuple[list[Mention], list[Mention]]:
        """Returns the mentions of two words in names whose other words agree, of the draft and, for `b`, of the archive."""
        names_a = list(dict.fromkeys(name for pool in self.pools for name in pool.by_word.get(a, ())))
        names_b = list(dict.fromkeys(name for pool in self.pools for name in pool.by_word.get(b, ())))
        anywhere = self.params["anywhere"]
        agree = [
            (one, other)
            for one in names_a
            for other in names_b
            if (at := aligned(one, other, one.index(a), anywhere)) is not None
            and (other[at] == b if len(other) > 1 or at == 0 else False)
        ]
        if anywhere:
            agree += [(one, other) for one in names_a for other in names_b if (len(one) == 1) != (len(other) == 1)]
        full = any(len(one) > 1 for one in names_a) and any(len(other) > 1 for other in names_b)
        # Where both have a full name, the full names must agree, and not only their first words.
        if full and not anywhere and not any(len(one) > 1 and len(other) > 1 for one, other in agree):
            return [], []
        if not agree:
            return [], []
        return self._mentions(a, names_a), self._mentions(b, names_b)

    def _mentions(self, word: str, names: Iterable[tuple[str, ...]]) -> list[Mention]:
        wanted = set(names)
        return [
            m for pool in self.pools for name in pool.by_word.get(word, ()) if name in wanted for m in pool.names[name]
        ]

    # What keeps two words apart

    def _in(self, mentions: Iterable[Mention], param: str) -> bool:
        return self._stands(mentions, self.slots[param])

    @staticmethod
    def _stands(mentions: Iterable[Mention], slots: frozenset[str]) -> bool:
        return any(not slots.isdisjoint(one.slots) for one in mentions)

    def _values(self, mentions: Iterable[Mention], field: str) -> set[str]:
        values: set[str] = set()
        for one in mentions:
            value = one.origin.get(field) if one.origin is not None else None
            for each in value if isinstance(value, tuple) else (value,):
                if each:
                    values.add(plain(str(each)))
        return values

    @staticmethod
    def _alike(one: str, other: str) -> bool:
        short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
        # An initial stands for any name that begins with it.
        return short == long or (len(short) == 1 and long.startswith(short))

    def _agree(self, mine: Iterable[Mention], theirs: Iterable[Mention], field: str) -> bool | None:
        """Says whether a field agrees; None where one side does not say."""
        left, right = self._values(mine, field), self._values(theirs, field)
        if not left or not right:
            return None
        return any(self._alike(one, other) for one in left for other in right)

    def _differ(self, mine: list[Mention], theirs: list[Mention]) -> bool:
        return any(self._agree(mine, theirs, field) is False for field in self.params["apart"])

    def _apart(self, mine: list[Mention], theirs: list[Mention]) -> bool:
        if self._differ(mine, theirs):
            return True
        entity = self.context.entity
        mine_first = next((m.origin for m in mine if m.origin is not None), None)
        theirs_first = next((m.origin for m in theirs if m.origin is not None), None)
        if mine_first is None or theirs_first is None:
            return False
        # A rename that a release or the profile tells of explains both spellings.
        return entity(self.context.release, mine_first) == entity(self.context.release, theirs_first)

    def _bonded(self, mine: Iterable[Mention], theirs: Iterable[Mention]) -> bool:
        return any(self._agree(mine, theirs, field) for field in self.params["bond"])

    def _ordinary(self, word: str, mentions: Iterable[Mention]) -> bool:
        """Says whether a word is one of the language here: ordinary, alone, and in no identity slot."""
        if word not in self.ordinary:
            return False
        return all(len(m.words) == 1 and not any(slot in self.params["identity"] for slot in m.slots) for m in mentions)

    def _established(self, a: str, b: str, mine: list[Mention], theirs: list[Mention]) -> bool:
        together = set(self.archive.get(a, ())) & set(self.archive.get(b, ()))
        if len(together) >= 3:
            return True
        for slots in self.params["established"]:
            either = frozenset(slots.split())
            if self._stands(mine, either) and self._stands(theirs, either):
                return not self._bonded(mine, theirs)
        return False

    # Which of them is right

    def _weight(self, word: str, mentions: list[Mention]) -> int:
        weights = self.params["weights"]
        here = {id(m) for m in self.draft.with_word(word)}
        slots = {slot for one in mentions if id(one) in here for slot in one.slots}
        weight = sum(int(weights.get(slot, 0)) for slot in slots)
        # Whatever the slots of its mentions, a spelling that stands in the text has the weight of standing there.
        if _SWEPT not in slots and slots and any(len(m.slots) == 1 and not weights.get(m.slots[0]) for m in mentions):
            weight += int(weights.get(_SWEPT, 0))
        archive = self.params["archive"]
        weight += min(int(archive["each"]) * len(self.archive.get(word, ())), int(archive["most"]))
        names = {word} | {squeezed("".join(m.plain)) for m in mentions if m.plain[0] == word}
        if self.supported & names:
            weight += int(self.params["support"]["weight"])
        return weight + (_CONFIRMED if word in self.confirmed else 0)

    def _anchors(self, word: str, mentions: Iterable[Mention]) -> int:
        """Returns how many places speak for a spelling: a slip can stand in the best of slots, but hardly in two."""
        weights = self.params["weights"]
        here = {id(m) for m in self.draft.with_word(word)}
        strong = [m for m in mentions if id(m) in here and any(s != _SWEPT and weights.get(s) for s in m.slots)]
        beyond = len(self.archive.get(word, ())) + (word in self.supported) + (word in self.confirmed)
        return len(strong) + beyond

    def _best(self, mentions: Iterable[Mention]) -> Mention | None:
        weights = self.params["weights"]
        claimed = [m for m in mentions if m.origin is not None]
        return max(
            claimed, key=lambda m: (sum(int(weights.get(slot, 0)) for slot in m.slots), len(m.words)), default=None
        )

    # What is said

    def _finding(
        self, outcome: str, loser: str, winner: str, wrong: list[Mention], right: list[Mention]
    ) -> Contradicted:
        wrong_spans = self._places(loser, wrong)
        right_spans = self._places(winner, right)
        found, expected = self._printed(loser, wrong), self._printed(winner, right)
        evidence = self._evidence(winner, right)
        if outcome == "undecided":
            places = sorted(wrong_spans + right_spans)
            replacements: list[Replacement] = []
            evidence = [cited for cited in evidence if cited.release is not self.context.release]
        else:
            places = wrong_spans
            text = self.text
            replacements = [
                Replacement(s, e, expected.upper() if text[s:e].isupper() and len(expected) > 4 else expected)
                for s, e in places
            ]
        values = {
            "found": found,
            "expected": expected if outcome == "undecided" else self._called(winner, right),
            "count": len(wrong_spans),
            "places": _places(len(wrong_spans)),
            "other_places": _places(len(right_spans)),
        }
        return Contradicted(outcome, places, evidence, values, replacements)

    def _places(self, word: str, mentions: Iterable[Mention]) -> list[Span]:
        here = {id(m) for m in self.draft.with_word(word)}
        spans = {
            span for m in mentions if id(m) in here for one, span in zip(m.plain, m.spans, strict=True) if one == word
        }
        return sorted(spans)

    def _printed(self, word: str, mentions: Sequence[Mention]) -> str:
        best = self._best(mentions) or mentions[0]
        return next(one for one in best.words if plain(one) == word)

    def _called(self, word: str, mentions: Sequence[Mention]) -> str:
        """Returns the name as one would call it: its first word, or all of it where the word stands further back."""
        best = self._best(mentions) or mentions[0]
        return " ".join(best.words) if best.plain[0] != word and len(best.words) > 1 else self._printed(word, mentions)

    def _evidence(self, word: str, mentions: Sequence[Mention]) -> list[Cited]:
        release = self.context.release
        here = {id(m) for m in self.draft.with_word(word)}
        cited = []
        best = self._best(m for m in mentions if id(m) in here)
        if best is not None and best.origin is not None:
            cited.append(Cited(release, best.origin.start, _with_parenthesis(release, best.origin.end)))
        for i in reversed(self.archive.get(word, ())[-2:]):
            old = self.context.earlier[i]
            best = self._best(self.earlier[i].with_word(word))
            if best is not None and best.origin is not None:
                cited.append(Cited(old, best.origin.start, _with_parenthesis(old, best.origin.end)))
        if word in self.confirmed:
            cited.append(Cited(None, 0, 0, "confirmed in the profile"))
        return cited

    # Other capitalised words, and other ways of writing the same letters

    def _sweep(self) -> None:
        release = self.context.release
        covered = [(one.spans[0].start, one.spans[-1].end) for one in self.draft.all()]
        covered += [(claim.start, claim.end) for type in self.params["unlike"] for claim in release.of(type)]
        sweep = Sweep(
            self.text,
            release.document.once(name_words),
            self.pools,
            covered,
            ordinary=self.ordinary,
            identified={one.plain[0] for pool in self.pools for one in pool.all() if self._in((one,), "identity")},
            slot=_SWEPT,
        )
        used = [old.document.view.text for old in self.context.earlier]
        for one in [*sweep.rewritten(), *sweep.misspelt(used)]:
            if self.context.admits(one.spans[0].start, one.spans[-1].end):
                self.draft.add(one)

    def _written(self) -> Iterator[Verdict]:
        """Yields a verdict on names of the same letters that are written in two ways."""
        for forms in self.draft.written():
            ranked = sorted(
                forms, key=lambda form: (-self._slot_weight(forms[form]), min(m.spans[0] for m in forms[form]))
            )
            right, others = ranked[0], ranked[1:]
            for wrong in others:
                how = difference(wrong, right)
                if how in ("", "same") or self._differ(forms[wrong], forms[right]):
                    continue
                yield self._written_finding(how, wrong, right, forms)

    def _slot_weight(self, mentions: Iterable[Mention]) -> int:
        return sum(int(self.params["weights"].get(slot, 0)) for slot in {slot for m in mentions for slot in m.slots})

    def _written_finding(self, how: str, wrong: str, right: str, forms: Mapping[str, list[Mention]]) -> Contradicted:
        length = wrong.count(" ")
        spans = sorted({Span(m.spans[0].start, m.spans[length].end) for m in forms[wrong]})
        decided = self._slot_weight(forms[right]) - self._slot_weight(forms[wrong]) >= self.params["lead"]
        best = self._best(forms[right])
        release = self.context.release
        evidence = (
            [Cited(release, best.origin.start, _with_parenthesis(release, best.origin.end))]
            if best and best.origin
            else []
        )
        values = {
            "found": wrong,
            "expected": right,
            "count": len(spans),
            "places": _places(len(spans)),
            "other_places": _places(len(forms[right])),
        }
        return Contradicted(
            how, spans, evidence, values, [Replacement(s, e, right) for s, e in spans] if decided else []
        )


@cache
def _plain_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(plain, words))


class _Ordinary:
    """Words that are no names: those of a list, and those that the text writes in lower case. They are asked for plain."""

    __slots__ = ("_listed", "_lower")

    def __init__(self, listed: tuple[str, ...], lower: LowerWords) -> None:
        self._listed = _plain_words(listed)
        self._lower = lower

    def __contains__(self, word: object) -> bool:
        return word in self._listed or str(word) in self._lower


def _places(count: int) -> str:
    return f"{count} place" if count == 1 else f"{count} places"


def _with_parenthesis(release: Release, end: int) -> int:
    """Returns where a short parenthesis that follows directly ends, such as the one with the ticker."""
    text = release.document.view.text
    if not text.startswith(" (", end):
        return end
    close = text.find(")", end, end + 40)
    return close + 1 if close > 0 and ":" in text[end:close] else end


def _at(profile: Any, path: str) -> list[str]:
    """Returns the texts at a dotted path of the profile; a list on the way is entered."""
    found: list[Any] = [profile]
    for key in path.split("."):
        step: list[Any] = []
        for one in found:
            value = one.get(key) if hasattr(one, "get") else None
            step.extend(value if isinstance(value, (list, tuple)) else [] if value is None else [value])
        found = step
    return [str(one) for one in found if isinstance(one, str)]
