"""Facts that earlier releases settle, and that are others at every place of the draft."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

_LEAD = "BOSTON, {day} (GLOBE NEWSWIRE) -- Ardenta Medical, Inc. (Nasdaq: ARDT) {said} {fact}"
_BEFORE = (
    ("2025-09-15", "today announced results of the third quarter, which were better than those of last year."),
    ("2025-11-03", "today opened a plant for pumps in Ohio, where two hundred people will find work."),
    ("2025-12-15", "today named two directors, who will sit on the committees for audit and pay."),
    ("2026-01-20", "today told investors of its plans for valves, seals and other parts of its pumps."),
)


def _release(said: str, fact: str) -> str:
    return _LEAD.format(day="March 2, 2026", said=said, fact=fact)


def _found(rule: str, before: list[str], now: str, said: str = "today announced an order from Halle.") -> list[str]:
    """Returns the messages for a fact that the earlier releases tell in these forms, oldest first."""
    earlier = [
        (day, _LEAD.format(day=day, said=told, fact=fact)) for (day, told), fact in zip(_BEFORE, before, strict=False)
    ]
    return [
        finding.message for finding in findings(_release(said, now), date="2026-03-02", earlier=earlier, select=(rule,))
    ]


CONTACT = "\n\nCONTACT:\n\nMaria Delgado\n{}\n"


def test_two_digits_exchanged_are_a_slip() -> None:
    """Both releases that settle the number are cited, the newest first."""
    right, wrong = CONTACT.format("617-555-0182"), CONTACT.format("617-555-0128")
    earlier = [(day, _LEAD.format(day=day, said=told, fact=right)) for day, told in _BEFORE]
    (finding,) = findings(
        _release("today announced an order.", wrong), date="2026-03-02", earlier=earlier, select=("phone-drift",)
    )
    assert (finding.severity, finding.outcome) == ("warning", "slip")
    assert quotes([finding]) == [("617-555-0128",)]
    assert [(one.date, one.quote, one.note) for one in finding.evidence] == [
        ("2026-01-20", "617-555-0182", ""),
        ("2025-12-15", "617-555-0182", "and 2 more releases since 2025-09-15"),
    ]
    assert finding.suggestion is not None
    assert (finding.suggestion.replacement, finding.suggestion.safety) == ("617-555-0182", "review")


@pytest.mark.parametrize(
    ("before", "now", "alarm"),
    [
        (["617-555-0182"], "617-555-0128", False),  # told once
        (["617-555-0182"] * 2, "617-555-0182", False),
        (["617-555-0182"] * 2, "617.555.0182", False),  # the same, written otherwise
        (["617-555-0182"] * 2, "617-565-0182", True),  # a digit off
        (["617-555-0182"] * 2, "617-555-0187", True),  # among the last two, of the same person
        (["617-555-0182"] * 2, "617-555-0133", False),  # another number
        (["617-555-0182"] * 2 + ["617-555-0128"], "617-555-0128", False),  # known
        (["617-555-0182"] * 2 + ["212-555-0100"], "617-555-0128", True),
    ],
)
def test_telephone_numbers(before: list[str], now: str, alarm: bool) -> None:
    """A slip of a settled number counts, a known or another number does not."""
    assert bool(_found("phone-drift", [CONTACT.format(one) for one in before], CONTACT.format(now))) is alarm


def test_a_colleague_has_the_next_number() -> None:
    """A digit among the last two counts only beside the same person."""
    right = CONTACT.format("617-555-0182")
    assert not _found("phone-drift", [right] * 2, right.replace("0182", "0183").replace("Maria Delgado", "Henrik Berg"))
    assert _found("phone-drift", [right] * 2, right.replace("0182", "0183"))


def test_a_second_number_beside_the_settled_one() -> None:
    """A draft that has the right number too tells of a second one."""
    right = CONTACT.format("617-555-0182")
    assert not _found("phone-drift", [right] * 2, right + "Henrik Berg\n617-555-0128\n")


@pytest.mark.parametrize(
    ("now", "alarm"),
    [
        ("ivestors@ardenta.com", True),
        ("investros@ardenta.com", True),
        ("investor@ardenta.com", True),
        ("media@ardenta.com", False),
        ("investros@lundpartners.com", False),
        ("investors@ardenta.com", False),
    ],
)
def test_mailboxes(now: str, alarm: bool) -> None:
    """A mailbox is held against those of its own domain."""
    assert bool(_found("mailbox-drift", ["Write to investors@ardenta.com."] * 2, f"Write to {now}.")) is alarm


def test_initials_of_two_people() -> None:
    """Another initial is another person's mailbox, unless the same name stands before it."""
    right = CONTACT.format("mdelgado@ardenta.com")
    wrong = right.replace("mdelgado", "ndelgado")
    assert not _found("mailbox-drift", [right] * 2, wrong.replace("Maria", "Nora"))
    assert _found("mailbox-drift", [right] * 2, wrong)


@pytest.mark.parametrize(
    ("places", "now", "alarm"),
    [
        (["OAKHOLM, Mass.", "OAKHOLM, MA"], "OAKHLOM, Mass.", True),
        (["OAKHOLM, Mass.", "OAKHOLM, MA"], "OAKHOLLM, MA", True),
        (["Oakholm, Mass.", "OAKHOLM, MA"], "OAKHOLM, MA", False),
        (["WEST OAKHOLM, Mass."] * 2, "OAKHOLM, Mass.", True),
        (["PORTLAND, Ore."] * 2, "AUSTIN, Texas", False),
        (["AUSTIN, Texas", "OAKHOLM, Mass."], "OAKHLOM, Mass.", False),
    ],
)
def test_cities_of_datelines(places: list[str], now: str, alarm: bool) -> None:
    """A city that is a slip away from the settled one, or has lost its first word, is a finding."""
    earlier = [
        (day, _LEAD.replace("BOSTON", place).format(day=day, said=told, fact=""))
        for (day, told), place in zip(_BEFORE, places, strict=False)
    ]
    draft = _release("today announced an order.", "").replace("BOSTON", now)
    assert bool(findings(draft, date="2026-03-02", earlier=earlier, select=("dateline-place-drift",))) is alarm


@pytest.mark.parametrize(
    ("before", "now", "alarm"),
    [
        (["MA", "Mass."], "MD", True),
        (["MA", "Mass."], "Massachusetts", False),
        (["MA", "Mass."], "", False),  # none is given
        (["MA", "MD", "MA", "MD"], "ME", False),  # they take turns
        (["MD", "MA", "MA"], "ME", True),
        (["MA", "MA", "MD"], "ME", False),  # the newest two disagree
    ],
)
def test_states_of_datelines(before: list[str], now: str, alarm: bool) -> None:
    """A value is settled where the newest two earlier releases have it."""

    def place(state: str) -> str:
        return _LEAD.replace("BOSTON", f"OAKHOLM, {state}" if state else "OAKHOLM")

    earlier = [
        (day, place(state).format(day=day, said=told, fact=""))
        for (day, told), state in zip(_BEFORE, before, strict=False)
    ]
    draft = place(now).format(day="March 2, 2026", said="today announced an order.", fact="")
    assert bool(findings(draft, date="2026-03-02", earlier=earlier, select=("dateline-state-drift",))) is alarm


def _listed(market: str) -> str:
    return _LEAD.replace("Nasdaq", market)


@pytest.mark.parametrize(
    ("before", "now", "said", "alarm"),
    [
        (["Nasdaq"] * 2, "NYSE", "today announced an order.", True),
        (["Nasdaq"] * 2, "NASDAQ Global Market", "today announced an order.", False),
        (["OTCQB"] * 2, "OTCQX", "today announced an order.", False),
        (["NYSE"] * 2, "NYSE American", "today announced an order.", False),
        (["Nasdaq"] * 2, "NYSE", "today announced the transfer of its listing to the NYSE.", False),
        (["NYSE", "NYSE", "Nasdaq", "Nasdaq"], "NYSE", "today announced an order.", False),
    ],
)
def test_exchanges(before: list[str], now: str, said: str, alarm: bool) -> None:
    """Another exchange without a word is a finding; another tier of one market is none."""
    earlier = [
        (day, _listed(market).format(day=day, said=told, fact=""))
        for (day, told), market in zip(_BEFORE, before, strict=False)
    ]
    draft = _listed(now).format(day="March 2, 2026", said=said, fact="")
    assert bool(findings(draft, date="2026-03-02", earlier=earlier, select=("exchange-drift",))) is alarm


def test_news_of_an_earlier_release_explains() -> None:
    """A release since the last with the old exchange told of the move."""
    told = "today announced the transfer of its listing of common stock to the NYSE."
    earlier = [(day, _LEAD.format(day=day, said=said, fact="")) for day, said in _BEFORE]
    moved = ("2026-02-10", _LEAD.replace(" (Nasdaq: ARDT)", "").format(day="2026-02-10", said=told, fact=""))
    draft = _listed("NYSE").format(day="March 2, 2026", said="today announced an order.", fact="")
    assert findings(draft, date="2026-03-02", earlier=earlier, select=("exchange-drift",))
    assert not findings(draft, date="2026-03-02", earlier=[*earlier, moved], select=("exchange-drift",))


def test_order_and_dates_of_the_evidence() -> None:
    """The order of the files changes nothing, and a later release is no evidence."""
    right, wrong = CONTACT.format("617-555-0182"), CONTACT.format("617-555-0128")
    earlier = [(day, _LEAD.format(day=day, said=told, fact=right)) for day, told in _BEFORE]
    draft = _release("today announced an order.", wrong)
    found = findings(draft, date="2026-03-02", earlier=earlier, select=("phone-drift",))
    assert [f.message for f in findings(draft, date="2026-03-02", earlier=earlier[::-1], select=("phone-drift",))] == [
        f.message for f in found
    ]
    older = draft.replace("March 2, 2026", "October 1, 2025")
    assert not findings(older, date="2025-10-01", earlier=earlier, select=("phone-drift",))


@pytest.mark.parametrize(
    ("rule", "before", "now", "alarm"),
    [
        ("nct-drift", "The study (NCT01234567) is open.", "The study (NCT01243567) is open.", True),
        ("nct-drift", "The study (NCT01234567) is open.", "The study (NCT01234569) is open.", True),
        ("nct-drift", "The study (NCT01234567) is open.", "Its extension (NCT01234569) is open.", False),
        ("patent-number-drift", "It holds U.S. Patent No. 9,123,456.", "It holds U.S. Patent No. 9,213,456.", True),
        ("patent-number-drift", "It holds U.S. Patent No. 9,123,456.", "It holds U.S. Patent No. 9,123,457.", False),
        ("patent-number-drift", "It holds U.S. Patent No. 9,123,456.", "It sold 9,213,456 shares.", False),
        ("founding-drift", "Founded in 1978, it makes pumps.", "It was founded in 1987 and makes pumps.", True),
        ("founding-drift", "It was founded in 1978.", "It was founded in 1979.", True),
        ("founding-drift", "It was founded in 1978.", "Its partner Belmora, established in 1979, is glad.", False),
        ("trademark-drift", "The Zelvic® pump is small.", "The Zelvic™ pump is small.", True),
        ("trademark-drift", "The Zelvic™ pump is small.", "The Zelvic® pump is small.", False),
        ("trademark-registered", "The Zelvic™ pump is small.", "The Zelvic® pump is small.", True),
        ("address-drift", "It is at 1250 Oak Mill Road.", "It is at 1520 Oak Mill Road.", True),
        ("address-drift", "It is at 1250 Oak Mill Road.", "It is at 1520 Pond Road.", False),
        ("postal-code-drift", "It is in Oakholm, MA 02194.", "It is in Oakholm, MA 02149.", True),
        ("postal-code-drift", "It is in Oakholm, MA 02194.", "It is in Halle, MA 02149.", False),
        ("fiscal-year-end-drift", "In the year ended June 30, it grew.", "In the year ended May 31, it grew.", True),
        ("fiscal-year-end-drift", "In the year ended February 28, it grew.", "The year ended February 29.", False),
        ("legal-form-drift", "", "", False),
    ],
)
def test_facts(rule: str, before: str, now: str, alarm: bool) -> None:
    """Each fact is settled by two earlier releases."""
    assert bool(_found(rule, [before] * 2, now)) is alarm
    assert not _found(rule, [before], now)


def test_a_code_of_one_earlier_release() -> None:
    """An invitation is sent once: two digits exchanged in its code are certain enough."""
    assert _found("access-code-drift", ["Use conference ID 13751234."], "Use conference ID 13571234.")
    assert not _found("access-code-drift", ["Use conference ID 13751234."], "Use conference ID 13751235.")


def test_legal_form() -> None:
    """The issuer's legal form changes at every place that names it; what is written otherwise is no change."""
    earlier = [(day, _LEAD.format(day=day, said=told, fact="")) for day, told in _BEFORE]

    def found(form: str) -> list[tuple[str, ...]]:
        draft = _release("today announced an order.", "").replace("Ardenta Medical, Inc.", f"Ardenta Medical{form}")
        return quotes(findings(draft, date="2026-03-02", earlier=earlier, select=("legal-form-drift",)))

    assert found(" Corp.") == [("Ardenta Medical Corp.",)]
    assert found(", Inc.") == found(" Incorporated") == []
