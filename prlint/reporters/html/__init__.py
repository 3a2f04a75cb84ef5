"""The report as one page for a browser and for paper: the release with its findings in place, and a sign-off part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import SEVERITIES
from prlint.reporters.html.cards import WORDS
from prlint.reporters.html.frame import page
from prlint.reporters.html.sheets import sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.report import DocumentInfo, Earlier, Options, Report

#: The page shows what lies behind each draft (prlint.report.History).
HISTORY = True

#: Places that are shown with the words around them; of the others only where they are.
_MOST_PLACES = 3


def render(report: Report, options: Options) -> str:
    """Returns the page; findings of severities that are not shown stand in it, filtered out at first."""
    found = sheets(report, options)
    cards = sorted((card for sheet in found for card in sheet.cards), key=lambda card: card.number)
    return page(
        "page.html",
        report.version,
        ("style.css", "report.css", "print.css"),
        "script.js",
        report=report,
        sheets=found,
        cards={card.number: card for card in cards},
        waived=[card for card in cards if card.waiver],
        most=_MOST_PLACES,
        words=WORDS,
        severities=SEVERITIES,
        shown=options.shown,
        issuer=_issuer(report.documents),
        earlier=_earlier(report.documents),
        named=[one for one in report.examined if one.about],
        clean=[one for one in report.examined if one.consistent and not one.contradicted and not one.about],
        needing=[one for one in report.examined if one.cannot_tell and one.needs],
        open=[one for one in report.examined if one.cannot_tell and not one.needs],
    )


def _issuer(documents: Sequence[DocumentInfo]) -> str:
    """Returns the issuer of all the releases; empty where there are several."""
    names = {info.issuer or "" for info in documents}
    return names.pop() if len(names) == 1 else ""


def _earlier(documents: Sequence[DocumentInfo]) -> list[Earlier]:
    """Returns the releases that the drafts were held against, each once, but for the drafts themselves."""
    drafts = {info.path for info in documents}
    held = {one.path: one for info in documents if info.history for one in info.history.earlier}
    return sorted((one for one in held.values() if one.path not in drafts), key=lambda one: (one.date or "", one.path))
