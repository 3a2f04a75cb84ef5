"""Product codes and isotopes: "CLX 204", "CLX204" and "CLX-204" are one code, I-131 and iodine-131 one isotope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import Pattern, pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Letters, digits, and perhaps a letter and a suffix: the shape that companies give their candidates' codes.
CODE = r"(?P<letters>[A-Z]{2,5})(?P<gap>[- ]?)(?P<digits>\d{2,5})(?P<tail>[A-Za-z]?(?:-[A-Z]{2,4})?)(?![\p{L}\p{N}]|[-/.,]\d|:\d|%)"

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_JOINTS = pattern(r"[\s-]+")


def fold(name: str) -> str:
    """Returns what all ways of writing a code or name share: no spaces, hyphens or trade mark signs, no case."""
    return _JOINTS.sub("", name.casefold()).strip("™®℠©")


def isotope_source(elements: Mapping[str, str]) -> str:
    """Returns the pattern source of an isotope, in any of its forms, of these elements (name → symbol)."""
    names = "|".join(sorted(elements))
    symbols = "|".join(sorted(elements.values(), key=len, reverse=True))
    mass = r"\d{1,3}m?"
    return (
        rf"(?:(?P<name>(?i:{names}))[ –-](?P<m1>{mass})(?![\p{{L}}\p{{N}}])"
        rf"|(?P<s2>{symbols})[- ](?P<m2>\d{{2,3}}m?)(?![\p{{L}}\p{{N}}])"
        rf"|(?P<m3>\d{{2,3}}m?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{2,3}}ᵐ?)-?(?P<s3>{symbols})(?![\p{{L}}\p{{N}}]))"
    )


def isotope_pattern(elements: Mapping[str, str]) -> Pattern:
    """Returns the pattern of an isotope that stands as a word of its own."""
    return pattern(r"(?<![\p{L}\p{N}])" + isotope_source(elements))


def isotope(written: str, elements: Mapping[str, str]) -> str:
    """Returns an isotope as "iodine-131", whatever its form; empty for what is none."""
    match = isotope_pattern(elements).fullmatch(written)
    if match is None:
        return ""
    if match.group("name"):
        return f"{match.group('name').casefold()}-{match.group('m1')}"
    symbol = match.group("s2") or match.group("s3")
    mass = (match.group("m2") or match.group("m3")).translate(_SUPERSCRIPTS).replace("ᵐ", "m")
    name = next(name for name, short in elements.items() if short == symbol)
    return f"{name}-{mass}"
