"""What a draft has that its older version had already.

A finding stood before when each of its places did: the same rule, the same
words, in the same sentence or one that was edited elsewhere. A place more is
new, a place less is not.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from prlint.waivers.alike import bare, figures, folded, identity, likeness, nearly, said, same_release

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Release
    from prlint.finding import Finding
    from prlint.report import DocumentInfo


class _Place(NamedTuple):
    """One place of a finding of the older version."""

    quote: str
    sentence: str
    message: str


def marked(
    findings: Sequence[Finding],
    documents: Iterable[DocumentInfo],
    older: Sequence[Finding],
    olders: Iterable[DocumentInfo],
    path: str,
) -> list[Finding]:
    """Returns the findings of a draft, those that `older` has as well marked so; `path` is the older version's."""
    releases = _releases(documents)
    exact: dict[str, int] = {}
    places: dict[str, list[_Place]] = {}
    of_older = _releases(olders)
    for finding in older:
        exact[finding.fingerprint] = exact.get(finding.fingerprint, 0) + 1
        places.setdefault(finding.rule, []).extend(_places(finding, of_older[finding.document]))
    result = list(findings)
    name = os.path.basename(path)
    # What is the very same is settled first, so that a like one does not take its place.
    order = sorted(range(len(findings)), key=lambda i: not exact.get(findings[i].fingerprint))
    for i in order:
        finding = findings[i]
        if finding.waived is not None or not finding.places:
            continue
        mine = _places(finding, releases[finding.document])
        if exact.get(finding.fingerprint):
            exact[finding.fingerprint] -= 1
            _take(mine, places[finding.rule])
        elif not _take(mine, places.get(finding.rule, [])):
            continue
        result[i] = finding._replace(waived={"reason": f"stood in {name} already", "against": name})
    return result


def unlike(documents: Iterable[DocumentInfo], olders: Iterable[DocumentInfo], path: str) -> list[str]:
    """Returns a remark where the older version is no version of the draft, but another release."""
    of_older = [identity(info) for info in olders]
    return [
        f"{path} reads like another release than {info.path}: is it an older version of it?"
        for info in documents
        if of_older and not any(same_release(identity(info), other) for other in of_older)
    ]


def _take(mine: Sequence[_Place], theirs: list[_Place]) -> bool:
    """Takes the counterpart of each place out of `theirs` and returns True; where one has none, takes nothing."""
    left = list(theirs)
    for place in mine:
        alike = [other for other in left if _same(place, other)]
        if not alike:
            return False
        left.remove(max(alike, key=lambda other: likeness(place.sentence, other.sentence)))
    theirs[:] = left
    return True


def _same(one: _Place, other: _Place) -> bool:
    if one.quote != other.quote:
        return False
    if bare(one.sentence) == bare(other.sentence):
        return True
    # Other figures in the sentence and another message: that is another mistake in the same words.
    return nearly(one.sentence, other.sentence) and (
        one.message == other.message or figures(one.sentence) == figures(other.sentence)
    )


def _places(finding: Finding, release: Release) -> list[_Place]:
    words = said(finding, release)
    return [
        _Place(folded(quote), sentence, finding.message)
        for quote, sentence in zip(words.quotes, words.sentences, strict=True)
    ]


def _releases(documents: Iterable[DocumentInfo]) -> Mapping[str, Release]:
    return {info.path: info.release for info in documents if info.release is not None}
