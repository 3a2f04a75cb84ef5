"""Releases that repeat or correct one another weigh as one."""

from __future__ import annotations

from prlint.resolve.reissues import distinct
from tests.support import release

TEXT = """Ardenta Therapeutics Reports First Quarter Results

BOSTON, Jan. 5, 2026 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today reported results for the quarter.

Revenue was $12.4 million in the quarter under review. Costs of research were higher than in the year before.
The company ended the quarter with cash of $80 million. It expects this to last into the second half of next year.
A call for investors will take place on the day after this release. The call will be available on the website.
"""


def test_a_corrected_release_replaces_the_one_it_corrects():
    first = release(TEXT)
    corrected = release(TEXT.replace("$12.4 million", "$14.2 million").replace("Jan. 5", "Jan. 6"))
    assert distinct([first, corrected]) == [corrected]


def test_two_releases_of_one_house_are_two():
    first = release(TEXT)
    other = release(
        "Ardenta Therapeutics Names Chief Medical Officer\n\nBOSTON, Feb. 5, 2026 (GLOBE NEWSWIRE) -- Ardenta "
        "Therapeutics, Inc. (Nasdaq: ARDT) today named a chief medical officer. She comes from Belmora. "
        "The company ended the quarter with cash of $80 million. Her work begins at once. She will lead all studies. "
        "Her predecessor has retired from the company."
    )
    assert distinct([first, other]) == [first, other]
