"""Findings that say the same: which are joined, what they have in common, and what each says beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.finding import Finding, Suggestion

#: More edits than this are not said in words.
_MOST_EDITS = 3


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Joins findings that differ in their place, and maybe in the names and numbers of their message."""
    alike: dict[object, list[Finding]] = {}
    for i, finding in enumerate(findings):
        waived = None if finding.waived is None else tuple(sorted(finding.waived.items()))
        key: object = (finding.rule, finding.severity, finding.status, finding.outcome, finding.advice, waived)
        if finding.evidence:
            # One with evidence of its own stands alone.
            key = i
        elif len(finding.places) > 1:
            key = (key, finding.message, wording(finding.suggestion))
        safety = finding.suggestion.safety if finding.suggestion else ""
        alike.setdefault((key, safety), []).append(finding)
    groups: list[list[Finding]] = []
    for group in alike.values():
        if _shared([_words(finding) for finding in group]):
            groups.append(group)
            continue
        # They have hardly a word in common: only what says the very same is one.
        same: dict[object, list[Finding]] = {}
        for finding in group:
            same.setdefault((finding.message, wording(finding.suggestion)), []).append(finding)
        groups += same.values()
    return groups


def _words(finding: Finding) -> list[str]:
    """Returns the words of a message; what stands between quotation marks is one."""
    words: list[str] = []
    for word in printable(finding.message).split(" "):
        if words and words[-1].count('"') % 2:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _shared(messages: Sequence[Sequence[str]]) -> list[str]:
    """Returns the words that all messages share, in order; none where they are less than half of any of them."""
    shared = list(messages[0])
    for words in messages[1:]:
        if list(words) != shared:
            shared = _subsequence(shared, words)
    return shared if 2 * len(shared) >= max(map(len, messages)) else []


def _subsequence(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Returns the longest list of words that both hold in this order."""
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            equal = one[i] == other[j]
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if equal else max(lengths[i + 1][j], lengths[i][j + 1])
    found = []
    i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            found.append(one[i])
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def common(group: Sequence[Finding]) -> tuple[str, list[str]]:
    """Returns what the messages of a group have in common, … for the rest, and for each finding that rest.

    What the place itself shows is not said again.
    """
    messages = [_words(finding) for finding in group]
    if all(words == messages[0] for words in messages):
        return " ".join(messages[0]), [""] * len(group)
    shared = _shared(messages)
    gaps = [_gaps(words, shared) for words in messages]
    parts: list[str] = []
    for i in range(len(shared) + 1):
        if any(own[i] for own in gaps):
            parts.append("…")
        parts += shared[i : i + 1]
    notes = []
    for finding, own in zip(group, gaps, strict=True):
        quote = _bare(finding.places[0].quote)
        said = [" ".join(words).rstrip(",;:") for words in own if words]
        said = [value for value in said if _bare(value) != quote]
        instead = wording(finding.suggestion)
        if instead and not any(_bare(instead) in _bare(value) for value in said):
            said.append(instead)
        notes.append(" … ".join(said))
    return " ".join(parts), notes


def _gaps(words: Sequence[str], shared: Sequence[str]) -> list[list[str]]:
    """Returns what stands before each of the shared words, and after the last."""
    gaps: list[list[str]] = [[]]
    for word in words:
        if len(gaps) <= len(shared) and word == shared[len(gaps) - 1]:
            gaps.append([])
        else:
            gaps[-1].append(word)
    return gaps


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def wording(suggestion: Suggestion | None) -> str:
    """Returns what to write, where that can be said in a few words."""
    if suggestion is None:
        return ""
    if suggestion.replacement is not None:
        said = printable(suggestion.replacement).strip()
        # A lone mark would be taken for a speck.
        return said if any(map(str.isalnum, said)) or not said else f'"{said}"'
    wordings = list(dict.fromkeys(printable(edit.replacement).strip() for edit in suggestion.edits))
    return " / ".join(wordings) if all(wordings) and len(wordings) <= _MOST_EDITS else ""
