"""Companies: every mention, with the identity slots that it stands in.

A name is found first where a release must name a company: before a ticker,
after the dateline, as the subject of the headline, under "About", in the
source line, with a legal suffix, with its short form in parentheses, as the
owner of a mark. Then every other mention of those names, and of their first
words where these are no words of the language, is a mention in the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.corrected import prefix_end
from prlint.text.listed import entries, item_set, items
from prlint.text.names import FUNCTION_WORDS, LONGEST, Named, Names
from prlint.text.near import near
from prlint.text.patterns import pattern
from prlint.text.words import lower_words, name_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.claim import Value
    from prlint.document import Document

NEEDS = ("ticker",)
FIELDS = {
    "name": "the name as printed, without its legal suffix",
    "legal": "the legal suffix, or empty",
    "slot": "the strongest of its slots",
    "slots": "ticker-lead, dateline, ticker, headline, about, source, defined, legal, owner, named (ends in a noun like Bank), body",
    "ticker": "the symbol that follows the name, or empty",
    "short": "the short form that this mention defines, or empty",
}
TRACKED = (Tracked("company", "legal form", "legal", "name", "company"),)

#: The strongest first.
SLOTS = (
    "ticker-lead",
    "dateline",
    "ticker",
    "headline",
    "about",
    "source",
    "defined",
    "legal",
    "owner",
    "named",
    "body",
)
#: Quoted words in parentheses that stand for a role and not for a name.
_ROLES = frozenset(
    "company corporation issuer registrant group we us our fund bank trust association parent buyer seller purchaser "
    "partnership foundation firm organization society institute partner licensor licensee offering".split()
)
_PARENS = pattern(r"(?:[™®]|\((?:TM|R)\))*,?\s?(?P<parens>(?:\s?\((?:[^()\n]|\([^()\n]*\)){1,160}\))+)")
#: Who has a former name is a company of its own.
_FORMERLY = pattern(r"\((?:formerly|previously|f/k/a|fka)\b", "i")
_QUOTED = pattern(r'"([^"\n]{1,60}?),?"')
_SUBJECT_ENDS = pattern(
    r"(?:[™®]|\((?:TM|R)\))*(?:,|\s?\(|\s(?:today|announce[sd]?|reports?|reported|has|have|is|are|and|will|hosted|launched|provides?|"
    r"released|unveiled|introduced|welcomed|presented|received|signed|completed|entered|closed|joined|published|confirmed|proudly)\b)"
)
_OWNER = pattern(
    r"(?:©|\([Cc]\)|[Cc]opyright)\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?(?:by\s)?(?=\p{Lu})"
    r"|\b(?:trademarks?|service marks?) (?:or registered trademarks? )?of (?:the )?(?=\p{Lu})"
)
_ABOUT = pattern(r"About (?:the |The )?")
_SOURCE = pattern(r"(?:SOURCE|Source)\s?:?\s*(?:The |the )?(?=\S)")
_THE = pattern(r"The (?=\p{Lu}|\p{Ll}\p{Lu})")
_APPOSITION = pattern(r",\s(?P<word>[\p{L}.-]+)")
_NEXT = pattern(r"(?:[™®]|\((?:TM|R)\))*,?\s?(?P<word>[\p{L}]+)")
_OPENING = pattern(
    r"(?:[™®:.]|\((?:TM|R)\)|\([^()\n]{1,80}\))*\s*(?:--?|–|—)?\s*(?:The )?(?P<first>[\p{L}\p{N}][\p{L}\p{N}&-]*)"
)
_CALLED_COMPANY = pattern(
    r"[^.\n]\.?[^\n]{0,200}?\b(?:is|was|are) (?:a|an|the|one)\b[^.\n]{0,120}?\b(?:company|corporation|firm|bank|provider|developer|manufacturer|leader in|subsidiary|startup|brand|retailer|issuer|organization)\b",
    "i",
)


class _Mentions:
    """The mentions found so far, by where they start."""

    def __init__(self) -> None:
        self.at: dict[int, tuple[Named, list[str], dict[str, str]]] = {}

    def add(self, named: Named | None, slot: str, **fields: str) -> None:
        if named is None:
            return
        known = self.at.get(named.start)
        if known is None:
            self.at[named.start] = (named, [slot], dict(fields))
            return
        other, slots, held = known
        if named.whole > other.whole:
            self.at[named.start] = (named, slots, held)
        if slot not in slots:
            slots.append(slot)
        held.update({key: value for key, value in fields.items() if value})


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each mention; its span is the name with its legal suffix."""
    text = document.view.text
    verbs = item_set(lists, "headline-verbs")
    names = Names(text, items(lists, "legal-suffixes"), verbs, document.once(name_words))
    everyday = item_set(lists, "everyday-words")
    lower = document.once(lower_words)

    def ordinary(word: str) -> bool:
        return word in everyday or word.lower() in lower or word in FUNCTION_WORDS

    found = _Mentions()
    for named in names.legal():
        # "Company" alone behind ordinary words ("Publicly Traded Company") is no name.
        if not all(ordinary(word.text) for word in named.words) or len(named.words) > 1:
            found.add(named, "legal")
    for ticker in claims.get("ticker", ()):
        opened = max(text.rfind("(", 0, ticker.start), text.rfind("[", 0, ticker.start))
        lead = document.zone_at(ticker.start) in ("lead", "dateline")
        found.add(names.before(opened), "ticker-lead" if lead else "ticker", ticker=ticker.string("symbol"))
    people = frozenset((*entries(lists, "name-roles", "words"), *(one.lower() for one in items(lists, "credentials"))))
    _subjects(document, names, verbs, people, ordinary, found)
    owned = any(sign in text for sign in ("©", "(C)", "(c)", "opyright", "rademark", "ervice mark"))
    for match in _OWNER.finditer(text) if owned else ():
        found.add(names.after(match.end(), _line_end(text, match.end())), "owner")
    heads = item_set(lists, "organisation-heads")
    _about(document, names, heads, found)
    _ending(document, names, heads, ordinary, found)
    shorts = _definitions(text, names, found)
    _body(names, found, shorts, ordinary)
    for start in sorted(found.at):
        named, slots, fields = found.at[start]
        slots.sort(key=SLOTS.index)
        values: dict[str, Value] = {
            "name": named.name,
            "legal": named.legal,
            "slot": slots[0],
            "slots": tuple(slots),
            "ticker": fields.get("ticker", ""),
            "short": fields.get("short", ""),
        }
        yield Claim("company", start, named.whole, text[start : named.whole], values)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _subjects(
    document: Document, names: Names, verbs: frozenset[str], people: frozenset[str], ordinary: Any, found: _Mentions
) -> None:
    """The subjects of headline, dateline sentence and source line; `people` are words that follow a person's name."""
    text = document.view.text
    for zone in document.zones:
        if zone.name == "headline":
            end = _line_end(text, zone.start)
            at = _skip(_THE, text, prefix_end(text, zone.start, end))
            named = names.after(at, _before_verb(text, at, end, verbs))
            after = _NEXT.match(text, named.whole) if named else None
            if (
                named
                and after
                and after.group("word").capitalize() in verbs
                and not all(ordinary(w.text) for w in named.words)
            ):
                found.add(named, "headline")
        elif zone.name == "dateline":
            at = _skip(_THE, text, zone.end + (text[zone.end : zone.end + 1] == " "))
            named = names.after(at, _line_end(text, at))
            if named is None or all(ordinary(word.text) for word in named.words):
                continue
            apposition = _APPOSITION.match(text, named.whole)
            person = apposition and apposition.group("word").replace(".", "").lower() in people and not named.legal
            if _SUBJECT_ENDS.match(text, named.whole) and not person:
                found.add(named, "dateline")
        elif zone.name == "source":
            match = _SOURCE.match(text, zone.start)
            if match:
                found.add(names.after(match.end(), _line_end(text, match.end())), "source")


def _before_verb(text: str, at: int, end: int, verbs: frozenset[str]) -> int:
    """Returns where the first verb of a headline in capitals stands, `end` where there is none: "ORVANE BIO OPENS A PLANT"."""
    if not text[at:end].isupper():
        return end
    for word in text[at:end].split(" "):
        if len(word) > 3 and word.capitalize() in verbs:
            return at - 1
        at += len(word) + 1
    return end


def _skip(what: Any, text: str, at: int) -> int:
    match = what.match(text, at)
    return match.end() if match else at


def _about(document: Document, names: Names, heads: frozenset[str], found: _Mentions) -> None:
    """Headings "About X", where X is a company and not a product or a disease."""
    text = document.view.text
    firsts = {named.words[0].text for named, *_ in found.at.values()}
    for zone in document.zones:
        match = _ABOUT.match(text, zone.start) if zone.name == "about" else None
        if match is None:
            continue
        at = match.end()
        length = len(zone.subject.removeprefix("the ").removeprefix("The "))
        named = names.after(at, min(_line_end(text, at), at + length + 1))
        if named is None:
            continue
        first = named.words[0].text
        known = (
            named.start in found.at
            or named.words[-1].text in heads
            or any(first == other or near(first, other) for other in firsts)
        )
        # A subject that the name does not cover is something else: "About CLX 200", "About Acme's pipeline".
        whole = named.whole >= at + length - 1 or text[named.whole] in "™®("
        opening = _OPENING.match(text, named.whole)
        called = opening is not None and opening.group("first") in (first, "The", "We", "Founded", "Based")
        if whole and (
            known or (called and _CALLED_COMPANY.search(text, named.whole, min(zone.end, named.whole + 300)))
        ):
            found.add(named, "about")


def _ending(document: Document, names: Names, heads: frozenset[str], ordinary: Any, found: _Mentions) -> None:
    """Names in running text that end in a noun like Bank or Therapeutics."""
    if not heads:
        return
    for word in names.words:
        if word.text not in heads:
            continue
        named = names.ending(word)
        if named is None or len(named.words) < 2 or any(named.start <= at <= word.start for at in found.at):
            continue
        block = document.block_at(word.start)
        # A heading capitalises every word.
        if block is None or block.kind == "heading" or document.zone_at(word.start) in ("headline", "subhead"):
            continue
        if not all(ordinary(w.text) for w in named.words[:-1]) or len(named.words) > 2:
            found.add(named, "named")


def _definitions(text: str, names: Names, found: _Mentions) -> set[str]:
    """Short forms in quotation marks after a name; returns them."""
    for match in _FORMERLY.finditer(text):
        found.add(names.before(match.start()), "defined")
    shorts: set[str] = set()
    for named, _, fields in list(found.at.values()):
        parens = _PARENS.match(text, named.whole)
        if parens is None:
            continue
        quoted = [match.group(1) for match in _QUOTED.finditer(parens.group("parens"))]
        if not quoted:
            continue
        found.add(named, "defined")
        for short in quoted:
            if short.removeprefix("the ").removeprefix("The ").lower() not in _ROLES:
                fields.setdefault("short", short)
                shorts.add(short)
    return shorts


def _body(names: Names, found: _Mentions, shorts: set[str], ordinary: Any) -> None:
    """All other mentions of the names found, whole, shortened or by their short forms."""
    known = {tuple(word.text for word in named.words) for named, *_ in found.at.values()}
    known.update(tuple(short.split()) for short in shorts)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for parts in known:
        by_first.setdefault(parts[0], []).append(parts)
    taken = sorted((named.start, named.whole) for named, *_ in found.at.values())
    words = names.words
    t = i = 0
    while i < len(words):
        word = words[i]
        while t < len(taken) and taken[t][1] <= word.start:
            t += 1
        inside = t < len(taken) and taken[t][0] <= word.start
        best = 0
        for parts in by_first.get(word.text, ()) if not inside else ():
            length = 1
            while (
                length < min(len(parts), LONGEST)
                and i + length < len(words)
                and words[i + length].text == parts[length]
                and words[i + length].start - words[i + length - 1].end <= 4
            ):
                length += 1
            alone = length > 1 or len(parts) == 1 or not ordinary(word.text)
            if alone and length > best:
                best = length
        if best == 1 and ordinary(word.text) and word.text not in shorts:
            best = 0
        if best:
            found.add(names.of(words[i : i + best]), "body")
        i += max(best, 1)
