"""Each drifter changes its fact at every place of the newest release, and leaves the earlier ones right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.accuracy import drifting
from benchmarks.accuracy.corpus import Item, part, split
from benchmarks.accuracy.drift import drifters
from benchmarks.accuracy.drift.series import write
from benchmarks.accuracy.sowing import chance
from tests.support import builtin

if TYPE_CHECKING:
    from benchmarks.accuracy.drift.series import Series

RELEASE = """\
# Tessaly Foods {headline}

MEMPHIS, Tenn., {date} (GLOBE NEWSWIRE) -- Tessaly Foods, Inc. (Nasdaq: TSLY), a bakery that sells bread in twelve states, \
today {news} It is the {number} such step of Tessaly this year, and not the last one of all.

"Our bakers made this possible, and we thank each of them for the work of an entire year," said Maria Delgado, Chief \
Executive Officer of Tessaly Foods. "We look forward to {number} more steps of this kind with our customers."

The bread is baked with Crumbelle™ flour, and sold in {number} hundred shops. Crumbelle is milled in a mill of its own, \
which stands by the river and grinds the grain of forty farms.

The company employs 1,200 people in twelve states, and trains some sixty apprentices each year in its own school of baking.

About Tessaly Foods

Tessaly Foods, Inc. has baked bread in Memphis since 1954 for hospitals and for schools of the Delta region. It does not \
sell any of its bread to wholesalers, who would sell it as their own, nor does it bake bread of other kinds.

Contact: press office, 901-555-0143, tessalypress@tessalyfoods.com, www.tessalyfoods.com
"""

NEWS = (
    ("2025-05-06", "May 6, 2025", "Opens a Bakery", "opened its second bakery in Denver.", "first"),
    ("2025-06-12", "June 12, 2025", "Reports Sales", "reported sales of $12.4 million for a quarter.", "second"),
    ("2025-08-28", "Aug. 28, 2025", "Buys a Mill", "bought a mill with all of its machines in Ohio.", "third"),
)

KINDS = [drifter.kind for drifter in drifters()]


def items() -> list[Item]:
    return [
        Item(
            f"tessaly/{day}-news.md",
            RELEASE.format(date=date, headline=headline, news=news, number=number).encode(),
            part("tessaly/x.md", split()),
        )
        for day, date, headline, news, number in NEWS
    ]


def series() -> Series:
    (newest,) = drifting.series(items())
    return newest


def test_only_a_release_with_two_earlier_ones_is_the_newest_of_a_series() -> None:
    newest = series()
    assert (newest.date, newest.dates) == ("2025-08-28", ("2025-05-06", "2025-06-12"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_drifter_changes_the_newest_release_only(kind: str) -> None:
    drifter = next(one for one in drifters() if one.kind == kind)
    newest = series()
    drift = drifter.plant(newest, chance("1", kind))
    assert drift is not None, "the invented series has an occasion for each kind"
    if drift.wrong:
        assert drift.before not in newest.page.text
        assert drift.wrong != drift.right
        return
    wrong = write(newest.page, drift.edits, (), chance("1"))
    assert wrong is not None
    changed = {newest.page.text[edit.start : edit.end] for edit in drift.edits if edit.end > edit.start}
    for old in changed:
        assert all(old in page.text for page in newest.pages), "the earlier releases have what is changed"
    assert wrong.text != newest.page.document.text
    assert len(wrong.places) == len(drift.edits)


def test_what_is_planted_is_found_or_missed_by_the_rules_in_force() -> None:
    named = builtin()._replace(rules=tuple(rule for rule in builtin().rules if rule.id == "safe-harbor-excluded"))
    (missed,) = drifting.sow(items(), named, count=1, seed="1", kinds=frozenset({"issuer-name"}))
    assert (missed.rules, missed.wrongly, missed.quiet) == ((), (), True)
    (found,) = drifting.sow(items(), builtin(), count=1, seed="1", kinds=frozenset({"domain"}))
    assert found.rules
    assert "tessalyfoods" not in found.wording.lower()
