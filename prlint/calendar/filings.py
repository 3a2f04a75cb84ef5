"""When a periodic report was due, computed from dated deadlines.

`rules/lists/sec-calendar.yaml` holds the deadlines; a `BusinessDays` rolls
them. Calendar days are counted from the period's end: a report due 90 days
after 31 December is due on 31 March, or 30 March in a leap year.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.calendar.days import BusinessDays, day_of, in_force
from prlint.calendar.fiscal import add_months

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Due(NamedTuple):
    """The dates of one report for one kind of filer; all are business days.

    `due` is the due date. `notified` is the due date with a notification of
    late filing (the same as `due` where there is none for the form), which
    `notice` names. `relief` is the day to which an order put the due date off,
    None where none did, `order` its name. `last` is the last day on which the
    report can have been on time.
    """

    status: str
    due: date
    notified: date
    notice: str
    relief: date | None
    order: str
    last: date


class Calendar:
    """The deadlines and the business days that they are counted in."""

    __slots__ = ("_data", "days")

    def __init__(self, deadlines: Mapping[str, Any], holidays: Mapping[str, Any]) -> None:
        """`deadlines` is the data of sec-calendar.yaml, `holidays` that of federal-holidays.yaml."""
        self._data = deadlines
        self.days = BusinessDays(holidays)

    def family(self, name: str) -> tuple[str, ...]:
        """Returns the forms that report on the same kind of period ("annual", "quarterly")."""
        return tuple(self._data.get("families", {}).get(name) or ())

    def statuses(self, form: str) -> tuple[str, ...]:
        """Returns the kinds of filer that have a deadline of their own for a form, in the order of the list."""
        form = self._due_as(form)
        return tuple(dict.fromkeys(str(row["status"]) for row in self._data["deadlines"] if row["form"] == form))

    def due(self, form: str, status: str, period_end: date) -> Due | None:
        """Returns the dates of a report on the period that ended on `period_end`; None for an unknown form."""
        form = self._due_as(form)
        for row in self._data["deadlines"]:
            if row["form"] == form and row["status"] == status and in_force(row, period_end):
                return self._dates(form, status, _counted(row, period_end))
        return None

    def all_due(self, form: str, statuses: Sequence[str], period_end: date) -> tuple[Due, ...]:
        """Returns the dates for each kind of filer among `statuses`, earliest first.

        A status that the form does not know (a foreign private issuer that
        files Form 10-K) says nothing, so then all kinds of filer count.
        """
        known = [status for status in self.statuses(form) if status in statuses] or self.statuses(form)
        found = [due for status in known if (due := self.due(form, status, period_end)) is not None]
        return tuple(sorted(found, key=lambda due: (due.due, due.last)))

    def _due_as(self, form: str) -> str:
        return str((self._data.get("due_as") or {}).get(form, form))

    def _dates(self, form: str, status: str, unrolled: date) -> Due:
        due = self.days.roll(unrolled)
        late = next((row for row in self._data.get("late") or () if row["form"] == form), None)
        notified = self._later(due, late)
        relief, order = None, ""
        for row in self._data.get("relief") or ():
            if form in row["forms"] and day_of(row["due_from"]) <= due <= day_of(row["due_to"]):
                relief, order = self._later(due, row), str(row["name"])
        last = max(notified, self._later(relief, late)) if relief else notified
        return Due(status, due, notified, str(late["name"]) if late else "", relief, order, last)

    def _later(self, due: date, row: Mapping[str, Any] | None) -> date:
        """Returns the due date put off: counted from the day it was moved to, and moved again."""
        return self.days.roll(due + timedelta(days=int(row["days"]))) if row else due


def _counted(row: Mapping[str, Any], period_end: date) -> date:
    if row.get("months"):
        return add_months(period_end, int(row["months"]))
    return period_end + timedelta(days=int(row["days"]))
