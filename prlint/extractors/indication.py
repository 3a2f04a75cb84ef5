"""Indications: the diseases and procedures of the list `indications`, each mention as its canonical name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.lexicon import Lexicon
from prlint.text.listed import entries, made_once
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {"node": "the indication's name in the list, whatever the text calls it"}

_CLINICAL = pattern(
    r"(?:[Pp]hase|PHASE|[Tt]rial|[Cc]linical|[Pp]atients|[Dd]esignat|[Tt]herap|[Tt]reat|[Dd]rug|[Dd]isease)"
)
_INITIALS = pattern(r"(?<![\p{L}\p{N}-])\p{Lu}[\p{L}]{1,5}(?![\p{L}\p{N}])")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each mention. Initials count where the text writes out what they stand for."""
    text = document.view.text
    # Diseases matter as what something is tried, developed or designated for; other releases need no search.
    if _CLINICAL.search(text) is None:
        return
    names, short = _names(entries(lists, "indications", "nodes") or {})
    found = [(hit.start, hit.end, hit.stands_for) for hit in names.find(text)]
    said = {node for _, _, node in found}
    if said.intersection(short.values()):
        ends = {(start, end) for start, end, _ in found}
        for match in _INITIALS.finditer(text):
            node = short.get(match.group(), "")
            if node in said and match.span() not in ends:
                found.append((*match.span(), node))
    for start, end, node in found:
        yield Claim("indication", start, end, text[start:end], {"node": node})


@made_once
def _names(nodes: Mapping[str, Any]) -> tuple[Lexicon, dict[str, str]]:
    """Returns the names of all nodes, and the initials with what they stand for."""
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    for node, about in nodes.items():
        names[node] = node
        for name in (about or {}).get("also", ()):
            names[name] = node
        for initials in (about or {}).get("short", ()):
            short[initials] = node
    return Lexicon(names), short
