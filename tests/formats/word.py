"""Makes Word files for tests: a package of the fewest parts, from the XML of its body or from a text."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The root element of each part, and where its content type and its relation get their names from.
_ROOTS = {
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
    "header": "hdr",
    "footer": "ftr",
}


def part(name: str) -> str:
    """Returns what a part is: `header2` is a header."""
    return name.rstrip("0123456789")


def docx(body: str, *, links: Sequence[str] = (), extra: Mapping[str, bytes] = {}, **parts: str) -> bytes:
    """Returns a Word file with this XML as its body.

    `parts` are the XML inside further parts (`footnotes`, `comments`, `styles`,
    `header1`); `links` the targets of hyperlinks, `rLink0` and on; `extra` any other files.
    """
    relations = [
        f'<Relationship Id="rPart{i}" Type="{R}/{part(name)}" Target="{name}.xml"/>' for i, name in enumerate(parts)
    ]
    relations += [
        f'<Relationship Id="rLink{i}" Type="{R}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for i, target in enumerate(links)
    ]
    types = [f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{part(name)}+xml"/>' for name in parts]
    package = "http://schemas.openxmlformats.org/package/2006"
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{"".join(types)}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">{"".join(relations)}</Relationships>',
        **{
            f"word/{name}.xml": f"{_HEAD}<w:{_ROOTS[part(name)]} {_NAMES}>{xml}</w:{_ROOTS[part(name)]}>"
            for name, xml in parts.items()
        },
        **extra,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return stream.getvalue()


def plain(text: str) -> bytes:
    """Returns a Word file with a paragraph for each line that is not empty."""
    return docx("".join(p(r(line)) for line in text.splitlines() if line))


def r(text: str, properties: str = "", tag: str = "t") -> str:
    """Returns a run; `properties` is the XML of its formatting."""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def p(*inside: str, properties: str = "") -> str:
    """Returns a paragraph of these pieces of XML; what does not begin with `<` is a run's text."""
    formatting = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{formatting}{''.join(each if each.startswith('<') else r(each) for each in inside)}</w:p>"


def ins(*runs: str, author: str = "Maria Delgado", id: int = 900) -> str:
    """Returns a tracked insertion."""
    return f'<w:ins w:id="{id}" w:author="{author}" w:date="2026-03-01T09:00:00Z">{"".join(runs)}</w:ins>'


def gone(text: str, author: str = "Maria Delgado", id: int = 901) -> str:
    """Returns a tracked deletion."""
    return f'<w:del w:id="{id}" w:author="{author}" w:date="2026-03-01T09:00:00Z">{r(text, tag="delText")}</w:del>'


def link(*runs: str, number: int = 0) -> str:
    """Returns a hyperlink to the target of that number."""
    return f'<w:hyperlink r:id="rLink{number}">{"".join(runs)}</w:hyperlink>'


def field(code: str, result: str) -> str:
    """Returns a field as Word writes it: its code, then its result."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}{r(code, tag='instrText')}{marks[1]}{r(result)}{marks[2]}"


def table(*rows: Sequence[str]) -> str:
    """Returns a table; each cell is a text, or the XML of its paragraphs."""
    cells = ["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
