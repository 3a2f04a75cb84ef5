"""An issuer's story made by hand, so that its page is tested on its own."""

from __future__ import annotations

from prlint.chronicle import Chronicle, Course, Told, Value
from prlint.finding import Evidence
from prlint.report import Stand

DAYS = ("2025-03-03", "2025-09-25", "2026-03-02")


def said(number: int, quote: str = "in a trial") -> Evidence:
    return Evidence(f"releases/{number}.txt", DAYS[number], None, None, quote, "")


def value(text: str, *releases: int, words: str = "") -> Value:
    return Value(text, said(releases[0]), releases, words)


def stand(number: int, phase: str, status: str) -> Stand:
    return Stand("ARD-131", (phase,), ("glioma",), "", status, said(number))


def chronicle(issuer: str = "Ardenta Therapeutics, Inc.") -> Chronicle:
    """Returns three releases: the phase, the telephone number and a title change, a name stays."""
    return Chronicle(
        issuer,
        "Nasdaq: ARDT",
        tuple(Told(f"releases/{i}.txt", str(i) * 64, day, f"Headline {i}") for i, day in enumerate(DAYS)),
        (stand(0, "1", "ongoing"), stand(2, "2", "planned")),
        (
            Course(
                "asset",
                "ARD-131",
                "glioma",
                (value("Phase 1, ongoing", 0, 1, words="is in a Phase 1 trial"), value("Phase 2, planned", 2)),
            ),
        ),
        (Course("issuer", "", "name of the issuer", (value(issuer, 0, 1, 2),)),),
        (Course("person", "Maria Delgado", "title", (value("vice president", 0), value("president", 1, 2))),),
        (Course("filing", "Form 10-K", "cited for", (value("period ended 2024-12-31", 1),)),),
        (Course("contact", "", "telephone", (value("(775) 555-0101", 0), value("(775) 555-0199", 1, 2))),),
        (Course("mark", "Quickshot", "sign", (value("™", 0, 2),)),),
    )
