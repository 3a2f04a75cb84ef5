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

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.near import inflected, pairs, transliterated
from prlint.text.neighbours import LATEST, Agreement, beside, best, line_around
from prlint.text.patterns import pattern
from prlint.text.spellings import digits
from prlint.text.wordlist import grade, slip
from prlint.text.words import lowered, places, runs, runs_of, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "codes": Param("claim", "", about="claims that hold codes"),
    "code": Param("field", "", about="the code without its spelling"),
    "introduced": Param("fields", (), about="fields that say that the text introduces the code"),
    "apart": Param(
        "mapping", {}, about="claim type → the field of the word, and the field that makes two things of it"
    ),
    "shortest": Param("number", 3, about="letters that a word has at least"),
}

_FIELDS = ("found", "expected", "count", "places", "releases", "since")
OUTCOMES = {"certain": _FIELDS, "likely": _FIELDS}

#: A domain outlives a slip in the name that it was made of.
_ADDRESS = pattern(
    r"(?:https?://|www\.)[^\s<>\"]*|[\w.+%-]+@[\w.-]+|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|bio|io|ai|co|info)\b"
)

#: A term of so many letters that is in no dictionary is no other term's neighbour by chance.
_LONG = 8
#: So many earlier releases must have the old name where one has the new word.
_CARRIED = 6

_COMPOUND = pattern(r"(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-/.][\p{L}\p{N}]+)+")


class _Rival(NamedTuple):
    """A name of the record that a new word may be a slip for: the earlier releases that have it, oldest first, and where."""

    word: str
    releases: tuple[Release, ...]
    places: Callable[[Release], Iterable[Span]]


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each word or code that took the place of a name of the record."""
    if not context.earlier:
        return
    found = False
    for word, where, rivals in (*_words(params, context), *_codes(params, context)):
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


_Candidate = tuple[str, "list[Span]", "list[_Rival]"]


def _words(params: Mapping[str, Any], context: Context) -> Iterator[_Candidate]:
    """Yields each word that no earlier release has, its places, and the names of the record that are gone and near it."""
    document = context.release.document
    mine = document.once(_spoken)
    records = [old.document.once(runs) for old in context.earlier]
    before: set[str] = set()
    again: set[str] = set()
    for record in records:
        again |= before & record
        before |= record
    new = [
        word
        for word in mine - again
        if len(word) >= params["shortest"] and not word[0].isdigit() and _written_as_name(word, document)
    ]
    near: dict[str, list[str]] = {}
    for word, old in pairs(new, before - document.once(_free)):
        if _slipped(word, old):
            near.setdefault(word, []).append(old)
    for word in sorted(near):
        rivals = []
        for old in sorted(near[word]):
            having = [one for one, record in zip(context.earlier, records, strict=True) if old in record]
            # One earlier release may have the slip, too.
            if word not in before or len(having) >= _CARRIED:
                rivals.append(_Rival(old, tuple(having), partial(_standing, old)))
        yield word, list(_spans(document.once(_unaddressed), word)), rivals


def _standing(word: str, release: Release) -> Iterator[Span]:
    return _spans(release.document.once(small), word)


def _spans(text: str, word: str) -> Iterator[Span]:
    return (Span(at, at + len(word)) for at in places(text, word))


def _codes(params: Mapping[str, Any], context: Context) -> Iterator[_Candidate]:
    """Yields each code that no earlier release has, its places, and the codes of the record that are gone and near it."""
    if not params["codes"]:
        return

    def read(release: Release) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in context.claims(release, params["codes"]):
            if digits(code := claim.string(params["code"])):
                found.setdefault(code, []).append(claim)
        return found

    mine = read(context.release)
    if not mine:
        return
    held: dict[str, dict[int, list[Claim]]] = {}
    for i, old in enumerate(context.earlier):
        for code, there in context.once(old, "codes", read).items():
            held.setdefault(code, {})[i] = there
    for word in sorted(mine.keys() - held.keys()):
        # A code that the text says is another's, or gives another for, is new and no slip.
        if any(claim.get(field) for claim in mine[word] for field in params["introduced"]):
            continue
        rivals = []
        for code, having in sorted(held.items()):
            if code not in mine and digits(code) != digits(word) and slip(word, code):
                spans = {id(context.earlier[i]): [Span(one.start, one.end) for one in having[i]] for i in having}
                rivals.append(_Rival(code, tuple(context.earlier[i] for i in having), partial(_kept, spans)))
        yield word, [Span(claim.start, claim.end) for claim in mine[word]], rivals


def _kept(spans: Mapping[int, list[Span]], release: Release) -> list[Span]:
    return spans.get(id(release), [])


def _spoken(document: Document) -> frozenset[str]:
    """Returns the runs of letters and digits of the text outside addresses, in lower case."""
    return runs_of(document.once(_unaddressed))


def _free(document: Document) -> frozenset[str]:
    """Returns the runs of letters and digits that stand by themselves: a name outlives a slip in its compounds, too."""
    text = document.once(_unaddressed)
    return runs_of(_COMPOUND.sub(" ", text))


def _unaddressed(document: Document) -> str:
    """Returns the view in small letters with blanks for the addresses."""
    text = document.once(small)
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        parts += [text[at : match.start()], " " * (match.end() - match.start())]
        at = match.end()
    return "".join((*parts, text[at:])) if parts else text


def _written_as_name(word: str, document: Document) -> bool:
    """Says whether the text writes a word with a capital at every place, or it is in no dictionary."""
    if len(word) > 3 and grade(word) < 0:
        return True
    text = document.view.text
    return all(text[at].isupper() for at in places(document.once(_unaddressed), word))


def _slipped(word: str, old: str) -> bool:
    """Says whether one slip, and no ending or other way of writing, lies between two words."""
    if not slip(word, old) or inflected(word, old) or digits(word) != digits(old):
        return False
    return (word + old).isascii() or transliterated(word) != transliterated(old)


def _judged(
    word: str, where: Sequence[Span], rival: _Rival, params: Mapping[str, Any], context: Context
) -> Contradicted | None:
    """Returns the contradiction where the words around a new word are those around the old one."""
    document = context.release.document
    text = document.once(small)
    here = [beside(text, start, end, word, rival.word) for start, end in where]
    agreement = best(here, rival.releases, lambda one: one.document.once(small), rival.places)
    if agreement is None:
        if not _long_term(word, rival, where, document):
            return None
        agreement = Agreement(0, 0, 0, rival.releases[-1], *next(iter(rival.places(rival.releases[-1]))))
    if not agreement.words:
        outcome = "likely"
    elif digits(word) != digits(rival.word):
        steady = sum(one in rival.releases for one in context.earlier[-3:]) > 1
        outcome = _numbered(slip(word, rival.word), agreement, steady=steady and len(rival.releases) > 1)
    elif len(rival.releases) < 2:
        outcome = "likely" if agreement.telling >= 5 and agreement.before and agreement.after else ""
    else:
        shouted = all(document.view.text[start:end].isupper() for start, end in where)
        outcome = _strength(word, rival.word, agreement, shouted=shouted)
    if not outcome or _two(word, rival, params, context):
        return None
    return _found(outcome, where, rival, agreement, context)


def _long_term(word: str, rival: _Rival, where: Sequence[Span], document: Document) -> bool:
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


def _numbered(how: str, agreement: Agreement, *, steady: bool) -> str:
    """Returns the outcome for codes that differ in a digit; `steady` codes are in most of the latest releases."""
    if agreement.telling >= 4 and agreement.before and agreement.after:
        return "certain" if steady else "likely"
    # Products are numbered in a row: a digit too few or too many makes no new number, another digit does.
    least = 2 if how in ("changed", "missed") else 1
    return "likely" if steady and agreement.telling >= least and agreement.words > 1 else ""


def _strength(word: str, old: str, agreement: Agreement, *, shouted: bool) -> str:
    """Returns the outcome for what agrees, empty where it is too little."""
    telling, both = agreement.telling, bool(agreement.before and agreement.after)
    if grade(word) >= 0 or (len(word) < 5 and shouted):
        # A word of the language, or initials.
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


def _two(word: str, rival: _Rival, params: Mapping[str, Any], context: Context) -> bool:
    """Says whether claims show that the two words are two things' names."""
    for type, (name, other) in params["apart"].items():
        mine = _values(context.release, type, name, other, word)
        theirs = {value for one in rival.releases[-LATEST:] for value in _values(one, type, name, other, rival.word)}
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


def _found(outcome: str, where: Sequence[Span], rival: _Rival, agreement: Agreement, context: Context) -> Contradicted:
    text, past = context.release.document.view.text, agreement.release.document.view.text
    printed = past[agreement.start : agreement.end]
    cited = [Cited(agreement.release, *line_around(past, agreement.start, agreement.end))]
    other = next((one for one in reversed(rival.releases) if one is not agreement.release), None)
    if other is not None:
        more, oldest = len(rival.releases) - 2, rival.releases[0].date
        note = f"and {more} more {'release' if more == 1 else 'releases'} since {oldest}" if more else ""
        cited.append(Cited(other, *line_around(other.document.view.text, *next(iter(rival.places(other)))), note))
    spans, held = list(where), len(rival.releases)
    values = {
        "found": text[spans[0].start : spans[0].end],
        "expected": printed,
        "count": len(spans),
        "places": "1 place" if len(spans) == 1 else f"{len(spans)} places",
        "releases": "1 earlier release" if held == 1 else f"{held} earlier releases",
        "since": rival.releases[0].date or "",
    }
    return Contradicted(outcome, spans, cited, values, [Replacement(s, e, _as(text[s:e], printed)) for s, e in spans])


def _as(found: str, printed: str) -> str:
    """Returns the right word in the capitals of the wrong one."""
    if len(found) > 1 and found.isupper():
        return printed.upper()
    return printed.lower() if found.islower() else printed
