"""References to periodic reports: "Form 10-K for the year ended December 31, 2016", with form, period and role."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.claim import Claim, Tracked
from prlint.text import dates
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import regex

    from prlint.document import Document

NEEDS = ("release",)
FIELDS = {
    "form": "the form without its amendment: 10-K, 10-KT, 10-Q, 20-F, 40-F, 6-K, 8-K …",
    "amended": "whether it is cited as an amendment (10-K/A, Amendment No. 1 to)",
    "as_amended": "whether it is cited with its amendments (10-K, as amended)",
    "transition": "whether it is a transition report (10-KT, 10-QT, transition period)",
    "period_end": "the ISO day on which the period it reports on ended, the newest of several; empty where not printed",
    "fiscal_year": "the fiscal year printed without a day (fiscal 2024, 2016 Annual Report), else empty",
    "quarter": "the quarter of that fiscal year, 1 to 4, else empty",
    "filed": "the ISO day on which the text says it was filed, else empty",
    "future": "whether the text says that it is still to be filed",
    "evergreen": "whether neither period nor day of filing is named (most recent Form 10-K)",
    "role": "pointer where readers are sent to it for the risks, else history",
    "owner": "the other company whose report it is, as printed; empty for the issuer's own",
}
TRACKED = (Tracked("filing", "period of the report", "period_end", "form", where={"owner": "", "role": "pointer"}),)

_FORM = pattern(
    r"(?P<form>10[-–]?\s?(?:KSB|KT|K|QSB|QT|Q|S)|[24]0[-–]?\s?F|[68][-–]?\s?K)(?P<amendment>/A)?(?![\w/])(?<![\w-](?P=form)(?:/A)?)"
)
_WORD = pattern(r"\bForms?\s$")
_DASH = pattern(r"[-–]")
_DEFINES = pattern(r"\((?:the|our|collectively)?,?\s?\"[^\"\n()]{0,30}$")

# What may stand between the form and its period, piece by piece; the order is tried again after each piece.
_PERIOD = pattern(
    r"(?:for|covering|with respect to)\s(?:(?:the|our|its|their|each of (?:the|our|its))\s)?"
    r"(?P<kind>(?:[\w-]+\s){0,3}?(?:years?|quarters?|periods?|months|weeks)[-\s]end(?:ed|ing)?)\s(?:on\s|as of\s)?",
    "i",
)
_FROM_TO = pattern(
    r"for\s(?:the|our|its)\s(?:transition(?:al)?\s)?period\s(?:from|beginning|commencing)\s(?:on\s)?", "i"
)
_UNTIL = pattern(r"\s?(?:to|through|and ending(?: on)?|until|-|–)\s?", "i")
_FISCAL = pattern(
    r"for\s(?:the\s|our\s|its\s)?(?:(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)(?:\sfiscal)?\squarter\s(?:of\s)?)?"
    r"(?:(?:full|calendar)[\s-])?(?:fiscal\s|FY\s?)?(?:years?\s)?(?P<year>(?:19|20)\d\d)(?:\sfiscal\syear)?(?![\d,]\d)",
    "i",
)
_QUARTERS = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4"}
_FILED = pattern(
    r"(?:(?:which|that|as)\s)?(?:(?:was|were|we|it|is)\s)?(?:(?:initially|originally|first|subsequently|each)\s)?"
    r"(?:filed|furnished|submitted)\s(?:(?:with|to)\s(?:the\s)?(?:U\.?S\.?\s)?"
    r"(?:Securities\s(?:and|&)\sExchange\sCommission|SEC\b|Commission)\s?(?:\([^()]{0,30}\)\s)?)?(?:on\sEDGAR\s)?(?:on\s)?",
    "i",
)
_DATED = pattern(r"dated\s(?:as of\s)?")
_AMENDED = pattern(
    r"as\s(?:(?:subsequently|further|may be|previously|may be further)\s)*(?:amended|modified)"
    r"(?:\s(?:and|or)\s(?:supplemented|restated|updated))?|(?:and|including|together with)\s(?:any\s|all\s|its\s)?amendments?"
    r"(?:\s(?:thereto|to\s(?:it|such\sreport)))?",
    "i",
)
_FILLER = pattern(
    r"[\s,()]+|(?:annual|quarterly|transition)?\s?(?:reports?|filings?)(?=[\s,(])|as\s(?:supplemented|updated)\b"
    r"|Amendment\sNo\.?\s?\d+|\(?(?:the|our|collectively)?,?\s?\"[^\"\n]{1,45}\"\)?|File No\.[^)\n]{1,30}"
    r"|(?:is\s)?on\sfile\swith\sthe\s(?:SEC|Commission)(?=[\s,])",
    "i",
)
_OF = pattern(r"(?:of|by)\s(?!Forms?\b|Amendment\b)(?P<owner>\p{Lu}[\w&.-]*(?:\s\p{Lu}[\w&.-]*){0,4})")
_AND_YEAR = pattern(r"(?:,?\s(?:and|&)|,)\s(?P<year>(?:19|20)\d\d)(?!\d)")
_AND = pattern(r"(?:,?\s(?:and|&)|,)\s")

_HEAD = pattern(
    r"(?P<amendment>Amendment\sNo\.?\s?\d+\s(?:to|on)\s(?:(?:the|our|its)\s)?)?"
    r"(?:(?:FY\s?|fiscal\s(?:year\s)?)?(?P<year>(?:19|20)\d\d)\s)?"
    r"(?P<report>(?:annual\s|quarterly\s|transition\s|periodic\s)?reports?\s)?"
    r"(?:(?P<about>(?:for|covering)\s[^.;:()]{4,60}?),?\s)?(?:(?:filed|prepared)\s)?(?:(?:on|under|in)\s)?(?:SEC\s)?$",
    "i",
)
_FUTURE = pattern(
    r"to be (?:filed|submitted|included in)|(?:will|shall) (?:be )?(?:filed?|included in|available in|set forth in|contained in)"
    r"|(?:expect|plan|intend|anticipate|schedule)(?:s|ed)? (?:to (?:be )?filed?|filing)|(?:when|once|until) (?:it is |they are )?(?:filed|available)"
    r"|(?:not|yet)(?: yet| to)?(?: been| be)? filed|upcoming|forthcoming|will file|prior to (?:the )?filing|timely file"
    r"|(?:delay|late)\w*(?: in)?(?: the)? filing|extension",
    "i",
)

# A pointer stands where readers are told of risks: close after one of these, in the same or the sentence before.
_RISKS = pattern(
    r"\brisks?\b(?!\s(?:of|reduction|for)\b|-)|\brisk factors\b|\buncertaint(?:y|ies)\b|\bperiodic reports\b"
    r"|\b(?:filings|reports)(?:\sfiled)?\swith\sthe\s(?:U\.?S\.?\s)?(?:SEC|Securities\s(?:and|&)\sExchange\sCommission)",
    "i",
)
# The risks may also stand behind it: "See our Form 10-K for a discussion of these and other risks."
_RISKS_AFTER = pattern(
    r"\b(?:discussion|description|details|information|explanation)\b[^.;\n]{0,80}\b(?:risks?|uncertainties|factors)\b",
    "i",
)
_REACH = 250  # code points from the word to the form
_BEFORE = 160  # code points in which the words that belong to a form stand before it

_POSSESSOR = pattern(
    r"(?P<name>\p{Lu}[\w&.-]*(?:\s(?:(?:of|and|&|the)\s)?\p{Lu}[\w&.-]*){0,5})'s?(?=\s)|\b(?P<own>our|we)\b|\b(?P<its>its)\b"
    r"|\b(?P<many>their|respective)\b",
)
_PARTY = pattern(r"\b(?:Parent|Acquir[eo]r|Buyer|Purchaser|Guarantor|Merger\sPartner|Target)\b")
#: Names by which an issuer speaks of itself.
_SELF = (
    "company",
    "corporation",
    "partnership",
    "trust",
    "fund",
    "bank",
    "group",
    "firm",
    "issuer",
    "registrant",
    "management",
    "commission",
    "sec",
)


class _Tail(NamedTuple):
    """What follows a form, and where it ends."""

    end: int
    period_end: str = ""
    kind: str = ""
    fiscal_year: str = ""
    quarter: str = ""
    filed: str = ""
    as_amended: bool = False
    owner: str = ""


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each form; its span runs from the word Form to the end of its period or filing date."""
    text = document.view.text
    issuer = next((claim.string("name") for claim in claims.get("release", ())), "")
    forms = [match for match in _FORM.finditer(text) if _cited(text, match)]
    for i, match in enumerate(forms):
        sentence = document.sentence_at(match.start())
        before = max(sentence.start, forms[i - 1].end() if i else 0)
        after = min(sentence.end, forms[i + 1].start() if i + 1 < len(forms) else len(text))
        form = _hyphened(match.group("form"))
        word = _WORD.search(text, max(0, match.start() - 7), match.start())
        cited = word.start() if word else match.start()
        tail = _tail(text, match.end(), after, form)
        head = _HEAD.search(text, max(before, cited - _BEFORE), cited)
        year, period_end, start = tail.fiscal_year, tail.period_end, cited
        if head and (head.group("report") or head.group("year") or head.group("amendment")):
            start = head.start() + len(head.group()) - len(head.group().lstrip())
            if not period_end and head.group("report") and head.group("about"):
                told = _tail(text, head.start("about"), cited, form)
                period_end, year = told.period_end, year or told.fiscal_year
            if not period_end and not year:
                year = head.group("year") or ""
        future = _future(text, sentence.start, match.start(), match.end(), after)
        yield Claim(
            "filing",
            start,
            max(tail.end, match.end()),
            text[start : max(tail.end, match.end())],
            {
                "form": form,
                "amended": bool(match.group("amendment") or (head and head.group("amendment"))),
                "as_amended": tail.as_amended,
                "transition": form.endswith("T") or "transition" in tail.kind,
                "period_end": period_end,
                "fiscal_year": "" if period_end else year,
                "quarter": tail.quarter,
                "filed": "" if future else tail.filed,
                "future": future,
                "evergreen": not (period_end or year or tail.filed or tail.kind),
                "role": "pointer" if _points(document, match.start()) else "history",
                "owner": tail.owner or _owner(text, sentence.start, start, issuer),
            },
        )


def _cited(text: str, match: regex.Match[str]) -> bool:
    """Says whether a match cites a form: not "a 10K run", nor the short name that a parenthesis gives a report."""
    named = _DASH.search(match.group("form")) or _WORD.search(text, max(0, match.start() - 7), match.start())
    return bool(named) and not _DEFINES.search(text, max(0, match.start() - 40), match.start())


def _hyphened(form: str) -> str:
    """Returns the form as the SEC writes it: 10KT is 10-KT."""
    bare = _DASH.sub("", "".join(form.split()))
    digits = bare.rstrip("KQFSTB")
    return f"{digits}-{bare[len(digits) :]}"


def _tail(text: str, start: int, end: int, form: str) -> _Tail:
    """Reads the pieces that follow a form up to the first that is not about it."""
    tail = _Tail(start)
    at = start
    while at < end:
        step = _piece(text, at, end, form, tail)
        if step is None:
            break
        at, tail = step
    return tail


def _piece(text: str, at: int, end: int, form: str, tail: _Tail) -> tuple[int, _Tail] | None:
    """Returns where the piece at `at` ends, and what is known with it; None where it is no piece."""
    if match := _AMENDED.match(text, at, end):
        return match.end(), tail._replace(end=match.end(), as_amended=True)
    if not (tail.period_end or tail.fiscal_year) and (step := _period(text, at, end, form, tail)) is not None:
        return step
    if not tail.filed and (match := _FILED.match(text, at, end)):
        day = dates.read(text, match.end())
        if day is None or day.precision != "day" or day.end > end:
            return match.end(), tail
        return day.end, tail._replace(end=day.end, filed=day.first)
    if match := _DATED.match(text, at, end):
        day = dates.read(text, match.end())
        if day is None or not day.last or day.end > end:
            return None
        # "Form 10-K dated December 31, 2016" means the year; any other day says neither year nor filing.
        known = tail.period_end or (day.last if dates.ends_month(day.last) else "")
        return day.end, tail._replace(end=day.end if known else tail.end, period_end=known)
    if not tail.owner and (match := _OF.match(text, at, end)):
        name = match.group("owner")
        return match.end(), tail if _generic(name) else tail._replace(owner=name)
    if match := _FILLER.match(text, at, end):
        return (match.end(), tail) if match.end() > at else None
    return None


def _period(text: str, at: int, end: int, form: str, tail: _Tail) -> tuple[int, _Tail] | None:
    """Reads the period that a report is for: its days, or its fiscal year."""
    if match := _PERIOD.match(text, at, end):
        found, stop = _newest(text, match.end(), end)
        kind = match.group("kind").lower()
        # "Forms 10-K and 10-Q for the year ended …": a year is not what a quarterly report reports on.
        if not stop or ("year" if form.startswith("10-Q") else "quarter") in kind:
            return None
        return stop, tail._replace(end=stop, period_end=found, kind=kind)
    if match := _FROM_TO.match(text, at, end):
        first = dates.read(text, match.end())
        to = _UNTIL.match(text, first.end, end) if first else None
        last = dates.read(text, to.end()) if to else None
        if last is None or not last.last:
            return None
        return last.end, tail._replace(end=last.end, period_end=last.last, kind=match.group().lower())
    if match := _FISCAL.match(text, at, end):
        quarter = _QUARTERS.get((match.group("quarter") or "").lower(), "")
        return match.end(), tail._replace(end=match.end(), fiscal_year=match.group("year"), quarter=quarter)
    return None


def _newest(text: str, at: int, end: int) -> tuple[str, int]:
    """Reads "December 31, 2022 and 2023" or "March 31 and June 30, 2024"; returns the newest last day and the end.

    The end is 0 where there is no date at all; a date without a year gives no day.
    """
    newest, stop = "", 0
    while (found := dates.read(text, at)) is not None and found.end <= end and found.month:
        newest, stop = max(newest, found.last), found.end
        while (more := _AND_YEAR.match(text, stop, end)) is not None:
            again = dates.make(int(more.group("year")), found.month, found.day) if found.day else None
            newest, stop = max(newest, again.isoformat() if again else ""), more.end()
        joint = _AND.match(text, stop, end)
        if joint is None:
            break
        at = joint.end()
    return newest, stop


def _future(text: str, before: int, start: int, end: int, after: int) -> bool:
    """Says whether the clause around a form tells of a filing still to come."""
    return _FUTURE.search(text, max(before, start - _BEFORE), start) is not None or (
        _FUTURE.search(text, end, min(after, end + _BEFORE)) is not None
    )


def _points(document: Document, start: int) -> bool:
    """Says whether readers are sent to the form at `start` for the risks."""
    zone = document.zone_at(start)
    if zone in ("fls", "legend"):
        # A merger's or an offer's legend names reports for other reasons: who the directors are.
        return zone == "fls"
    sentence = document.sentence_at(start)
    since = document.sentence_at(sentence.start - 2).start if sentence.start > 1 else 0
    block = document.block_at(start)
    since = max(since, start - _REACH, block.start if block else 0)
    text = document.view.text
    if _RISKS.search(text, since, start) is not None:
        return True
    return _RISKS_AFTER.search(text, start, min(sentence.end, start + _REACH)) is not None


def _owner(text: str, since: int, start: int, issuer: str) -> str:
    """Returns the other company that owns the report at `start`, by the nearest possessive before it."""
    found = list(_POSSESSOR.finditer(text, since, start))
    for match in reversed(found):
        if match.group("many"):
            return str(match.group())
        if match.group("own"):
            return ""
        name = match.group("name")
        if name:
            return "" if _generic(name) or (_same(name, issuer) and not _PARTY.fullmatch(name)) else name
        # "its" belongs to a party that was named before it, or to the possessive before that.
        party = _PARTY.search(text, since, match.start())
        if party:
            return str(party.group())
    return ""


def _generic(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].rstrip(".").lower() in _SELF or name == "The"


def _same(name: str, issuer: str) -> bool:
    """Says whether a possessive names the issuer: by its first word (or one misspelt), or its initials."""
    mine = issuer.casefold().split()
    if not mine:
        return True  # nothing is known of the issuer: the report is taken for its own
    # A sentence's first word ("In Ardenta's …") has a capital too.
    for word in name.casefold().split():
        if word in (mine[0], "".join(part[0] for part in mine)):
            return True
        if len(word) == len(mine[0]) > 5 and sum(a != b for a, b in zip(word, mine[0], strict=True)) <= 2:
            return True
    return False
