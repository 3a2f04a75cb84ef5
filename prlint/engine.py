"""The line from files to a report: read, extract, resolve, check, sort.

Nothing here knows a rule, a claim type or a format by name, but for the claim
`release`, which says whose release a text is and of what day.
"""

from __future__ import annotations

from os import environ
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import registry
from prlint.claim import Release
from prlint.finding import SEVERITIES, CannotTell, Consistent, Contradicted
from prlint.finish import Finisher
from prlint.precedence import given_way
from prlint.remarks import remarks_on_dates, undated
from prlint.report import DocumentInfo, Examined, Report, RunError, summarise
from prlint.resolve.context import CheckContext
from prlint.resolve.memo import Memo
from prlint.resolve.record import Record
from prlint.resolve.resolution import Resolution
from prlint.rulebook.message import fill
from prlint.text.patterns import TIME_LIMIT
from prlint.version import __version__
from prlint.zones import zoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Finding
    from prlint.rulebook.model import Rule, Rulebook


class Source(NamedTuple):
    """One input: the path as given, the file's bytes, and what is known beyond them.

    `format` names a reader; without one the path's suffix decides. `date` (ISO)
    stands in where the text bears none.
    """

    path: str
    data: bytes
    format: str = ""
    date: str | None = None


class Options(NamedTuple):
    """How to check. `as_of` is an ISO date; `rules` are the ids to run, None for all of the rulebook.

    `history` asks for what lies behind each draft, beside what the rules find.
    With `apart` the drafts are no evidence for each other.
    """

    as_of: str | None = None
    rules: frozenset[str] | None = None
    severities: Mapping[str, str] = {}
    history: bool = False
    apart: bool = False


def read(source: Source) -> Document:
    """Returns the document with its zones; raises ValueError with a sentence for a person when it cannot."""
    name = source.format or _format(source.path, source.data)
    return zoned(registry.load("readers", name).read(source.path, source.data))


def parts(source: Source) -> list[Source]:
    """Returns the releases of one input: itself, or those of a file that holds several."""
    if not _marked(source.data):
        return [source]
    reader = registry.load("readers", source.format or _format(source.path, source.data))
    several = getattr(reader, "parts", None)
    found = several(source.path, source.data) if several else []
    # A part's fourth, where it has one, is the day that the file gives it.
    dated = [(*part, None)[:4] for part in found]
    return [Source(path, data, format, source.date or date) for path, data, format, date in dated] or [source]


#: How files begin that are no plain text, whatever they are called.
_MARKS = (b"PK\x03\x04", b"%PDF", b"{\\rtf", b"<", b"\xd0\xcf\x11\xe0", b"-----BEGIN PRIVACY-ENHANCED")


def _marked(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARKS)


def _format(path: str, data: bytes) -> str:
    """Returns the name of the reader: by the content where a format is known by it, else by the path's suffix.

    A suffix that no reader claims is plain text.
    """
    if _marked(data):
        for name in registry.names("readers"):
            recognises = getattr(registry.load("readers", name), "recognises", None)
            if recognises is not None and recognises(data):
                return name
    dot = path.rfind(".")
    suffix = path[dot:].lower() if dot > path.rfind("/") else ""
    # Plain text first: it is what most drafts are here, and loads nothing else.
    for name in sorted(registry.names("readers"), key=lambda name: name != "text"):
        if suffix in registry.load("readers", name).SUFFIXES:
            return name
    return "text"


def understand(
    source: Source,
    rulebook: Rulebook,
    types: Iterable[str] | None = None,
    wrong: list[RunError] | None = None,
) -> Release:
    """Returns the release with its claims: those of `types` and what they need, all types when None.

    The result depends on the text and the rulebook's lists and YAML claims
    alone. An extractor that fails gives no claims: it is added to `wrong`, or
    raises where there is no such list.
    """
    document = read(source)
    facts = {fact.name: fact for fact in rulebook.facts}
    wanted = {*registry.names("extractors"), *facts} if types is None else {"release", *types}
    order = registry.extractor_order([name for name in wanted if name not in facts])
    claims: dict[str, tuple[Claim, ...]] = {}
    for name in (*order, *sorted(wanted & set(facts))):
        extractor = facts[name] if name in facts else registry.load("extractors", name)
        try:
            found = sorted(
                extractor.extract(document, claims, rulebook.lists), key=lambda claim: (claim.start, claim.end)
            )
        except Exception as error:  # one broken extractor must not silence the others
            if wrong is None or "PRLINT_TRACEBACK" in environ:
                raise
            wrong.append(_failed(error, document.path, f"reading {name} claims"))
            found = []
        claims[name] = tuple(found)
    release = Release(document, claims, date=source.date)
    for said in claims["release"]:
        release = release._replace(
            date=said.string("date") or source.date,
            issuer=said.string("issuer"),
            ticker=said.string("ticker"),
            exchange=said.string("exchange"),
        )
    return release


def check(
    drafts: Sequence[Source],
    rulebook: Rulebook,
    *,
    archive: Sequence[Source] = (),
    profile_of: Callable[[str], Mapping[str, Any]] = lambda _: {},
    options: Options = Options(),  # noqa: B008 - an immutable tuple
    errors: Iterable[RunError] = (),
) -> Report:
    """Checks the drafts, each against the others and the archive as far as they are its issuer's and earlier.

    `profile_of` gives the profile for a draft's path. `errors` are those that
    came before (unreadable files, broken rules); they are reported with the rest.
    """
    wrong = list(errors)
    releases = understood(drafts, rulebook, wrong)
    record = understood(archive, rulebook, wrong)
    return judge(releases, rulebook, archive=record, profile_of=profile_of, options=options, errors=wrong)


def judge(
    releases: Sequence[Release],
    rulebook: Rulebook,
    *,
    archive: Sequence[Release] = (),
    profile_of: Callable[[str], Mapping[str, Any]] = lambda _: {},
    options: Options = Options(),  # noqa: B008 - an immutable tuple
    errors: Iterable[RunError] = (),
    memo: Memo | None = None,
    step: Callable[[], None] = lambda: None,
) -> Report:
    """Does what `check` does with drafts and an archive whose claims have been read.

    `memo` is what an earlier call with the same rules found out about releases that are in this one too. `step` is
    called after each draft.
    """
    rules = [rule for rule in rulebook.rules if options.rules is None or rule.id in options.rules]
    wrong = list(errors)
    memo = memo or Memo()
    known = Record(releases, archive, memo, apart=options.apart)
    tally = {rule.id: _Tally() for rule in rules}
    giving = frozenset(rule.id for rule in rules if rule.gives_way)
    findings: list[Finding] = []
    notices: list[str] = []
    documents = []
    for release in releases:
        profile = profile_of(release.document.path)
        as_of = options.as_of or release.date
        earlier = known.earlier(release, as_of, profile)
        newer = known.later(release, as_of, profile)
        notices += remarks_on_dates(release, newer, options.as_of)
        resolution = Resolution([*earlier, release], profile, memo)
        documents.append(_info(release, as_of))
        if options.history:
            from prlint.history import history

            documents[-1] = documents[-1]._replace(history=history(release, earlier, resolution, rulebook))
        found: list[Finding] = []
        for rule in rules:
            if not _in_force(rule, as_of or _named_last(release, rule)):
                continue
            evidence = earlier if "archive" in rule.compare else ()
            context = CheckContext(release, as_of, evidence, profile, rulebook.lists, resolution, rule.zones, rule.id)
            try:
                found += _checked(rule, context, options, tally[rule.id])
            except Exception as error:  # one broken rule must not silence the others
                if "PRLINT_TRACEBACK" in environ:
                    raise
                wrong.append(_failed(error, release.document.path, "checking", rule))
        gone = given_way(found, giving) if giving else ()
        for finding in gone:
            tally[finding.rule].contradicted -= 1
        findings += (finding for finding in found if finding not in gone)
        step()
    order = {info.path: i for i, info in enumerate(documents)}
    findings.sort(
        key=lambda f: (order[f.document], f.places[0].start.offset, f.places[0].end.offset, f.rule, f.message)
    )
    return Report(
        version=__version__,
        rules=rulebook.digest,
        documents=tuple(documents),
        findings=tuple(findings),
        examined=tuple(tally[rule.id].examined(rule) for rule in rules),
        errors=tuple(wrong),
        notices=(*undated(releases, options.as_of), *dict.fromkeys(notices)),
        summary=summarise(findings),
    )


def understood(
    sources: Iterable[Source], rulebook: Rulebook, wrong: list[RunError], step: Callable[[], None] = lambda: None
) -> list[Release]:
    """Returns the releases in the inputs, with their claims; what cannot be read is added to `wrong`.

    `step` is called after each input.
    """
    releases = []
    for source in sources:
        try:
            releases += [understand(part, rulebook, wrong=wrong) for part in parts(source)]
        except ValueError as error:
            wrong.append(RunError("unreadable-input", str(error), document=source.path))
        step()
    return releases


class _Tally:
    """What one rule has looked at so far."""

    def __init__(self) -> None:
        self.contradicted = self.consistent = self.cannot_tell = 0
        self.needs: set[str] = set()
        self.about: dict[str, None] = {}

    def examined(self, rule: Rule) -> Examined:
        return Examined(
            rule.id,
            self.contradicted,
            self.consistent,
            self.cannot_tell,
            tuple(sorted(self.needs)),
            tuple(self.about),
            rule.family,
            rule.title,
            rule.status,
            min((outcome.severity for outcome in rule.outcomes.values()), key=SEVERITIES.index, default="warning"),
            rule.why,
            rule.advice,
            rule.sources,
        )


def _checked(rule: Rule, context: CheckContext, options: Options, tally: _Tally) -> list[Finding]:
    """Runs one rule on one draft."""
    kind = registry.load("kinds", rule.kind)
    type = rule.params.get("claim", "")
    claims = context.claims(context.release, type) if type else ()
    finisher = Finisher(rule, context, options.severities)
    for verdict in kind.check(claims, rule.params, context):
        if isinstance(verdict, Contradicted):
            if finisher.add(verdict):
                tally.contradicted += 1
        elif isinstance(verdict, Consistent):
            tally.consistent += 1
            if verdict.about:
                about = fill(rule.consistent, {"about": verdict.about}) if rule.consistent else verdict.about
                tally.about[about] = None
        elif isinstance(verdict, CannotTell):
            tally.cannot_tell += 1
            if verdict.needs:
                tally.needs.add(verdict.needs)
    return finisher.findings


def _info(release: Release, as_of: str | None) -> DocumentInfo:
    document = release.document
    return DocumentInfo(
        path=document.path,
        sha256=document.sha256,
        format=document.format,
        date=release.date,
        issuer=release.issuer or None,
        as_of=as_of,
        words=len(document.view.text.split()),
        release=release,
    )


def _in_force(rule: Rule, as_of: str | None) -> bool:
    """Says whether a rule that depends on law or markets holds at the day of judgement; without one it does."""
    if as_of is None:
        return True
    return (rule.valid_from or "") <= as_of and (rule.valid_to is None or as_of <= rule.valid_to)


def _named_last(release: Release, rule: Rule) -> str | None:
    """Returns the last day that a text without a date names, for a rule that came into force some day; else None.

    A text that looks ahead to 2014 and no further was not written under a rule of 2017.
    """
    if rule.valid_from is None:
        return None
    return max((claim.string("end") for claim in release.of("date")), default="") or None


def _failed(error: Exception, path: str, doing: str, rule: Rule | None = None) -> RunError:
    """Returns the run's error for a rule or an extractor that raised."""
    id = rule.id if rule else None
    if isinstance(error, TimeoutError):
        message = f"{doing} took too long: a pattern ran past its limit of {TIME_LIMIT:g} seconds"
        return RunError("rule-timeout", message, document=path, rule=id)
    message = f"{doing} broke off ({type(error).__name__}: {error}); PRLINT_TRACEBACK=1 shows where"
    return RunError("rule-crash", message, document=path, rule=id)
