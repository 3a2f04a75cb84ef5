"""The domains of the issuer's own addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.proposal.entry import ONCE, SEVERAL, Entry, Sightings
from prlint.proposal.subject import near_rival
from prlint.text.listed import items
from prlint.text.near import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.proposal.subject import Subject

DOMAINS = ("issuer", "domains")

#: Endings under which no company has its own address.
_PUBLIC = (".gov", ".mil", ".int", ".edu")
#: Sites on which a company has a page at most, and mailboxes that anyone can have.
_OF_ALL = frozenset(
    "facebook.com twitter.com x.com linkedin.com youtube.com instagram.com tiktok.com vimeo.com reddit.com medium.com threads.net "
    "gmail.com yahoo.com hotmail.com icloud.com aol.com sedar.com sedarplus.ca newsdirect.com prnewswire.co.uk newsworthy.ai".split()
)


def domains(subject: Subject) -> Iterator[Entry]:
    """Yields the domains that bear the issuer's name, or that are both its site and its mailboxes'.

    Doubtful are others in the section about the issuer or in its mailboxes:
    they may be an agency's, a product's or a partner's.
    """
    seen, mail, about = Sightings(subject.releases), Sightings(subject.releases), Sightings(subject.releases)
    labels: dict[str, str] = {}
    passing = {*items(subject.lists, "redirectors"), *_OF_ALL}
    for release in subject.releases:
        for claim in release.of("web"):
            domain = claim.string("domain")
            if domain in passing or domain.endswith(_PUBLIC):
                continue
            labels[domain] = squeezed(claim.string("label"))
            seen.add(domain, release, claim.start)
            if claim.string("kind") == "email":
                mail.add(domain, release, claim.start)
            elif subject.about(release, claim.start):
                about.add(domain, release, claim.start)
    for domain in seen.things():
        label = labels[domain]
        exact = subject.certain and label in subject.own
        bears = label in subject.letters or any(label.startswith(form) for form in subject.own)
        both = min(mail.count(domain), about.count(domain)) >= SEVERAL
        # A single letter is what a slip in an address looks like.
        rival = near_rival(label, [labels[other] for other in seen.things() if other != domain])
        if rival and not (exact and rival not in subject.own):
            doubt = f"a letter or two away from another address, {rival}"
        elif bears or both:
            doubt = "" if seen.count(domain) >= SEVERAL or exact else ONCE
        elif max(mail.count(domain), about.count(domain)) >= SEVERAL:
            doubt = "may be an agency's, a partner's or a product's"
        else:
            continue
        yield Entry(DOMAINS, domain, domain, seen.seen(domain), doubt)
