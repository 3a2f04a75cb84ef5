"""What a draft costs that is held against many earlier releases: `python -m benchmarks.archive`.

Releases of one invented issuer are made up, each with news of its own and the
boilerplate that all have. Their claims are read, and one draft is checked
against more and more of them. Reading them costs the same for each, and is
shown beside it; what the check costs must grow no faster than their number.
Times are of the processor, medians of several rounds.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from prlint import engine, paths
from prlint.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Release
    from prlint.rulebook.model import Rulebook

_TOWNS = ("Denver", "Memphis", "Toledo", "Albany", "Fresno", "Mobile", "Tulsa", "Boise")
_THINGS = ("bakery", "mill", "oven", "laboratory", "warehouse", "school of baking", "depot", "test kitchen")
_PEOPLE = ("Maria Delgado", "Victor Lindqvist", "Priya Nakamura", "Helena Brandt")
_RELEASE = """\
# Tessaly Foods Opens a {thing} in {town}

MEMPHIS, Tenn., {date} (GLOBE NEWSWIRE) -- Tessaly Foods, Inc. (Nasdaq: TSLY), a bakery that sells bread in twelve states, \
today announced that its {thing} in {town} is open. It cost ${cost} million and employs {staff} people.

"The {thing} in {town} is our {number}th," said {person}, chief executive officer of Tessaly Foods. "It will bake {staff} \
loaves a minute for the schools of {town}."

TSL-{code} is in a Phase 2 clinical trial in {staff} patients with asthma. More than {patients} patients have been treated \
with it to date. The company expects to complete the trial in the second half of {year}.

About Tessaly Foods

Tessaly Foods, Inc. has baked bread in Memphis since 1954 for hospitals and for schools of the Delta region. It does not \
sell any of its bread to wholesalers, who would sell it as their own. For more information, visit www.tessalyfoods.com.

Forward-Looking Statements

This release contains forward-looking statements within the meaning of Section 27A of the Securities Act of 1933 and \
Section 21E of the Securities Exchange Act of 1934, which involve risks and uncertainties. Actual results may differ.

Contact: {person}, 901-555-0143, press@tessalyfoods.com
"""


def main(argv: list[str] | None = None) -> int:
    """Measures, prints a row for each number of earlier releases, and returns 0."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.archive", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--most", type=int, default=1000, metavar="N", help="earlier releases at most (default: 1000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds (default: 3)")
    wanted = parser.parse_args(argv)
    folder = paths.rules_folder()
    rulebook = load([folder], builtin=folder)
    sources = invented(wanted.most + 1)
    begun = process_time()
    releases = [engine.understand(source, rulebook) for source in sources]
    reading = 1000 * (process_time() - begun) / len(sources)
    draft = releases.pop()
    engine.judge([draft], rulebook, archive=releases[:5])  # every pattern compiled
    print(f"Reading the claims of a release: {reading:.1f} ms\n")
    print("| earlier releases | checking the draft, ms | for each earlier one, ms |\n|---|---|---|")
    alone = median(_seconds(draft, [], rulebook) for _ in range(wanted.rounds))
    counts = [0, *reversed([wanted.most >> halved for halved in range(6)])]
    for count in counts:
        earlier = releases[-count:] if count else []
        whole = median(_seconds(draft, earlier, rulebook) for _ in range(wanted.rounds))
        each = f"{1000 * (whole - alone) / count:.2f}" if count else ""
        print(f"| {count} | {1000 * whole:,.0f} | {each} |")
    return 0


def invented(count: int) -> list[engine.Source]:
    """Returns releases of one issuer, a week apart, the newest last."""
    random = Random("tessaly")  # noqa: S311 - it has to be repeated, not to be secret
    first = date(2025, 12, 1) - timedelta(weeks=count)
    made = []
    for number in range(count):
        day = first + timedelta(weeks=number)
        text = _RELEASE.format(
            thing=random.choice(_THINGS),
            town=random.choice(_TOWNS),
            person=_PEOPLE[0],
            date=f"{day:%B} {day.day}, {day.year}",
            cost=random.randrange(2, 90),
            staff=random.randrange(20, 900),
            number=number + 4,
            code=random.randrange(100, 140),
            patients=100 + number,
            year=day.year + 1,
        )
        made.append(engine.Source(f"{day}-news.md", text.encode()))
    return made


def _seconds(draft: Release, earlier: Sequence[Release], rulebook: Rulebook) -> float:
    begun = process_time()
    engine.judge([draft], rulebook, archive=earlier)
    return process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
