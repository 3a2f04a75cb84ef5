"""The issuer's people, with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.proposal.entry import ONCE, SEVERAL, Entry, Sightings, most_common
from prlint.proposal.subject import near_rival
from prlint.resolve import person
from prlint.text.near import plain
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Claim, Release
    from prlint.proposal.subject import Subject

PEOPLE = ("people",)

OWN, OTHER, UNSAID = "own", "other", "unsaid"

#: What may stand between an office and the body it is held in.
_OF = pattern(r"(?: and (?:an? )?(?:co-)?(?:founder|director))?,? (?:of|at|for|with) (?:the )?")
#: What a title consists of; a full stop, an address or a figure is something else that was joined to it.
_TITLE = pattern(r"(?:\p{L}[\p{L}'-]*|&|,)(?: (?:\p{L}[\p{L}'-]*|&)|,)*")
#: A name as far as it goes: what it is the beginning of is somebody else.
_NAME = pattern(
    r"[\p{Lu}\d][\p{L}\d&.'-]*?(?='s\b|[.,;:\"]?(?:\s|$))(?: [\p{Lu}\d][\p{L}\d&'-]*?(?='s\b|[.,;:\"]?(?:\s|$)))*"
)
_GOES_ON = pattern(r" \p{Lu}")
#: Two capitalised words between commas: somebody else's name that was read into a title.
_NAME_WITHIN = pattern(r", \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,")
_POSSESSIVE = pattern(r"^(?P<owner>.{2,60}?)'s? ")


class _Told(NamedTuple):
    """What one introduction says of a person: title and offices, and whose the person is."""

    name: str
    title: str
    offices: frozenset[str]
    whose: str
    release: Release
    claim: Claim


def people(subject: Subject) -> Iterator[Entry]:
    """Yields the people whom releases introduce as the issuer's.

    A release says so where it names the issuer beside the office. Someone with an
    office who speaks in most of the releases is the issuer's too; whose anyone else
    is, a person must tell. Who is named once, and not as the issuer's, is left out.
    """
    told = list(_introduced(subject))
    seen, owned = Sightings(subject.releases), Sightings(subject.releases)
    by_name: dict[str, list[_Told]] = {}
    for one in told:
        seen.add(one.name, one.release, one.claim.start)
        if one.whose == OWN:
            owned.add(one.name, one.release, one.claim.start)
        by_name.setdefault(one.name, []).append(one)
    surnames = [claims[0].claim.string("surname") for claims in by_name.values()]
    for name in seen.things():
        group = by_name[name]
        own, other = owned.count(name), len({id(one.release) for one in group if one.whose == OTHER})
        steady = seen.count(name) > SEVERAL and 2 * seen.count(name) >= len(subject.releases)
        whole = _plain_name(subject, group)
        if (not own or not whole) and (seen.count(name) < SEVERAL or other):
            continue
        surname = group[0].claim.string("surname")
        slip = near_rival(surname, surnames)
        doubt = ""
        if not whole:
            doubt = "may be more, or less, than a name"
        elif slip and _same_given(slip, group[0], by_name):
            doubt = f"a letter or two away from {slip}"
        elif seen.count(name) < SEVERAL:
            doubt = ONCE
        elif other and (other >= own or own < SEVERAL):
            doubt = "of another company as well"
        elif not own and not (steady and any(one.offices for one in group)):
            doubt = "no release says whose: may be another company's"
        elif own < SEVERAL and not steady:
            doubt = "called the issuer's in one release only"
        elif news := _left(subject, seen.releases(name)[0], surname):
            doubt = f"a departure is told on {news}"
        elif heir := _heir(seen.numbers(name)[-1], group, by_name, seen):
            doubt = f"later releases have {heir} in that office"
        shown, also = _printed_names(group)
        value: dict[str, str | list[str]] = {"name": shown}
        if also:
            value["also"] = also
        title, note = _title(subject, group, 1 if doubt else SEVERAL)
        if title:
            value["title"] = title
        yield Entry(PEOPLE, value, plain(shown), seen.seen(name) + note, doubt)


#: Offices that one person at a time holds.
_SINGLE = frozenset(("CEO", "CFO", "COO", "CMO", "CSO", "CTO", "CIO", "CBO"))


def _left(subject: Subject, first: Release, surname: str) -> str:
    """Returns the date of a release, from `first` on, that tells of the departure of somebody of this name; empty where none does."""
    for release in subject.releases[subject.releases.index(first) :]:
        for claim in release.of("news"):
            if claim.get("kind") == "departure" and surname in f"{claim.string('about')} {claim.string('other')}":
                return release.date or "an unknown day"
    return ""


def _heir(last: int, group: Sequence[_Told], by_name: dict[str, list[_Told]], seen: Sightings) -> str:
    """Returns who is introduced, only after the last time that somebody is, in an office that one person holds."""
    held = {office for one in group for office in one.offices if one.whose != OTHER} & _SINGLE
    for name, others in by_name.items():
        if others is not group and seen.numbers(name)[-1] > last:
            after = {office for one in others for office in one.offices if one.whose == OWN} & held
            if after:
                return name
    return ""


def _introduced(subject: Subject) -> Iterator[_Told]:
    entity = person.entities(subject.releases, {})
    for release in subject.releases:
        for claim in release.of("person"):
            if claim.get("given") and claim.get("slot") in ("introduction", "contact"):
                title, whose = _office(subject, release, claim)
                offices = claim.get("offices")
                held = frozenset(offices) if isinstance(offices, tuple) else frozenset()
                if held or claim.get("credentials") or whose == OWN:
                    yield _Told(entity(release, claim), title, held, whose, release, claim)


def _office(subject: Subject, release: Release, claim: Claim) -> tuple[str, str]:
    """Returns the title as printed, without the name of a company, and whose the person is."""
    text = release.document.view.text
    role = claim.string("role")
    title = role
    whose = UNSAID
    words = role.split(" ")
    # "Ardenta's CEO", "Ardenta CEO", "Ardenta Therapeutics' CEO"
    for count in range(min(5, len(words) - 1), 0, -1):
        lead = " ".join(words[:count])
        if subject.means(lead.removesuffix("'s").removesuffix("'")):
            title, whose = " ".join(words[count:]), OWN
            break
    else:
        possessive = _POSSESSIVE.match(role)
        if possessive is not None and possessive.group("owner").lower() != "the company":
            title, whose = role[possessive.end() :], OTHER
    for article in ("the ", "our ", "its ", "a ", "an "):
        title = title.removeprefix(article)
    if whose != UNSAID:
        return title, whose
    begin = claim.end
    at = text.find(role, claim.end, claim.end + len(role) + 10) if role else -1
    if at >= 0:
        begin = at + len(role)
    elif role:
        # The office stands before the name: what stands before it is whose it is.
        before = text.lower().rfind(role.lower(), max(0, claim.start - len(role) - 10), claim.start)
        lead = text[max(0, before - 60) : before].rstrip() if before >= 0 else ""
        words = lead.removesuffix("'s").removesuffix("'").split()
        if any(subject.means(" ".join(words[-count:])) for count in range(1, min(5, len(words)) + 1)):
            return _as_printed(text, before, role), OWN
        if lead.endswith(("'s", "s'")):
            return _as_printed(text, before, role), OTHER
        title = _as_printed(text, before, role) if before >= 0 else title
    of = _OF.match(text, begin)
    if of is not None:
        company = subject.company_at(release, of.end(), of.end() + 1)
        named = _NAME.match(text, of.end())
        if company is not None and subject.means(company.string("name")) and not _GOES_ON.match(text, company.end):
            return title, OWN
        if (named and subject.means(named.group())) or text.startswith(("Company", "company"), of.end()):
            return title, OWN
        return title, OTHER
    return title, whose


def _as_printed(text: str, start: int, role: str) -> str:
    return text[start : start + len(role)]


def _plain_name(subject: Subject, group: Sequence[_Told]) -> bool:
    """Says whether a name is a given name and a surname for certain.

    A second capitalised word of a surname may belong to something else, unless
    the person is called by both after an honorific.
    """
    if any(len(one.claim.string("middle").replace(".", "")) > 2 for one in group):
        return False
    surname = group[0].claim.string("surname")
    if sum(word[0].isupper() for word in surname.split()) == 1:
        return True
    return any(
        claim.get("slot") == "honorific" and claim.get("surname") == surname
        for release in subject.releases
        for claim in release.of("person")
    )


def _same_given(slip: str, one: _Told, by_name: dict[str, list[_Told]]) -> bool:
    """Says whether somebody of the near surname has the same given name."""
    given = plain(one.claim.string("given"))
    return any(
        other.claim.get("surname") == slip and plain(other.claim.string("given")) == given
        for group in by_name.values()
        for other in group[:1]
    )


def _printed_names(group: Sequence[_Told]) -> tuple[str, list[str]]:
    """Returns the name that most releases print, and others that several do."""
    releases: dict[str, set[int]] = {}
    for one in group:
        said = f"{one.claim.string('given')} {one.claim.string('surname')}"
        releases.setdefault(said, set()).add(id(one.release))
    counts = {said: len(of) for said, of in releases.items()}
    name = most_common(counts)
    also = {plain(said): said for said in sorted(counts) if counts[said] >= SEVERAL and plain(said) != plain(name)}
    # An initial is no name that one goes by.
    return name, [said for said in also.values() if "." not in said.split()[0]]


def _title(subject: Subject, group: Sequence[_Told], least: int) -> tuple[str, str]:
    """Returns the title that at least so many releases print, and what to add to where the person was seen.

    Offices that contain one another are one title, the fullest, unless the last releases
    no longer have it; where offices exclude one another, nobody here knows which is held now.
    """
    held = Sightings(subject.releases)
    ways: dict[str, dict[str, int]] = {}
    for one in group:
        if one.offices and one.whose != OTHER and _TITLE.fullmatch(one.title) and not _someone_else(one, group):
            key = ", ".join(sorted(one.offices))
            held.add(key, one.release, one.claim.start)
            ways.setdefault(key, {})[one.title] = ways.get(key, {}).get(one.title, 0) + 1
    several = [key for key in held.things() if held.count(key) >= least]
    if not several:
        return "", ""
    best = max(several, key=lambda key: (key.count(", "), held.count(key)))
    sets = {key: frozenset(key.split(", ")) for key in held.things()}
    against = [key for key in held.things() if not sets[key] <= sets[best]]
    late = [key for key in several if sets[key] < sets[best] and held.numbers(key)[0] > held.numbers(best)[-1]]
    if against or late:
        other = (against or late)[0]
        return (
            "",
            f"; two titles: {most_common(ways[best])} ({held.when(best)}), {most_common(ways[other])} ({held.when(other)})",
        )
    return most_common(ways[best]), f"; title in {held.when(best)}"


def _someone_else(one: _Told, group: Sequence[_Told]) -> bool:
    """Says whether another person's name was read into a title: nobody is called by two names there."""
    surname = one.claim.string("surname")
    others = {claim.string("surname") for claim in one.release.of("person") if claim.get("given")} - {surname}
    return any(word in one.title.split() for word in {*others, surname}) or _NAME_WITHIN.search(one.title) is not None
