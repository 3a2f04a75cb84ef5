"""New words that lie a slip away from names of the record that are gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.text.near import inflected, transliterated
from prlint.text.patterns import pattern
from prlint.text.spellings import digits
from prlint.text.wordlist import grade, slip
from prlint.text.words import places, runs, runs_of, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.document import Document
    from prlint.registry import Context

#: A domain outlives a slip in the name that it was made of, and so does a compound that another hand writes.
_ADDRESS = pattern(
    r"(?:https?://|www\.)[^\s<>\"]*|[\w.+%-]+@[\w.-]+|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|bio|io|ai|co|info)\b"
)
#: Of these an address has one.
_IN_ADDRESSES = ("://", "www.", "@", ".co", ".org", ".net", ".edu", ".gov", ".bio", ".io", ".ai", ".info")
_COMPOUND = pattern(r"(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-/.][\p{L}\p{N}]+)+")
#: Stages and parts: iii, iib.
_ROMAN = pattern(r"[ivx]+[a-e]?")
_SPELLINGS = (
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("tre", "ter"),
    ("gue", "g"),
)
#: A word of the language that is longer has two letters that may be an ending.
_STEM = 5
#: Letters at one end of a word by which near ones are found, at most.
_KEPT = 5
#: Letters of an old name at least.
_LEAST = 3
#: Words of records whose ends are remembered.
_MOST_WORDS = 200_000
#: Letters up to which a word that is in no dictionary may be anything.
_UNKNOWN = 3
#: So many earlier releases must have the old name where one has the new word.
_CARRIED = 6

#: A new word, its places, and what it may be a slip for.
Candidate = tuple[str, "list[Span]", "list[Rival]"]


class Rival(NamedTuple):
    """A name of the record that a new word may be a slip for: the earlier releases that have it, oldest first, and where."""

    word: str
    releases: tuple[Release, ...]
    places: Callable[[Release], Iterable[Span]]


def words(params: Mapping[str, Any], context: Context) -> Iterator[Candidate]:
    """Yields each word that no earlier release has, its places, and the names of the record that are gone and near it."""
    document = context.release.document
    mine = document.once(_spoken)
    records = [old.document.once(runs) for old in context.earlier]
    written = document.once(_as_written)
    before: set[str] = set()
    again: set[str] = set()
    for record in records:
        again |= before & record
        before |= record

    def long(words: Iterable[str]) -> list[str]:
        return [
            word
            for word in words
            if len(word) >= params["shortest"]
            and not word[0].isdigit()
            and (word not in written or (len(word) > _UNKNOWN and grade(word) < 0))
        ]

    free = document.once(_free)
    near = _near(long(mine - before), before - free)
    if len(records) >= _CARRIED:
        # One earlier release may have the slip, too.
        near |= _near(long(mine & before - again), again - free)
    for word in sorted(near):
        if not _written_as_name(word, document):
            continue
        rivals = []
        for old in sorted(near[word]):
            having = [one for one, record in zip(context.earlier, records, strict=True) if old in record]
            if word not in before or len(having) >= _CARRIED:
                rivals.append(Rival(old, tuple(having), partial(_standing, old)))
        yield word, list(_spans(document.once(_unaddressed), word)), rivals


class _Ends:
    """The words of all records so far by their ends; what a word begins and ends with is found once in a process."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._of: dict[str, set[str]] = {}

    def like(self, new: Iterable[str], gone: frozenset[str] | set[str]) -> set[str]:
        """Returns the words of `gone` that begin or end as a new one does: with two letters, with one where they are short."""
        if len(self._known) > _MOST_WORDS:
            self.__init__()  # type: ignore[misc]
        for word in gone - self._known:
            kept = 2 if len(word) > _STEM else 1
            self._known.add(word)
            self._of.setdefault(word[:kept], set()).add(word)
            self._of.setdefault("-" + word[-kept:], set()).add(word)
        found: set[str] = set()
        ends = {
            end
            for word in new
            # A slip makes a word one letter longer or shorter at most.
            for kept in ((1,) if len(word) < _STEM else (1, 2) if len(word) < _STEM + 2 else (2,))
            for end in (word[:kept], "-" + word[-kept:])
        }
        for end in ends & self._of.keys():
            found |= self._of[end]
        return found & gone


_ENDS = _Ends()


def _near(new: Sequence[str], gone: frozenset[str] | set[str]) -> dict[str, list[str]]:
    """Returns for each new word those of the record that lie one slip away.

    A slip leaves a letter at one end of a word of three as it was, two of a word of five, three of a word of seven, and
    so on. So of the record, which can be long, few words are looked at.
    """
    ends: dict[tuple[int, str], list[str]] = {}
    parts: dict[int, set[int]] = {}  # by the length of the old word
    for word in new:
        kept = max(1, min(_KEPT, (len(word) - 1) // 2))
        for length in range(max(_LEAST, len(word) - 1), len(word) + 2):
            parts.setdefault(length, set()).add(kept)
            ends.setdefault((length, word[:kept]), []).append(word)
            ends.setdefault((length, "-" + word[-kept:]), []).append(word)
    near: dict[str, list[str]] = {}
    for old in _ENDS.like(new, gone):
        length = len(old)
        for kept in parts.get(length, ()):
            for word in (*ends.get((length, old[:kept]), ()), *ends.get((length, "-" + old[-kept:]), ())):
                if _slipped(word, old) and old not in near.get(word, ()):
                    near.setdefault(word, []).append(old)
    return near


def _standing(word: str, release: Release) -> Iterator[Span]:
    return _spans(release.document.once(small), word)


def _spans(text: str, word: str) -> Iterator[Span]:
    return (Span(at, at + len(word)) for at in places(text, word))


def codes(params: Mapping[str, Any], context: Context) -> Iterator[Candidate]:
    """Yields each code that no earlier release has, its places, and the codes of the record that are gone and near it."""
    if not params["codes"]:
        return

    def read(release: Release) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in context.claims(release, params["codes"]):
            if digits(code := claim.string(params["code"])):
                found.setdefault(code, []).append(claim)
        return found

    mine = read(context.release)
    if not mine:
        return
    held: dict[str, dict[int, list[Claim]]] = {}
    for i, old in enumerate(context.earlier):
        for code, there in context.once(old, "codes", read).items():
            held.setdefault(code, {})[i] = there
    for word in sorted(mine.keys() - held.keys()):
        # A code that the text says is another's, or gives another for, is new and no slip.
        if any(claim.get(field) for claim in mine[word] for field in params["introduced"]):
            continue
        rivals = []
        for code, having in sorted(held.items()):
            if code not in mine and digits(code) != digits(word) and slip(word, code):
                spans = {id(context.earlier[i]): [Span(one.start, one.end) for one in having[i]] for i in having}
                rivals.append(Rival(code, tuple(context.earlier[i] for i in having), partial(_kept, spans)))
        yield word, [Span(claim.start, claim.end) for claim in mine[word]], rivals


def _kept(spans: Mapping[int, list[Span]], release: Release) -> list[Span]:
    return spans.get(id(release), [])


def _spoken(document: Document) -> frozenset[str]:
    """Returns the runs of letters and digits of the text outside addresses, in lower case."""
    return runs_of(document.once(_unaddressed)) if document.once(_addresses) else document.once(runs)


def _free(document: Document) -> frozenset[str]:
    """Returns the runs of letters and digits that stand by themselves: a name outlives a slip in its compounds, too."""
    words = set(document.once(_unaddressed).split())
    joined = {word for word in words if "-" in word or "/" in word or "." in word[:-1]}
    return runs_of(" ".join((*(words - joined), _COMPOUND.sub(" ", " ".join(joined)))))


def _unaddressed(document: Document) -> str:
    """Returns the view in small letters with blanks for the addresses."""
    return _blanked(document.once(small), document.once(_addresses))


def _as_written(document: Document) -> frozenset[str]:
    """Returns the runs of letters and digits of the text outside addresses, as they are written."""
    return runs_of(_blanked(document.view.text, document.once(_addresses)))


def _addresses(document: Document) -> list[tuple[int, int]]:
    """Returns where addresses stand, in order."""
    text = document.once(small)
    found = []
    for sign in _IN_ADDRESSES:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    spans, searched = [], 0
    for at in sorted(found):
        if at < searched:
            continue
        # Words with such a sign alone are searched, each as a whole.
        first = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
        searched = min(end for end in (text.find(" ", at), text.find("\n", at), len(text)) if end >= 0)
        spans += [match.span() for match in _ADDRESS.finditer(text, first, searched)]
    return spans


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _written_as_name(word: str, document: Document) -> bool:
    """Says whether the text writes a word with a capital at every place, or it is in no dictionary."""
    if len(word) > _UNKNOWN and grade(word) < 0:
        return True
    text = document.view.text
    return word not in document.once(_as_written) and all(
        text[at].isupper() for at in places(document.once(_unaddressed), word)
    )


def _slipped(word: str, old: str) -> bool:
    """Says whether one slip, and no ending, number or other way of writing, lies between two words."""
    if not slip(word, old) or inflected(word, old) or digits(word) != digits(old) or _ROMAN.fullmatch(word):
        return False
    if grade(word) >= 0 and grade(old) >= 0:
        # Announces and Announced, Randomised and Randomized: two forms of one word.
        ending = len(word) > _STEM and word[:-2] == old[: len(word) - 2]
        if ending or _american(word) == _american(old):
            return False
    return (word + old).isascii() or transliterated(word) != transliterated(old)


def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word
