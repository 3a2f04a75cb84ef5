"""The parts of a Word file: a zip of XML files that name each other.

Every file is hostile: sizes are checked before and while unpacking, document
types with their entities are refused, nothing is ever fetched.
"""

from __future__ import annotations

import io
import posixpath
import zlib
from functools import cache
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

#: Bytes that one part may unpack to, and how many times its packed size once it is large.
LARGEST_PART = 48_000_000
LARGEST_RATIO = 250
_RATIO_COUNTS_FROM = 2_000_000
_MOST_PARTS = 20_000

_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)


class Relation(NamedTuple):
    """What a part refers to: the last word of the relation's type, the target's part name or address."""

    kind: str
    target: str
    external: bool


@cache
def local(tag: str) -> str:
    """Returns the name of an element or attribute without its name space."""
    return tag.rpartition("}")[2]


def attribute(element: Any, name: str) -> str:
    """Returns an attribute in the element's own name space, or in none; empty where it is missing."""
    own: str | None = element.get(element.tag[: element.tag.find("}") + 1] + name)
    if own is None:
        own = element.get(name)
    return own or ""


def child(element: Any, name: str) -> Any:
    """Returns the first child of that local name; None where there is none."""
    for each in element:
        if isinstance(each.tag, str) and local(each.tag) == name:
            return each
    return None


class Package:
    """A Word file that was opened; parts are read when they are asked for.

    Raises ValueError with a sentence for a person where it cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as problem:
            raise damaged("it is no whole zip file") from problem
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS:
            raise ValueError(f"this Word file has more than {_MOST_PARTS} parts; it is not a release")
        self._entries = {entry.filename: entry for entry in entries}
        self._trees: dict[str, Any] = {}
        main = [r.target for r in self.relations("").values() if r.kind == "officeDocument" and not r.external]
        self.main = main[0] if main else "word/document.xml"
        if self.main not in self._entries:
            raise damaged("its text is missing")

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    def entries(self) -> list[ZipInfo]:
        """Returns the parts' entries in the zip, in their order."""
        return list(self._entries.values())

    def bytes(self, part: str) -> bytes:
        """Returns a part's content."""
        entry = self._entries[part]
        if entry.flag_bits & 1:
            raise ValueError("this Word file is password-protected; save a copy without a password")
        largest = LARGEST_PART
        if entry.file_size > _RATIO_COUNTS_FROM:
            largest = min(largest, max(_RATIO_COUNTS_FROM, LARGEST_RATIO * entry.compress_size))
        try:
            with self._zip.open(entry) as stream:
                # The size that the zip declares may be a lie: what counts is what comes out.
                found = stream.read(largest + 1) if entry.file_size <= largest else b""
        except (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zlib.error) as problem:
            raise damaged(f"{part} cannot be unpacked") from problem
        if entry.file_size > largest or len(found) > largest:
            raise ValueError(f"{part} in this Word file unpacks to far more than a release has; it was not read")
        return found

    def tree(self, part: str) -> Any:
        """Returns the root element of a part; the same one each time, so that it can be changed."""
        if part not in self._trees:
            self._trees[part] = parsed(self.bytes(part), part)
        return self._trees[part]

    def relations(self, part: str) -> dict[str, Relation]:
        """Returns what a part refers to, by id; `""` is the package itself."""
        folder = posixpath.dirname(part)
        file = relations_part(part)
        if file not in self._entries:
            return {}
        found = {}
        for each in self.tree(file):
            if not isinstance(each.tag, str):
                continue
            external = each.get("TargetMode") == "External"
            target = each.get("Target") or ""
            if not external:
                target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            type = each.get("Type") or ""
            for space in _OFFICE:
                type = type.removeprefix(space)
            found[each.get("Id") or ""] = Relation(type.rpartition("/")[2], target, external)
        return found


def relations_part(part: str) -> str:
    """Returns the name of the part that holds another's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parsed(data: bytes, part: str) -> Any:
    """Returns the root element of XML that may be hostile."""
    if b"<!DOCTYPE" in data[:4096]:
        raise ValueError(f"{part} in this Word file declares a document type, which no Word file does; it was not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise damaged(f"{part} is no whole XML") from problem


def damaged(why: str) -> ValueError:
    """Returns the error for a file that Word itself would not open."""
    return ValueError(f"this Word file is damaged: {why}")
