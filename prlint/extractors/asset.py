"""Products: codes ("ARD-101"), non-proprietary names, and names that the text introduces as a product's.

A code or name is one product by default: codes that differ in a digit are two.
Other names for one product are learnt where the text says so ("formerly",
"also known as"), and so is the isotope that a product carries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.claim import Claim, Tracked
from prlint.text import codes
from prlint.text.holding import matches
from prlint.text.listed import entries, item_set
from prlint.text.patterns import pattern
from prlint.text.words import places, runs, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "name": "the product as printed, without trade mark signs",
    "code": "the name without spaces, hyphens and case: equal for all ways of writing it",
    "form": "code, inn (non-proprietary name) or name (introduced as a product)",
    "isotope": "the isotope that the sentence says the product carries, as iodine-131; or empty",
    "alias_of": "the code of the product that this is said to be another name of; or empty",
}
TRACKED = (Tracked("asset", "isotope", "isotope", "name", "asset"),)

_ISOTOPE_BEFORE = r"(?:(?:[A-Z][a-z]?-\d{2,3}|\[?\d{2,3}m?[A-Z][a-z]?\]?)-)?"
# One look at the first character rules out nearly every place.
_CODE = pattern(rf"(?=[A-Z\d\[])(?<![\p{{L}}\p{{N}}#./@_-])(?:(?P<label>{_ISOTOPE_BEFORE}))(?P<code>{codes.CODE})")
_PATENT_NEAR = pattern(
    r"(?:patents?|application|publication|registration|docket|serial|trademark)(?: no\.?| numbers?| nos\.)?[ ,(#:]*(?:[A-Z]{2}[ -]?[\d,]+,? (?:and )?)*$",
    "i",
)
_STUDY_BEFORE = pattern(r"\b(?:trial|study|program)s?(?:,| \(|,? (?:called|named|known as|dubbed))? ?\"?$", "i")
_STUDY_AFTER = pattern(r"\"?(?:[.,;)]|$)")
_YEAR = pattern(r"(?:19|20)\d\d")
_MEDICAL = pattern(
    r"\b(?:compounds?|drugs?|candidates?|trials?|stud(?:y|ies)|patients?|therap(?:y|ies|eutics?)|treatments?|molecules?|agents?|dos(?:e[sd]?|ing)|"
    r"inhibitors?|antibod(?:y|ies)|vaccines?|preclinical|clinical|tumou?rs?|formulation|investigational|orphan drug|FDA|payload|formerly|known as)\b",
    "i",
)
_KIND_OF_PRODUCT = (
    r"(?:product candidate|drug candidate|clinical candidate|therapeutic candidate|investigational (?:drug|compound|therapy|agent|product)|compound|small molecule|inhibitor|antibody"
    r"|agonist|antagonist|modulator|vaccine|cell therapy|gene therapy|immunotherapy|therapy|therapeutic|formulation|drug|biologic|radiotherapeutic|conjugate|peptide|molecule|candidate)"
)
_NAME = r"(?P<name>\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)*)"
# "Xelvant, an oral inhibitor of …", "Xelvant (TM) is a first-in-class antibody": a coined name that the text calls a product.
# A look at what follows the name rules out most capitalised words.
_INTRODUCED = pattern(
    rf"\b(?=\p{{Lu}}[\p{{L}}\d-]*+(?:[™®]|\((?:TM|R)\))?+\)?+(?:, (?:an?|the|our|its) | (?:is|\()))(?<![\p{{L}}\p{{N}}-]){_NAME}(?:[™®]|\((?:TM|R)\))?(?:\))?(?:, (?:an?|the company's|our|its|the) |(?: \([^()]{{2,40}}\))? is (?:an?|the company's|our|its|currently an?|the) )"
    rf"(?:[\p{{L}}\d+/-]+,? ){{0,7}}?{_KIND_OF_PRODUCT}\b",
)
# "our lead product candidate, Xelvant,"
_NAMED = pattern(
    rf"\b(?:lead|flagship|product|drug|clinical|first-generation|next-generation|investigational|approved|marketed)(?: [\p{{L}}-]+){{0,3}} (?:candidate|product|drug|compound|therapy|vaccine|asset|program),? {_NAME}(?:[™®]|\((?:TM|R)\))?(?=[,.;)]| (?:is|has|in|for)\b)",
)
# "Xelvant is in an ongoing Phase 2 study": a name of one word of which a trial is told.
_STUDIED = pattern(
    rf"(?<![\p{{L}}\p{{N}}-]){_NAME}(?:[™®]|\((?:TM|R)\))? is (?:currently |now |also )?(?:being (?:evaluated|studied|investigated|tested|assessed) )?in (?:an?|the|its|our|one|two|several) "
    r"(?:[\p{L}\d-]+,? ){0,4}?[Pp]hase (?:[0-4]|I)"
)
# "Xelvant has received fast track designation", "fast track designation was granted to Xelvant for".
_HONOURED_TO = pattern(
    rf"[Dd]esignation(?: \([^()]{{2,20}}\))?(?: (?:was|has been|is) granted)? to {_NAME}(?:[™®]|\((?:TM|R)\))?,? (?:for|in) (?:the |patients|treat|\p{{Ll}})"
)
_HONOURED = pattern(
    rf"(?<![\p{{L}}\p{{N}}-]){_NAME}(?:[™®]|\((?:TM|R)\))? (?:has |had )?(?:also |recently |previously )?(?:received|holds|obtained|(?:was|been) (?:granted|awarded))"
    r" (?:[\p{L}.-]+ ){1,7}?[Dd]esignation\b"
)
_ABSTRACT = ("ment", "tion", "sion", "ing", "ance", "ence", "ity", "ness", "logy", "ship", "ers", "ors")
_GOES_ON = pattern(
    r",? (?:\p{Lu}\p{Ll}|(?:today|announce|report|said|plans|expects)|LLC\b|AG\b|SA\b|plc\b)|'s? |\s?\((?:[Nn][Aa][Ss]|NYSE|OTC|TSX)"
)
_COINED = pattern(r"\p{Lu}\p{Ll}*(?:\p{Lu}|\d|-\p{Lu})[\p{L}\d-]*|\p{Lu}[\p{L}\d]{3,}(?:-[\p{L}\d]+)*")
# Words of which a capital at the start of a sentence makes no name.
_PLAIN = frozenset(
    "it this that these those there each such both another our its their he she we they what which who where when while here company treatment "
    "study trial data results patients therapy drug compound product candidate dr mr mrs ms today and but if as also the".split()
)
_PLAIN_SHAPE = pattern(r"\p{Lu}\p{Ll}+")
_COMPANY_WORDS = (
    "company",
    "developer",
    "platform",
    "manufacturer",
    "firm",
    "leader",
    "maker",
    "business",
    "corporation",
)
_ALSO = pattern(
    r",? ?\(?(?:formerly|previously|also|originally|now|hereafter)(?: (?:known|referred to|called|named|designated|marketed|developed))?(?: as)? ?:? ?\"?$|"
    r",? ?\(?(?:a\.?k\.?a\.?|f/k/a|n/k/a|i\.e\.,?) ?\"?$",
    "i",
)
_TOUCHES = pattern(r"(?:[™®]|\((?:TM|R)\))?(?: \([^()]{1,25}\))?(?:,? (?:which )?(?:is|was))?")
_CALLED = pattern(r"known|referred|called|named|designated|marketed", "i")
_PAREN = pattern(r"(?:[™®]|\((?:TM|R)\))? ?\(\"?$")
#: Letters of a non-proprietary name at least.
_LEAST = 8
# Eight letters, of which only the first may be a capital, in no address.
_LONG = pattern(r"(?<![\p{L}\p{N}@./-])\p{L}\p{Ll}{7,}+(?![\p{L}\p{N}@-]|[.]\p{L})")
_LISTS_SOME = pattern(r"(?:such as|including|like|e\.g\.,?) $", "i")
_CLOSES = pattern(r"\"?\)")
#: Code points between a product and the isotope that it is said to carry.
_REACH = 120


class _Found(NamedTuple):
    start: int
    end: int
    name: str
    form: str


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each mention of a product."""
    text = document.view.text
    found = sorted({*_codes(document, text, lists), *_generic(document, text, lists)})
    found += _introduced(document, found, lists)
    found.sort()
    also = _aliases(text, found)
    carried = _isotopes(document, text, found, lists)
    for i, each in enumerate(found):
        yield Claim(
            "asset",
            each.start,
            each.end,
            text[each.start : each.end],
            {
                "name": each.name,
                "code": codes.fold(each.name),
                "form": each.form,
                "isotope": carried.get(i, ""),
                "alias_of": also.get(i, ""),
            },
        )


def _codes(document: Document, text: str, lists: Mapping[str, Any]) -> Iterator[_Found]:
    barred = {word for group in entries(lists, "not-codes", "letters") or () for word in group["are"]}
    spaced: dict[str, list[Any]] = {}
    sure: set[str] = set()
    for match in _CODE.finditer(text):
        letters, gap, digits = match.group("letters", "gap", "digits")
        if letters in barred or _PATENT_NEAR.search(text, max(0, match.start() - 60), match.start()):
            continue
        if _STUDY_BEFORE.search(text, max(0, match.start() - 30), match.start()) and _STUDY_AFTER.match(
            text, match.end()
        ):
            continue  # "the pivotal trial, ARC-301." names the trial
        # "ASCO 2024" is a congress and its year; "NJ 08054" a state and its postal code.
        if gap != "-" and (_YEAR.fullmatch(digits) or (len(letters) == 2 and len(digits) == 5)):
            continue
        if gap == " ":
            spaced.setdefault(letters, []).append(match)
            continue
        sure.add(letters)
        yield _Found(
            match.start("code") if not match.group("label") else match.start(), match.end(), match.group(), "code"
        )
    for letters, several in spaced.items():
        # Capitals and a number with a space between are often something else: another mention, or the words around, must speak for a product.
        for match in several:
            sentence = document.sentence_at(match.start())
            if letters in sure or len(several) > 1 or _MEDICAL.search(text, sentence.start, sentence.end):
                yield _Found(match.start(), match.end(), match.group(), "code")


def _generic(document: Document, text: str, lists: Mapping[str, Any]) -> Iterator[_Found]:
    endings = tuple(entries(lists, "inn-stems", "endings"))
    words = item_set(lists, "inn-stems", "words")
    low = document.once(small)
    for run in document.once(runs) if endings else ():
        if len(run) < _LEAST or not run.endswith(endings) or run in words:
            continue
        for at in places(low, run):
            match = _LONG.match(text, at)
            if match is not None and match.group().casefold() not in words:
                yield _Found(match.start(), match.end(), match.group(), "inn")


def _introduced(document: Document, found: list[_Found], lists: Mapping[str, Any]) -> Iterator[_Found]:
    """Yields all mentions of the names that the text introduces as products, where no code or generic name stands."""
    text = document.view.text
    taken = {(each.start, each.end) for each in found}
    names: set[str] = set()
    told = (_STUDIED, _HONOURED, _HONOURED_TO) if "hase" in text or "esignation" in text else ()
    everyday = item_set(lists, "everyday-words")
    for form in (_INTRODUCED, _NAMED, *told):
        for match in matches(document, form):
            name = match.group("name").removesuffix("TM")
            if match.span("name") in taken or name.casefold() in _PLAIN or not _COINED.fullmatch(name):
                continue
            if any(each.start < match.end("name") and match.start("name") < each.end for each in found):
                continue
            # "Ardenta is a … drug company": what is called a company is none of its products.
            said = text[match.end("name") : match.end() + 40].casefold().split(". ")[0]
            if any(word in said for word in _COMPANY_WORDS) and form is _INTRODUCED:
                continue
            # A word that the text writes small too, or that only the start of a sentence makes a capital, is no name.
            if name.lower() in text or name in everyday:
                continue
            if form in told:
                # "Ardenta is in a Phase 2 trial": a name that goes on is a company's.
                # And "Enrollment is in a Phase 2 trial" tells of an activity.
                if name.endswith(_ABSTRACT) or any(_GOES_ON.match(text, at + len(name)) for at in places(text, name)):
                    continue
            elif _PLAIN_SHAPE.fullmatch(name) and not _marked(text, name):
                continue
            names.add(name)
    if not names:
        return
    mention = pattern(
        r"(?<![\p{L}\p{N}@./-])(?:" + "|".join(sorted(names, key=lambda n: (-len(n), n))) + r")(?![\p{L}\p{N}@-])"
    )
    for match in mention.finditer(text):
        if not any(each.start < match.end() and match.start() < each.end for each in found):
            yield _Found(match.start(), match.end(), match.group(), "name")


def _marked(text: str, name: str) -> bool:
    """Says whether the name bears a trade mark sign, or stands where no sentence begins and no name precedes."""
    at = text.find(name)
    while at >= 0:
        if text.startswith(("™", "®", "(TM)", "(R)"), at + len(name)):
            return True
        if at > 1 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] == ","):
            return True
        at = text.find(name, at + 1)
    return False


def _aliases(text: str, found: list[_Found]) -> dict[int, str]:
    """Returns for the place of a name that the text calls another name of the one before it, that one's code."""
    also: dict[int, str] = {}
    for i in range(1, len(found)):
        before, each = found[i - 1], found[i]
        if each.start <= before.end or each.start - before.end > 45 or codes.fold(before.name) == codes.fold(each.name):
            continue
        between = text[before.end : each.start]
        named = _ALSO.search(between)
        # "Xelvant (ARD-101)": a bare name in parentheses is the same thing under another name.
        # After "such as" the parentheses may hold a member of the class instead.
        bare = (
            _PAREN.fullmatch(between)
            and _CLOSES.match(text, each.end)
            and not _LISTS_SOME.search(text, max(0, before.start - 12), before.start)
        )
        if (named and _leads(between[: named.start()], named.group())) or bare:
            also[i] = also.get(i - 1, "") or codes.fold(before.name)
    return also


def _leads(before: str, named: str) -> bool:
    """Says whether the words between a product and "formerly known as" leave it the subject."""
    if _TOUCHES.fullmatch(before):
        return True
    return _CALLED.search(named) is not None and len(before) < 40 and not any(mark in before for mark in ".;")


def _isotopes(document: Document, text: str, found: list[_Found], lists: Mapping[str, Any]) -> dict[int, str]:
    """Returns for the place of a product the isotope that its sentence says it carries."""
    elements: Mapping[str, str] = entries(lists, "isotopes", "elements") or {}
    if not elements or not found:
        return {}
    low = document.once(small)
    binds = pattern(r"\b(?:" + "|".join(entries(lists, "isotopes", "binds")) + r")\b")
    turns = pattern(r"\b(?:" + "|".join(entries(lists, "isotopes", "turns")) + r")\b")
    carried: dict[int, str] = {}
    sentences = sorted({document.sentence_at(each.start) for each in found})
    sentences = [sentence for sentence in sentences if binds.search(low, sentence.start, sentence.end)]
    any_isotope = codes.isotope_pattern(elements)
    for sentence, match in ((s, m) for s in sentences for m in any_isotope.finditer(text, s.start, s.end)):
        inside = [i for i, each in enumerate(found) if sentence.start <= each.start < each.end <= match.start()]
        # Part of a product's own name ("I-131-ARD1404"), or no product before it.
        if not inside or any(each.start <= match.start() < each.end for each in found):
            continue
        subject = found[inside[-1]]
        others = {codes.fold(found[i].name) for i in inside}
        between = low[subject.end : match.start()]
        verb = max(binds.finditer(between), key=lambda each: each.start(), default=None)
        # With two products before it, or a turn ("unlike"), it is not plain whose isotope it is.
        if verb is None or len(others) > 1 or len(between) - verb.end() > _REACH or turns.search(between):
            continue
        carried[inside[-1]] = codes.isotope(match.group(), elements)
    return carried
