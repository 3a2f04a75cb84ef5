"""All that is proposed of one issuer, in the order of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.proposal import addresses, listings, names, people, products, year
from prlint.proposal.entry import Entry, Sightings
from prlint.proposal.subject import in_order, subject_of
from prlint.resolve.reissues import distinct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Release

#: The claim types that are read.
TYPES = (
    "release",
    "company",
    "ticker",
    "acronym",
    "web",
    "filing",
    "date",
    "person",
    "asset",
    "trial",
    "approval",
    "news",
)


def named(releases: Sequence[Release]) -> str:
    """Returns the name under which releases of one issuer speak now, without its legal form; empty where none names it."""
    return names.current(names.spoken(distinct(in_order(releases))))


def propose(releases: Sequence[Release], lists: Mapping[str, Any]) -> list[Entry]:
    """Returns what the releases of one issuer say of it, in the order of a profile.

    The releases need their claims of `TYPES`; `lists` are the rulebook's. Raises
    ValueError where no release names an issuer.
    """
    name = named(releases)
    if not name:
        raise ValueError("no release names its issuer")
    others = names.other_names(names.spoken(distinct(in_order(releases))))
    subject = subject_of(releases, name, lists, others)
    own = list(names.name(subject))
    short = list(names.short_names(subject))
    former = list(names.former_names(subject))
    # What is called by a confirmed short name is the issuer too.
    others += [str(one.value) for one in short if not one.doubt]
    subject = subject_of(releases, name, lists, others, not own[0].doubt)
    products_ = list(products.assets(subject))
    certain = frozenset(one.identity for one in products_ if not one.doubt)
    return [
        *own,
        *short,
        *former,
        *listings.listings(subject),
        *addresses.domains(subject),
        *year.year_end(subject),
        *people.people(subject),
        *products_,
        *products.studies(subject, certain),
    ]


def wires(releases: Sequence[Release]) -> list[tuple[str, str]]:
    """Returns the wires that the releases bear, and in how many; a profile has no key for them."""
    ordered = distinct(in_order(releases))
    seen = Sightings(ordered)
    for release in ordered:
        for said in release.of("release"):
            if said.get("wire"):
                seen.add(said.string("wire"), release, said.start)
    return [(wire, seen.when(wire)) for wire in seen.things()]
