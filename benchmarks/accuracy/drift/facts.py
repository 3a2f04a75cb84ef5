"""Facts of our own, said in each earlier release, and otherwise in the newest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.accuracy.drift.series import Drift, Drifter, Series, day

if TYPE_CHECKING:
    from random import Random

_ASSETS = ("TSL-204", "Velmorine", "BRD-17", "Oxatrelib", "HLX-332")
_DISEASES = ("multiple myeloma", "glioblastoma", "ulcerative colitis", "type 2 diabetes", "psoriasis", "asthma")
_STUDIES = ("CLARION", "BEACONHILL", "STEADFAST", "MERIDIAN-2", "HARBOR")
_EVENTS = ("Harlow Healthcare Conference", "Brennan Industrials Forum", "Ottery Growth Stock Symposium")
_QUARTERS = ("first", "second", "third", "fourth")


def _drift(random: Random, *, news: str, frames: tuple[str, ...], then: str, now: str, **words: str) -> Drift:
    """Returns the drift of a value, `then` in the earlier releases and `now` in the newest, in one of the frames."""
    frame = random.choice(frames)
    right = frame.format(x=then, **words)
    return Drift(before=right, right=right, wrong=frame.format(x=now, **words), news=news)


def _phase(series: Series, random: Random) -> Drift | None:
    asset, disease = random.choice(_ASSETS), random.choice(_DISEASES)
    then, now = random.choice((("Phase 2", "Phase 1"), ("Phase 3", "Phase 2"), ("Phase 3", "Phase 1")))
    return _drift(
        random,
        then=then,
        now=now,
        a=asset,
        d=disease,
        frames=(
            "{a} is being evaluated in a {x} clinical trial in patients with {d}.",
            "The company's lead product candidate, {a}, is currently in a {x} trial for the treatment of {d}.",
            "{a} is in an ongoing {x} study in {d}.",
        ),
        news=f"The company has begun a new study of {asset} in a second group of patients with {disease}.",
    )


def _status(series: Series, random: Random) -> Drift | None:
    asset, study = random.choice(_ASSETS), random.choice(_STUDIES)
    then, now = random.choice(
        (
            ("has completed enrollment in", "is actively enrolling patients in"),
            ("has dosed the first patient in", "plans to initiate"),
            ("has initiated", "plans to initiate"),
        )
    )
    return _drift(
        random,
        then=then,
        now=now,
        a=asset,
        s=study,
        frames=("The company {x} its Phase 2 {s} trial of {a}.", "The company {x} the Phase 2 {s} study of {a}."),
        news=f"The protocol of {study} was amended, and the trial has been expanded with a new cohort.",
    )


def _study_number(series: Series, random: Random) -> Drift | None:
    study = random.choice(_STUDIES)
    number = f"NCT0{random.randrange(3_000_000, 6_999_999)}"
    i = next(i for i in range(5, 10) if number[i] != number[i + 1])
    wrong = number[:i] + number[i + 1] + number[i] + number[i + 2 :]
    return _drift(
        random,
        then=number,
        now=wrong,
        s=study,
        a=random.choice(_ASSETS),
        frames=(
            "More about the Phase 2 {s} trial of {a} ({x}) is available at clinicaltrials.gov.",
            "The Phase 3 {s} study of {a} is registered as {x}.",
        ),
        news="",
    )


def _annual_report(series: Series, random: Random) -> Drift | None:
    year = int(series.dates[-1][:4]) - 1
    if series.dates[-1][5:] < "04-20" or "10-K" in series.page.text:
        return None
    return _drift(
        random,
        then=str(year),
        now=str(year - 1),
        frames=(
            "Risks are described in its Annual Report on Form 10-K for the year ended December 31, {x}, filed with the SEC.",
            "Please see the risk factors in our Form 10-K for the fiscal year ended December 31, {x}.",
        ),
        news="",
    )


def _count(series: Series, random: Random) -> Drift | None:
    asset = random.choice(_ASSETS)
    what = random.choice(
        ("patients have been treated with", "people have been dosed with", "procedures have been performed with")
    )
    then, now = random.choice(((120, 90), (450, 405), (1_200, 1_020), (85, 58)))
    return _drift(
        random,
        then=f"{then:,}",
        now=f"{now:,}",
        a=asset,
        w=what,
        frames=("To date, more than {x} {w} {a}.", "More than {x} {w} {a} to date.", "Over {x} {w} {a}."),
        news=f"After an audit of its records the company has corrected the number of those treated with {asset}.",
    )


def _patents(series: Series, random: Random) -> Drift | None:
    then, now = random.choice(((37, 27), (52, 48), (19, 16)))
    return _drift(
        random,
        then=str(then),
        now=str(now),
        frames=(
            "The company has been granted {x} patents worldwide.",
            "To date, {x} patents have been issued to the company.",
        ),
        news="The company allowed several of its older patents to lapse.",
    )


def _late(series: Series, random: Random) -> Drift | None:
    """A promise for a quarter that was over before the newest release, told again in it."""
    last = _quarter_before(series.date)
    if last is None or not any(one <= last[2] for one in series.dates):
        return None
    when = f"in the {_QUARTERS[last[1] - 1]} quarter of {last[0]}"
    asset, disease = random.choice(_ASSETS), random.choice(_DISEASES)
    frame = random.choice(_PROMISES)
    said = frame.format(x=when, a=asset, d=disease)
    return Drift(
        before=said,
        wrong=said,
        explained=f"The start of the Phase 2 trial of {asset} in {disease}, which had been planned {when}, was delayed to next year.",
        until=last[2],
    )


_PROMISES = (
    "The company plans to initiate a Phase 2 trial of {a} in {d} {x}.",
    "The company expects to dose the first patient in a Phase 2 trial of {a} in {d} {x}.",
    "A Phase 2 trial of {a} in {d} is expected to begin {x}.",
)


def _moved(series: Series, random: Random) -> Drift | None:
    """A promise that is repeated for a later quarter, and no word that it moved."""
    year, month = int(series.date[:4]), int(series.date[5:7])
    quarter = (month - 1) // 3 + 1
    first, second = _after(year, quarter, 1), _after(year, quarter, 3)
    asset, disease = random.choice(_ASSETS), random.choice(_DISEASES)
    return _drift(
        random,
        then=f"in the {_QUARTERS[first[1] - 1]} quarter of {first[0]}",
        now=f"in the {_QUARTERS[second[1] - 1]} quarter of {second[0]}",
        a=asset,
        d=disease,
        frames=_PROMISES,
        news=f"The start of the trial of {asset} in {disease} was delayed, and the timeline has been revised.",
    )


def _after(year: int, quarter: int, by: int) -> tuple[int, int]:
    number = year * 4 + quarter - 1 + by
    return number // 4, number % 4 + 1


def _quarter_before(iso: str) -> tuple[int, int, str] | None:
    """Returns the newest quarter that ended 20 days before a day: its year, its number, its last day."""
    at = date.fromisoformat(iso) - timedelta(days=20)
    for year, quarter, month, end in (
        (at.year, 3, 9, 30),
        (at.year, 2, 6, 30),
        (at.year, 1, 3, 31),
        (at.year - 1, 4, 12, 31),
    ):
        if date(year, month, end) < at:
            return year, quarter, f"{year}-{month:02}-{end}"
    return None


def _guidance(series: Series, random: Random) -> Drift | None:
    year = int(series.dates[-1][:4])
    if series.date[:4] != series.dates[-1][:4]:
        return None
    then, now = random.choice(
        (("$178 million", "$187 million"), ("$52.5 million", "$55.2 million"), ("$96 million", "$69 million"))
    )
    return _drift(
        random,
        then=then,
        now=now,
        y=str(year),
        frames=(
            "The company expects total revenue of {x} for the full year {y}.",
            "For fiscal {y}, the company anticipates revenue of {x}.",
            "The company's guidance for {y} is revenue of {x}.",
        ),
        news=f"The company has updated its revenue guidance for {year} to {now} from {then}.",
    )


def _runway(series: Series, random: Random) -> Drift | None:
    year = int(series.date[:4]) + 1
    then, now = random.choice((("fourth", "second"), ("third", "first")))
    return _drift(
        random,
        then=f"the {then} quarter of {year}",
        now=f"the {now} quarter of {year}",
        frames=(
            "The company believes that its cash will fund its operations into {x}.",
            "Cash and cash equivalents are expected to provide a cash runway into {x}.",
        ),
        news="The acquisition was paid in cash, which shortens the company's cash runway by two quarters.",
    )


def _designation(series: Series, random: Random) -> Drift | None:
    asset = random.choice(_ASSETS)
    then, now = random.sample(_DISEASES, 2)
    kind = random.choice(("orphan drug", "Fast Track", "Breakthrough Therapy"))
    return _drift(
        random,
        then=then,
        now=now,
        a=asset,
        k=kind,
        frames=(
            "The FDA has granted {k} designation to {a} for the treatment of {x}.",
            "{a} has received {k} designation from the FDA for {x}.",
        ),
        news=f"Today the FDA granted {asset} a second {kind} designation, for {now}.",
    )


def _event_date(series: Series, random: Random) -> Drift | None:
    event = random.choice(_EVENTS)
    at = date.fromisoformat(series.date) + timedelta(days=random.randrange(20, 60))
    then, now = at.isoformat(), (at + timedelta(days=random.choice((1, 7, 10)))).isoformat()
    return _drift(
        random,
        then=day(then),
        now=day(now),
        e=event,
        frames=(
            "The company will present at the {e} on {x}.",
            "Management will host investor meetings at the {e}, which takes place on {x}.",
        ),
        news=f"The {event} has been rescheduled to {day(now)}.",
    )


def _data(series: Series, random: Random) -> Drift | None:
    asset, disease = random.choice(_ASSETS), random.choice(_DISEASES)
    study = random.choice(_STUDIES)
    year = int(series.dates[0][:4]) - 1
    then, now = random.choice((("41.7%", "47.1%"), ("62%", "68%"), ("38.5%", "35.8%")))
    return _drift(
        random,
        then=then,
        now=now,
        a=asset,
        d=disease,
        s=study,
        y=str(year),
        frames=(
            "In the Phase 2 {s} trial of {a} in {d}, the overall response rate was {x} at the data cutoff of June 30, {y}.",
            "As of the data cut-off of March 31, {y}, the {s} trial of {a} in {d} showed an objective response rate of {x}.",
        ),
        news=f"At the new data cut-off of this month the {study} trial was analysed again.",
    )


def _founded(series: Series, random: Random) -> Drift | None:
    then = random.choice((1978, 1987, 1996, 2012))
    now = {1978: 1987, 1987: 1978, 1996: 1969, 2012: 2021}[then]
    return _drift(
        random,
        then=str(then),
        now=str(now),
        frames=(
            "The company was founded in {x} and has its own laboratories.",
            "Founded in {x}, the company has its own laboratories.",
        ),
        news="",
    )


DRIFTERS = (
    Drifter("phase", "a trial stands at an earlier phase", _phase),
    Drifter("status", "a study stands earlier on its way", _status),
    Drifter("study-number", "a study has another registry number, two digits exchanged", _study_number),
    Drifter("annual-report", "the annual report of the year before the one cited earlier", _annual_report),
    Drifter("count-down", "a number of people treated that may only rise is smaller", _count),
    Drifter("patents-down", "a number of patents granted is smaller", _patents),
    Drifter("promise-late", "a promise is told again after its quarter", _late),
    Drifter("promise-moved", "a promise is told for a later quarter, without a word", _moved),
    Drifter("guidance", "the guidance for one year is another amount", _guidance),
    Drifter("runway", "the cash lasts two quarters less, without a word", _runway),
    Drifter("designation", "a designation is for another disease", _designation),
    Drifter("event-date", "one event has another day", _event_date),
    Drifter("data-cut", "one result of one data cut-off has another value", _data),
    Drifter("founded", "the year of the foundation is another", _founded),
)
