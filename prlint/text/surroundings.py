"""The words and the periods that a figure stands with: what it is of, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Document, Span

_OTHER_FIGURE = pattern(
    r"[$€£¥]|\d+(?:\.\d+)? ?%|\d[\d,.]*\d (?:million|billion|percent)|\b\d{1,3}(?:,\d{3})+|\d[ -](?:times|fold)\b"
)
#: What follows speaks of something else.
_TURN = pattern(r",? (?:\p{Ll}+ing|while|whereas|but|compared|versus|from) ")
#: What stands between two figures of one thing: "from $102 billion in 2024 to $470 billion", "up 38% to $1.83 million".
_PAIRED = pattern(
    r"(?:[$€£¥]\d[\d,.]*(?: ?(?:thousand|million|billion|trillion|[KMB]\b))?|\d+(?:\.\d+)? ?%)"
    r"(?:(?: in (?:\p{L}+ ){0,3}(?:19|20)\d\d)? to | ?[-–] ?)(?:(?:approximately|about|over|nearly|more than|positive|negative|an?) ){0,2}$"
)
_PAIR = 60
#: A figure that something has come to is a level, and no growth.
_LEVEL = pattern(r"\bto (?:(?:approximately|about|over|nearly|almost|more than|just) )?$")
#: An amount is one of growth only where it says so: "rose by $2 million", "a decrease of $2 million", "a $2 million increase".
_BY = pattern(r"\b(?:by|of) (?:an? )?(?:(?:approximately|about|over|nearly|almost|more than|roughly|just) )?$")
_WAY = pattern(r"\b(?P<way>up|down) (?:by )?(?:(?:approximately|about|over|nearly|almost|more than|roughly) )?$")
_WORD = pattern(r"[\p{L}][\p{L}'&]*+(?:-[\p{L}]+)*")
_PERIODS = pattern(
    r"(?<!\w)(?:(?P<q1>q1|1q|first[ -]quarter)|(?P<q2>q2|2q|second[ -]quarter)|(?P<q3>q3|3q|third[ -]quarter|3rd quarter)|(?P<q4>q4|4q|fourth[ -]quarter)"
    r"|(?P<half>h1|1h|h2|2h|first[ -]half|second[ -]half|half[- ]year|six[- ]months?)|(?P<nine>nine[- ]months?)"
    r"|(?P<year>full[- ]year|fiscal(?: year)?(?: 20\d\d)|annual|twelve[- ]months?|years? ended|fy ?(?:20)?\d\d)|(?P<month>month of))(?!\w)",
    "i",
)

#: What came after a period is of none that is named there.
_AFTER = pattern(
    r"\b(?:post[- ]quarter|subsequent(?:ly)? to|after (?:the )?(?:quarter[- ]end|(?:end|close) of))\b", "i"
)

#: Words that say nothing about what is counted.
_EMPTY = frozenset(
    "a an and are as at be been by for from has have in into is it its of on or our over than that the their this to up was we were which will with "
    "its company total totaling approximately about more new also today report reports reported announce announces announced approximate nearly "
    "million billion thousand percent year-over-year yoy period period-over-period compared compare versus same ended date us usd to-date first "
    "second third fourth quarter half fiscal year annual month months six nine twelve q1 q2 q3 q4 record strong holding holdings corporation financial result results quarterly other all any including "
    "january february march april june july august september october november december inc corp ltd through during across per each between would could may can not us$ through since end consolidated reach reaches reached respectively represents representing while whereas".split()
)
_UP = frozenset(
    "growth grow grew grown increase increased increases increasing rise rises rose risen expansion higher gain gains jump jumped surge surged".split()
)
_DOWN = frozenset(
    "fewer decrease decreased decreases decline declined declines reduction reduced reduces fall fell drop dropped lower".split()
)
#: How far the words of a figure reach, in code points.
_REACH = 90


def words(document: Document, start: int, end: int) -> tuple[str, ...]:
    """Returns the words around the figure at a view span, cut to their stems; + and - for words of growth and decline."""
    text = document.view.text
    sentence = document.sentence_at(start)
    low, high = _around(text, start, end, sentence)
    before, after = _words(text[low:start]), _words(text[end:high])
    way = _WAY.search(text, max(sentence.start, start - 24), start)
    if way:
        before.setdefault("+" if way["way"] == "up" else "-")
    elif not _is_change(text, sentence.start, start, end):
        before.pop("+", None)
        before.pop("-", None)
    found = before | after
    if text[end - 1 : end] == "%" and not found.keys() - {"+", "-"}:
        # A change told last, "…, an increase of 38%", is one of what the sentence begins with.
        first = _OTHER_FIGURE.search(text, sentence.start, start)
        if first:
            found = _words(text[max(sentence.start, first.start() - _REACH) : first.start()]) | found
    return tuple(found)


def _is_change(text: str, first: int, start: int, end: int) -> bool:
    """Says whether words of growth before a figure may be of the figure itself, and not of what it came to."""
    near = max(first, start - 24)
    if text[end - 1 : end] == "%" or text[end - 4 : end].lower() == "cent":
        return _LEVEL.search(text, near, start) is None
    return _BY.search(text, near, start) is not None


def periods(document: Document, start: int, end: int) -> tuple[str, ...]:
    """Returns the periods around the figure, else those of its sentence: q1 to q4, half, nine, year, month."""
    text = document.view.text
    sentence = document.sentence_at(start)
    low, high = _around(text, start, end, sentence)
    if _AFTER.search(text, low, high):
        return ()
    return _periods(text[low:high]) or _periods(text[sentence.start : sentence.end])


def _around(text: str, start: int, end: int, sentence: Span) -> tuple[int, int]:
    """Returns the span of the words that stand with a figure: to the figures beside it, in its sentence."""
    low, high = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
    paired = _PAIRED.search(text, max(sentence.start, start - _PAIR), start)
    if paired:
        low = max(sentence.start, paired.start() - _REACH)
    for other in _OTHER_FIGURE.finditer(text, low, paired.start() if paired else start):
        low = other.end()
    later = _OTHER_FIGURE.search(text, end, high)
    if later:
        high = later.start()
    # Right after the figure the word belongs to it: "$5 million from licences".
    turn = _TURN.search(text, end if text[end : end + 1] == "," else end + 2, high)
    if turn:
        high = turn.start()
    # "…or $0.81 per share; also announces a dividend": another statement.
    low = max(low, text.rfind(";", low, start) + 1)
    apart = text.find(";", end, high)
    if apart >= 0:
        high = apart
    # No cut words.
    while sentence.start < low < start and text[low - 1].isalnum() and text[low].isalnum():
        low += 1
    while end < high < sentence.end and text[high - 1].isalnum() and text[high].isalnum():
        high -= 1
    return low, high


def _words(text: str) -> dict[str, None]:
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        word = match[0].lower().removesuffix("'s")
        if word in _UP:
            found["+"] = None
        elif word in _DOWN:
            found["-"] = None
        elif len(word) > 2 and word not in _EMPTY:
            found[_stem(word)] = None
    return found


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("ey") if len(word) > 4 else word


def _periods(text: str) -> tuple[str, ...]:
    return tuple(
        sorted({name for match in _PERIODS.finditer(text) for name, value in match.groupdict().items() if value})
    )
