r"""A word or name stands in a frame that proves it wrong; the frames are a list, each with its dates.

"Principle" alone is in order, "principle investigator" never is. Each entry of
the list is a frame of its own, so a release pays only for those whose words it has.

Params:

* `list` (list, required): the frames, under its key `frames`.

An entry has:

* `find`: a pattern, tried in any case; `^` and `$` are the ends of a block. A group
  named `place` narrows what is marked, a group named `out` what is replaced.
* `write`: what to write there instead; `\g<name>` stands for a named group.
  Or, in place of both, `write` as a mapping of wrong → right, the patterns being the wrong ones
  with the group `place` around each (see `before` and `after`).
* `words`: the frame is only tried in a release that has one of these words
  (in small letters, without punctuation inside); for a mapping, its wrong words themselves.
* `before`, `after`: patterns around what is found.
* `exact` (flag, no): capitals count.
* `from`, `until`: ISO dates; the frame holds in releases from the one on, and before the other.
  Where the release has no date, a frame with dates cannot tell.
* `flag`, `quiet`: texts that prove the entry; the place is not marked in them.

Outcome `found`; its message may name `found`, `replacement` and `why` (the entry's own
`why`, or what is meant).

An example:

    kind: frames
    severity: warning
    message: '"{found}" reads "{replacement}" here'
    params: {list: confusable-words}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import CannotTell, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import entries
from prlint.text.patterns import pattern
from prlint.text.search import as_written, hits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.patterns import Pattern
    from prlint.text.search import Hit

PARAMS = {"list": Param("list", about="the frames, under its key `frames`")}

OUTCOMES = {"found": ("found", "replacement", "why")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each place that a frame proves wrong."""
    document = context.release.document
    date = context.release.date
    there = document.words
    taken: list[tuple[int, int]] = []
    silent = True
    for frame in entries(context.lists, params["list"], "frames"):
        if there.isdisjoint(_words(frame)):
            continue
        for hit, instead in _found(document, frame):
            span = Span(hit.start, hit.end)
            if not context.admits(*span) or any(first < span.end and span.start < last for first, last in taken):
                continue
            since, until = str(frame.get("from") or ""), str(frame.get("until") or "")
            if (since or until) and not date:
                yield CannotTell("the date of the release")
                continue
            if date and (date < since or (until and date >= until)):
                continue
            taken.append(span)
            silent = False
            yield Contradicted(
                "found",
                [span],
                values={
                    "found": hit.text,
                    "replacement": instead,
                    "why": str(frame.get("why") or f'"{instead}" is meant'),
                },
                replacements=[Replacement(*hit.out, instead)] if instead else [],
            )
    if silent:
        yield Consistent()


def _words(frame: Mapping[str, Any]) -> Sequence[str]:
    given = frame.get("words")
    if given is None:
        # Of each wrong wording the longest word, which is the rarest as a rule.
        return [max(str(wrong).lower().replace("-", " ").split(), key=len) for wrong in frame["write"]]
    return given  # type: ignore[no-any-return]


def _found(document: Document, frame: Mapping[str, Any]) -> Iterator[tuple[Hit, str]]:
    write = frame["write"]
    if hasattr(write, "keys"):
        right = {str(wrong).casefold(): str(instead) for wrong, instead in write.items()}
        for hit in hits(document, [_pattern(frame, wordings(write))]):
            yield hit, as_written(hit.text, right.get(hit.text.casefold(), ""))
        return
    for hit in hits(document, [_pattern(frame, str(frame["find"]))], template=str(write)):
        yield hit, as_written(document.view.text[slice(*hit.out)], hit.replacement or "")


def wordings(write: Mapping[str, object]) -> str:
    """Returns the pattern of the wrong wordings, longest first; in them only a full stop is no letter, digit, blank or hyphen."""
    longest = sorted(map(str, write), key=lambda wrong: (-len(wrong), wrong))
    return rf"\b(?P<place>{'|'.join(wrong.replace('.', '[.]') for wrong in longest)})\b"


def _pattern(frame: Mapping[str, Any], find: str) -> Pattern:
    before, after = str(frame.get("before", "")), str(frame.get("after", ""))
    return pattern(before + find + after, "m" if frame.get("exact") else "im")
