"""The two samples as Word files and as proofs: as somebody in a press office might have left them.

The Word files have a tracked insertion, a tracked deletion, bold runs that split words, and hyperlinks; the proofs
headers and footers. The words of the text itself stay as they are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prlint.text import breaks
from tests.formats import word
from tests.formats.proof import BODY, BREAK, FULL, HEADING, HEADLINE, JUSTIFIED, p, pdf

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SEEDS = Path(__file__).parent.parent.parent / "seeds"
NAMES = {"000": "000_ddad1479818f83c8.txt", "002": "002_c5298252547a7647.txt"}


def sample(key: str) -> str:
    """Returns a sample as it is."""
    return (SEEDS / NAMES[key]).read_text(encoding="utf-8")


def as_word(key: str) -> bytes:
    """Returns a sample as a Word file, a paragraph for each line."""
    lines = [line for line in sample(key).splitlines() if line.strip()]
    links: list[str] = []
    body = []
    tracked = False
    for i, line in enumerate(lines):
        pieces = []
        for token in re.split(r"((?:https?://|www\.)[^\s)]+[^\s).,])", line):
            if re.match(r"https?://|www\.", token):
                links.append(token if token.startswith("http") else f"http://{token}")
                pieces.append(
                    word.link(word.r(token[:6], "<w:u/>"), word.r(token[6:], "<w:u/>"), number=len(links) - 1)
                )
            elif len(token) > 300 and not tracked:
                # The words stand there either way: they were inserted, and what stood before them was deleted.
                tracked = True
                cut = token.index(" ", 120) + 1
                end = token.index(" ", cut + 10)
                pieces += [*_split(token[:cut])]
                pieces += [word.gone("older words "), word.ins(word.r(token[cut:end]))]
                pieces += _split(token[end:])
            elif token:
                pieces += _split(token)
        body.append(word.p(*pieces, properties="" if i else "<w:jc w:val='center'/>"))
    return word.docx("".join(body), links=links)


def _split(text: str) -> list[str]:
    """Returns runs that split each seventh word, the second half bold."""
    runs, begin = [], 0
    for i, match in enumerate(re.finditer(r"\w{4,}", text)):
        if i % 7 == 3:
            middle = match.start() + 2
            runs += [word.r(text[begin:middle]), word.r(text[middle : match.end()], "<w:b/>")]
            begin = match.end()
    if text[begin:]:
        runs.append(word.r(text[begin:]))
    return runs


def _footer(paper: Any, page: Any) -> None:
    """Puts a header and the page's number on a page."""
    paper.setFont("Times-Roman", 8)
    paper.drawString(40, paper._pagesize[1] - 24, "Press office: not for release")
    paper.drawCentredString(paper._pagesize[0] / 2, 20, f"Page {page.page}")


def as_pdf(
    key: str, size: tuple[float, float], columns: int, *, margin: float = 44, at_page_breaks: bool = False
) -> bytes:
    """Returns a sample as a proof; with `at_page_breaks` its broken paragraphs break where a page does."""
    lines = [line.strip() for line in sample(key).splitlines() if line.strip()]
    story: list[Flowable] = []
    for i, line in enumerate(lines):
        if at_page_breaks and i + 1 < len(lines) and breaks.cut(line, lines[i + 1]):
            story += [p(line, FULL), BREAK]
        elif i == 1:
            story.append(p(line, HEADLINE))
        else:
            story.append(p(line, HEADING if line.startswith("About ") else JUSTIFIED if i % 2 else BODY))
    return pdf(story, size=size, columns=columns, margin=margin, gutter=18, on_page=_footer)
