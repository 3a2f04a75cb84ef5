"""Counts of what was done or reached so far, which can only grow: patients treated, patents granted, countries approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import anchored
from prlint.text.holding import possible
from prlint.text.intervals import APPROXIMATE, BELOW, QUALIFIER, printed, value
from prlint.text.numbers import DIGITS, SCALE, WORDS
from prlint.text.patterns import pattern
from prlint.text.scope import issuer_words, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from regex import Match

    from prlint.document import Document, Span

NEEDS = ("release",)
FIELDS = {
    "number": "the count as printed, with its qualifier",
    "count": "the values it may stand for, as texts: one, or the least and the greatest",
    "noun": "what is counted, folded, with what was done to it",
    "tail": "whom or what the noun is limited to (with lymphoma), folded; or empty",
    "scope": "the names, codes and phases of the sentence, folded",
}

_NUM = rf"(?P<number>(?:(?i:a record|a total of|a cumulative|a cumulative total of|some) )?(?:(?<!\w){QUALIFIER})?(?:(?<![\w.$€£¥,-])(?!(?:19|20)\d\d(?![\d,])){DIGITS}(?i: (?:thousand|million|billion))?\+?(?!{SCALE}|[\d%-]| ?(?:%|percent))|(?<![\w-]){WORDS}))"
_MOD = r"(?P<mod>(?:(?!(?:and|or|of|in|to|per|new|more|additional|other|further|for|from|with|than|by|the|that|which|who|are|were|is|years?|months?|weeks?|days?|hours?|minutes?|times?|was|have|has|patients?)\b)[\p{L}][\p{L}'&-]*,? ){0,3}?)"
_PEOPLE = r"patients?|participants?|subjects?|people|individuals?|persons|children|infants|babies|women|men|adults|veterans|volunteers?|students?|educators?|lives|families|animals|dogs|cats|horses|employees trained"
_WORKS = r"patents?|publications?|articles?|papers?|manuscripts?|abstracts?|presentations?|studies|trials?|clinical trials?|experiments?"
_PLACES = r"countries|jurisdictions|territories|markets|states|hospitals|clinics|centers|centres|sites|schools|universities|facilities|locations|institutions|communities|stores|airports|cities"
_THINGS = r"installations?|systems?|units?|devices?|instruments?|machines?|kits?|doses?|tests?|procedures?|surgeries|implants?|implantations?|treatments?|infusions?|cases|samples?|scans?|customers?|users?|accounts?|vehicles|homes|projects|orders|downloads|holes|met(?:er|re)s|transactions|vaccinations?|injections?|robots|awards|licen[cs]es|approvals|clearances|loans"
_NOUN = rf"(?P<noun>{_PEOPLE}|{_WORKS}|{_PLACES}|{_THINGS})(?![\w-])"
#: What is done once and stays done.
_DONE = (
    r"(?P<act>treated|dosed|enrolled|randomi[sz]ed|recruited|screened|vaccinated|implanted|trained|helped|served|reached|supported|tested|evaluated|studied|granted|issued|awarded|"
    r"allowed|published|filed|performed|conducted|completed|installed|shipped|sold|delivered|deployed|administered|drilled|approved|cleared|certified|activated|opened|"
    r"processed|analy[sz]ed|sequenced|built|manufactured|produced|placed|exposed|implemented|registered|presented|funded|originated|downloaded|initiated|launched|diagnosed|transplanted)(?!\w)"
)
#: Any other thing done, where it is said to have been done; what may be undone is left out.
_ANY_DONE = (
    r"(?P<act>(?!added|hired|employed|increased|decreased|declined|lost|closed|reduced|needed|expected|remained|planned|suffered|died|failed|refused|changed|dropped|moved|identified|received|signed|agreed|shared|raised|announced|seemed|"
    r"followed|exceeded|surpassed|applied|requested|registered interest|expressed|reported|observed|found|owned|based|infected|affected|advanced)\p{Ll}{3,}ed)(?!\w)"
)
_BEEN = r"(?:(?:have|has|had) )?(?:now |already |also |since |successfully |so far |to date )*(?:been )?(?:now |already |successfully |safely )*"
_HAVE = r"(?P<been>(?:have|has)(?: now| already| also| since| successfully| to date,?| so far)*(?: been)?) "
_EVER = r"(?:,? (?:in total|to[- ]date|thus far|so far|since (?!then)[^.;,]{3,40}))"
#: N patients have been treated; N patents granted.
_NOUN_DONE = pattern(rf"{_NUM} {_MOD}{_NOUN}(?:,? (?:worldwide|globally))? (?P<been>{_BEEN}){_DONE}")
#: N hospitals have adopted it.
_NOUN_ANY = pattern(rf"{_NUM} {_MOD}{_NOUN}(?:,? (?:worldwide|globally))? {_HAVE}{_ANY_DONE}")
#: N granted patents, N peer-reviewed publications.
_DONE_NOUN = pattern(
    rf"{_NUM} (?P<mod>(?:[\p{{L}}.]+ ){{0,2}}?)(?P<act>granted|issued|awarded|published|peer-reviewed) (?P<noun>(?:(?:scientific|clinical|medical|U\.S\.) )?(?:patents?|publications?|articles?|papers?|manuscripts?|studies))(?![\w-])"
)
#: We have treated N patients; it has been tested in N models.
_HAS_DONE = pattern(
    rf"\b(?P<been>(?:has|have|had|having|'ve)(?: now| already| also| since| successfully| to date,?| so far| collectively| together| safely)*(?: been)?)"
    rf"(?: now| already| successfully| safely| widely)* {_DONE}(?: (?:for use |commercially |by |to |across )?(?:in|at|across|by|to|on|with|for|over))? {_NUM} {_MOD}{_NOUN}"
)
#: Approved in N countries, used in N procedures.
_DONE_IN = pattern(
    rf"\b(?P<act>approved|cleared|authori[sz]ed|registered|launched|used|installed|deployed|adopted|commerciali[sz]ed|marketed|available|sold|distributed|tested|published|performed|implanted|validated|patented|granted|issued|studied|evaluated)"
    rf" (?:(?:for )?(?:use|sale|commercial use|marketing|commercially) )?(?:in|at|across|by|on|with) {_NUM} {_MOD}(?P<noun>countries|jurisdictions|territories|patients|procedures|cases|surgeries|studies|publications|trials|people|subjects)(?![\w-])"
)
#: N of anything to date.
_TO_DATE = pattern(
    rf"{_NUM} (?P<mod>(?:(?!and\b|or\b|in\b|to\b|of\b|new\b|more\b|additional\b|per\b)[\p{{Ll}}-]+ ){{0,3}}?)(?P<noun>\p{{Ll}}{{3,}}s|people|children)(?P<act>){_EVER}"
)
_MODELS = pattern(
    rf"{_NUM} (?P<mod>(?:(?!and\b|or\b)[\p{{L}}-]+ ){{0,3}}?)(?P<noun>xenograft|animal|tumor|mouse|murine|preclinical|cancer|disease)(?: tumou?r)? models?(?P<act>)(?!\w)"
)

_TRIGGER = pattern(
    r"treated|dosed|enrolled|randomi|recruited|screened|vaccinat|implant|trained|helped|served|reached|supported|tested|evaluated|studied|granted|issued|awarded|published|peer-reviewed|filed|performed|"
    r"conducted|completed|installed|shipped|sold|delivered|deployed|administered|drilled|approved|cleared|to[ -]date|so far|thus far|worldwide|globally|since |models?\b|used in|available in|launched|"
    r"processed|analy[sz]ed|sequenced|produced|exposed|registered|marketed|placed|presented|funded|certified|activated|opened|originated|downloaded|adopted|distributed|validated|patented|initiated|diagnosed|transplanted|(?:have|has) (?:\p{Ll}+ ){0,3}\p{Ll}{3,}ed\b"
)
#: Nothing done yet, or done within a time that ends.
_OPEN = pattern(
    r"\b(?:will|would|could|may|might|can|should|plans?|planned|planning|expects?|expected|expecting|intends?|aims?|aiming|goals?|targets?|targeting|anticipat\w+|up to|designed|potential(?:ly)?|if|"
    r"seeks?|hopes?|projected|forecast|estimated|suffer\w*|diagnosed with|affect\w*|every|first|next|additional|another|further|remaining|of the|out of|fewer|hypothetical|eligible|"
    r"needed|required|require|capacity|approximately half|as many as|per)\b",
    "i",
)
_WITHIN = pattern(
    r"\b(?:during|in (?:the )?(?:first|second|third|fourth|past|last|20\d\d|Q[1-4]|fiscal|FY)|this (?:year|quarter|month|week|season)|last (?:year|quarter|month)|quarter|annually|each year|a year|per year|every year|"
    r"yesterday|today|between 20\d\d|over the (?:past|last)|within|year-to-date|per (?:month|week|day)|monthly|weekly|daily|half of)\b",
    "i",
)
#: What one person did: the next one did less.
_PERSON = pattern(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|who|[Aa]uthor(?:ed|s)?|Drs?\.|Mr\.|Ms\.|Mrs\.|Prof(?:\.|essor))\b")
_CUMULATIVE = pattern(
    r"to[ -]date|so far|thus far|since|worldwide|globally|cumulative|as of|in total|now\b|already", "i"
)
_TAIL = pattern(
    r"(?: (?:were|was|have|has|been|and|which|that)\b.*)| (?P<tail>(?:with|in|for|across|at|from|on|by|under|through) (?:(?:the|a|an|its|our|their) )?(?:[\p{L}\d-]+ ?){1,3})"
)
_STUDY = pattern(
    r"\b(?:this|the|that|our|a|an)(?: [\w-]+){0,4} (?:stud(?:y|ies)|trials?|cohorts?|programs?|program|registry|group|arm|site)\b",
    "i",
)
_NEAR = 100
#: Acts of one study: without its name, the paragraph says which.
_OF_A_STUDY = frozenset(("enrolled", "dosed", "randomized", "randomised", "recruited", "screened"))
_OVERALL = pattern(r"\b(?:across|all (?:of )?(?:its|our|the)|programs?|overall|in total|platform)\b", "i")
_ABOUT = pattern(rf"(?<!\w)(?:{APPROXIMATE}|{BELOW})(?!\w)", "i")
_HOLLOW = frozenset(
    "different unique total distinct separate successful the a an record cumulative over individual human clinical such more than now".split()
)
_PLURALS = {"people": "person", "children": "child", "women": "woman", "men": "man", "lives": "life", "countries": "country", "studies": "study",
            "surgeries": "surgery", "territories": "territory", "facilities": "facility", "universities": "university", "families": "family",
            "communities": "community", "cities": "city", "babies": "baby"}  # fmt: skip


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each count; no two of them over the same words."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    own = issuer_words(release.string("name"), release.string("ticker")) if release else frozenset()
    for sentence in anchored(document, _TRIGGER):
        taken: list[tuple[int, int]] = []
        for form in (_MODELS, _NOUN_DONE, _NOUN_ANY, _HAS_DONE, _DONE_NOUN, _DONE_IN, _TO_DATE):
            for match in form.finditer(text, *sentence) if possible(document, form, *sentence) else ():
                span = match.span("number")
                if any(start < span[1] and span[0] < end for start, end in taken) or not _reached(
                    form, match, sentence
                ):
                    continue
                taken.append((match.start("number"), match.end()))
                claim = _claim(document, match, own)
                if claim is not None:
                    yield claim


def _reached(form: object, match: Match[str], sentence: Span) -> bool:
    """Says whether the count is of what has been done, all told."""
    text = match.string
    start, end = match.span()
    before = max(sentence.start, match.start("number") - _NEAR)
    if _OPEN.search(text, before, match.start("noun")) or _PERSON.search(text, sentence.start, start):
        return False
    if form is _MODELS:
        # A bare count of models may be those of one experiment.
        return any(word in match["number"].lower() for word in ("more than", "over", "at least", "in excess", ">"))
    ever = _CUMULATIVE.search(text, max(sentence.start, start - 60), min(sentence.end, end + 60))
    if _WITHIN.search(text, before, min(sentence.end, end + 60)) and not ever:
        return False
    if form is _NOUN_DONE:
        # "118 were treated" tells of one study; "118 treated to date" of all.
        lasting = match["noun"].startswith("patent") or match["been"].startswith(("have", "has"))
        return bool(lasting or (ever and "had" not in match["been"]))
    return True


def _claim(document: Document, match: Match[str], own: frozenset[str]) -> Claim | None:
    text = match.string
    number = match["number"].strip()
    count = _count(number)
    if not count:
        return None
    sentence = document.sentence_at(match.start())
    act = match["act"].lower()
    noun = " ".join([*_modifiers(match["mod"]), _singular(match["noun"].lower())]) if match.re is not None else ""
    first, last = max(sentence.start, match.start() - _NEAR), min(sentence.end, match.end() + _NEAR)
    if document.zone_at(match.start()) in ("headline", "subhead"):
        # All words of a title are capitalised: what it names cannot be told.
        return None
    scope = set(named(document, first, last, own))
    block = document.block_at(match.start())
    if act in _OF_A_STUDY and block is not None and not _OVERALL.search(text, *sentence):
        scope.update(
            name
            for name in named(document, block.start, block.end, own)
            if "phase" in name or any(c.isdigit() for c in name)
        )
    if _STUDY.search(text, sentence.start, sentence.end):
        scope.add("study")
    tail = _TAIL.match(text, match.end(), sentence.end)
    limit = " ".join((tail["tail"] or "").lower().split()) if tail else ""
    if limit.startswith(("in total", "in addition", "across the world", "in the process")):
        limit = ""
    start, end = match.start("number"), max(match.end(), match.end("noun"))
    if "models" in text[start:end].lower() or "model" in text[start:end].lower():
        noun, act, limit = f"{match['noun'].lower()} model", "", ""
        scope = {name for name in scope if any(c.isdigit() for c in name)}
    return Claim(
        "tally", start, end, text[start:end],
        {"number": number, "count": count, "noun": f"{noun} {act}".strip(), "tail": limit, "scope": tuple(sorted(scope))},
    )  # fmt: skip


def _count(number: str) -> tuple[str, ...]:
    """Returns what a count may stand for: one value, or the ends of what "about" and "nearly" leave open."""
    read = value(number)
    if read is None or read < 1:
        return ()
    if not _ABOUT.search(number):
        return (f"{read:g}" if read < 1e6 else str(int(read)),)
    around = printed(number)
    return (str(around.low), str(around.high)) if around else ()


def _modifiers(text: str) -> list[str]:
    return [word for word in text.lower().replace(",", " ").split() if word not in _HOLLOW]


def _singular(word: str) -> str:
    return _PLURALS.get(word) or (word[:-1] if word.endswith("s") and not word.endswith("ss") else word)
