"""What a prlint.yaml already says, and what it was proposed before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.digest import sha256
from prlint.resolve.company import bare
from prlint.text.codes import fold
from prlint.text.near import plain, squeezed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.proposal.entry import Entry

#: Introduces the record at the end of the file; what stands in it is no secret, and nobody's to edit.
HEADING = "# What `prlint init` has proposed so far (+ as a fact, ? as a comment): what you delete above stays deleted."
_MARKS = pattern(r"#(?: [+?][0-9a-f]{8})+")
#: Marks on one line.
_PER_LINE = 10


def said(entry: Entry, profile: Mapping[str, Any], markets: Mapping[str, str]) -> bool:
    """Says whether the profile has the entry, or another value in its place."""
    found: Any = profile
    for key in entry.path:
        found = found.get(key) if hasattr(found, "get") else None
    if found is None:
        return False
    if not entry.item:
        return True
    known = identities(entry.path, found, markets)
    return entry.identity in known or bool(_aliases(entry) & known)


def identities(path: Sequence[str], found: Iterable[Any], markets: Mapping[str, str]) -> set[str]:
    """Returns what the items of a list are known by, as `Entry.identity` has it."""
    key = path[-1]
    if key == "short_names":
        return {squeezed(one) for one in found}
    if key == "former_names":
        return {squeezed(bare(one["name"])) for one in found}
    if key == "tickers":
        from prlint.text.markets import folded

        return {
            f"{exchange}:{one['symbol']}".casefold()
            for one in found
            for exchange in (one["exchange"], markets.get(folded(one["exchange"]), one["exchange"]))
        }
    if key == "domains":
        return {one.casefold() for one in found}
    if key == "studies":
        return {fold(one["id"]) for one in found}
    fold_ = plain if key == "people" else fold
    return {fold_(name) for one in found for name in (one["name"], *one.get("also", ()))}


def _aliases(entry: Entry) -> set[str]:
    also = entry.value.get("also", ()) if isinstance(entry.value, dict) else ()
    fold_ = plain if entry.path == ("people",) else fold
    return {fold_(one) for one in also}


def mark(entry: Entry) -> str:
    """Returns what the record knows an entry by, without its sign."""
    return sha256("\0".join((*entry.path, entry.identity)).encode()).hexdigest()[:8]


def record(lines: Sequence[str]) -> tuple[int, int, dict[str, str]]:
    """Returns where the record lies in the lines of a file (first, past the last), and its marks with their signs.

    Without a record both are the number of lines.
    """
    for i, line in enumerate(lines):
        if line.rstrip() == HEADING:
            end = i + 1
            marks: dict[str, str] = {}
            while end < len(lines) and _MARKS.fullmatch(lines[end].rstrip()):
                marks.update((word[1:], word[0]) for word in lines[end].split()[1:])
                end += 1
            return i, end, marks
    return len(lines), len(lines), {}


def record_lines(marks: Mapping[str, str]) -> list[str]:
    """Returns the lines of a record."""
    words = [sign + one for one, sign in marks.items()]
    rows = [words[i : i + _PER_LINE] for i in range(0, len(words), _PER_LINE)]
    return [HEADING, *("# " + " ".join(row) for row in rows)] if words else []
