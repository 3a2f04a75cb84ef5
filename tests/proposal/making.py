"""Releases of invented companies, and what is proposed from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import engine
from prlint.proposal.propose import TYPES, propose
from tests.support import builtin

if TYPE_CHECKING:
    from prlint.claim import Release
    from prlint.proposal.entry import Entry

MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
TOPICS = (
    ("Opens Laboratory in Lyon", "opened a laboratory in Lyon with room for forty scientists"),
    ("Names Advisers", "formed a board of advisers from five universities"),
    ("To Speak at Conference", "will speak at the spring meeting of physicians in Geneva"),
    ("Receives Grant", "received a grant for its work on rare diseases of the lung"),
    ("Reports Patent", "was granted a patent on its way of making aerosols"),
    ("Moves Headquarters", "has moved into larger offices near the river"),
)


def text(
    number: int,
    *body: str,
    company: str = "Orvane Bio, Inc.",
    short: str = "Orvane Bio",
    listing: str = "Nasdaq: ORVB",
    about: str = "develops medicines for diseases of the lung",
    end: str = "",
) -> str:
    """Returns the release of a month (from 0), whose own sentences differ from the others'."""
    headline, news = TOPICS[number % len(TOPICS)]
    date = f"{MONTHS[number % 12]} 5, {2024 + number // 12}"
    ticker = f" ({listing})" if listing else ""
    paragraphs = [
        f"{short} {headline}",
        f"LYON, France, {date} (GLOBE NEWSWIRE) -- {company}{ticker} today announced that it {news}.",
        f"The step of {date} is the {number + 1}. of its kind, and follows months of planning by many people.",
        *body,
        f"About {short}",
        f"{company} {about}.{end}",
    ]
    return "\n\n".join(paragraphs) + "\n"


def release(source: str, name: str = "release.txt") -> Release:
    return engine.understand(engine.Source(name, source.encode()), builtin(), TYPES)


def releases(*sources: str) -> list[Release]:
    return [release(source, f"releases/{i}.txt") for i, source in enumerate(sources)]


def proposed(*sources: str) -> list[Entry]:
    """Returns what is proposed from the texts of releases."""
    return propose(releases(*sources), builtin().lists)


def facts(entries: list[Entry], *path: str) -> list[object]:
    """Returns the values of the certain entries of a key."""
    return [one.value for one in entries if one.path == path and not one.doubt]


def doubts(entries: list[Entry], *path: str) -> dict[str, str]:
    """Returns the reasons of the doubtful entries of a key, by the value or its name."""
    found = {}
    for one in entries:
        if one.path == path and one.doubt:
            value = one.value if isinstance(one.value, str) else next(iter(one.value.values()))
            found[str(value)] = one.doubt
    return found
