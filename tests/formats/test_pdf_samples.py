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
from tests.formats.samples import NAMES, as_pdf, sample
from tests.formats.told import told
from tests.support import builtin

if TYPE_CHECKING:
    from prlint.report import Report


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
