"""Shows what was understood: the claims of each release, and each asset's phase over time.

This is also how the author of a rule sees what it will work on:
`prlint claims --only trial releases/`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import console, engine, inputs, paths, profile
from prlint.console import Failure
from prlint.rulebook.message import written
from prlint.text.terminal import clip, printable, width, wrap

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Claim, Release, Value
    from prlint.engine import Source
    from prlint.report import RunError
    from prlint.rulebook.model import Rulebook

HELP = "Shows what was understood: the claims of each release, and each asset's phase over time."

SCHEMA = "prlint-claims/1"
FORMATS = ("table", "json")

#: More places than this are counted, not shown.
_MOST_PLACES = 12


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint claims`."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="releases: files, folders, or - for standard input")
    add("--only", action="append", default=[], metavar="TYPES", help="only claims of these types, with commas")
    add("--format", default="table", choices=FORMATS, metavar="FORMAT", help="table or json (default: table)")
    add("--rules", action="append", default=[], metavar="PATH", help="claims of your own: a file or folder")
    add("--output", metavar="FILE", help="write to a file")


def run(arguments: Namespace) -> int:
    """Prints the claims and returns 0, or 2 when something could not be read."""
    from prlint.rulebook import load

    found, errors, notices = inputs.files(arguments.paths)
    read = inputs.read([path for path, _ in found])
    errors += read.errors
    notices += read.notices
    profiles = _profiles([source.path for source in read.sources])
    own = [path for one in profiles.values() for path in one.get("rules", {}).get("paths", ())]
    rulebook = load([*dict.fromkeys(own), *arguments.rules], builtin=paths.rules_folder(), cache=profile.cache_folder())
    only = _types(rulebook, arguments.only)
    releases = _understood(read.sources, rulebook, only, errors)
    assets = _assets(releases, profiles) if not only or "trial" in only else []
    if arguments.format == "json":
        text = _json(releases, only, assets, errors)
    else:
        text = _table(releases, only, assets, console.WIDTH if arguments.output else console.width())
    if arguments.output:
        from prlint.text import atomic

        if os.path.realpath(arguments.output) in {os.path.realpath(path) for path, _ in found}:
            raise Failure(f"--output {arguments.output} is one of the releases: it is never overwritten")
        atomic.write(arguments.output, text.encode("utf-8", "backslashreplace"))
    else:
        console.out(text)
    for notice in dict.fromkeys(notices):
        console.say(notice)
    for error in errors:
        console.say(f"{error.document}: {error.message}")
    for problem in rulebook.errors:
        console.say(str(problem))
    return 2 if errors or rulebook.errors else 0


class _Stand(NamedTuple):
    """What one release says of the phase of an asset; `date` is ISO or None."""

    date: str | None
    phases: tuple[str, ...]
    indications: tuple[str, ...]
    study: str
    status: str
    release: Release
    claim: Claim


def _profiles(files: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Returns each file's profile."""
    cache = profile.cache_folder()
    loaded: dict[str | None, Mapping[str, Any]] = {None: {}}
    result = {}
    for path in files:
        of = profile.find("x" if path == inputs.STDIN else path)
        if of is not None and of not in loaded:
            loaded[of] = profile.load(of, cache)
        result[path] = loaded[of]
    return result


def _types(rulebook: Rulebook, wanted: Iterable[str]) -> tuple[str, ...]:
    from prlint import registry

    known = (*registry.names("extractors"), *(fact.name for fact in rulebook.facts))
    types = tuple(word.strip() for words in wanted for word in words.split(",") if word.strip())
    for type in types:
        if type not in known:
            from prlint.text.hints import hint

            raise Failure(f"no claim type is called `{type}`", hint(type, known))
    return types


def _understood(
    sources: Iterable[Source], rulebook: Rulebook, only: Sequence[str], errors: list[RunError]
) -> list[Release]:
    releases = []
    # A trial's asset is known under all of its names only where the assets were read.
    types = [*only, *(["asset"] if "trial" in only else [])] or None
    for source in sources:
        try:
            releases.append(engine.understand(source, rulebook, types))
        except ValueError as problem:
            errors.append(inputs.unreadable(source.path, str(problem)))
    return releases


def _assets(releases: Sequence[Release], profiles: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, list[_Stand]]]:
    """Returns each asset with its phases, oldest first; the same words of one release once."""
    from prlint.resolve.issuer import issuers
    from prlint.resolve.resolution import Resolution

    result = []
    known = next(iter(profiles.values()), {})
    for group in issuers(list(releases), known):
        dated = sorted(group, key=lambda release: (release.date or "", release.document.path))
        resolution = Resolution(dated, profiles.get(dated[0].document.path, known))
        stands: dict[str, list[_Stand]] = {}
        printed: dict[str, str] = {}
        for release in dated:
            names = {}
            for claim in release.of("asset"):
                name, entity = claim.string("name"), resolution.entity(release, claim)
                # An entity without a name of its own goes by the folded one; the printed one reads better.
                names[name] = printed.setdefault(entity, name if name.casefold() == entity.casefold() else entity)
            seen = set()
            for claim in release.of("trial"):
                asset = claim.string("asset")
                stand = _Stand(
                    release.date,
                    _texts(claim.get("phases")),
                    _texts(claim.get("indication")),
                    claim.string("study"),
                    claim.string("status"),
                    release,
                    claim,
                )
                said = (asset, *stand[1:5])
                if asset and stand.phases and said not in seen:
                    seen.add(said)
                    stands.setdefault(names.get(asset, asset), []).append(stand)
        result += sorted(stands.items())
    return result


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()


# As a table


def _table(
    releases: Sequence[Release], only: Sequence[str], assets: Sequence[tuple[str, list[_Stand]]], columns: int
) -> str:
    lines: list[str] = []
    for release in releases:
        listed = ":".join(part for part in (release.exchange, release.ticker) if part)
        issuer = " ".join(part for part in (release.issuer, f"({listed})" if listed else "") if part)
        facts = [release.document.path, release.date or "no date", issuer]
        lines += [printable("   ".join(fact for fact in facts if fact)), ""]
        for type in sorted(only or release.claims):
            claims = release.of(type)
            if claims and (only or type != "release"):
                lines.append(f"  {type} ({len(claims)})")
                lines += _rows(release, claims, columns)
        lines.append("")
    if assets:
        lines.append("Phases over time")
        for name, stands in assets:
            lines += ["", f"  {printable(name)}"]
            lines += _stands(stands, columns)
        lines.append("")
    return "\n".join(lines)


def _rows(release: Release, claims: Sequence[Claim], columns: int) -> list[str]:
    """Returns the lines of claims of one type, those that say the same in one row."""
    alike: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.text, repr(claim.fields)), []).append(claim)
    lines = []
    for (text, _), same in alike.items():
        first, *others = (_position(release, claim) for claim in same)
        said = [
            f"{name}={printable(_written(value))}"
            for name, value in same[0].fields.items()
            if value not in ("", None, (), False, text)
        ]
        if others:
            more = f" and {len(others) - _MOST_PLACES} more" if len(others) > _MOST_PLACES else ""
            said.append("also " + " ".join(others[:_MOST_PLACES]) + more)
        head = f"  {first:>8}  {clip(printable(text).strip(), columns // 2)}"
        if width(head) + 3 + sum(width(word) + 2 for word in said) <= columns:
            lines.append(f"{head}   {'; '.join(said)}".rstrip())
        else:
            parts = [f"{word};" for word in said[:-1]] + said[-1:]
            lines += [head, *(f"{'':14}{part}" for part in wrap(parts, columns - 14))]
    return lines


def _stands(stands: Sequence[_Stand], columns: int) -> list[str]:
    """Returns the lines of one asset: date, phase, what for and how far, where."""
    rows = []
    for stand in stands:
        said = [" and ".join(stand.indications), stand.study, stand.status.replace("_", " ")]
        where = f"{printable(os.path.basename(stand.release.document.path))}:{_position(stand.release, stand.claim)}"
        rows.append((stand, printable(", ".join(word for word in said if word)), where))
    wide = min(max(width(said) for _, said, _ in rows), columns // 2)
    return [
        clip(f"    {stand.date or 'no date':<10}  Phase {'/'.join(stand.phases):<5}  {said:<{wide}}  {where}", columns)
        for stand, said, where in rows
    ]


def _position(release: Release, claim: Claim) -> str:
    span = release.document.view.source_span(claim.start, claim.end)
    line, column = release.document.line_column(span.start)
    return f"{line}:{column}"


def _written(value: Value) -> str:
    return "/".join(value) if isinstance(value, tuple) else written(value)


# As JSON


def _json(
    releases: Sequence[Release],
    only: Sequence[str],
    assets: Sequence[tuple[str, list[_Stand]]],
    errors: Sequence[RunError],
) -> str:
    import json

    data = {
        "schema": SCHEMA,
        "documents": [
            {
                "path": release.document.path,
                "sha256": release.document.sha256,
                "format": release.document.format,
                "date": release.date,
                "issuer": release.issuer or None,
                "exchange": release.exchange or None,
                "ticker": release.ticker or None,
                "claims": [
                    _claim(release, claim) for type in sorted(only or release.claims) for claim in release.of(type)
                ],
            }
            for release in releases
        ],
        "assets": [{"asset": name, "phases": [_phases(stand) for stand in stands]} for name, stands in assets],
        "errors": [{"document": error.document, "message": error.message} for error in errors],
    }
    return json.dumps(data, indent=1) + "\n"


def _claim(release: Release, claim: Claim) -> dict[str, Any]:
    return {
        "type": claim.type,
        **_span(release, claim),
        "text": claim.text,
        "fields": {name: list(value) if isinstance(value, tuple) else value for name, value in claim.fields.items()},
    }


def _phases(stand: _Stand) -> dict[str, Any]:
    return {
        "date": stand.date,
        "phases": list(stand.phases),
        "indications": list(stand.indications),
        "study": stand.study or None,
        "status": stand.status or None,
        "document": stand.release.document.path,
        **_span(stand.release, stand.claim),
    }


def _span(release: Release, claim: Claim) -> dict[str, Any]:
    document = release.document
    span = document.view.source_span(claim.start, claim.end)
    points = {}
    for name, offset in (("start", span.start), ("end", span.end)):
        line, column = document.line_column(offset)
        points[name] = {"offset": offset, "line": line, "column": column}
    return points
