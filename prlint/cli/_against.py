"""What a draft changes, adds and drops against earlier releases: for people, as a page, and as data."""

from __future__ import annotations

import os
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import registry
from prlint.cli._places import position, span_of
from prlint.resolve.changes import ADDED, CHANGED, DROPPED, changes
from prlint.resolve.facts import tracked
from prlint.resolve.memo import Memo
from prlint.resolve.record import Record
from prlint.resolve.resolution import Resolution
from prlint.text.terminal import clip, counted, printable, width
from prlint.text.tokendiff import hunks, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.claim import Release
    from prlint.document import Span
    from prlint.report import RunError
    from prlint.resolve.changes import Changes, FactChange, WordingChange
    from prlint.resolve.facts import Fact
    from prlint.rulebook.model import Rulebook

SCHEMA = "prlint-changes/1"

#: What a change is called in print, in the order shown.
_NAMES = {CHANGED: "changed", ADDED: "new", DROPPED: "dropped"}
#: Words that may differ between two wordings that are shown in one line.
_MOST = 40
#: Words that are shown on either side of a change.
_AROUND = 5
_BOILERPLATE = "sentences that recur"


class Compared(NamedTuple):
    """One draft, the earlier releases it was held against (oldest first), and what differs."""

    draft: Release
    earlier: tuple[Release, ...]
    changes: Changes


def compared(
    drafts: Sequence[Release],
    old: Sequence[Release],
    rulebook: Rulebook,
    profiles: Mapping[str, Mapping[str, Any]],
    *,
    only: Sequence[str],
    chosen: bool,
) -> list[Compared]:
    """Returns each draft with its changes; `only` are claim types, empty for all.

    `chosen` says that the user named one release: it is held against the draft
    whatever its date and issuer (an older draft is no other release). Of a
    folder it is the draft's issuer's releases before the draft.
    """
    own = {fact.name: (fact.key, fact.value) for fact in rulebook.facts}
    follow = tracked(only or [*registry.names("extractors"), *own], own)
    memo = Memo()
    record = Record(drafts, old, memo)
    result = []
    for draft in drafts:
        profile = profiles.get(draft.document.path, {})
        if chosen:
            earlier = [one for one in old if one.document.path != draft.document.path]
        else:
            before = set(map(id, old))
            earlier = [one for one in record.earlier(draft, draft.date, profile) if id(one) in before]
        resolution = Resolution([*earlier, draft], profile, memo)
        result.append(Compared(draft, tuple(earlier), changes(draft, earlier, follow, resolution)))
    return result


def remarks(compared: Sequence[Compared], old: str) -> list[str]:
    """Returns a sentence for each draft that nothing could be held against."""
    return [
        f"{one.draft.document.path} bears no date: nothing in {old} is earlier"
        if one.draft.date is None
        else f"{old} has no earlier release of the issuer of {one.draft.document.path}"
        for one in compared
        if not one.earlier
    ]


# For people


def as_text(compared: Sequence[Compared], columns: int) -> str:
    """Returns the page: facts by what they are about, then the sentences."""
    lines: list[str] = []
    for one in compared:
        draft = one.draft
        lines += [printable("   ".join(part for part in (draft.document.path, draft.date or "", draft.issuer) if part))]
        lines += [printable(f"against {_named(one.earlier)}"), ""]
        for group, of_group in groupby(one.changes.facts, key=lambda change: change.key.group):
            lines.append(printable(group))
            for subject, mine in groupby(of_group, key=lambda change: change.key.subject):
                lines += [printable(f"  {subject}")] if subject else []
                for change in mine:
                    lines += _fact(change, columns)
            lines.append("")
        if one.changes.wordings:
            lines.append(_BOILERPLATE)
            for zone, of_zone in groupby(sorted(one.changes.wordings, key=_zone), key=_zone):
                lines.append(f"  {zone}")
                for wording in of_zone:
                    lines += _wording(draft, wording, columns)
            lines.append("")
        facts, sentences = counted(one.changes.same_facts, "fact"), counted(one.changes.same_sentences, "sentence")
        lines += [f"as before: {facts}, {sentences}", ""]
    return "\n".join(lines)


def _zone(change: WordingChange) -> str:
    return change.zone


def _named(earlier: Sequence[Release]) -> str:
    if not earlier:
        return "no earlier release"
    if len(earlier) == 1:
        return f"{earlier[0].document.path} ({earlier[0].date or 'no date'})"
    return f"{len(earlier)} earlier releases, {earlier[0].date} to {earlier[-1].date}"


def _fact(change: FactChange, columns: int) -> Iterator[str]:
    now, then = _values(change.now), _values(change.then)
    said = f"{then} → {now}" if now and then else now or then
    where = ", ".join([*(position(fact.release, fact.place) for fact in change.now[:3]), *_sources(change.then)])
    line = f"    {_NAMES[change.what]:<8} {printable(change.key.what)}:  {printable(said)}"
    if width(line) + 3 + width(where) <= columns:
        yield f"{line}   {where}"
    else:
        yield clip(line, columns)
        yield clip(f"{'':13}{where}", columns)


def _values(facts: Sequence[Fact]) -> str:
    return ", ".join(fact.value for fact in facts)


def _sources(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts[:1]:
        name = printable(os.path.basename(fact.release.document.path))
        yield f"{name}:{position(fact.release, fact.place)} ({fact.release.date or 'no date'})"


def _wording(draft: Release, change: WordingChange, columns: int) -> Iterator[str]:
    where = position(draft, change.now) if change.now else ""
    if change.old and change.then:
        old = printable(os.path.basename(change.old.document.path))
        earlier = f"{old}:{position(change.old, change.then)} ({change.old.date or 'no date'})"
    else:
        earlier = ""
    yield clip(f"    {_NAMES[change.what]:<8} {', '.join(part for part in (where, earlier) if part)}", columns)
    if change.now and change.old and change.then:
        said = differing(_text(change.old, change.then), _text(draft, change.now))
        if said is not None:
            yield from (clip(f"{'':13}{line}", columns) for line in said)
            return
        yield clip(f"{'':13}was: {printable(_text(change.old, change.then))}", columns)
        yield clip(f"{'':13}now: {printable(_text(draft, change.now))}", columns)
    elif change.now:
        yield clip(f"{'':13}{printable(_text(draft, change.now))}", columns)
    elif change.old and change.then:
        yield clip(f"{'':13}{printable(_text(change.old, change.then))}", columns)


def _text(release: Release, span: Span) -> str:
    return release.document.view.text[span.start : span.end]


def differing(old: str, new: str) -> list[str] | None:
    """Returns a line for each change between two wordings, in its words: "since [1978 → 1987] in"; None where they are too far apart.

    What came in stands as [+ words], what went as [- words].
    """
    then, now = tokens(old, 0, len(old)), tokens(new, 0, len(new))
    found = hunks([token.text for token in then], [token.text for token in now], _MOST)
    if found is None:
        return None
    lines = []
    for hunk in found:
        gone = old[then[hunk.old].start : then[hunk.old_end - 1].end] if hunk.old_end > hunk.old else ""
        came = new[now[hunk.new].start : now[hunk.new_end - 1].end] if hunk.new_end > hunk.new else ""
        change = f"[{gone} → {came}]" if gone and came else f"[- {gone}]" if gone else f"[+ {came}]"
        first, last = max(0, hunk.new - _AROUND), min(len(now), hunk.new_end + _AROUND)
        before = new[now[first].start : now[hunk.new - 1].end] if hunk.new > first else ""
        after = new[now[hunk.new_end].start : now[last - 1].end] if last > hunk.new_end else ""
        parts = ("… " if first else "") + before, change, after + (" …" if last < len(now) else "")
        lines.append(printable(" ".join(part for part in parts if part.strip())))
    return lines


# As a page


def as_page(
    compared: Sequence[Compared], rulebook: Rulebook, errors: Sequence[RunError], notices: Sequence[str]
) -> str:
    """Returns the same as a page of HTML."""
    from prlint.history import facts_changed
    from prlint.report import Earlier
    from prlint.reporters.html.changes import Differences, Wording, render
    from prlint.version import __version__

    def wording(draft: Release, change: WordingChange) -> Wording:
        return Wording(
            change.what,
            change.zone,
            _text(change.old, change.then) if change.old and change.then else "",
            _text(draft, change.now) if change.now else "",
            change.old.document.path if change.old else "",
            change.old.date if change.old else None,
        )

    drafts = [
        Differences(
            one.draft.document.path,
            one.draft.document.sha256,
            one.draft.date,
            one.draft.issuer,
            tuple(Earlier(old.document.path, old.date, old.document.sha256) for old in one.earlier),
            facts_changed(one.changes.facts),
            tuple(wording(one.draft, change) for change in one.changes.wordings),
            one.changes.same_facts,
            one.changes.same_sentences,
        )
        for one in compared
    ]
    return render(drafts, __version__, rulebook.digest, errors, notices)


# As data


def as_json(compared: Sequence[Compared], errors: Sequence[RunError]) -> str:
    """Returns the same as JSON, with every place in the source."""
    import json

    data = {
        "schema": SCHEMA,
        "documents": [
            {
                "path": one.draft.document.path,
                "sha256": one.draft.document.sha256,
                "date": one.draft.date,
                "issuer": one.draft.issuer or None,
                "against": [
                    {"path": old.document.path, "sha256": old.document.sha256, "date": old.date} for old in one.earlier
                ],
                "facts": [
                    {
                        "change": _NAMES[change.what],
                        "group": change.key.group,
                        "subject": change.key.subject or None,
                        "fact": change.key.what,
                        "now": [_said(fact) for fact in change.now],
                        "then": [_said(fact) for fact in change.then],
                    }
                    for change in one.changes.facts
                ],
                "sentences": [
                    {
                        "change": _NAMES[change.what],
                        "zone": change.zone,
                        "now": _place(one.draft, change.now),
                        "then": _place(change.old, change.then),
                    }
                    for change in one.changes.wordings
                ],
                "same": {"facts": one.changes.same_facts, "sentences": one.changes.same_sentences},
            }
            for one in compared
        ],
        "errors": [{"document": error.document, "message": error.message} for error in errors],
    }
    return json.dumps(data, indent=1) + "\n"


def _said(fact: Fact) -> dict[str, Any]:
    return {"value": fact.value, **(_place(fact.release, fact.place) or {})}


def _place(release: Release | None, span: Any) -> dict[str, Any] | None:
    if release is None or span is None:
        return None
    document = release.document
    quote = document.view.text[span.start : span.end]
    return {"document": document.path, "date": release.date, **span_of(release, span), "quote": quote}
