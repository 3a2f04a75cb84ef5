"""Study keys: registry numbers, protocol numbers and the names of trials."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: ClinicalTrials.gov; the former and the present European register; ISRCTN, Japan, China, Australia and New Zealand.
_NUMBER = pattern(
    r"(?<![\p{L}\p{N}])(?:NCT ?\d{8}|20\d\d-\d{6}-\d\d|20\d\d-5\d{5}-\d\d-\d\d|ISRCTN ?\d{8}|jRCTs?\d{10}|ChiCTR-?\w{8,}|ACTRN\d{14})(?![\p{L}\p{N}-])"
)
# Capitals with a digit, hyphens or at least five letters, or a capital inside: CLARION, ARC-2, InSight.
_NAME = r"(?P<name>(?:[A-Z][A-Z\d]*(?:-[A-Z\d]+)+|[A-Z]{5,}(?:[ -]\d{1,3})?|\p{Lu}[\p{L}]*\p{Ll}\p{Lu}[\p{L}\d]*(?:[ -]\d{1,3})?))"
_AFTER = pattern(rf"(?:,? [\p{{Ll}}\d-]+){{0,4}} {_NAME}(?:®|™)? (?:[Cc]linical )?(?:[Tt]rial|[Ss]tudy)\b")
_CALLED = pattern(
    rf"(?:,? [\p{{L}}\d-]+){{0,5}}? (?:trial|study),? (?:\(|called |known as |named |dubbed |designated |entitled |, )?\"?{_NAME}(?![\p{{L}}\p{{N}}])"
)
# "CLARION is a Phase 2 trial", "the ARC-2 Phase 2 trial"; a bare word in capitals before a phase may be a company.
_BEFORE = pattern(
    rf"(?<![\p{{L}}\p{{N}}-])(?:{_NAME}(?:®|™)?(?:,? (?:is |was )?(?:an?|the) (?:[\p{{Ll}}-]+,? ){{0,5}})"
    r"|(?P<coded>[A-Z][A-Z\d]*(?:-[A-Z\d]+)*-\d[A-Z\d]*) (?:(?:clinical|pivotal|global|registrational|ongoing) )?)$"
)


class Studies:
    """The study keys of one text; `taken` are the spans of products and diseases, which name no study."""

    __slots__ = ("_starts", "_taken", "_text")

    def __init__(self, text: str, taken: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._taken = sorted(taken)
        self._starts = [start for start, _ in self._taken]

    @staticmethod
    def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yields the spans of registry numbers."""
        for match in _NUMBER.finditer(text, start, end):
            yield match.span()

    def name(self, start: int, end: int, left: int, right: int) -> str:
        """Returns the name of the study at `start` to `end`, read from `left` to `right`; empty where there is none."""
        if self._text[start:end].isupper():
            return ""  # a headline in capitals: every word of it looks like a name
        for match in (
            _AFTER.match(self._text, end, right),
            _CALLED.match(self._text, end, right),
            _BEFORE.search(self._text, left, start),
        ):
            if match is not None:
                group = "coded" if "coded" in match.re.groupindex and match.group("coded") else "name"
                if not self._is_taken(*match.span(group)):
                    return str(match.group(group))
        return ""

    def _is_taken(self, start: int, end: int) -> bool:
        # Spans of one kind do not overlap, and there are two kinds: the last two that begin before the end decide.
        before = bisect_left(self._starts, end)
        return (
            any(start < last for _, last in self._taken[max(0, before - 2) : before])
            or _NUMBER.match(self._text, start) is not None
        )
