"""The samples as PDF proofs of two page sizes give the findings of the plain text, on the same words.

One finding depends on the format. A paragraph that breaks off in mid-sentence
is one in a proof too where the page shows half a line. Where its last line is
full and the page ends there, it is a paragraph that goes on on the next page,
as the typesetter's work is: the reader joins it, and there is nothing to find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pagesizes import A5, letter

from prlint import engine
from prlint.text import breaks
from tests.formats.proof import BODY, BREAK, FULL, HEADING, HEADLINE, JUSTIFIED, p, pdf
from tests.formats.samples import NAMES, sample
from tests.formats.told import told
from tests.support import builtin

if TYPE_CHECKING:
    from typing import Any

    from reportlab.platypus import Flowable

    from prlint.report import Report


def footer(paper: Any, page: Any) -> None:
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
    return pdf(story, size=size, columns=columns, margin=margin, gutter=18, on_page=footer)


@pytest.fixture(scope="module")
def plain() -> Report:
    return engine.check([engine.Source(f"{key}.txt", sample(key).encode()) for key in NAMES], builtin())


@pytest.mark.parametrize(("size", "columns"), [(letter, 1), (letter, 2), (A5, 1)])
def test_the_findings_are_those_of_the_text(plain: Report, size: tuple[float, float], columns: int) -> None:
    proofs = [engine.Source(f"{key}.pdf", as_pdf(key, size, columns)) for key in NAMES]
    assert told(engine.check(proofs, builtin())) == told(plain)


# With these margins the last lines before the breaks are long, and can be set full.
@pytest.mark.parametrize(("size", "margin"), [(letter, 58), (A5, 72)])
def test_a_paragraph_that_goes_on_on_the_next_page_is_not_broken(
    plain: Report, size: tuple[float, float], margin: float
) -> None:
    proofs = [engine.Source(f"{key}.pdf", as_pdf(key, size, 1, margin=margin, at_page_breaks=True)) for key in NAMES]
    report = engine.check(proofs, builtin())
    assert "broken-paragraph" in {finding.rule for finding in plain.findings}
    assert told(report) == told(plain, but="broken-paragraph")
    # Each finding names the page on which its words stand.
    for finding in report.findings:
        assert all(place.start.page for place in finding.places)
    assert {place.start.page for finding in report.findings for place in finding.places} > {1, 2}
