"""People: where one is introduced, and where one is named again by surname.

An introduction is a full name with a qualification ("Ana Lund, M.D."), with
a role before or after it ("Ana Lund, chief medical officer of"), as the
speaker of a quotation, or in a contact block. A later mention is a surname
after an honorific ("Dr. Lund's"), as a speaker, or a surname that was
introduced, with a possessive ending; or an introduced given name with a
surname that is nearly the introduced one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.listed import entries, item_set
from prlint.text.names import FUNCTION_WORDS
from prlint.text.near import near, plain, transposed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import regex

    from prlint.document import Document

NEEDS = ("company",)
FIELDS = {
    "given": "the given name, empty in a mention by surname",
    "formal": "the given names that the printed one can stand for: James of Jim; itself where it is no short form",
    "middle": "middle names or initials",
    "surname": "the surname with its particles; of a mention, what stands for it",
    "suffix": "Jr., Sr., II, III",
    "credentials": "qualifications without full stops, such as MD, PhD",
    "role": "the role as printed, or empty",
    "offices": "the single offices in it: CEO, CFO, president …",
    "honorific": "Dr., Mr., Ms. …, or empty",
    "slot": "introduction, contact, honorific, speaker, possessive, subject (opens a sentence, near an introduced one), full (given name and a surname near an introduced one), given (a given name near an introduced one before its surname)",
    "beside": "of a mention in the slot given, the introduced given name; else empty",
}
TRACKED = (Tracked("person", "title", "role", "surname", "person"),)

_HONORIFIC = r"(?:Dr|Mr|Ms|Mrs|Mx|Prof|Professor|Doctor|Sir|Dame|Sen|Rep|Gov|Hon|Rev)"
#: A capital inside belongs to a prefix (McKay, DeLuca, O'Neil); any other one begins a word that was glued on.
_PREFIX = r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|St|\p{Lu}')"
_LONG = rf"{_PREFIX}?\p{{Lu}}[\p{{Ll}}\p{{M}}]++(?:-\p{{Lu}}?[\p{{Ll}}\p{{M}}]++|'(?!s\b)[\p{{L}}\p{{M}}]++)*+"
_END = r"(?:(?![\p{L}\p{M}\p{N}@])|(?=E-?[Mm]ail|Phone|Tel\b|Mobile|Cell))"
_SMALL = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|al|el|bin|ben|ibn|af|av) )"
_SURNAME = rf"{_SMALL}{{0,3}}(?:{_LONG})"
#: Given name, up to three further names or initials, surname.
_FULL = (
    rf"(?P<given>(?:{_LONG})|\p{{Lu}}\.(?:[ ]?\p{{Lu}}\.)*)(?P<middle>(?: (?:\p{{Lu}}\.(?:[ ]?\p{{Lu}}\.)*|(?:{_LONG}))){{0,2}}?)"
    rf" (?P<surname>{_SURNAME}(?: (?:{_LONG}))?)(?P<suffix>,? (?:Jr\.?|Sr\.?|II|III|IV)(?![\p{{L}}]))?"
)
_BEFORE = r"(?<![\p{L}\p{M}\p{N}.'@/_-])"
_PERSON = pattern(rf"{_BEFORE}(?:(?P<honorific>{_HONORIFIC})\.?[ ]?)?{_FULL}{_END}")
_MENTION = pattern(rf"{_BEFORE}(?P<honorific>{_HONORIFIC})\.?[ ]?(?P<surname>{_SURNAME}(?: (?:{_LONG}))?){_END}")
_DEGREE = pattern(r"(?P<degree>\p{Lu}[\p{L}.]{0,9}(?:-\p{Lu}{1,2})?\.?)(?![\p{L}])")
_SPEECH = r"(?:said|says|stated|states|commented|comments|added|adds|noted|notes|explained|explains|remarked|continued|concluded|observed|emphasized|shared)"
_SPEECH_BEFORE = pattern(rf"\b(?:{_SPEECH}|according to|by) $", "i")
_SPEECH_AFTER = pattern(rf",? (?:also |further )?{_SPEECH}\b")
#: From behind closing quotation marks, or from "ccording".
_SPEAKER = pattern(rf"(?:[ ]?\s?{_SPEECH}|ccording to) (?P<surname>{_LONG})(?=[.,:]| (?:in|at|during)\b|$)", "m")
#: A surname that opens a sentence, and what people do.
_SUBJECT = pattern(
    rf"(?:^|[.!?]['\")]* )(?P<surname>{_LONG})(?= (?:brings|brought|has|had|was|is|joined|joins|served|serves|holds|held|came|comes|will|earned|received|began|succeeds"
    r"|succeeded|replaces|replaced|previously|most recently|also|spent|led|leads|worked|started|became|graduated|oversaw|oversees|said|added|noted)\b)",
    "m",
)
_SURNAME_ALONE = pattern(_LONG)
#: What follows a given name that was introduced: middle initials, and the surname.
_AGAIN = pattern(rf"(?: \p{{Lu}}\.)* (?P<surname>{_SURNAME}){_END}")
#: An office with its field before a name: "director of research Ana Lund".
_FIELD_BEFORE = pattern(r"(?:^|[ ,])(?P<word>\p{L}+) (?:of|for)(?: \p{Ll}[\p{Ll}-]*){1,4},? $")
_ROLE_START = pattern(
    r"(?:,| –| —|\s?\(|;)?\s?(?:(?:the|an?|its|our|who is|who serves as|[\p{Lu}][\p{L}\p{N}.&-]*(?: \p{Lu}[\p{L}\p{N}.&-]*){0,3}'s?) )?(?P<word>[\p{L}-]+)"
)
#: "Ana Lund, Ardenta Chief Executive Officer": the company stands in front of the office, without a possessive.
_COMPANY_OFFICE = pattern(
    r", (?:\p{Lu}[\p{L}\p{N}&-]* ){1,3}?(?:President (?:and|&) )?(?:Chief \p{Lu}\p{L}+ Officer|CEO|CFO|COO|CMO|CSO|CTO|CBO|CCO)\b"
)
_ROLE_TEXT = pattern(
    r"(?:,| –| —|\s?\(|;)?\s?(?P<role>[^\n.;()\"]{2,100}?)(?= (?:of|at|for|in|to|said|stated|commented|added|noted|will|and (?:the|lead))\b|[.;()\"\n]|, (?!(?:\p{Lu}|and|vice|chief|senior)\S*)|$)"
)
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
#: The same before a surname alone: "Attorney General Lund".
_TITLED = pattern(
    rf"(?:General|Governor|Mayor|Senator|Congress(?:man|woman)|Commissioner|Secretary|Judge|Justice|Sheriff|Chancellor|Coach) (?P<surname>{_LONG})(?! \p{{Lu}}){_END}"
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
#: Letters of a given name that a letter inside is no name of its own beside.
_GIVEN = 5
_TITLES = frozenset("Dr Mr Ms Mrs Mx Prof Professor Doctor Sir Dame Sen Rep Gov Hon Rev".split())


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each introduction and for each mention by surname; its span ends with the name."""
    reader = _Reader(document, claims.get("company", ()), lists)
    introduced = _settled(list(reader.introductions()))
    yield from introduced
    yield from reader.mentions(introduced)


def _settled(introduced: list[Claim]) -> list[Claim]:
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


def _offices_of(claim: Claim) -> frozenset[str]:
    """Returns the offices that an introduction names, or that it names none."""
    offices = claim.get("offices")
    return frozenset(map(str, offices)) if isinstance(offices, tuple) and offices else frozenset(("",))


class _Reader:
    def __init__(self, document: Document, companies: tuple[Claim, ...], lists: Mapping[str, Any]) -> None:
        self.document = document
        self.text = document.view.text
        self.companies = [
            (claim.start, claim.end)
            for claim in companies
            if claim.get("slot") not in ("dateline", "body") or " " in claim.string("name")
        ]
        self.company_words = {word for claim in companies for word in claim.string("name").split()}
        self.degrees = item_set(lists, "credentials")
        self.everyday = item_set(lists, "everyday-words")
        self.heads = item_set(lists, "organisation-heads")
        self.role_words = item_set(lists, "name-roles", "words")
        self.nicknames = entries(lists, "nicknames")
        self.offices = {
            form.lower(): office
            for office, forms in dict(entries(lists, "name-roles", "offices") or {}).items()
            for form in forms
        }
        self.forms = tuple(self.offices)
        #: Where the last of people in a list ends, who have no office each.
        self.listed = -1

    def introductions(self) -> Iterator[Claim]:
        text = self.text
        at = 0
        while True:
            match = _PERSON.search(text, at)
            if match is None:
                return
            claim, at = self._introduction(match)
            if claim is not None:
                yield claim

    def _introduction(self, match: regex.Match[str]) -> tuple[Claim | None, int]:
        """Returns the introduction that a full name makes, if it is one, and where to go on."""
        text = self.text
        step = match.start("given") + len(match.group("given"))
        given, surname = match.group("given"), match.group("surname")
        words = [given, *match.group("middle").split(), *surname.split()]
        if (
            any(word in FUNCTION_WORDS or word.lower() in self.role_words or word in self.degrees for word in words)
            or given in _NO_GIVEN
        ):
            return None, step
        if words[-1] in _NO_SURNAME or words[-1] in self.heads or any(word in _TITLES for word in words):
            return None, step
        if any(
            start < match.end("surname") and match.start("given") < end for start, end in self._companies_near(match)
        ):
            return None, step
        end = match.end()
        degrees, after = self._credentials(end)
        honorific = match.group("honorific") or ""
        zone = self.document.zone_at(match.start())
        # A heading capitalises every word, and a company's words are everyday words.
        plainly = not degrees and not honorific
        if plainly and (zone in ("headline", "subhead") or given in self.everyday):
            return None, step
        role = self._role(after)
        # "Ana Lund, CEO, Bo Berg, CFO": an office between two names belongs to the first.
        before = "" if role else self._role_before(match.start())
        if plainly and words[-1] in self.everyday and not self._offices(f"{before} {role}"):
            return None, step
        block = self.document.block_at(match.start())
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
            if not spoken and not listed and not self._career(match):
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
                    "formal": tuple(group[0] for group in self.nicknames if given in group) or (given,),
                    "middle": match.group("middle").strip(),
                    "surname": surname,
                    "suffix": (match.group("suffix") or "").strip(" ,"),
                    "credentials": degrees,
                    "role": role or before,
                    "offices": self._offices(f"{before} {role}"),
                    "honorific": honorific,
                    "slot": slot,
                    "beside": "",
                },
            ),
            after,
        )

    def _career(self, match: regex.Match[str]) -> bool:
        """Says whether the words around a full name are said of people: an appointment, a title, a list of such names."""
        text, start, end = self.text, match.start(), match.end()
        before = max(0, start - 32)
        known = (
            _CAREER_BEFORE.search(text, before, start)
            or (self.listed >= 0 and text[self.listed : start] in _LISTED)
            or _TITLE_BEFORE.search(text, before, start)
            or _CAREER_AFTER.match(text, end)
        )
        if known:
            self.listed = end
        return bool(known)

    def _companies_near(self, match: regex.Match[str]) -> list[tuple[int, int]]:
        from bisect import bisect_left

        i = bisect_left(self.companies, (max(0, match.start() - 120), 0))
        found = []
        while i < len(self.companies) and self.companies[i][0] < match.end():
            found.append(self.companies[i])
            i += 1
        return found

    def _credentials(self, at: int) -> tuple[tuple[str, ...], int]:
        """Returns the qualifications that follow a name, and where they end."""
        found: list[str] = []
        while True:
            gap = 2 if self.text.startswith(", ", at) else 1 if self.text.startswith((",", " "), at) else 0
            match = _DEGREE.match(self.text, at + gap) if gap else None
            degree = match.group("degree").replace(".", "") if match else ""
            if match is None or degree not in self.degrees:
                return tuple(found), at
            found.append(degree)
            end = match.end("degree")
            # The full stop of "M.D." belongs to it, the one that ends the sentence does not.
            if self.text[end - 1] == "." and "." not in match.group("degree")[:-1]:
                end -= 1
            at = end

    def _role(self, at: int) -> str:
        """Returns the role that follows a name, without the body that it is held in."""
        if not self.text.startswith((",", " –", " —", " (", ";", " "), at):
            return ""
        match = _ROLE_START.match(self.text, at)
        if match is None:
            return ""
        named = _COMPANY_OFFICE.match(self.text, at)
        if named is not None:
            role = _ROLE_TEXT.match(self.text, at)
            return str(role.group("role") if role else named.group()[2:]).strip()
        word = match.group("word").lower()
        if word not in self.role_words or (
            self.text.startswith(" ", at)
            and not self.text.startswith((" –", " —", " ("), at)
            and match.group("word")[0].islower()
        ):
            return ""
        role = _ROLE_TEXT.match(self.text, at)
        return str(role.group("role").strip() if role else match.group("word"))

    def _role_before(self, at: int) -> str:
        """Returns the office in front of a name: "CEO Ana Lund", "Chief Financial Officer, Ana Lund"."""
        lead = self.text[max(0, at - 40) : at].rstrip(" ,").lower()
        for form in self.offices if lead.endswith(self.forms) else ():
            if lead.endswith(form) and not lead[: -len(form)][-1:].isalpha():
                return str(form)
        if not any(self.text.find(of, max(0, at - 60), at) >= 0 for of in (" of ", " for ")):
            return ""
        field = _FIELD_BEFORE.search(self.text, max(0, at - 60), at)
        return field.group().strip(" ,") if field and field.group("word").lower() in self.role_words else ""

    def _offices(self, role: str) -> tuple[str, ...]:
        low = " " + " ".join("".join(c if c.isalnum() or c == "-" else " " for c in role.lower()).split()) + " "
        return tuple(
            sorted(
                {office for form, office in self.offices.items() if f" {form} " in low and f" vice {form} " not in low}
            )
        )

    def _speakers(self) -> Iterator[regex.Match[str]]:
        """Yields where a surname stands beside speech, with or without a name before."""
        text = self.text
        for opening in ('"', "ccording to "):
            at = text.find(opening)
            while at >= 0:
                start = at + 1 if opening == '"' else at
                spoken = at and text[at - 1] in (",.!?" if opening == '"' else "Aa")
                match = _SPEAKER.match(text, start) if spoken else None
                if match is not None:
                    yield match
                at = text.find(opening, at + 1)

    def mentions(self, introduced: list[Claim]) -> Iterator[Claim]:
        text = self.text
        taken = {claim.start for claim in introduced}
        spans = [(claim.start, claim.end) for claim in introduced]
        for match in _MENTION.finditer(text):
            if match.start() in taken or any(start <= match.start() < end for start, end in spans):
                continue
            surname = match.group("surname")
            words = surname.split()
            if words[0] in FUNCTION_WORDS or words[0].lower() in self.role_words:
                continue
            # "Dr. Lund Joins": the second word is not the name's unless it was introduced with it.
            if (
                len(words) > 1
                and words[-1][0].isupper()
                and not any(surname.endswith(claim.string("surname")) for claim in introduced)
            ):
                surname = " ".join(words[:-1]) if words[-2][0].isupper() else surname
            taken.add(match.start("surname"))
            yield self._mention(match.start(), match.start("surname"), surname, match.group("honorific"), "honorific")
        yield from self._again(introduced, spans, taken)
        yield from self._given(introduced)
        surnames = {word for claim in introduced for word in claim.string("surname").split() if word[0].isupper()}
        if not surnames:
            return
        for match in self._speakers():
            word = match.group("surname")
            if (
                word in FUNCTION_WORDS
                or word in _TITLES
                or word in self.company_words
                or match.start("surname") in taken
            ):
                continue
            if any(start <= match.start("surname") < end for start, end in spans):
                continue
            taken.add(match.start("surname"))
            yield self._mention(match.start("surname"), match.start("surname"), word, "", "speaker")
        yield from self._subjects(introduced, spans, taken)
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
                or word in self.company_words
                or word in self.everyday
            ):
                continue
            if any(first <= start < last for first, last in spans):
                continue
            if word in surnames or any(
                len(word) >= 5 and plain(word)[:1] == plain(other)[:1] and near(word, other) for other in surnames
            ):
                yield self._mention(start, start, word, "", "possessive")

    def _again(self, introduced: list[Claim], spans: list[tuple[int, int]], taken: set[int]) -> Iterator[Claim]:
        """Yields the surnames that follow an introduced given name and are a slip away from the introduced surname."""
        text = self.text
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
                            or (len(surname) == 4 and self.document.zone_at(at) in ("headline", "subhead"))
                        )
                    ):
                        taken.add(start)
                        yield self._mention(start, start, surname, "", "full")
                at = text.find(given + " ", at + len(given))

    def _given(self, introduced: list[Claim]) -> Iterator[Claim]:
        """Yields given names that a letter inside sets apart from the one introduced with the same surname: Micheal Rosen."""
        text = self.text
        told: set[tuple[str, str, str]] = set()
        for claim in introduced:
            given, surname, offices = claim.string("given"), claim.string("surname"), _offices_of(claim)
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
                    and not any(word in group and given in group for group in self.nicknames)
                    # Two of one family are introduced each with an office of their own.
                    and not any(
                        one.string("given") == word
                        and one.string("surname") == surname
                        and not (offices & _offices_of(one))
                        for one in introduced
                    )
                    and not self._side_by_side(word, given, surname)
                ):
                    told.add((word, given, surname))
                    made = self._mention(start, start, word, "", "given")
                    yield made._replace(fields={**made.fields, "given": word, "surname": "", "beside": given})

    def _side_by_side(self, one: str, other: str, surname: str) -> bool:
        """Says whether a sentence names both: "Kiran Rosen succeeds Kieran Rosen" tells of two people."""
        text = self.text
        at = text.find(f"{one} {surname}")
        while at >= 0:
            start, end = self.document.sentence_at(at)
            if text.find(other, start, end) >= 0 and text.count(surname, start, end) > 1:
                return True
            at = text.find(f"{one} {surname}", end)
        return False

    def _subjects(self, introduced: list[Claim], spans: list[tuple[int, int]], taken: set[int]) -> Iterator[Claim]:
        """Yields what opens a sentence, does what people do, and is a slip away from an introduced surname."""
        text = self.text
        known = {word for claim in introduced for word in (claim.string("given"), *claim.string("surname").split())}
        surnames = {plain(claim.string("surname").split()[-1]) for claim in introduced}
        titled = _TITLED.finditer(text) if surnames else ()
        for match in (*_SUBJECT.finditer(text), *titled):
            word, start = match.group("surname"), match.start("surname")
            if start in taken or word in known or word in FUNCTION_WORDS or word in self.everyday:
                continue
            if word in self.company_words or any(first <= start < last for first, last in spans):
                continue
            folded = plain(word)
            if any(
                near(folded, other, most=1) and folded[0] == other[0] and (len(folded) > 4 or folded[-1] == other[-1])
                for other in surnames
                if len(other) >= 4
            ):
                taken.add(start)
                yield self._mention(start, start, word, "", "subject")

    def _mention(self, start: int, name: int, surname: str, honorific: str, slot: str) -> Claim:
        end = name + len(surname)
        return Claim(
            "person",
            start,
            end,
            self.text[start:end],
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
