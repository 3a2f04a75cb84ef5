"""The issuer's name, its short forms and its former names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.proposal.entry import ONCE, SEVERAL, Entry, Sightings, most_common
from prlint.proposal.subject import near_rival
from prlint.resolve.company import bare
from prlint.text.near import near, squeezed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Claim, Release
    from prlint.proposal.subject import Subject

NAME, SHORT, FORMER = ("issuer", "name"), ("issuer", "short_names"), ("issuer", "former_names")

#: Slots in which a release says who speaks.
_OWN_SLOTS = frozenset(("ticker-lead", "dateline", "source", "about", "headline", "defined"))
_FORMERLY = pattern(
    r",?\s?\(?(?:formerly|f/k/a|fka|previously)(?: known as| called| named)?:?,?\s\"?(?=\p{Lu}|\p{Ll}\p{Lu})", "i"
)
_RENAMED = pattern(
    r"\bchang(?:ed|es|ing) (?:its|the) (?:corporate |company )?name from \"?(?P<old>\p{Lu}[^\"\n]{1,60}?)\"? to \"?(?P<new>\p{Lu}[^\"\n,.;]{1,60})"
)
#: Words that a release calls its issuer without naming it.
_ROLES = frozenset("company corporation issuer group we us our fund bank trust firm partnership registrant".split())


class Spoken(NamedTuple):
    """A name under which releases speak, without its legal form: as most print it, in which of them."""

    name: str
    numbers: tuple[int, ...]
    seen: str


def spoken(releases: Sequence[Release]) -> list[Spoken]:
    """Returns the names under which releases (oldest first) speak, those of most releases first."""
    seen = Sightings(releases)
    shown: dict[str, dict[str, int]] = {}
    for release in releases:
        for said in release.of("release"):
            name = said.string("name")
            if name:
                seen.add(squeezed(name), release, said.start)
                ways = shown.setdefault(squeezed(name), {})
                ways[name] = ways.get(name, 0) + 1
    return [Spoken(most_common(shown[key]), tuple(seen.numbers(key)), seen.when(key)) for key in seen.things()]


def current(names: Sequence[Spoken]) -> str:
    """Returns the name that is in force: the one of most releases, unless several later ones have another and none has both."""
    if not names:
        return ""
    best = names[0]
    for other in names[1:]:
        if len(other.numbers) >= SEVERAL and other.numbers[0] > best.numbers[-1]:
            best = other
    return best.name


def other_names(names: Sequence[Spoken]) -> list[str]:
    """Returns further names under which several releases speak, slips of the one in force left out."""
    name = current(names)
    return [
        one.name
        for one in names
        if one.name != name and len(one.numbers) >= SEVERAL and not near_rival(one.name, [name])
    ]


def name(subject: Subject) -> Iterator[Entry]:
    """Yields the issuer's name, with its legal form where the releases agree on it."""
    releases = subject.releases
    seen = Sightings(releases)
    forms: dict[str, dict[str, int]] = {}
    anchored = False
    for release in releases:
        own = [claim for claim in release.of("company") if squeezed(claim.string("name")) == squeezed(subject.name)]
        slots = {slot for claim in own for slot in _slots(claim)} & _OWN_SLOTS
        for said in release.of("release"):
            if squeezed(said.string("name")) == squeezed(subject.name):
                at = next((claim.start for claim in own if _OWN_SLOTS.intersection(_slots(claim))), said.start)
                seen.add(subject.name, release, at)
                issuer = said.string("issuer")
                ways = forms.setdefault(squeezed(issuer.removeprefix(said.string("name"))), {})
                ways[issuer] = ways.get(issuer, 0) + 1
        # In front of its ticker and once more where a release says who speaks: two places that agree.
        anchored = anchored or ("ticker-lead" in slots and len(slots - {"ticker-lead", "defined"}) > 0)
    legal = {form: ways for form, ways in forms.items() if form}
    several = sum(sum(ways.values()) >= SEVERAL for ways in legal.values()) > 1
    value = (
        subject.name
        if several or not legal
        else most_common(max(legal.values(), key=lambda ways: (sum(ways.values()), sorted(ways))))
    )
    where = seen.seen(subject.name) + (f"; its legal form is printed in {len(legal)} ways" if several else "")
    rival = near_rival(subject.name, [claim.string("name") for release in releases for claim in release.of("company")])
    settled = _settled(subject, rival)
    doubt = ""
    if rival and not settled:
        doubt = f"another spelling is there too: {rival}"
    elif newer := [one for one in spoken(releases) if one.numbers[0] > seen.numbers(subject.name)[-1]]:
        doubt = f"a later release speaks as {newer[0].name} ({newer[0].seen})"
    elif seen.count(subject.name) < SEVERAL and not anchored:
        doubt = ONCE
    yield Entry(NAME, value, squeezed(bare(value)), where, doubt)


def _settled(subject: Subject, rival: str) -> bool:
    """Says whether several releases speak under the name, and none under its rival, or their address has the name's letters."""
    if not rival:
        return True
    own = sum(
        squeezed(said.string("name")) == squeezed(subject.name)
        for one in subject.releases
        for said in one.of("release")
    )
    other = sum(
        squeezed(said.string("name")) == squeezed(rival) for one in subject.releases for said in one.of("release")
    )
    return own >= SEVERAL and not other


def short_names(subject: Subject) -> Iterator[Entry]:
    """Yields the short forms that releases define, or use by themselves."""
    seen = Sightings(subject.releases)
    shown: dict[str, dict[str, int]] = {}
    whole = squeezed(subject.name)
    first = subject.name.split()[0]
    others: set[str] = set()
    for release in subject.releases:
        claims = release.of("company")
        fellow = {squeezed(one.string("name")) for one in claims if one.string("name").split()[:1] == [first]}
        for short, start, own in _shorts(subject, release, claims, alone=fellow <= {whole, squeezed(first)}):
            if not own:
                others.add(squeezed(short))
                continue
            seen.add(squeezed(short), release, start)
            ways = shown.setdefault(squeezed(short), {})
            ways[short] = ways.get(short, 0) + 1
    for key in seen.things():
        short = most_common(shown[key])
        slip = near_rival(short, subject.name.split())
        if slip and near(squeezed(short), squeezed(slip)):
            doubt = f"a letter or two away from {slip}"
        elif key in others:
            doubt = "another company is called so too"
        else:
            doubt = "" if seen.count(key) >= SEVERAL else ONCE
        yield Entry(SHORT, short, key, seen.seen(key), doubt)


def _shorts(
    subject: Subject, release: Release, claims: Sequence[Claim], alone: bool
) -> Iterator[tuple[str, int, bool]]:
    """Yields short forms with their places, and whether they are the issuer's.

    `alone`: the name's first word, where it stands for itself, can mean no other company.
    """
    whole, first = squeezed(subject.name), subject.name.split()[0]
    for claim in claims:
        named, short = claim.string("name"), claim.string("short")
        own = squeezed(named) == whole
        if short and squeezed(short) not in (squeezed(named), whole) and short.lower() not in _ROLES:
            yield short, claim.start, own
        if alone and named == first and squeezed(first) != whole and "named" not in _slots(claim):
            yield first, claim.start, True
    for claim in release.of("acronym"):
        if claim.string("use") == "definition" and squeezed(bare(claim.string("expansion"))) == whole:
            yield claim.string("acronym"), claim.start, True


def former_names(subject: Subject) -> Iterator[Entry]:
    """Yields names that releases say were the issuer's before, and others under which they speak.

    A name under which releases speak until none does any more, and of which a later one tells, is one.
    """
    seen, spoke = Sightings(subject.releases), Sightings(subject.releases)
    shown: dict[str, dict[str, int]] = {}
    before = {squeezed(one.name) for one in spoken(subject.releases) if one.name != subject.name}
    for release in subject.releases:
        for said in release.of("release"):
            if squeezed(said.string("name")) in before and not near_rival(said.string("name"), [subject.name]):
                spoke.add(squeezed(said.string("name")), release, said.start)
                ways = shown.setdefault(squeezed(said.string("name")), {})
                ways[said.string("issuer")] = ways.get(said.string("issuer"), 0) + 1
        for old, start in _former(subject, release):
            if squeezed(bare(old)) != squeezed(subject.name):
                seen.add(squeezed(bare(old)), release, start)
                ways = shown.setdefault(squeezed(bare(old)), {})
                ways[old] = ways.get(old, 0) + 1
    for key in dict.fromkeys((*seen.things(), *spoke.things())):
        told, own = seen.count(key), spoke.count(key)
        doubt = ""
        if not told:
            doubt = "no release says that it is a former name: may be a short form, or another company's"
        elif told < SEVERAL and not own:
            doubt = ONCE
        where = seen if told else spoke
        yield Entry(FORMER, {"name": most_common(shown[key])}, key, where.seen(key) + "; until: not told", doubt)


def _former(subject: Subject, release: Release) -> Iterator[tuple[str, int]]:
    text = release.document.view.text
    claims = release.of("company")
    for claim in claims:
        if squeezed(claim.string("name")) != squeezed(subject.name):
            continue
        formerly = _FORMERLY.match(text, claim.end) or _FORMERLY.match(text, claim.end + 1)
        old = formerly and next((one for one in claims if one.start == formerly.end()), None)
        if old:
            yield _in_full(old), old.start
    for match in _RENAMED.finditer(text):
        if subject.means(match.group("new").strip()):
            yield match.group("old").rstrip(" ,"), match.start("old")


def _in_full(claim: Claim) -> str:
    """Returns a company's name with its legal form as printed, without the quotation marks and what follows."""
    name, legal = claim.string("name"), claim.string("legal")
    end = claim.text.find(legal, claim.text.find(name) + len(name)) + len(legal) if legal else -1
    return claim.text[claim.text.find(name) : end].strip() if end > 0 else name


def _slots(claim: Claim) -> tuple[str, ...]:
    slots = claim.get("slots")
    return slots if isinstance(slots, tuple) else ()
