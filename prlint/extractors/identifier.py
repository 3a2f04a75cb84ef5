"""Numbers that name a security, a trial or a registration, each with what is wrong with its form.

ISIN and CUSIP carry a check digit (ISO 6166; the CUSIP of ASC X9.6), so one wrong digit is certain. The others have
a form alone: EudraCT `2019-001234-56`, EU CT `2023-501234-12-00`, an SEC registration file number `333-123456`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern
from prlint.text.search import likely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "scheme": "ISIN, CUSIP, EudraCT, EU CT, SEC file",
    "code": "the number, without blanks",
    "formed": "whether it has the form of its scheme, and its check digit is right",
    "fault": "what is wrong with it, in words; else empty",
}

#: Literals without which no scheme is named.
_NAMED = ("isin", "cusip", "eudract", "eu ct", "euct", "eu-ct", "333-", "333–")
_ISIN = pattern(
    r"\bISIN(?:s|\b)(?: ?(?:code|number|no\.?|is|#))?[ :)(]{1,3}(?P<code>[A-Z]{2} ?[A-Z0-9]{3,12}(?: ?\d{1,4})?)(?![\w-])"
)
_CUSIP = pattern(
    r"\bCUSIP(?:s|\b)(?: ?(?:code|number|no\.?|is|#))?[ :)(]{1,3}(?P<code>\d[A-Z0-9]{4,9}(?: [A-Z0-9]{2,3})?(?: \d)?)(?![\w-])"
)
_EUDRACT = pattern(
    r"\bEudraCT(?: (?:number|no\.?|code|identifier|ID))?(?: is)?[ :#)(]{1,3}(?P<code>\d{3,5}-\d{3,8}(?:-\d{1,3})*)(?![\w-])",
    "i",
)
_EUCT = pattern(
    r"\bEU ?-?CT(?:IS)?(?: (?:number|no\.?|trial|identifier|ID)){0,2}(?: is)?[ :#)(]{1,3}(?P<code>\d{3,5}-\d{3,8}(?:-\d{1,3})*)(?![\w-])"
)
_FILE = pattern(r"\b[Ff]ile (?:[Nn]os?\.?|[Nn]umbers?)[ :#]{1,3}(?P<code>333[-–]\d{1,9})(?![\w-])")
_EUDRACT_FORM = pattern(r"20(?:0[4-9]|1\d|2[0-3])-\d{6}-\d{2}")
_EUCT_FORM = pattern(r"20\d\d-5\d{5}-\d{2}(?:-\d{2})?")
_FILE_FORM = pattern(r"333-\d{4,6}")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each number that its scheme's name stands before; its span is the number."""
    if not likely(document, _NAMED):
        return
    text = document.view.text
    for match in _ISIN.finditer(text):
        code = match.group("code").replace(" ", "")
        # Words in capitals may follow the name of the scheme ("ISIN CODE").
        if any(c.isdigit() for c in code):
            fault = "" if _isin(code) else _length(code, 12) or "its check digit does not fit"
            yield _claim(text, match.start("code"), match.end("code"), "ISIN", code, fault)
    for match in _CUSIP.finditer(text):
        code = match.group("code").replace(" ", "")
        fault = "" if _cusip(code) else _length(code, 9) or "its check digit does not fit"
        yield _claim(text, match.start("code"), match.end("code"), "CUSIP", code, fault)
    for scheme, each, form, said in (
        ("EudraCT", _EUDRACT, _EUDRACT_FORM, "the form is 2019-001234-56"),
        ("EU CT", _EUCT, _EUCT_FORM, "the form is 2023-501234-12-00"),
        ("SEC file", _FILE, _FILE_FORM, "the form is 333-123456"),
    ):
        for match in each.finditer(text):
            code = match.group("code").replace("–", "-")
            fault = "" if form.fullmatch(code) else said
            # Trials of before 2023 keep their EudraCT number under the new name.
            if scheme == "EU CT" and _EUDRACT_FORM.fullmatch(code):
                fault = ""
            yield _claim(text, match.start("code"), match.end("code"), scheme, code, fault)


def _length(code: str, right: int) -> str:
    return "" if len(code) == right else f"it has {len(code)} places, not {right}"


def _isin(code: str) -> bool:
    """Says whether an ISIN's check digit fits: letters as two digits, then every second digit from the right doubled."""
    if len(code) != 12 or not code[:2].isalpha() or not code[-1].isdigit():
        return False
    digits = "".join(str(int(c, 36)) for c in code)
    total = 0
    for i, c in enumerate(reversed(digits)):
        value = int(c) * (2 if i % 2 else 1)
        total += value // 10 + value % 10
    return total % 10 == 0


def _cusip(code: str) -> bool:
    """Says whether a CUSIP's check digit fits: letters count from 10, every second place doubled, digits summed."""
    if len(code) != 9 or not code[-1].isdigit():
        return False
    total = 0
    for i, c in enumerate(code[:8]):
        value = int(c, 36) * (2 if i % 2 else 1)
        total += value // 10 + value % 10
    return (10 - total % 10) % 10 == int(code[-1])


def _claim(text: str, start: int, end: int, scheme: str, code: str, fault: str) -> Claim:
    return Claim(
        "identifier",
        start,
        end,
        text[start:end],
        {"scheme": scheme, "code": code, "formed": not fault, "fault": fault},
    )
