r"""What an earlier release reported still stands, and the draft goes on as if it had not happened.

News of some kinds holds until other news undoes it: a clinical hold until it is
lifted. Where no release since tells that, and the draft says nothing of it, a
claim of the draft about the same thing is contradicted.

Params:

* `claim` (claim, required): what is told, as it goes on.
* `news` (texts, required): the kinds of news that stand against it, by their names in the list `news`.
* `undone` (texts, required): the kinds that end them.
* `mention` (patterns, required): words in the draft that show that it knows.
* `where` (mapping, none): only claims of the draft whose fields have these values.
* `same` (fields, required): must agree with a claim of the same type in the sentence of the news, none of them empty;
  where there is no such claim, with the only thing of that type that the sentence names.
* `compatible` (fields, none): must agree where both give them.
* `entity` (mapping, none): field → claim type: the field's value is the name of such a claim.
* `days` (number, 1100): how old the news may be.

Outcome: `silent`. Messages may name the claim's fields and `news`, `earlier_date`.

An example:

    kind: pending
    severity: warning
    message: '{asset} is on hold since {earlier_date}'
    params: {claim: trial, news: [hold], undone: [hold-lifted], mention: ['(?i)\bhold\b'], same: [asset]}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.near import squeezed
from prlint.text.search import anywhere, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Release
    from prlint.finding import Cited, Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="what is told, as it goes on"),
    "news": Param("texts", about="the kinds of news that stand against it"),
    "undone": Param("texts", about="the kinds that end them"),
    "mention": Param("patterns", about="words in the draft that show that it knows"),
    "where": Param("mapping", {}, about="only claims of the draft with these values"),
    "same": Param("fields", about="fields that must agree, none of them empty"),
    "compatible": Param("fields", (), about="fields that must agree where both give them"),
    "entity": Param("mapping", {}, about="field: claim type whose name it holds"),
    "days": Param("number", 1100, about="how old the news may be"),
}

OUTCOMES = {"silent": ("news", "earlier_date")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict on each claim that goes on, one contradiction for all places that one piece of news stands against."""
    going = [claim for claim in claims if chosen(claim.fields, params["where"])]
    today = context.release.date
    if not going or today is None or anywhere(context.release.document, params["mention"]):
        return
    told = [(each.release, each) for each in context.happened(params["news"]) if each.release is not None]
    # The newest first: it is what the reader remembers.
    for release, each in reversed(told):
        if release is context.release or _age(release, today) > params["days"]:
            continue
        then = _beside(release, each, params)
        names = [name for claim in then for name in _names(claim, params["same"])]
        if not names:
            yield CannotTell("what the news is about")
            continue
        if context.happened(params["undone"], names, since=release.date or ""):
            yield Consistent(each.note)
            continue
        against = [claim for claim in going if any(_agree(claim, one, release, params, context) for one in then)]
        if against:
            values = {**against[0].fields, "news": each.note, "earlier_date": release.date or ""}
            yield Contradicted("silent", against, [each], values)
            return


def _age(release: Release, today: str) -> int:
    return (date.fromisoformat(today) - date.fromisoformat(release.date or today)).days


def _beside(release: Release, cited: Cited, params: Mapping[str, Any]) -> list[Claim]:
    """Returns what the sentence of the news tells of: its claims, else one of nothing but the one thing that it names."""
    sentence = release.document.sentence_at(cited.start)

    def inside(type: str) -> list[Claim]:
        return [claim for claim in release.of(type) if sentence.start <= claim.start < sentence.end]

    found = inside(params["claim"])
    if found:
        return found
    fields = {}
    for field in params["same"]:
        names = {claim.string("name") for claim in inside(params["entity"].get(field, field))}
        if len(names) != 1:
            return []
        fields[field] = names.pop()
    return [Claim(params["claim"], cited.start, cited.end, "", fields)]


def _names(claim: Claim, fields: Sequence[str]) -> list[str]:
    return [claim.string(field) for field in fields if isinstance(claim.get(field), str) and claim.string(field)]


def _agree(claim: Claim, then: Claim, release: Release, params: Mapping[str, Any], context: Context) -> bool:
    def value(field: str, one: Claim, where: Release) -> Any:
        type = params["entity"].get(field)
        if type and one.get(field):
            named = next((each for each in where.of(type) if each.string("name") == one.string(field)), None)
            return squeezed(context.entity(where, named) if named is not None else one.string(field))
        found = one.get(field)
        return frozenset(found) if isinstance(found, tuple) else squeezed(str(found or ""))

    def agree(field: str) -> bool | None:
        mine, theirs = value(field, claim, context.release), value(field, then, release)
        if not mine or not theirs:
            return None
        return bool(mine & theirs) if isinstance(mine, frozenset) else bool(mine == theirs)

    return all(agree(field) is True for field in params["same"]) and all(
        agree(field) is not False for field in params["compatible"]
    )
