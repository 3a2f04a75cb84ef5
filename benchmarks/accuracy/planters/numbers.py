"""Numbers: shares, changes, growth, totals, headline against body, units, counts, malformed amounts."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from benchmarks.accuracy.planting import Page, Plant, Planter, amount, in_body, paragraphs, sentence, shuffled

if TYPE_CHECKING:
    from random import Random

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_MONEY = re.compile(r"\$(\d[\d,]*(?:\.\d+)?) (million|billion)\b")


def _off(value: int, random: Random) -> int:
    """Returns a percentage that no rounding makes of this one."""
    return value + random.choice((-1, 1)) * random.randrange(5, 12) if value > 15 else value + random.randrange(5, 12)


def _share(page: Page, random: Random) -> Plant | None:
    whole = random.randrange(30, 240)
    part = random.randrange(whole // 5, whole * 4 // 5)
    right = round(100 * part / whole)
    text = random.choice(
        (
            "In all, {n} of {w} patients ({p}%) responded.",
            "Of the {w} stores surveyed, {n} ({p}%) reported higher sales.",
            "A response was seen in {n}/{w} ({p}%) subjects.",
            "Among {w} participants, {n} ({p}%) completed the course.",
        )
    )
    wrong = text.format(n=part, w=whole, p=_off(right, random))
    return sentence(page, random, wrong, text.format(n=part, w=whole, p=right))


def _change(page: Page, random: Random) -> Plant | None:
    before = random.randrange(20, 300) / 10
    right = random.randrange(8, 90)
    up = random.random() < 0.7
    right = right if up else min(right, 70)
    after = round(before * (1 + right / 100 if up else 1 - right / 100), 1)
    right = round(abs(after - before) / before * 100)
    # Each amount may be rounded or cut off: what that can give is no error.
    limits = [abs(b / a - 1) * 100 for a in (before - 0.05, before + 0.1) for b in (after - 0.05, after + 0.1)]
    wrong = random.choice(
        (math.floor(min(limits)) - random.randrange(4, 9), math.ceil(max(limits)) + random.randrange(4, 9))
    )
    if wrong < 2:
        wrong = math.ceil(max(limits)) + random.randrange(4, 9)
    text = random.choice(
        (
            "Revenue rose {p}% to ${b} million from ${a} million a year earlier."
            if up
            else "Revenue fell {p}% to ${b} million from ${a} million a year earlier.",
            "Net sales were ${b} million, {v} of {p}% compared with ${a} million in the prior year.",
            "Operating expenses were ${b} million, compared to ${a} million for the same period last year, {v} of {p}%.",
        )
    )
    values = {"a": f"{before:.1f}", "b": f"{after:.1f}", "v": "an increase" if up else "a decrease"}
    return sentence(page, random, text.format(p=wrong, **values), text.format(p=right, **values))


def _growth(page: Page, random: Random) -> Plant | None:
    first, years = random.randrange(2019, 2025), random.randrange(5, 10)
    start = random.randrange(20, 300) / 10
    rate = random.randrange(40, 180) / 10
    end = round(start * (1 + rate / 100) ** years, 1)
    right = round(((end / start) ** (1 / years) - 1) * 100, 1)
    wrong = round(right + random.choice((-1, 1)) * random.randrange(18, 35) / 10, 1)
    text = random.choice(
        (
            "The market is expected to grow from ${a} billion in {y} to ${b} billion by {z}, a compound annual growth rate (CAGR) of {p}%.",
            "It was valued at ${a} billion in {y} and is projected to reach ${b} billion by {z}, at a CAGR of {p}%.",
            "With a CAGR of {p}%, the market will grow from ${a} billion in {y} to ${b} billion in {z}.",
        )
    )
    values = {"a": f"{start:.1f}", "b": f"{end:.1f}", "y": first, "z": first + years}
    return sentence(page, random, text.format(p=wrong, **values), text.format(p=right, **values))


def _total(page: Page, random: Random) -> Plant | None:
    a, b, c = (random.randrange(11, 90) for _ in range(3))
    text, right = random.choice(
        (
            ("The group runs {a} sites in Ohio and {b} in Texas, for a total of {t} sites.", a + b),
            ("It shipped {a} units in May, {b} in June and {c} in July, a total of {t} units.", a + b + c),
            ("The program received ${a} million from the state and ${b} million from donors, for a total of ${t} million.", a + b),
            ("The total of {t} employees consists of {a} in sales, {b} in production and {c} in research.", a + b + c),
        )
    )  # fmt: skip
    # Amounts in whole millions are rounded: their sum may well be one or two off.
    by = (9, 10) if "million" in text else (1, 2, 9, 10)
    wrong = right + random.choice((-1, 1)) * random.choice(by)
    return sentence(page, random, text.format(a=a, b=b, c=c, t=wrong), text.format(a=a, b=b, c=c, t=right))


def _headline(page: Page, random: Random) -> Plant | None:
    """Plants in a figure of two telling digits or more: sums and limits of the text make any round amount by chance."""
    for zone in page.document.zones:
        if zone.name not in ("headline", "subhead"):
            continue
        pattern = re.compile(r"\$[\d,]+(?:\.\d+)?(?: (?:million|billion))?|\b\d+(?:\.\d+)?%")
        for match in shuffled(pattern.finditer(page.text, zone.start, zone.end), random):
            elsewhere = page.text[zone.end :]
            if not re.search(rf"(?<![\d.,]){re.escape(match[0])}(?![\d.,]*\d)", elsewhere):
                continue
            digits = [i for i in range(len(match[0])) if match[0][i].isdigit()]
            if len("".join(match[0][i] for i in digits).strip("0")) < 2:
                continue
            i = digits[0]
            wrong = match[0][:i] + str((int(match[0][i]) + random.randrange(1, 5)) % 9 + 1) + match[0][i + 1 :]
            if wrong != match[0] and wrong not in page.text:
                return Plant(*match.span(), wrong)
    return None


def _unit(page: Page, random: Random) -> Plant | None:
    amounts = [match[0] for match in _MONEY.finditer(page.text)]
    for match in shuffled(_MONEY.finditer(page.text), random):
        # Amounts of one or two digits are alike by chance.
        telling = len(match[1].replace(",", "").replace(".", "").strip("0")) > 2
        if telling and amounts.count(match[0]) > 1 and "quote" not in page.document.zones_at(*match.span()):
            wrong = "billion" if match[2] == "million" else "million"
            return Plant(*match.span(2), wrong, before=match.start(2) - match.start())
    return None


def _malformed(page: Page, random: Random) -> Plant | None:
    for match in shuffled(re.finditer(r"\$\d{1,3}(?:,\d{3})+(?![\d.,]*\d)", page.text), random):
        if in_body(page, *match.span()):
            return Plant(match.start(), match.end(), match[0][:-1])
    value = f"{random.randrange(11, 90)},{random.randrange(100, 999)}"
    text = random.choice(("The school raised ${x} for new books.", "The grant is worth approximately ${x} in all."))
    wrong = value[:-1] if random.random() < 0.7 else value + "0"
    return sentence(page, random, text.format(x=wrong), text.format(x=value))


def _word_and_digits(page: Page, random: Random) -> Plant | None:
    value = random.randrange(2, 13)
    wrong = value + 1 if value < 12 else value - 1
    text = random.choice(
        (
            "The option may be exercised within {w} ({d}) days.",
            "Each unit consists of {w} ({d}) shares of common stock.",
            "The agreement runs for {w} ({d}) years.",
        )
    )
    return sentence(page, random, text.format(w=_WORDS[value], d=wrong), text.format(w=_WORDS[value], d=value))


def _list(page: Page, random: Random) -> Plant | None:
    items = ["A new warehouse in Ohio", "A second shift in Texas", "A training center in Iowa", "An office in Maine"]
    random.shuffle(items)
    count = random.randrange(2, 5)
    text = random.choice(("The plan has {w} parts:", "The company announced {w} projects:", "There are {w} new sites:"))
    bullets = "\n".join(f"- {item}" for item in items[:count])
    for block in paragraphs(page, random):
        following = page.text[block.end + 1 :].partition("\n")[0]
        if following.rstrip().endswith(":") or re.match(r"[-*•●▪◦]|\(?\w{1,2}[.)] ", following):
            continue  # a label or another item: the list may go on there
        wrong, right = (f"\n\n{text.format(w=_WORDS[n])}\n\n{bullets}" for n in (count + 1, count))
        return Plant(block.end, block.end, wrong, right=right)
    return None


def _per_cent_headline_direction(page: Page, random: Random) -> Plant | None:
    pattern = re.compile(
        r"\b(increased?|decreased?|rose|fell) (?:by )?(?:\d[\d.]*%)? ?(?:to|from) \$([\d,.]+) (million|billion)"
    )
    opposite = {"increase": "decrease", "increased": "decreased", "rose": "fell", "fell": "rose"}
    opposite |= {"decrease": "increase", "decreased": "increased"}
    a = random.randrange(20, 80) / 10
    b = round(a * random.randrange(12, 19) / 10, 1)
    for match in shuffled(pattern.finditer(page.text), random):
        tail = page.text[match.end() : match.end() + 60]
        if re.match(r"[^.;]*?(?:from|compared (?:to|with)) \$[\d,.]+ (?:million|billion)", tail):
            return Plant(*match.span(1), opposite[match[1]], after=match.end() - match.end(1))
    text = random.choice(
        (
            "Revenue {v} to ${b} million from ${a} million.",
            "Gross profit {v} to ${b} million, compared with ${a} million in 2023.",
        )
    )
    values = {"a": amount(a), "b": amount(b)}
    return sentence(page, random, text.format(v="decreased", **values), text.format(v="increased", **values))


PLANTERS = (
    Planter("percent-of", True, "n of N (p%), where n/N is another percentage", _share),
    Planter("percent-change", True, "a change between two printed amounts is another percentage", _change),
    Planter("growth-rate", True, "an annual growth rate that its two values and years do not give", _growth),
    Planter("total", True, "a total that its parts do not give", _total),
    Planter("direction", True, "a decrease to a larger amount, or the reverse", _per_cent_headline_direction),
    Planter("headline-number", True, "an amount or percentage of the headline, another in the body", _headline),
    Planter("million-billion", True, "one of two mentions of an amount has another unit", _unit),
    Planter("malformed-amount", True, "an amount with a digit lost or added after a comma", _malformed),
    Planter("word-and-digits", True, "a number in words, another in digits behind it", _word_and_digits),
    Planter("list-count", True, "a list has one item fewer than its heading says", _list),
)
