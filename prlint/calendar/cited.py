"""The reports that a release cites, as dates: mentions of one report together, with the days its period may have ended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.calendar import fiscal, standing
from prlint.text import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Claim


class Reference(NamedTuple):
    """One report and all its mentions.

    `ends` are the days on which its period can have ended, earliest first,
    empty where nothing is known. `printed` says that the text, with the
    issuer's rule, settles them; else they only bound the day.
    """

    form: str
    label: str
    ends: tuple[date, ...]
    printed: bool
    mentions: tuple[Claim, ...]


class Filer(NamedTuple):
    """What is known of the issuer.

    `confirmed` is its fiscal year by the profile, `rule` that or what its own
    reports show. `statuses` are pairs (ISO day from which, status), oldest
    first; `filings` are pairs (period end, day of filing).
    """

    confirmed: fiscal.YearEnd | None
    rule: fiscal.YearEnd | None
    statuses: tuple[tuple[str, str], ...]
    filings: tuple[tuple[date, date], ...]

    def status(self, period_end: date) -> list[str]:
        """Returns the status in force at the end of a period, in a list that is empty where it is not known."""
        return [status for since, status in self.statuses if since <= period_end.isoformat()][-1:]


def filer(issuer: Mapping[str, Any], forms: Sequence[str], year_ends: Iterable[str]) -> Filer:
    """Returns what a profile's `issuer` says; `year_ends` are the ISO days of its annual reports, wherever cited."""
    confirmed = fiscal.read_rule(issuer.get("fiscal_year_end"))
    status = issuer.get("filer_status") or ()
    rows = [{"status": status}] if isinstance(status, str) else list(status)
    filings = tuple(
        (date.fromisoformat(str(row["period_end"])), date.fromisoformat(str(row["filed"])))
        for row in issuer.get("filings") or ()
        if str(row.get("form", "")).removesuffix("/A") in forms and row.get("period_end") and row.get("filed")
    )
    statuses = sorted((str(row.get("from") or ""), str(row["status"])) for row in rows)
    return Filer(confirmed, confirmed or _shown(year_ends), tuple(statuses), filings)


def references(mentions: Iterable[Claim], known: Filer, period: str) -> list[Reference]:
    """Returns the reports that are cited by period, fiscal year or filing date, oldest first.

    `period` is year or quarter. A mention that names none of these is left out.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in mentions:
        key = (claim.string("period_end"), claim.string("fiscal_year"), claim.string("quarter"))
        if not any(key):
            # An amendment is filed any time after the report, so its filing date tells nothing of the period.
            key = ("", "", "" if claim.get("amended") else claim.string("filed"))
        if any(key):
            groups.setdefault(key, []).append(claim)
    found = [_reference(group, known, period) for group in groups.values()]
    return sorted(found, key=lambda reference: reference.ends or (date.min,))


def _reference(mentions: Sequence[Claim], known: Filer, period: str) -> Reference:
    claim = mentions[0]
    form = claim.string("form") + ("/A" if all(mention.get("amended") for mention in mentions) else "")
    written, year, filed = (claim.string(name) for name in ("period_end", "fiscal_year", "filed"))
    if written:
        return Reference(form, written, (date.fromisoformat(written),), True, tuple(mentions))
    if year:
        ends = _fiscal(int(year), claim.string("quarter"), known.rule, period)
        return Reference(form, f"fiscal {year}", ends, known.rule is not None, tuple(mentions))
    if period == "quarter":
        return Reference(form, f"the quarter before {filed}", (), False, tuple(mentions))
    # Whatever year it reports on, that year ended well before the day of filing.
    newest = date.fromordinal(date.fromisoformat(filed).toordinal() - standing.SOONEST - 1)
    if known.confirmed is not None:
        newest = fiscal.last_end(known.confirmed, newest)
    return Reference(form, f"the year before {filed}", (newest,), known.confirmed is not None, tuple(mentions))


def _fiscal(year: int, quarter: str, rule: fiscal.YearEnd | None, period: str) -> tuple[date, ...]:
    if period == "quarter":
        if rule is None or quarter not in ("1", "2", "3"):
            return ()
        before = [fiscal.last_end(rule, end.replace(day=1)) for end in fiscal.ends_of(rule, year)]
        return tuple(fiscal.quarter_ends(rule, end)[int(quarter) - 1] for end in before)
    if rule is not None:
        return fiscal.ends_of(rule, year)
    # Whatever its rule, fiscal 2016 ended between January 2016 and the first week of February 2017.
    return date(year, 1, 1), date(year + 1, 2, 7)


def _shown(year_ends: Iterable[str]) -> fiscal.YearEnd | None:
    """Returns the rule that annual reports show: one and the same end of a month in all."""
    found = {end[5:] for end in year_ends}
    if len(found) != 1:
        return None
    month, day = (int(part) for part in found.pop().split("-"))
    whole = day == dates.last_of_month(2000, month).day or (month, day) == (2, 28)
    return fiscal.YearEnd(month, day) if whole else None
