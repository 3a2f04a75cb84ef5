r"""The indefinite article against the sound of the word behind it: "an hour", "a university", "an FDA panel", "an 8-K".

What a word begins with is mostly its first letter; the exceptions are a list. An abbreviation is read by its letters
where it has no vowel, or where the list says so. What can be read either way (an unlisted abbreviation with vowels,
"historic", "US$8 million", 1,100) is left alone.

Params:

* `list` (list, required): the sounds. `vowels` (beginnings of words that begin with a consonant's letter and a vowel's
  sound: hour), `consonants` (the other way: univers) and `either`, all in small letters, the longest beginning
  deciding; and whole abbreviations: `spelt` (read by their letters), `spoken` (read as words), `open` (left alone).

Outcomes: `sound`, and `letters` for an abbreviation of consonants alone that the list does not know. Messages may
name `found`, `word` and `replacement`.

An example:

    kind: article
    outcomes:
      sound: {severity: warning, message: '"{found}": write "{replacement} {word}"'}
    params: {list: sounds}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import made_once
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {"list": Param("list", about="the sounds that letters do not give away")}

OUTCOMES = {"sound": ("found", "word", "replacement"), "letters": ("found", "word", "replacement")}

# A capital A is an article only where a sentence begins: Vitamin A, Class A. The most usual and plain case is passed
# over at once: "a" before a small consonant, "an" before a small vowel.
_PLACE = pattern(
    r"""(?m)(?=[aA])(?:(?<![\p{L}\p{N}_.&/*+’'-])(?:a (?!["']?[b-gi-np-tv-z][aeioruyhl])|an (?!["']?(?:[ai]|o(?!n[ce]))))"""
    r"""|(?:^|(?<=[.!?:] )|(?<=["'(]))An? )["']?(?P<word>[$€£]?[\p{L}\d][\p{L}\p{M}\d]*+(?:[&.,'/-]?[\p{L}\p{M}\d$]++)*+)"""
)
_NUMBER = pattern(r"[$€£]?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>.*)")
_HEAD = pattern(r"[A-Za-z]++(?![^\W\d_])")
_SPELT_VOWELS = frozenset("AEFHILMNORSX")
#: Words before which a lone letter is no article (Vitamin a is, from a to z), or the language is another.
_NO_NOUN = frozenset(
    "a an and are as at el else es if in is isn it its of on only or other over te un una under une uno was were".split()
)
#: What is told from others of its kind by a letter.
_LABELS = frozenset(
    "annex apoe appendix arm block building class clause coenzyme cohort column exhibit factor figure footnote fraction "
    "gate grade group hemophilia hepatitis immunoglobulin influenza interferon item level lot model note option panel "
    "paragraph part period phase plan point protein question schedule section series site stage step study subunit table "
    "tier toxin tranche type unit variant version vitamin wave zone".split()
)
_UNITS = frozenset(("th", "x", "X", "s", "mg", "mm", "ml", "mL", "K", "k", "M", "kg", "km", "MW", "GW"))


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each article that does not fit the sound behind it."""
    document = context.release.document
    text = document.view.text
    sounds = _sounds(context.lists[params["list"]])
    silent = True
    for match in _PLACE.finditer(text):
        word = match["word"]
        before = match.start()
        article = text[before : text.index(" ", before)]
        needed, outcome = sounds.article(word)
        if not needed or needed == article.lower():
            continue
        span = Span(before, match.end("word"))
        if not context.admits(*span) or (before > 1 and text[before - 1] == " " and text[before - 2].isdigit()):
            # "1 a": the letter of a footnote or a row.
            continue
        silent = False
        right = article[0] + needed[1:]
        yield Contradicted(
            outcome,
            [span],
            values={"found": text[span.start : span.end], "word": word, "replacement": right},
            replacements=[Replacement(before, before + len(article), right)],
            # How an unknown abbreviation is read is a guess, and "site a" may be a site's name.
            safe=outcome == "sound" and "quote" not in document.zones_at(*span) and not _labelled(text, before),
        )
    if silent:
        yield Consistent()


def _labelled(text: str, start: int) -> bool:
    """Says whether the word before an article is one that is followed by a letter as a name: site a, step a."""
    words = text[max(0, start - 24) : start].split()
    return bool(words) and text[start - 1 : start] == " " and words[-1].strip("\"'(").lower() in _LABELS


class _Sounds:
    """The list, made ready for looking up."""

    __slots__ = ("beginnings", "open", "spelt", "spoken")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.beginnings = {
            beginning: needed
            for key, needed in (("vowels", "an"), ("consonants", "a"), ("either", ""))
            for beginning in data[key]
        }
        self.spelt, self.spoken, self.open = (frozenset(data[key]) for key in ("spelt", "spoken", "open"))

    def article(self, word: str) -> tuple[str, str]:
        """Returns the article that `word` needs, empty where either will do, and the outcome to report."""
        number = _NUMBER.match(word)
        if number is not None:
            return _before_number(number["whole"], number["rest"]), "sound"
        head = _HEAD.match(word)
        if head is None or "$" in word:
            return "", ""
        letters, following = head.group(), word[head.end() : head.end() + 1]
        if len(letters) == 1:
            return _before_letter(letters, following, word), "sound"
        singular = letters.removesuffix("s")
        if singular.isupper():
            return self._before_capitals(singular)
        if not letters[1:].islower():
            # mRNA, siRNA, hERG: some spell out, some read the whole term; iPhone and eBay begin with a vowel anyway.
            return ("an" if letters[0] in "aei" else ""), "sound"
        return self._before_word(letters, word), "sound"

    def _before_capitals(self, letters: str) -> tuple[str, str]:
        if letters in self.open:
            return "", ""
        if letters in self.spoken:
            return self._before_word(letters.lower(), letters.lower()), "sound"
        spelt = "an" if letters[0] in _SPELT_VOWELS else "a"
        if letters in self.spelt:
            return spelt, "sound"
        if not any(letter in "AEIOUY" for letter in letters):
            return spelt, "letters" if spelt == "an" else "sound"
        if letters[0] in "AEIO":
            return ("" if letters.startswith(("EU", "EW", "ONE", "ONCE")) else "an"), "sound"
        return ("a" if letters[0] not in _SPELT_VOWELS and letters[0] != "U" else ""), "sound"

    def _before_word(self, letters: str, word: str) -> str:
        low = letters.lower()
        if low in _NO_NOUN or not word.isascii() or not any(letter in "aeiouy" for letter in low):
            return ""
        for length in range(min(len(low), 9), 1, -1):
            needed = self.beginnings.get(low[:length])
            if needed is not None:
                return needed
        first, second = low[0], low[1]
        if first in "aeio":
            return "an"
        if first == "u":
            # Names from everywhere: Uber, Ulan, Ubuntu.
            return "an" if letters[0] == "u" or (second == "n" and low[2:3] != "i") or second == "p" else ""
        if first == "x" and second not in "aeiouy":
            return "an"
        # Nvidia, Mpox, Ngo: the first letter is said by its name.
        return "" if first in "mn" and second not in "aeiouy" else "a"


def _before_number(whole: str, rest: str) -> str:
    if whole.startswith("0") or rest.startswith("/") or (rest[:1].isalpha() and rest.rstrip(".") not in _UNITS):
        return ""
    group = whole.split(",", maxsplit=1)[0]
    if whole.startswith("8"):
        return "an"
    if group in ("11", "18"):
        return "an"
    # "Eleven hundred" or "one thousand one hundred"; years are read in pairs.
    pairs = whole.replace(",", "")
    return "" if len(pairs) == 4 and pairs.startswith(("11", "18")) else "a"


def _before_letter(letter: str, following: str, word: str) -> str:
    if letter in "uU" and following in (".", "-"):
        return "a"
    if following == "-" or (letter.isupper() and (following == "&" or following.isdigit())):
        return "an" if letter.upper() in _SPELT_VOWELS else "a"
    return ""


_sounds = made_once(_Sounds)
