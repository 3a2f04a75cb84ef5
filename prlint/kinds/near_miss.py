"""An address that is a slip away from one that is known, or from the issuer's own name.

A known address is one of the profile, of an earlier release, or another one of
this release; of two in this release that nobody knows, the one is right that
follows a name, stands oftener or stands first. Nothing is looked up: no name is resolved, nothing is fetched.

An address that is itself known, or whose label is the issuer's name, is in
order. One that follows another spelling of the name, with no known address to
hold it against, is left open: which spelling is right is for another rule.

Params:

* `claim` (claim, required), `value` (field, required) and `label` (field,
  required): the addresses, what of them must be known (a domain), and the part
  of it that is compared by letters.
* `suffix` (field, none): the rest of the value; one slip there counts too.
* `own` (mapping, required): `{claim: release, field: name}`: the issuer's own name.
* `names` (mapping, required): `{claim: company, field: name}`: names that an address may follow.
* `profile` (texts, none): where the profile holds confirmed values.
* `shortest` (number, 5): letters that a label has at least; against a name alone, two more.

Outcomes: `known` (near an address of the issuer's own that profile or earlier
releases have), `other` (near another address), `name` (near the issuer's name
only). Messages may name `found`, `expected` and `count`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.near import inflected, near, squeezed
from prlint.text.spellings import digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the addresses"),
    "value": Param("field", about="what of an address must be known"),
    "label": Param("field", about="the part of the value that is compared by letters"),
    "suffix": Param("field", "", about="the rest of the value"),
    "own": Param("mapping", about="claim and field of the issuer's own name"),
    "names": Param("mapping", about="claim and field of names that an address may follow"),
    "profile": Param("texts", (), about="where the profile holds confirmed values"),
    "shortest": Param("number", 5, about="letters that a label has at least"),
}

OUTCOMES = dict.fromkeys(("known", "other", "name"), ("found", "expected", "count"))


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each address of the draft."""
    by_value: dict[str, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault(claim.string(params["value"]), []).append(claim)
    if not by_value:
        return
    confirmed = tuple(value for path in params["profile"] for value in _at(context.profile, path))
    before: dict[str, list[tuple[Release, Claim]]] = {}
    for release in reversed(context.earlier):
        for claim in context.claims(release, params["claim"]):
            before.setdefault(claim.string(params["value"]), []).append((release, claim))
    own = _forms(context.release, params["own"])
    named = _forms(context.release, params["names"])
    for value, found in by_value.items():
        if value in confirmed or value in before:
            yield Consistent(f"the address {value}")
            continue
        label = found[0].string(params["label"])
        others = [known for known in (*confirmed, *before, *by_value) if known != value]
        slip = next((known for known in others if _slip(found[0], known, params)), None)
        if squeezed(label) in own and (slip is None or _label(slip) != label):
            # The issuer's own name outweighs an address that an earlier release may have misspelt.
            yield Consistent(f"the address {value}")
            continue
        if slip is not None and (slip in confirmed or slip in before):
            cases = before.get(slip, [])
            cited = [Cited(release, claim.start, claim.end) for release, claim in cases[:2]]
            if slip in confirmed:
                cited.append(Cited(None, 0, 0, f"{slip} is confirmed in the profile"))
            ours = slip in confirmed or len({id(release) for release, _ in cases}) > 1 or squeezed(_label(slip)) in own
            yield _found("known" if ours else "other", value, slip, found, cited)
        elif slip is not None and squeezed(_label(slip)) in own:
            cited = [Cited(context.release, claim.start, claim.end) for claim in by_value[slip][:1]]
            yield _found("known", value, slip, found, cited)
        elif (rival := _rival(value, by_value, named, params)) is not None:
            cited = [Cited(context.release, claim.start, claim.end) for claim in by_value[rival][:1]]
            yield _found("other", value, rival, found, cited)
        elif squeezed(label) in named:
            # The address follows a name of this release. Where that is a second spelling of the issuer's, nothing here tells which is right.
            yield CannotTell("the issuer's domain") if any(near(label, form) for form in own) else Consistent()
        elif (form := _near_name(label, own, params)) is not None:
            suffix = value.removeprefix(label)
            cited = [
                Cited(context.release, claim.start, claim.end) for claim in _naming(context.release, params, form)[:2]
            ]
            yield _found("name", value, form + suffix, found, cited)
        else:
            yield Consistent()


def _found(outcome: str, value: str, expected: str, found: Sequence[Claim], cited: Sequence[Cited]) -> Contradicted:
    replacements = []
    for claim in found:
        at = claim.text.lower().rfind(value)
        if at >= 0:
            text = claim.text[:at] + expected + claim.text[at + len(value) :]
            replacements.append(Replacement(claim.start, claim.end, text))
    shown = found[0].text
    return Contradicted(
        outcome, found, cited, {"found": shown, "expected": expected, "count": len(found)}, replacements
    )


def _slip(claim: Claim, known: str, params: Mapping[str, Any]) -> bool:
    """Says whether an address lies one slip from a known one, two where the label is long."""
    label, other = claim.string(params["label"]), _label(known)
    if label == other:
        suffix = claim.string(params["suffix"]) if params["suffix"] else ""
        rest = known.removeprefix(other + ".")
        # com and con; a whole other suffix is another address.
        return bool(suffix) and suffix != rest and min(len(suffix), len(rest)) > 1 and near(suffix, rest, most=1) == 1
    if min(len(label), len(other)) < params["shortest"] or digits(label) != digits(other):
        return False
    return near(label, other, most=2 if min(len(label), len(other)) >= 9 else 1) > 0 or (
        len(squeezed(label)) >= params["shortest"] and squeezed(label) == squeezed(other)
    )


def _rival(
    value: str, by_value: Mapping[str, list[Claim]], named: Sequence[str], params: Mapping[str, Any]
) -> str | None:
    """Returns the address of this release that `value` is one slip away from, where that one has more to be said for it.

    A name of the release that it follows counts first, then how often it stands, then that it stands first.
    """
    order = list(by_value)

    def rank(one: str) -> tuple[bool, int, int]:
        return squeezed(_label(one)) in named, len(by_value[one]), -order.index(one)

    label, suffix = _label(value), value.partition(".")[2]
    for known in order:
        other = _label(known)
        if known == value or other == label or known.partition(".")[2] != suffix or rank(known) < rank(value):
            continue
        if max(len(label), len(other)) < params["shortest"] or min(len(label), len(other)) < params["shortest"] - 1:
            continue
        if digits(label) == digits(other) and not inflected(label, other) and near(label, other, most=1):
            return known
    return None


def _near_name(label: str, own: Sequence[str], params: Mapping[str, Any]) -> str | None:
    """Returns the form of the issuer's name that a label is a slip away from."""
    folded = squeezed(label)
    for form in own:
        shorter = min(len(form), len(folded))
        if shorter < params["shortest"] + 2 or inflected(folded, form) or digits(folded) != digits(form):
            continue
        if near(folded, form, most=2 if shorter >= 9 else 1):
            return form
    return None


def _forms(release: Release, where: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the ways in which names can stand in an address: the first word, the first two …, all of them."""
    forms: dict[str, None] = {}
    for claim in release.of(where["claim"]):
        words = claim.string(where["field"]).split()
        for length in range(1, len(words) + 1):
            forms[squeezed("".join(words[:length]))] = None
        if len(words) > 2:
            # University of Westholm: uw
            forms["".join(squeezed(word)[:1] for word in words)] = None
    return tuple(form for form in forms if form)


def _naming(release: Release, params: Mapping[str, Any], form: str) -> list[Claim]:
    """Returns the mentions from which a form of the name is made."""
    where = params["names"]
    return [claim for claim in release.of(where["claim"]) if form in _forms_of(claim.string(where["field"]))]


def _forms_of(name: str) -> set[str]:
    words = name.split()
    return {squeezed("".join(words[:length])) for length in range(1, len(words) + 1)}


def _label(value: str) -> str:
    return value.split(".", 1)[0]


def _at(profile: Any, path: str) -> list[str]:
    """Returns the texts at a dotted path of the profile."""
    value = profile
    for key in path.split("."):
        value = value.get(key) if hasattr(value, "get") else None
    return (
        [str(one).lower() for one in value]
        if isinstance(value, (list, tuple))
        else [str(value).lower()]
        if value
        else []
    )
