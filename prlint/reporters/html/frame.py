"""What the pages of this folder have in common: one file each, that fetches nothing, and whose policy forbids to.

The only script and style that run in a page are its own, named by their
digest. All that comes from a release is text: escaped, and with nothing in it
that turns the writing direction unseen.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from prlint.reporters.html.timeline import WIDTH, phase
from prlint.text.dates import MONTHS
from prlint.text.terminal import counted, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.finding import Point


def page(template: str, version: str, styles: Sequence[str], script: str, **values: Any) -> str:
    """Returns the page that a template of this folder makes of `values`; `styles` and `script` are files beside it."""
    from base64 import b64encode

    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from prlint.digest import sha256

    here = os.path.dirname(os.path.abspath(__file__))

    def own(*names: str) -> tuple[str, str]:
        texts = []
        for name in names:
            with open(os.path.join(here, name), encoding="utf-8") as stream:
                texts.append(stream.read())
        text = "".join(texts)
        return text, b64encode(sha256(text.encode()).digest()).decode()

    (style, style_digest), (script, script_digest) = own(*styles), own(script)
    environment = Environment(
        loader=FileSystemLoader(here),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # What is no text in a path or a message is shown by number, as on a terminal.
        finalize=lambda value: (
            value if isinstance(value, Markup) else printable(value) if isinstance(value, str) else value
        ),
    )
    environment.filters["day"] = day
    made = environment.get_template(template).render(
        version=version,
        style=Markup(style),  # noqa: S704 - files of this folder
        script=Markup(script),  # noqa: S704 - the same
        policy=(
            f"default-src 'none'; style-src 'sha256-{style_digest}'; script-src 'sha256-{script_digest}'; "
            "base-uri 'none'; form-action 'none'"
        ),
        counted=counted,
        day=day,
        phase=phase,
        width=WIDTH,
        **values,
    )
    return made.rstrip("\n") + "\n"


def day(date: str | None) -> str:
    """Returns an ISO date in words; what is none stays as it is."""
    parts = (date or "").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return date or ""
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def position(point: Point) -> str:
    """Returns a position as an author finds it: by page or paragraph where the format has them."""
    if point.page:
        return f"page {point.page}"
    if point.paragraph:
        return f"paragraph {point.paragraph}"
    return f"line {point.line}, column {point.column}"


def names(paths: set[str]) -> dict[str, str]:
    """Returns the name of each file; files of one name in two folders keep their paths."""
    from collections import Counter

    short = {path: path.rpartition("/")[2] or path for path in paths}
    several = Counter(short.values())
    return {path: name if several[name] == 1 else path for path, name in short.items()}
