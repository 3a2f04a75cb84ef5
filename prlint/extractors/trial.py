"""Clinical trials: each phase expression, and each registry number, with what its sentence says of the trial.

The product, the indication, the status and the qualifiers are bound only where
the sentence, or a plain reference back ("It is currently … in a Phase 1
trial", under "About ARD-101"), leaves no doubt; otherwise they stay empty, and
an empty one compares with nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.claim import Claim, Tracked
from prlint.text import codes
from prlint.text.graph import graph_of
from prlint.text.listed import made_once
from prlint.text.patterns import pattern
from prlint.text.phases import Masks
from prlint.text.rows import Row
from prlint.text.standing import Standing, Vocabulary
from prlint.text.studies import Studies
from prlint.text.trials import CLAUSE, number, places
from prlint.text.trials import clause as clause_of
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.document import Document, Span
    from prlint.text.graph import Graph
    from prlint.text.trials import Place

NEEDS = ("asset", "indication")
FIELDS = {
    "asset": "the product as printed; empty where it is not plain",
    "phases": "the phases, lowest first: 1 and 2 for Phase 1/2, 1 for Phase 1b; empty where only a study is named",
    "part": "the phase with its letter (2b), where it has one",
    "written": "the phase as printed, with its word",
    "notation": "roman, arabic, mixed or word",
    "indication": "the indications by their names in the list, the narrowest; empty where it is not plain",
    "population": "all qualifiers of whom it treats and how, for people to read",
    "line": "first, later (with relapsed or refractory), maintenance, adjuvant or neoadjuvant; or empty",
    "age": "pediatric, or empty",
    "volunteers": "healthy for trials in healthy volunteers and of pharmacokinetics, or empty",
    "partner": "what it is combined with, or empty",
    "route": "oral, intravenous, …; or empty",
    "place": "the country or region, or empty",
    "sponsor": "investigator or partner where the company does not run it, or empty",
    "study": "the registry number, else the study's name; or empty",
    "study_name": "the study's name or protocol number; or empty",
    "status": "a word of the ladder in the list trial-words; or empty",
    "stance": "planned, current or past; empty where the sentence does not say",
}
TRACKED = (
    Tracked("asset", "phase in {indication}", "phases", "asset", "asset"),
    Tracked("study", "status", "status", "study", "trial"),
)

_NEW_ACTOR = pattern(
    r"(?:; | while | whereas |, but |,? \(?(?:\d{1,2}|[ivx]+)\) )(?!(?:it|the (?:company|trial|study)|we|is|has|will|plans?)\b)",
    "i",
)
_masks, _vocabulary = made_once(Masks), made_once(Vocabulary)
_NONE: Mapping[str, Any] = {}
_PARTNER = pattern(
    r"(?P<with>(?:in combination with|combined with|combination of|together with|plus|\+|added to|add-on to|with or without|alongside|on top of|followed by))"
    r"(?: (?:the|a|an|standard|low-dose|high-dose|anti-PD-1|checkpoint|inhibitor|chemotherapy|therapy|antibody|drug)){0,3}[ ]?$|"
    r"(?P<against>(?:versus|vs\.?|compared (?:to|with)|comparator|unlike|than|outperform\w*|against|similar to|such as))(?: [\w-]+){0,2}[ ]?$",
    "i",
)
_COMBINED = pattern(
    r"(?:in combination with|combined with|plus|added to|add-on to) (?P<partner>(?:[\p{L}\d-]+ ?){1,3})", "i"
)
_OF = pattern(
    r"(?:[ -][\p{L}\d%()/',-]+){0,8}? (?:of|evaluating|investigating|testing|studying|assessing|examining|for|with|using|on)"
    r"(?: (?:the|its|our|their|an?|oral|single-agent|lead|candidate|drug|product|compound|intravenous|investigational|company's|immunotherapy|vaccine|therapy|inhibitor|antibody)){0,4} ",
    "i",
)
_LINKS = pattern(
    r"(?:[ ,/()&-]|\b(?:and|or|including|include|such|as|well|select|other|the|of|in|patients|adults?|with|relapsed|refractory|R/R|advanced|"
    r"metastatic|recurrent|certain|various|several|multiple|for|e\.g\.|i\.e\.|unresectable|severe|moderate|to|active|[A-Z]{2,6})\b)*"
)
_PARTED = pattern(r",| and |\bdata\b")
_REFERS = pattern(
    r"(?:It|This (?:drug|compound|product|candidate|product candidate|molecule|therapy|agent|vaccine|program)|"
    r"The (?:drug|compound|candidate|product candidate|drug candidate|molecule|therapy|agent|vaccine|program|product))\b"
)
_ADDS = pattern(r"(?:In addition|Additionally|Furthermore|Moreover|Also|Separately from this)\b,?")
_COMPANY_ACTS = pattern(
    r"\b(?:the company|we|\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)*) (?:also )?(?:plans|plan|intends|intend|expects|expect|is|are|has|have|will|anticipates)\b"
)
_FUNCTION = pattern(
    r"(?:[ ]|\b(?:a|an|the|its|our|their|of|in|for|with|and|new|first|pivotal|registrational|global|randomized|multicenter|confirmatory|clinical|potential|second|larger|open-label)\b)*",
    "i",
)


# "has completed Phase 1 study preparation": nothing but the paper is done.
_PAPER = pattern(
    r"(?: clinical)?(?: trials?| stud(?:y|ies))? (?:preparations?|protocols?|designs?|plans?|planning|readiness)\b", "i"
)


_SHARPER = ("enrolling", "enrollment complete", "first patient dosed")
#: "a Phase 1 trial in lymphoma and a Phase 2 trial": what is said of the first is said of the second.
_JOINED = pattern(
    r"(?!.*\b(?:following|after|based|from|upon|supported|results?|data|before|since|than|if|that|which)\b)"
    r"(?:.*(?:,| and| as well as| or|/|;)(?: \w+){0,4} )|[ ]?(?:and|or|/|,)[ ]?(?:\w+ ){0,2}",
    "is",
)


#: "has completed the Phase 2 trial and is planning a meeting": what comes is no more said of that trial.
_ANEW = pattern(
    r"\band (?:it |we |the company )?(?:now )?(?:is|are|has|have|was|were|will|plans?|expects?|intends?|prepares?|aims?|anticipates?)\b",
    "i",
)


class _Mention(NamedTuple):
    start: int
    end: int
    name: str
    code: str
    root: str
    foreign: bool


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each trial phase, and for each registry number in a sentence without one."""
    text = document.view.text
    low = document.once(small)
    found = places(document, text, _masks(lists.get("phase-masks") or _NONE))
    if not found:
        return
    words = _vocabulary(lists.get("trial-words") or _NONE)
    graph = graph_of(lists, "indications")
    mentions = Row(_mentions(claims.get("asset", ())))
    diseases = Row(claims.get("indication", ()))
    studies = Studies(text, [(c.start, c.end) for c in (*claims.get("asset", ()), *claims.get("indication", ()))])
    companions: dict[Span, list[Place]] = {}
    for place in found:
        companions.setdefault(place.sentence, []).append(place)
    bound: dict[Span, _Mention] = {}  # the one product of each sentence's trials, for what refers back to it
    earlier: dict[Span, Standing] = {}
    for place in found:
        sentence = place.sentence
        asset = _asset(document, text, place, mentions, bound)
        if asset is not None:
            bound[sentence] = asset
        standing = _standing(text, low, place, words, earlier.get(sentence))
        if standing is not None:
            earlier[sentence] = standing
        indication = _indication(text, place, diseases, graph)
        clause = clause_of(text, place)
        # What stands between two trials speaks of the first.
        whose = (place.start if place.left > sentence.start else clause[0], clause[1])
        said = words.qualifiers(low, *whose)
        partner = _partner(text, whose, mentions, asset)
        name = studies.name(place.start, place.end, place.left, place.right)
        study = number(text, place, companions[place.sentence]) or name
        ready = place.phase is not None and place.phase.ready
        phase = place.phase
        yield Claim(
            "trial",
            place.start,
            place.end,
            text[place.start : place.end],
            {
                "asset": asset.name if asset else "",
                "phases": phase.phases if phase else (),
                "part": "/".join(phase.parts) if phase else "",
                "written": phase.written if phase else "",
                "notation": phase.notation if phase else "",
                "indication": indication,
                "population": tuple(value for value in (*said.values(), partner and f"with {partner}") if value),
                "line": said.get("line", ""),
                "age": said.get("age", ""),
                "volunteers": said.get("volunteers", ""),
                "partner": partner,
                "route": said.get("route", ""),
                "place": said.get("place", ""),
                "sponsor": said.get("sponsor", ""),
                "study": study,
                "study_name": name,
                "status": "planned" if ready else standing.status if standing else "",
                "stance": "planned" if ready else standing.stance if standing else "",
            },
        )


def _mentions(assets: Sequence[Claim]) -> list[_Mention]:
    """Returns the mentions of products, `root` being the code that all names of one product share in this text."""
    also = {c.string("code"): c.string("alias_of") for c in assets if c.get("alias_of")}
    generic = {c.string("code") for c in assets if c.get("form") == "inn"}
    # Beside a company's own codes a generic name is a partner's or a rival's drug, unless the text joins the two.
    foreign = generic - set(also) - set(also.values()) if any(c.get("form") != "inn" for c in assets) else set()
    found = []
    for claim in assets:
        code = root = claim.string("code")
        # As many steps as there are names at most: two names may be said to stand for each other.
        for _ in also:
            root = also.get(root, root)
        found.append(_Mention(claim.start, claim.end, claim.string("name"), code, root, code in foreign))
    return found


def _asset(
    document: Document, text: str, place: Place, mentions: Row[_Mention], bound: Mapping[Span, _Mention]
) -> _Mention | None:
    """Returns the product that is in the trial, None where more than one could be meant."""
    sentence = place.sentence
    inside = mentions.between(sentence.start, sentence.end)
    own = [m for m in inside if not m.foreign and not _PARTNER.search(text, max(sentence.start, m.start - 60), m.start)]
    after = [m for m in own if place.end <= m.start < place.right]
    if after:
        between = text[place.end : after[0].start]
        if between in (" ", "-") or (_OF.fullmatch(between) and not CLAUSE.search(between)):
            return after[0]
    before = [m for m in own if m.end <= place.start]
    clause = clause_of(text, place)
    for candidates in (before, own):
        roots = {m.root for m in candidates}
        if len(roots) == 1:
            only = candidates[-1]
            if only.end <= place.start and _NEW_ACTOR.search(text, only.end, place.start):
                return None
            if only.start >= place.end and only.start >= clause[1]:
                return None
            return only
        if len(roots) > 1:
            near = [m for m in candidates if clause[0] <= m.start]
            return near[-1] if len({m.root for m in near}) == 1 else None
    return None if any(not m.foreign for m in inside) else _referred(document, text, place, mentions, bound)


def _referred(
    document: Document, text: str, place: Place, mentions: Row[_Mention], bound: Mapping[Span, _Mention]
) -> _Mention | None:
    """Returns the product that a sentence without one refers back to, where that is plain."""
    sentence = place.sentence
    zone = document.zone_of(place.start)
    block = document.block_at(place.start)
    if zone is not None and zone.name == "about":
        subjects = mentions.between(zone.start, zone.end)
        named = [m for m in subjects if m.name in zone.subject]
        if named and len({m.root for m in subjects}) == 1:
            return named[0]
        if named and _REFERS.match(text, sentence.start):
            previous = [m for m in subjects if m.start < sentence.start]
            return named[0] if {m.root for m in previous} == {named[0].root} else None
    if block is None or sentence.start <= block.start:
        return None
    previous_sentence = document.sentence_at(sentence.start - 2)
    if previous_sentence.start < block.start:
        return None
    if _REFERS.match(text, sentence.start):
        said = mentions.between(previous_sentence.start, previous_sentence.end)
        return said[0] if len({m.root for m in said}) == 1 else None
    if _ADDS.match(text, sentence.start) and _COMPANY_ACTS.search(text, sentence.start, place.start):
        return bound.get(previous_sentence)
    return None


def _standing(text: str, low: str, place: Place, words: Vocabulary, before: Standing | None) -> Standing | None:
    """Returns how the trial stands: by the nearest words before it, else after it, else as the trial it is joined to."""
    start, end = clause_of(text, place)
    left = [said for said in words.find(low, start, place.start) if not said.near or _governs(text, said, place.start)]
    # What stands right before the next phase speaks of that one.
    right = [
        said
        for said in words.find(low, place.end, end)
        if not said.near and not (end == place.right < place.sentence.end and _governs(text, said, place.right))
    ]
    if _PAPER.match(text, place.end):
        return Standing(place.start, place.end, "foreseen", "planned")
    if left:
        said = left[-1]
        # "Topline results of the Phase 2 trial are expected"; "its ongoing Phase 2 trial has completed enrollment".
        better = next(
            (
                r
                for r in right
                if r.stance == "planned"
                if said.stance == "past" and not _ANEW.search(text, place.end, r.end)
            ),
            None,
        ) or next((r for r in right if r.status in _SHARPER if said.status == "ongoing"), None)
        return better or said
    if right:
        return right[0]
    return before if before is not None and _JOINED.fullmatch(text, place.left, place.start) else None


def _governs(text: str, said: Standing, phase: int) -> bool:
    return _FUNCTION.fullmatch(text, said.end, phase) is not None


def _indication(text: str, place: Place, diseases: Row[Claim], graph: Graph) -> tuple[str, ...]:
    """Returns the indications of the trial: the first after it with those joined to them, else the only ones before it."""
    start, end = clause_of(text, place)
    after = diseases.between(place.end, end)
    if after:
        group = [after[0]]
        for disease in after[1:]:
            if not _LINKS.fullmatch(text, group[-1].end, disease.start):
                break
            group.append(disease)
        return graph.narrowest(d.string("node") for d in group)
    # "based on what is known of lymphoma, and on Phase 1 data" binds nothing.
    before = [d for d in diseases.between(start, place.start) if not _PARTED.search(text, d.end, place.start)]
    nodes = graph.narrowest(d.string("node") for d in before)
    return nodes if len(nodes) == 1 else ()


def _partner(text: str, clause: tuple[int, int], mentions: Row[_Mention], asset: _Mention | None) -> str:
    match = _COMBINED.search(text, *clause)
    if match is None:
        return ""
    start = match.start("partner")
    for mention in mentions.between(start, start + 40):
        if asset is None or mention.root != asset.root:
            return codes.fold(mention.name)
    return str(match.group("partner")).strip().casefold()
