"""People: where one is introduced, and where one is named again by surname.

An introduction is a full name with a qualification ("Ana Lund, M.D."), with
a role before or after it ("Ana Lund, chief medical officer of"), as the
speaker of a quotation, or in a contact block. A later mention is a surname
after an honorific ("Dr. Lund's"), as a speaker, or a surname that was
introduced, with a possessive ending; or an introduced given name with a
surname that is nearly the introduced one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Tracked
from prlint.extractors.person.introduced import introductions, settled
from prlint.extractors.person.mentioned import mentions
from prlint.extractors.person.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document

NEEDS = ("company",)
FIELDS = {
    "given": "the given name, empty in a mention by surname",
    "formal": "the given names that the printed one can stand for: James of Jim; itself where it is no short form",
    "middle": "middle names or initials",
    "surname": "the surname with its particles; of a mention, what stands for it",
    "suffix": "Jr., Sr., II, III",
    "credentials": "qualifications without full stops, such as MD, PhD",
    "role": "the role as printed, or empty",
    "offices": "the single offices in it: CEO, CFO, president …",
    "honorific": "Dr., Mr., Ms. …, or empty",
    "slot": "introduction, contact, honorific, speaker, possessive, subject (opens a sentence, near an introduced one), full (given name and a surname near an introduced one), given (a given name near an introduced one before its surname)",
    "beside": "of a mention in the slot given, the introduced given name; else empty",
}
TRACKED = (Tracked("person", "title", "role", "surname", "person"),)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each introduction and for each mention by surname; its span ends with the name."""
    scene = Scene(document, claims.get("company", ()), lists)
    introduced = settled(list(introductions(scene)))
    yield from introduced
    yield from mentions(scene, introduced)
