"""Promises: what a release announces for when, and what it tells as done.

"The company plans to initiate a Phase 2 trial in the first quarter of 2026"
announces: a cue (plans to), an action (initiate), what is done, and a due. The
words are data, the list `promises`. A clause in which one of them is missing
announces nothing that can be held against a later release.

A claim of the stance `done` says that a thing of that kind has happened or is
under way; its object is the whole sentence, as nobody checks it word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.calendar import windows
from prlint.claim import Claim
from prlint.extractors.promise.clauses import BARE, SUBJECT_PARTED, Plan, leads_on, left_of, plan_of
from prlint.extractors.promise.words import among, folded, keys_of, phases_of, words_of
from prlint.text import dues
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import regex

    from prlint.document import Document, Span
    from prlint.extractors.promise.words import Words
    from prlint.text.dues import Due

NEEDS = ("asset", "company", "indication", "trial")
FIELDS = {
    "stance": "promise; moved (one that says that its time has changed); told (an old one, only told of); or done",
    "actor": "issuer, another company's name as printed, or empty",
    "action": "the class of the action in the list promises: initiate, report, file …; of what is done, the first",
    "actions": "of what is done, all classes that its words may mean",
    "verb": "the action's words as printed, in small letters",
    "object": "the key words of what is done, folded and sorted",
    "assets": "the products named in the clause, as printed",
    "indication": "the indications in it, by their names in the list",
    "phases": "the trial phases in it",
    "due": "when, as printed; empty where it is done",
    "start": "the first day of the due, ISO; empty where the text alone does not settle it",
    "end": "the last day of the due, ISO; empty likewise",
    "relation": "the word before the due: in, by, within …; or empty",
    "part": "early, mid, late, end, later; or empty",
    "unit": "day, month, quarter, half, year; days, weeks, months of a count",
    "number": "which quarter or half, else 0",
    "number_to": "the last one of several, else 0",
    "month": "the month of a date, else 0",
    "day": "its day, else 0",
    "year": "the year printed, else 0",
    "which": "this or next, of a year, quarter or month that is not named",
    "fiscal": "whether the period is one of a fiscal year",
    "calendar": "whether the text says that it is not",
    "many": "how many days, weeks or months, else 0",
    "hedge": "the condition or reservation as printed, or empty",
    "recurring": "whether it is of a kind that comes again each year or quarter",
}


#: Code points of a clause on either side of its due; a table's row is not read to its end.
_REACH = 260
_MOST = 40
#: Cues that may be said of what was expected once, where no verb stands before them.
_BARE = ("expected", "anticipated", "planned", "projected", "targeted", "scheduled", "slated", "due", "set")
#: Zones that tell no news and promise nothing: what stands in them is a warning, or an address.
_NO_NEWS = frozenset(("fls", "legend", "isi", "contacts", "source"))
#: Words of a sentence that tell what it is about.
_WORDS = 80
#: What parts words; a hyphen, a slash and an apostrophe are parts of them.
_MARKS = dict.fromkeys(map(ord, ',.;:()[]"!?\n'), " ")
#: Code points of a subject that is shown with its promise.
_SUBJECT = 160


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields the promises of a release, and what it tells as done."""
    data = lists.get("promises")
    if not data:
        return
    words = words_of(data)
    low = document.once(small)
    for sentence in document.sentences:
        if document.zone_at(sentence.start) in _NO_NEWS:
            continue
        text = low[sentence.start : sentence.end]
        promised: set[str] = set()
        tokens = text.translate(_MARKS).split()
        if not words.signs.isdisjoint(tokens) and dues.hinted(tokens):
            for made in _promises(document, low, sentence, words, claims):
                promised.add(made.string("action"))
                yield made
        if not words.done.keys().isdisjoint(tokens):
            yield from _deed(low, sentence, tokens, words, claims, promised)


def _promises(
    document: Document, low: str, sentence: Span, words: Words, claims: Mapping[str, tuple[Claim, ...]]
) -> Iterator[Claim]:
    if words.cue.search(low, sentence.start, sentence.end) is None:
        return
    found = [
        due
        for due in dues.find(low, sentence.start, sentence.end)
        if not words.parts.match(low, due.end) and (due.relation or BARE.search(low, sentence.start, due.start))
    ]
    before = sentence.start
    plan: Plan | None = None
    for i, due in enumerate(found[:_MOST]):
        after = found[i + 1].start if i + 1 < len(found) else sentence.end
        left = left_of(low, max(before, due.start - _REACH), due.start)
        plan, span = plan_of(
            low, left, due, min(after, due.end + _REACH), words, plan if before > sentence.start else None
        )
        before = due.end
        if plan is None:
            continue
        made = _claim(document, low, sentence, (left, *span), due, plan, words, claims)
        if made is not None:
            yield made


def _claim(
    document: Document,
    low: str,
    sentence: Span,
    bounds: tuple[int, int, int],
    due: Due,
    plan: Plan,
    words: Words,
    claims: Mapping[str, tuple[Claim, ...]],
) -> Claim | None:
    left, first, end = bounds
    cue_start, cue_end = (plan.verb[0], plan.verb[0]) if plan.shared else plan.cue
    told = words.told.search(low, max(sentence.start, cue_start - 24), cue_start)
    actor = _actor(low, sentence.start, plan.cue[0], words, claims["company"])
    # "The project in 2026", "its estimated first quarter": no plan, unless it goes on ("its plan to").
    if words.determined.search(low, max(sentence.start, plan.cue[0] - 24), plan.cue[0]) and not leads_on(low, plan):
        return None
    # "The company expected to report": what had been planned then.
    if told or (
        actor
        and plan.kind == "thing"
        and low.startswith(("expected", "anticipated", "planned", "projected", "targeted"), cue_start)
    ):
        return None
    subject = cue_start
    if plan.kind != "actor" and not actor and not plan.shared:
        subject = left
        for match in SUBJECT_PARTED.finditer(low, left, cue_start):
            subject = match.end() if cue_start - match.end() > 8 else subject
        if left > sentence.start and not low[left:cue_start].strip(" ,"):
            # "The trial, which began in January 2025, is expected to": what the sentence begins with.
            subject = sentence.start
    begins = min(subject, cue_start, due.start, plan.verb[0])
    ends = max(end, due.end, plan.verb[1])
    said = low[begins:ends]
    action = next(
        (
            each.id
            for each in words.actions
            if each.when == plan.action and each.of is not None and each.of.search(said)
        ),
        plan.action,
    )
    if words.no_promise.search(low, begins, ends):
        return None
    spans = [(cue_end, end)]
    if first >= left and due.start >= cue_start:
        # A subject ends at its comma, if it has any.
        comma = low.find(",", subject, cue_start)
        spans = [(subject, comma if 0 < comma < left else cue_start), (cue_end, due.start), (due.end, end), plan.verb]
    keys = keys_of(spans, low, words)
    verb = low[plan.verb[0] : plan.verb[1]]
    # "To dose the first patient" has no other words than the verb's.
    keys = keys - folded(verb.split(maxsplit=1)[0]) or {key for word in verb.split() for key in folded(word)}
    hedge = words.conditions.search(low, sentence.start, sentence.end) or words.hedges.search(low, begins, ends)
    fields = due._asdict()
    del fields["start"], fields["end"]
    window = windows.window(fields, None)
    start, stop = min(cue_start, due.start), max(due.end, plan.verb[1])
    if subject < cue_start:
        start = min(start, subject if start - subject <= _SUBJECT else plan.verb[0])
        while start < stop and not low[start].isalnum():
            start += 1
    text = document.view.text
    return Claim(
        "promise",
        start,
        stop,
        text[start:stop],
        {
            "stance": _stance(low, sentence, plan, due.end, words),
            "actor": actor,
            "action": action,
            "actions": (action,),
            "verb": verb,
            "object": tuple(sorted(keys)),
            "assets": among(claims["asset"], begins, ends, "name"),
            "indication": among(claims["indication"], begins, ends, "node"),
            "phases": phases_of(claims["trial"], begins, ends),
            "due": text[due.start : due.end],
            "start": window.first.isoformat() if window else "",
            "end": window.last.isoformat() if window else "",
            **fields,
            "hedge": hedge.group() if hedge else "",
            "recurring": words.recurring.search(said) is not None,
        },
    )


def _stance(low: str, sentence: Span, plan: Plan, end: int, words: Words) -> str:
    # "The merger, expected to close in March, closed on time": what was expected then.
    if plan.kind != "actor" and low.startswith(_BARE, plan.cue[0]) and words.over.search(low, end, sentence.end):
        return "told"
    if words.moved.search(low, sentence.start, sentence.end):
        return "moved"
    return "told" if words.tells.search(low, sentence.start, sentence.end) else "promise"


def _actor(low: str, start: int, cue: int, words: Words, companies: Sequence[Claim]) -> str:
    """Returns who plans, where a company's name or word stands right before the cue."""
    if words.ours.search(low, max(start, cue - 60), cue):
        return "issuer"
    for claim in companies:
        if start <= claim.start < cue and not low[claim.end : cue].strip(" ,") and claim.end <= cue:
            return claim.string("name")
    return ""


def _happened(low: str, sentence: Span, tokens: Sequence[str], words: Words) -> Iterator[regex.Match[str]]:
    """Yields what `words.happened` finds in a sentence; it is only tried where one of its words begins."""
    joined = " ".join(token for token in tokens if not token.isalpha())  # "pre-approved"
    begins = set()
    for word in words.done.keys() & {*tokens, *(word for word in words.done if word in joined)}:
        at = low.find(word, sentence.start, sentence.end)
        while at >= 0:
            begins.add(at)
            at = low.find(word, at + 1, sentence.end)
    end = sentence.start
    for at in sorted(begins):
        match = words.happened.match(low, at, sentence.end) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _deed(
    low: str,
    sentence: Span,
    tokens: Sequence[str],
    words: Words,
    claims: Mapping[str, tuple[Claim, ...]],
    promised: set[str],
) -> Iterator[Claim]:
    """Yields what a sentence tells as done, but for the actions that it only promises."""
    at = list(_happened(low, sentence, tokens, words))
    actions = dict.fromkeys(action for match in at for action in words.done[match.group()] if action not in promised)
    if not actions:
        return
    start, end = at[0].span()
    keys = {key for word in tokens[:_WORDS] if word not in words.stop for key in folded(word)}
    yield Claim(
        "promise",
        start,
        end,
        low[start:end],
        {
            "stance": "done",
            "action": next(iter(actions)),
            "actions": tuple(actions),
            "verb": low[start:end],
            "object": tuple(sorted(keys - words.stop)),
            "assets": among(claims["asset"], sentence.start, sentence.end, "name"),
            "indication": among(claims["indication"], sentence.start, sentence.end, "node"),
            "phases": phases_of(claims["trial"], sentence.start, sentence.end),
        },
    )
