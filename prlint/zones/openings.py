"""How blocks begin and end that stand before the story as well as behind it."""

from __future__ import annotations

from prlint.text.patterns import pattern

#: "Media Contact:", "Investor Relations".
CONTACT = pattern(
    r"(?:(?:(?:company|media|investors?|press|corporate|public|relations|and|&|/|for|more|further|information|inquiries|pr|ir|news|general|sales|"
    r"u\.s\.|us|international|financial|business|editorial)[ /,]*)*"
    r"(?:contacts?|inquiries|enquiries|relations)(?: information| details| us)?)(?: ?[:\-–—]|$)",
    "i",
)
SOURCE = pattern(r"(?:SOURCE:? |Source: )(?=\S)")
_LEGAL = ("Inc.", "INC.", "Corp.", "CORP.", "Ltd.", "LTD.", "Co.", "CO.", "S.A.", "N.V.")


def ends_sentence(line: str) -> bool:
    """Says whether a line ends like a sentence, and not with a company's "Inc."."""
    return line.endswith((".", "?", "!")) and not line.endswith(_LEGAL)
