"""Every format gives the samples' findings, on the same words; docs/formats.md shows it."""

from __future__ import annotations

import re

from tests.formats import every


def test_the_table_of_formats_and_findings_is_that_of_the_manual() -> None:
    assert every.table() == every.written(), "python -m tests.formats.every writes it anew"


def test_formats_differ_only_in_what_is_their_own() -> None:
    head, _, *rows = every.written().splitlines()
    formats = [cell.strip() for cell in head.split("|")[3:-1]]
    assert formats == list(every.FORMATS)
    other = set()
    for row in rows:
        _, rule, *cells = (cell.strip() for cell in row.split("|")[1:-1])
        other |= {(formats[i], rule) for i, cell in enumerate(cells) if cell != cells[0]}
        assert re.fullmatch(r"\d+", cells[0]), "a finding of the text is on its own words"
    assert other == {
        ("Word", "draft-revisions"),
        ("PDF, page break", "broken-paragraph"),
        ("Markdown", "markup-residue"),
        ("Markdown", "stray-comma"),
    }
    assert len(rows) > 25
