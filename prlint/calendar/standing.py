"""Whether a report on a given period can be, must be or may be the newest one on a given day.

Pure dates: which report follows which is given by a `successor`, due dates by
a `Calendar`. Where something is not known (the kind of filer, the rule of the
fiscal year) both bounds are carried along, and only what holds at both ends
of the bounds is said.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from prlint.calendar import fiscal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prlint.calendar.filings import Calendar, Due

    Successor = Callable[[date], tuple[date, date]]

#: Days after a period's end within which no audited report has ever been ready.
SOONEST = 14

#: What a standing can be: in order of severity.
CURRENT, MAYBE, LATE, OUTDATED, FUTURE, SOON = (
    "current",
    "maybe-outdated",
    "late-possible",
    "outdated",
    "future",
    "too-soon",
)


class Standing(NamedTuple):
    """How a cited report stands on a day.

    `expected` is the end of the period whose report should be cited instead,
    `exact` says that it is that very day; `dues` are the due dates that
    report may have, the first one first. All are empty where the cited report is current.
    """

    outcome: str
    expected: date | None = None
    exact: bool = True
    dues: tuple[Due, ...] = ()


def standing(
    calendar: Calendar, form: str, cited: date, as_of: date, *, successor: Successor, statuses: Sequence[str] = ()
) -> Standing:
    """Returns how a report on the period that ended on `cited` stands on `as_of`.

    `statuses` are the kinds of filer that the issuer may be; none means any.
    `successor` gives the earliest and latest day on which the next period that
    has a report of its own can end.
    """
    if cited > as_of:
        return Standing(FUTURE)
    if (as_of - cited).days <= SOONEST:
        return Standing(SOON)
    following = _judged(calendar, form, cited, as_of, successor, statuses)
    if following.outcome != OUTDATED or following.expected is None:
        return following
    # Years may have passed since: what should be cited now is the newest report that is surely due.
    while following.expected is not None:
        later = _judged(calendar, form, following.expected, as_of, successor, statuses)
        if later.outcome != OUTDATED or later.expected is None:
            break
        following = later._replace(exact=following.exact and later.exact)
    return following


def _judged(
    calendar: Calendar, form: str, cited: date, as_of: date, successor: Successor, statuses: Sequence[str]
) -> Standing:
    earliest, latest = successor(cited)
    if as_of <= earliest:
        return Standing(CURRENT)
    first = calendar.all_due(form, statuses, earliest)
    dues = first if earliest == latest else (*first, *calendar.all_due(form, statuses, latest))
    if not first or as_of <= first[0].due:
        return Standing(CURRENT)
    if as_of <= max(due.due for due in dues):
        outcome = MAYBE
    elif as_of <= max(due.last for due in dues):
        outcome = LATE
    else:
        outcome = OUTDATED
    return Standing(outcome, latest, earliest == latest, dues)


def next_year(rule: fiscal.YearEnd | None) -> Successor:
    """Returns the successor of annual reports, by the issuer's rule or by the cited day alone."""

    def successor(cited: date) -> tuple[date, date]:
        if rule is None:
            return fiscal.next_ends(cited)
        end = fiscal.next_end(rule, cited)
        return end, end

    return successor


def next_quarter(rule: fiscal.YearEnd | None) -> Successor:
    """Returns the successor of quarterly reports; the fourth quarter has none of its own."""

    def successor(cited: date) -> tuple[date, date]:
        if rule is None:
            # The next quarter, or where that one ends the fiscal year, the one after.
            slack = timedelta(days=0 if (cited + timedelta(days=1)).day == 1 else 7)
            return fiscal.add_months(cited, 3) - slack, fiscal.add_months(cited, 6) + slack
        # Quarters of a 52/53-week year may end a week off the regular count.
        near = cited + timedelta(days=0 if rule.how == "fixed" else 10)
        year = fiscal.last_end(rule, near)
        ends = [*fiscal.quarter_ends(rule, year), *fiscal.quarter_ends(rule, fiscal.next_end(rule, year))]
        end = next(day for day in ends if day > near)
        slack = timedelta(days=0 if rule.how == "fixed" else 7)
        return end - slack, end + slack

    return successor
