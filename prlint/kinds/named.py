"""A part of the release must name its issuer.

Any telling word of the issuer's name will do, or its ticker, its defined short form, the initials of its name, or a
short form that the profile knows. A name of three words or more that opens the part without its first one is cut where
the release has the name whole, and the rest of it nowhere alone.

Params:

* `claim` (claim, required): the release's claim, with the fields `name` and `ticker`.
* `short` (claim, none): claims with the fields `name` and `short`: names with their defined short forms.
* `zones` (texts, required): the parts, of which one must name it; where the release has none of them, nothing is said.
* `plain` (list, none): words that tell nothing of a company (Group, Holdings, Pharmaceuticals).

Outcomes: `missing` (of an issuer with a ticker), `unlisted` (of any other), `cut`. Their messages may name `issuer`, and
of `cut` `found`.

An example:

    kind: named
    outcomes:
      missing: {severity: warning, message: 'the headline does not name {issuer}'}
    params: {claim: release, zones: [headline]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.fold import folded
from prlint.text.listed import items
from prlint.text.near import squeezed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the release's claim"),
    "short": Param("claim", "", about="names with their defined short forms"),
    "zones": Param("texts", about="the parts of which one must name the issuer"),
    "plain": Param("list", "", about="words that tell nothing of a company"),
}

OUTCOMES = {"missing": ("issuer",), "unlisted": ("issuer",), "cut": ("issuer", "found")}

_WORD = pattern(r"[\p{L}\p{N}][\p{L}\p{N}&.-]*")
#: Letters that a telling word has at least; shorter ones are of, the, Co.
_SHORTEST = 3
#: Words of a name that can be cut: what is left of two is a short form.
_LONG = 3
#: First words that a name goes without.
_DISPENSABLE = frozenset(
    ("the", "group", "groupe", "grupo", "royal", "koninklijke", "compagnie", "banco", "banca", "bank")
)


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields one verdict on the release."""
    document = context.release.document
    release = claims[0] if claims else None
    name = release.string("name") if release else ""
    parts = [zone for zone in document.zones if zone.name in params["zones"]]
    if not name or not parts or release is None:
        yield CannotTell("the issuer's name" if parts else "a headline")
        return
    cut = _cut(name, parts[0].start, document.view.text)
    if cut is not None:
        yield Contradicted("cut", [cut], values={"issuer": name, "found": document.view.text[cut.start : cut.end]})
        return
    said = squeezed(" ".join(document.view.text[zone.start : zone.end] for zone in parts))
    if any(form in said for form in _forms(name, release, params, context)):
        yield Consistent(f"{name} in the {parts[0].name}")
        return
    first = parts[0]
    yield Contradicted(
        "missing" if release.get("ticker") else "unlisted", [Span(first.start, first.end)], values={"issuer": name}
    )


def _forms(name: str, release: Claim, params: Mapping[str, Any], context: Context) -> set[str]:
    """Returns what names the issuer, squeezed."""
    plain = {squeezed(word) for word in items(context.lists, params["plain"])}
    words = [squeezed(word) for word in _WORD.findall(folded(name))]
    telling = {word for word in words if len(word) >= _SHORTEST and word not in plain}
    initials = "".join(word[0] for word in words if word)
    forms = telling or {squeezed(name)}
    if len(initials) >= _SHORTEST:
        forms.add(initials)
    forms.add(squeezed(release.string("ticker")))
    if params["short"]:
        for claim in context.claims(context.release, params["short"]):
            if claim.get("short") and squeezed(claim.string("name")) == squeezed(name):
                forms.add(squeezed(claim.string("short")))
    issuer = context.profile.get("issuer") or {}
    forms.update(squeezed(str(short)) for short in (*(issuer.get("short_names") or ()), issuer.get("name") or ""))
    return {form for form in forms if form}


def _cut(name: str, start: int, text: str) -> Span | None:
    """Returns where the part that begins at `start` opens with the name without its first word."""
    words = name.split()
    # Initials, given names before "&", and "The" are left out on purpose.
    if len(words) < _LONG or not words[0].isalpha() or len(words[0]) < 2 or words[0].lower() in _DISPENSABLE:
        return None
    rest = " ".join(words[1:])
    end = start + len(rest)
    if text[start:end].lower() != rest.lower() or text[end : end + 1].isalnum() or rest[:1] == "&":
        return None
    low, short, long = text.lower(), rest.lower(), " ".join(words).lower()
    # Each other place must have the name whole, and there must be two.
    alone, whole = low.count(short, end), low.count(long, end)
    return Span(start, end) if whole >= 2 and alone == whole else None
