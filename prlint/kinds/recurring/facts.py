"""A number, month, year, listing or address that changed where it stays as it is, or went where it cannot go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.dates import MONTHS, WEEKDAYS
from prlint.text.markets import folded
from prlint.text.near import near
from prlint.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prlint.kinds.recurring.grammar import Grammar
    from prlint.kinds.recurring.pair import Pair, Slip
    from prlint.text.tokendiff import Hunk, Token

_MONTHS = frozenset(month.lower() for month in MONTHS)
_WEEKDAYS = frozenset(day.lower() for day in WEEKDAYS)
#: Words before a number that moves on.
_COUNTING = frozenset(
    ("phase", "stage", "cohort", "part", "day", "week", "approximately", "over", "nearly", "about", "with")
)
_SCALES = frozenset(("thousand", "million", "billion", "trillion"))
#: Forms, and the report that each is.
_REPORTS = {
    "10-k": "annual",
    "20-f": "annual",
    "40-f": "annual",
    "10-q": "quarterly",
    "8-k": "current",
    "6-k": "current",
}
#: Growth by this factor is a slipped digit and no growth.
_LEAP = 5
#: Years after the draft's own at which a year can still be meant.
_AHEAD = 40


def facts(pair: Pair, grammar: Grammar, markets: Mapping[str, str], year: int, standing: bool) -> Iterator[Slip]:
    """Yields the changed facts; `year` is the draft's (0 unknown), `standing` says that the sentence tells no news."""
    for hunk in pair.hunks:
        gone, come = pair.gone(hunk), pair.come(hunk)
        if not gone or not come:
            continue
        if _listing(pair, hunk, markets):
            yield pair.slip("listing", hunk)
        elif len(gone) == len(come) and len(gone) < 6:
            kind = next(filter(None, (_fact(pair, hunk, i, grammar, year, standing) for i in range(len(gone)))), "")
            if kind:
                yield pair.slip(kind, hunk)


def _fact(pair: Pair, hunk: Hunk, i: int, grammar: Grammar, year: int, standing: bool) -> str:
    """Returns the outcome for the pair of words at `i` of a change, empty where it is a normal one."""
    at = hunk.old + i
    old, new = pair.old[at], pair.new[hunk.new + i]
    if old.low == new.low:
        return ""
    if old.low in _MONTHS and new.low in _MONTHS:
        return "period" if standing and _month_alone(pair, hunk, at) else ""
    if old.low in _WEEKDAYS and new.low in _WEEKDAYS:
        return "period" if not _dates_near(pair, hunk) else ""
    if old.low in _SCALES and new.low in _SCALES:
        return "number" if len(pair.hunks) == 1 else ""
    if "." in old.low and "." in new.low and old.low[0].isalpha() and near(old.low, new.low, most=2):
        return "name"
    if not _counts(old.low) or not _counts(new.low):
        return ""
    return _number(pair, hunk, at, old, new, grammar, year, standing)


def _number(
    pair: Pair, hunk: Hunk, at: int, old: Token, new: Token, grammar: Grammar, year: int, standing: bool
) -> str:
    before = pair.old[at - 1].low if at else ""
    two_before = f"{pair.old[at - 2].low} {before}" if at > 1 else ""
    if before == "form":
        return "number" if _wrong_form(pair, hunk.new + at - hunk.old, old.low, new.low) else ""
    if _is_year(old.low) and len(new.low) == 4 and new.low.isdigit() and new.low > "2199":
        return "number"
    if _is_year(old.low) and _is_year(new.low):
        if before in grammar.since or two_before in grammar.since:
            return "number"
        if int(new.low) < int(old.low):
            return "number" if _date_back(pair, hunk, at) else ""
        return "number" if year and int(new.low) > year + _AHEAD else ""
    if _is_day(pair, at):
        return ""
    if before in grammar.naming or two_before in grammar.naming or _named(pair, at):
        return "number"
    digits, others = _digits(old.low), _digits(new.low)
    if len(digits) >= 7 or (any(c.isalpha() for c in old.low) and len(digits) > 2):
        return "number" if standing and _slipped(digits, others) and _letters(old.low) == _letters(new.low) else ""
    a, b = number(old.low), number(new.low)
    if a is None or b is None or not standing or a == b:
        return ""
    after = pair.old[at + 1].low if at + 1 < len(pair.old) else ""
    counted = (
        after in grammar.counted_down or pair.after(hunk, 1) in grammar.counted_down or before in grammar.counted_down
    )
    amount = before == "$" or after in ("%", "percent") or after in _SCALES
    if b < a:
        return "" if counted or (amount and not _slipped(digits, others)) else "number"
    turned = len(digits) > 1 and sorted(digits) == sorted(others)
    if turned or b >= _LEAP * a:
        return "number"
    return "number" if amount and after in ("%", "percent") and _slipped(digits, others) and b - a >= 10 else ""


def _named(pair: Pair, at: int) -> bool:
    """Says whether the number is part of a name ("PLAY 12"), or of a telephone number ("(212) 555-0100")."""
    if at < 2:
        return False
    before = pair.old[at - 1].text
    if before == "(":
        behind = pair.old[at + 1 : at + 3]
        return len(behind) == 2 and behind[0].text == ")" and "-" in behind[1].text and behind[1].text[0].isdigit()
    return before[0].isupper() and len(before) > 1 and before.isalpha() and before.lower() not in _COUNTING


def _wrong_form(pair: Pair, at: int, old: str, new: str) -> bool:
    said = next(
        (one.low for one in reversed(pair.new[max(0, at - 5) : at]) if one.low in ("annual", "quarterly", "current")),
        "",
    )
    if old not in _REPORTS:
        return False
    if new not in _REPORTS:
        return not new[:1].isalpha() and near(old, new, most=2) > 0 and "/" not in new
    return bool(said) and _REPORTS[old] == said and _REPORTS[new] != said


def _counts(word: str) -> bool:
    return any(c.isdigit() for c in word) or number(word) is not None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1800" < word < "2200"


def _is_day(pair: Pair, at: int) -> bool:
    """Says whether the number is the day of a date."""
    around = [one.low.rstrip(".") for one in pair.old[max(0, at - 2) : at + 3]]
    return any(
        word in _MONTHS or (len(word) > 2 and any(month.startswith(word) for month in _MONTHS)) for word in around
    )


def _month_alone(pair: Pair, hunk: Hunk, at: int) -> bool:
    """Says whether the month of a date changed and neither its day nor its year did."""
    words = pair.old[at + 1 : at + 4]
    if not words or not words[0].low[0].isdigit() or len(words[0].low) > 4:
        return False
    return hunk.old_end == at + 1 and not any(at < other.old < at + 4 for other in pair.others(hunk))


def _dates_near(pair: Pair, hunk: Hunk) -> bool:
    return any(abs(other.old - hunk.old) < 8 for other in pair.others(hunk))


def _date_back(pair: Pair, hunk: Hunk, at: int) -> bool:
    """Says whether the year stands alone, or in a date that goes back as a whole: not where only the way to say it changed."""
    return not any(abs(other.old - at) < 4 and len(pair.come(other)) > 2 for other in pair.others(hunk))


def _digits(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


def _letters(word: str) -> str:
    return "".join(c for c in word if c.isalpha())


def _slipped(old: str, new: str) -> bool:
    """Says whether one digit is another, too many or too few, or two neighbours changed places."""
    return bool(old and new and near(old, new, most=1)) or (
        abs(len(old) - len(new)) <= 1
        and len(old) < 3
        and sum(a != b for a, b in zip(old, new, strict=False)) + abs(len(old) - len(new)) == 1
    )


def _listing(pair: Pair, hunk: Hunk, markets: Mapping[str, str]) -> bool:
    """Says whether a market, or the symbol behind one, became another."""
    gone, come = pair.gone(hunk), pair.come(hunk)
    old, new = (_market(" ".join(one.text for one in words), markets) for words in (gone, come))
    if old and new:
        return old != new
    if len(gone) != 1 or len(come) != 1:
        return False
    one, other = gone[0].text, come[0].text
    if ":" in one and ":" in other:
        first, second = one.split(":", 1), other.split(":", 1)
        place = _market(first[0], markets)
        return bool(place) and (first[1] != second[1] or place != _market(second[0], markets))
    behind = hunk.old > 1 and pair.old[hunk.old - 1].text == ":" and bool(_market(pair.old[hunk.old - 2].text, markets))
    return behind and one.isupper() and len(one) < 7


def _market(words: str, markets: Mapping[str, str]) -> str:
    return markets.get(folded(words), "") or next(
        (markets[one] for one in map(folded, words.split()) if one in markets and len(one) > 3), ""
    )
