"""The ledger: what the releases of one issuer report as new, to be asked whether something explains a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited
from prlint.text.near import plain
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Claim, Release
    from prlint.resolve.memo import Memo

_WORD = pattern(r"[\p{L}\p{N}]+")
#: Letters of a word that tells one name from another; shorter ones count where a name has no longer one.
_TELLING = 3
_LEGAL = frozenset("inc corp ltd llc plc company corporation limited the and for".split())


def happened(
    release: Release, earlier: Sequence[Release], memo: Memo, kinds: Sequence[str], names: Sequence[str], since: str
) -> list[Cited]:
    """Returns where `release`, or one of `earlier` dated `since` (ISO) or later, tells of news of these kinds, oldest first.

    With `names`, news that names somebody or something counts only where one of
    them shares a word with the sentence that tells it.
    """
    wanted = frozenset(kinds)
    words = frozenset().union(*(telling(name) for name in names))
    told = [one for one in earlier if (one.date or "") >= since]
    return [
        Cited(one, claim.start, claim.end, claim.string("kind"))
        for one in (*told, release)
        for claim in _of(one, wanted, memo)
        if not words or not claim.get("about") or words & _said(one, claim)
    ]


def _of(release: Release, kinds: frozenset[str], memo: Memo) -> Iterator[Claim]:
    for kind, claims in memo.once(release, "news", _by_kind).items():
        if kind in kinds:
            yield from claims


def _by_kind(release: Release) -> dict[str, list[Claim]]:
    kept: dict[str, list[Claim]] = {}
    for claim in release.of("news"):
        kept.setdefault(claim.string("kind"), []).append(claim)
    return kept


def _said(release: Release, claim: Claim) -> frozenset[str]:
    document = release.document
    return telling(document.view.text[slice(*document.sentence_at(claim.start))])


def telling(text: str) -> frozenset[str]:
    """Returns the words by which a name is known again: folded, without legal suffixes."""
    words = [plain(match[0]) for match in _WORD.finditer(text)]
    return frozenset(
        [word for word in words if len(word) >= _TELLING and word not in _LEGAL] or [word for word in words if word]
    )
