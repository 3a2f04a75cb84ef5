"""Drafts the correction that a wire publishes, from a release as published and its corrected version.

It says what changed where, in a reader's words and with both values, in the form of the wire; for a person to edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import console, engine, inputs, paths, profile
from prlint.cli._options import one_of
from prlint.console import Failure

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from prlint.claim import Release
    from prlint.correction.compare import Comparison
    from prlint.correction.draft import Draft
    from prlint.correction.remarks import Remark
    from prlint.document import Span

HELP = "Drafts the correction that a wire publishes, from a release as published and its corrected version."

EPILOG = """\
examples:
  prlint correction published.html corrected.docx
  prlint correction published.txt corrected.txt --wire globenewswire --output notice.txt

exit code: 0 drafted, or nothing changed; 2 the two are no texts of one release, or one cannot be read"""

FORMATS = ("text", "json")
SCHEMA = "prlint-correction/1"

#: The share of their words from which two texts are one release, and one of another issuer's name.
_ONE_RELEASE = 0.5
_OTHER_NAME = 0.8
#: Days after which a text that does not say that it corrects is the next release, however alike.
_DAYS = 45


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint correction`."""
    add = parser.add_argument
    add("old", metavar="OLD", help="the release as published")
    add("new", metavar="NEW", help="its corrected version")
    add("--wire", metavar="WIRE", help="business-wire, pr-newswire, globenewswire (default: the one in the dateline)")
    add("--format", default="text", metavar="FORMAT", help=f"{', '.join(FORMATS)} (default: text)")
    add("--output", metavar="FILE", help="write the draft to a file")


def run(arguments: Namespace) -> int:
    """Prints the draft and returns 0; remarks for the one who edits it go to standard error."""
    from prlint.correction.draft import WIRES, draft
    from prlint.correction.remarks import remarks

    one_of("--format", arguments.format, FORMATS)
    if arguments.wire:
        one_of("--wire", arguments.wire, WIRES)
    if arguments.output:
        from prlint.cli import _output

        _output.allowed(arguments.output, (arguments.old, arguments.new))
    comparison = _compared(arguments.old, arguments.new)
    found = remarks(comparison) if comparison.changes else []
    said = draft(comparison, arguments.wire or "")
    if arguments.format == "json":
        _print(arguments, _as_json(comparison, said, found))
        return 0
    if said.sentences:
        _print(arguments, said.text)
    else:
        console.out(_nothing(comparison))
    for remark in found:
        console.say(remark.text)
    return 0


def _nothing(comparison: Comparison) -> str:
    old, new = comparison.old.document, comparison.new.document
    if old.sha256 == new.sha256:
        return f"{old.path} and {new.path} are the same, byte for byte: there is nothing to correct\n"
    if comparison.changes:
        return f"{old.path} and {new.path} say the same but for what is remarked on: there is nothing to correct\n"
    return f"{old.path} and {new.path} say the same in the same words: there is nothing to correct\n"


def _compared(old: str, new: str) -> Comparison:
    """Returns the comparison of the two files; of a file that holds several releases, of the two most alike."""
    from prlint.correction.compare import compare

    best: Comparison | None = None
    earlier = _releases(old)
    for now in _releases(new):
        for then in earlier:
            one = compare(then, now)
            if best is None or one.share > best.share:
                best = one
    assert best is not None  # a file without a release has failed before
    _one_release(best)
    return best


def _one_release(comparison: Comparison) -> None:
    """Raises Failure where the second text corrects something else."""
    old, new = comparison.old, comparison.new
    hint = f"prlint claims {new.document.path} --against {old.document.path} compares the facts of two releases"
    if comparison.share < _ONE_RELEASE:
        much = f"{comparison.share:.0%} of their words are the same" if comparison.share else "too much of it differs"
        raise Failure(f"{new.document.path} is no correction of {old.document.path}: {much}", hint)
    if old.issuer and new.issuer and comparison.share < _OTHER_NAME and not _alike(old.issuer, new.issuer):
        raise Failure(
            f"{new.document.path} is of {new.issuer}, {old.document.path} of {old.issuer}: another issuer's release",
            hint,
        )
    days = _days(old.date, new.date)
    if days > _DAYS and not comparison.opens:
        raise Failure(
            f"{new.document.path} ({new.date}) is {days} days newer than {old.document.path}, "
            "and does not say that it corrects: another release",
            hint,
        )


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import partial_ratio

    return partial_ratio(one.casefold(), other.casefold()) > 70


def _days(old: str | None, new: str | None) -> int:
    if not old or not new:
        return 0
    from datetime import date

    return (date.fromisoformat(new) - date.fromisoformat(old)).days


def _releases(path: str) -> list[Release]:
    from prlint.rulebook import load

    read = inputs.read([path])
    for error in read.errors:
        raise Failure(f"{path} {error.message}")
    rulebook = load([], builtin=paths.rules_folder(), cache=profile.cache_folder())
    try:
        found = [engine.understand(part, rulebook) for part in engine.parts(read.sources[0])]
    except ValueError as problem:
        raise Failure(f"{path}: {problem}") from problem
    if not any(release.document.blocks for release in found):
        raise Failure(f"{path} holds no text")
    return found


def _print(arguments: Namespace, text: str) -> None:
    if not arguments.output:
        console.out(text)
        return
    from prlint.cli import _output

    _output.write(arguments.output, text)


def _as_json(comparison: Comparison, said: Draft, found: Sequence[Remark]) -> str:
    import json

    from prlint.cli._places import span_of
    from prlint.correction.draft import headline

    def place(release: Release, span: Span | None) -> dict[str, Any] | None:
        return None if span is None else span_of(release, span)

    def text(release: Release) -> dict[str, Any]:
        document = release.document
        return {
            "path": document.path,
            "sha256": document.sha256,
            "date": release.date,
            "issuer": release.issuer or None,
            "headline": headline(release) or None,
        }

    data = {
        "schema": SCHEMA,
        "old": text(comparison.old),
        "new": text(comparison.new),
        "wire": said.wire or None,
        "changes": [
            {
                "change": change.what,
                "called": change.label,
                "old": change.old or None,
                "new": change.new or None,
                "places": [
                    {
                        "part": one.part,
                        "sentence": one.sentence or None,
                        "inside": one.inside or None,
                        "old": place(comparison.old, one.old),
                        "new": place(comparison.new, one.new),
                    }
                    for one in change.places
                ],
            }
            for change in comparison.changes
        ],
        "sentences": list(said.sentences),
        "draft": said.text if said.sentences else None,
        "remarks": [
            {"kind": one.kind, "message": one.text, "place": place(comparison.new, one.place)} for one in found
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
