"""Links whose text is itself an address, each with the address that it leads to.

Read from the source, for the view shows a link's text alone: `[www.a.com](https://b.com)` in Markdown, and
`<a href="https://b.com">www.a.com</a>`. In other formats the reader says where a link leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.hosts import HOST, registered
from prlint.text.listed import entries, item_set
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "shown": "the domain that the text shows; of an e-mail address, the whole address",
    "target": "the domain that the link leads to; of mailto, the whole address",
    "agrees": "whether the two are one, or the target sends on to what is shown",
}

_MARKDOWN = pattern(r"\[(?<!!\[)(?P<text>[^\[\]\n]{4,200})\]\((?P<href>[^()\s]{4,2000})(?: \"[^\"\n]*\")?\)")
_HTML = pattern(
    r"<a\b[^<>\n]{0,200}?\bhref=[\"']?(?P<href>[^\"'\s<>]{4,2000})[^<>\n]{0,200}>(?P<text>[^<>\n]{4,200})</a>", "i"
)
_TEXT = pattern(rf"(?:https?://)?(?:(?P<local>[\w.+%-]{{1,64}})@)?(?P<host>{HOST})(?:[/?#]\S*)?[.,;]?", "i")
_HREF = pattern(rf"(?:https?:)?//(?:[^/@\s]{{1,60}}@)?(?P<host>{HOST})|mailto:(?P<mail>[^?\s]{{3,120}})", "i")

#: Code points of a text that can be an address.
_LONGEST = 200


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each link of which both the text and the target are addresses; its span is the text."""
    found = list(_links(document))
    if not found:
        return
    view = document.view
    onward = item_set(lists, "redirectors")
    same = [frozenset(group) for group in entries(lists, "redirectors", "same")]
    for first, last, text, href in found:
        named, leads = _TEXT.fullmatch(text), _HREF.match(href)
        if named is None or leads is None:
            continue
        start, end = view.view_offset(first), view.view_offset(last)
        # What the reader left out (another's appendix to the release) is not the author's.
        if not 0 < end - start <= last - first or named.group("host").lower() not in view.text[start:end].lower():
            continue
        shown, local = ".".join(registered(named.group("host").lower())), named.group("local")
        mail = leads.group("mail")
        if mail:
            target = mail.lower()
            shown = f"{local}@{named.group('host')}".lower() if local else shown
            agrees = target == shown if local else target.endswith(shown)
        else:
            target = ".".join(registered(leads.group("host").lower()))
            # A link that carries the address shown counts clicks, and sends on.
            agrees = (
                target == shown
                or target in onward
                or leads.group("host").lower() in onward
                or any({target, shown} <= group for group in same)
                or shown in href.lower()[leads.end() :]
            )
        yield Claim("link", start, end, view.text[start:end], {"shown": shown, "target": target, "agrees": agrees})


def _links(document: Document) -> Iterator[tuple[int, int, str, str]]:
    """Yields for each link the source span of its text, the text and the target."""
    source, view = document.text, document.view
    known = False
    for marking in document.markings:
        if marking.kind == "link":
            known = True
            text = view.text[view.view_offset(marking.start) : view.view_offset(marking.end)]
            if "." in text and len(text) <= _LONGEST:
                yield marking.start, marking.end, text.strip(), marking.about
    if known:
        return
    for form, sign in ((_MARKDOWN, "]("), (_HTML, "href")):
        if sign in source:
            for match in form.finditer(source):
                yield *match.span("text"), match.group("text").strip(" *_`\u00a0"), match.group("href")
