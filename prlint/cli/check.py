"""Checks releases and reports what contradicts itself, the issuer's earlier releases, or its profile.

Releases named together are each other's archive. The archive and the settings
of prlint.yaml, found upwards from each draft, apply whatever files are named.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import console, engine, inputs, paths, profile, registry
from prlint.console import Failure
from prlint.finding import SEVERITIES
from prlint.report import FAIL_ON, Options, Report, RunError, exit_code, summarise

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from prlint.engine import Source
    from prlint.rulebook.model import Rulebook
    from prlint.text.error import RuleError

HELP = "Checks releases and reports what contradicts itself, the issuer's earlier releases, or its profile."

EPILOG = "exit code: 0 nothing at or above --fail-on, 1 findings, 2 the run itself failed (findings are still printed)"


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint check`."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="drafts: files, folders, or - for standard input")
    add("--archive", action="append", default=[], metavar="PATH", help="earlier releases: evidence, not checked")
    add("--as-of", metavar="DATE", help="judge the drafts as of this day (YYYY-MM-DD; default: each draft's own date)")
    add("--format", default="text", metavar="FORMAT", help=f"{', '.join(registry.names('reporters'))} (default: text)")
    add("--output", metavar="FILE", help="write the report to a file")
    add("--annotate", metavar="FILE", help="write a copy of the draft with its findings as comments (.docx, .pdf)")
    add("--select", action="append", default=[], metavar="RULES", help="check only these: ids or families, with commas")
    add("--ignore", action="append", default=[], metavar="RULES", help="leave these out: ids or families, with commas")
    add("--rules", action="append", default=[], metavar="PATH", help="rules of your own: a file or folder")
    add("--show", action="append", default=[], metavar="SEVERITY", help="also print findings of this severity (info)")
    add("--fail-on", metavar="SEVERITY", help=f"{', '.join(FAIL_ON)} (default: error)")
    add("--color", default="auto", metavar="WHEN", help="auto, always, never (default: auto; NO_COLOR is respected)")


def run(arguments: Namespace) -> int:
    """Checks, prints, and returns the exit code."""
    reporter = registry.load("reporters", _one_of("--format", arguments.format, registry.names("reporters")))
    shown = ("error", "warning", *(_one_of("--show", word, SEVERITIES) for word in _words(arguments.show)))
    colour = _one_of("--color", arguments.color, ("auto", "always", "never"))
    fail_on = arguments.fail_on and _one_of("--fail-on", arguments.fail_on, FAIL_ON)
    as_of = _day(arguments.as_of)
    found, errors, notices = inputs.files(arguments.paths)
    if arguments.output:
        _not_over_a_draft(arguments.output, [path for path, _ in found])
    if arguments.annotate:
        from prlint.cli import _annotate

        _annotate.allowed(arguments.annotate, [path for path, _ in found])
    if not found and not errors:
        # A path that holds no release is a slip; a run that checked nothing must not look like a clean one.
        errors.append(RunError("usage", "there was nothing to check"))
    houses = _houses(found, errors, notices)
    if found and not (houses or errors or notices):
        notices.append("nothing was checked: every file is excluded, or is in the archive")
    reports = []
    read: dict[str, Source] = {}
    if houses:
        everything = inputs.read([path for house in houses for path in house.drafts])
        errors += everything.errors
        notices += everything.notices
        read = {source.path: source for source in everything.sources}
        history = getattr(reporter, "HISTORY", False)
        reports = [_checked(house, read, arguments, as_of, notices, history) for house in houses]
    report = _merged(reports, errors, notices, [path for path, _ in found])
    _print(report, reporter, arguments, Options(console.width(), console.colour(colour), tuple(dict.fromkeys(shown))))
    if arguments.annotate:
        said = _annotate.write(arguments.annotate, read, report, shown)
        if said:
            console.say(said)
    wishes = {path: house.profile.get("fail_on", "error") for house in houses for path in house.drafts}
    # A release within a file is named after it: "filing.txt#EX-99.1".
    wishes |= {
        one.path: wishes.get(one.path.rpartition("#")[0], "error") for one in report.documents if one.path not in wishes
    }
    return exit_code(report, fail_on or "error", {} if fail_on else wishes)


class _House(NamedTuple):
    """Drafts under one profile; `path` is that of its prlint.yaml, None for drafts without one."""

    path: str | None
    profile: Mapping[str, Any]
    drafts: list[str]


def _houses(found: Iterable[tuple[str, str]], errors: list[RunError], notices: list[str]) -> list[_House]:
    """Sorts drafts by their profile; those whose profile is broken, excluded ones and the archive's are left out."""
    houses: dict[str | None, _House | None] = {}
    by_folder: dict[str, str | None] = {}
    cache = profile.cache_folder()
    for path, named in found:
        folder = os.path.dirname(os.path.abspath(path)) if path != inputs.STDIN else os.getcwd()
        if folder not in by_folder:
            by_folder[folder] = profile.find(os.path.join(folder, "x"))
        of = by_folder[folder]
        if of not in houses:
            houses[of] = _house(of, cache, errors)
        house = houses[of]
        if house is None:
            continue
        passed = inputs.passed(house.path, house.profile)
        if inputs.excluded(path, passed):
            if named == path:
                notices.append(f"{path} is excluded by {house.path}: not checked")
        # Whoever names the archive itself, or a part of it, wants it checked.
        elif not inputs.in_archive(path, passed) or inputs.in_archive(named, passed):
            house.drafts.append(path)
    return [house for house in houses.values() if house is not None and house.drafts]


def _house(path: str | None, cache: str | None, errors: list[RunError]) -> _House | None:
    if path is None:
        return _House(None, {}, [])
    from prlint.text.error import RuleError

    try:
        return _House(path, profile.load(path, cache), [])
    except RuleError as problem:
        errors.append(_run_error("configuration", problem))
        return None


def _checked(
    house: _House,
    read: Mapping[str, Source],
    arguments: Namespace,
    as_of: str | None,
    notices: list[str],
    history: bool,
) -> Report:
    """Checks one house's drafts against its archive and all else that was named; `history` is the engine's option."""
    from prlint.rulebook import cache, load

    settings = house.profile.get("rules", {})
    builtin = paths.rules_folder()
    rulebook = load([*settings.get("paths", ()), *arguments.rules], builtin=builtin, cache=profile.cache_folder())
    errors = [_run_error("rule-file", problem) for problem in rulebook.errors]
    wanted = _wanted(rulebook, arguments, house, errors)
    archive = _archive(house, arguments, errors, notices)
    others = [source for path, source in read.items() if path not in house.drafts]
    report = engine.check(
        [read[path] for path in house.drafts if path in read],
        rulebook,
        archive=[*others, *archive],
        profile_of=lambda _: house.profile,
        options=engine.Options(as_of, wanted, settings.get("severity", {}), history),
        errors=errors,
    )
    cache.keep(rulebook)
    return report


def _archive(house: _House, arguments: Namespace, errors: list[RunError], notices: list[str]) -> tuple[Source, ...]:
    """Reads the earlier releases: those of the profile and those of --archive."""
    roots = list(arguments.archive)
    for root in roots:
        if not os.path.exists(root):
            raise Failure(f"--archive {root}: there is no such file or folder")
    own = house.profile.get("archive")
    if own and house.path:
        if os.path.exists(own):
            roots.append(own)
        else:
            message = f"the archive `{own}` is not there"
            errors.append(_run_error("configuration", profile.mistake(house.path, ("archive",), message)))
    found, wrong, said = inputs.files(roots)
    earlier = inputs.read([path for path, _ in found])
    errors += [*wrong, *earlier.errors]
    notices += said
    return earlier.sources


def _wanted(rulebook: Rulebook, arguments: Namespace, house: _House, errors: list[RunError]) -> frozenset[str] | None:
    """Returns the ids of the rules to run; what the command line selects stands above the profile."""
    families: dict[str, set[str]] = {}
    for rule in rulebook.rules:
        families.setdefault(rule.family, set()).add(rule.id)
        families.setdefault(rule.id, set()).add(rule.id)

    def ids(words: Iterable[str], unknown: Callable[[str, str], None]) -> set[str]:
        chosen: set[str] = set()
        for word in words:
            if word in families:
                chosen |= families[word]
            else:
                from prlint.text.hints import nearest

                near = nearest(word, families)
                unknown(word, f"did you mean `{near}`?" if near else "prlint rules lists them")
        return chosen

    def refuse(word: str, hint: str) -> None:
        raise Failure(f"no rule or family is called `{word}`", hint)

    selected, ignored = ids(_words(arguments.select), refuse), ids(_words(arguments.ignore), refuse)
    settings = house.profile.get("rules", {})

    def of_profile(key: str) -> set[str]:
        def complain(word: str, hint: str) -> None:
            # The file that would have brought the rule may be the broken one, which is reported already.
            if not rulebook.errors:
                message = f"no rule or family is called `{word}`"
                errors.append(
                    _run_error("configuration", profile.mistake(house.path or "", ("rules", key, word), message, hint))
                )

        return ids(settings.get(key, ()), complain)

    of_profile("severity")
    if not selected:
        selected = of_profile("select")
        ignored |= of_profile("ignore")
    if not selected and not ignored:
        return None
    return frozenset((selected or {rule.id for rule in rulebook.rules}) - ignored)


def _merged(
    reports: Sequence[Report], errors: Sequence[RunError], notices: Iterable[str], order: Sequence[str]
) -> Report:
    """Makes one report of those of several houses, in the order in which the drafts were named."""
    from prlint import __version__

    files = {path: i for i, path in enumerate(order)}

    def place(document: str) -> int:
        # A release within a file is named after it: "filing.txt#EX-99.1".
        return files[document if document in files else document.rpartition("#")[0]]

    findings = sorted((f for report in reports for f in report.findings), key=lambda f: place(f.document))
    examined: dict[str, Any] = {}
    for one in (one for report in reports for one in report.examined):
        before = examined.get(one.rule)
        examined[one.rule] = one if before is None else before.plus(one)
    return Report(
        version=__version__,
        rules=_digest(reports),
        documents=tuple(
            sorted((d for report in reports for d in report.documents), key=lambda document: place(document.path))
        ),
        findings=tuple(findings),
        examined=tuple(examined.values()),
        errors=tuple(dict.fromkeys([*errors, *(error for report in reports for error in report.errors)])),
        notices=tuple(dict.fromkeys([*notices, *(notice for report in reports for notice in report.notices)])),
        summary=summarise(findings),
    )


def _digest(reports: Sequence[Report]) -> str:
    """Returns the digest of the rules in force; where houses have rules of their own, that of all their digests."""
    digests = sorted({report.rules for report in reports})
    if len(digests) == 1:
        return digests[0]
    from prlint.digest import sha256

    return f"sha256:{sha256(' '.join(digests).encode()).hexdigest()}"


def _print(report: Report, reporter: Any, arguments: Namespace, options: Options) -> None:
    """Prints the report where it is wanted, and what is wrong with the run on standard error."""
    if arguments.output:
        from prlint.text import atomic

        plain = options._replace(width=console.WIDTH, colour=False)
        try:
            atomic.write(arguments.output, reporter.render(report, plain).encode("utf-8", "backslashreplace"))
        except OSError as problem:
            raise Failure(f"--output {arguments.output}: cannot be written: {problem.strerror}") from problem
    else:
        console.out(reporter.render(report, options))
    if arguments.output or arguments.format != "text":
        for notice in report.notices:
            console.say(notice)
    for error in report.errors:
        console.say(error.shown or _line(error))


def _line(error: RunError) -> str:
    where = ":".join(str(part) for part in (error.document, error.line, error.column) if part is not None)
    rule = f"rule {error.rule}: " if error.rule and error.kind.startswith("rule-") else ""
    return f"{where}: {rule}{error.message}" if where else f"{rule}{error.message}"


def _run_error(kind: str, problem: RuleError) -> RunError:
    return RunError(
        kind,
        problem.message,
        document=problem.path,
        rule=problem.rule,
        line=problem.line,
        column=problem.column,
        shown=str(problem),
    )


def _one_of(option: str, word: str, allowed: Sequence[str]) -> str:
    if word in allowed:
        return word
    from prlint.text.hints import hint

    raise Failure(f"{option} cannot be `{word}`", hint(word, allowed))


def _words(given: Iterable[str]) -> list[str]:
    return [word.strip() for words in given for word in words.split(",") if word.strip()]


def _day(given: str | None) -> str | None:
    if given is None:
        return None
    from prlint.profile.checks import iso_date

    try:
        return iso_date(given)
    except ValueError as problem:
        raise Failure(f"--as-of is not a date: `{given}`", str(problem)) from problem


def _not_over_a_draft(output: str, drafts: Iterable[str]) -> None:
    whole = os.path.realpath(output)
    for path in drafts:
        if path != inputs.STDIN and os.path.realpath(path) == whole:
            raise Failure(f"--output {output} is one of the drafts: a report never overwrites one")
