"""Where names stand in a view: runs of capitalised words, legal suffixes, and the parenthesis after a name."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prlint.text.patterns import Pattern
    from prlint.text.words import Word

#: Words with which no name begins or goes on, though a heading or a sentence's beginning capitalises them.
FUNCTION_WORDS = frozenset(
    "A About According Additionally After All Also Although An And Another Any As At Because Before Between Both But By Contact Does During Each Following For From "
    "Furthermore Had Has Have He Her Here His How However I If In Including Into Is It Its May More Moreover My New No Nor Not Of Off On "
    "Once Or Our Out Over Per Please Previously Prior Recently Several She Should Since So Some Source Such Than That The Their Them Then There These They This Those "
    "Through Throughout Thus To Today Under Until Up Upon Via Visit Was We Were What When Where Which While Who Why Will With Within Without You Your".split()
)
#: Before "of" these belong to the name that goes on after it.
BEFORE_OF = frozenset(
    "Academy Association Bank Board-Certified Center Church City Club College County Department House Institute Institutes League Museum Order School Societies Society Sons State Trust Union University".split()
)
#: What may follow a founder's possessive in a name: "Orvane's Holdings, Inc."
_AFTER_FOUNDER = frozenset(
    "Holdings Holding Companies Group Stores Sporting Restaurants Restaurant Foods Brands Entertainment International Enterprises Industries Pizza "
    "Wholesale Place Club Bakery Grill Kitchen Furniture Department Shoes Bancorp".split()
)
#: Legal forms that can stand right behind one; "Orvane's Company Profile" and "Orvane's Limited Warranty" are none.
_BEHIND_FOUNDER = frozenset("Inc. Inc Incorporated Corp. Corp Corporation Co. LLC L.L.C. Ltd. Ltd plc".split())
_SHORTENED = frozenset("St Mt Ft".split())
#: Verbs of headlines that are nouns at the end of names: "Lund Partners Opens", but "Lund Partners With".
_NOUNS_TOO = frozenset(("Partners",))
_VERB_GOES_ON = pattern(r" (?:with|to|on|for|in|up)\b", "i")
_MARKS = pattern(r"(?:[™®©]|\s?\((?:TM|R|SM)\))+")
_TRAILING = pattern(r"(?:[\s,]|[™®©]|\((?:TM|R|SM)\))+$")
LONGEST = 8


class Named(NamedTuple):
    """A name in the view: `[start, end)` without, `[start, whole)` with its legal suffix."""

    start: int
    end: int
    whole: int
    words: tuple[Word, ...]
    legal: str
    name: str


@cache
def suffix_pattern(forms: tuple[str, ...]) -> Pattern:
    """Returns a pattern for a legal suffix with the space before it."""
    longest = sorted(forms, key=len, reverse=True)
    parts = []
    for form in longest:
        escaped = "".join("\\" + c if c in ".&/" else c for c in form)
        parts.append(escaped if form.endswith(".") else escaped + r"(?![\p{L}\p{N}])")
    firsts = "".join(sorted({form[0] for form in longest})) or "_"
    # The space and one letter rule out nearly every place before the list of forms is tried.
    return pattern(rf" (?=[{firsts}])(?P<legal>" + ("|".join(parts) or "(?!)") + ")")


class Names:
    """The capitalised words of a view, with the names that they form.

    `stops` are words that end a name though they are capitalised, such as the
    verbs of headlines; `forms` are the legal suffixes. `words` are the text's
    capitalised words, or those of a part of it.
    """

    __slots__ = ("_ends", "_starts", "_stops", "_suffix", "_suffixes", "text", "words")

    def __init__(self, text: str, forms: tuple[str, ...], stops: Collection[str], words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self._starts = [word.start for word in self.words]
        self._ends = [word.end for word in self.words]
        self._stops = FUNCTION_WORDS.union(stops)
        self._suffix = suffix_pattern(forms)
        self._suffixes = frozenset(form.rstrip(".") for form in forms)

    def legal(self) -> list[Named]:
        """Returns every name with a legal suffix."""
        found = []
        for match in self._suffix.finditer(self.text):
            if self._founders(match.start()) and match.group("legal") not in _BEHIND_FOUNDER:
                continue
            words = self._back(self._end(match.start()))
            if words:
                found.append(self._named(words, match.end(), match.group("legal")))
        return found

    def before(self, offset: int) -> Named | None:
        """Returns the name that ends where a parenthesis opens at `offset`, other parentheses between them skipped."""
        at = offset
        while True:
            blank = _TRAILING.search(self.text, max(0, at - 12), at)
            at = blank.start() if blank else at
            if not self.text.endswith(")", 0, at):
                at -= 2 if self.text.endswith("'s", 0, at) else 0
                break
            opened = self.text.rfind("(", max(0, at - 200), at)
            if opened < 0:
                return None
            at = opened
        for match in self._suffix.finditer(self.text, max(0, at - 24), at):
            if match.end() == at and (words := self._back(self._end(match.start()))):
                return self._named(words, at, match.group("legal"))
        words = self._back(at)
        return self._named(words, words[-1].end, "") if words else None

    def after(self, offset: int, stop: int) -> Named | None:
        """Returns the name that begins at `offset` and ends before `stop`."""
        i = bisect_left(self._starts, offset)
        if i == len(self.words) or self._starts[i] != offset:
            return None
        words = [self.words[i]]
        if not self._may_begin(words[0]):
            return None
        while i + 1 < len(self.words) and self.words[i + 1].end <= stop and self._joined(i) and len(words) < LONGEST:
            i += 1
            words.append(self.words[i])
        # "Acme Corp": the suffix is one of the capitalised words.
        for match in self._suffix.finditer(self.text, words[0].end, min(stop, words[-1].end + 24)):
            end = self._end(match.start())
            kept = [word for word in words if word.end <= end]
            if kept and kept[-1].end == end:
                return self._named(kept, match.end(), match.group("legal"))
        return self._named(words, words[-1].end, "")

    def ending(self, word: Word) -> Named | None:
        """Returns the name whose last word is `word`."""
        words = self._back(word.end)
        return self._named(words, word.end, "") if words else None

    def of(self, words: Sequence[Word]) -> Named:
        """Returns these neighbouring words as a name."""
        return self._named(words, words[-1].end, "")

    def _named(self, words: Sequence[Word], whole: int, legal: str) -> Named:
        start, end = words[0].start, words[-1].end
        if legal and self.text.startswith("'s", end):
            end += 2
        name = self.text[start:end]
        if "™" in name or "®" in name:
            name = name.replace("™", "").replace("®", "")
        return Named(start, end, whole, tuple(words), legal, name)

    def _end(self, at: int) -> int:
        """Returns where the name ends that a legal suffix follows at `at`: before a comma, a mark, "and" or "&"."""
        text = self.text
        for link in (" and", " &"):
            if text.endswith(link, 0, at):
                at -= len(link)
        while at and text[at - 1] in ",™®©":
            at -= 1
        for mark in ("(TM)", "(R)"):
            if text.endswith(mark, 0, at):
                at -= len(mark)
        return at - 2 if self._founders(at) else at

    def _founders(self, at: int) -> bool:
        """Says whether a name that ends at `at`, a comma left out, ends in a founder's possessive: "Orvane's Corporation"."""
        return self.text.endswith("'s", 0, at) or self.text.endswith("'s,", 0, at)

    def _back(self, end: int) -> tuple[Word, ...]:
        """Returns the words of the name that ends at `end`."""
        i = bisect_left(self._ends, end)
        if i == len(self.words) or self._ends[i] != end:
            return ()
        if not self._may_go_on(self.words[i]):
            return ()
        words = [self.words[i]]
        while i > 0 and self._joined(i - 1) and len(words) < LONGEST:
            i -= 1
            words.insert(0, self.words[i])
        while words and not self._may_begin(words[0]):
            words.pop(0)
        return tuple(words)

    def _may_begin(self, word: Word) -> bool:
        return word.text not in self._stops

    def _may_go_on(self, word: Word) -> bool:
        if word.text in _NOUNS_TOO:
            return _VERB_GOES_ON.match(self.text, word.end) is None
        return word.text not in self._stops

    def _joined(self, i: int) -> bool:
        """Says whether word `i` and the next one stand in one name."""
        left, right = self.words[i], self.words[i + 1]
        if not self._may_go_on(left) or not self._may_go_on(right):
            return False
        gap = self.text[left.end : right.start]
        if gap == " ":
            # After a legal suffix another name begins.
            return left.text not in self._suffixes or left.text in ("Company", "Limited")
        if gap in (" & ", "™ ", "® ", "-"):
            return True
        if gap == ". ":
            return len(left.text) == 1 or left.text in _SHORTENED
        if gap == "'s ":
            return right.text in _AFTER_FOUNDER
        return gap == " of " and left.text in BEFORE_OF
