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
* `told` (patterns, none): a sentence of the draft with both spellings and one of these tells of a change of name, or of two names.
* `distinct` (texts, none): two words in order of the alphabet, parted by a space, that are no slip for each other in
  names which more than they tell apart: `banc bank`.
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

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Consistent
from prlint.kinds.variants import apart, said, weigh
from prlint.kinds.variants.look import look_at
from prlint.registry import Param
from prlint.text.mentions import CLIPPED
from prlint.text.near import inflected, pairs, transliterated, transposed
from prlint.text.spellings import difference, digits
from prlint.text.wordlist import unlisted
from prlint.text.words import places, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.kinds.variants.look import Look
    from prlint.registry import Context
    from prlint.text.mentions import Mention

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
    "told": Param("patterns", (), about="a sentence with both spellings and one of these explains them"),
    "distinct": Param(
        "texts", (), about="two words, in order, that are two words in names told apart by more than them"
    ),
    "ordinary": Param("list", "", about="words that are no names"),
    "anywhere": Param("flag", False, about="a name of one word may stand for any word of a longer one"),
    "sweep": Param("flag", False, about="also hold the other capitalised words of the text against the names"),
    "unlike": Param("texts", (), about="types of claims whose words the sweep leaves in peace"),
}

_FIELDS = ("found", "expected", "count", "places", "other_places")
OUTCOMES = dict.fromkeys(("variant", "undecided", "folded", "transliterated", "inflected"), _FIELDS)

#: So often stands a name that has lost a letter once.
_AGAIN = 3


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each two spellings that were held together, and one for each name without a rival."""
    look = look_at(claims, params, context)
    rivals: dict[str, list[tuple[int, str, Verdict]]] = {}
    here = set(look.draft.by_word)
    involved: set[str] = set()
    # A plural in -ies lies farther off than a slip.
    plurals = [(a, f"{a[:-3]}y") for a in sorted(here) if a.endswith("ies") and f"{a[:-3]}y" in here]
    for a, b in (*pairs(here, here | set(look.archive)), *plurals):
        if b in here and b < a:
            continue  # the same pair the other way round
        found = _held(look, a, b)
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
    yield from _written(look)
    for name in look.draft.names:
        if not involved.intersection(name):
            yield Consistent()


def _held(look: Look, a: str, b: str) -> tuple[int, str, Verdict] | None:
    """Returns by how much one of two near words leads, the other one, and the verdict; None where both are in order."""
    mine, theirs = apart.together(look, a, b)
    if not mine or not theirs:
        return None
    both = inflected(a, b)
    if transliterated(a) == transliterated(b):
        return None  # not a slip: see _written
    if digits(a) != digits(b) or {a, b} <= look.trusted | look.confirmed:
        return None
    if f"{min(a, b)} {max(a, b)}" in look.params["distinct"] and not apart.one_name(mine, theirs):
        return None
    if apart.explained(look, mine, theirs) or apart.ordinary(look, a, mine) or apart.ordinary(look, b, theirs):
        return None
    if (
        min(len(a), len(b)) < 5
        and not transposed(a, b)
        and not _clipped(look, a, b)
        and not apart.stand_in(look, mine, "short")
        and not apart.stand_in(look, theirs, "short")
        and not all(any(len(one.words) > 1 for one in side) for side in (mine, theirs))
    ):
        return None
    if apart.established(look, a, b, mine, theirs) or apart.told(look, a, b):
        return None
    weight_a, weight_b = weigh.weight(look, a, mine), weigh.weight(look, b, theirs)
    loser, winner = (a, b) if weight_a < weight_b or (weight_a == weight_b and b not in look.draft.by_word) else (b, a)
    wrong, right = (mine, theirs) if loser == a else (theirs, mine)
    lead = abs(weight_a - weight_b)
    if loser not in look.draft.by_word or loser in look.trusted:
        return None
    if loser in look.known and not apart.stand_in(look, wrong, "established"):
        return None
    decided = lead >= look.params["lead"] and weigh.anchors(look, winner, right) >= look.params["anchors"]
    if both and decided and len(loser) < len(winner) and _lost_s(look, loser, winner, wrong):
        return lead, loser, said.finding(look, "variant", loser, winner, wrong, right)
    if both and winner in look.draft.by_word and _two_forms(look, wrong, right):
        return lead, loser, said.finding(look, "undecided", loser, winner, wrong, right)
    if both:
        # A plural is a slip only of a name in a slot that holds the name itself.
        if not (decided and apart.stand_in(look, wrong, "short") and len(loser) > len(winner)):
            return None
        return lead, loser, said.finding(look, "inflected", loser, winner, wrong, right)
    if winner not in look.draft.by_word and not decided and not apart.bonded(look, mine, theirs):
        return None
    return lead, loser, said.finding(look, "variant" if decided else "undecided", loser, winner, wrong, right)


def _two_forms(look: Look, wrong: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Says whether two full names of the draft with one legal form differ in a plural alone.

    `Orvane Technologies, Inc.` and `Orvane Technology, Inc.` do; a name without its legal form may have been shortened.
    """

    def forms(mentions: Sequence[Mention]) -> set[str]:
        return {
            one.origin.string("legal").rstrip(".")
            for one in mentions
            if one.origin is not None
            and len(one.words) > 1
            and one.origin.get("legal")
            and any(one is own for own in look.draft.names.get(one.plain, ()))
        }

    return bool(forms(wrong) & forms(right)) and all(len(one.words) > 1 for one in wrong)


def _lost_s(look: Look, loser: str, winner: str, wrong: Sequence[Mention]) -> bool:
    """Says whether a name that ends in an s lost it: `Orvanetic` for Orvanetics, a word of no dictionary, alone and once."""
    if winner != loser + "s" or len(wrong) != 1 or loser in look.archive or not unlisted([loser]):
        return False
    end = wrong[0].spans[-1].end
    return len(wrong[0].words) == 1 and look.text[end : end + 2] != "'s" and look.text[end : end + 1] not in "-®™"


def _clipped(look: Look, a: str, b: str) -> bool:
    """Says whether a short word is a name of five letters that lost one.

    It stands once, is no word of any dictionary and in no earlier release, and what follows it follows the name too,
    which stands there again and again: another company would be introduced.
    """
    short, long = sorted((a, b), key=len)
    if len(short) != CLIPPED or len(long) != CLIPPED + 1 or short[0] != long[0] or short in look.archive:
        return False
    text = look.context.release.document.once(small)
    at = list(places(text, short))
    if len(at) != 1 or sum(1 for _ in places(text, long)) < _AGAIN or not unlisted([short]):
        return False
    after = look.text[at[0] + len(short) :].partition("\n")[0].removeprefix(" ").partition(" ")[0].rstrip(".,;:")
    return not after[:1].isupper() or f"{long} {after.lower()}" in text


def _written(look: Look) -> Iterator[Verdict]:
    """Yields a verdict on names of the same letters that are written in two ways."""
    for forms in look.draft.written():
        ranked = sorted(
            forms, key=lambda form: (-weigh.slot_weight(look, forms[form]), min(m.spans[0] for m in forms[form]))
        )
        right, others = ranked[0], ranked[1:]
        for wrong in others:
            how = difference(wrong, right)
            if how in ("", "same") or apart.differ(look, forms[wrong], forms[right]):
                continue
            yield said.written(look, how, wrong, right, forms)
