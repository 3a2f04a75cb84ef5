"""What reading the people of a release goes by: its text, its companies, and the words of names, offices and degrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.listed import entries, item_set

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document


class Scene:
    """One release, before its people are read."""

    def __init__(self, document: Document, companies: tuple[Claim, ...], lists: Mapping[str, Any]) -> None:
        self.document = document
        self.text = document.view.text
        self.companies = [
            (claim.start, claim.end)
            for claim in companies
            if claim.get("slot") not in ("dateline", "body") or " " in claim.string("name")
        ]
        self.company_words = {word for claim in companies for word in claim.string("name").split()}
        self.degrees = item_set(lists, "credentials")
        self.everyday = item_set(lists, "everyday-words")
        self.heads = item_set(lists, "organisation-heads")
        self.role_words = item_set(lists, "name-roles", "words")
        self.nicknames = entries(lists, "nicknames")
        self.offices = {
            form.lower(): office
            for office, forms in dict(entries(lists, "name-roles", "offices") or {}).items()
            for form in forms
        }
        self.forms = tuple(self.offices)
        #: Where the last of people in a list ends, who have no office each.
        self.listed = -1
