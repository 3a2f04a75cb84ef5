"""Telephone numbers, each with what is wrong with its form.

Only a number of the North American plan can be judged by its form: an area code and an exchange of three digits
each, neither beginning with 0 or 1, and four digits. Any other number is read when a plus or a label stands before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "digits": "the digits, without a leading 1 of the North American plan",
    "plan": "NANP, international or other",
    "label": "what stands before it, in lower case: tel, fax, toll-free …; empty without one",
    "extension": "the extension's digits, else empty",
    "formed": "whether its form is that of a number that can be dialled",
    "fault": "what is wrong with its form, in words; else empty",
}
TRACKED = (Tracked("contact", "telephone", "digits"),)

#: Three groups of digits, the last of three to five; a group that a dash or digit touches is a code or a range. Words
#: may touch it where lines were joined: an address or a word before it, an address or a capitalised word after it.
_NUMBER = pattern(
    r"(?:(?<![\w$€£#/.,:=-])|(?<=[\p{L}.])(?=\(\d)|(?<=\p{L}\.(?:com|org|net)|\p{Ll}{3})(?=\d{3}[.-]\d{3}[.-]\d{4}))(?<!\d[ -])(?:(?P<plus>\+)(?P<country>\d{1,3})[ .-]?|(?P<one>1)[ .-]{0,2})?"
    r"(?:\((?P<area>\d{3})\)[ .-]{0,3}|(?P<area>\d{3})[ .-]{1,3})(?P<exchange>\d{3})(?P<dash>[ .-]{1,3})(?P<line>\d{3,5})"
    r"(?![\d_%]|\p{L}(?!(?<=\p{Lu})\p{Ll}|[\w.-]{2,40}@)|[-.,/]\d| ?[-–] ?\d| \d{2,})"
)
#: What every such number holds; far cheaper to find than the whole.
_CORE = pattern(r"\d{3}\)?[ .-]{1,3}\d{3}[ .-]{1,3}\d{3,5}(?!\d)")
_PLUS = pattern(r"(?<![\w.+])\+(?P<country>(?!1[ .(-])\d{1,3})(?:[ .-]?\(?\d{1,5}\)?){2,5}(?![\w/-])")
_LABEL = pattern(
    r"(?P<label>\b(?:telephone|tel|phone|mobile|cell|fax|office|direct|main|toll[- ]free|international|domestic|dial(?:ing|[- ]in)?|call(?:ing)?|contact|hotline|ph|tf|t|p|f|m|o)\b(?: or (?:by )?[\w ]{2,20}(?= at ))?"
    r"|@[\w.-]+|\b[\w.-]+\.(?:com|org)|(?<=\p{L})\))[ .:#–-]{0,4}(?:us |at |for (?:the )?[\w ]{1,24}:? ?|number:? ?|in:? ?|\([\w. -]{1,20}\):? ?)?$",
    "i",
)
_CODE = pattern(
    r"\b(?:ids?|passcode|pass code|access code|pin|code|conference|isbn|doi|ein|no|number of|serial|cusip|patent|nct|account|ref(?:erence)?)\b[ .:#()-]{0,4}$",
    "i",
)
_MAIL = pattern(r" ?[\w.+-]{2,40}@")
_EXTENSION = pattern(r",? ?(?:x|ext\.?|extension) ?(?P<digits>\d{1,6})\b", "i")
#: Code points that may stand before the area code: a plus, the country code, blanks, a bracket.
_LONGEST_LEAD = 9
#: Code points after it that show whether an address was joined to it.
_LONGEST_TAIL = 42
#: Code points before a number that its label may stand in.
_REACH = 40


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each number; its span holds the number alone."""
    text = document.view.text
    abroad = 0
    for match in _PLUS.finditer(text) if "+" in text else ():
        digits = "".join(c for c in match.group() if c.isdigit())
        if 8 <= len(digits) <= 15:
            abroad += 1
            yield _claim(document, match.start(), match.end(), digits, "international", "")
    done = 0
    for hit in _CORE.finditer(text):
        match = _NUMBER.search(text, max(done, hit.start() - _LONGEST_LEAD), min(len(text), hit.end() + _LONGEST_TAIL))
        if match is None or match.start() < done:
            continue
        start, done = match.span()
        end = done
        before = text[max(0, start - _REACH) : start]
        if match.group("plus") and match.group("country") != "1":
            continue
        if _CODE.search(before):
            continue
        area, exchange, line = match.group("area"), match.group("exchange"), match.group("line")
        labelled = _LABEL.search(before) is not None
        contact = document.zone_at(start) == "contacts" or _MAIL.match(text, end) is not None
        # Blanks alone part the groups of many things; with nothing that says telephone it may be a row of figures.
        spoken = labelled or contact or bool(match.group("plus") or match.group("one"))
        if match.group("dash").strip() == "" and not spoken:
            continue
        dotted = "." in text[start:end] and "(" not in text[start:end]
        if dotted and not spoken:
            continue
        fault = ""
        if len(line) != 4:
            # Other countries have groups of three; only what is written the American way can be a digit short.
            american = match.group("dash").strip() == "-"
            # Some countries' free numbers begin with 1 and have a digit less ("1-809-555-010").
            if match.group("one") and area[0] in "78":
                continue
            if abroad or not (spoken and american):
                continue
            fault = "the last group has a digit too few" if len(line) < 4 else "the last group has a digit too many"
        elif area[0] in "01" or exchange[0] in "01":
            if abroad or not spoken:
                continue
            fault = "no area code begins with 0 or 1" if area[0] in "01" else "no exchange begins with 0 or 1"
        yield _claim(document, start, end, area + exchange + line, "NANP", fault)


def _claim(document: Document, start: int, end: int, digits: str, plan: str, fault: str) -> Claim:
    text = document.view.text
    label = _LABEL.search(text, max(0, start - _REACH), start)
    extension = _EXTENSION.match(text, end)
    word = label.group("label").lower() if label else ""
    return Claim(
        "phone",
        start,
        end,
        text[start:end],
        {
            "digits": digits,
            "plan": plan,
            "label": word if word[:1].isalpha() and "." not in word else "",
            "extension": extension.group("digits") if extension else "",
            "formed": not fault,
            "fault": fault,
        },
    )
