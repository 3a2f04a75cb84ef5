"""The samples in every format that prlint reads: format → findings, and the table of both.

`python -m tests.formats.every` writes the table into docs/formats.md; a test holds the two together.
"""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A5, letter

from prlint import engine
from tests.formats.edgar_pages import exhibit, fonts, styled, submission
from tests.formats.samples import NAMES, as_pdf, as_word, sample
from tests.support import builtin

if TYPE_CHECKING:
    from collections.abc import Callable

    from prlint.finding import Finding

PAGE = Path(__file__).parent.parent.parent / "docs" / "formats.md"
_BEGIN, _END = "<!-- table -->\n", "<!-- end of table -->\n"


def _mail(key: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Draft"
    message.set_content(sample(key), cte="quoted-printable")
    return bytes(message)


#: What each format is called in the table, the suffix of its files, and how a sample is made into one.
FORMATS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text": (".txt", lambda key: sample(key).encode()),
    "Markdown": (".md", lambda key: sample(key).encode()),
    "Word": (".docx", as_word),
    "PDF, Letter": (".pdf", lambda key: as_pdf(key, letter, 1)),
    "PDF, two columns": (".pdf", lambda key: as_pdf(key, letter, 2)),
    "PDF, A5": (".pdf", lambda key: as_pdf(key, A5, 1)),
    "PDF, page break": (".pdf", lambda key: as_pdf(key, letter, 1, margin=58, at_page_breaks=True)),
    "HTML": (".htm", lambda key: styled(sample(key)).encode()),
    "EDGAR .htm": (".htm", lambda key: exhibit(fonts(sample(key))).encode()),
    "EDGAR .txt": (".txt", lambda key: submission(exhibit(fonts(sample(key)))).encode()),
    "mail": (".eml", _mail),
}


def found(format: str) -> list[Finding]:
    """Returns the findings in the two samples, checked together as files of a format."""
    suffix, make = FORMATS[format]
    report = engine.check([engine.Source(f"{key}{suffix}", make(key)) for key in NAMES], builtin())
    assert not report.errors
    return list(report.findings)


def table() -> str:
    """Returns a row for each rule and sample, a column for each format.

    A cell counts the findings on the same words of the same sentence as in the text (their fingerprints are the same),
    and others behind a plus.
    """
    by_format = {format: found(format) for format in FORMATS}
    known = {finding.fingerprint for finding in by_format["text"]}
    keys = sorted({(finding.document[:3], finding.rule) for each in by_format.values() for finding in each})
    lines = [f"| sample | rule | {' | '.join(FORMATS)} |", "|---|---|" + "---|" * len(FORMATS)]
    for key in keys:
        cells = []
        for each in by_format.values():
            mine = [finding for finding in each if (finding.document[:3], finding.rule) == key]
            same = sum(finding.fingerprint in known for finding in mine)
            cells.append(f"{same}" + (f" + {len(mine) - same}" if len(mine) > same else ""))
        lines.append(f"| {' | '.join([*key, *cells])} |")
    return "\n".join(lines) + "\n"


def written() -> str:
    """Returns the table that stands in docs/formats.md."""
    return PAGE.read_text(encoding="utf-8").partition(_BEGIN)[2].partition(_END)[0]


def write() -> None:
    """Puts the table of today into docs/formats.md."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    PAGE.write_text(f"{before}{_BEGIN}{table()}{_END}{rest.partition(_END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    write()
