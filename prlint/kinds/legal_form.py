"""One company, two legal forms: "Ardenta, Inc." and, once, "Ardenta Corp.".

Two companies may bear one name in two forms, a parent and its subsidiary. So a
form counts as odd only where it stands once and in no earlier release, the
other one twice or more (an earlier release that has it counts as once), and no word beside either place tells of kin. Once is enough
for the issuer's own form at its ticker, where the other place is the issuer's too: it gives the company the same short
name, or stands in one of the zones that are the issuer's. Forms that are not listed are left in peace.

Params:

* `claim` (claim, required), `name` (field, required) and `form` (field, required): the companies and their forms.
* `forms` (mapping, required): the ways of writing each form.
* `lead` (texts, none): slots of the issuer with its ticker; `slots` and `short` (fields, none): where a place stands, and the short name it defines.
* `own` (texts, none): zones in which a company of the issuer's name is the issuer.
* `kin` (patterns, none): words in the sentence that make two forms two companies.

Outcome `odd`; its message may name `company`, `found`, `expected`, `count` (of the places and earlier releases with the other form) and `places` ("1 place", "2 places").

An example:

    kind: legal-form
    severity: warning
    message: '{company} is "{found}" here and "{expected}" elsewhere'
    params: {claim: company, name: name, form: legal, forms: {corporation: [Corp., Corporation], limited: [Ltd., Limited]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.near import squeezed
from prlint.text.search import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the companies"),
    "name": Param("field", about="the name without its legal form"),
    "form": Param("field", about="the legal form as printed"),
    "forms": Param("mapping", about="the ways of writing each form"),
    "lead": Param("texts", (), about="slots of the issuer with its ticker"),
    "slots": Param("field", "", about="the slots that a place stands in"),
    "short": Param("field", "", about="the short name that a place defines"),
    "own": Param("texts", (), about="zones in which a company of the issuer's name is the issuer"),
    "kin": Param("patterns", (), about="words in the sentence that make two forms two companies"),
}

OUTCOMES = {"odd": ("company", "found", "expected", "count", "places")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each name that stands with a listed form twice or more."""
    forms = {written: form for form, ways in params["forms"].items() for written in ways}
    by_name: dict[str, dict[str, list[Claim]]] = {}
    alone = {squeezed(claim.string(params["name"])) for claim in claims}
    for claim in claims:
        form = forms.get(claim.string(params["form"]))
        if form is not None:
            name = _unlabelled(claim.string(params["name"]), alone)
            by_name.setdefault(squeezed(name), {}).setdefault(form, []).append(claim)
    before: dict[tuple[str, str], int] = {}
    for old in context.earlier if any(len(found) > 1 for found in by_name.values()) else ():
        told = {
            (squeezed(claim.string(params["name"])), forms.get(claim.string(params["form"]), ""))
            for claim in context.claims(old, params["claim"])
        }
        for key in told:
            before[key] = before.get(key, 0) + 1
    for name, found in by_name.items():
        # A form that an earlier release has too is no slip.
        weight = {form: len(places) + before.get((name, form), 0) for form, places in found.items()}
        ranked = sorted(found, key=lambda form: (-weight[form], found[form][0].start))
        if len(ranked) > 1 and weight[ranked[0]] == 1:
            ranked.sort(key=lambda form: not _leads(found[form][0], params))
        right = found[ranked[0]]
        if len(ranked) == 1 or (weight[ranked[0]] < 2 and not _issuers(found[ranked[1]][0], right[0], params, context)):
            yield Consistent()
            continue
        for rarer in ranked[1:]:
            wrong = found[rarer][0]
            if weight[rarer] > 1 or _kin(wrong, right, params, context):
                yield Consistent()
                continue
            form = wrong.string(params["form"])
            start = wrong.end - len(form)
            values = {
                "company": wrong.string(params["name"]),
                "found": form,
                "expected": right[0].string(params["form"]),
                "count": weight[ranked[0]],
                "places": "1 place" if weight[ranked[0]] == 1 else f"{weight[ranked[0]]} places",
            }
            yield Contradicted(
                "odd", [Span(start, wrong.end)], [Cited(context.release, right[0].start, right[0].end)], values
            )


def _unlabelled(name: str, alone: Collection[str]) -> str:
    """Returns a name without a label in capitals before it, where the name stands without the label too: GOLD Ardenta."""
    words = name.split(" ")
    labels = [i for i, word in enumerate(words[:-1]) if word.isalpha() and word.isupper()]
    rest = " ".join(words[labels[-1] + 1 :]) if labels else name
    return rest if not rest.isupper() and squeezed(rest) in alone else name


def _leads(claim: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether a place has the issuer's ticker."""
    slots = claim.get(params["slots"]) if params["slots"] else None
    return isinstance(slots, tuple) and any(slot in params["lead"] for slot in slots)


def _issuers(wrong: Claim, right: Claim, params: Mapping[str, Any], context: Context) -> bool:
    """Says whether two places can only mean the issuer: the one has its ticker, the other its short name or its address."""
    if not _leads(right, params):
        return False
    short = wrong.string(params["short"]) if params["short"] else ""
    if short and short == right.string(params["short"]):
        return True
    return context.release.document.zone_at(wrong.start) in params["own"]


def _kin(wrong: Claim, right: Sequence[Claim], params: Mapping[str, Any], context: Context) -> bool:
    document = context.release.document
    if holds(document, wrong.start, wrong.end, params["kin"]):
        return True
    # Both in one sentence: the sentence tells of two.
    sentence = document.sentence_at(wrong.start)
    return any(sentence.start <= claim.start < sentence.end for claim in right)
