"""Trials, statistics and identifiers: phases, study numbers, intervals, p-values, patents, regulators' verbs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.accuracy.planting import Page, Plant, Planter, paragraphs, sentence, shuffled

if TYPE_CHECKING:
    from random import Random

_DISEASES = ("ulcerative colitis", "multiple myeloma", "atopic dermatitis", "type 2 diabetes", "migraine")
_PHASE = re.compile(r"\bPhase ([123])(?![\d/-])\b")


def _interval(page: Page, random: Random) -> Plant | None:
    low = random.randrange(40, 65) / 100
    value = round(low + random.randrange(8, 15) / 100, 2)
    high = round(value + random.randrange(8, 20) / 100, 2)
    text = random.choice(
        (
            "The hazard ratio was {v:.2f} (95% CI: {a:.2f}, {b:.2f}).",
            "The odds ratio was {v:.2f} (95% CI, {a:.2f} to {b:.2f}).",
            "Risk was lower in the treated group (HR {v:.2f}; 95% CI {a:.2f}-{b:.2f}).",
        )
    )
    outside = random.random() < 0.5  # either the limits change places, or the value lies outside them
    wrong = text.format(v=high + 0.1, a=low, b=high) if outside else text.format(v=value, a=high, b=low)
    return sentence(page, random, wrong, text.format(v=value, a=low, b=high))


def _p_value(page: Page, random: Random) -> Plant | None:
    text = random.choice(
        (
            "The difference was statistically significant ({p}).",
            "Scores improved by 4.2 points over placebo ({p}).",
            "The treated group did better than controls, {p}.",
        )
    )
    wrong = random.choice(("p=1.02", "p=-0.03", "p<0", "p=0.000", "p>1", "p = 1.4"))
    return sentence(page, random, text.format(p=wrong), text.format(p=random.choice(("p=0.02", "p<0.001", "p = 0.03"))))


def _phase(page: Page, random: Random) -> Plant | None:
    for zone in page.document.zones:
        if zone.name != "headline":
            continue
        found = list(_PHASE.finditer(page.text, zone.start, zone.end))
        body = {match[1] for match in _PHASE.finditer(page.text, zone.end)}
        if len(found) == 1 and body == {found[0][1]} and body != {"1"}:
            return Plant(*found[0].span(1), str(int(found[0][1]) - 1), before=6)
    # An asset may well be in two phases at once; a trial is in one.
    code = f"{random.choice(('KRD', 'TVX', 'QLN', 'ZBA'))}-{random.randrange(101, 999)}"
    disease, phase = random.choice(_DISEASES), random.choice((2, 3))
    study = f"NCT0{random.randrange(1_000_000, 6_999_999)}"
    first = random.choice(
        (
            "{c} is being evaluated in a Phase {p} trial in {d} ({n}).",
            "The Phase {p} trial of {c} in {d} ({n}) began in May.",
        )
    )
    second = random.choice(
        (
            "Enrollment continues in the Phase {p} trial of {c} in {d} ({n}).",
            "{c} is in a Phase {p} trial ({n}) in patients with {d}.",
            "The Phase {p} trial of {c} in {d}, {n}, is under way at twelve sites.",
        )
    )
    for block in paragraphs(page, random):
        right = f"{first.format(c=code, d=disease, n=study, p=phase)}\n\n{second.format(c=code, d=disease, n=study, p=phase)}"
        wrong = f"{first.format(c=code, d=disease, n=study, p=phase)}\n\n{second.format(c=code, d=disease, n=study, p=phase - 1)}"
        return Plant(block.end, block.end, f"\n\n{wrong}", right=f"\n\n{right}")
    return None


def _study(page: Page, random: Random) -> Plant | None:
    for match in shuffled(re.finditer(r"\bNCT(\d{8})\b", page.text), random):
        return Plant(*match.span(), match[0][:-1])
    number = f"NCT0{random.randrange(1_000_000, 6_999_999)}"
    text = random.choice(
        (
            "The study is registered at ClinicalTrials.gov ({x}).",
            "Details are at ClinicalTrials.gov under {x}.",
            "The trial (ClinicalTrials.gov identifier: {x}) is closed to enrollment.",
        )
    )
    wrong = number[:-1] if random.random() < 0.7 else number + "4"
    return sentence(page, random, text.format(x=wrong), text.format(x=number))


def _patent(page: Page, random: Random) -> Plant | None:
    application = f"{random.randrange(15, 19)}/{random.randrange(100, 999)},{random.randrange(100, 999)}"
    patent = f"{random.randrange(9, 13)},{random.randrange(100, 999)},{random.randrange(100, 999)}"
    if random.random() < 0.3:
        application = f"20{random.randrange(18, 25)}/0{random.randrange(100_000, 399_999)}"
    text = random.choice(
        (
            "The method is protected by U.S. Patent No. {x}.",
            "The USPTO issued U.S. Patent No. {x} to the company.",
            "The company was granted US Patent {x} last year.",
        )
    )
    return sentence(page, random, text.format(x=application), text.format(x=patent))


def _verb(page: Page, random: Random) -> Plant | None:
    wrong, right = random.choice(
        (
            ("The FDA approved the 510(k) for the device in May.", "The FDA cleared the 510(k) for the device in May."),
            ("The device received FDA 510(k) approval.", "The device received FDA 510(k) clearance."),
            ("The FDA has approved the company's IND for the study.", "The FDA has cleared the company's IND for the study."),
            ("The test received EUA approval in May.", "The test received an EUA in May."),
            ("The facility is FDA-approved and opened in May.", "The facility is FDA-registered and opened in May."),
        )
    )  # fmt: skip
    return sentence(page, random, wrong, right)


def _acronym(page: Page, random: Random) -> Plant | None:
    first, second, acronym = random.choice(
        (
            ("overall response rate", "objective response rate", "ORR"),
            ("progressive disease", "pharmacodynamic", "PD"),
            ("Customer Service Index", "Consumer Satisfaction Index", "CSI"),
            ("Integrated Water Program", "International Wells Partnership", "IWP"),
            ("standard of care", "system on chip", "SOC"),
        )
    )
    if re.search(rf"\b{acronym}s?\b", page.text):
        return None
    texts = ("The report gives the {e} ({a}) for each year.", "It also covers the {e} ({a}) in some detail.")
    for block in paragraphs(page, random):
        one = texts[0].format(e=first, a=acronym)
        wrong, right = (f" {one}\n\n{texts[1].format(e=e, a=acronym)}" for e in (second, first))
        return Plant(block.end, block.end, wrong, right=right)
    return None


PLANTERS = (
    Planter("interval", True, "the limits of an interval exchanged, or its value outside them", _interval),
    Planter("p-value", True, "a p-value that is no probability", _p_value),
    Planter("phase-back", True, "one trial at two phases, in headline and body or in two paragraphs", _phase),
    Planter("study-number", True, "an NCT number with a digit too few or too many", _study),
    Planter("patent-kind", True, "an application's number called a patent", _patent),
    Planter("status-verb", True, "cleared or authorized is called approved", _verb),
    Planter("acronym-meanings", True, "one acronym defined in two ways", _acronym),
)
