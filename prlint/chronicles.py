"""Makes of an issuer's releases what they say over time: phases, names, people, filings, and every tracked fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.chronicle import Chronicle, Course, Told, Value
from prlint.finding import Cited
from prlint.finish import evidence
from prlint.report import Stand
from prlint.text.excerpt import around

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.resolve.resolution import Resolution
    from prlint.rulebook.model import Rulebook

#: Groups of tracked facts that have a part of their own.
_APART = frozenset({"person", "filing", "listing", "contact"})
#: The facts of an asset and a study that the phases say already.
_PHASES = ("phase", "status")
_HEADS = frozenset({"headline", "subhead"})
#: Groups whose values say little without the words around them.
_TERSE = frozenset({"asset", "study", "event", "fact"})
#: Code points before and behind a place.
_AROUND = 64
#: Groups of facts that mean nothing where one release of many states them in passing.
_PASSING = frozenset({"company", "mark"})
_FEW = 2
#: Where a release says how to reach somebody.
_REACHED = frozenset({"contacts", "about", "source"})


def chronicles(
    releases: Sequence[Release],
    rulebook: Rulebook,
    profiles: Mapping[str, Mapping[str, Any]],
    only: Collection[str] = (),
) -> list[Chronicle]:
    """Returns one for each issuer, those with most releases first; `profiles` are by path.

    `only` are the claim types to look at, all where it is empty.
    """
    from prlint.resolve.issuer import issuers
    from prlint.resolve.reissues import Reissues
    from prlint.resolve.resolution import Resolution

    known = next(iter(profiles.values()), {})
    found = []
    for group in issuers(list(releases), known):
        dated = sorted(group, key=lambda release: (release.date or "", release.document.path))
        reissues = Reissues(dated)
        kept = {id(one) for one in reissues.distinct(dated)}
        told = []
        for i, release in enumerate(dated):
            later = [one for one in dated[i + 1 :] if reissues.repeats(release, one)]
            again = later[-1].document.path if id(release) not in kept and later else ""
            told.append(Told(release.document.path, release.document.sha256, release.date, _headline(release), again))
        resolution = Resolution(dated, profiles.get(dated[0].document.path, known))
        numbered = [(i, release) for i, release in enumerate(dated) if id(release) in kept]
        found.append(_chronicle(numbered, told, resolution, rulebook, only))
    return sorted(found, key=lambda one: -len(one.releases))


def _chronicle(
    numbered: Sequence[tuple[int, Release]],
    told: Sequence[Told],
    resolution: Resolution,
    rulebook: Rulebook,
    only: Collection[str],
) -> Chronicle:
    from prlint.resolve.phases import stands

    def wanted(*types: str) -> bool:
        return not only or any(type in only for type in types)

    releases = [release for _, release in numbered]
    by_asset = sorted(stands(releases, resolution).items()) if wanted("trial") else []
    newest = next((one for one in reversed(releases) if one.issuer), releases[-1])
    return Chronicle(
        newest.issuer,
        _listing(newest.exchange, newest.ticker),
        tuple(told),
        tuple(
            Stand(asset, one.phases, one.indications, one.study, one.status, _said(one.release, one.claim))
            for asset, of_asset in by_asset
            for one in of_asset
        ),
        _phases(by_asset, {id(release): i for i, release in numbered}),
        _names(numbered, resolution) if wanted("company", "ticker", "release") else (),
        _people(numbered, resolution) if wanted("person") else (),
        _filings(numbered) if wanted("filing") else (),
        _contacts(numbered) if wanted("web", "phone") else (),
        _facts(numbered, resolution, rulebook, only),
    )


class _Courses:
    """Courses as they are found: by what they are about, each value under what it is the same by."""

    def __init__(self, group: str) -> None:
        self._group = group
        self._of: dict[tuple[str, str], dict[Any, Value]] = {}

    def add(
        self, number: int, release: Release, place: Claim, subject: str, fact: str, text: str, same: Any = None
    ) -> None:
        """Adds what a release says; `same` is what the value is compared by, its folded words without one."""
        values = self._of.setdefault((subject, fact), {})
        key = " ".join(text.casefold().split()) if same is None else same
        before = values.get(key)
        if before is None:
            words = _words_around(release, place) if self._group in _TERSE else ""
            values[key] = Value(text, _said(release, place), (number,), words)
        elif before.releases[-1] != number:
            values[key] = before._replace(releases=(*before.releases, number))

    def found(self) -> tuple[Course, ...]:
        """Returns the courses by subject, those of the issuer itself first; of one subject as they were found."""
        ordered = sorted(self._of.items(), key=lambda one: one[0][0].casefold())
        return tuple(Course(self._group, subject, fact, tuple(values.values())) for (subject, fact), values in ordered)


def _phases(by_asset: Sequence[tuple[str, list[Any]]], numbers: Mapping[int, int]) -> tuple[Course, ...]:
    courses = _Courses("asset")
    for asset, of_asset in by_asset:
        for one in of_asset:
            about = ", ".join(one.indications) or one.study or "disease not named"
            said = ", ".join(part for part in ("Phase " + "/".join(one.phases), _words(one.status)) if part)
            courses.add(numbers[id(one.release)], one.release, one.claim, asset, about, said)
    return courses.found()


def _names(numbered: Sequence[tuple[int, Release]], resolution: Resolution) -> tuple[Course, ...]:
    """Returns the name under which the issuer speaks, the names of it in its texts, and its tickers."""
    courses = _Courses("issuer")
    for number, release in numbered:
        companies = {claim.string("name"): claim for claim in release.of("company")}
        said = next(iter(release.of("release")), None)
        name = said.string("name") if said else ""
        own = resolution.entity(release, companies[name]) if name in companies else None
        if said and release.issuer:
            courses.add(number, release, said, "", "name of the issuer", release.issuer)
        for claim in release.of("company"):
            if own is not None and resolution.entity(release, claim) == own:
                courses.add(number, release, claim, "", "called in the text", claim.string("name"))
        for claim in release.of("ticker"):
            of = companies.get(claim.string("company"))
            if of is None or own is None or resolution.entity(release, of) == own:
                text = _listing(claim.string("market") or claim.string("exchange"), claim.string("symbol"))
                courses.add(number, release, claim, "", "listed as", text)
    return courses.found()


def _people(numbered: Sequence[tuple[int, Release]], resolution: Resolution) -> tuple[Course, ...]:
    """Returns who is introduced, with each title; titles that name the same offices are one."""
    courses = _Courses("person")
    titled: set[str] = set()
    plain: list[tuple[int, Release, Claim, str]] = []
    for number, release in numbered:
        for claim in release.of("person"):
            # In a headline every word has a capital: a name in it cannot be told from the words beside it.
            if not claim.get("given") or release.document.zone_at(claim.start) in _HEADS:
                continue
            name, role = resolution.entity(release, claim), claim.string("role")
            if role:
                titled.add(name)
                offices = claim.get("offices")
                courses.add(
                    number,
                    release,
                    claim,
                    name,
                    "title",
                    role,
                    offices if isinstance(offices, tuple) and offices else None,
                )
            else:
                plain.append((number, release, claim, name))
    for number, release, claim, name in plain:
        if name not in titled:
            courses.add(number, release, claim, name, "title", "no title given")
    return tuple(sorted(courses.found(), key=lambda one: -one.releases))


def _contacts(numbered: Sequence[tuple[int, Release]]) -> tuple[Course, ...]:
    """Returns how the issuer and its contacts can be reached: what stands where releases say so."""
    courses = _Courses("contact")
    for number, release in numbered:
        for claim in release.of("web"):
            if release.document.zone_at(claim.start) in _REACHED:
                if claim.get("kind") == "email":
                    courses.add(number, release, claim, "", "mailbox", claim.text)
                else:
                    courses.add(number, release, claim, "", "web address", claim.string("domain"))
        for claim in release.of("phone"):
            if release.document.zone_at(claim.start) in _REACHED:
                courses.add(number, release, claim, "", "telephone", claim.text, claim.get("digits"))
    return courses.found()


def _filings(numbered: Sequence[tuple[int, Release]]) -> tuple[Course, ...]:
    """Returns the issuer's own reports that releases cite, with the period that each is for."""
    courses = _Courses("filing")
    for number, release in numbered:
        for claim in release.of("filing"):
            if claim.get("owner"):
                continue
            form = f"Form {claim.string('form')}{'/A' if claim.get('amended') else ''}"
            quarter, year = claim.string("quarter"), claim.string("fiscal_year")
            if end := claim.string("period_end"):
                period = f"period ended {end}"
            elif year:
                period = f"quarter {quarter} of {year}" if quarter else f"fiscal year {year}"
            else:
                period = "the most recent one" if claim.get("evergreen") else "no period named"
            courses.add(number, release, claim, form, "cited for", period)
    return courses.found()


def _facts(
    numbered: Sequence[tuple[int, Release]], resolution: Resolution, rulebook: Rulebook, only: Collection[str]
) -> tuple[Course, ...]:
    from prlint import registry
    from prlint.resolve.facts import facts, tracked

    own = {fact.name: (fact.key, fact.value) for fact in rulebook.facts}
    follow = tracked(only or [*registry.names("extractors"), *own], own)
    groups: dict[str, _Courses] = {}
    for number, release in numbered:
        for key, values in facts(release, follow, resolution).items():
            if key.group in _APART or (key.group in ("asset", "study") and key.what.split(" ")[0] in _PHASES):
                continue
            courses = groups.setdefault(key.group, _Courses(key.group))
            for folded, fact in values.items():
                courses.add(number, release, fact.place, key.subject, key.what, fact.value, folded)
    return tuple(
        course
        for group, courses in sorted(groups.items())
        for course in courses.found()
        if group not in _PASSING or course.releases > 1 or len(numbered) <= _FEW
    )


def _listing(market: str, symbol: str) -> str:
    return ": ".join(part for part in (market, symbol) if part)


def _words(status: str) -> str:
    return status.replace("_", " ")


def _words_around(release: Release, claim: Claim) -> str:
    document = release.document
    span = document.view.source_span(claim.start, claim.end)
    before, words, after = around(document, span.start, span.end)
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return f"{before}{words}{after}"


def _headline(release: Release) -> str:
    document = release.document
    zone = next((zone for zone in document.zones if zone.name == "headline"), None)
    return " ".join(document.view.as_typed(document.text, zone.start, zone.end).split()) if zone else ""


def _said(release: Release, claim: Claim) -> Any:
    return evidence(Cited(release, claim.start, claim.end))
