"""prlint.yaml: what an issuer confirmed about itself.

The file is found upwards from the draft that is checked. Everything in it is
optional, and nothing in it is skipped: an unknown key or a wrong value is an
error with its place. It comes out as plain data under the same names, with
these liberties taken:

* what was not written is not there;
* dates are ISO strings, fiscal year ends "MM-DD" or `{nearest: saturday, to: MM-DD}`;
* `issuer.filer_status` is a list of `{status, from}`, oldest first; `from` is
  None where the status always held;
* `archive` and `rules.paths` are joined to the folder that prlint.yaml lies in.
"""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from prlint import __version__, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prlint.rulebook.error import RuleError
    from prlint.rulebook.yaml import Node, Source

    Check = Callable[[Node, Source, str], Any]

NAME = "prlint.yaml"

#: Bytes; a profile is written by hand.
SIZE_LIMIT = 1_000_000

#: Changes when this file reads the same profile into other data.
_CACHE_FORMAT = 1

FILER_STATUSES = ("large accelerated", "accelerated", "non-accelerated", "foreign private issuer")
FORMS = tuple(
    form + amended
    for form in ("10-K", "10-KT", "10-Q", "10-QT", "20-F", "40-F", "6-K", "8-K")
    for amended in ("", "/A")
)
ASSET_STATUSES = ("investigational", "approved", "discontinued")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FAIL_ON = ("error", "warning", "info", "never")

#: Names as issuers print them. Others are allowed: the list only serves to find slips.
EXCHANGES = (
    "Nasdaq", "NYSE", "NYSE American", "NYSE Arca", "NYSE MKT", "Cboe", "OTCQB", "OTCQX", "OTC Pink", "TSX", "TSXV",
    "TSX Venture", "LSE", "AIM", "Euronext", "Euronext Growth", "Xetra", "First North", "Nasdaq Stockholm", "Nasdaq Copenhagen",
    "SIX", "ASX", "HKEX", "SEHK", "SGX", "Tokyo", "KOSPI", "KOSDAQ", "TASE", "JSE",
)  # fmt: skip


def find(path: str) -> str | None:
    """Returns the nearest prlint.yaml at or above the folder of `path`, None where there is none.

    It is relative where it lies in the working folder, absolute elsewhere.
    """
    folder = os.path.dirname(os.path.abspath(path))
    while True:
        candidate = os.path.join(folder, NAME)
        if os.path.isfile(candidate):
            here = os.path.join(os.getcwd(), "")
            return candidate.removeprefix(here)
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def load(path: str, cache: str | None = None) -> dict[str, Any]:
    """Returns the profile in the file at `path`; raises RuleError.

    `cache` is a folder that only the user can write. What was read is kept
    there as JSON, and is used as long as the file's bytes stay the same.
    """
    data = _bytes(path)
    key = sha256(f"{_CACHE_FORMAT}\0{__version__}\0".encode() + data).hexdigest()
    kept = (
        os.path.join(
            cache, f"profile-{sha256(os.path.abspath(path).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"
        )
        if cache
        else ""
    )
    profile = _recalled(kept, key) if kept else None
    if profile is None:
        profile = parse(_text(data, path), path)
        if kept:
            _keep(kept, key, profile)
    return _located(profile, os.path.dirname(path))


def cache_folder() -> str | None:
    """Returns the folder for `load`, None where none can be had: everything works without, only slower."""
    try:
        return paths.cache_folder()
    except OSError:
        return None


def parse(text: str, path: str = NAME) -> dict[str, Any]:
    """Returns the profile that `text` holds, its paths as written; raises RuleError."""
    from prlint.rulebook import yaml

    source, root = yaml.parse(text, path)
    profile: dict[str, Any] = {} if root.null else _checks()(root, source, "")
    return profile


def mistake(path: str, keys: Sequence[str], message: str, hint: str = "") -> RuleError:
    """Returns an error at a key or list item of the file, for what only others can know to be wrong.

    `keys` leads there from the top (`("rules", "ignore", "acronym-unsued")`).
    Where the file changed in between, the error has no place.
    """
    from prlint.rulebook import yaml
    from prlint.rulebook.error import RuleError

    try:
        source, node = yaml.parse(_text(_bytes(path), path), path)
        marked = node
        for key in keys:
            children = {name: (at, value) for name, at, value in node.items()} if node.kind == "mapping" else {}
            children.update({child.value: (child, child) for child in node.value if node.kind == "sequence"})
            marked, node = children[key]
    except (RuleError, KeyError, TypeError):
        return RuleError(path, message, hint=hint)
    return source.at(marked, message, hint=hint)


def _bytes(path: str) -> bytes:
    from prlint.rulebook.error import RuleError

    try:
        with open(path, "rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as problem:
        raise RuleError(path, f"cannot be read: {problem.strerror}") from problem
    if len(data) > SIZE_LIMIT:
        raise RuleError(path, f"the file is larger than {SIZE_LIMIT:,} bytes")
    return data


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        from prlint.rulebook.error import RuleError

        line = data.count(b"\n", 0, problem.start) + 1
        raise RuleError(path, f"line {line} is not UTF-8", hint="save the file as UTF-8") from problem


def _recalled(kept: str, key: str) -> dict[str, Any] | None:
    import json

    try:
        with open(kept, "rb") as stream:
            found = json.loads(stream.read())
        profile = found["profile"] if found["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        # Nothing was kept, or something else is there: it is read anew.
        return None
    return profile if isinstance(profile, dict) else None


def _keep(kept: str, key: str, profile: Mapping[str, Any]) -> None:
    import json

    from prlint.text import atomic

    try:
        atomic.write(kept, json.dumps({"key": key, "profile": profile}).encode())
    except OSError:
        return  # a full or read-only disk costs time, not the result


def _located(profile: dict[str, Any], folder: str) -> dict[str, Any]:
    if "archive" in profile:
        profile["archive"] = os.path.join(folder, profile["archive"])
    rules = profile.get("rules", {})
    if "paths" in rules:
        rules["paths"] = [os.path.join(folder, path) for path in rules["paths"]]
    return profile


# The checks below see a node and say what it stands for, or raise. Each takes
# the node, its file, and the name of its key for the message.


def _checks() -> Check:
    """Returns the check of a whole profile: this is the list of its keys."""
    texts = _list(_written)
    return _mapping(
        {
            "schema": _choice(("prlint-profile/1",)),
            "issuer": _mapping(
                {
                    "name": _written,
                    "short_names": texts,
                    "former_names": _list(_mapping({"name": _written, "until": _date}, ("name",))),
                    "tickers": _list(
                        _mapping({"exchange": _exchange, "symbol": _symbol, "from": _date}, ("exchange", "symbol"))
                    ),
                    "domains": _list(_domain),
                    "fiscal_year_end": _fiscal_year_end,
                    "filer_status": _filer_status,
                    "filings": _list(_filing),
                }
            ),
            "people": _list(_mapping({"name": _written, "also": texts, "title": _written, "from": _date}, ("name",))),
            "assets": _list(
                _mapping(
                    {"name": _written, "also": texts, "isotope": _written, "status": _choice(ASSET_STATUSES)}, ("name",)
                )
            ),
            "studies": _list(
                _mapping({"id": _study, "asset": _written, "phase": _phase, "indication": _written}, ("id",))
            ),
            "words": texts,
            "prefer": _table(_written),
            "archive": _written,
            "exclude": texts,
            "fail_on": _choice(FAIL_ON),
            "rules": _mapping(
                {
                    "select": texts,
                    "ignore": texts,
                    "severity": _table(_choice(("error", "warning", "info", "off"))),
                    "paths": texts,
                }
            ),
        }
    )


def _mapping(keys: Mapping[str, Check], required: Sequence[str] = ()) -> Check:
    def check(node: Node, source: Source, name: str) -> dict[str, Any]:
        what = f"`{name}`" if name else "a profile"
        if node.kind != "mapping":
            raise source.at(node, f"{what} wants keys and values", hint=f"its keys are {_words(keys)}")
        found: dict[str, Any] = {}
        for key, at, value in node.items():
            if key not in keys:
                from prlint.rulebook.hints import hint

                raise source.at(at, f"unknown key `{key}`" + (f" in `{name}`" if name else ""), hint=hint(key, keys))
            _there(at, value, source)
            found[key] = keys[key](value, source, key)
        for key in required:
            if key not in found:
                raise source.at(node, f"`{name}` has an entry without `{key}`")
        return found

    return check


def _table(values: Check) -> Check:
    def check(node: Node, source: Source, name: str) -> dict[str, Any]:
        if node.kind != "mapping":
            raise source.at(node, f"`{name}` wants keys and values")
        for key, at, value in node.items():
            _there(at, value, source)
            if not key.strip():
                raise source.at(at, f"a key of `{name}` is empty")
        return {key: values(value, source, key) for key, _, value in node.items()}

    return check


def _list(items: Check) -> Check:
    def check(node: Node, source: Source, name: str) -> list[Any]:
        if node.kind != "sequence":
            written = node.value if node.kind == "scalar" else "…"
            raise source.at(
                node,
                f"`{name}` wants a list",
                hint=f"write [{written}]" if node.kind == "scalar" else "begin each entry with `- `",
            )
        for child in node.value:
            if child.null:
                raise source.at(child, f"an entry of `{name}` is empty")
        return [items(child, source, name) for child in node.value]

    return check


def _choice(allowed: Sequence[str]) -> Check:
    def check(node: Node, source: Source, name: str) -> str:
        value = _written(node, source, name)
        folded = value.casefold()
        for choice in allowed:
            if folded == choice.casefold():
                return choice
        from prlint.rulebook.hints import hint

        raise source.at(node, f"`{name}` cannot be `{value}`", hint=hint(value, allowed))

    return check


def _there(at: Node, value: Node, source: Source) -> None:
    if value.null:
        raise source.at(at, f"`{at.value}` has no value", hint="leave the key out where nothing is known")


def _written(node: Node, source: Source, name: str) -> str:
    """Returns a text; a number counts as the text it is written as (`phase: 1`)."""
    if node.kind != "scalar":
        raise source.at(node, f"`{name}` wants a text, not a {'list' if node.kind == 'sequence' else 'mapping'}")
    if not node.style and node.value in ("true", "false"):
        raise source.at(
            node, f"`{name}` wants a text, not {node.value}", hint=f'write "{node.value}" if you mean the word'
        )
    text = " ".join(node.value.split())
    if not text:
        raise source.at(node, f"`{name}` is empty", hint="leave the key out where nothing is known")
    return text


def _date(node: Node, source: Source, name: str) -> str:
    value = _written(node, source, name)
    try:
        return iso_date(value)
    except ValueError as problem:
        raise source.at(node, f"`{name}` is not a date: `{value}`", hint=str(problem)) from problem


def iso_date(value: str) -> str:
    """Returns an ISO date as it is; raises ValueError with a sentence for a person."""
    from datetime import date

    parts = value.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not value.replace("-", "").isdecimal() or not value.isascii():
        raise ValueError("dates are written YYYY-MM-DD")
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])).isoformat()
    except ValueError:
        raise ValueError("there is no such day") from None  # Python's own words differ between its versions


def _fiscal_year_end(node: Node, source: Source, name: str) -> Any:
    if node.kind == "mapping":
        return _mapping({"nearest": _choice(WEEKDAYS), "to": _month_day}, ("nearest", "to"))(node, source, name)
    return _month_day(node, source, name)


def _month_day(node: Node, source: Source, name: str) -> str:
    value = _written(node, source, name)
    try:
        iso_date(f"2000-{value}")  # a leap year, so that 02-29 can stand for the end of February
    except ValueError as problem:
        raise source.at(
            node, f"`{name}` is not a day of the year: `{value}`", hint='write it "MM-DD", such as "12-31"'
        ) from problem
    return value


def _filer_status(node: Node, source: Source, name: str) -> list[dict[str, Any]]:
    status = _choice(FILER_STATUSES)
    if node.kind != "sequence":
        return [{"status": status(node, source, name), "from": None}]
    entry = _mapping({"status": status, "from": _date}, ("status",))
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
    check = _mapping({"form": _choice(FORMS), "period_end": _date, "filed": _date}, ("form", "period_end"))
    found: dict[str, str] = check(node, source, name)
    filed = found.get("filed")
    if filed and filed <= found["period_end"]:
        at = node.get("filed") or node
        raise source.at(at, f"a {found['form']} is filed after its period ends on {found['period_end']}")
    return found


def _exchange(node: Node, source: Source, name: str) -> str:
    value = _written(node, source, name)
    if any(value.casefold() == known.casefold() for known in EXCHANGES):
        return value
    # Among abbreviations of three or four letters neighbours are no slips.
    if len(value) > 4:
        from prlint.rulebook.hints import nearest

        near = nearest(value, EXCHANGES)
        if near is not None:
            raise source.at(node, f"no exchange is called `{value}`", hint=f"did you mean `{near}`?")
    return value


def _symbol(node: Node, source: Source, name: str) -> str:
    value = _written(node, source, name)
    plain = value.replace(".", "").replace("-", "").replace("/", "")
    if value.isascii() and plain.isalnum() and value == value.upper() and len(value) <= 12:
        return value
    hint = f"write `{value.upper()}`" if plain.isalnum() else "capital letters and digits, without the exchange"
    raise source.at(node, f"`{name}` is not a ticker: `{value}`", hint=hint)


def _domain(node: Node, source: Source, name: str) -> str:
    value = _written(node, source, name)
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
    value = _written(node, source, name)
    # Any other registry's or sponsor's number passes: their forms are not known here.
    if value[:3].upper() == "NCT" and not (value.startswith("NCT") and len(value) == 11 and value[3:].isdecimal()):
        raise source.at(node, f"`{value}` is not an NCT number", hint="`NCT` and eight digits")
    return value


def _phase(node: Node, source: Source, name: str) -> str:
    value = _written(node, source, name)
    parts = value.split("/")
    if len(parts) <= 2 and all(part[:1] in "01234" and part[1:] in ("", "a", "b", "c") and part for part in parts):
        return value
    raise source.at(node, f"`{name}` is not a trial phase: `{value}`", hint='such as "1", "2b" or "1/2"')


def _words(names: Mapping[str, Any]) -> str:
    return ", ".join(f"`{name}`" for name in names)
