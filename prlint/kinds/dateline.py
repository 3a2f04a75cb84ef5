r"""The days that a release gives for itself must be one: header, dateline, embargo, "today".

Params:

* `claim` (claim, required): the dates; their slot says which is the header's
  and which the dateline's.
* `today` (patterns, none): wording before a date that is the release's own
  ("today, "); each ends with `$`, where the date begins.
* `embargo` (patterns, none): a header's line that has one of these says until
  when the text is held back.
* `home` (list, none): names and abbreviations of states as datelines write
  them. Where the dateline has none of these, a day's difference may be that of
  time zones.

Outcomes: `differs` (header and dateline), `roll` (they are one day apart, and
the dateline's place is elsewhere), `embargo` (the text is held back until after
the dateline's day) and `today` (another day is called today). Messages may name
the claim's fields; `found` and `other` (the two dates as printed), `apart`
(days between).

An example:

    kind: dateline
    outcomes:
      differs: {severity: error, message: 'the header says {other}, the dateline {found}'}
    params: {claim: date}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.calendar.said import days_of, governed
from prlint.finding import Consistent, Contradicted
from prlint.registry import Param
from prlint.text.listed import item_set
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the dates"),
    "today": Param("patterns", (), about="wording before a date that is the release's own, ending with $"),
    "embargo": Param("patterns", (), about="what makes a header's line an embargo"),
    "home": Param("list", "", about="states as datelines write them, where a day's difference is none of time zones"),
}

_FIELDS = ("found", "other", "apart")
OUTCOMES = {"differs": _FIELDS, "roll": _FIELDS, "embargo": _FIELDS, "today": _FIELDS}

_WORD = pattern(r"\p{Lu}[\p{L}.]*+(?: \p{Lu}[\p{L}.]*+)*")


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict on the header's date, and on each date called today."""
    own: dict[str, Claim] = {}
    for claim in claims:
        if claim.get("slot"):
            own.setdefault(claim.string("slot"), claim)
    header, dateline = own.get("header"), own.get("dateline")
    if header is not None and dateline is not None:
        yield _header(header, dateline, params, context)
    printed = dateline or header
    if not params["today"] or printed is None or not printed.get("start"):
        return
    for claim in claims:
        if (
            claim.get("slot")
            or claim.get("precision") != "day"
            or not governed(context.release.document, claim, params["today"])
        ):
            continue
        days = days_of(claim, context.release.date)
        if days is None:
            continue
        apart = (days.first - date.fromisoformat(printed.string("start"))).days
        if apart and abs(apart) > 1:
            yield Contradicted("today", [claim], values=_values(claim, printed, apart))
        else:
            yield Consistent(f"today is {printed.text}")


def _header(header: Claim, dateline: Claim, params: Mapping[str, Any], context: Context) -> Verdict:
    document = context.release.document
    first, second = days_of(header, context.release.date), days_of(dateline, context.release.date)
    if first is None or second is None or first.first == second.first:
        return Consistent(f"header and dateline: {dateline.text}")
    apart = (second.first - first.first).days
    values = _values(dateline, header, apart)
    block = document.block_at(header.start)
    line = (block.start, block.end) if block else (header.start, header.end)
    if any(each.search(document.view.text, *line) is not None for each in params["embargo"]):
        # Held back until a day before the dateline's is over already: nothing is wrong with that.
        return Contradicted("embargo", [header, dateline], values=values) if apart < 0 else Consistent()
    if abs(apart) == 1 and not _at_home(dateline, params["home"], context):
        return Contradicted("roll", [header, dateline], values=values)
    return Contradicted("differs", [header, dateline], values=values)


def _values(claim: Claim, other: Claim, apart: int) -> dict[str, object]:
    return {**claim.fields, "found": claim.text, "other": other.text, "apart": abs(apart)}


def _at_home(dateline: Claim, home: str, context: Context) -> bool:
    """Says whether the dateline's place is in one of the states listed; of no list, yes."""
    if not home:
        return True
    states = item_set(context.lists, home)
    document = context.release.document
    for zone in document.zones:
        if zone.name == "dateline" and zone.start <= dateline.start < zone.end:
            for match in _WORD.finditer(document.view.text, zone.start, zone.end):
                name = match.group()
                if name in states or name.upper() in states or name.rstrip(".") in states:
                    return True
    return False
