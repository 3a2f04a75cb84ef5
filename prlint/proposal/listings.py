"""Where the issuer's shares are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.proposal.entry import ONCE, SEVERAL, Entry, Sightings
from prlint.text.markets import folded, markets
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.claim import Release
    from prlint.proposal.subject import Subject

TICKERS = ("issuer", "tickers")

_MOVES = pattern(r"\b(?:transition|transfer|mov(?:e|ing)|uplist|downlist|delist|remov|switch|migrat)\w*", "i")
_WORD = pattern(r"[\p{L}][\p{L}.-]*[\p{L}]")
_BEGAN = pattern(r"\b(?:will )?(?:beg[ia]ns?|began|begun|commenc(?:e|es|ed|ing)|start(?:s|ed)?) trading\b", "i")


def listings(subject: Subject) -> Iterator[Entry]:
    """Yields the issuer's tickers, oldest first, each with the day from which it holds where a release tells it.

    A symbol at two exchanges is right where one follows the other, or where a
    release has both; else one of the two may be wrong, and both are doubtful.
    """
    seen = Sightings(subject.releases)
    together: set[tuple[str, str]] = set()
    for release in subject.releases:
        own = {}
        for claim in release.of("ticker"):
            if subject.means(claim.string("company")):
                own[f"{claim.string('market')}:{claim.string('symbol')}"] = claim.start
        for key, start in own.items():
            seen.add(key, release, start)
            together.update((key, other) for other in own if other != key)
    for key in sorted(seen.things(), key=lambda one: (seen.numbers(one)[0], one)):
        exchange, _, symbol = key.partition(":")
        rivals = [other for other in seen.things() if other != key and other.partition(":")[2] == symbol]
        crossing = [other for other in rivals if (key, other) not in together and _cross(seen, key, other)]
        later = [
            other for other in rivals if (key, other) not in together and seen.numbers(other)[0] > seen.numbers(key)[-1]
        ]
        doubt = ""
        if crossing:
            doubt = f"other releases of the time have {crossing[0]}"
        elif later:
            doubt = f"an earlier listing, {later[0]} came later: counts once that one has its `from`"
        elif seen.count(key) < SEVERAL:
            doubt = ONCE
        elif moved := _moved(subject, seen.numbers(key)[-1], exchange):
            doubt = f"a move is told on {moved}"
        value: dict[str, str | list[str]] = {"exchange": exchange, "symbol": symbol}
        since = next((day for one in seen.releases(key) if (day := _since(one, exchange, symbol))), "")
        if since:
            value["from"] = since
        yield Entry(TICKERS, value, key.casefold(), seen.seen(key), doubt)


def _moved(subject: Subject, last: int, exchange: str) -> str:
    """Returns the date of a release, the last with a listing or later, that tells of another one; empty where none does."""
    known = markets(subject.lists)
    for release in subject.releases[last:]:
        document = release.document
        text = document.view.text
        if any(claim.get("kind") in ("listing", "symbol") for claim in release.of("news")):
            return release.date or "an unknown day"
        for match in _MOVES.finditer(text):
            sentence = text[slice(*document.sentence_at(match.start()))]
            said = {market for word in _WORD.findall(sentence) if (market := known.get(folded(word)))}
            if exchange in said and len(said) > 1:
                return release.date or "an unknown day"
    return ""


def _cross(seen: Sightings, key: str, other: str) -> bool:
    """Says whether neither of two was over before the other began."""
    mine, theirs = seen.numbers(key), seen.numbers(other)
    return mine[0] <= theirs[-1] and theirs[0] <= mine[-1]


def _since(release: Release, exchange: str, symbol: str) -> str:
    """Returns the ISO day on which a sentence of the release has trading begin there, empty where none does."""
    document = release.document
    text = document.view.text
    for match in _BEGAN.finditer(text):
        start, end = document.sentence_at(match.start())
        days = {
            claim.string("start")
            for claim in release.of("date")
            if start <= claim.start < end and claim.string("precision") == "day" and not claim.get("slot")
        }
        sentence = text[start:end]
        if len(days) == 1 and symbol in sentence and exchange.casefold() in sentence.casefold():
            return days.pop()
    return ""
