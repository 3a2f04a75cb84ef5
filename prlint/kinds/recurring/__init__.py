"""A sentence that recurs in the issuer's releases differs from its established wording by a slip.

Most of a release recurs, and change is normal there: figures and dates move on,
products are added, sentences are written anew. A slip is small, and leaves the
sentence worse or untrue. Each sentence of the draft is laid beside the newest
wording that `established` earlier releases carry; where the draft's own
wording stands in one of them already, only an old slip is left to report. A
newer wording that one release has already brought is held against the
draft first: what is no slip beside it is none.

The words that decide are data: the list `recurring-words`.

Params:

* `established` (number, 2): how many earlier releases must carry a wording; one is enough for what is a slip
  whoever wrote it: a word twice, a word of no language, a bracket without its partner.

Outcomes: `mark` (a full stop, a semicolon, a bracket or a quotation mark is
lost), `word-lost`, `doubled`, `foreign` (a word that does not belong),
`misspelt`, `short` (the end or the beginning is missing), `runs-on` (two
sentences became one for want of a stop), `number`, `period` (a month or
weekday), `name`, `listing` (a market or symbol), `reversed` (a negation lost
or gained, a word turned into its opposite), `stronger` (a hedge lost or
raised), `absolute` (a new tail that leaves nothing out), `carried` (an old slip: earlier
releases have it too), `changed` (any other change). Messages may name
`found`, `expected`, `what`, `date` and `releases` ("3 earlier releases").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Consistent
from prlint.kinds.recurring.judge import Judge
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {"established": Param("number", 2, about="how many earlier releases must carry a wording")}

_FIELDS = ("found", "expected", "what", "date", "releases")
OUTCOMES = dict.fromkeys(
    (
        "mark", "word-lost", "doubled", "foreign", "misspelt", "short", "runs-on", "number", "period", "name", "listing",
        "reversed", "stronger", "absolute", "carried", "changed",
    ),
    _FIELDS,
)  # fmt: skip


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each sentence that recurs, and one for each slip in it."""
    # The rules of this kind ask for the same slips, and each tells of its own outcomes.
    judge = context.shared("recurring", lambda: Judge(context.release, context.earlier, context.lists))
    established = int(params["established"])
    for recurrence in context.recurring():
        if not context.admits(recurrence.start, recurrence.end):
            continue
        verdicts = judge.verdicts(recurrence, established)
        if verdicts:
            yield from verdicts
        elif recurrence.carriers:
            yield Consistent()
        else:
            yield CannotTell()
