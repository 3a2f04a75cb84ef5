"""Results of a study as of a data cut-off: response rate, median survival, hazard ratio, share of patients."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.claim import Claim
from prlint.text.anchored import holding
from prlint.text.intervals import QUALIFIER
from prlint.text.numbers import DIGITS, PERCENT
from prlint.text.patterns import pattern
from prlint.text.scope import issuer_words, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from regex import Match

    from prlint.document import Document, Span

NEEDS = ("asset", "date", "release", "trial")
FIELDS = {
    "study": "the registry number or name of the study, else the product, folded; empty where it is not plain",
    "endpoint": "what was measured, folded",
    "number": "the result as printed",
    "unit": "%, months, days, weeks, years, ratio or patients",
    "cutoff": "the data cut-off: an ISO day, else the number of patients with the time of measurement (n=45 week 24); or empty",
    "population": "of whom, folded (with lymphoma); or empty",
    "scope": "names, codes, phases and doses of the sentence, folded",
    "stage": "interim, topline, preliminary, updated or final as the sentence says; or empty",
}

_NUMBER = rf"(?P<number>(?:{QUALIFIER})?(?:{PERCENT}|(?<![\w.,$€£-]){DIGITS})(?! ?(?:mg|mCi|%? ?CI|/\d|of \d|million|billion)))"
_NAMES = (
    ("overall response", r"(?:overall|objective) response(?: rate)?|ORR"),
    ("complete response", r"complete (?:response|remission)(?: rate)?|CR rate|CRR"),
    ("disease control", r"disease control(?: rate)?|DCR|clinical benefit rate|CBR"),
    ("progression-free survival", r"(?:median )?progression[- ]free survival|mPFS|(?:median )?PFS"),
    ("overall survival", r"(?:median )?overall survival|mOS|(?:median )?OS(?! [a-z])"),
    ("duration of response", r"(?:median )?duration of response|mDOR|(?:median )?DOR"),
    ("follow-up", r"median follow[- ]up"),
    ("hazard ratio", r"hazard ratio|HR"),
    ("remission", r"(?:clinical |endoscopic )?remission rate"),
    ("survival rate", r"survival rate|event-free survival"),
    ("discontinuation", r"discontinuation rate|dropout rate"),
    (
        "response",
        r"(?:pathologic(?:al)? |partial |clinical |major )?response rate|seroconversion rate|success rate|cure rate|efficacy",
    ),
)
_NAMED = tuple(
    (name, pattern(rf"(?<![\w/-])(?i:{form})(?: ?\([A-Za-z/ -]{{2,30}}\))?(?: (?!was\b|were\b|is\b|and\b|or\b|than\b|versus\b|vs\b)(?!\d+%)[\w/-]+){{0,9}}?(?:,? (?:was|were|is|of|at|reached|reaching|remained|stood at|improved to)|:| ?=)(?: (?:a|an|approximately|observed|at))? ?{_NUMBER}(?:[ -](?P<unit>months?|days?|weeks?|years?))?"))
    for name, form in _NAMES
)  # fmt: skip
#: Before its name: "a 45% objective response rate", "median of 14.2 months of overall survival".
_BEFORE = tuple(
    (name, pattern(rf"{_NUMBER}(?:[ -](?P<unit>months?|days?|weeks?|years?))? (?i:{form})(?![\w/])"))
    for name, form in _NAMES
)
_SHARE = pattern(
    rf"(?P<number>(?:{QUALIFIER})?{PERCENT}) (?:\(\d+(?:/| of | out of )\d+\) )?of (?:the |all |those |evaluable |treated |enrolled |\d+ )*(?:patients|participants|subjects|people|animals|responders|women|men|children)"
    r"(?P<pop>(?: (?:with|in|on|receiving|treated) (?:[\w/-]+ ){1,5}?)?) ?(?:who )?(?P<verb>achieved|experienced|had|showed|reported|demonstrated|remained|were|reached|responded|completed|maintained|saw|are|have)(?P<what>(?: [\w/-]+){1,6})"
)
_REDUCED = pattern(
    rf"(?P<what>(?:mean|median|average)? ?(?:reduction|decrease|increase|improvement|change|decline|weight loss)(?: (?:of|in|from)(?: (?!\d)[\w/-]+){{1,5}}?)?) (?:of|was|by) {_NUMBER}(?:[ -](?P<unit>months?|points?|kg|mmHg))?",
    "i",
)
_TRIGGER = pattern(
    r"respon[ds]|survival|ORR|PFS|\bOS\b|remission|hazard|\bHR\b|% (?:\(\d+[^)]{1,12}\) )?of (?:the )?(?:\w+ )?(?:patients|participants|subjects|people|women|men|children)|reduction|decrease|improvement|DOR|DCR|efficacy|(?:success|cure|control) rate|mOS"
)
_WHERE = (
    "cutoff",
    "cut-off",
    "cut off",
    "data cut",
    "data as of",
    "data through",
    "as of ",
    "n=",
    "n =",
    " patients",
    " participants",
    " subjects",
    " people",
)
_CUT = pattern(
    r"(?:data[- ]?)?(?:cut[- ]?off|data cut)(?: date)?(?: (?:of|on|was|as of|is))? ?\(?|(?:as of|at) (?:the|a) (?:data )?(?:cut[- ]?off|data cut)(?: date)?(?: (?:of|on))? ?|\b[Aa]s of |data (?:as of|through) ",
    "i",
)
_AFTER = pattern(r",?\)? (?:data[- ]?)?(?:cut[- ]?off|data cut)|,? (?:data )?(?:cutoff|cut-off)", "i")
_N = pattern(
    r"\b[nN] ?= ?(?P<n>\d[\d,]*)|\b(?:among|in|of|from) (?:the |all |first )*(?P<n>\d[\d,]*) (?:[\w-]+ ){0,2}(?:patients|participants|subjects|people)"
)
_TIME = pattern(
    r"\b(?:at|after|by|over|through|from baseline to|to) (?:the )?(?:(?:week|month|day|year) (?P<a>\d+)|(?P<b>\d+|one|two|three|four|five|six|eight|nine|twelve)[- ](?P<of>weeks?|months?|years?|days?))",
    "i",
)
_POP = pattern(
    r"\b(?:in|among|for|of) (?:the |\d+ |all |evaluable |treated |adult |pediatric )*(?:patients|participants|subjects|those|people|women|men|children|adults) (?P<pop>(?:with|who|receiving|treated with|on) (?:[\w/-]+ ?){1,5})",
    "i",
)
_STAGE = pattern(r"\b(interim|top-?line|preliminary|updated?|final|initial|longer[- ]term|follow-up analysis)\b", "i")
_DOSE = pattern(
    r"\b\d+(?:\.\d+)? ?(?:mg(?:/kg)?|mCi|µg|mcg|MBq|IU)\b|\b(?:placebo|low[- ]dose|high[- ]dose|(?:control|treatment|active|study) (?:arm|group))\b",
    "i",
)
_COMPARED = pattern(
    r"(?:compared (?:to|with)|versus|vs\.?|against|than|historical\w*|placebo)(?: [\w-]+){0,5} \(?$", "i"
)
_SHORT = frozenset("orr dcr cbr crr pfs mpfs os mos dor mdor hr cr pr sd pd ci".split())
_WORDS = frozenset("a an the and or of in to with at from by median mean average patients was were had were".split())
#: CLARION study, InSight trial.
_CALLED = pattern(
    r"(?<![\w-])(?P<name>[A-Z][A-Z\d]*(?:-[A-Z\d]+)*[A-Z\d]{2}|\p{Lu}\p{L}*\p{Ll}\p{Lu}\p{L}*)(?:®|™)?(?: Phase [\w/]+)? (?:clinical )?(?:study|trial)\b"
    r"|\b(?:rate|survival|response|ratio|results|data) (?:in|from) (?:the )?(?P<name>[A-Z][A-Z\d]*(?:-[A-Z\d]+)*[A-Z\d]{4})(?= (?:was|were|is)\b|,)"
)
_LONG = 700


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each result of the text, the first of its kind in a sentence."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    own = issuer_words(release.string("name"), release.string("ticker")) if release else frozenset()
    for sentence in _near_a_cut(document):
        if _TRIGGER.search(text, *sentence) is None:
            continue
        if sentence.end - sentence.start > _LONG or document.zone_at(sentence.start) in (
            "table",
            "isi",
            "fls",
            "legend",
        ):
            continue
        # Cheapest first: few sentences have a cut-off.
        cutoff = _cutoff(document, sentence, claims["date"])
        study = _study(document, sentence, claims) if cutoff else ""
        found = _results(text, sentence) if study else []
        if not found:
            continue
        scope = {
            *(word for word in named(document, sentence.start, sentence.end, own) if word not in _SHORT),
            *(match[0].lower() for match in _DOSE.finditer(text, sentence.start, sentence.end)),
        }
        stage = _STAGE.search(text, sentence.start, sentence.end)
        for each in found:
            yield Claim(
                "readout",
                each.start,
                each.end,
                text[each.start : each.end],
                {
                    "study": study,
                    "endpoint": each.endpoint,
                    "number": text[each.start : each.end].strip(),
                    "unit": each.unit,
                    "cutoff": cutoff,
                    "population": each.population,
                    "scope": tuple(sorted(scope)),
                    "stage": stage[0].lower() if stage else "",
                },
            )


def _near_a_cut(document: Document) -> Iterator[Span]:
    """Yields the sentences of each paragraph in which a cut-off, or a number of patients, may be told; few texts have any."""
    done = -1
    for anchor in holding(document, _WHERE):
        block = document.block_at(anchor.start)
        if block is None or block.start == done or block.kind == "row":
            continue
        done = block.start
        at = block.start
        while at < block.end:
            sentence = document.sentence_at(at)
            yield sentence
            at = max(sentence.end, at + 1)
            while at < block.end and document.view.text[at] == " ":
                at += 1


class _Result(NamedTuple):
    """A result and its place; `population` is whom it is of."""

    endpoint: str
    unit: str
    population: str
    start: int
    end: int


def _results(text: str, sentence: Span) -> list[_Result]:
    """Returns the results of a sentence, of one endpoint the first alone; what stands for comparison is none."""
    said = _POP.search(text, sentence.start, sentence.end)
    population = _folded(said["pop"]) if said else ""
    found: list[_Result] = []
    for forms in (_NAMED, _BEFORE):
        for name, form in forms:
            found += [
                _Result(name, _unit(match, name), population, match.start("number"), match.end("number"))
                for match in form.finditer(text, *sentence)
            ]
    for match in _SHARE.finditer(text, *sentence):
        found.append(
            _Result(
                _key(match["verb"] + match["what"]),
                "%",
                _folded(match["pop"]) or population,
                match.start("number"),
                match.end("number"),
            )
        )
    for match in _REDUCED.finditer(text, *sentence):
        found.append(
            _Result(_key(match["what"]), _unit(match, ""), population, match.start("number"), match.end("number"))
        )
    kept: dict[str, _Result] = {}
    for each in found:
        if (
            each.unit
            and each.endpoint not in kept
            and not any(other.start < each.end and each.start < other.end for other in kept.values())
            and not _COMPARED.search(text, max(sentence.start, each.start - 60), each.start)
        ):
            kept[each.endpoint] = each
    return list(kept.values())


def _unit(match: Match[str], endpoint: str) -> str:
    if match["unit"]:
        return str(match["unit"]).lower().rstrip("s")
    return "%" if match["number"].endswith(("%", "cent")) else "ratio" if endpoint == "hazard ratio" else ""


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _key(words: str) -> str:
    return " ".join(word for word in words.lower().split() if word not in _WORDS)


def _study(document: Document, sentence: Span, claims: Mapping[str, Sequence[Claim]]) -> str:
    """Returns the one study, else the one product, of the sentence, its paragraph, or the release."""
    text = document.view.text
    block = document.block_at(sentence.start)
    known = {match["name"] for match in _CALLED.finditer(text)}
    for start, end in (sentence, (block.start, block.end) if block else sentence, (0, len(text))):
        # A study that is called one anywhere is known by its name alone.
        called = {name.casefold() for name in known if name in text[start:end]}
        if called:
            return called.pop() if len(called) == 1 else ""
        for type, field in (("trial", "study"), ("trial", "asset"), ("asset", "name")):
            names = {
                claim.string(field).casefold()
                for claim in claims[type]
                if start <= claim.start < end and claim.get(field)
            }
            if len(names) == 1:
                return names.pop()
            if names:
                break
    return ""


def _cutoff(document: Document, sentence: Span, dates: Sequence[Claim]) -> str:
    """Returns the data cut-off of a sentence, else of its paragraph; else patients with time; empty where there is none."""
    text = document.view.text
    block = document.block_at(sentence.start)
    for start, end in [(sentence.start, sentence.end), *([(block.start, block.end)] if block else [])]:
        days = {
            date.string("start")
            for date in dates
            if start <= date.start < end
            and date.get("start")
            and date.get("precision") in ("day", "month")
            and (
                (
                    _CUT.search(text, max(start, date.start - 50), date.start)
                    and _touches(text, date.start, max(start, date.start - 50))
                )
                or _AFTER.match(text, date.end, end)
            )
        }
        if len(days) == 1:
            return days.pop()
        if days:
            return ""
    n, time = _N.search(text, sentence.start, sentence.end), _TIME.search(text, sentence.start, sentence.end)
    if n is None or time is None:
        return ""
    return f"n={n['n'].replace(',', '')} {' '.join(time[0].lower().split()[-2:])}"


def _touches(text: str, at: int, since: int) -> bool:
    """Says whether the words of a cut-off end right before a date."""
    return any(at - match.end() <= 1 for match in _CUT.finditer(text, since, at))
