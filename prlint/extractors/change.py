"""Changes: what something was, what it is, and by how much it is said to have changed.

"increased 12% to $14.0 million from $12.5 million", "$14.0 million, up 12% from $12.5 million", "rose from $12.5
million to $14.0 million, an increase of 12%", "$14.0 million compared to $12.5 million, an increase of $1.5 million,
or 12%", "to grow from $16.1 billion in 2022 to $32.1 billion by 2030, a CAGR of 9.0%". Changes that are reckoned on
something else than the two figures (at constant currency, organic, annualised) are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.intervals import PRINTED_MONEY, PRINTED_NUMBER, PRINTED_PERCENT, value
from prlint.text.numbers import MONEY, money
from prlint.text.patterns import pattern
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from regex import Match

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "kind": "percent, part (a difference and the percentage that it is), rate (a year, compounded), points (a percentage that changed by a percentage), difference (an amount), or way (up or down, and not by how much)",
    "new": "the later figure as printed, with its qualifier",
    "old": "the earlier figure as printed, with its qualifier",
    "change": "by how much, as printed, with its qualifier; empty where only the way is said",
    "new_each": "of an amount told per share beside, the later one per share; else empty",
    "old_each": "the earlier one per share; else empty",
    "direction": "up, down, or empty where the words do not say (improved)",
    "first_year": "of a rate, the year of the earlier figure; else 0",
    "last_year": "of a rate, the year of the later figure; else 0",
    "years": "of a rate, the years between; else 0",
}

_UP = r"(?:increas(?:e|ed|es|ing)|up|r[oi]se(?:n|s)?|rising|gr[eo]wn?|grows|growing|growth|gain(?:ed|s)?|climb(?:ed|s|ing)?|jump(?:ed|s)?|higher|surged?|advanced)"
_DOWN = r"(?:decreas(?:e|ed|es|ing)|down|fall(?:s|en|ing)?|fell|declin(?:e|ed|es|ing)|drop(?:ped|s)?|lower|reduc(?:ed|tion|es|ing)|shr[aiu]nk)"
_OTHER = r"(?:improv(?:ed|es|ement|ing)|narrow(?:ed|s|ing)|chang(?:e|ed)|widen(?:ed|ing))"
#: "Loans made up 73% of assets" tells of no move.
_NOT_MADE = r"(?<!\b(?:ma[dk]e|makes|making) )"
_MOVE = rf"(?<!\w){_NOT_MADE}(?:(?P<up>{_UP})|(?P<down>{_DOWN})|{_OTHER})(?!\w)"
_MOVED = rf"(?<!\w){_NOT_MADE}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!\w)"

#: What may stand between two figures: words and periods, no other figure, no new statement.
_PERIOD = r"(?:(?<!\w)Q[1-4](?!\w)|(?<!\w)[1-4][QH](?!\w)|(?<!\w)H[12](?!\w)|(?<!\w)(?:19|20)\d\d(?![\d%]|[.,]\d)|(?<=[a-z]{3}\.? )[0-3]?\d(?=,? (?:19|20)\d\d))"
_BREAK = r"(?!\s(?:and|while|but|whereas|which|with|of which|as|due|driven|including)\s)"
_GAP = rf"(?:{_PERIOD}|{_BREAK}[^\d$€£¥%;:\n\[\]])"
#: An amount named on the way to the percentage: "by $1.5 million, or 12%".
_BY = r"(?:(?:by|of) )?(?:(?:a|an|the) )?"
_FROM = r"(?:from|compared (?:to|with)|as compared (?:to|with)|versus|vs\.?|over|against|relative to)"
_AMOUNT = rf"(?:{PRINTED_MONEY}|{PRINTED_NUMBER})"
_NEW, _OLD, _P = (
    rf"(?P<{name}>{of})" for name, of in (("new", _AMOUNT), ("old", _AMOUNT), ("change", PRINTED_PERCENT))
)
_ADJ = r"(?: (?:year-over-year|year-on-year|YoY|quarter-over-quarter|period-over-period|overall|net))?"
_OR = rf"(?:(?P<apart>{_AMOUNT})(?: per (?:\p{{L}}+ ){{0,3}}?(?:share|unit))?,? (?:or|\() ?)?"

#: The same amount told in another way: "or $0.05 per diluted share", "or 15.3% of sales".
_ASIDE = r"(?:,? (?:or|\() ?(?:\(?[$€£¥] ?\(?\d+(?:\.\d+)?\)? (?:per|a) (?:\p{L}+ ){0,3}?(?:share|unit)|\d+(?:\.\d+)?(?:%| percent) of (?:\p{L}+ ){0,2}?\p{L}+)(?!\w)\)?)?"

_FORMS = (
    # increased [by $1.5 million, or] 12% to $14.0 million [gap] from $12.5 million
    pattern(rf"{_MOVE} {_BY}{_OR}{_P}\)?,? to {_NEW}{_ASIDE}{_GAP}{{0,70}}?[ ,(]{_FROM} {_GAP}{{0,50}}?{_OLD}"),
    # $14.0 million[,] [gap] up 12% from $12.5 million; a 12% increase from; an increase of 12% over
    pattern(rf"{_NEW}{_GAP}{{0,40}}?[ ,(–-]{{1,3}}(?:is |was |were |(?:which )?(?:is|was|represents|represented) |representing |reflecting |marking )?(?:(?:an? |the )?{_MOVE} {_BY}{_OR}{_P}\)?|(?:an? )?{_P}{_ADJ} {_MOVE})"
            rf"{_GAP}{{0,30}}?[ ,(]{_FROM} {_GAP}{{0,50}}?{_OLD}"),
    # from $12.5 million [gap] to $14.0 million [gap], an increase of 12% / a 12% increase / (up 12%)
    pattern(rf"(?<!\w)from {_OLD}{_GAP}{{0,50}}? to {_NEW}{_GAP}{{0,50}}?[ ,(–-]{{1,3}}(?:representing |reflecting |marking |or |which is )?(?:an? |the )?"
            rf"(?:{_MOVE} {_BY}{_OR}{_P}|{_P}{_ADJ} {_MOVE})"),
    # increased 12% from $12.5 million [gap] to $14.0 million
    pattern(rf"{_MOVE} {_BY}{_OR}{_P}\)?,? from {_OLD}{_GAP}{{0,50}}? to {_NEW}"),
    # $14.0 million [gap] compared to $12.5 million [gap], an increase of $1.5 million, or 12%
    pattern(rf"{_NEW}{_ASIDE}{_GAP}{{0,60}}?[ ,(]{_FROM} {_GAP}{{0,30}}?{_OLD}{_ASIDE}{_GAP}{{0,60}}?[ ,(–-]{{1,3}}(?:representing |reflecting |marking |or )?(?:an? )?"
            rf"(?:{_MOVE} {_BY}{_OR}{_P}|{_P}{_ADJ} {_MOVE})"),
)  # fmt: skip

_EACH = r"\$?\d*\.\d\d(?= per (?:\p{L}+ ){0,3}share)"
#: $23.4 million, or $0.71 per diluted share, up 6% compared to $22.3 million or $0.67 per diluted share: of either.
_BOTH = pattern(
    rf"{_NEW},? or (?P<new_each>{_EACH}) per (?:\p{{L}}+ ){{0,3}}share,? (?:an? )?{_MOVE} {_BY}{_P},? {_FROM} (?:net (?:income|earnings) of )?{_OLD},? or (?P<old_each>{_EACH})"
)
#: The difference and the percentage that it is of the earlier figure; the later one stands elsewhere.
#: "an increase of $4.1 million, or 24.7%, over the same quarter last year when net income was $16.3 million"
_PART_FORM = pattern(
    rf"{_MOVE} of (?P<new>{PRINTED_MONEY}),? (?:or|\() ?{_P}\)?,? {_FROM} {_GAP}{{0,90}}?(?P<old>{PRINTED_MONEY})"
)
_D = rf"(?P<change>{PRINTED_MONEY})(?!,? or |,? \()"
#: The same with an amount and no percentage.
_AMOUNT_FORMS = (
    pattern(rf"{_MOVE} {_BY}{_D},? to {_NEW}{_ASIDE}{_GAP}{{0,70}}?[ ,(]{_FROM} {_GAP}{{0,50}}?{_OLD}"),
    pattern(rf"{_MOVE} {_BY}{_D},? from {_OLD}{_GAP}{{0,50}}? to {_NEW}"),
    pattern(rf"{_NEW}{_GAP}{{0,60}}?[ ,(]{_FROM} {_GAP}{{0,30}}?{_OLD}{_GAP}{{0,60}}?[ ,(–-]{{1,3}}(?:representing |reflecting |marking |or )?(?:an? )?{_MOVE} {_BY}{_D}"),
)  # fmt: skip
#: Between two figures that are of one thing: a gain is not set against a loss, nor one thing against another.
_SAME = rf"(?:{_PERIOD}|{_BREAK}(?!\s(?:loss|gain|income|profit|deficit|benefit|negative)\w*)[^\d$€£¥%;:,\n\[\]])"
#: The way alone: decreased to $7.3 million, compared with $5.6 million; rose from 44% to 41%.
_WAY_FORMS = tuple(
    form
    for of in (PRINTED_MONEY, PRINTED_PERCENT)
    for form in (
        pattern(rf"{_MOVED} to (?P<new>{of}){_SAME}{{0,50}}?,? \(?{_FROM} (?:{_SAME}{{0,20}}? )?(?P<old>{of})"),
        pattern(rf"{_MOVED} from (?P<old>{of}){_SAME}{{0,50}}? to (?P<new>{of})"),
    )
)
_WAY = pattern(rf" {_MOVED} (?:to|from) ")
#: Amounts that such a sentence has at least.
_TWO, _THREE, _FOUR = 2, 3, 4

_PLUS = r"(?:[^\n.;]|\.(?=\d)){0,90}?"
_RATE = pattern(
    rf"(?P<old>{PRINTED_MONEY}) (?:in|for) (?P<first>{_PERIOD}){_PLUS}(?P<new>{PRINTED_MONEY})(?: (?:in|by|for|through) (?:the (?:end of|year) )?(?P<last>{_PERIOD}))?"
)
_CAGR = pattern(
    rf"(?:CAGR|compound(?:ed)? annual growth(?: rate)?)(?: \(CAGR\))? ?(?:of |at |: ?|is |was )?(?P<change>{PRINTED_PERCENT})|(?P<change>{PRINTED_PERCENT}) (?:CAGR|compound(?:ed)? annual growth)"
)
_THROUGH = pattern(r"(?:by|through|until|in|to) ((?:19|20)\d\d)(?!\d)")

_POINTS = pattern(
    rf"{_MOVED} {_BY}(?P<change>{PRINTED_PERCENT}),? to (?P<new>{PRINTED_PERCENT}){_GAP}{{0,70}}?[ ,(]{_FROM} {_GAP}{{0,40}}?(?P<old>{PRINTED_PERCENT})"
    rf"|{_MOVED} {_BY}(?P<change>{PRINTED_PERCENT}),? from (?P<old>{PRINTED_PERCENT}){_GAP}{{0,50}}? to (?P<new>{PRINTED_PERCENT})"
)

_FIGURES = pattern(r"(?:\d[\d.,]*+[^\d\n]++){2}\d")
_MOVE_WORD = pattern(rf" {_MOVE}|(?<=[(,]){_MOVE}")
_LINK = pattern(r" (?:from|compared|versus|vs|over|against|relative to)[ .]")
#: Reckoned on something other than the two figures.
_OTHERWISE = pattern(
    r"constant[- ]currenc|organic|annuali[sz]ed|like[- ]for[- ]like|same[- ]store|comparable(?! (?:period|quarter|year|prior|three|six|nine|twelve|first|second|third|fourth|20|\d))|pro forma|excluding|adjusted for|currency[- ]neutral"
    r"|run[- ]rate|per year|(?<!(?:from|over|than|to) )a year(?! (?:ago|earlier|before))|annually|each year|compound|average|sequential|basis points|weighted|local currenc|proportion|respectively",
)
#: What both figures are of: "Operating revenues excluding fuel surcharges were $90.8 million".
_THING = pattern(r"[^$€£\d\n]{3,80}?,? (?P<out>excluding) [^$€£\d,.;\n]{3,60}? (?:was|were|totall?ed) (?=[$€£])")
_YEAR = pattern(r"(?:19|20)\d\d")
#: The other reckoning told beside the plain one: "an increase of 25.1%, or 27.2% on a constant currency basis".
_BESIDE = pattern(
    r"(?:, or|,? and| \() ?(?:approximately )?\d+(?:\.\d+)?(?:%| percent)(?: (?:increase|growth))? (?:on an?|in|at|using) (?:constant[- ]currenc(?:y|ies)|organic|currency[- ]neutral)(?: basis)?|\(\d+(?:\.\d+)?% (?:on an?|in|at) constant[- ]currenc(?:y|ies)(?: basis)?\)",
    "i",
)


def _plain(low: str, start: int, end: int) -> bool:
    """Says whether a sentence's changes are reckoned on its own figures alone."""
    if _OTHERWISE.search(low, start, end) is None:
        return True
    thing = _THING.match(low, start, end)
    if (
        thing
        and _OTHERWISE.search(low, thing.end(), end) is None
        and _OTHERWISE.search(low, start, thing.start("out")) is None
    ):
        return True
    return "constant" in low[start:end] and _OTHERWISE.search(_BESIDE.sub("", low[start:end])) is None


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each change with its two figures."""
    text = document.view.text
    low = document.once(small)
    taken: list[tuple[int, int]] = []
    for sentence in document.sentences:
        percents = (
            text.find("%", sentence.start, sentence.end) >= 0 or text.find("percent", sentence.start, sentence.end) >= 0
        )
        amounts = text.count("$", sentence.start, sentence.end)
        if amounts >= _TWO or percents:
            yield from _ways(text, low, sentence.start, sentence.end)
        if not percents and amounts < _THREE:
            continue
        if (
            low.find("cagr", sentence.start, sentence.end) >= 0
            or low.find("compound", sentence.start, sentence.end) >= 0
        ):
            yield from _rates(text, sentence.start, sentence.end)
            continue
        # Cheapest first: three figures, words that set one against another, a word of change.
        if (
            _FIGURES.search(text, sentence.start, sentence.end) is None
            or _LINK.search(text, sentence.start, sentence.end) is None
            or _MOVE_WORD.search(low, sentence.start, sentence.end) is None
            or not _plain(low, sentence.start, sentence.end)
        ):
            continue
        for match in _BOTH.finditer(text, sentence.start, sentence.end) if percents and amounts >= _FOUR else ():
            taken.append(match.span())
            yield _claim("percent", match)
        for match in _POINTS.finditer(text, sentence.start, sentence.end) if percents else ():
            yield _claim("points", match)
        for match in _PART_FORM.finditer(text, sentence.start, sentence.end) if percents else ():
            part = _claim("part", match)
            if _comparable(part.string("new"), part.string("old")) and not _otherwise_counted(match):
                yield part
        for kind, form in (
            *(("percent", form) for form in _FORMS if percents),
            *(("difference", form) for form in _AMOUNT_FORMS),
        ):
            for match in form.finditer(text, sentence.start, sentence.end):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                found = _claim(kind, match)
                if (
                    not _comparable(found.string("new"), found.string("old"))
                    or _otherwise_counted(match)
                    or _aside(match)
                ):
                    continue
                taken.append(match.span())
                yield found
                apart = (match.groupdict().get("apart") or "").strip()
                # A count gained may be of something else; an amount of the same currency is the difference.
                if apart and _currency(apart) and _currency(apart) == _currency(found.string("new")):
                    yield _claim("difference", match, change=apart)


def _ways(text: str, low: str, start: int, end: int) -> Iterator[Claim]:
    """Yields a claim for each pair of figures of which only the way from one to the other is said."""
    if _WAY.search(low, start, end) is None or _OTHERWISE.search(low, start, end) is not None:
        return
    for form in _WAY_FORMS:
        for match in form.finditer(text, start, end):
            new, old = match["new"], match["old"]
            # A figure below nothing falls when it grows.
            if (
                _currency(new) == _currency(old)
                and not any(sign in each for each in (new, old) for sign in "(-")
                and not _otherwise_counted(match)
            ):
                yield _claim("way", match, change="")


#: What a figure is of a unit of, in words after it: a share, a cent, a hundredth.
_UNIT = pattern(
    r",? ?(?:(?P<share>(?:\p{L}+ ){0,3}?(?:per|an?) (?:[\p{L}-]+ ){0,4}?(?:shares?|units?|ADSs?|ADRs?|ounces?|barrels?|boe|tonnes?)\b)|(?P<part>%|per ?cent\b|(?:percentage|basis) points?\b|bps\b)"
    r"|(?P<each>per (?!cent)\p{Ll}+)|(?P<cents>cents?\b))"
)
_MONTH_BEFORE = pattern(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? $")


def _otherwise_counted(match: Match[str]) -> bool:
    """Says whether one figure is of something else than the other: an amount and one per share, a day of a month."""
    units = []
    for name in ("new", "old"):
        start, end = match.span(name)
        figure = match[name]
        if not _currency(figure) and "%" not in figure and "cent" not in figure:
            after = _UNIT.match(match.string, end)
            if (after and after["part"]) or _MONTH_BEFORE.search(match.string, max(0, start - 12), start):
                return True
        unit = _UNIT.match(match.string, end)
        units.append("share" if unit and unit["share"] else unit[0].strip() if unit and unit["each"] else "")
    # What is said of the first is understood of the second: "$0.36 per share, up 6% from $0.34".
    return (units[1] == "share" != units[0]) or (units[0] == "share" and _larger(match))


#: No share earns so much in one year that it earned a few cents in another.
_APART = 20


def _larger(match: Match[str]) -> bool:
    """Says whether the earlier figure is an amount in millions, and no amount per share."""
    new, old = value(match["new"]), value(match["old"])
    return bool(_SCALE_WORD.search(match["old"])) or (
        new is not None and old is not None and max(new, old) > _APART * min(new, old)
    )


def _claim(kind: str, match: Match[str], **more: int | str) -> Claim:
    groups = match.groupdict()
    direction = "up" if groups.get("up") else "down" if groups.get("down") else ""
    new, old = groups["new"].strip(), groups["old"].strip()
    fields = {"kind": kind, "new": _scaled(new, old), "old": _scaled(old, new), "change": (groups.get("change") or "").strip(), "direction": direction,
              "new_each": groups.get("new_each") or "", "old_each": groups.get("old_each") or "", "first_year": 0, "last_year": 0, "years": 0, **more}  # fmt: skip
    return Claim("change", match.start(), match.end(), match[0], fields)


_MONEY = pattern(MONEY)
#: Smaller counts change by percentages that nobody would print.
_FEWEST = 10
_SCALE_WORD = pattern(r"\d((?: (?:thousand|million|billion|trillion)|[KMB]))$")


def _scaled(one: str, other: str) -> str:
    """Returns a figure with the other's scale where it has none of its own: "from $12.5 to $14.0 million"."""
    scale = _SCALE_WORD.search(other)
    if scale is None or _SCALE_WORD.search(one) or "," in one or (value(one) or 0.0) >= 1000:
        return one
    return f"{one}{scale[1]}"


def _currency(text: str) -> str:
    found = _MONEY.search(text)
    amount = money(found[0]) if found else None
    return amount.currency if amount else ""


def _aside(match: Match[str]) -> bool:
    """Says whether the later figure stands in a bracket that the change is not in: "$0.05 (on a price of $6.01) is a 58% decrease from $0.12"."""
    after = match.string[match.end("new") : match.start("change")] if match.end("new") < match.start("change") else ""
    return after.find(")") >= 0 and after.find("(") not in range(after.find(")"))


def _comparable(new: str, old: str) -> bool:
    """Says whether both are amounts of one currency, or both are counts; and both a gain or both a loss."""
    currencies = _currency(new), _currency(old)
    if currencies[0] != currencies[1] or ("(" in new) != ("(" in old):
        return False
    return bool(currencies[0]) or ((value(new) or 0) >= _FEWEST and (value(old) or 0) >= _FEWEST)


def _rates(text: str, start: int, end: int) -> Iterator[Claim]:
    """Yields the one compound growth rate of a sentence, with the two figures and years that it must connect."""
    stated = list(_CAGR.finditer(text, start, end))
    spans = list(_RATE.finditer(text, start, end))
    # Two markets in a sentence: which rate is whose is a guess.
    if len(stated) != 1 or len(spans) != 1:
        return
    (rate,), (span,) = stated, spans
    last = span["last"]
    if not last or not _YEAR.fullmatch(last):
        later = _THROUGH.search(text, rate.end(), end) or _THROUGH.search(text, span.start("old"), end)
        last = later[1] if later else ""
    first = span["first"]
    if not (last and _YEAR.fullmatch(first)) or int(last) <= int(first):
        return
    place = min(span.start(), rate.start()), max(span.end(), rate.end())
    new, old = span["new"].strip(), span["old"].strip()
    yield Claim(
        "change",
        *place,
        text[place[0] : place[1]],
        {"kind": "rate", "new": _scaled(new, old), "old": _scaled(old, new), "change": rate["change"].strip(), "direction": "", "new_each": "", "old_each": "",
         "first_year": int(first), "last_year": int(last), "years": int(last) - int(first)},
    )  # fmt: skip
