"""Whether an unlisted word is made of listed ones: inflected, prefixed, suffixed, or put together of two.

No list has every word that can be made. What is made by the rules of the
language, or of medicine's own word parts, is known, but for what can also be
put together and stands one slip of the hand away from a much commoner word:
"acess" is no plural of ace, and "agrement" has nothing to do with "agre".
"""

from __future__ import annotations

from functools import lru_cache

from prlint.text.wordlist import grade, neighbours

#: In front of a word of their own.
_PREFIXES = tuple(
    sorted(
        "aero agri allo andro angio anti arterio arthro astro audio auto bio broncho cardio cerebro chemo chloro cholecysto chrono co colo contra counter cranio cryo cyber cyto de dermato dia dis dys "
        "eco electro em en encephalo endo entero epi erythro ex extra ferro fibro fluoro fore gastro geno geo glyco gynaeco haemato haemo helio hemato hemi hemo hepato hetero histo homo hydro hyper hypo "
        "immuno infra inter intra iso keratos kinesio laryngo leuko lipo litho lympho macro mal mega meso meta metallo micro mid mini mis mono morpho multi musculo myco myelo myo nano naso nephro neo neuro "
        "non noso nutri oculo off omni onco ophthalmo opto organo ortho osmo osteo oto out over oxy pan para patho peri petro phago pharmaco phono phospho photo physio phyto pneumo poly post pre pro proto "
        "pseudo psycho pulmo pyro quadri quasi radio re retro rhino sarco sclero self semi socio sono spectro spiro steno stereo sub super supra sur syn techno tele tetra thermo thio thrombo thyro trans tri "
        "typo ultra un under uni up upper uro utero vaso veno ventriculo vibro video xeno".split(),
        key=lambda prefix: (-len(prefix), prefix),
    )
)
#: After a word, in place of these endings of it; an empty one is added as it is.
_SUFFIXES = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("iness", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("or", ("e", "")),
    ("ors", ("e", "")),
    ("est", ("", "e")),
    ("ly", ("", "le")),
    ("ally", ("", "al")),
    ("al", ("", "e", "y")),
    ("ic", ("y", "ia", "is", "e", "")),
    ("ical", ("y", "ic")),
    ("ically", ("ic", "y")),
    ("ness", ("",)),
    ("less", ("",)),
    ("like", ("",)),
    ("wide", ("",)),
    ("ware", ("",)),
    ("able", ("", "e")),
    ("ably", ("able", "", "e")),
    ("ability", ("able", "", "e")),
    ("ible", ("", "e")),
    ("ibility", ("ible",)),
    ("ize", ("", "e", "y")),
    ("ized", ("", "e", "y", "ize")),
    ("izes", ("", "e", "y")),
    ("izing", ("", "e", "y", "ize")),
    ("izer", ("ize", "")),
    ("ise", ("", "ize")),
    ("ised", ("", "ize", "e")),
    ("ising", ("", "ize", "e")),
    ("ization", ("", "ize", "e")),
    ("isation", ("", "ize", "e")),
    ("ation", ("", "e", "ate")),
    ("ations", ("", "e", "ate")),
    ("ion", ("", "e")),
    ("ional", ("ion",)),
    ("ative", ("ate", "ation", "", "e")),
    ("ive", ("e", "ion", "")),
    ("ity", ("", "e")),
    ("ities", ("", "e", "ity")),
    ("ment", ("", "e")),
    ("ments", ("", "e", "ment")),
    ("ship", ("",)),
    ("ful", ("",)),
    ("ism", ("", "e")),
    ("ist", ("", "e", "y")),
    ("ists", ("", "e", "y")),
    ("ian", ("", "y", "ia")),
    ("ated", ("ate", "e", "")),
    ("ating", ("ate", "e", "")),
    ("y", ("", "e")),
)
#: With which the names of medicines, enzymes, diseases and procedures end; the rest before them is a name's own.
_MEDICAL = (
    "mab", "mabs", "tinib", "ciclib", "rafenib", "parib", "zomib", "gliptin", "gliflozin", "glutide", "relin", "statin", "sartan", "prazole",
    "conazole", "cillin", "mycin", "micin", "floxacin", "cycline", "cavir", "buvir", "previr", "asvir", "tegravir", "navir", "citabine", "rubicin", "taxel", "platin",
    "poietin", "grastim", "leukin", "cept", "kinra", "tide", "lol", "pril", "dipine", "triptan", "setron", "azepam", "barbital", "caine", "curium", "dronate", "fibrate",
    "olimus", "steride", "thiazide", "trexate", "vaptan", "xaban", "gatran", "parin", "leucel", "cabtagene", "parvovec", "gene", "mer", "rsen", "siran", "ase", "ases",
    "itis", "oma", "omas", "omata", "osis", "oses", "emia", "emias", "emic", "aemia", "aemic", "pathy", "pathies", "pathic", "ectomy", "ectomies", "otomy", "ostomy", "plasty", "plasties", "scopy",
    "scopic", "scope", "graphy", "graphic", "gram", "grams", "lysis", "lytic", "lysin", "lysins", "philia", "philic", "phobic", "penia", "penic", "plegia", "paresis", "trophy", "trophic", "tropic", "tropin",
    "genesis", "genic", "cyte", "cytes", "cytic", "cytosis", "blast", "blasts", "blastic", "plasm", "plasia", "plastic", "poiesis", "poietic", "uria", "uric", "algia", "algesia", "esthesia", "rrhea", "rrhage", "rrhagic",
    "globulin", "globulins", "protein", "proteins", "peptide", "peptides", "saccharide", "saccharides", "lipid", "lipids", "toxin", "toxins", "toxic", "toxicity", "viral", "virus", "viruses", "therapy", "therapies",
    "valent", "mimetic", "mimetics", "kinase", "kinases", "receptor", "receptors", "oside", "osides", "idine", "amine", "amines", "adine", "olone", "asone", "onide", "idone", "azine", "apine", "oxetine", "phylline",
)  # fmt: skip
#: Slips of the hand that no rule of word making explains.
_HAND = ("turned", "missed", "dropped", "doubled")
#: Grade at least of the word that was meant; a letter too few of a pair is so usual that less is enough.
_MEANT = 11
_MEANT_HALVED = 6
_MEANT_DOUBLED = 12
_VOWELS = "aeiou"
#: Before these a consonant is doubled on one side of the ocean only.
_DOUBLING = ("ed", "ing", "ings", "er", "ers", "or", "ors", "able", "ation", "ful", "ment")
#: Grade of each half of a compound at least: two common words.
_PART = 8


@lru_cache(maxsize=4096)
def formed(word: str) -> bool:
    """Says whether a word in lower case is a listed word or is made of listed ones."""
    if grade(word) >= 0:
        return True
    return (_inflected(word) or _prefixed(word) or _compound(word)) and not _slipped(word)


def medical(word: str) -> bool:
    """Says whether a word in lower case ends as names of medicines, diseases and procedures do."""
    return len(word) > 6 and word.endswith(_MEDICAL)


def _slipped(word: str) -> bool:
    """Says whether a word is a slip of the hand away from one so common that nobody will have made it of others."""
    if len(word) < 5:
        return False
    # No word has a letter three times in a row: milllion is not mill and lion.
    if any(a == b == c for a, b, c in zip(word, word[1:], word[2:], strict=False)):
        return True
    for near in neighbours(word):
        at = next((i for i, (x, y) in enumerate(zip(word, near.word, strict=False)) if x != y), len(word))
        # The first letter is seldom mistyped, and another ending is another form: revenued, revenues.
        ending = at >= len(word) or (at == len(word) - 1 and len(word) == len(near.word))
        if not at or (ending and grade(word[:at]) >= _PART):
            continue
        if near.slip == "halved":
            # British and American English double before these in turn: programed, labeler.
            if near.grade >= _MEANT_HALVED and (word[at - 1] in _VOWELS or not word[at:].endswith(_DOUBLING)):
                return True
        elif (
            len(word) > 5
            and near.slip in _HAND
            and near.grade >= (_MEANT_DOUBLED if near.slip == "doubled" else _MEANT)
        ):
            return True
    return False


def _inflected(word: str) -> bool:
    if grade(word) >= 0:
        return True
    for suffix, endings in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word[: -len(suffix)]
        # Of a short stem too much could be made.
        if len(stem) < 4:
            continue
        if any(grade(stem + ending) > 0 for ending in endings):
            return True
        # planned of plan; but a doubled letter is also the commonest slip, so only where English doubles.
        if (
            suffix in ("ed", "ing", "er", "ers")
            and stem[-1] == stem[-2]
            and stem[-3] in "aeiou"
            and stem[-4] not in "aeiou"
            and stem[-1] not in "aeiouchjkqvwxy"
            and grade(stem[:-1]) > 0
        ):
            return True
    return False


def _prefixed(word: str) -> bool:
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        # After a short prefix a slip could hide: "reprot" is no "prot" again.
        if word.startswith(prefix) and len(rest) >= (4 if len(prefix) > 3 else 5):
            if _inflected(rest) or (len(prefix) > 3 and len(rest) > 5 and _prefixed(rest)):
                return True
            # A prefix of medicine before an ending of medicine: nephrotoxic, lymphoplasmacytic.
            if len(prefix) > 3 and rest.endswith(_MEDICAL):
                return True
    return False


def _compound(word: str) -> bool:
    return any(grade(word[:at]) >= _PART and _common(word[at:]) for at in range(4, len(word) - 3))


def _common(word: str) -> bool:
    """Says whether a word, or what it is a form of, is common."""
    if grade(word) >= _PART:
        return True
    return any(word.endswith(end) and grade(word[: -len(end)]) >= _PART for end in ("s", "ed", "ing", "er", "ers"))
