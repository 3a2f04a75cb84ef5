"""A release's plain text as EDGAR's filers wrap it: font soup, styled paragraphs with tables, a full submission."""

from __future__ import annotations

from html import escape

#: What filing software writes as entities, in some way or other.
_NAMED = {
    "“": "&ldquo;",
    "”": "&rdquo;",
    "’": "&rsquo;",
    "‘": "&lsquo;",
    "—": "&mdash;",
    "–": "&ndash;",
    "™": "&trade;",
    "®": "&reg;",
}


def paragraphs(text: str) -> list[str]:
    """Returns the lines of a text that has one paragraph a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def fonts(text: str) -> str:
    """Returns a page as filing agents wrote them long ago: <FONT> around everything, lines wrapped, entities by number."""
    rows = ["<HTML>", "<HEAD>", "<TITLE>EX-99.1</TITLE>", "</HEAD>", '<BODY BGCOLOR="WHITE">', ""]
    rows += [_font('<P ALIGN="right"', "<B>Exhibit 99.1</B>"), "<P>&nbsp;</P>"]
    for i, line in enumerate(paragraphs(text)):
        words = "".join(f"&#{ord(c)};" if ord(c) > 126 else escape(c, quote=False) for c in line).split(" ")
        bold = i == 1
        wrapped = "\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
        inside = f"<B>{wrapped}</B>" if bold else "&#160;&#160;&#160;&#160; " + wrapped
        rows.append(_font('<P STYLE="margin-top:12pt; margin-bottom:0pt"', inside))
        if i == 4:
            rows += ['<P ALIGN="center">1</P>', '<HR SIZE="3" style="COLOR:#999999" WIDTH="100%" ALIGN="CENTER">', ""]
    return "\n".join([*rows, "</BODY></HTML>", ""])


def styled(text: str) -> str:
    """Returns a page as filing software writes now: <div> and <span> with styles, layout in tables, a hidden header."""
    rows = [
        "<?xml version='1.0' encoding='ASCII'?>",
        "<!-- a comment of the software's, with <p>tags</p> in it -->",
        (
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><head><title>Document</title>'
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><style>p { margin: 0 }</style></head><body>'
        ),
        '<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric name="dei:Name">Hidden Corp.</ix:nonNumeric></ix:hidden></ix:header></div>',
        '<div style="text-align:right"><span style="font-weight:700">Exhibit 99.1</span></div>',
    ]
    for i, line in enumerate(paragraphs(text)):
        inside = "".join(_NAMED.get(c, escape(c, quote=False)) for c in line)
        if i == 1:
            rows.append(f'<div style="text-align:center"><span style="font-weight:bold">{inside}</span></div>')
            continue
        half = inside.find(" ", len(inside) // 2)
        half = half if 0 <= half < inside.find("&", half) else 0
        parts = (
            f'<span style="color:#000000">{part}</span>' if part else "" for part in (inside[:half], inside[half:])
        )
        paragraph = "".join(parts)
        if i == 3:
            paragraph = f'<table width="100%"><tr><td width="5%"></td><td><div><p style="margin:0">{paragraph}</p></div></td></tr></table>'
        rows += ["<div><p>" + paragraph + "</p></div>", "<div><br/></div>", "<p>&nbsp;</p>"]
    return "\n".join([*rows, "</body></html>", ""])


def exhibit(page: str, type: str = "EX-99.1") -> str:
    """Returns one document in its wrapper, as EDGAR serves it."""
    return f"<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>2\n<FILENAME>d99{type[-1]}.htm\n<DESCRIPTION>{type}\n<TEXT>\n{page}</TEXT>\n</DOCUMENT>\n"


def submission(*exhibits: str, filed: str = "20171017") -> str:
    """Returns a full submission: its header, an 8-K, the exhibits, and a picture in letters."""
    head = (
        "<SEC-DOCUMENT>0001279704-17-000999.txt : "
        f"{filed}\n<SEC-HEADER>0001279704-17-000999.hdr.sgml : {filed}\n<ACCEPTANCE-DATETIME>{filed}083012\n"
        "ACCESSION NUMBER:\t\t0001279704-17-000999\nCONFORMED SUBMISSION TYPE:\t8-K\nPUBLIC DOCUMENT COUNT:\t\t3\n"
        f"CONFORMED PERIOD OF REPORT:\t{filed}\nITEM INFORMATION:\t\tOther Events\nFILED AS OF DATE:\t\t{filed}\n\n"
        "FILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tTESSALY FOODS INC\n</SEC-HEADER>\n"
    )
    form = exhibit("<html><body><p>FORM 8-K of Tessaly Foods, Inc.</p></body></html>\n", "8-K")
    picture = exhibit(
        "begin 644 logo.jpg\nM_]C_X  02D9)1@ ! 0$ 8 !@  #_X0!F17AI9@  34T *@    @  @$!  , \nend\n", "GRAPHIC"
    )
    return head + form + "".join(exhibits) + picture + "</SEC-DOCUMENT>\n"


def _font(opening: str, inside: str) -> str:
    return f'{opening}><FONT STYLE="font-family:Times New Roman" SIZE="2">{inside}</FONT></P>\n'
