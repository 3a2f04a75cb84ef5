r"""Something should read otherwise, and what it should read follows from what it is.

Params:

* `pattern` (patterns, required): what to replace. A group named `place` narrows
  what is marked, a group named `out` what is replaced; else all that matched.
* `with` (text, none): the replacement; `\g<name>` stands for a named group.
* `words` (mapping, empty): phrase → replacement, instead of `with`: looked up
  by what was found, in any case; capitals at the beginnings of words are kept.
* `list` (list, none): the same from a list, for what changes with the law: each
  item has `was`, `now`, and the days `valid_from` and `valid_to` between which it is
  so. Only letters and digits count: `42 USC § 1973` is `42 U.S.C. 1973`.
* `claim` (claim, none): only within claims of this type.
* `near` (patterns, none): only where one of these stands in the same sentence.
* `safe` (flag, no): the replacement cannot change a fact, so that `--fix` may
  apply it.
* `together` (flag, no): one finding for all places that read alike, in any case.
* `literals` (texts, none): the pattern is only tried in a release that has one
  of these, in any case; it makes a rule cheaper and changes nothing else.

Outcome `found`; its message may name `found`, `replacement`, `count` (of the
places), `since` (the day in a list), the named groups and the claim's fields. Nothing in speech is ever safe to replace,
nor is a number or a negation.

An example:

    kind: replace
    severity: warning
    message: '"{found}" stands twice'
    params:
      pattern: '\b(?P<word>the|of|in)(?P<out> (?P=word))\b'
      with: ''
      safe: true
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.search import as_written, hits, likely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.search import Hit

PARAMS = {
    "pattern": Param("patterns", about="what to replace; named groups are message fields"),
    "with": Param("text", "", about="the replacement; \\g<name> stands for a named group"),
    "words": Param("mapping", {}, about="phrase → replacement, instead of `with`"),
    "list": Param("list", "", about="the same from a list whose items have `was`, `now`, and maybe `valid_from`"),
    "claim": Param("claim", "", about="only within claims of this type"),
    "near": Param("patterns", (), about="only where one of these stands in the same sentence"),
    "safe": Param("flag", False, about="the replacement cannot change a fact"),
    "together": Param("flag", False, about="one finding for all places that read alike"),
    "literals": Param("texts", (), about="the pattern is only tried in a release that has one of these, in any case"),
}

OUTCOMES = {"found": ("found", "replacement", "count", "since")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction, with its replacement, for each place or for all places that read alike."""
    document = context.release.document
    words = {str(phrase).casefold(): str(instead) for phrase, instead in params["words"].items()}
    if not likely(document, params["literals"] or tuple(words)):
        yield Consistent()
        return
    moved = _in_force(context.lists.get(params["list"]), context.as_of) if params["list"] else {}
    gathered: dict[str, list[tuple[Hit, str, Mapping[str, object]]]] = {}
    for i, (hit, fields) in enumerate(_found(claims, params, document)):
        if not context.admits(hit.start, hit.end):
            continue
        instead = hit.replacement or ""
        since = ""
        if params["list"]:
            here = document.view.text[slice(*hit.out)]
            instead, since = moved.get(_bare(here), ("", ""))
            if not instead:
                # The list does not name it, or it is not so yet.
                continue
        elif words:
            here = document.view.text[slice(*hit.out)]
            instead = words.get(here.casefold(), "")
            if not instead:
                # The pattern is wider than the list of words; what the list does not name is in order.
                continue
            instead = as_written(here, instead)
        alike = hit.text.casefold() if params["together"] else str(i)
        gathered.setdefault(alike, []).append((hit, instead, {**fields, "since": since}))
    if not gathered:
        yield Consistent()
    for places in gathered.values():
        first, instead, fields = places[0]
        speech = any("quote" in document.zones_at(hit.start, hit.end) for hit, *_ in places)
        yield Contradicted(
            "found",
            [Span(hit.start, hit.end) for hit, *_ in places],
            values={**fields, "found": first.text, "replacement": instead, "count": len(places), **first.groups},
            replacements=[Replacement(*hit.out, text) for hit, text, _ in places],
            safe=params["safe"] and not speech and _harmless(document, places),
        )


def _harmless(document: Document, places: Sequence[tuple[Hit, str, Mapping[str, object]]]) -> bool:
    """Says whether no number and no negation is among the words that change: two of them may be two facts."""
    from prlint.text.harmless import harmless

    return all(harmless(document.view.text[slice(*hit.out)], text) for hit, text, _ in places)


def _in_force(items: Any, day: str | None) -> dict[str, tuple[str, str]]:
    """Returns what each wording of a list has become at a day, and since when; without a day, all of them."""
    rows = items.get("items", ()) if isinstance(items, dict) else items or ()
    return {
        _bare(str(row["was"])): (str(row["now"]), row.get("valid_from") or "")
        for row in rows
        if day is None or ((row.get("valid_from") or "") <= day and (row.get("valid_to") or day) >= day)
    }


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _found(
    claims: Sequence[Claim], params: Mapping[str, Any], document: Document
) -> Iterator[tuple[Hit, Mapping[str, object]]]:
    """Yields each hit with the fields of the claim that holds it."""
    patterns, near, template = params["pattern"], params["near"], params["with"]
    if not params["claim"]:
        for hit in hits(document, patterns, near=near, template=template):
            yield hit, {}
    for claim in claims:
        for hit in hits(document, patterns, within=[(claim.start, claim.end)], near=near, template=template):
            yield hit, claim.fields
