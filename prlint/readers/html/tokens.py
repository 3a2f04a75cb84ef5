"""The tags of a source text and what stands between them, each with its place.

As in HTML's own tokenizer, what is not closed runs to the end of the text, so
that nothing is looked at twice: the time is linear in the text's length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """`kind` is text, open or close; `name` a tag's, in lower case; `attributes` as they stand."""

    kind: str
    name: str
    start: int
    end: int
    attributes: str = ""


#: Nearly every tag: no `<` or `>` in it, so that the next `<` ends a vain attempt.
_TAG = pattern(
    r"<(?P<close>/?+)(?P<name>[A-Za-z][^\s/<>\"'=]*+)"
    r"(?P<attributes>(?:[^<>\"'=]++|=\s*+\"[^\"<>]*+\"|=\s*+'[^'<>]*+'|=)*+)>"
)
_NAME = pattern(r"</?+(?P<name>[A-Za-z][^\s/>]*+)")
_STOP = pattern(r"[>\"']")
_ATTRIBUTE = pattern(
    r"(?P<name>[^\s=\"'/>]++)(?:\s*+=\s*+(?:\"(?P<value>[^\"]*+)\"|'(?P<value>[^']*+)'|(?P<value>[^\s\"']++)))?+"
)
#: Elements whose content is not read as tags; each ends at its own end tag.
_RAW = {
    name: pattern(rf"</{name}(?=[\s/>])", "i")
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


def tokens(text: str) -> Iterator[Token]:
    """Yields tags and text in order; comments, declarations and the content of scripts and styles are left out.

    The content of a title is yielded as its text.
    """
    at = begin = 0
    missing: set[str] = set()  # what is known not to stand further on
    while (at := text.find("<", at)) >= 0:
        after = text[at + 1 : at + 2]
        if not (after.isalpha() and after.isascii()) and after not in ("/", "!", "?"):
            at += 1
            continue
        if after == "/" and not text[at + 2 : at + 3].isalpha():
            at += 1
            continue
        if at > begin:
            yield Token("text", "", begin, at)
        if after in "!?":
            at = begin = _declaration(text, at, missing)
            continue
        tag = _TAG.match(text, at)
        if tag:
            name, attributes, end = tag["name"].lower(), tag["attributes"], tag.end()
        else:
            end = _tag_end(text, at, missing)
            named = _NAME.match(text, at)
            name = named["name"].lower() if named else ""
            attributes = text[named.end() if named else at : end - 1]
        if after == "/":
            yield Token("close", name, at, end)
        else:
            yield Token("open", name, at, end, attributes)
            if name in _RAW and not attributes.endswith("/"):
                closing = None if name in missing else _RAW[name].search(text, end)
                if closing is None:
                    missing.add(name)
                # A title that is not closed ends with its line; all else swallows the rest.
                stop = closing.start() if closing else _line_end(text, end) if name == "title" else len(text)
                if name == "title":
                    yield Token("text", "", end, stop)
                    yield Token("close", name, stop, stop)
                end = stop
        at = begin = end
    if begin < len(text):
        yield Token("text", "", begin, len(text))


def attributes(source: str) -> dict[str, str]:
    """Returns a tag's attributes by their names in lower case; of two of one name the first counts."""
    found: dict[str, str] = {}
    for match in list(_ATTRIBUTE.finditer(source)):
        found.setdefault(match["name"].lower(), match["value"] or "")
    return found


def _declaration(text: str, at: int, missing: set[str]) -> int:
    """Returns the end of a comment, a CDATA section, a doctype or an instruction."""
    for opening, closing, least in (("<!--", "-->", 2), ("<![CDATA[", "]]>", 9)):
        if text.startswith(opening, at) and closing not in missing:
            end = text.find(closing, at + least)
            if end >= 0:
                return end + 3
            missing.add(closing)
            if opening == "<!--":
                return len(text)
    end = text.find(">", at)
    return end + 1 if end >= 0 else len(text)


def _tag_end(text: str, at: int, missing: set[str]) -> int:
    """Returns the end of a tag that has `<` or `>` in a value, or a quotation mark out of place."""
    at += 1
    while stop := _STOP.search(text, at):
        at = stop.end()
        mark = stop.group()
        if mark == ">":
            return at
        if mark not in missing and text[max(0, stop.start() - 8) : stop.start()].rstrip().endswith("="):
            closing = text.find(mark, at)
            if closing < 0:
                missing.add(mark)
            else:
                at = closing + 1
    return len(text)


def _line_end(text: str, at: int) -> int:
    ends = [end for mark in "<\n" if (end := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
