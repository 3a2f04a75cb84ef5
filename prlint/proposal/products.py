"""The issuer's products under development, and its studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.proposal.entry import ONCE, SEVERAL, Entry, Sightings
from prlint.proposal.subject import TELLING
from prlint.resolve import asset
from prlint.resolve.phases import stands
from prlint.resolve.resolution import Resolution
from prlint.text.codes import fold
from prlint.text.near import squeezed, transposed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prlint.claim import Claim, Release
    from prlint.proposal.subject import Subject

ASSETS, STUDIES = ("assets",), ("studies",)

PARTNERS = "may be a partner's product, or no product"

#: Right before a product: whose it is.
_OURS = pattern(
    r"(?i:\b(?:our|its|the company's|the company’s)(?: (?!(?:of|with|to|in|versus|vs|and|or|for|as|by|than|from|that)\b)[\p{L}\d/-]+){0,5}?(?: (?:candidates?|product|products|drug|therapy|treatment|compound|asset|vaccine|device|platform|program))?,? )$"
)
_LETTERS = pattern(r"\p{L}*")


def assets(subject: Subject) -> Iterator[Entry]:
    """Yields the products that bear the issuer's letters, or that several releases call its own.

    A non-proprietary name (semaglutide) is anyone's, and is left out.
    """
    entity = asset.entities(subject.releases, {})
    seen, owned = Sightings(subject.releases), Sightings(subject.releases)
    names: dict[str, dict[str, Sightings]] = {}
    isotopes: dict[str, Sightings] = {}
    for release in subject.releases:
        for claim in release.of("asset"):
            if claim.get("form") == "inn":
                continue
            thing = entity(release, claim)
            seen.add(thing, release, claim.start)
            ways = names.setdefault(thing, {}).setdefault(fold(claim.string("name")), Sightings(subject.releases))
            ways.add(claim.string("name"), release, claim.start)
            if _ours(subject, release, claim):
                owned.add(thing, release, claim.start)
            if claim.get("isotope"):
                isotopes.setdefault(thing, Sightings(subject.releases)).add(
                    claim.string("isotope"), release, claim.start
                )
    codes = {fold(thing): thing for thing in seen.things()}
    phases = _phases(subject)
    for thing in seen.things():
        prefixed = _bears_letters(subject, thing)
        turned = next((other for code, other in codes.items() if transposed(code, fold(thing))), "")
        doubt = ""
        if turned:
            doubt = f"the same digits in another order as {turned}"
        elif seen.count(thing) < SEVERAL:
            doubt = ONCE
        elif not prefixed and owned.count(thing) < SEVERAL:
            doubt = PARTNERS
        if doubt == ONCE and not prefixed:
            continue
        forms = names[thing]
        main = max(forms, key=lambda code: (code == fold(thing), code))
        value: dict[str, str | list[str]] = {"name": forms[main].things()[0]}
        also = [
            ways.things()[0]
            for code, ways in sorted(forms.items())
            if code != main and len(ways.numbers(*ways.things())) >= SEVERAL
        ]
        if also:
            value["also"] = also
        note = ""
        told = isotopes.get(thing)
        if told is not None and len(told.things()) == 1 and told.count(told.things()[0]) >= SEVERAL:
            value["isotope"] = told.things()[0]
        elif told is not None:
            note += f"; isotope left out: {', '.join(told.things())} ({told.when(*told.things())})"
        status, phase = phases.get(thing, ("", ""))
        if status:
            value["status"] = status
        yield Entry(ASSETS, value, fold(thing), seen.seen(thing) + note + phase, doubt)


def _ours(subject: Subject, release: Release, claim: Claim) -> bool:
    """Says whether the words before a product call it the issuer's."""
    document = release.document
    text = document.view.text
    start = max(document.sentence_at(claim.start)[0], claim.start - 90)
    lead = text[start : claim.start]
    if any(
        one.start >= start and one.end <= claim.start and not subject.means(one.string("name"))
        for one in release.of("company")
    ):
        return False
    if _OURS.search(lead):
        return True
    words = lead.rstrip().split(" ")
    return any(
        word.endswith(("'s", "s'"))
        and subject.means(" ".join(words[max(0, i - count) : i + 1]).removesuffix("'s").removesuffix("'"))
        for i, word in enumerate(words[-6:], max(0, len(words) - 6))
        for count in range(4)
    )


def _bears_letters(subject: Subject, thing: str) -> bool:
    """Says whether the letters of a code are the beginning of the issuer's name or ticker."""
    match = _LETTERS.match(thing)
    letters = squeezed(match.group()) if match else ""
    code = any(c.isdigit() for c in thing)
    return (
        code and len(letters) >= TELLING and any(form.startswith(letters) for form in (*subject.own, *subject.letters))
    )


def _phases(subject: Subject) -> dict[str, tuple[str, str]]:
    """Returns for each product its status where it is certain, and the newest phase for people."""
    dated = [release for release in subject.releases if release.date]
    resolution = Resolution(dated, {})
    approved = {
        fold(claim.string("asset"))
        for release in subject.releases
        for claim in release.of("approval")
        if claim.get("stage") == "approved"
    }
    found = {}
    for thing, told in stands(dated, resolution).items():
        last = told[-1]
        trials = {id(one.release) for one in told if one.claim.get("stance") in ("planned", "current")}
        certain = len(trials) >= SEVERAL and fold(thing) not in approved
        where = f" in {', '.join(last.indications)}" if last.indications else ""
        found[thing] = (
            "investigational" if certain else "",
            f"; Phase {'/'.join(last.phases)}{where} on {last.date}",
        )
    return found


def studies(subject: Subject, certain: frozenset[str]) -> Iterator[Entry]:
    """Yields the studies with a registry number; `certain` are the folded names of the issuer's products.

    A phase on which the releases do not agree is left out: the releases are held against it.
    """
    seen, owned = Sightings(subject.releases), Sightings(subject.releases)
    entity = asset.entities(subject.releases, {})
    claims: dict[str, list[tuple[Release, Claim]]] = {}
    for release in subject.releases:
        for claim in release.of("trial"):
            study = claim.string("study")
            if not study:
                continue
            seen.add(study, release, claim.start)
            claims.setdefault(study, []).append((release, claim))
            if _own_study(subject, release, claim, certain):
                owned.add(study, release, claim.start)
    for study in seen.things():
        told = claims[study]
        doubt = ""
        if study[:3] == "NCT" and not (len(study) == 11 and study[3:].isdecimal()):
            continue
        if seen.count(study) < SEVERAL:
            doubt = ONCE
        elif owned.count(study) < SEVERAL or any(claim.get("sponsor") for _, claim in told):
            doubt = "may be another company's study"
        value: dict[str, str | list[str]] = {"id": study}
        note = ""
        least = 1 if doubt else SEVERAL
        agreed = {
            "asset": _agreed(
                subject,
                told,
                least,
                lambda release, claim: (
                    entity(
                        release,
                        claim._replace(
                            type="asset", fields={"name": claim.string("asset"), "code": fold(claim.string("asset"))}
                        ),
                    )
                    if claim.get("asset")
                    else ""
                ),
            ),
            "phase": _agreed(subject, told, least, lambda _, claim: _phase(claim)),
            "indication": _agreed(subject, told, least, lambda _, claim: ", ".join(_texts(claim, "indication"))),
        }
        for key, (text, left) in agreed.items():
            if text:
                value[key] = text
            note += f"; {key} left out: {left}" if left else ""
        if "phase" not in value and not study.startswith("NCT") and not doubt:
            doubt = "no registry number, and nothing that two releases agree on"
        yield Entry(STUDIES, value, fold(study), seen.seen(study) + note, doubt)


def _own_study(subject: Subject, release: Release, claim: Claim, certain: frozenset[str]) -> bool:
    if claim.get("asset") and fold(claim.string("asset")) in certain:
        return True
    document = release.document
    sentence = document.view.text[slice(*document.sentence_at(claim.start))]
    low = f" {sentence.lower()}"
    others = [
        one for one in release.of("company") if one.string("name") in sentence and not subject.means(one.string("name"))
    ]
    named = any(one.string("name") in sentence and subject.means(one.string("name")) for one in release.of("company"))
    return not others and (
        named or any(f" {word} " in low for word in ("our", "its", "we", "the company", "the company's"))
    )


def _agreed(
    subject: Subject, told: list[tuple[Release, Claim]], least: int, read: Callable[[Release, Claim], str]
) -> tuple[str, str]:
    """Returns the value on which at least so many releases agree, and the values where they do not."""
    seen = Sightings(subject.releases)
    for release, claim in told:
        value = read(release, claim)
        if value:
            seen.add(value, release, claim.start)
    things = seen.things()
    if len(things) == 1 and seen.count(things[0]) >= least:
        return things[0], ""
    return "", " or ".join(things)


def _phase(claim: Claim) -> str:
    phases = _texts(claim, "phases")
    if not phases or len(phases) > SEVERAL:
        return ""
    return claim.string("part") if len(phases) == 1 and claim.get("part") else "/".join(phases)


def _texts(claim: Claim, field: str) -> tuple[str, ...]:
    value = claim.get(field)
    return value if isinstance(value, tuple) else (str(value),) if value else ()
