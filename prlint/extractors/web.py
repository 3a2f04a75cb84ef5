"""Addresses of the web and of e-mail, with the part of them that is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.hosts import HOST, registered
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import regex

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "kind": "url or email",
    "host": "the host in lower case",
    "domain": "the registrable domain: example.com of ir.example.com, example.co.uk of www.example.co.uk",
    "label": "the first part of the registrable domain",
    "suffix": "the rest of it: com, co.uk",
    "local": "of an e-mail address, what stands before the @, in lower case",
    "path": "of a URL, what follows the host",
}
TRACKED = (
    Tracked("contact", "web address", "domain", where={"kind": "url"}),
    Tracked("contact", "mailbox", "local", "domain", where={"kind": "email"}),
)

#: The end of a telephone number that was joined to an address is no part of it.
_EMAIL = pattern(
    rf"(?:(?<![\w.+@%-])(?!\d{{3}}[-.]\d{{4}}[A-Za-z])|(?<=(?<!\d)\d{{3}}[-.]\d{{4}})(?=[A-Za-z]))(?P<local>[A-Za-z0-9][A-Za-z0-9._%+'-]{{0,63}})@(?P<host>{HOST})"
)
_URL = pattern(
    rf"(?<![\w@.-])(?P<scheme>https?://)(?:[^\s/@]{{1,60}}@)?(?P<host>{HOST})(?::\d+)?(?P<path>[/?#][^\s<>\"]*)?", "i"
)
_BARE = pattern(
    rf"(?<![\w@./-])(?P<host>www\.{HOST}|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|bio|health|io|ai|co|ca|eu|info|biz|us)(?![\w@-])(?!\.\w))(?P<path>/[^\s<>\"]*)?",
    "i",
)
_DOT = pattern(r"\.[A-Za-z]{2}")
_BLANK = pattern(r"\s")
_LINK_END = ".,;:!?)'\"]"


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each address; its span leaves out the full stop that ends the sentence."""
    text = document.view.text
    done = 0
    for dot in _DOT.finditer(text):
        if dot.start() < done:
            continue
        # Only the words that hold a full stop inside are looked at: an address has no blank in it.
        begin = max(text.rfind(" ", done, dot.start()), text.rfind("\n", done, dot.start()), done - 1) + 1
        blank = _BLANK.search(text, dot.end())
        done = stop = blank.start() if blank else len(text)
        at = begin
        while (found := _first(text, at, stop)) is not None:
            kind, match = found
            start, end = match.span()
            groups = match.groupdict()
            path = groups.get("path") or ""
            while path and path[-1] in _LINK_END:
                path, end = path[:-1], end - 1
            at = max(end, start + 1)
            host = match.group("host").lower()
            label, suffix = registered(host)
            yield Claim(
                "web",
                start,
                end,
                text[start:end],
                {
                    "kind": kind,
                    "host": host,
                    "domain": f"{label}.{suffix}",
                    "label": label,
                    "suffix": suffix,
                    "local": (groups.get("local") or "").lower(),
                    "path": path,
                },
            )


def _first(text: str, start: int, stop: int) -> tuple[str, regex.Match[str]] | None:
    """Returns the first address in `[start, stop)`; an e-mail address before the host inside it."""
    best: tuple[str, regex.Match[str]] | None = None
    for kind, each in (("email", _EMAIL), ("url", _URL), ("url", _BARE)):
        match = each.search(text, start, stop) if kind != "email" or text.find("@", start, stop) >= 0 else None
        if match is not None and (best is None or match.start() < best[1].start()):
            best = (kind, match)
    return best
