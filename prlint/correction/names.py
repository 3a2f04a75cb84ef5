"""What the changed thing is called: the redemption date, the name of a person, the telephone number, the phase.

The name comes from what was read at that place: a claim that covers the
difference. A date's role, and what a number counts, are words of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import regex

    from prlint.claim import Claim, Release
    from prlint.document import Span


class Named(NamedTuple):
    """A view span, and what is called what stands there."""

    label: str
    start: int
    end: int


_DATE_NOUN = pattern(
    r"(?:^|[^\w-])(?P<role>(?:[\w-]+ ){0,2}?(?:date|deadline))(?: of| is| was| will be| being)?(?: now)?(?: set| fixed| scheduled)?"
    r"(?: for| on| as| at)?(?: or (?:about|around|before))?:? ?$",
    "i",
)
_SMALL = frozenset(
    "a an the and or of on in its their such this that with by to for each any as is was be has new".split()
)
_DEFINED = pattern(
    r"""[,;]? ?\((?:the |such date,? the |collectively,? the )*"(?P<role>[^"\n]{3,40}?(?:[Dd]ate|[Dd]eadline))"\)"""
)
#: What happens on a day, by the words before it in its clause; the nearest counts.
_ROLES = pattern(
    r"(?P<record>\bof record\b)|(?P<payment>\bpa(?:yable|id)\b)|(?P<redemption>\bredeem\w*|\bredemption\b)|(?P<expiration>\bexpir\w+)"
    r"|(?P<maturity>\bmatur\w+)|(?P<effective>\beffective\b)|(?P<closing>\bclos(?:e|es|ed|ing)\b)|(?P<filing>\bfil(?:e|ed|ing)\b)"
    r"|(?P<call>\b(?:conference call|webcast)\b)|(?P<meeting>\bmeeting\b)|(?P<presentation>\bpresent(?:s|ed|ing|ation)?\b)"
    r"|(?P<period>\b(?:quarter|year|months|period|half)(?: that)? end(?:ed|ing|s)\b)|(?P<availability>\breplay\b)",
    "i",
)
_ROLE_NAMES = {
    "call": "the date of the call",
    "meeting": "the date of the meeting",
    "presentation": "the date of the presentation",
    "period": "the end of the period",
    "availability": "the date up to which the replay is available",
}
_CLAUSE = pattern(r"[;:](?= )|, (?:and|but|which|while) ")
_REACH = 160
#: An amount, a percentage or a number, as one reads it.
_FIGURE = pattern(
    r"(?:(?:US|CA?|A|HK|NT|S)?[$€£¥] ?|\b(?:USD|EUR|GBP|CAD) ?)?(?<![\w.,])\(?\d[\d,]*(?:\.\d+)?\)?"
    r"(?: ?%| per ?cent\b| percentage points\b|(?:[ -](?:million|billion|thousand|trillion)\b))*+(?![\w.]*\w)"
)
_REGISTRY = pattern(r"\bNCT ?\d{8}\b")
_DIGITS = pattern(r"\d")


def named(release: Release, start: int, end: int) -> Named | None:
    """Returns what holds the view's `[start, end)` of a release; None where nothing that has a name does."""
    best = None
    for type, name in _NAMES.items():
        for claim in release.of(type):
            if claim.start > end:
                break
            for found in name(release, claim) if _near(claim, start, end) else ():
                # An empty place at the rim of a name is not in it.
                inside = found.start <= start and end <= found.end and (start < end or found.start < start < found.end)
                if inside and (best is None or found.end - found.start < best.end - best.start):
                    best = found
        if best is not None:
            return best
    return _figure(release, start, end)


def _near(claim: Claim, start: int, end: int) -> bool:
    """Says whether a claim can have to do with the place: a person's role stands beside the name."""
    return claim.start - _REACH < end and start < claim.end + _REACH


def _as(label: str) -> Callable[[Release, Claim], Iterator[Named]]:
    def name(release: Release, claim: Claim) -> Iterator[Named]:
        yield Named(label, claim.start, claim.end)

    return name


def _web(release: Release, claim: Claim) -> Iterator[Named]:
    yield Named("the e-mail address" if claim.get("kind") == "email" else "the web address", claim.start, claim.end)


def _phone(release: Release, claim: Claim) -> Iterator[Named]:
    yield Named("the fax number" if "fax" in claim.string("label") else "the telephone number", claim.start, claim.end)


def _identifier(release: Release, claim: Claim) -> Iterator[Named]:
    yield Named(f"the {claim.string('scheme')} number", claim.start, claim.end)


def _ticker(release: Release, claim: Claim) -> Iterator[Named]:
    for field, label in (("symbol", "the ticker symbol"), ("exchange", "the exchange")):
        at = release.document.view.text.find(claim.string(field), claim.start, claim.end)
        if at >= 0 and claim.string(field):
            yield Named(label, at, at + len(claim.string(field)))
    yield Named("the listing", claim.start, claim.end)


def _date(release: Release, claim: Claim) -> Iterator[Named]:
    yield Named(_role(release, claim), claim.start, claim.end)


def _role(release: Release, claim: Claim) -> str:
    """Returns what a date is the date of, in words of its sentence where it has them."""
    document = release.document
    text = document.view.text
    if claim.get("slot"):
        return "the date"
    if claim.get("precision") != "day":
        return (
            "the period"
            if claim.get("precision") in ("quarter", "half", "third")
            else f"the {claim.string('precision')}"
        )
    sentence = document.sentence_at(claim.start)
    defined = _DEFINED.match(text, claim.end, sentence.end)
    if defined is not None:
        return f"the {defined['role']}"
    since = max(sentence.start, claim.start - _REACH)
    noun = _last(_DATE_NOUN.finditer(text, since, claim.start))
    if noun is not None:
        words = noun["role"].split(" ")
        while len(words) > 1 and words[0].casefold() in _SMALL:
            del words[0]
        if len(words) > 1:
            return f"the {' '.join(words)}"
    for cut in _CLAUSE.finditer(text, since, claim.start):
        since = cut.end()
    role = _last(_ROLES.finditer(text, since, claim.start))
    if role is None or role.lastgroup is None:
        return "the date"
    return _ROLE_NAMES.get(role.lastgroup, f"the {role.lastgroup} date")


def _last(matches: Iterable[regex.Match[str]]) -> regex.Match[str] | None:
    last = None
    for match in matches:
        last = match
    return last


def _person(release: Release, claim: Claim) -> Iterator[Named]:
    text = release.document.view.text
    given, surname = claim.string("given"), claim.string("surname")
    whole = f"{given} {surname}".strip()
    at = text.find(surname, claim.start, claim.end)
    until = at + len(surname) if at >= 0 else claim.end
    yield Named("the name", claim.start, until)
    if until + 2 < claim.end:
        comma = 2 if text.startswith(", ", until) else 1
        yield Named(f"the credentials of {whole}", until + comma, claim.end)
    role = claim.string("role")
    if role:
        sentence = release.document.sentence_at(claim.start)
        after = text.find(role, claim.end, min(sentence.end, claim.end + _REACH))
        before = text.rfind(role, max(sentence.start, claim.start - _REACH), claim.start)
        found = after if after >= 0 else before
        if found >= 0:
            yield Named(f"the title of {whole}", found, found + len(role))


def _tally(release: Release, claim: Claim) -> Iterator[Named]:
    text = release.document.view.text
    number = claim.string("number")
    at = text.find(number, claim.start, claim.end)
    what = text[at + len(number) : claim.end].strip() if at >= 0 and number else ""
    yield Named(f"the number of {what}" if what and not _DIGITS.search(what) else "the number", claim.start, claim.end)


def _measured(field: str) -> Callable[[Release, Claim], Iterator[Named]]:
    def name(release: Release, claim: Claim) -> Iterator[Named]:
        what = claim.string(field)
        sentence = release.document.sentence_at(claim.start)
        # The name is folded: only one that stands there word for word is the text's own.
        if what and what in release.document.view.text[sentence.start : sentence.end].casefold():
            yield Named(f"the figure for {what}", claim.start, claim.end)

    return name


#: Claim types whose claims have a name, the ones that say most first, and what a claim of each is called.
_NAMES: Mapping[str, Callable[[Release, Claim], Iterator[Named]]] = {
    "web": _web,
    "phone": _phone,
    "identifier": _identifier,
    "ticker": _ticker,
    "date": _date,
    "time": _as("the time"),
    "person": _person,
    "trial": _as("the phase"),
    "filing": _as("the form"),
    "reported": _measured("metric"),
    "outlook": _measured("metric"),
    "readout": _measured("endpoint"),
    "tally": _tally,
    "event": _as("the name of the event"),
    "asset": _as("the name of the product"),
    "company": _as("the name of the company"),
}


def _figure(release: Release, start: int, end: int) -> Named | None:
    document = release.document
    text = document.view.text
    block = document.block_at(start)
    if block is None:
        return None
    for study in _REGISTRY.finditer(text, block.start, block.end):
        if study.start() <= start and end <= study.end():
            return Named("the registry number", study.start(), study.end())
    for match in _FIGURE.finditer(text, block.start, block.end):
        if match.start() <= start and end <= match.end() and (start < end or match.start() < start < match.end()):
            said = match.group()
            if "%" in said or "per" in said:
                return Named("the percentage", match.start(), match.end())
            money = any(sign in said for sign in "$€£¥") or said[:3] in ("USD", "EUR", "GBP", "CAD")
            return Named("the amount" if money else "the figure", match.start(), match.end())
    return None


def speaker(release: Release, place: Span) -> str:
    """Returns whose quotation holds a place, as printed beside it; empty outside of quotations."""
    for claim in release.of("quote"):
        if claim.start <= place.start and place.end <= claim.end:
            return " ".join(
                word for word in (claim.string("given"), claim.string("surname") or claim.string("speaker")) if word
            )
    return ""
