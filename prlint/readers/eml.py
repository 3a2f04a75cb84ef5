"""Mail: the message's text, as it was sent. Positions are those in that text, decoded, and not in the file.

Of a message in plain text and in HTML the plain text is read, unless it is a
stub that points to the other. Attachments are not read, and nothing is fetched;
a note that brings a release is refused, for its own words are not what is to be checked.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from prlint import registry
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from email.message import Message

    from prlint.document import Document

FORMAT = "eml"
SUFFIXES = (".eml",)

#: Words that a plain text has at least that stands in for the HTML, and a text that is checked beside an attached file.
_LEAST_WORDS = 60
#: How files end that a release may be attached as.
_RELEASES = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".txt", ".md")
_TAG = pattern(r"(?s:<(?:style|script)\b.*?</|<[^>]*+>)")


def read(path: str, data: bytes) -> Document:
    """Returns the document; raises ValueError for a message without text, or one that cannot be read."""
    from email import message_from_bytes
    from email.policy import compat32

    texts: dict[str, str] = {}
    attached: list[str] = []
    try:
        # The plain policy: the newer one parses addresses too, which hostile headers make slow.
        for part in message_from_bytes(data, policy=compat32).walk():
            type = part.get_content_type()
            name = part.get_filename()
            if part.is_multipart():
                continue
            if name or part.get_content_disposition() == "attachment":
                attached.append(str(name or type))
            elif type in ("text/plain", "text/html") and type not in texts:
                texts[type] = _text(part)
    except RecursionError:
        raise ValueError("this message holds messages within messages beyond measure: it is damaged") from None
    except (LookupError, AttributeError, TypeError, ValueError) as error:  # what the parser raises on malformed parts
        raise ValueError(f"this message is damaged: {error}") from None
    plain, html = texts.get("text/plain", ""), texts.get("text/html", "")
    format = "text" if plain.strip() and (not html.strip() or len(plain.split()) >= _LEAST_WORDS) else "html"
    chosen = plain if format == "text" else html
    if not chosen.strip():
        held = f" (it brings {', '.join(attached[:3])}: save that and check it)" if attached else ""
        raise ValueError(f"this message has no text to check{held}")
    releases = [name for name in attached if name.lower().endswith(_RELEASES)]
    if releases and len(_TAG.sub(" ", chosen).split()) < _LEAST_WORDS:
        raise ValueError(
            f"this message is a note that brings {', '.join(releases[:3])}, and no release itself: save that and check it"
        )
    # With its mark nobody takes the text for anything but UTF-8, whatever the HTML declares.
    document = registry.load("readers", format).read(path, codecs.BOM_UTF8 + chosen.encode("utf-8", "replace"))
    from prlint.digest import sha256

    document.sha256 = sha256(data).hexdigest()
    return document


def _text(part: Message) -> str:
    """Returns a part's text; an encoding that nobody knows is read as UTF-8, else as Windows-1252."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = (part.get_content_charset() or "utf-8").lower()
    for name in (charset, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return data.decode("windows-1252", "replace")
