r"""Two dates of which one cannot come before the other: a replay that ends before its call, a payment before its record day.

Params:

* `claim` (claim, required): the dates.
* `first` (patterns, required): wording before the date that must come first;
  each ends with `$`, where the date begins, and does not reach beyond the sentence.
* `then` (patterns, required): wording before the date that must follow, likewise.
* `reach` (choice: sentence, block, document; document): how near to each other
  the two stand.
* `same_day` (flag, yes): whether both may be one day.

Where several different days are said to come first, which of them is meant is
left open.

Outcome `order`: at the later date, with the first one. Its message may name the
claim's fields, `found` and `other` (the dates as printed, the first one last)
and `apart` (days between).

An example:

    kind: sequence
    severity: error
    message: 'the replay ends on {found}, before the call on {other}'
    params:
      claim: date
      first: ['\bcall on $']
      then: ['\breplay[^\n]{0,80} until $']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.calendar.said import days_of, governed
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.calendar.said import Days
    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the dates"),
    "first": Param("patterns", about="wording before the date that must come first, ending with $"),
    "then": Param("patterns", about="wording before the date that must follow, ending with $"),
    "reach": Param(
        "choice", "document", choices=("sentence", "block", "document"), about="how near the two stand to each other"
    ),
    "same_day": Param("flag", True, about="whether both may be one day"),
}

OUTCOMES = {"order": ("found", "other", "apart")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each date that must follow another."""
    document = context.release.document
    days = [claim for claim in claims if claim.get("precision") == "day" and not claim.get("slot")]
    after = [claim for claim in days if governed(document, claim, params["then"])]
    if not after:
        return
    before = [claim for claim in days if claim not in after and governed(document, claim, params["first"])]
    for claim in after:
        near = [other for other in before if _within(document, claim, other, params["reach"])]
        firsts = [days_of(other, context.as_of) for other in near]
        then = days_of(claim, context.as_of)
        if then is None or len({each and each[:2] for each in firsts}) != 1 or firsts[0] is None:
            if near:
                yield CannotTell()
            continue
        begins, other = firsts[0], near[0]
        apart = _late(begins, then)
        if apart > 0 or (apart == 0 and not params["same_day"]):
            yield Contradicted(
                "order",
                [claim, other],
                values={**claim.fields, "found": claim.text, "other": other.text, "apart": apart},
            )
        else:
            yield Consistent(f"{other.text} before {claim.text}")


def _late(first: Days, then: Days) -> int:
    """Returns by how many days the second date comes too early, 0 or less where it does not.

    Of two dates, one of them without a year, the second may be in the year after: "December 18 … until January 2".
    """
    apart = (first.first - then.last).days
    return 0 if apart > 180 and not (first.certain and then.certain) else apart


def _within(document: Document, claim: Claim, other: Claim, reach: str) -> bool:
    if reach == "sentence":
        return document.sentence_at(claim.start) == document.sentence_at(other.start)
    return reach == "document" or document.block_at(claim.start) == document.block_at(other.start)
