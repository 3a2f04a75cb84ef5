"""Where those who were introduced are named again, or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.extractors.person.forms import BEFORE, END, HONORIFIC, LONG, SPEECH, SURNAME, TITLES
from prlint.extractors.person.offices import offices_of
from prlint.text.names import FUNCTION_WORDS
from prlint.text.near import near, plain, transposed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from prlint.extractors.person.scene import Scene

_MENTION = pattern(rf"{BEFORE}(?P<honorific>{HONORIFIC})\.?[ ]?(?P<surname>{SURNAME}(?: (?:{LONG}))?){END}")
#: From behind closing quotation marks, or from "ccording".
_SPEAKER = pattern(rf"(?:[ ]?\s?{SPEECH}|ccording to) (?P<surname>{LONG})(?=[.,:]| (?:in|at|during)\b|$)", "m")
#: A surname that opens a sentence, and what people do.
_SUBJECT = pattern(
    rf"(?:^|[.!?]['\")]* )(?P<surname>{LONG})(?= (?:brings|brought|has|had|was|is|joined|joins|served|serves|holds|held|came|comes|will|earned|received|began|succeeds"
    r"|succeeded|replaces|replaced|previously|most recently|also|spent|led|leads|worked|started|became|graduated|oversaw|oversees|said|added|noted)\b)",
    "m",
)
_SURNAME_ALONE = pattern(LONG)
#: What follows a given name that was introduced: middle initials, and the surname.
_AGAIN = pattern(rf"(?: \p{{Lu}}\.)* (?P<surname>{SURNAME}){END}")
#: The same before a surname alone: "Attorney General Lund".
_TITLED = pattern(
    rf"(?:General|Governor|Mayor|Senator|Congress(?:man|woman)|Commissioner|Secretary|Judge|Justice|Sheriff|Chancellor|Coach) (?P<surname>{LONG})(?! \p{{Lu}}){END}"
)
#: Letters of a given name that a letter inside is no name of its own beside.
_GIVEN = 5


def mentions(scene: Scene, introduced: list[Claim]) -> Iterator[Claim]:
    """Yields a claim for each mention by surname, and for each name that is nearly one of the introduced."""
    text = scene.text
    taken = {claim.start for claim in introduced}
    spans = [(claim.start, claim.end) for claim in introduced]
    for match in _MENTION.finditer(text):
        if match.start() in taken or any(start <= match.start() < end for start, end in spans):
            continue
        surname = match.group("surname")
        words = surname.split()
        if words[0] in FUNCTION_WORDS or words[0].lower() in scene.role_words:
            continue
        # "Dr. Lund Joins": the second word is not the name's unless it was introduced with it.
        if (
            len(words) > 1
            and words[-1][0].isupper()
            and not any(surname.endswith(claim.string("surname")) for claim in introduced)
        ):
            surname = " ".join(words[:-1]) if words[-2][0].isupper() else surname
        taken.add(match.start("surname"))
        yield _mention(scene, match.start(), match.start("surname"), surname, match.group("honorific"), "honorific")
    yield from _again(scene, introduced, spans, taken)
    yield from _given(scene, introduced)
    surnames = {word for claim in introduced for word in claim.string("surname").split() if word[0].isupper()}
    if not surnames:
        return
    for match in _speakers(scene):
        word = match.group("surname")
        if word in FUNCTION_WORDS or word in TITLES or word in scene.company_words or match.start("surname") in taken:
            continue
        if any(start <= match.start("surname") < end for start, end in spans):
            continue
        taken.add(match.start("surname"))
        yield _mention(scene, match.start("surname"), match.start("surname"), word, "", "speaker")
    yield from _subjects(scene, introduced, spans, taken)
    at = text.find("'s")
    while at >= 0:
        start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), text.rfind('"', 0, at)) + 1
        word, end = text[start:at], at
        at = text.find("'s", end + 2)
        if (
            start in taken
            or not _SURNAME_ALONE.fullmatch(word)
            or text[end + 2 : end + 3].isalnum()
            or word in FUNCTION_WORDS
            or word in scene.company_words
            or word in scene.everyday
        ):
            continue
        if any(first <= start < last for first, last in spans):
            continue
        if word in surnames or any(
            len(word) >= 5 and plain(word)[:1] == plain(other)[:1] and near(word, other) for other in surnames
        ):
            yield _mention(scene, start, start, word, "", "possessive")


def _speakers(scene: Scene) -> Iterator[regex.Match[str]]:
    """Yields where a surname stands beside speech, with or without a name before."""
    text = scene.text
    for opening in ('"', "ccording to "):
        at = text.find(opening)
        while at >= 0:
            start = at + 1 if opening == '"' else at
            spoken = at and text[at - 1] in (",.!?" if opening == '"' else "Aa")
            match = _SPEAKER.match(text, start) if spoken else None
            if match is not None:
                yield match
            at = text.find(opening, at + 1)


def _again(scene: Scene, introduced: list[Claim], spans: list[tuple[int, int]], taken: set[int]) -> Iterator[Claim]:
    """Yields the surnames that follow an introduced given name and are a slip away from the introduced surname."""
    text = scene.text
    by_given: dict[str, list[Claim]] = {}
    for claim in introduced:
        if len(claim.string("given")) > 2 and claim.string("given")[1:].isalpha():
            by_given.setdefault(claim.string("given"), []).append(claim)
    known = {claim.string("surname") for claim in introduced}
    for given, claims in by_given.items():
        at = text.find(given + " ")
        while at >= 0:
            match = _AGAIN.match(text, at + len(given))
            start = match.start("surname") if match else at
            whole = match is not None and not text[at - 1 : at].isalnum()
            if match is not None and whole and start not in taken and not any(a <= at < b for a, b in spans):
                surname = match.group("surname")
                same = next((one for one in claims if near(surname, one.string("surname"), most=1)), None)
                # A name of four letters is another name with any letter changed, but not in the release's own headline.
                if (
                    same is not None
                    and surname not in known
                    and (
                        len(surname) > 4
                        or transposed(plain(surname), plain(same.string("surname")))
                        or (len(surname) == 4 and scene.document.zone_at(at) in ("headline", "subhead"))
                    )
                ):
                    taken.add(start)
                    yield _mention(scene, start, start, surname, "", "full")
            at = text.find(given + " ", at + len(given))


def _given(scene: Scene, introduced: list[Claim]) -> Iterator[Claim]:
    """Yields given names that a letter inside sets apart from the one introduced with the same surname: Micheal Rosen."""
    text = scene.text
    told: set[tuple[str, str, str]] = set()
    for claim in introduced:
        given, surname, offices = claim.string("given"), claim.string("surname"), offices_of(claim)
        if len(given) < _GIVEN or not given.isalpha():
            continue
        at = text.find(f" {surname}")
        while at >= 0:
            start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), text.rfind('"', 0, at)) + 1
            word, at = text[start:at], text.find(f" {surname}", at + 1)
            if (
                word != given
                and (given, word, surname) not in told  # where both are introduced, the first one holds
                and word[:1] == given[0]
                and word[-1:] == given[-1]
                and near(plain(word), plain(given), most=1)
                and not any(word in group and given in group for group in scene.nicknames)
                # Two of one family are introduced each with an office of their own.
                and not any(
                    one.string("given") == word and one.string("surname") == surname and not (offices & offices_of(one))
                    for one in introduced
                )
                and not _side_by_side(scene, word, given, surname)
            ):
                told.add((word, given, surname))
                made = _mention(scene, start, start, word, "", "given")
                yield made._replace(fields={**made.fields, "given": word, "surname": "", "beside": given})


def _side_by_side(scene: Scene, one: str, other: str, surname: str) -> bool:
    """Says whether a sentence names both: "Kiran Rosen succeeds Kieran Rosen" tells of two people."""
    text = scene.text
    at = text.find(f"{one} {surname}")
    while at >= 0:
        start, end = scene.document.sentence_at(at)
        if text.find(other, start, end) >= 0 and text.count(surname, start, end) > 1:
            return True
        at = text.find(f"{one} {surname}", end)
    return False


def _subjects(scene: Scene, introduced: list[Claim], spans: list[tuple[int, int]], taken: set[int]) -> Iterator[Claim]:
    """Yields what opens a sentence, does what people do, and is a slip away from an introduced surname."""
    text = scene.text
    known = {word for claim in introduced for word in (claim.string("given"), *claim.string("surname").split())}
    surnames = {plain(claim.string("surname").split()[-1]) for claim in introduced}
    titled = _TITLED.finditer(text) if surnames else ()
    for match in (*_SUBJECT.finditer(text), *titled):
        word, start = match.group("surname"), match.start("surname")
        if start in taken or word in known or word in FUNCTION_WORDS or word in scene.everyday:
            continue
        if word in scene.company_words or any(first <= start < last for first, last in spans):
            continue
        folded = plain(word)
        if any(
            near(folded, other, most=1) and folded[0] == other[0] and (len(folded) > 4 or folded[-1] == other[-1])
            for other in surnames
            if len(other) >= 4
        ):
            taken.add(start)
            yield _mention(scene, start, start, word, "", "subject")


def _mention(scene: Scene, start: int, name: int, surname: str, honorific: str, slot: str) -> Claim:
    end = name + len(surname)
    return Claim(
        "person",
        start,
        end,
        scene.text[start:end],
        {
            "given": "",
            "formal": (),
            "middle": "",
            "surname": surname,
            "suffix": "",
            "credentials": (),
            "role": "",
            "offices": (),
            "honorific": honorific,
            "slot": slot,
            "beside": "",
        },
    )
