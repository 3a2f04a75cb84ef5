"""Events: names that end in a noun like Congress or Annual Meeting, with date and place where they follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.listed import item_set, items
from prlint.text.names import BEFORE_OF, FUNCTION_WORDS
from prlint.text.patterns import pattern
from prlint.text.words import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Document
    from prlint.text.words import Word

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "name": "the name as printed, with its head noun",
    "stem": "the words before the head noun, without ordinal, year and Annual",
    "head": "the head noun: Congress, Conference, Meeting …",
    "acronym": "the acronym in it or after it in parentheses, or empty",
    "year": "the year in or after the name, or empty",
    "ordinal": "the number in it (66th), or empty",
    "date": "the date that follows, as printed, or empty",
    "city": "the place that follows, as printed, or empty",
}
TRACKED = (Tracked("event", "date in {year}", "date", "stem"),)

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
_AFTER = pattern(
    rf"(?: (?:20|19)\d\d)?(?: and (?:Exposition|Exhibition|Expo))?(?: \((?P<acronym>[^()\n]{{2,24}})\))?"
    rf"(?:,? (?:on|from|held|to be held|(?:to be |will be |is )?scheduled for|being held|taking place|(?:which |that )?(?:will take|takes) place|(?:which |that )?(?:will be|is(?: being)?) held)?,? ?(?:on|from)? ?(?P<date>{_MONTH} \d{{1,2}}(?:(?:st|nd|rd|th)?(?:\s?[-–]\s?|, | and | to )(?:{_MONTH} )?\d{{1,2}}(?!\d))*(?:,? (?:20|19)\d\d)?))?"
    r"(?:,? (?:in|at the [^,.\n]{2,60},|at [^,.\n]{2,60},) (?P<city>\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}))?"
)
_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORDINAL = pattern(r"(?<![\p{L}\d])\d{1,3}(?:st|nd|rd|th)(?![\p{L}\d])")
_ACRONYM = pattern(r"\(?([A-Z][A-Z&]{1,6}[A-Z]?)\)?")
_LINKS = frozenset(
    (" ", " & ", " of ", " of the ", " for ", " for the ", " on ", " in ", " and ", " (", ") ", "™ ", "® ", "-")
)
_INSIDE = frozenset("For Of On In And The At".split())
_DROPPED = frozenset("Annual International Virtual Hybrid".split())
#: Kinds of meeting and days of a meeting, and whose meeting: no name by themselves.
_COMMON = frozenset(
    "Annual General Special Extraordinary Stockholders Stockholder Shareholders Shareholder Board Press News Conference Call Webcast Live Virtual Investor Analyst Scientific Medical "
    "Plenary Late-Breaking Poster Oral Opening Closing Type A B C End-of-Phase Pre-IND Pre-BLA Pre-NDA Advisory Committee The Our This FDA EMA Town Hall Joint Hospitality Networking Breakout".split()
)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each named event; its span is the name."""
    text = document.view.text
    heads = item_set(lists, "event-heads")
    if not any(head in text for head in heads):
        return
    words = document.once(name_words)
    # A headline's verb and another event's head noun end a name on its left.
    stops = heads.union(items(lists, "headline-verbs"))
    for i, word in enumerate(words):
        if word.text not in heads:
            continue
        # "Congress Center", "Meeting Highlights", "Forum Pharma": the noun does not end the name.
        following = words[i + 1] if i + 1 < len(words) else None
        if (
            following is not None
            and text[word.end : following.start] == " "
            and following.text not in FUNCTION_WORDS
            and not _heading(document, word)
        ):
            continue
        if text[word.end : word.end + 2] == "'s":
            continue
        first = _begin(text, words, i, stops)
        own = words[first : i + 1]
        # A year or an ordinal in front is part of the name, and makes no name by itself.
        start = own[0].start
        lead = text[max(0, start - 6) : start]
        year = _YEAR.search(lead) if _YEAR.search(lead) and lead.rstrip()[-4:].isdigit() else None
        stem = [
            w.text for w in own[:-1] if w.text not in _DROPPED and not w.text.isdigit() and not _ORDINAL.match(w.text)
        ]
        if not stem or all(w in _COMMON for w in stem):
            continue
        after = _AFTER.match(text, word.end)
        tail = after.groupdict() if after else {}
        name = text[start : word.end]
        inner = [found for w in own if (found := _ACRONYM.fullmatch(w.text))]
        acronym = (tail.get("acronym") or "").strip('"') or (inner[-1].group(1) if inner else "")
        years = _YEAR.search(name) or year or _YEAR.search(text, word.end, after.end() if after else word.end)
        ordinal = _ORDINAL.search(text[max(0, start - 6) : word.end])
        yield Claim(
            "event",
            start,
            word.end,
            name,
            {
                "name": name,
                "stem": " ".join(stem),
                "head": word.text,
                "acronym": acronym if acronym[:1].isupper() and " " not in acronym else "",
                "year": years.group() if years else "",
                "ordinal": ordinal.group() if ordinal else "",
                "date": tail.get("date") or "",
                "city": tail.get("city") or "",
            },
        )


def _heading(document: Document, word: Word) -> bool:
    """A heading capitalises the words after the name too."""
    return document.zone_at(word.start) in ("headline", "subhead")


def _begin(text: str, words: Sequence[Word], i: int, stops: frozenset[str]) -> int:
    """Returns the index of the first word of the name that ends with word `i`."""
    while i > 0:
        left, right = words[i - 1], words[i]
        gap = text[left.end : right.start]
        if gap not in _LINKS or (gap in (" in ", " and ", " on ") and not _joins(words, i)):
            break
        if left.text in FUNCTION_WORDS and left.text not in _INSIDE:
            break
        # "Posters of the Westholm Congress": the name begins after "of".
        if gap.strip() in ("of", "of the", "for", "for the", "on", "in") and left.text not in BEFORE_OF:
            break
        if left.text in ("At", "The") or left.text in stops:
            break
        i -= 1
    return i


def _joins(words: Sequence[Word], i: int) -> bool:
    """Says whether "and", "in" or "on" before word `i` stands inside a name: "Arthritis and Rheumatology Congress"."""
    return words[i - 1].text not in FUNCTION_WORDS and len(words[i - 1].text) > 2
