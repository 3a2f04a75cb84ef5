"""The keys of prlint.yaml, and what may stand under each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.profile.checks import choice, day, entries, iso_date, mapping, table, written
from prlint.report import FAIL_ON

if TYPE_CHECKING:
    from prlint.profile.checks import Check
    from prlint.text.yaml import Node, Source

FILER_STATUSES = ("large accelerated", "accelerated", "non-accelerated", "foreign private issuer")
FORMS = tuple(
    form + amended
    for form in ("10-K", "10-KT", "10-Q", "10-QT", "20-F", "40-F", "6-K", "8-K")
    for amended in ("", "/A")
)
ASSET_STATUSES = ("investigational", "approved", "discontinued")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: Names as issuers print them. Others are allowed: the list only serves to find slips.
EXCHANGES = (
    "Nasdaq", "NYSE", "NYSE American", "NYSE Arca", "NYSE MKT", "Cboe", "OTCQB", "OTCQX", "OTC Pink", "TSX", "TSXV",
    "TSX Venture", "LSE", "AIM", "Euronext", "Euronext Growth", "Xetra", "First North", "Nasdaq Stockholm", "Nasdaq Copenhagen",
    "SIX", "ASX", "HKEX", "SEHK", "SGX", "Tokyo", "KOSPI", "KOSDAQ", "TASE", "JSE",
)  # fmt: skip


def whole() -> Check:
    """Returns the check of a whole profile: this is the list of its keys."""
    texts = entries(written)
    return mapping(
        {
            "schema": choice(("prlint-profile/1",)),
            "issuer": mapping(
                {
                    "name": written,
                    "short_names": texts,
                    "former_names": entries(mapping({"name": written, "until": day}, ("name",))),
                    "tickers": entries(
                        mapping({"exchange": _exchange, "symbol": _symbol, "from": day}, ("exchange", "symbol"))
                    ),
                    "domains": entries(_domain),
                    "fiscal_year_end": _fiscal_year_end,
                    "filer_status": _filer_status,
                    "filings": entries(_filing),
                }
            ),
            "people": entries(mapping({"name": written, "also": texts, "title": written, "from": day}, ("name",))),
            "assets": entries(
                mapping(
                    {"name": written, "also": texts, "isotope": written, "status": choice(ASSET_STATUSES)}, ("name",)
                )
            ),
            "studies": entries(
                mapping(
                    {
                        "id": _study,
                        "name": written,
                        "also": texts,
                        "asset": written,
                        "phase": _phase,
                        "indication": written,
                    },
                    ("id",),
                )
            ),
            "words": texts,
            "prefer": table(written),
            "archive": written,
            "exclude": texts,
            "fail_on": choice(FAIL_ON),
            "rules": mapping(
                {
                    "select": texts,
                    "ignore": texts,
                    "severity": table(choice(("error", "warning", "info", "off"))),
                    "paths": texts,
                }
            ),
        }
    )


def _fiscal_year_end(node: Node, source: Source, name: str) -> Any:
    if node.kind == "mapping":
        last = node.get("last") is not None or node.get("of") is not None
        return (_LAST if last else _NEAREST)(node, source, name)
    return _month_day(node, source, name)


def _month(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    if not (value.isdecimal() and value.isascii() and 1 <= int(value) <= 12):
        raise source.at(node, f"`{name}` is not a month: `{value}`", hint='write its number, such as "09"')
    return f"{int(value):02}"


def _month_day(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    try:
        iso_date(f"2000-{value}")  # a leap year, so that 02-29 can stand for the end of February
    except ValueError as problem:
        raise source.at(
            node, f"`{name}` is not a day of the year: `{value}`", hint='write it "MM-DD", such as "12-31"'
        ) from problem
    return value


#: A year of 52 or 53 weeks: `{nearest: saturday, to: "01-31"}` and `{last: saturday, of: "09"}`.
_NEAREST = mapping({"nearest": choice(WEEKDAYS), "to": _month_day}, ("nearest", "to"))
_LAST = mapping({"last": choice(WEEKDAYS), "of": _month}, ("last", "of"))


def _filer_status(node: Node, source: Source, name: str) -> list[dict[str, Any]]:
    status = choice(FILER_STATUSES)
    if node.kind != "sequence":
        return [{"status": status(node, source, name), "from": None}]
    entry = mapping({"status": status, "from": day}, ("status",))
    found: list[dict[str, Any]] = []
    for child in node.value:
        given = entry(child, source, name)
        since = given.get("from")
        if any(other["from"] == since for other in found):
            raise source.at(
                child, f"two entries of `{name}` hold from {since or 'the beginning'}", hint="give each its `from`"
            )
        found.append({"status": given["status"], "from": since})
    return sorted(found, key=lambda one: one["from"] or "")


def _filing(node: Node, source: Source, name: str) -> dict[str, str]:
    check = mapping({"form": choice(FORMS), "period_end": day, "filed": day}, ("form", "period_end"))
    found: dict[str, str] = check(node, source, name)
    filed = found.get("filed")
    if filed and filed <= found["period_end"]:
        at = node.get("filed") or node
        raise source.at(at, f"a {found['form']} is filed after its period ends on {found['period_end']}")
    return found


def _exchange(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    if any(value.casefold() == known.casefold() for known in EXCHANGES):
        return value
    # Among abbreviations of three or four letters neighbours are no slips.
    if len(value) > 4:
        from prlint.text.hints import nearest

        near = nearest(value, EXCHANGES)
        if near is not None:
            raise source.at(node, f"no exchange is called `{value}`", hint=f"did you mean `{near}`?")
    return value


def _symbol(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    plain = value.replace(".", "").replace("-", "").replace("/", "")
    if value.isascii() and plain.isalnum() and value == value.upper() and len(value) <= 12:
        return value
    hint = f"write `{value.upper()}`" if plain.isalnum() else "capital letters and digits, without the exchange"
    raise source.at(node, f"`{name}` is not a ticker: `{value}`", hint=hint)


def _domain(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    labels = value.split(".")
    if len(labels) > 1 and all(label.replace("-", "").isalnum() for label in labels):
        return value.lower().removeprefix("www.")
    bare = value.partition("://")[2] or value
    bare = bare.partition("/")[0].rpartition("@")[2].removeprefix("www.")
    raise source.at(
        node,
        f"`{value}` is not a domain",
        hint=f"write `{bare}`" if "." in bare and bare != value else "such as `example.com`",
    )


def _study(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    # Any other registry's or sponsor's number passes: their forms are not known here.
    if value[:3].upper() == "NCT" and not (value.startswith("NCT") and len(value) == 11 and value[3:].isdecimal()):
        raise source.at(node, f"`{value}` is not an NCT number", hint="`NCT` and eight digits")
    return value


def _phase(node: Node, source: Source, name: str) -> str:
    value = written(node, source, name)
    parts = value.split("/")
    if len(parts) <= 2 and all(part[:1] in "01234" and part[1:] in ("", "a", "b", "c") and part for part in parts):
        return value
    raise source.at(node, f"`{name}` is not a trial phase: `{value}`", hint='such as "1", "2b" or "1/2"')
