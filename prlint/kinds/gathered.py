"""Claims that must not stand there, all of one sort in one finding.

For what is either in order or wrong in the whole release, so that a finding for each would say the same again. The
finding stands at the first of them, and says how many there are.

Params:

* `claim` (claim, required): the claims that must not stand.
* `by` (fields, required): what makes two claims of one sort: one finding for each.
* `shows` (fields, none): the field whose first values are shown; without it, the claims' words.
* `say` (mapping, empty): value of the first `by` field → text. The message field `say` is the text of this sort;
  with such texts, a sort without one is left alone.

Outcome `found`; its message may name `say`, `count`, `shown` (the first values, in quotation marks), and the first
claim's fields.

An example:

    kind: gathered
    severity: warning
    message: '{say}: {count} ({shown})'
    params:
      claim: marking
      by: [kind]
      shows: [shows]
      say: {comment: comments}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Consistent, Contradicted
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims that must not stand"),
    "by": Param("fields", about="what makes two claims of one sort: one finding for each"),
    "shows": Param("fields", (), about="the field whose first values are shown; without it, the claims' words"),
    "say": Param("mapping", {}, about="the message field `say`, by the value of the first `by` field"),
}

OUTCOMES = {"found": ("say", "count", "shown")}

#: Values that are shown, and code points of each.
_MOST_SHOWN = 3
_LONGEST = 48


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each sort."""
    sorts: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        say = params["say"]
        if not say or claim.string(params["by"][0]) in say:
            sorts.setdefault(tuple(claim.string(field) for field in params["by"]), []).append(claim)
    if not sorts:
        yield Consistent()
    for sort, found in sorts.items():
        first = found[0]
        values = [_short(claim.string(params["shows"][0]) if params["shows"] else claim.text) for claim in found]
        shown = list(dict.fromkeys(value for value in values if value))
        yield Contradicted(
            "found",
            [Span(first.start, first.end)],
            values={
                **first.fields,
                "say": params["say"].get(sort[0], ""),
                "count": len(found),
                "shown": ", ".join(
                    [*(f'"{value}"' for value in shown[:_MOST_SHOWN]), *["…"][: len(shown) > _MOST_SHOWN]]
                ),
            },
        )


def _short(value: str) -> str:
    if len(value) <= _LONGEST:
        return value
    return value[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:") + " …"
