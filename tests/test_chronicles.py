"""What an issuer's releases say over time, read from texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import engine
from prlint.chronicles import chronicles
from tests.support import builtin, source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.chronicle import Chronicle, Course

FIRST = """\
Ardenta Therapeutics Doses First Patient

RENO, Nev., March 3, 2025 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today announced that the first patient was dosed \
in a Phase 1 trial of ARD-131 in patients with multiple myeloma.

"We are proud," said Maria Delgado, vice president of Ardenta.

See the company's Form 10-K for the year ended December 31, 2023.

Contact:
ir@ardenta.com
(775) 555-0101
"""
SECOND = """\
Ardenta Therapeutics Opens Laboratory

RENO, Nev., September 15, 2025 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) said that ARD-131 is in a Phase 1 trial in \
multiple myeloma.

"We are proud," said Maria Delgado, president and CEO of Ardenta.

See the company's Form 10-K for the year ended December 31, 2024.

Contact:
ir@ardenta.com
(775) 555-0199
"""
THIRD = """\
Ardenta Therapeutics Begins Second Trial

MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (NYSE: ARDT) today announced that the first patient was \
dosed in a Phase 2 trial of ARD-131 in patients with multiple myeloma.

"We are proud," said Maria Delgado, Chief Executive Officer and President of Ardenta.

See the company's Form 10-K for the year ended December 31, 2024.

Contact:
ir@ardenta.com
(775) 555-0199
"""
OTHER = """\
Orvane Bio Opens Laboratory

LYON, France, March 2, 2026 -- Orvane Bio, Inc. (Nasdaq: ORVB) today announced that its laboratory in Lyon is open.
"""


def told(texts: Sequence[str], only: Sequence[str] = ()) -> list[Chronicle]:
    releases = [engine.understand(source(text, f"{i}.txt"), builtin()) for i, text in enumerate(texts)]
    return chronicles(releases, builtin(), {}, only)


def values(courses: Sequence[Course], subject: str, fact: str) -> list[tuple[str, tuple[int, ...]]]:
    """Returns the values of one fact, each with the numbers of the releases that say it."""
    (course,) = [one for one in courses if (one.subject, one.fact) == (subject, fact)]
    return [(value.text, value.releases) for value in course.values]


def test_each_fact_has_its_values_with_the_releases_that_say_them() -> None:
    (one,) = told([THIRD, FIRST, SECOND])
    assert (one.issuer, one.listed) == ("Ardenta Therapeutics, Inc.", "NYSE: ARDT")
    assert [release.path for release in one.releases] == ["1.txt", "2.txt", "0.txt"]
    assert one.releases[0].headline == "Ardenta Therapeutics Doses First Patient"
    phases = [text for text, _ in values(one.phases, "ARD-131", "multiple myeloma")]
    assert (phases[0][:7], phases[-1][:7]) == ("Phase 1", "Phase 2")
    assert values(one.names, "", "listed as") == [("Nasdaq: ARDT", (0, 1)), ("NYSE: ARDT", (2,))]
    assert values(one.names, "", "name of the issuer") == [("Ardenta Therapeutics, Inc.", (0, 1, 2))]
    assert values(one.filings, "Form 10-K", "cited for") == [
        ("period ended 2023-12-31", (0,)),
        ("period ended 2024-12-31", (1, 2)),
    ]
    assert values(one.facts, "", "place of the dateline") == [("RENO", (0, 1)), ("MADISON", (2,))]
    assert values(one.contacts, "", "telephone") == [("(775) 555-0101", (0,)), ("(775) 555-0199", (1, 2))]
    assert values(one.contacts, "", "mailbox") == [("ir@ardenta.com", (0, 1, 2))]


def test_titles_that_name_the_same_offices_are_one() -> None:
    (one,) = told([FIRST, SECOND, THIRD])
    assert values(one.people, "Maria Delgado", "title") == [("vice president", (0,)), ("president and CEO", (1, 2))]


def test_a_fact_has_changed_when_a_later_release_gives_it_a_new_value() -> None:
    (one,) = told([FIRST, SECOND, THIRD])
    changed = {course.fact for part in (one.names, one.contacts) for course in part if course.changed}
    assert changed == {"listed as", "telephone"}
    # Two names side by side from the first release on are no change.
    assert len(values(one.names, "", "called in the text")) > 1


def test_a_value_has_the_words_around_its_first_place() -> None:
    (one,) = told([FIRST, THIRD])
    course = next(course for course in one.phases if course.fact == "multiple myeloma")
    assert "dosed in a Phase 1 trial of ARD-131" in course.values[0].words
    assert (course.values[0].said.document, course.values[0].said.date) == ("0.txt", "2025-03-03")


def test_each_issuer_is_told_of_apart_the_one_with_most_releases_first() -> None:
    found = told([OTHER, FIRST, SECOND])
    assert [(one.issuer, len(one.releases)) for one in found] == [
        ("Ardenta Therapeutics, Inc.", 2),
        ("Orvane Bio, Inc.", 1),
    ]


def test_only_what_is_asked_for_is_told() -> None:
    (one,) = told([FIRST, SECOND], ("person",))
    assert one.people
    assert [*one.phases, *one.names, *one.filings, *one.contacts, *one.facts] == []


def test_a_release_that_a_later_one_corrects_is_listed_and_counts_no_more() -> None:
    body = "".join(
        f"\nSentence number {word} says something of its own here.\n" for word in "one two three four five six".split()
    )
    (one,) = told(
        [FIRST + body, FIRST.replace("(775) 555-0101", "(775) 555-0177").replace("March 3", "March 4") + body]
    )
    assert [release.again for release in one.releases] == ["1.txt", ""]
    assert values(one.contacts, "", "telephone") == [("(775) 555-0177", (1,))]


def test_releases_without_a_date_stand_before_the_others() -> None:
    (one,) = told([SECOND, FIRST.replace(", March 3, 2025", "")])
    assert [release.date for release in one.releases] == [None, "2025-09-15"]
