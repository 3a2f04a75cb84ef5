"""How far a product is on its way to the market: investigational, submitted to a regulator, or approved, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.agencies import agency
from prlint.text.patterns import pattern
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Document, Span

NEEDS = ("asset", "indication")
FIELDS = {
    "asset": "the product as printed, the only one that the sentence names",
    "indication": "the indications by their names in the list; empty where the sentence names none",
    "stage": "investigational, submitted or approved",
    "subject": "FDA, EMA or another agency, or that of the place named; or empty",
}

_APPLICATION = r"(?:supplemental )?(?:new drug application|biologics license application|marketing authori[sz]ation application|premarket approval application|\(?(?:nda|bla|maa|pma)\b)"
_STAGES = (
    (
        "approved",
        pattern(
            r"\b(?:is|was|were|has been|have been|been|now|(?:fda|ema|commission|agency)(?: has| have)?) (?:now |fully |also |first |fda-)?approved\b"
            r"|\b(?:received|granted|obtained|announced?s?) (?:full |fda |marketing |u\.s\. |regulatory |the )*approval (?:of|for|from)\b|\bfda-approved\b"
        ),
    ),
    (
        "submitted",
        pattern(
            rf"\b(?:submitted|filed|plans to (?:submit|file)|intends to (?:submit|file)|expects to (?:submit|file)) (?:[\w-]+ ){{0,4}}?{_APPLICATION}"
            rf"|{_APPLICATION}[^;]{{0,80}}?\b(?:is|remains) (?:currently )?(?:under|in) review\b|\b(?:is|remains) under (?:\w+ )?review by\b"
        ),
    ),
    ("investigational", pattern(r"\bis (?:currently )?an? (?:[\w,-]+ ){0,3}?investigational\b|\bhas not (?:yet )?been approved\b|\bis not (?:yet )?approved\b")),
)  # fmt: skip
#: What is only hoped for, was refused, or is something else than the product's approval.
_NOT_PLAIN = pattern(
    r"\b(?:if|may|might|could|would|potential|towards?|path(?:way)? to|seek\w*|pending|previously|withdr[ae]w\w*|refus\w*|complete response|tentative|conditional|"
    r"supplemental|s[nb]?[dl]a|additional|another|new indication|label|expanded?|protocol|facility|plant|patent|trial was approved|ind)\b"
)
#: Stems without which no sentence says any of it.
_LITERALS = ("approv", "submitted", "filed", "to submit", "to file", "under review", "investigational")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each sentence that says of one product how far it is; the span is the words that say so."""
    assets = claims.get("asset", ())
    low = document.once(small)
    if not assets or not any(literal in low for literal in _LITERALS):
        return
    text = document.view.text
    for sentence in sorted({document.sentence_at(claim.start) for claim in assets}):
        said = low[slice(*sentence)]
        if not any(literal in said for literal in _LITERALS) or _NOT_PLAIN.search(said):
            continue
        name = _only(assets, sentence)
        found = next(((stage, match) for stage, says in _STAGES[::-1] if (match := says.search(low, *sentence))), None)
        if not name or found is None:
            continue
        stage, match = found
        diseases = [c.string("node") for c in claims.get("indication", ()) if sentence.start <= c.start < sentence.end]
        yield Claim(
            "approval",
            match.start(),
            match.end(),
            text[match.start() : match.end()],
            {
                "asset": name,
                "indication": tuple(dict.fromkeys(diseases)),
                "stage": stage,
                "subject": agency(text, *sentence),
            },
        )


def _only(assets: Sequence[Claim], sentence: Span) -> str:
    """Returns the one product of a sentence as printed, empty where there are several."""
    inside = [claim for claim in assets if sentence.start <= claim.start < sentence.end]
    return inside[0].string("name") if len({claim.string("code") for claim in inside}) == 1 else ""
