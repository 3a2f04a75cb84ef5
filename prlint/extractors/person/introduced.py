"""Where people are introduced: a full name, and what shows that it is a person's."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.extractors.person.forms import BEFORE, END, FULL, HONORIFIC, SPEECH, TITLES
from prlint.extractors.person.offices import credentials, offices, role_after, role_before
from prlint.text.names import FUNCTION_WORDS
from prlint.text.near import near
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from prlint.extractors.person.scene import Scene

_PERSON = pattern(rf"{BEFORE}(?:(?P<honorific>{HONORIFIC})\.?[ ]?)?{FULL}{END}")
_SPEECH_BEFORE = pattern(rf"\b(?:{SPEECH}|according to|by) $", "i")
_SPEECH_AFTER = pattern(rf",? (?:also |further )?{SPEECH}\b")
#: What is said of people when they come, go and rise: behind the name, and in front of it.
_CAREER_AFTER = pattern(
    r",? (?:\d{2}, )?(?:(?:is|was|has been|have been|will be|had been) (?:\p{Ll}+ly )?(?:appointed|named|promoted|elected|retiring|stepping|joining|succeeding"
    r"|leaving|resigning)|(?:has |have )?(?:joins|joined|decided to (?:retire|resign|step)|resigned|retires|retired|stepped down|steps down)|(?:will|to) (?:join|succeed|step down"
    r"|retire|resign|serve as|assume|lead the)|succeeds|who (?:is|was|has|will|serves|served|joined))\b"
)
_CAREER_BEFORE = pattern(
    r"\b(?:appoints?|appointed|appointment of|names|named|promotes|promoted|promotion of|elects|elected|election of|hires|hired|hiring of"
    r"|retirement of|resignation of|thank|welcome|welcomed|(?:directors|nominees|candidates|executives|officers|members|co-founders|founders) ?(?:—|–|--|:| are| include)) ?$"
)
#: An office in front of the name in a government's or a club's release: "Attorney General Ana Lund".
_TITLE_BEFORE = pattern(
    r"\b(?:Attorney General|Inspector General|Surgeon General|Governor|Mayor|Senator|Congress(?:man|woman)|Representative|Commissioner|Secretary|Judge|Justice|Sheriff"
    r"|County Executive|Chancellor|Provost|Dean|Superintendent|Minister|Ambassador|Coach|[Hh]ead coach|U\.S\. Attorney|Special Agent in Charge|Director|Administrator) $"
)
#: In a list of people, between one name and the next.
_LISTED = frozenset((", ", " and ", ", and ", " & "))
_LABEL = pattern(r"(?:(?:[\p{L}/&]+ ){0,3}(?:contacts?|inquiries|enquiries|relations))?\s?[:–-]?\s?", "i")
_CONTACT_GOES_ON = pattern(
    r"[ ,|–-]*(?:\n|$|\+?\(?\d|(?:E-?mail|Phone|Tel|Telephone|Mobile|Cell|Office|T|P|M|E)\b ?[:.]|[\w.+-]+@)", "i"
)
_NO_GIVEN = frozenset(
    "United North South East West New Los San Santa Las Saint Fort Mount Great Chief Vice Executive Senior President Managing General Board".split()
)
_NO_SURNAME = frozenset(
    "Research Report Reports Insights Panel Health Award Awards Treatment Platform Advantage Design University Institute Street Avenue Road Court Drive Team "
    "Committee Council Commission Agency Administration Department Division Development Program Programs Project Study Studies Monitoring Registry Initiative "
    "Board Operations Sales Marketing Services Store Stores Network Center Centers Centre Foundation Association Society Conference Congress Symposium Summit Meeting Fund Endowed".split()
)


def introductions(scene: Scene) -> Iterator[Claim]:
    """Yields a claim for each full name that something beside it shows to be a person's."""
    text = scene.text
    at = 0
    while True:
        match = _PERSON.search(text, at)
        if match is None:
            return
        claim, at = _introduction(scene, match)
        if claim is not None:
            yield claim


def _introduction(scene: Scene, match: regex.Match[str]) -> tuple[Claim | None, int]:
    """Returns the introduction that a full name makes, if it is one, and where to go on."""
    text = scene.text
    step = match.start("given") + len(match.group("given"))
    given, surname = match.group("given"), match.group("surname")
    words = [given, *match.group("middle").split(), *surname.split()]
    if (
        any(word in FUNCTION_WORDS or word.lower() in scene.role_words or word in scene.degrees for word in words)
        or given in _NO_GIVEN
    ):
        return None, step
    if words[-1] in _NO_SURNAME or words[-1] in scene.heads or any(word in TITLES for word in words):
        return None, step
    if any(start < match.end("surname") and match.start("given") < end for start, end in _companies_near(scene, match)):
        return None, step
    end = match.end()
    degrees, after = credentials(scene, end)
    honorific = match.group("honorific") or ""
    zone = scene.document.zone_at(match.start())
    # A heading capitalises every word, and a company's words are everyday words.
    plainly = not degrees and not honorific
    if plainly and (zone in ("headline", "subhead") or given in scene.everyday):
        return None, step
    role = role_after(scene, after)
    # "Ana Lund, CEO, Bo Berg, CFO": an office between two names belongs to the first.
    before = "" if role else role_before(scene, match.start())
    if plainly and words[-1] in scene.everyday and not offices(scene, f"{before} {role}"):
        return None, step
    block = scene.document.block_at(match.start())
    slot = "introduction"
    if not (degrees or role or before or honorific):
        spoken = _SPEECH_BEFORE.search(text, max(0, match.start() - 14), match.start())
        if spoken and spoken.group().strip().lower() == "by":
            spoken = None
        spoken = spoken or _SPEECH_AFTER.match(text, end)
        listed = (
            zone == "contacts"
            and block is not None
            and _LABEL.fullmatch(text, block.start, match.start())
            and _CONTACT_GOES_ON.match(text, end)
        )
        if not spoken and not listed and not _career(scene, match):
            return None, step
    if zone == "contacts":
        slot = "contact"
    return (
        Claim(
            "person",
            match.start(),
            after,
            text[match.start() : after],
            {
                "given": given,
                "formal": tuple(group[0] for group in scene.nicknames if given in group) or (given,),
                "middle": match.group("middle").strip(),
                "surname": surname,
                "suffix": (match.group("suffix") or "").strip(" ,"),
                "credentials": degrees,
                "role": role or before,
                "offices": offices(scene, f"{before} {role}"),
                "honorific": honorific,
                "slot": slot,
                "beside": "",
            },
        ),
        after,
    )


def _career(scene: Scene, match: regex.Match[str]) -> bool:
    """Says whether the words around a full name are said of people: an appointment, a title, a list of such names."""
    text, start, end = scene.text, match.start(), match.end()
    before = max(0, start - 32)
    known = (
        _CAREER_BEFORE.search(text, before, start)
        or (scene.listed >= 0 and text[scene.listed : start] in _LISTED)
        or _TITLE_BEFORE.search(text, before, start)
        or _CAREER_AFTER.match(text, end)
    )
    if known:
        scene.listed = end
    return bool(known)


def _companies_near(scene: Scene, match: regex.Match[str]) -> list[tuple[int, int]]:
    i = bisect_left(scene.companies, (max(0, match.start() - 120), 0))
    found = []
    while i < len(scene.companies) and scene.companies[i][0] < match.end():
        found.append(scene.companies[i])
        i += 1
    return found


def settled(introduced: list[Claim]) -> list[Claim]:
    """Returns the introductions; one by honorific alone is a mention where a fuller one has the same given name and nearly its surname."""
    full = [claim for claim in introduced if claim.get("credentials") or claim.get("role")]
    settled = []
    for claim in introduced:
        surname = claim.string("surname")
        again = not (claim.get("credentials") or claim.get("role")) and any(
            one.string("given") == claim.string("given") and near(surname, one.string("surname"), most=1)
            for one in full
        )
        settled.append(claim._replace(fields={**claim.fields, "slot": "full"}) if again else claim)
    return settled
