r"""One thing is written in two ways in one release, and either would be right.

For ways of writing (straight and curly quotation marks, "a.m." and "AM",
American and British spelling), not for facts: those are for `agree`.

Params:

* `pattern` (patterns, required): each named group is one way of writing. In the
  names an underscore reads as a space.
* `text` (choice: view or source; view): `source` looks at the letters as typed,
  before quotation marks, dashes and spaces are made equal.
* `both` (number, 1): each of two ways must stand this often at least.
* `literals` (texts, none): the pattern is only tried in a release that has one
  of these, in any case; it makes a rule cheaper and changes nothing else.

Outcome `mixed`, with the first place of each way; its message may name `first`
and `other` (what stands there), `first_way` and `other_way`.

An example:

    kind: mixed
    severity: info
    message: '"{first}" and "{other}" in one release'
    params:
      pattern: '(?P<American>\btumors?\b)|(?P<British>\btumours?\b)'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Consistent, Contradicted
from prlint.registry import Param
from prlint.text.search import likely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "pattern": Param("patterns", about="each named group is one way of writing"),
    "text": Param("choice", "view", choices=("view", "source"), about="source: the letters as typed"),
    "both": Param("number", 1, about="each of two ways must stand this often at least"),
    "literals": Param("texts", (), about="the pattern is only tried in a release that has one of these, in any case"),
}

OUTCOMES = {"mixed": ("first", "other", "first_way", "other_way")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields one contradiction at most."""
    document = context.release.document
    if not likely(document, params["literals"]):
        yield Consistent()
        return
    text = document.view.text
    if params["text"] == "source":
        text = document.view.as_typed(document.text, 0, len(text))  # what is mark-up in the file nobody typed
    ways: dict[str, list[Span]] = {}
    written: dict[Span, str] = {}
    for each in params["pattern"]:
        for match in each.finditer(text):
            for way, value in match.groupdict().items():
                # Only the first places count, and a long text has thousands of apostrophes.
                if not value or len(ways.get(way, ())) >= params["both"]:
                    continue
                span = Span(*match.span(way))
                if context.admits(*span):
                    ways.setdefault(way, []).append(span)
                    written[span] = value
    often = {way: sorted(places) for way, places in ways.items() if len(places) >= params["both"]}
    if len(often) < 2:
        yield Consistent()
        return
    order = sorted(often.items(), key=lambda item: item[1][0])
    (first_way, (first, *_)), (other_way, (other, *_)) = order[:2]
    yield Contradicted(
        "mixed",
        [places[0] for _, places in order],
        values={
            "first": written[first],
            "other": written[other],
            "first_way": first_way.replace("_", " "),
            "other_way": other_way.replace("_", " "),
        },
    )
