"""One person, one office: what contradicts, and what a person may well be."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

LEAD = "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) today opened a plant.\n\n"


def _found(text: str) -> list[tuple[str, str]]:
    return [(f.outcome, f.message) for f in findings(LEAD + text, select=("person-title-drift",))]


def test_two_offices_of_one_person_are_one_error_at_both_places() -> None:
    text = (
        '"A plant is good," said Ana Lund, CFO of Ardenta.\n\nContact: Ana Lund, Chief Operating Officer, 617-555-0100'
    )
    found = findings(LEAD + text, select=("person-title-drift",))
    assert [f.severity for f in found] == ["error"]
    assert quotes(found) == [("Ana Lund", "Ana Lund")]


@pytest.mark.parametrize(
    "second",
    [
        "Ana Lund, CFO and COO of Ardenta, agreed.",
        "Ana Lund, CFO of Ardenta, agreed.",
        "Ana Lund, President of Ardenta, agreed.",
        "Ana Lund, former COO of Ardenta, agreed.",
        "Ana Lund, COO of Belmora, agreed.",
        "Anna Lindh, COO of Ardenta, agreed.",
    ],
)
def test_what_may_well_be(second: str) -> None:
    assert _found(f'"A plant is good," said Ana Lund, CFO of Ardenta.\n\n{second}') == []


def test_short_forms_of_a_given_name_are_one_person() -> None:
    text = '"A plant is good," said James Lund, CFO of Ardenta.\n\nJim Lund, COO of Ardenta, agreed.'
    assert [outcome for outcome, _ in _found(text)] == ["two_offices"]


def test_two_holders_need_one_company() -> None:
    text = '"A plant is good," said Ana Lund, CEO of Ardenta.\n\n"So it is," said Bo Berg, CEO of {}.'
    assert [outcome for outcome, _ in _found(text.format("Ardenta"))] == ["two_holders"]
    assert _found(text.format("Belmora")) == []


def test_an_appointment_explains_both() -> None:
    text = 'Ardenta appointed Bo Berg.\n\n"A plant is good," said Ana Lund, CEO of Ardenta.\n\n"So it is," said Bo Berg, CEO of Ardenta.'
    assert _found(text) == []


CEO = '"It is a fine plant," said Maria Delgado, Chief Executive Officer of Ardenta.'
CFO = '"It is a large plant," said Maria Delgado, CFO of Ardenta.'


def archive(text, *earlier):
    # Two releases with one text would be one.
    told = [(day, f"{said} It is plant number {i}.") for i, (day, said) in enumerate(earlier)]
    found = findings(text, date="2026-03-02", earlier=told, select=["person-title-drift"])
    return [(finding.outcome, len(finding.places), len(finding.evidence)) for finding in found]


def test_another_office_than_two_earlier_releases_say_with_all_its_places():
    text = CFO + "\n\nCONTACT:\n\nMaria Delgado, Chief Financial Officer\n617-555-0100"
    assert archive(text, ("2025-09-15", CEO), ("2025-12-15", CEO)) == [("changed", 2, 2)]


@pytest.mark.parametrize(
    "earlier",
    [
        [("2025-12-15", CEO)],
        [("2023-09-15", CEO), ("2023-12-15", CEO)],
        [("2025-09-15", CEO), ("2025-11-15", CFO), ("2025-12-15", CEO)],
        [("2025-09-15", CEO), ("2025-12-15", CEO.replace("Chief", "interim Chief"))],
        [("2025-09-15", CEO.replace("Ardenta", "Belmora")), ("2025-12-15", CEO.replace("Ardenta", "Belmora"))],
        [("2025-09-15", CEO), ("2025-12-15", CEO), ("2026-01-15", "Maria Delgado was appointed CFO in January.")],
        [("2025-09-15", CEO), ("2025-12-15", CEO + " Maria Delgado will step down as CEO.")],
        [("2025-09-15", "Maria Delgado, president of Ardenta, spoke."), ("2025-12-15", CEO)],
    ],
    ids=["one", "old", "by-turns", "interim", "other-company", "appointed", "leaving", "no-sole-office"],
)
def test_a_change_that_is_explained_or_not_settled_is_quiet(earlier):
    assert archive(CFO, *earlier) == []


def test_an_appointment_in_the_draft_explains_it():
    text = CFO + " The board of directors appointed Maria Delgado as CFO, effective this month."
    assert archive(text, ("2025-09-15", CEO), ("2025-12-15", CEO)) == []


def test_somebody_else_s_appointment_explains_nothing():
    text = CFO + " Ardenta appointed Ana Holm as vice president of sales."
    assert archive(text, ("2025-09-15", CEO), ("2025-12-15", CEO)) == [("changed", 1, 2)]


HEAD = "BOSTON, {day} (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) built a plant. "


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('"It is fine," said Bo Lindqvist, CEO of Ardenta.', [("taken", 1, 2)]),
        ('"It is fine," said Bo Lindqvist, CEO of Belmora.', []),
        ('"It is fine," said Bo Lindqvist, CFO of Ardenta.', []),
        ('"It is fine," said Bo Lindqvist, CEO of Ardenta, who succeeds Maria Delgado.', []),
        ('"It is fine," said Bo Lindqvist, interim CEO of Ardenta.', []),
        ('"It is fine," said Mary Delgado, CEO of Ardenta.', []),
        ('"It is fine," said Maria Delgada, CEO of Ardenta.', []),
    ],
)
def test_the_issuer_s_office_is_somebody_else_s(said, found):
    earlier = [(day, HEAD.format(day=long) + CEO) for day, long in DAYS]
    assert archive(HEAD.format(day="March 2, 2026") + said, *earlier) == found


DAYS = (("2025-09-15", "Sept. 15, 2025"), ("2025-12-15", "Dec. 15, 2025"))
