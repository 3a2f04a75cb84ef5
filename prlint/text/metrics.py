"""Measures of a business (revenue, net loss, cash), the amounts given for them, and the periods that they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.intervals import QUALIFIER
from prlint.text.numbers import DIGITS, MONEY, PERCENT
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regex import Match


_HEADS = (
    r"revenues?|net sales|sales|bookings|backlog|net income|net loss|net earnings|gross profit|gross margins?|operating (?:income|loss|profit|expenses|margin|cash flow)|(?:loss|income) from operations"
    r"|EBITDA|free cash flow|cash flow|EPS|(?:earnings|loss|income) per (?:(?:diluted|basic|common) )*share|research and development(?: expenses?| costs)?|R&D(?: expenses?| costs)?"
    r"|(?:selling, )?general(?: and|,) administrative(?: expenses?| costs)?|G&A(?: expenses?)?|SG&A(?: expenses?)?|total assets|total liabilities|(?:stockholders'|shareholders'|total) equity"
    r"|cash(?:,? (?:and )?(?:cash )?equivalents| position| balance| on hand)(?:(?:,| and|, and)(?: restricted cash| short-term investments| marketable securities| investments| short-term deposits)){0,2}|capital expenditures|deposits|loans"
)
_METRIC = pattern(rf"(?<![\w-])(?:{_HEADS})(?![\w-])", "i")
#: The words right before a measure.
_BEFORE = pattern(r"(?:[\p{L}][\p{L}&'-]* ){1,3}$")
#: An amount, or the two ends of a range; after a range the scale of its end is that of its beginning too.
_AMOUNT = pattern(
    rf"(?P<range>(?:between |in the range of |in a range of |from )?(?P<low>{MONEY}|{PERCENT}|{DIGITS}(?= ?(?:-|–|to) ?{PERCENT})) ?(?:-|–|to|and) ?(?P<high>{MONEY}|{PERCENT}|(?<=[-–] ?){DIGITS}(?: (?:million|billion)|%)))"
    rf"|(?P<one>(?:(?<!\w){QUALIFIER})?(?:{MONEY}|{PERCENT}|\({MONEY}\)))"
)
#: Words before a measure that say nothing of what it is.
_EMPTY = frozenset(
    "the a an its our their total consolidated company company's reported reports report record of in for and or to with on as at by is was were had has have year annual full-year quarterly quarter full "
    "expects expect expected anticipates anticipated projects projected forecasts estimated estimates generated generating recorded recording achieved delivering delivered grew grow growth increase increased "
    "decrease decreased decline declined higher lower strong million billion thousand approximately about over more than up down from period months ended first second third fourth fiscal guidance this that "
    "which while including between raises raised reiterates reiterated reaffirms reaffirmed maintains lowered lowers updated updates narrowed sees targets targeting 's overall financial results highlights also "
    "posted earned had holds held ending ended approximate additional all new combined aggregate".split()
)
#: Words that look like verbs and narrow a measure.
_KINDS = frozenset(
    "licensing adjusted recurring deferred operating manufacturing marketing consulting advertising trading unrestricted restricted contracted outstanding remaining streaming gaming housing trucking mining related".split()
)
#: Words of the labels before a sentence: "Cash Position: …".
LABELS = frozenset(
    "cash position equity assets earnings improvement operating profit ebitda revenue revenues income net loss liabilities growth margin expenses total balance sheet results yoy financial "
    "highlights quarter sales performance r&d g&a sg&a selling stockholders shareholders gross liquidity capital resources year".split()
)
#: What separates one statement from the next.
_BARRIER = pattern(r"[;\n]|\. (?=\p{Lu})")
_CHANGE = pattern(
    r"(?:increas\w+|decreas\w+|declin\w+|grew|growth|rose|fell|improv\w+|reduc\w+|gain\w*|higher|lower|up|down|jump\w*|drop\w*|impact|benefit|charges?|change)(?: \w+){0,3}? (?:of|by|was|is)? ?(?:\(?a |an )?$",
    "i",
)
_SINGULAR = {
    "cash equivalents": "cash and cash equivalents",
    "cash, cash equivalents": "cash and cash equivalents",
    "revenues": "revenue",
    "gross margins": "gross margin",
    "r&d": "research and development",
}


class Figure(NamedTuple):
    """A measure's amount in a text: `low` and `high` as printed (`high` empty where it is one amount), with their offsets."""

    metric: str
    start: int
    end: int
    low: str
    high: str
    compared: bool


def figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yields the amounts of a sentence with the measure they are of; `compared` where it stands for comparison."""
    metrics = list(_METRIC.finditer(text, start, end))
    if not metrics:
        return
    last = None
    for match in _AMOUNT.finditer(text, start, end):
        metric = _metric_of(text, metrics, match.start(), match.end())
        if metric is None:
            continue
        name = _name(metric)
        between = text[metric.end() : match.start()]
        if metric.start() >= match.end():
            between = text[match.end() : metric.start()]
        if _BARRIER.search(between) or len(between) > 110:
            continue
        compared = (
            last == metric.start()
            and _COMPARED.search(text, max(metric.end(), match.start() - 40), match.start()) is not None
        )
        if last == metric.start() and not compared:
            continue
        if _CHANGE.search(text, max(start, match.start() - 40), match.start()) and not compared:
            continue
        last = metric.start()
        yield Figure(name, match.start(), match.end(), _stated(match), (match["high"] or "").strip(), compared)


_COMPARED = pattern(
    r"(?:compared (?:to|with)|as compared (?:to|with)|versus|vs\.?|against|from)(?: (?!\d)[\w'-]+){0,6} \(?$", "i"
)
_IN = pattern(r" (?:in|of) (?:(?:total|its|annual|cash) )?(?:[\p{L}&-]+ ){0,2}$", "i")


def _metric_of(text: str, metrics: Sequence[Match[str]], start: int, end: int) -> Match[str] | None:
    """Returns the measure that an amount is of: the one right after it ("$5 million in sales"), else the last before it."""
    for metric in metrics:
        first = metric.start()
        if end < first <= end + 40 and _IN.fullmatch(text, end, first):
            return metric
    before = [metric for metric in metrics if metric.end() <= start]
    return before[-1] if before else None


def _name(metric: Match[str]) -> str:
    """Returns the measure's name, folded, with the words before it that narrow it."""
    text = metric.string
    head = " ".join(metric[0].lower().split())
    lead = _BEFORE.search(text, max(0, metric.start() - 60), metric.start())
    before: list[str] = []
    for word in reversed(lead[0].lower().split() if lead else ()):
        if word in _EMPTY or word.endswith("'s") or (word.endswith(("ing", "ed")) and word not in _KINDS):
            if before or word not in ("total", "consolidated"):
                break
            continue
        before.insert(0, word)
    head = _SINGULAR.get(head, head)
    if not head.startswith("operating"):
        head = head.removesuffix(" expenses").removesuffix(" expense").removesuffix(" costs")
    return " ".join([*before, head])


def _stated(match: Match[str]) -> str:
    low, high = (match["low"] or match["one"] or "").strip(), (match["high"] or "").strip()
    scale = _SCALE.search(high)
    if high and scale and not _SCALE.search(low) and "%" not in high:
        low += scale[0]
    return low


_SCALE = pattern(r"(?: (?:thousand|million|billion|trillion)|[KMB])$")


# -- periods

_ENDED = pattern(
    r"(?:(?P<n>three|six|nine|twelve|3|6|9|12)[ -]months?(?: period)?|(?P<quarter>(?:fiscal )?(?:(?:first|second|third|fourth) )?(?:fiscal )?quarter)|(?P<year>(?:fiscal |full )?year)|(?P<half>half(?:[ -]year)?))(?: period)?,?"
    r" (?:that )?(?:ended|ending)(?: on)? $",
    "i",
)
_AS_OF = pattern(r"(?:as of|as at|at)(?: the end of)? $", "i")
_QUARTER = pattern(r"(?P<n>first|second|third|fourth|[1-4](?:st|nd|rd|th)|q[1-4]|[1-4]q)", "i")
_HALF = pattern(r"(?P<n>first|second|h[12]|[12]h)", "i")
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_MONTHS = {"three": "3", "six": "6", "nine": "9", "twelve": "12"}


def period(text: str, start: int, end: int, date: Mapping[str, object]) -> str:
    """Returns what period the date claim with these fields is, at `start` to `end`: 2024Q1, FY2024Q1, 2024, 2024H1, 3M-2024-03-31, or @2024-03-31 for a day; empty for none."""
    precision, year = str(date.get("precision")), date.get("year") or 0
    low = text[start:end].lower()
    if precision == "day":
        if not date.get("start"):
            return ""
        last = str(date.get("end"))
        before = text[max(0, start - 60) : start]
        ended = _ENDED.search(before)
        if ended is not None:
            months = _MONTHS.get(
                (ended["n"] or "").lower(), ended["n"] or ("3" if ended["quarter"] else "12" if ended["year"] else "6")
            )
            return f"{months}M-{last}"
        return f"@{last}" if _AS_OF.search(before) else ""
    if not year or precision not in ("quarter", "half", "year"):
        return ""
    fiscal = "FY" if date.get("fiscal") else ""
    if precision == "year":
        before = text[max(0, start - 30) : start].lower()
        # "March 31, 2024 and 2023": a day of that year.
        return (
            ""
            if before.endswith((" and ", " or ", "since ", "after ", "before ", "until ", "by "))
            else f"{fiscal}{year}"
        )
    found = (_QUARTER if precision == "quarter" else _HALF).search(low)
    if found is None:
        return ""
    number = _ORDER.get(found["n"], "".join(c for c in found["n"] if c.isdigit()))
    return f"{fiscal}{year}{'Q' if precision == 'quarter' else 'H'}{number}"


def a_year_before(name: str) -> str:
    """Returns the same period of the year before; empty where the name has no year."""
    found = _YEAR.search(name)
    if found is None or (name.startswith("@") or name.endswith("-02-29")):
        return ""
    return f"{name[: found.start()]}{int(found[0]) - 1}{name[found.end() :]}"


_YEAR = pattern(r"(?:19|20)\d\d")
