"""Names misspelt at every place of a draft, and new names that are not."""

from __future__ import annotations

import pytest

from tests.support import findings

OLD = (
    "Ardenta Therapeutics Reports Results\n\n"
    "LYON, France, {day} (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today reported results. "
    '"We are glad," said Maria Hanson, chief executive officer of Ardenta. Karl Weiskopf of Westholm University leads the CLARION trial. '
    "Patients took velmoxatine, sold as Corvastep™, or ARD-131, the company's first oral product for asthma in adults. "
    "The next plant opens in Philadelphia.\n\n"
    "About Ardenta Therapeutics\n\n"
    "Ardenta Therapeutics, Inc. is a company in Lyon that makes ARD-131, an oral product candidate for asthma in adults.\n\n"
    "Contact: Jim Brodt, investor relations, ir@ardenta.example\n"
)


def release(day: str) -> str:
    """Returns a release of a day, most of whose sentences are its own: else it would repeat another one."""
    return OLD.format(day=day) + "".join(f"\nOn {day} the board heard report number {i} of many." for i in range(20))


EARLIER = [("2025-03-15", release("March 15, 2025")), ("2025-06-15", release("June 15, 2025"))]
DRAFT = release("March 2, 2026")


def found(text: str, earlier: list[tuple[str, str]] | None = None) -> list[tuple[str, str]]:
    """Returns what is said of each name: as found, and its suggestion."""
    return [
        (one.places[0].quote, (one.suggestion.replacement or "") if one.suggestion else "")
        for one in findings(text, date="2026-03-02", earlier=earlier or EARLIER, select=("name-drift",))
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Hanson", "Hansson"),
        ("Maria", "Mraia"),
        ("Weiskopf", "Weisskopf"),
        ("Westholm", "Westhlom"),
        ("CLARION", "CLARIUN"),
        ("velmoxatine", "velmoxitine"),
        ("Corvastep", "Corvestep"),
        ("ARD-131", "ARD-113"),
        ("ARD-131", "ARD-133"),
        ("Philadelphia", "Philadephia"),
        ("Jim", "Jmi"),
    ],
)
def test_a_name_misspelt_at_every_place_is_found(right: str, wrong: str) -> None:
    assert (wrong, right) in found(DRAFT.replace(right, wrong))


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("Hanson", "Hansson", "Hansson succeeds Hanson."),
        ("Corvastep", "Corvestep", "Corvestep was called Corvastep."),
        ("ARD-131", "ARD-132", "ARD-132 follows ARD-131."),
    ],
)
def test_a_draft_that_names_the_old_one_explains_the_new(right: str, wrong: str, sentence: str) -> None:
    assert found(DRAFT.replace(right, wrong).replace("\n\nAbout", f" {sentence}\n\nAbout")) == []


@pytest.mark.parametrize(
    "text",
    [
        '"We are glad," said Karl Hansen, chief executive officer of Ardenta.',
        "ARD-132 is a powder against gout that the company bought in May.",
        "The horse Corvestap won at Lyon.",
        "Wastholm Ltd. sells pumps.",
        "Weiskopfs are common in the north.",
        "The plant of Phila Delphi Inc. burnt down.",
    ],
)
def test_a_new_name_that_resembles_an_old_one_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Ardenta Achieves Its Goals in Asthma", "Ardenta Achieved Its Goals in Asthma"),
        ("Ardenta began a Phase IIa trial in asthma in adults", "Ardenta began a Phase IIb trial in asthma in adults"),
        ("Ardenta (OTCQB: ARDT), a maker of pumps,", "Ardenta (OTCQX: ARDT), a maker of pumps,"),
        ("Ardenta (Nasdaq: ARDT), a maker of pumps", "Ardenta (Nasdaq: ARDA), a maker of pumps"),
        ("The drug treats AML in adults", "The drug treats ALL in adults"),
        ("The Randomised Trial of ARD-7 in Asthma", "The Randomized Trial of ARD-7 in Asthma"),
        ("Ardenta met the Fourth Goal of the Board", "Ardenta met the Forth Goal of May"),
    ],
)
def test_other_words_of_the_language_and_initials_are_none(then: str, now: str) -> None:
    earlier = [(day, f"{then}. {text.partition('On ')[2]}") for day, text in EARLIER]
    assert found(f"{now}.", earlier) == []


def test_one_earlier_release_does_not_establish_a_name() -> None:
    earlier = [("2025-06-15", "Karl Weiskopf spoke. It rained.")]
    assert found("Karl Weisskopf spoke. The sun shone.", earlier) == []
    assert found("Karl Weisskopf spoke. The sun shone.", [("2025-03-15", "Karl Weiskopf sang."), *earlier])


def test_evidence_is_the_newest_releases_and_how_many_more_there_are() -> None:
    earlier = [("2024-05-01", release("May 1, 2024")), *EARLIER]
    (one,) = findings(DRAFT.replace("Hanson", "Hansson"), date="2026-03-02", earlier=earlier, select=("name-drift",))
    assert one.message == '"Hansson" in 1 place; in 3 earlier releases it is "Hanson"'
    assert [cited.date for cited in one.evidence] == ["2025-06-15", "2025-03-15"]
    assert one.evidence[1].note == "and 1 more release since 2024-05-01"
