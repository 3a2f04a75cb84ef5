"""Names: companies, people, tickers, addresses, places, institutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.accuracy.planting import (
    Page,
    Plant,
    Planter,
    in_body,
    misspelt,
    occurrences,
    sentence,
    shuffled,
    slip,
)

if TYPE_CHECKING:
    from random import Random

_LEGAL = re.compile(
    r"\b([A-Z][A-Za-z-]{4,})((?: [A-Z][A-Za-z&-]*){0,3}),? (Inc\.|Corp\.|Ltd\.|LLC|Corporation|Limited|plc)"
)
_KIN = re.compile(r"\b(?:subsidiar\w+|division|affiliat\w+|parent|owned|owns|controls|former(?:ly)?|merge[rd])\b")
_TICKER = re.compile(r"\((NASDAQ|Nasdaq|NYSE American|NYSE|OTCQB|OTCQX|TSX-?V?|OTC)(?: [A-Z]\w+)*: ?([A-Z]{3,5})\b")
_DOMAIN = re.compile(r"(?<![\w.-])(?:www\.|https?://(?:www\.)?|\w[\w.]*@)([A-Za-z0-9-]{5,})(\.(?:com|org|net|io|co))\b")
_MAILBOX = re.compile(r"\b([a-z]+\.)?([a-z]{5,})@[a-z0-9-]+\.[a-z]+\b")

_GIVEN = ("Maria", "Thomas", "Helena", "Victor", "Priya", "Andrew", "Claudia", "Samuel", "Ingrid", "Robert")
_SURNAMES = (
    "Delgado", "Hartwell", "Lindqvist", "Okonkwo", "Petrosyan", "Bramley", "Castellano", "Whitfield", "Nakamura", "Brandt"
)  # fmt: skip
_ROLES = ("chief operating officer", "director of research", "head of clinical development", "vice president of sales")

_CITIES = (
    "New York|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|Austin|San Francisco|"
    "Seattle|Denver|Boston|Nashville|Portland|Las Vegas|Detroit|Memphis|Baltimore|Milwaukee|Minneapolis|Atlanta|Miami|"
    "Orlando|Tampa|Cleveland|Pittsburgh|Cincinnati|Charlotte|Toronto|Vancouver|Montreal|London|Paris|Berlin|Munich|"
    "Zurich|Vienna|Madrid|Barcelona|Singapore|Hong Kong|Tokyo|Sydney|Melbourne|Jakarta|Taipei|Fremont|Washington"
)
_INSTITUTIONS = (
    "Food and Drug Administration",
    "Securities and Exchange Commission",
    "National Institutes of Health",
    "European Medicines Agency",
    "Centers for Disease Control and Prevention",
    "United States Patent and Trademark Office",
)


def _company(page: Page, random: Random) -> Plant | None:
    names = {match[1] for match in _LEGAL.finditer(page.text) if not match[1].isupper()}
    places = [
        (word, start, end)
        for word in sorted(names)
        if word.lower() not in page.common and len(found := occurrences(page, word)) > 2
        for start, end in found[1:]
        if page.document.zone_at(start) not in ("contacts", "source")
    ]
    return _slip_in_one(page, random, places)


def _slip_in_one(page: Page, random: Random, places: list[tuple[str, int, int]]) -> Plant | None:
    """Plants a slip in one of the words that stand at these places."""
    random.shuffle(places)
    for word, start, end in places:
        wrong = misspelt(page, random, word)
        if wrong:
            return Plant(start, end, wrong)
    return None


def _legal_form(page: Page, random: Random) -> Plant | None:
    """Plants where two other places have the right form, and the sentence tells neither of kin nor of that form.

    Else nothing proves an error: a parent and its subsidiary may bear one name in two forms.
    """
    forms = {"Inc.": "Corp.", "Corp.": "Inc.", "Ltd.": "Inc.", "LLC": "Inc."}
    found = [match for match in _LEGAL.finditer(page.text) if match[3] in forms]
    seen = [match[1] + match[2] + match[3] for match in found]
    for match in shuffled(found[1:], random):
        name = match[1] + match[2] + match[3]
        others = seen.count(match[1] + match[2] + forms[match[3]])
        sentence = page.document.sentence_at(match.start())
        said = page.text[sentence.start : sentence.end]
        if _KIN.search(said) or said.count(match[0]) > 1:
            continue
        if seen.count(name) > 2 and not others and seen.index(name) != found.index(match):
            return Plant(*match.span(3), forms[match[3]], before=match.start(3) - match.start())
    return None


def _person(page: Page, random: Random, honorific: bool) -> Plant | None:
    introduced = re.compile(
        r"\b(?:Dr\. )?([A-Z][a-z]{2,})(?: [A-Z]\.)? ([A-Z][a-z]{3,}),? "
        r"(?:M\.?D\b|Ph\.?D\b|MD\b|PhD\b|[Cc]hief|[Pp]resident|CEO|Chair|[Dd]irector|[Ff]ounder|Vice)"
    )
    how = "transposition"
    for match in shuffled(introduced.finditer(page.text), random):
        given, surname = match[1], match[2]
        before = r"(?:Dr|Mr|Ms|Mrs)\. " if honorific else rf"{given} "
        for later in re.finditer(before + rf"({surname})\b", page.text[match.end() :]):
            wrong = misspelt(page, random, surname, how)
            if wrong:
                start, end = (match.end() + at for at in later.span(1))
                return Plant(start, end, wrong, before=later.start(1) - later.start())
    given, surname, role = random.choice(_GIVEN), random.choice(_SURNAMES), random.choice(_ROLES)
    wrong = slip(surname, random, how)
    if honorific:
        texts = (
            "Dr. {g} {s}, {r}, leads the project. Dr. {x} joined the team in 2019.",
            "The work was led by {g} {s}, Ph.D., {r}. Dr. {x}'s group started it five years ago.",
            "The panel was chaired by Dr. {g} {s}. It was Dr. {x} who proposed the design.",
        )
    else:
        texts = (
            "{g} {s}, {r}, leads the project. {g} {x} joined the team in 2019.",
            "The project is led by {g} {s}, {r}. Before that, {g} {x} worked in Ohio.",
            "The work was presented by {r} {g} {s}. {g} {x} will speak about it again next year.",
        )
    text = random.choice(texts)
    return sentence(
        page,
        random,
        text.format(g=given, s=surname, r=role, x=wrong),
        text.format(g=given, s=surname, r=role, x=surname),
    )


def _surname(page: Page, random: Random) -> Plant | None:
    return _person(page, random, honorific=False)


def _honorific(page: Page, random: Random) -> Plant | None:
    return _person(page, random, honorific=True)


def _ticker(page: Page, random: Random) -> Plant | None:
    found = list(_TICKER.finditer(page.text))
    if not found:
        return None
    exchange, symbol = found[0][1], found[0][2]
    i = random.randrange(1, len(symbol))
    wrong = symbol[:i] + chr((ord(symbol[i]) - 64) % 26 + 65) + symbol[i + 1 :]
    for match in found[1:]:
        if match[2] == symbol:
            return Plant(*match.span(2), wrong, before=match.start(2) - match.start())
    text = random.choice(
        (
            'The company\'s common stock trades on {e} under the symbol "{x}".',
            'Its shares are listed on {e} under the ticker symbol "{x}".',
            "Shares of the company ({e}: {x}) have been listed since 2019.",
        )
    )
    return sentence(page, random, text.format(e=exchange, x=wrong), text.format(e=exchange, x=symbol))


def _domain(page: Page, random: Random) -> Plant | None:
    found = list(_DOMAIN.finditer(page.text))
    labels = [match[1].lower() for match in found]
    for match in shuffled(found, random):
        if labels.count(match[1].lower()) > 1:
            wrong = slip(match[1], random)
            return Plant(*match.span(1), wrong, before=match.start(1) - match.start(), after=len(match[2]))
    if not found:
        return None
    name, end = found[0][1], found[0][2]
    text = random.choice(("For more information, visit www.{x}{e}.", "Details are available at https://{x}{e}."))
    return sentence(page, random, text.format(x=slip(name, random), e=end), text.format(x=name, e=end))


def _mailbox(page: Page, random: Random) -> Plant | None:
    for match in shuffled(_MAILBOX.finditer(page.text), random):
        near = page.text[max(0, match.start() - 200) : match.start()]
        if match[2].title() in near and not match[1]:
            continue  # initial and surname run together: which letters are the surname is not said
        if match[2].title() in near:
            return Plant(*match.span(2), slip(match[2], random, "transposition"), before=len(match[1] or ""))
    domain = next(iter(_DOMAIN.finditer(page.text)), None)
    host = domain[1].lower() + domain[2] if domain else "tessaly.com"
    given, surname = random.choice(_GIVEN), random.choice(_SURNAMES)
    local = random.choice((given[0].lower(), f"{given.lower()}."))
    text = random.choice(
        ("\n\nMedia contact:\n\n{n}\n\n{m}", "\n\nContact: {n}, {m}", "\n\nInvestor Contact:\n\n{n}\n{m}")
    )
    wrong = slip(surname.lower(), random, random.choice(("omission", "transposition", "substitution")))
    end = page.document.blocks[-1].end
    name = f"{given} {surname}"
    right = text.format(n=name, m=f"{local}{surname.lower()}@{host}")
    return Plant(end, end, text.format(n=name, m=f"{local}{wrong}@{host}"), right=right)


def _place(page: Page, random: Random, least: int, most: int) -> Plant | None:
    for match in shuffled(re.finditer(rf"\b(?:{_CITIES})\b", page.text), random):
        found = occurrences(page, match[0])
        zone = page.document.zone_at(match.start())
        if match.span() not in found or zone in ("contacts", "title") or not least <= len(found) <= most:
            continue
        wrong = misspelt(page, random, match[0].split()[-1])
        if wrong:
            return Plant(match.start(), match.end(), " ".join([*match[0].split()[:-1], wrong]))
    return None


def _place_repeated(page: Page, random: Random) -> Plant | None:
    return _place(page, random, 2, 99)


def _place_alone(page: Page, random: Random) -> Plant | None:
    return _place(page, random, 1, 1)


def _institution(page: Page, random: Random) -> Plant | None:
    names = "|".join(_INSTITUTIONS)
    for match in shuffled(re.finditer(names, page.text), random):
        if "quote" not in page.document.zones_at(*match.span()):
            return Plant(*match.span(), _institution_slip(match[0], random))
    name = random.choice(_INSTITUTIONS)
    text = random.choice(("The plan was discussed with the {x}.", "A notice was sent to the {x} in May."))
    return sentence(page, random, text.format(x=_institution_slip(name, random)), text.format(x=name))


def _institution_slip(name: str, random: Random) -> str:
    word = max(name.split(), key=len)
    return name.replace(word, slip(word, random))


def _term(page: Page, random: Random) -> Plant | None:
    places = []
    for word in sorted(set(re.findall(r"\b[A-Z]?[a-z]{7,}\b", page.text))):
        if word.lower() in page.common:
            continue
        found = occurrences(page, word)
        if len(found) > 3:
            places += [(word, start, end) for start, end in found[1:] if in_body(page, start, end)]
    return _slip_in_one(page, random, places)


PLANTERS = (
    Planter("company-letter", True, "a letter slips in one mention of a company", _company),
    Planter("legal-form", True, "one mention of a company has another legal form", _legal_form),
    Planter("surname-transposed", True, "a surname, two letters exchanged, after the same given name", _surname),
    Planter("honorific-surname", True, "Dr. or Ms. before a surname with two letters exchanged", _honorific),
    Planter("ticker-letter", True, "a second mention of the ticker has another letter", _ticker),
    Planter("domain-letter", True, "one of several mentions of a domain is a letter off", _domain),
    Planter("mailbox-name", True, "an e-mail address misspells the contact beside it", _mailbox),
    Planter("place-repeated", True, "a city is misspelt that stands elsewhere in the text", _place_repeated),
    Planter("place-alone", False, "a city is misspelt that is named once", _place_alone),
    Planter("institution", True, "the official name of an institution is misspelt", _institution),
    Planter("term-typo", True, "a term that the release uses four times or more is misspelt once", _term),
)
