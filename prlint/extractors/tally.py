"""Counts of what was done or reached so far, which can only grow: patients treated, patents granted, countries approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.claim import Claim
from prlint.text.intervals import APPROXIMATE, BELOW, QUALIFIER, printed, value
from prlint.text.numbers import DIGITS
from prlint.text.patterns import pattern
from prlint.text.scope import issuer_words, named
from prlint.text.words import places, small

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

#: A count by itself; what qualifies it stands before. Not a year, a code, an amount or a share.
_COUNT = pattern(
    rf"(?=\d)(?<![\w.$€£¥,-])(?!(?:19|20)\d\d(?![\d,])){DIGITS}(?: (?:thousand|million|billion)|\+)?(?![\w%]|-\w|[.,]\d| ?%| percent)"
)
_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen eighteen nineteen twenty thirty fifty".split()
)
_QUALIFIES = pattern(rf"(?<!\w)(?:(?:a record|a total of|a cumulative total of|a cumulative) )?(?:{QUALIFIER})?$", "i")
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
#: After the count: patients have been treated; patents granted; hospitals have adopted it.
_NOUN_DONE = pattern(rf" {_MOD}{_NOUN}(?:,? (?:worldwide|globally))? (?P<been>{_BEEN}){_DONE}")
_NOUN_ANY = pattern(rf" {_MOD}{_NOUN}(?:,? (?:worldwide|globally))? {_HAVE}{_ANY_DONE}")
_NOUN_ALONE = pattern(rf" {_MOD}{_NOUN}")
#: After the count: granted patents, peer-reviewed publications.
_DONE_NOUN = pattern(
    r" (?P<mod>(?:[\p{L}.]+ ){0,2}?)(?P<act>granted|issued|awarded|published|peer-reviewed) (?P<noun>(?:(?:scientific|clinical|medical|U\.S\.) )?(?:patents?|publications?|articles?|papers?|manuscripts?|studies))(?![\w-])"
)
#: Before the count: we have treated; it has been tested in.
_HAS = pattern(
    rf"\b(?P<been>(?:has|have|had|having|'ve)(?: now| already| also| since| successfully| to date,?| so far| collectively| together| safely)*(?: been)?)"
    rf"(?: now| already| successfully| safely| widely)* {_DONE}(?: (?:for use |commercially |by |to |across )?(?:in|at|across|by|to|on|with|for|over))? $"
)
#: Before the count, and after it: approved in N countries, used in N procedures.
_IN = pattern(
    r"\b(?P<act>approved|cleared|authori[sz]ed|registered|launched|used|installed|deployed|adopted|commerciali[sz]ed|marketed|available|sold|distributed|tested|published|performed|implanted|validated|patented|granted|issued|studied|evaluated)"
    r" (?:(?:for )?(?:use|sale|commercial use|marketing|commercially) )?(?:in|at|across|by|on|with) $"
)
_WHERE = pattern(
    rf" {_MOD}(?P<noun>countries|jurisdictions|territories|patients|procedures|cases|surgeries|studies|publications|trials|people|subjects)(?![\w-])"
)
#: After the count: anything to date.
_TO_DATE = pattern(
    rf" (?P<mod>(?:(?!and\b|or\b|in\b|to\b|of\b|new\b|more\b|additional\b|per\b)[\p{{Ll}}-]+ ){{0,3}}?)(?P<noun>\p{{Ll}}{{3,}}s|people|children){_EVER}"
)
_MODELS = pattern(
    r" (?P<mod>(?:(?!and\b|or\b)[\p{L}-]+ ){0,3}?)(?P<noun>xenograft|animal|tumor|mouse|murine|preclinical|cancer|disease)(?: tumou?r)? models?(?!\w)"
)
_SURE = ("more than", "over", "at least", "in excess", ">")

#: Nothing done yet, or done within a time that ends.
_OPEN = pattern(
    r"\b(?:compris\w+|includ\w+|consist\w+|contain\w*|family|will|would|could|may|might|can|should|plans?|planned|planning|expects?|expected|expecting|intends?|aims?|aiming|goals?|targets?|targeting|anticipat\w+|up to|designed|potential(?:ly)?|if|"
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
_SINCE = pattern(
    r"since (?:(?:the|its|our) )?(?:(?:end|start|beginning|launch|introduction|approval) (?:of|in) )?[\w ]{3,14}"
)
#: The device, the software: what the sentence is about.
_SUBJECT = pattern(
    r"(?:The|Our|Its|This|These) (?!company\b|Company\b)(?P<what>\p{Ll}+(?: \p{Ll}+)?)(?= (?:is|are|has|have|was|were)\b)"
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


class _Told(NamedTuple):
    """A count with what is counted and what was done; `start` is that of its qualifier, `first` and `end` bound what was read."""

    number: str
    mod: str
    noun: str
    act: str
    been: str
    start: int
    first: int
    end: int


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each count of what has been done; no two of them over the same words."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    own = issuer_words(release.string("name"), release.string("ticker")) if release else frozenset()
    last, sentence = -1, document.sentence_at(0)
    for start, end in _counts(document):
        # A noun must follow.
        if start < last or text[end : end + 1] != " " or not text[end + 1 : end + 2].isalpha():
            continue
        if not sentence.start <= start < sentence.end:
            sentence = document.sentence_at(start)
        told = _told(text, start, end, sentence)
        if told is not None:
            last = told.end
            claim = _claim(document, told, sentence, own)
            if claim is not None:
                yield claim


def _counts(document: Document) -> list[tuple[int, int]]:
    """Returns the view spans of all counts, in digits and in words, in order."""
    found = [match.span() for match in _COUNT.finditer(document.view.text)]
    low = document.once(small)
    for word in _WORDS & document.words:
        found += [
            (at, at + len(word))
            for at in places(low, word)
            if low[at - 1 : at] != "-" and low[at + len(word) : at + len(word) + 1] != "-"
        ]
    return sorted(found)


def _told(text: str, start: int, end: int, sentence: Span) -> _Told | None:
    """Returns what the count at `start` to `end` is of; None where it is not of what has been done."""
    alone = _NOUN_ALONE.match(text, end, sentence.end)
    found: _Told | None = None
    if alone is None:
        for form, act in ((_MODELS, "model"), (_DONE_NOUN, ""), (_TO_DATE, "")):
            after = form.match(text, end, sentence.end)
            if after is not None:
                found = _made(text, start, after, act or after.groupdict().get("act") or "", "", sentence)
                break
        # A bare count of models may be those of one experiment.
        if found and found.act == "model":
            return (
                found if any(word in found.number.lower() for word in _SURE) and _open(text, found, sentence) else None
            )
    else:
        for form in (_NOUN_DONE, _NOUN_ANY):
            after = form.match(text, end, sentence.end)
            if after is not None:
                found = _made(text, start, after, after["act"], after["been"], sentence)
                return found if _open(text, found, sentence) and _lasts(text, found, sentence) else None
        found = _before(text, start, end, alone, sentence)
        after = None if found else _TO_DATE.match(text, end, sentence.end)
        if after is not None:
            found = _made(text, start, after, "", "", sentence)
    return found if found and _open(text, found, sentence) and _ever(text, found, sentence) is not None else None


def _before(text: str, start: int, end: int, alone: Match[str], sentence: Span) -> _Told | None:
    """Returns what stands before the count and says what was done, with the noun after it."""
    first = _first(text, start, sentence)
    since = max(sentence.start, first - 70)
    before = _HAS.search(text, since, first)
    if before is not None:
        return _made(text, start, alone, before["act"], before["been"], sentence, before.start())
    done = _DONE_NOUN.match(text, end, sentence.end)
    if done is not None:
        return _made(text, start, done, done["act"], "", sentence)
    where = _WHERE.match(text, end, sentence.end)
    before = _IN.search(text, since, first) if where is not None else None
    return _made(text, start, where, before["act"], "", sentence, before.start()) if where and before else None


def _first(text: str, start: int, sentence: Span) -> int:
    """Returns where the words that qualify a count begin."""
    qualifies = _QUALIFIES.search(text, max(sentence.start, start - 40), start)
    return qualifies.start() if qualifies else start


def _made(text: str, start: int, after: Match[str], act: str, been: str, sentence: Span, since: int = -1) -> _Told:
    first = _first(text, start, sentence)
    number = text[first : after.start()].strip()
    return _Told(
        number,
        after["mod"],
        after["noun"].lower(),
        act.lower(),
        been,
        first,
        since if since >= 0 else first,
        after.end(),
    )


def _open(text: str, told: _Told, sentence: Span) -> bool:
    """Says whether nothing before the count makes it a plan, a limit or one person's."""
    before = max(sentence.start, told.start - _NEAR)
    return not (_OPEN.search(text, before, told.end) or _PERSON.search(text, sentence.start, told.start))


def _ever(text: str, told: _Told, sentence: Span) -> bool | None:
    """Says whether the count is said to be all there were; None where it is of a time that ends."""
    around = max(sentence.start, told.first - 60), min(sentence.end, told.end + 60)
    ever = _CUMULATIVE.search(text, *around) is not None
    if not ever and _WITHIN.search(text, max(sentence.start, told.start - _NEAR), around[1]):
        return None
    return ever


def _lasts(text: str, told: _Told, sentence: Span) -> bool:
    """Says whether what was done to the noun was done for good: "118 were treated" tells of one study."""
    ever = _ever(text, told, sentence)
    lasting = told.noun.startswith("patent") or told.been.startswith(("have", "has"))
    return ever is not None and (lasting or (ever and "had" not in told.been))


def _claim(document: Document, told: _Told, sentence: Span, own: frozenset[str]) -> Claim | None:
    text = document.view.text
    count = _count(told.number)
    # All words of a title are capitalised: what it names cannot be told.
    if not count or document.zone_at(told.start) in ("headline", "subhead"):
        return None
    scope = set(named(document, max(sentence.start, told.first - _NEAR), min(sentence.end, told.end + _NEAR), own))
    block = document.block_at(told.start)
    if told.act in _OF_A_STUDY and block is not None and not scope and not _OVERALL.search(text, *sentence):
        around = named(document, block.start, block.end, own)
        scope.update(name for name in around if "phase" in name or any(c.isdigit() for c in name))
    if _STUDY.search(text, *sentence):
        scope.add("study")
    subject = _SUBJECT.match(text, *sentence)
    if subject is not None and subject.end() <= told.start:
        scope.add(subject["what"].lower())
    tail = _TAIL.match(text, told.end, sentence.end)
    limit = " ".join((tail["tail"] or "").lower().split()) if tail else ""
    if limit.startswith(("in total", "in addition", "across the world", "in the process")):
        limit = ""
    since = _SINCE.search(text, told.start, sentence.end)
    limit = since[0].lower() if since else limit
    noun = " ".join([*_modifiers(told.mod), _singular(told.noun), told.act]).strip()
    if told.act == "model":
        noun, limit = f"{told.noun} model", ""
        scope = {name for name in scope if any(c.isdigit() for c in name)}
    return Claim(
        "tally", told.start, told.end, text[told.start : told.end],
        {"number": told.number, "count": count, "noun": noun, "tail": limit, "scope": tuple(sorted(scope))},
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
