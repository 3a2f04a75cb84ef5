"""The calendar of rules/lists, read as plain data."""

from __future__ import annotations

import os
from typing import Any

from ruamel.yaml import YAML

from prlint.calendar.filings import Calendar
from prlint.paths import rules_folder


def read(name: str) -> Any:
    """Returns the data of a list of ours."""
    with open(os.path.join(rules_folder(), "lists", name + ".yaml"), encoding="utf-8") as file:
        return YAML(typ="safe").load(file)


CALENDAR = Calendar(read("sec-calendar"), read("federal-holidays"))
