"""Which rules run: what the caller selects stands above the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import profile
from prlint.console import Failure
from prlint.run.house import run_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prlint.report import RunError
    from prlint.rulebook.model import Rulebook
    from prlint.run.house import House


def chosen(
    rulebook: Rulebook, select: Sequence[str], ignore: Sequence[str], house: House, errors: list[RunError]
) -> frozenset[str] | None:
    """Returns the ids of the rules to run, None for all; `select` and `ignore` are ids or families.

    Raises Failure for a name that no rule or family has; one in prlint.yaml is an error of the run.
    """
    families: dict[str, set[str]] = {}
    for rule in rulebook.rules:
        families.setdefault(rule.family, set()).add(rule.id)
        families.setdefault(rule.id, set()).add(rule.id)

    def ids(words: Iterable[str], unknown: Callable[[str, str], None]) -> set[str]:
        found: set[str] = set()
        for word in words:
            if word in families:
                found |= families[word]
            else:
                from prlint.text.hints import hint

                unknown(word, hint(word, families, "prlint rules lists them"))
        return found

    def refuse(word: str, hint: str) -> None:
        raise Failure(f"no rule or family is called `{word}`", hint)

    selected, ignored = ids(select, refuse), ids(ignore, refuse)
    settings = house.profile.get("rules", {})

    def of_profile(key: str) -> set[str]:
        def complain(word: str, hint: str) -> None:
            # The file that would have brought the rule may be the broken one, which is reported already.
            if not rulebook.errors:
                message = f"no rule or family is called `{word}`"
                errors.append(
                    run_error("configuration", profile.mistake(house.path or "", ("rules", key, word), message, hint))
                )

        return ids(settings.get(key, ()), complain)

    of_profile("severity")
    if not selected:
        selected = of_profile("select")
        ignored |= of_profile("ignore")
    if not selected and not ignored:
        return None
    return frozenset((selected or {rule.id for rule in rulebook.rules}) - ignored)
