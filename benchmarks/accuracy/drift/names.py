"""Names, listings and addresses that differ from those of every earlier release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.accuracy.drift.series import Drift, Drifter, Edit, Series, everywhere, where
from benchmarks.accuracy.planting import MONTHS, misspelt, shuffled, slip

if TYPE_CHECKING:
    from random import Random

_ISSUER = re.compile(
    r"\b([A-Z][A-Za-z-]{4,})(?: [A-Z][A-Za-z&-]*){0,3},? (Inc\.|Corp\.|Ltd\.|LLC|Corporation|Limited|plc)"
)
_PERSON = re.compile(
    r"\b([A-Z][a-z]{2,})(?: [A-Z]\.)? ([A-Z][a-z]{4,}),? (?:the )?(?:\w+(?:'s)? ){0,3}?"
    r"(?:M\.?D\b|Ph\.?D\b|[Cc]hief|[Pp]resident|CEO|Chair|[Dd]irector|[Ff]ounder)"
)
_OFFICE = re.compile(
    r"\b([A-Z][a-z]{2,}(?: [A-Z]\.)? [A-Z][a-z]{3,})(?:, Ph\.?D\.?|, M\.?D\.?)?,? (?:the )?(?:[A-Z]\w+(?:'s)? ){0,2}?"
    r"(Chief Executive Officer|Chief Financial Officer|CEO|CFO)\b"
)
_OTHER = {
    "Chief Executive Officer": "Chief Financial Officer",
    "Chief Financial Officer": "Chief Executive Officer",
    "CEO": "CFO",
    "CFO": "CEO",
}
_TICKER = re.compile(r"\((NASDAQ|Nasdaq|NYSE American|NYSE|OTCQB|OTCQX|TSX-?V?)(?: [A-Z]\w+)*: ?([A-Z]{3,5})\b")
_DOMAIN = re.compile(r"(?<![\w.-])(?:www\.|https?://(?:www\.)?|\w[\w.]*@)([A-Za-z0-9-]{5,})(\.(?:com|org|net|io|co))\b")
_MAILBOX = re.compile(r"(?<![\w.@-])([a-z]{2,}(?:\.[a-z]+)?)@[a-z0-9-]+\.[a-z]+\b")
_PHONE = re.compile(r"(?<![\d.-])(?:\+?1[ .-])?\(?(\d{3})\)?[ .-](\d{3})[ .-](\d{4})(?![\d-])")
_PRODUCT = re.compile(r"\b([A-Z][A-Za-z]*[a-z]{3,}[A-Za-z]*) ?(?:™|®|\(TM\)|\(R\))")
_DATELINE = re.compile(
    rf"([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?), (?:[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?(?:, )?)?(?: ?/? ?)(?:{'|'.join(m[:3] for m in MONTHS)})",
    re.IGNORECASE,
)


def _issuers(series: Series) -> list[str]:
    """Returns the coined words of companies' names that the series has, the most used first."""
    text = series.page.text
    words = {m[1] for m in _ISSUER.finditer(text) if not m[1].isupper() and m[1].lower() not in series.page.common}
    known = [word for word in words if text.count(word) > 2 and series.established(word)]
    return sorted(known, key=lambda word: (-text.count(word), word))


def _issuer(series: Series, random: Random) -> Drift | None:
    for word in _issuers(series)[:1]:
        wrong = misspelt(series.page, random, word)
        if wrong:
            return Drift(
                everywhere(series.page, word, wrong),
                f"The company has changed its corporate name from {word} to {wrong}, effective today.",
            )
    return None


def _legal_form(series: Series, random: Random) -> Drift | None:
    forms = {"Inc.": "Corp.", "Corp.": "Inc.", "Ltd.": "Inc.", "LLC": "Inc.", "Limited": "Inc.", "Corporation": "Inc."}
    for word in _issuers(series)[:1]:
        for match in _ISSUER.finditer(series.page.text):
            if match[1] == word and match[2] in forms and series.established(match[0]):
                wrong = match[0][: -len(match[2])] + forms[match[2]]
                edits = everywhere(series.page, match[0].rstrip("."), wrong.rstrip("."))
                if len(edits) < series.page.text.count(match[0].rstrip(".")):
                    return None  # glued to another word it would stay, and contradict the rest
                return Drift(edits, f"Effective today, the company has changed its name from {match[0]} to {wrong}")
    return None


def _surname(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_PERSON.finditer(series.page.text), random):
        given, surname = match[1], match[2]
        if not series.established(f"{given} {surname}") and not series.established(
            match[0][: match.end(2) - match.start()]
        ):
            continue
        wrong = misspelt(series.page, random, surname)
        if wrong:
            return Drift(
                everywhere(series.page, surname, wrong),
                f"{given} {wrong} joined the company in March as the successor of {given} {surname}, who has retired.",
            )
    return None


def _given(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_PERSON.finditer(series.page.text), random):
        given, surname = match[1], match[2]
        full = f"{given} {surname}"
        # An e-mail address with the name in it would object, whatever the text explains.
        mailbox = re.search(rf"{given}[\w.]*@", series.page.text, re.IGNORECASE)
        if len(given) < 5 or not series.established(full) or mailbox:
            continue
        wrong = misspelt(series.page, random, given)
        if wrong:
            return Drift(
                where(series.page, rf"\b{given}(?= {surname})", wrong),
                f"{wrong} {surname} joined the company in March as the successor of {full}, who has retired.",
            )
    return None


def _title(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_OFFICE.finditer(series.page.text), random):
        name, office = match[1], match[2]
        if sum(any(m[1] == name and m[2] == office for m in _OFFICE.finditer(p.text)) for p in series.pages) < 2:
            continue
        edits = tuple(Edit(*m.span(2), _OTHER[m[2]]) for m in _OFFICE.finditer(series.page.text) if m[1] == name)
        return Drift(edits, f"The board of directors appointed {name} as {_OTHER[office]}, effective this month.")
    return None


def _ticker(series: Series, random: Random) -> Drift | None:
    for match in _TICKER.finditer(series.page.text):
        symbol = match[2]
        if series.established(symbol):
            i = random.randrange(1, len(symbol))
            wrong = symbol[:i] + chr((ord(symbol[i]) - 64) % 26 + 65) + symbol[i + 1 :]
            edits = where(series.page, rf"(?<![A-Za-z0-9]){symbol}(?![A-Za-z0-9])", wrong)
            news = f'The company\'s shares began trading under the new ticker symbol "{wrong}" this week.'
            return Drift(edits, news)
    return None


def _exchange(series: Series, random: Random) -> Drift | None:
    for match in _TICKER.finditer(series.page.text):
        market, symbol = match[1], match[2]
        if not series.established(symbol) or sum(match[0] in page.text for page in series.pages) < 2:
            continue
        other = "NYSE American" if market.upper() in ("NASDAQ", "OTCQB", "OTCQX") else "Nasdaq"
        edits = tuple(Edit(*m.span(1), other) for m in _TICKER.finditer(series.page.text) if m[2] == symbol)
        return Drift(edits, f"The company transferred the listing of its common stock from {market} to {other}.")
    return None


def _domain(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_DOMAIN.finditer(series.page.text), random):
        name, end = match[1], match[2]
        if series.established(name + end):
            wrong = slip(name, random)
            edits = where(series.page, rf"(?<![\w-]){re.escape(name)}(?={re.escape(end)}\b)", wrong)
            return Drift(edits)
    return None


def _mailbox(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_MAILBOX.finditer(series.page.text), random):
        if len(match[1]) > 4 and series.established(match[0]):
            wrong = slip(match[1], random)
            edits = where(series.page, rf"(?<![\w.@-]){re.escape(match[1])}(?=@)", wrong)
            return Drift(edits)
    return None


def _phone(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_PHONE.finditer(series.page.text), random):
        last = match[3]
        places = [i for i in range(3) if last[i] != last[i + 1]]
        if not series.established(match[0]) or not places:
            continue
        i = random.choice(places)
        wrong = last[:i] + last[i + 1] + last[i] + last[i + 2 :]
        new = match[0][: -len(last)] + wrong
        edits = where(series.page, re.escape(match[0]), new)
        return Drift(edits, f"The company has a new telephone number: {new}.")
    return None


def _product(series: Series, random: Random) -> Drift | None:
    for match in shuffled(_PRODUCT.finditer(series.page.text), random):
        name = match[1]
        if len(name) < 6 or not series.established(name) or name in _issuers(series):
            continue
        wrong = misspelt(series.page, random, name)
        if wrong:
            return Drift(
                everywhere(series.page, name, wrong), f"{name} has been renamed {wrong} as part of the new branding."
            )
    return None


def _city(series: Series, random: Random) -> Drift | None:
    match = _DATELINE.search(series.page.text[:3000])
    if (
        match is None
        or series.page.document.zone_at(match.start()) != "dateline"
        or not series.established(match[1])
        or len(match[1]) < 5
    ):
        return None
    wrong = slip(match[1], random)
    upper = wrong.upper() if match[1].isupper() else wrong
    return Drift((Edit(*match.span(1), upper),))


DRIFTERS = (
    Drifter("issuer-name", "the issuer's name is a letter off wherever it stands", _issuer),
    Drifter("issuer-legal-form", "the issuer has another legal form wherever it stands", _legal_form),
    Drifter("surname", "a person's surname is a letter off wherever it stands", _surname),
    Drifter("given-name", "a person's given name is a letter off wherever it stands", _given),
    Drifter("title", "a person has another office wherever it is named", _title),
    Drifter("ticker", "the ticker is a letter off wherever it stands", _ticker),
    Drifter("exchange", "the ticker is listed on another exchange", _exchange),
    Drifter("domain", "a web domain is a letter off wherever it stands", _domain),
    Drifter("mailbox", "an e-mail address is a letter off wherever it stands", _mailbox),
    Drifter("phone", "a telephone number has two digits exchanged", _phone),
    Drifter("product", "a product's name is a letter off wherever it stands", _product),
    Drifter("dateline-city", "the dateline's city is a letter off", _city),
)
