"""What stands beside a name: qualifications, and the office that a person holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.claim import Claim
    from prlint.extractors.person.scene import Scene

_DEGREE = pattern(r"(?P<degree>\p{Lu}[\p{L}.]{0,9}(?:-\p{Lu}{1,2})?\.?)(?![\p{L}])")
#: An office with its field before a name: "director of research Ana Lund".
_FIELD_BEFORE = pattern(r"(?:^|[ ,])(?P<word>\p{L}+) (?:of|for)(?: \p{Ll}[\p{Ll}-]*){1,4},? $")
_ROLE_START = pattern(
    r"(?:,| –| —|\s?\(|;)?\s?(?:(?:the|an?|its|our|who is|who serves as|[\p{Lu}][\p{L}\p{N}.&-]*(?: \p{Lu}[\p{L}\p{N}.&-]*){0,3}'s?) )?(?P<word>[\p{L}-]+)"
)
#: "Ana Lund, Ardenta Chief Executive Officer": the company stands in front of the office, without a possessive.
_COMPANY_OFFICE = pattern(
    r", (?:\p{Lu}[\p{L}\p{N}&-]* ){1,3}?(?:President (?:and|&) )?(?:Chief \p{Lu}\p{L}+ Officer|CEO|CFO|COO|CMO|CSO|CTO|CBO|CCO)\b"
)
_ROLE_TEXT = pattern(
    r"(?:,| –| —|\s?\(|;)?\s?(?P<role>[^\n.;()\"]{2,100}?)(?= (?:of|at|for|in|to|said|stated|commented|added|noted|will|and (?:the|lead))\b|[.;()\"\n]|, (?!(?:\p{Lu}|and|vice|chief|senior)\S*)|$)"
)


def credentials(scene: Scene, at: int) -> tuple[tuple[str, ...], int]:
    """Returns the qualifications that follow a name, and where they end."""
    found: list[str] = []
    while True:
        gap = 2 if scene.text.startswith(", ", at) else 1 if scene.text.startswith((",", " "), at) else 0
        match = _DEGREE.match(scene.text, at + gap) if gap else None
        degree = match.group("degree").replace(".", "") if match else ""
        if match is None or degree not in scene.degrees:
            return tuple(found), at
        found.append(degree)
        end = match.end("degree")
        # The full stop of "M.D." belongs to it, the one that ends the sentence does not.
        if scene.text[end - 1] == "." and "." not in match.group("degree")[:-1]:
            end -= 1
        at = end


def role_after(scene: Scene, at: int) -> str:
    """Returns the role that follows a name, without the body that it is held in."""
    if not scene.text.startswith((",", " –", " —", " (", ";", " "), at):
        return ""
    match = _ROLE_START.match(scene.text, at)
    if match is None:
        return ""
    named = _COMPANY_OFFICE.match(scene.text, at)
    if named is not None:
        role = _ROLE_TEXT.match(scene.text, at)
        return str(role.group("role") if role else named.group()[2:]).strip()
    word = match.group("word").lower()
    if word not in scene.role_words or (
        scene.text.startswith(" ", at)
        and not scene.text.startswith((" –", " —", " ("), at)
        and match.group("word")[0].islower()
    ):
        return ""
    role = _ROLE_TEXT.match(scene.text, at)
    return str(role.group("role").strip() if role else match.group("word"))


def role_before(scene: Scene, at: int) -> str:
    """Returns the office in front of a name: "CEO Ana Lund", "Chief Financial Officer, Ana Lund"."""
    lead = scene.text[max(0, at - 40) : at].rstrip(" ,").lower()
    for form in scene.offices if lead.endswith(scene.forms) else ():
        if lead.endswith(form) and not lead[: -len(form)][-1:].isalpha():
            return str(form)
    if not any(scene.text.find(of, max(0, at - 60), at) >= 0 for of in (" of ", " for ")):
        return ""
    field = _FIELD_BEFORE.search(scene.text, max(0, at - 60), at)
    return field.group().strip(" ,") if field and field.group("word").lower() in scene.role_words else ""


def offices(scene: Scene, role: str) -> tuple[str, ...]:
    """Returns the single offices, such as CEO, in a role as printed."""
    low = " " + " ".join("".join(c if c.isalnum() or c == "-" else " " for c in role.lower()).split()) + " "
    return tuple(
        sorted({office for form, office in scene.offices.items() if f" {form} " in low and f" vice {form} " not in low})
    )


def offices_of(claim: Claim) -> frozenset[str]:
    """Returns the offices that an introduction names, or that it names none."""
    offices = claim.get("offices")
    return frozenset(map(str, offices)) if isinstance(offices, tuple) and offices else frozenset(("",))
