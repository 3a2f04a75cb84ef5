"""Whose profile it is: the releases that count, and the names by which they call their issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.resolve.company import bare
from prlint.resolve.reissues import distinct
from prlint.text.listed import items
from prlint.text.near import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Claim, Release

#: Letters of a name's first word, or of a code, that tell whose something is.
TELLING = 3


class Subject(NamedTuple):
    """An issuer. `releases` are those that do not repeat one another, oldest first, those without a date before them.

    `names` are the squeezed names that mean it: in full, without its legal form,
    and short. `own` are those of them that name nothing else: all of it, and the
    first word where it is no everyday word. `letters` are its tickers and
    initials. `certain` says whether the name itself is.
    """

    releases: tuple[Release, ...]
    lists: Mapping[str, Any]
    name: str
    names: frozenset[str]
    own: frozenset[str]
    letters: frozenset[str]
    certain: bool

    def means(self, name: str) -> bool:
        """Says whether a name is the issuer's."""
        return bool(name) and (squeezed(name) in self.names or squeezed(bare(name)) in self.names)

    def about(self, release: Release, start: int) -> bool:
        """Says whether a place lies in the release's own section about the issuer."""
        zone = release.document.zone_of(start)
        return (
            zone is not None
            and zone.name == "about"
            and (not zone.subject or self.means(_without_article(zone.subject)))
        )

    def company_at(self, release: Release, start: int, end: int) -> Claim | None:
        """Returns the first company that is named between two places."""
        return next((one for one in release.of("company") if start <= one.start < end), None)


def subject_of(
    releases: Sequence[Release], name: str, lists: Mapping[str, Any], short: Sequence[str] = (), certain: bool = False
) -> Subject:
    """Returns the subject of a name without its legal form; `short` are its confirmed short and other names."""
    ordered = distinct(in_order(releases))
    names = frozenset(key for one in (name, *short) if (key := squeezed(one)))
    words = [squeezed(word) for word in name.split() if squeezed(word)]
    letters = {squeezed(release.ticker) for release in ordered if release.ticker} | {"".join(word[0] for word in words)}
    plain = {squeezed(word) for of in ("plain-company-words", "everyday-words", "places") for word in items(lists, of)}
    own = {word for word in ("".join(words), *words[:1]) if len(word) > TELLING and word not in plain}
    return Subject(
        tuple(ordered),
        lists,
        name,
        names,
        frozenset(own),
        frozenset(one for one in letters if len(one) >= TELLING),
        certain,
    )


def in_order(releases: Sequence[Release]) -> list[Release]:
    """Returns releases oldest first, whatever the order in which they were named."""
    return sorted(releases, key=lambda one: (one.date or "", one.document.path, one.document.sha256))


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def near_rival(word: str, others: Sequence[str]) -> str:
    """Returns one of `others` that lies a slip away from a name, empty where none does."""
    from prlint.text.near import inflected, near

    folded = squeezed(word)
    for other in others:
        if squeezed(other) != folded and not inflected(word, other) and near(folded, squeezed(other)):
            return other
    return ""
