"""Whether a promise was kept, or given up: what later releases and the draft tell of its thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from prlint.kinds.promise.alike import Alike
    from prlint.kinds.promise.ledger import Entry
    from prlint.registry import Context

#: The share of a promise's key words in one sentence from which any deed in it answers the promise.
_ANY = 0.75


class Answers:
    """The deeds of all releases, oldest first; asked about one promise at a time."""

    def __init__(
        self, record: Sequence[Sequence[Entry]], params: Mapping[str, Any], context: Context, alike: Alike
    ) -> None:
        """`record` are the entries of each release, the draft's last."""
        self._record = record
        self._alike = alike
        words = context.lists.get(params["words"]) or {}
        self._by = {
            str(each["id"]): {str(each["id"]), "stop", *map(str, each.get("by", ()))}
            for each in words.get("actions", ())
        }
        self._shown = {
            str(status): frozenset(map(str, actions)) for status, actions in (words.get("stages") or {}).items()
        }

    def kept(self, promise: Entry, *, sure: bool = False) -> bool:
        """Says whether a release after the promise tells that it was kept or given up.

        Where it must be `sure`, what names no product does not answer for one.
        """
        for entries in reversed(self._record):
            if entries and entries[0].said <= promise.said:
                return False
            if any(not entry.promise and self._answers(promise, entry, sure) for entry in entries):
                return True
        return False

    def _answers(self, promise: Entry, deed: Entry, sure: bool) -> bool:
        if deed.stage:
            return promise.action in self._shown.get(deed.stage, ()) and self._alike.stage(promise, deed, sure=sure)
        if not self._alike.about(promise, deed, sure=sure):
            return False
        actions = deed.claim.get("actions")
        done = set(actions) if isinstance(actions, tuple) else set()
        if done & self._by.get(promise.action, set()):
            return True
        return len(promise.keys & deed.keys) / len(promise.keys) >= _ANY
