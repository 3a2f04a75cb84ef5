"""The kinds, claim types and lists that rules may name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import registry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.registry import Kind
    from prlint.rulebook.fact import Fact


class Known:
    """Names of kinds, claim types with their fields, and lists; modules are imported when a rule names them."""

    def __init__(self, lists: Mapping[str, Any], facts: Mapping[str, Fact]) -> None:
        self.kinds = registry.names("kinds")
        self.claims = (*registry.names("extractors"), *facts)
        self.lists = lists
        self._facts = facts

    def kind(self, name: str) -> Kind:
        """Returns a kind that is in `kinds`."""
        kind: Kind = registry.load("kinds", name)
        return kind

    def fields(self, claim: str) -> Mapping[str, str]:
        """Returns the fields of a claim type that is in `claims`."""
        fact = self._facts.get(claim)
        fields: Mapping[str, str] = fact.FIELDS if fact is not None else registry.load("extractors", claim).FIELDS
        return fields

    def compared(self, claim: str) -> Mapping[str, tuple[str, ...]]:
        """Returns the `key` and `value` fields that a claim of YAML gives, nothing for other claims."""
        fact = self._facts.get(claim)
        if fact is None or not fact.value:
            return {}
        return {"key": fact.key, "value": fact.value}
