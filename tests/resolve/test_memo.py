"""What follows from an earlier release is found out once in a run, and of that release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.resolve.memo import Memo
from prlint.resolve.record import Record
from prlint.resolve.reissues import Reissues
from tests.support import release

if TYPE_CHECKING:
    from prlint.claim import Release


def made(text: str, date: str) -> Release:
    return release(text, date)


def test_a_release_is_asked_once_under_each_name() -> None:
    memo, asked = Memo(), []
    one, other = made("Ardenta met.", "2026-01-05"), made("Ardenta rested.", "2026-01-06")
    for each in (one, other, one):
        assert memo.once(each, "text", lambda r: asked.append(r) or r.document.view.text) == each.document.view.text
    assert asked == [one, other]
    assert memo.once(one, "date", lambda r: r.date) == "2026-01-05"


def test_what_every_release_says_at_its_end_makes_no_two_of_them_one() -> None:
    common = " ".join(f"This sentence number {i} stands at the end of every release." for i in range(6))
    texts = [
        "\n\n".join([*(f"On day {n} this happened for the time number {i} only." for i in range(8)), common])
        for n in range(4)
    ]
    releases = [made(text, f"2026-01-0{n + 1}") for n, text in enumerate(texts)]
    again = made(texts[1] + "\n\nIt was corrected.", "2026-02-01")
    reissues = Reissues([*releases, again])
    assert [reissues.repeats(again, one) for one in releases] == [False, True, False, False]
    assert reissues.distinct([*releases, again]) == [releases[0], *releases[2:], again]


def test_the_record_answers_for_each_draft_by_its_own_date() -> None:
    days = ("2026-01-05", "2026-01-06", "2026-01-07")
    drafts = [made(f"BOSTON, {day} -- Ardenta, Inc. (Nasdaq: ARDT) met {day}.", day) for day in days]
    record = Record(drafts, (), Memo())
    assert [len(record.earlier(draft, draft.date, {})) for draft in drafts] == [0, 1, 2]
    assert record.earlier(drafts[2], "2026-01-06", {}) == drafts[:1]
