"""What a release reports as new: an appointment, another name, a listing, a hold, a study that was stopped.

Which kinds there are, and the words they are told with, is the list `news`. A
sentence is told by its words alone; who or what it is about is the name that
stands beside them. What is only possible ("may resign"), and what stands in
forward-looking statements, legends and the like, is no news.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.claim import Claim
from prlint.text.holding import possible
from prlint.text.listed import item_set, made_once
from prlint.text.names import FUNCTION_WORDS
from prlint.text.patterns import pattern
from prlint.text.words import name_words, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import regex

    from prlint.document import Document, Span
    from prlint.text.patterns import Pattern
    from prlint.text.words import Word

NEEDS = ("person", "release")
FIELDS = {
    "kind": "what the news is, by its name in the list: appointment, rename, listing, hold, …",
    "about": "the name that it is about, as printed in the sentence; empty where it names nothing",
    "other": "the other name: the new one, the old one, the place; or empty",
}

#: Zones in which nothing is told as new.
_NEVER = frozenset(("fls", "legend", "isi", "title", "contacts", "source", "endmark", "table", "header-date"))
#: The number of a product's name: ARD 131.
_NUMBER = pattern(r" \d[\w-]*")
#: Letters by which stems are found; none is shorter.
_FIRST = 3
#: Code points before the words in which a hedge can stand.
_REACH = 40
_CALENDAR = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


class _Kind(NamedTuple):
    """One kind of news as the list has it; `says` by what it is tried for, the stems of words."""

    name: str
    says: tuple[tuple[frozenset[str], Pattern], ...]
    opposed: Pattern | None
    about: str
    other: str
    not_in: frozenset[str]
    people: bool
    own: bool
    alike: bool


class _Read(NamedTuple):
    """The list, ready for use; `stems` are those of all kinds by their first letters."""

    kinds: tuple[_Kind, ...]
    not_names: frozenset[str]
    hedged: Pattern
    stems: Mapping[str, tuple[str, ...]]


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each sentence and kind of news that it tells; its span are the words that do."""
    if "news" not in lists:
        return
    read = _read(lists["news"])
    text, low = document.view.text, document.once(small)
    standing = _standing(document, low, read)
    names = _Names(document, claims, lists, read.not_names)
    for kind in read.kinds:
        told: dict[Span, regex.Match[str]] = {}
        for stems, says in kind.says:
            for sentence in {sentence for stem in stems for sentence in standing.get(stem, ())}:
                match = _told(says, read, text, low, sentence) if possible(document, says, *sentence) else None
                if match is not None and (sentence not in told or match.start() < told[sentence].start()):
                    told[sentence] = match
        for sentence, match in sorted(told.items()):
            if kind.opposed is not None and kind.opposed.search(low, *sentence):
                continue
            zones = document.zones_at(match.start(), match.end())
            if zones & _NEVER or zones & kind.not_in:
                continue
            yield Claim("news", match.start(), match.end(), text[match.start() : match.end()],
                        {"kind": kind.name, **names.beside(match, sentence, kind)})  # fmt: skip


def _standing(document: Document, low: str, read: _Read) -> dict[str, list[Span]]:
    """Returns the sentences in which each stem stands; from the set of words, for most stems stand nowhere."""
    found: dict[str, list[Span]] = {}
    for word in document.words:
        for stem in read.stems.get(word[:_FIRST], ()):
            if word.startswith(stem):
                sentences = found.setdefault(stem, [])
                at = low.find(word)
                while at >= 0:
                    sentence = document.sentence_at(at)
                    if document.zone_at(at) not in _NEVER:
                        sentences.append(sentence)
                    at = low.find(word, max(sentence.end, at + 1))
    return found


def _told(says: Pattern, read: _Read, text: str, low: str, sentence: Span) -> regex.Match[str] | None:
    """Returns the first words of a sentence that tell of the kind, and are not hedged."""
    for match in says.finditer(low, *sentence):
        name = match.start("name") if "name" in match.re.groupindex else -1
        # Where a name must begin: small letters do not show it.
        if name >= 0 and not (text[name : name + 1].isupper() or text[name : name + 1].isdigit()):
            continue
        if read.hedged.search(low, max(sentence.start, match.start() - _REACH), match.start()) is None:
            return match
    return None


class _Names:
    """The names of a release, to be found beside its news."""

    def __init__(
        self,
        document: Document,
        claims: Mapping[str, tuple[Claim, ...]],
        lists: Mapping[str, Any],
        not_names: frozenset[str],
    ) -> None:
        self._words: list[Word] = document.once(name_words)
        self._starts = [word.start for word in self._words]
        self._text = document.view.text
        self._zone_at = document.zone_at
        self._people = claims.get("person", ())
        issuer = next((claim.string("issuer") for claim in claims.get("release", ())), "")
        self._issuer = frozenset(issuer.split())
        self._roles = item_set(lists, "name-roles", "words")
        self._no_names = not_names | _CALENDAR | FUNCTION_WORDS

    def beside(self, match: regex.Match[str], sentence: Span, kind: _Kind) -> dict[str, str]:
        """Returns `about` and `other` for words of a sentence."""
        if kind.people:
            people = [one for one in self._people if sentence.start <= one.start < sentence.end]
            if "doer" in match.re.groupindex:  # of who succeeds and who is succeeded, the first comes
                people = [one for one in people if one.start < match.start()] or people
            if people:
                near = min(people, key=lambda one: max(match.start() - one.end, one.start - match.end()))
                name = f"{near.string('given')} {near.string('surname')}".strip()
                return {"about": name, "other": ""}
        before, after = self._runs(match, sentence, kind)
        sides = {"before": before[::-1], "after": after}
        about = next(iter(sides[kind.about]), "")
        other = next((name for name in sides.get(kind.other, ()) if name != about), "") if kind.other else ""
        if not about and kind.alike:
            about, other = (*after, "", "")[:2]
        elif not about and not kind.other:
            about = next(iter(sides["before" if kind.about == "after" else "after"]), "")
        return {"about": about, "other": other}

    def _runs(self, match: regex.Match[str], sentence: Span, kind: _Kind) -> tuple[list[str], list[str]]:
        """Returns the names that begin before the words, and those after them, each in order."""
        before: list[str] = []
        after: list[str] = []
        within = self._within(sentence)
        # The words themselves may hold the name ("named Bo Lund to"); a heading capitalises them all.
        first = match.end() if self._zone_at(match.start()) in ("headline", "subhead") else match.start() + 1
        for words, found in (
            ([word for word in within if word.start < match.start()], before),
            ([word for word in within if word.start >= first], after),
        ):
            for run in self._joined(words):
                if not kind.own and all(word.text in self._issuer for word in run):
                    continue
                # A person has two names at least; one word is a place or a product.
                if kind.people and len(run) < 2:
                    continue
                number = _NUMBER.match(self._text, run[-1].end)
                found.append(self._text[run[0].start : number.end() if number else run[-1].end])
        return before, after

    def _within(self, sentence: Span) -> Sequence[Word]:
        """Returns the capitalised words of a sentence, without those of the dateline before it."""
        first, last = (bisect_left(self._starts, at) for at in sentence)
        while first < last and self._zone_at(self._starts[first]) == "dateline":
            first += 1
        return self._words[first:last]

    def _joined(self, words: Sequence[Word]) -> Iterator[list[Word]]:
        """Yields the words of a name that stand side by side."""
        run: list[Word] = []
        for word in words:
            none = word.text in self._no_names or word.text.lower() in self._roles
            if run and (none or self._text[run[-1].end : word.start] not in (" ", " & ")):
                yield run
                run = []
            if not none:
                run.append(word)
        if run:
            yield run


@made_once
def _read(data: Any) -> _Read:
    words = {f"{{{name}}}": str(forms) for name, forms in dict(data.get("words") or {}).items()}
    kinds = []
    all_stems: dict[str, None] = {}
    for name, said in dict(data.get("kinds") or {}).items():
        stems = tuple(map(str, said["stems"]))
        all_stems |= dict.fromkeys(stems)
        opposed = "|".join(map(str, said.get("not", ())))
        kinds.append(
            _Kind(
                name=str(name),
                says=tuple(
                    (_stems(str(one), stems), pattern(rf"(?<!\w)(?:{_filled(one, words)})")) for one in said["says"]
                ),
                opposed=pattern(rf"(?<!\w)(?:{opposed})") if opposed else None,
                about=str(said.get("about", "after")),
                other=str(said.get("other", "")),
                not_in=frozenset(map(str, said.get("not_in", ()))),
                people=bool(said.get("people")),
                own=bool(said.get("own")),
                alike=bool(said.get("alike")),
            )
        )
    hedged = "|".join(map(str, data.get("hedged", ()))) or "(?!)"
    by_first: dict[str, tuple[str, ...]] = {}
    for stem in all_stems:
        by_first[stem[:_FIRST]] = (*by_first.get(stem[:_FIRST], ()), stem)
    return _Read(
        tuple(kinds), frozenset(map(str, data.get("not_names", ()))), pattern(rf"(?<!\w)(?:{hedged})"), by_first
    )


def _stems(says: str, stems: tuple[str, ...]) -> frozenset[str]:
    """Returns the stems that stand in a pattern, whether it parts them or not, all where none does."""
    joined = says.replace("-?", "").replace(" ?", "")
    return frozenset(stem for stem in stems if stem in says or stem in joined) or frozenset(stems)


def _filled(says: Any, words: Mapping[str, str]) -> str:
    """Returns a pattern with its words, an empty group where a name must begin, and one where the doer stands before."""
    filled = str(says)
    for name, forms in words.items():
        filled = filled.replace(name, forms)
    return filled.replace("{name}", "(?P<name>)").replace("{doer}", "(?P<doer>)")
