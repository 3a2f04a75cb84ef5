"""Each planter plants what it says: the wrong form has the error, the right form has not, and the place holds it."""

from __future__ import annotations

import re
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest
from rapidfuzz.distance import OSA

from benchmarks.accuracy.planters import planters
from benchmarks.accuracy.planting import MONTHS, SLIPS, Page, Planted, apply, misspelt, slip
from prlint import engine

if TYPE_CHECKING:
    from collections.abc import Callable

RELEASE = """\
# Tessaly Foods Reports $12.4 Million in Sales After a Move to Memphis

MEMPHIS, Tenn., June 12, 2025 (GLOBE NEWSWIRE) -- Tessaly Foods, Inc. (Nasdaq: TSLY), a bakery that sells bread in twelve \
states (and online), today announced that sales came to $12.4 million in its second quarter. It's a company of 1,200 people.

"Our bakers made this possible, and we thank each of them for the work of an entire year," said Maria Delgado, chief \
executive officer of Tessaly Foods. "We look forward to an even better year with our customers in Memphis and beyond."

The sourdough that Tessaly sells is made in Memphis. On May 6, 2025, the company opened a second bakery in Denver, which \
makes sourdough and other kinds of bread for a hospital and a school. The bakery cost $50,000 and has an oven for sourdough.

The results of the quarter include the sourdough business of Orvane Mills, Inc., which Tessaly Foods, Inc. bought for \
$12.4 million from Orvane Mills, Inc. and its owners, with the support of a bank and a fund that invest in bakeries.

The company expects that results will improve with the second bakery, and that its customers will find more kinds of bread \
in the market over the next months. The company will report on the progress of this work at the end of the year.

About Tessaly Foods

Tessaly Foods, Inc. bakes sourdough. For more information, visit www.tessalyfoods.com or write to info@tessalyfoods.com.
"""

KINDS = [planter.kind for planter in planters()]


def page() -> Page:
    document = engine.read(engine.Source("draft.md", RELEASE.encode()))
    words = frozenset(re.findall(r"[a-z]+", document.view.text.lower()))
    return Page(document, words, words - {"tessaly", "sourdough", "orvane"})


def day(text: str) -> date:
    found = re.search(rf"({'|'.join(MONTHS)}) (\d+), (20\d\d)", text)
    assert found is not None, text
    return date(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2]))


def no_day(text: str) -> bool:
    try:
        day(text)
    except ValueError:
        return True
    return False


def numbers(text: str) -> list[float]:
    return [float(one.replace(",", "")) for one in re.findall(r"\d[\d,]*\.?\d*(?<![,.])", text)]


def misstated_share(text: str) -> bool:
    percentage = int(re.findall(r"(\d+)%", text)[0])
    part, whole = sorted(n for n in numbers(text.replace(f"{percentage}%", "")))
    return abs(percentage - 100 * part / whole) > 1


def misstated_change(text: str) -> bool:
    new, old = (float(one) for one in re.findall(r"\$([\d.]+) million", text))
    (percentage,) = re.findall(r"(\d+)%", text)
    return abs(int(percentage) - 100 * abs(new - old) / old) > 1


def misstated_growth(text: str) -> bool:
    first, last = (float(one) for one in re.findall(r"\$([\d.]+) billion", text))
    years = [int(one) for one in re.findall(r"\b20\d\d\b", text)]
    (percentage,) = re.findall(r"([\d.]+)%", text)
    return abs(float(percentage) - 100 * ((last / first) ** (1 / (years[1] - years[0])) - 1)) > 1


def misstated_total(text: str) -> bool:
    found = numbers(text)
    return max(found) != sum(found) - max(found)


def wrong_direction(text: str) -> bool:
    new, old = (float(one) for one in re.findall(r"\$([\d.]+) million", text))
    return ("decreased" in text) == (new > old)


def wrong_zone(text: str) -> bool:
    summer = any(month in text for month in ("June", "July", "August"))
    return bool(re.search(r"[ECP]ST", text)) == summer


def wrong_quarter(text: str) -> bool:
    ends = {"first": "March 31", "second": "June 30", "third": "September 30", "fourth": "December 31"}
    (name,) = [one for one in ends if one in text]
    return ends[name] not in text


def reversed_range(text: str) -> bool:
    first, last, *_ = numbers(text)
    return first > last


def outside(text: str) -> bool:
    value, low, high = (float(one) for one in re.findall(r"\d\.\d\d", text))
    return not low <= value <= high


def no_probability(text: str) -> bool:
    sign, value = re.findall(r"p ?([=<>]) ?(-?[\d.]+\d|\d)", text)[0]
    number = float(value)
    return not 0 < number < 1 or (sign == ">" and number >= 1)


def miscounted(text: str) -> bool:
    words = "zero one two three four five six".split()
    return words.index(re.findall(rf"\b({'|'.join(words)})\b", text)[0]) != text.count("\n- ")


def two_meanings(text: str) -> bool:
    return len({meaning.lower() for meaning in re.findall(r"the ([\w -]+?) \([A-Z]{2,4}\)", text)}) > 1


def two_phases(text: str) -> bool:
    return len(set(re.findall(r"Phase (\d)", text))) > 1


def unlike(text: str) -> bool:
    """Says whether a number in words is not the one in digits."""
    words = "zero one two three four five six seven eight nine ten eleven twelve".split()
    (pair,) = re.findall(r"(\w+) \((\d+)\)", text)
    return words.index(pair[0]) != int(pair[1])


def mailbox(text: str) -> bool:
    surname = re.findall(r"[A-Z][a-z]+ ([A-Z][a-z]+)(?=[,\n])", text)[-1]
    return surname.lower() not in re.findall(r"(\S+)@", text)[-1]


#: What is wrong with the place of each kind; it must hold of the wrong form and not of the right one.
FAULTS: dict[str, Callable[[str], bool]] = {
    "weekday": lambda text: f"{day(text):%A}" not in text,
    "impossible-date": no_day,
    "dateline-year": lambda text: day(text).year != 2025,
    "header-day": lambda text: day(text) != date(2025, 6, 12),
    "header-year": lambda text: day(text) == date(2024, 6, 12),
    "time-zone": wrong_zone,
    "quarter-end": wrong_quarter,
    "range-reversed": reversed_range,
    "past-as-future": lambda text: day(text).year < 2025,
    "annual-report-year": lambda text: "2022" in text,
    "legal-form": lambda text: "Corp." in text,
    "ticker-letter": lambda text: "TSLY" not in text,
    "domain-letter": lambda text: "tessalyfoods.com" not in text,
    "mailbox-name": mailbox,
    "percent-of": misstated_share,
    "percent-change": misstated_change,
    "growth-rate": misstated_growth,
    "total": misstated_total,
    "direction": wrong_direction,
    "headline-number": lambda text: text != "$12.4 Million" and "$12.4" not in text,
    "million-billion": lambda text: "billion" in text,
    "malformed-amount": lambda text: not re.search(r"\$\d{1,3}(?:,\d{3})+(?!\d)", text),
    "word-and-digits": unlike,
    "list-count": miscounted,
    "interval": outside,
    "p-value": no_probability,
    "phase-back": two_phases,
    "study-number": lambda text: not re.search(r"NCT\d{8}\b", text),
    "patent-kind": lambda text: "/" in text,
    "status-verb": lambda text: bool(re.search("approv", text)),
    "acronym-meanings": two_meanings,
    "doubled-word": lambda text: bool(re.search(r"\b(\w+) \1\b", text)),
    "doubled-stop": lambda text: ".." in text,
    "quotation-open": lambda text: text.count('"') % 2 == 1,
    "bracket-open": lambda text: text.count("(") != text.count(")"),
    "article": lambda text: bool(re.search(r"^(?:an [^aeiou]|a [aei])", text)),
    "its": lambda text: "it's" in text,
    "agreement": lambda text: bool(re.search(r"s (?:is|involves|includes|has|was)\b", text)),
    "broken-paragraph": lambda text: "\n\n" in text,
    "draft-residue": lambda text: bool(re.search(r"●|XX|\[insert|TBD|NTD|\[NAME|lorem", text)),
}

#: Kinds in which one word has one slip and is no word any more.
SLIPPED = (
    "company-letter",
    "surname-transposed",
    "honorific-surname",
    "place-repeated",
    "place-alone",
    "institution",
    "term-typo",
    *(f"typo-{how}" for how in SLIPS),
    "typo-real-word",
)


def places(planted: Planted) -> tuple[str, str]:
    """Returns the wrong and the right wording at the place."""
    end = planted.end + len(planted.right) - len(planted.text)
    return planted.text[planted.start : planted.end], planted.right[planted.start : end]


def plant(kind: str, seed: int) -> Planted | None:
    (planter,) = [planter for planter in planters() if planter.kind == kind]
    on = page()
    error = planter.plant(on, Random(seed))  # noqa: S311 - the same on every machine
    return apply(on.document, error) if error else None


@pytest.mark.parametrize("kind", KINDS)
def test_a_planter_plants_what_it_says(kind: str) -> None:
    for seed in range(8):
        planted = plant(kind, seed)
        assert planted is not None
        wrong, right = places(planted)
        assert planted.text[: planted.start] == planted.right[: planted.start]
        assert planted.text.endswith(planted.text[planted.end :])
        assert planted.text[planted.end :] == planted.right[len(planted.right) - len(planted.text) + planted.end :]
        assert 0 < len(wrong) < 400, wrong
        if kind in SLIPPED:
            (pair,) = [(one, other) for one, other in zip(wrong.split(), right.split(), strict=True) if one != other]
            assert OSA.distance(*pair) == 1
            assert pair[0] not in planted.right.split()
        else:
            assert FAULTS[kind](wrong), wrong
            assert not FAULTS[kind](right), right


def test_every_kind_is_looked_at() -> None:
    assert sorted([*FAULTS, *SLIPPED]) == sorted(KINDS)
    assert len(KINDS) == len(set(KINDS)) >= 25


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_plants_the_same_error(kind: str) -> None:
    assert plant(kind, 3) == plant(kind, 3)


def test_another_seed_plants_another() -> None:
    assert len({plant("typo-omission", seed) for seed in range(8)}) > 4


def test_where_there_is_no_occasion_nothing_is_planted() -> None:
    document = engine.read(engine.Source("draft.txt", b"One word.\n"))
    bare = Page(document, frozenset(), frozenset())
    nothing = [p.kind for p in planters() if p.plant(bare, Random(1)) is None]  # noqa: S311 - as above
    # A contact is added at the end of whatever text.
    assert sorted({*KINDS} - {*nothing}) == ["mailbox-name"]


@pytest.mark.parametrize("how", SLIPS)
def test_a_slip_is_one_edit_after_the_first_letter(how: str) -> None:
    wrong = slip("bakery", Random(1), how)  # noqa: S311 - as above
    assert OSA.distance(wrong, "bakery") == 1
    assert wrong[0] == "b"


def test_a_slip_that_makes_another_word_is_not_taken() -> None:
    on = page()._replace(known=frozenset({"tree", "thee", "threw", "there", "thre", "trhee"}))
    for seed in range(20):
        wrong = misspelt(on, Random(seed), "three")  # noqa: S311 - as above
        assert wrong is None or wrong not in on.known
