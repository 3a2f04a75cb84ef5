"""A word stands a slip away from another one, and nothing shows that it is a word of its own.

Unknown is not misspelt. A word is left in peace where the release or its
issuer establishes it: the profile trusts it, two earlier releases use it, the
release uses it three times (or twice, and nowhere the word it might be a slip
for), defines it in quotation marks, marks it with ™ or ®, or has it in an
address.

A word that is certainly no slip for a word of the language is held against the
words that this release uses twice or more, or that this release and an earlier
one use, and one with a capital against such words with a capital.

Params:

* `claim` (claim, required), `word` (field, required): the words, in lower case.
* `meant` (field, required): the word that it may be a slip for, empty where there is none.
* `certain` (field, required): whether that leaves no doubt.
* `grade` (field, none) and `rare` (number, 4): how common the other word is, and the least that counts.
* `form` (field, none), `names` (texts, none): a word written in one of these forms counts only where the slip is certain.
* `persons` (texts, none): types of claims whose words are never looked at.
* `official` (list, none): names in full; a word with a capital is certainly a slip where the rest of such a name stands around it.
* `term` (number, 6): letters of a word that is held against the release's own words; 0 for none.

Outcomes: `certain`, `likely`, and `term` (near a word of the release's own).
Messages may name `found`, `expected`, `count` and `places` ("1 place", "2 places").

An example:

    kind: misspelt
    outcomes:
      certain: {severity: warning, message: '"{found}": {expected}?'}
    params: {claim: word, word: word, meant: meant, certain: certain}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import items
from prlint.text.near import inflected
from prlint.text.wordlist import slip
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the words"),
    "word": Param("field", about="the word in lower case"),
    "meant": Param("field", about="the word that it may be a slip for"),
    "certain": Param("field", about="whether that leaves no doubt"),
    "grade": Param("field", "", about="how common the other word is"),
    "rare": Param("number", 4, about="the least grade that counts"),
    "form": Param("field", "", about="how the word is written"),
    "names": Param("texts", (), about="forms that count only where the slip is certain"),
    "persons": Param("texts", (), about="types of claims whose words are never looked at"),
    "official": Param("list", "", about="names in full, of which a slip leaves the other words standing"),
    "term": Param("number", 6, about="letters of a word that is held against the release's own words; 0 for none"),
}

OUTCOMES = dict.fromkeys(("certain", "likely", "term"), ("found", "expected", "count", "places"))

#: Words of no dictionary in one sentence, from which it is not English.
_FOREIGN = 5
#: Mentions that a name has more of than a slip for it.
_AGAIN = 1
#: Slips of the hand. Another letter put in, left out or changed may as well make another term.
_TYPED = ("turned", "doubled", "halved", "missed", "brushed", "dropped")


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each word."""
    by_word: dict[str, list[Claim]] = {}
    for claim in claims:
        by_word.setdefault(claim.string(params["word"]), []).append(claim)
    if not by_word:
        return
    look = _Look(params, context)
    for word, found in by_word.items():
        places = [place for place in found if not look.person(place) and not look.foreign(place)]
        if not places or look.established(word, places):
            yield Consistent()
        else:
            yield look.verdict(word, places)


class _Look:
    """What the release and its record say about words."""

    def __init__(self, params: Mapping[str, Any], context: Context) -> None:
        self.params = params
        self.context = context
        self.release = context.release
        self.text = self.release.document.view.text
        self.lower = self.text.lower()
        self.trusted = {part.lower() for word in context.profile.get("words", ()) for part in str(word).split()}
        self._terms: dict[str, int] | None = None
        self._sentences: dict[int, int] = {}
        for claim in self.release.of(params["claim"]):
            start = self.release.document.sentence_at(claim.start).start
            self._sentences[start] = self._sentences.get(start, 0) + 1

    def foreign(self, place: Claim) -> bool:
        """Says whether the sentence has so many words of no dictionary that it is in another language."""
        return self._sentences[self.release.document.sentence_at(place.start).start] >= _FOREIGN

    def person(self, place: Claim) -> bool:
        return any(
            claim.start <= place.start and place.end <= claim.end
            for type in self.params["persons"]
            for claim in self.release.of(type)
        )

    def established(self, word: str, places: Sequence[Claim]) -> bool:
        """Says whether the word is one of its own here."""
        meant = places[0].string(self.params["meant"]).lower()
        if word in self.trusted or len(places) > 2 or (len(places) == 2 and not _stands(meant, self.lower)):
            return True
        if f'"{word}"' in self.lower or _marked(word, self.lower):
            return True
        if (
            sum(
                word in old.document.once(small) and _stands(word, old.document.once(small))
                for old in self.context.earlier
            )
            > 1
        ):
            return True
        return any(word in claim.string("host") or word in claim.string("local") for claim in self.release.of("web"))

    def verdict(self, word: str, places: Sequence[Claim]) -> Verdict:
        first = places[0]
        params = self.params
        meant = first.string(params["meant"])
        certain = bool(first.get(params["certain"]))
        grade = first.get(params["grade"]) if params["grade"] else None
        name = bool(params["form"]) and first.string(params["form"]) in params["names"]
        official = self._official(word, first) if name and not certain else ""
        if official:
            return self._found("certain", places, official)
        rare = isinstance(grade, (int, float)) and grade < params["rare"]
        if not meant or (not certain and (name or rare)):
            return self._term(word, places, name)
        if not certain and len(places) == 1 and slip(word, meant) in _TYPED and word[0] == meant[0]:
            at = next(_places(meant, self.lower), None)
            if at is not None:
                return self._found("term", places, meant, [Cited(self.release, at, at + len(meant))])
        return self._found("certain" if certain else "likely", places, meant)

    def _official(self, word: str, place: Claim) -> str:
        """Returns the word of a name in full that stands here but for a slip in it, "" where none does."""
        for name in items(self.context.lists, self.params["official"]):
            at = 0
            for right in name.split(" "):
                end = at + len(right)
                if (
                    abs(len(right) - len(word)) < 2
                    and slip(word, right.lower())
                    and place.start >= at
                    and self.text.startswith(name[:at], place.start - at)
                    and self.text.startswith(name[end:], place.end)
                ):
                    return right
                at = end + 1
        return ""

    def _term(self, word: str, places: Sequence[Claim], name: bool) -> Verdict:
        """Holds a word that is near none of the language against the words, or the names, that the release uses."""
        if not self.params["term"] or len(word) < self.params["term"] or len(places) > 1:
            return Consistent()
        written = places[0].text
        near = [
            term
            for term in (self._names() if name else self._own())
            if abs(len(term) - len(word)) < 2
            and term[0] == written[0]
            and slip(word, term.lower()) in _TYPED
            and not inflected(word, term.lower())
        ]
        if len(near) != 1:
            return Consistent()
        at = next(_places(near[0].lower(), self.lower))
        cited = [Cited(self.release, at, at + len(near[0]))]
        return self._found("term", places, near[0], cited)

    def _names(self) -> list[str]:
        """Returns the long words with a capital that the release has again and again."""
        counts: dict[str, int] = {}
        for token in self.text.split():
            term = token.strip(".,;:()\"'").removesuffix("'s")
            if len(term) >= self.params["term"] and term.isalpha() and term[0].isupper() and term[1:].islower():
                counts[term] = counts.get(term, 0) + 1
        return [term for term, n in counts.items() if n > _AGAIN]

    def _own(self) -> dict[str, int]:
        """Returns the long words in lower case that the release uses twice, or that it and an earlier release use."""
        if self._terms is None:
            counts: dict[str, int] = {}
            for token in self.text.split():
                term = token.strip(".,;:()\"'")
                if len(term) >= self.params["term"] and term.isalpha() and term.islower():
                    counts[term] = counts.get(term, 0) + 1
            old = [release.document.once(small) for release in self.context.earlier[-3:]]
            self._terms = {term: n for term, n in counts.items() if n > 1 or any(_stands(term, text) for text in old)}
        return self._terms

    def _found(self, outcome: str, places: Sequence[Claim], meant: str, cited: Sequence[Cited] = ()) -> Contradicted:
        count = len(places)
        values = {
            "found": places[0].text,
            "expected": meant,
            "count": count,
            "places": "1 place" if count == 1 else f"{count} places",
        }
        return Contradicted(
            outcome, places, cited, values, [Replacement(place.start, place.end, meant) for place in places]
        )


def _places(word: str, text: str) -> Iterator[int]:
    """Yields where a word in lower case stands by itself in a text in lower case."""
    at = text.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalpha() and not text[end : end + 1].isalpha():
            yield at
        at = text.find(word, end)


def _stands(word: str, text: str) -> bool:
    return any(True for _ in _places(word, text))


def _marked(word: str, text: str) -> bool:
    return any(word + sign in text for sign in ("™", "®", " ™", " ®", "(tm)", "(r)"))
