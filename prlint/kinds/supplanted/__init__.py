"""A name of the record is gone, and a new word a slip away from it stands in its places.

A draft that misspells a name at every place agrees with itself; only the
earlier releases object. Looked at are words that no earlier release has and
that are written like names (with a capital, or in no dictionary). Such a word
is a slip where a name of the earlier releases lies one slip away, is nowhere
in the draft, and stood between the same words: `Maria Hanson, CEO` before,
`Maria Hansom, CEO` now.

A new name that merely resembles an old one stands between other words, or
beside the old one, which a draft that explains the change names itself
(`formerly`, `succeeds`): all of that is left in peace. So are two persons
with other given names, two companies with other tickers, and endings.

How much of the surroundings must agree depends on the words: less where
neither is in a dictionary, more for short words, for words of the language,
for a name of one earlier release only, and for codes, which a company numbers
in a row.

Params:

* `codes` (claim, none) and `code` (field, none): claims of codes, each held against the codes of the record as a whole;
  `introduced` (fields, none): one of these given says that the text introduces the code.
* `apart` (mapping, none): claim type → two fields: where claims whose first field
  is the old and the new word differ in the second, they are two things
  (`person: [surname, given]`).
* `places` (list, none): names of places: a word near one needs no other words that agree where it stands as places do (`in …`, `…,  …`).
* `known` (list, none): words that are no slips: `OTCQX` for `OTCQB`.
* `unlike` (texts, none): types of claims that have rules of their own: a word that stands in one is left to them.
* `shortest` (number, 3): letters that a word has at least.

Outcomes: `certain` (more than the next word agrees) and `likely`. Messages may
name `found`, `expected`, `count`, `places` ("1 place", "6 places"), `releases`
("1 earlier release") and `since` (the ISO date of the oldest release that has the old name).

An example:

    kind: supplanted
    compare: [archive]
    outcomes:
      certain: {severity: error, message: '"{found}" here, "{expected}" in {releases}'}
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Consistent
from prlint.kinds.supplanted import candidates, said
from prlint.registry import Param
from prlint.text.listed import items
from prlint.text.near import plain
from prlint.text.neighbours import Agreement, beside, best
from prlint.text.patterns import pattern
from prlint.text.spellings import digits
from prlint.text.wordlist import grade, slip
from prlint.text.words import lowered, small

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.document import Document
    from prlint.finding import Contradicted, Verdict
    from prlint.kinds.supplanted.candidates import Rival
    from prlint.registry import Context

PARAMS = {
    "codes": Param("claim", "", about="claims that hold codes"),
    "code": Param("field", "", about="the code without its spelling"),
    "introduced": Param("fields", (), about="fields that say that the text introduces the code"),
    "apart": Param(
        "mapping", {}, about="claim type → the field of the word, and the field that makes two things of it"
    ),
    "places": Param("list", "", about="names of places, which need no other words that agree"),
    "known": Param("list", "", about="words that are no slips"),
    "unlike": Param("texts", (), about="types of claims whose words have rules of their own"),
    "shortest": Param("number", 3, about="letters that a word has at least"),
}

_FIELDS = ("found", "expected", "count", "places", "releases", "since")
OUTCOMES = {"certain": _FIELDS, "likely": _FIELDS}

#: A term of so many letters that is in no dictionary is no other term's neighbour by chance.
_LONG = 8
#: So many telling words that agree on both sides make it the same sentence.
_RECURS = 4
#: So many of the latest releases that have a name are looked at.
_LATEST = 8
#: Letters of a misspelt place at least, and how many earlier releases must have the place.
_PLACE, _SEVERAL = 4, 2
#: What stands before a place: a preposition, perhaps with a point of the compass, or the place that lies in it and a comma.
_BEFORE = pattern(
    r"(?:\b(?:in|near|from|across|around|throughout|to|at) (?:(?:North|South|East|West)[a-z]* )?|\p{L}, )$", "i"
)


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each word or code that took the place of a name of the record."""
    if not context.earlier:
        return
    found = False
    for word, where, rivals in (*candidates.words(params, context), *candidates.codes(params, context)):
        spans = [span for span in where if context.admits(*span)]
        verdicts = [
            verdict for rival in rivals if (verdict := _judged(word, spans, rival, params, context)) is not None
        ]
        # Of two names that it could be a slip for, neither is known to be meant.
        if len(verdicts) == 1:
            found = True
            yield verdicts[0]
    if not found:
        yield Consistent()


def _judged(
    word: str, where: Sequence[Span], rival: Rival, params: Mapping[str, Any], context: Context
) -> Contradicted | None:
    """Returns the contradiction where the words around a new word are those around the old one."""
    document = context.release.document
    if word in _words(items(context.lists, params["known"])) or _held(where, params["unlike"], context):
        return None
    text = document.once(small)
    here = [beside(text, start, end, word, rival.word) for start, end in where]
    latest = rival.releases[-_LATEST:]
    agreement = best(here, [(one.document.once(small), rival.places(one)) for one in latest])
    outcome = _outcome(word, where, rival, agreement, params, context) if agreement is not None else ""
    if not outcome:
        if not _long_term(word, rival, where, document) and not _place(word, rival, where, params, context):
            return None
        outcome = "likely"
    if _two(word, rival, params, context):
        return None
    if agreement is None:
        agreement = Agreement(0, 0, 0, -1, *next(iter(rival.places(latest[-1]))))
    shown = Span(agreement.start, agreement.end)
    return said.finding(outcome, where, rival, latest[agreement.text], shown, context)


def _outcome(
    word: str,
    where: Sequence[Span],
    rival: Rival,
    agreement: Agreement,
    params: Mapping[str, Any],
    context: Context,
) -> str:
    """Returns the outcome for what agrees beside the places, empty where it is too little."""
    recurs = agreement.telling >= _RECURS and agreement.before > 0 and agreement.after > 0
    if digits(word) != digits(rival.word):
        having = {id(one) for one in rival.releases}
        steady = len(having) > 1 and sum(id(one) in having for one in context.earlier[-3:]) > 1
        # Products are numbered in a row: a digit too few or too many makes no new number, another digit may.
        another = slip(word, rival.word) in ("changed", "missed")
        if recurs:
            return "certain" if steady and not another else "likely"
        return "likely" if steady and agreement.telling >= 1 + another and agreement.words > 1 else ""
    if len(rival.releases) < _SEVERAL:
        return "likely" if recurs and agreement.telling > _RECURS else ""
    if _initials(word, rival.word, [context.release.document.view.text[start:end] for start, end in where]):
        # Initials that differ in a letter are of other things as a rule.
        return "likely" if recurs and agreement.telling > _RECURS else ""
    if grade(word) >= 0 and not _named(where, params, context):
        # Another word of the language has its own meaning, unless it stands in a sentence that recurs.
        return "likely" if recurs else ""
    return _strength(word, rival.word, agreement)


def _initials(word: str, old: str, printed: Sequence[str]) -> bool:
    """Says whether a word is printed as initials are: short and in capitals, or shorter and with two."""
    if len(word) < 6 and all(one.isupper() for one in printed):
        return True
    return max(len(word), len(old)) < 5 and all(sum(c.isupper() for c in one) > 1 for one in printed)


def _named(where: Sequence[Span], params: Mapping[str, Any], context: Context) -> bool:
    """Says whether claims of names hold every place of a word."""
    return all(_held([span], params["apart"], context) for span in where)


def _held(where: Sequence[Span], types: Iterable[str], context: Context) -> bool:
    """Says whether a claim of one of these types holds one of the places."""
    claims = [claim for type in types for claim in context.release.of(type)]
    return any(claim.start <= start and end <= claim.end for claim in claims for start, end in where)


def _long_term(word: str, rival: Rival, where: Sequence[Span], document: Document) -> bool:
    """Says whether a word is so long and odd, and no name, that no other words need to agree."""
    text = document.view.text
    return (
        len(word) >= _LONG
        and digits(word) == digits(rival.word)
        and len(rival.releases) > 1
        and grade(word) < 0
        and grade(rival.word) < 0
        and any(text[at].islower() or text[end : end + 1] in ("™", "®") for at, end in where)
    )


def _place(word: str, rival: Rival, where: Sequence[Span], params: Mapping[str, Any], context: Context) -> bool:
    """Says whether the old name is a place's, and the new word, which is in no dictionary, stands as places do."""
    if not params["places"] or len(rival.releases) < _SEVERAL or grade(word) >= 0 or len(word) < _PLACE:
        return False
    if rival.word not in _words(items(context.lists, params["places"])):
        return False
    text = context.release.document.view.text
    return any(
        _BEFORE.search(text, max(0, at - 24), at) and not text[end : end + 2].strip(" ").isupper() for at, end in where
    )


@cache
def _words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(name) for name in names)


def _strength(word: str, old: str, agreement: Agreement) -> str:
    """Returns the outcome for a name or a word of no dictionary."""
    telling, both = agreement.telling, bool(agreement.before and agreement.after)
    if grade(word) >= 0:
        if telling >= 3 or (telling >= 2 and both):
            return "certain"
        return "likely" if telling >= 2 else ""
    if max(len(word), len(old)) < 5:
        return "certain" if telling >= 2 else "likely" if telling and both else ""
    if telling >= 2 or (telling and agreement.words >= 3):
        return "certain"
    if telling:
        return "likely"
    return "likely" if agreement.words >= 2 and len(word) >= 7 and grade(old) < 0 else ""


def _two(word: str, rival: Rival, params: Mapping[str, Any], context: Context) -> bool:
    """Says whether claims show that the two words are two things' names."""
    for type, (name, other) in params["apart"].items():
        mine = _values(context.release, type, name, other, word)
        theirs = {value for one in rival.releases[-_LATEST:] for value in _values(one, type, name, other, rival.word)}
        if mine and theirs and not any(_alike(one, another) for one in mine for another in theirs):
            return True
    return False


def _alike(one: str, other: str) -> bool:
    """Says whether two values may be one: the same, a slip apart, or one the beginning of the other (an initial, a warrant's ticker)."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return long.startswith(short) or bool(slip(one, other))


def _values(release: Release, type: str, name: str, other: str, word: str) -> set[str]:
    return {
        claim.string(other).lower()
        for claim in release.of(type)
        if claim.string(other) and word in lowered(claim.string(name)).split()
    }
