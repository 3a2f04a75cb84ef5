"""Whether the draft, or a release since, gives a reason for a promise that has moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prlint.text.search import hits
from prlint.text.words import runs_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from prlint.claim import Release
    from prlint.kinds.promise.ledger import Entry
    from prlint.registry import Context


class Reasons:
    """The explanations that can be found; looked for when a promise has moved."""

    def __init__(self, context: Context, params: Mapping[str, Any]) -> None:
        self._context = context
        self._patterns = params["explained"]
        self._news = params["news"]
        words = context.lists.get(params["words"]) or {}
        self._generic = frozenset(str(words.get("generic", "")).split())

    def explain(self, promise: Entry, earlier: Entry) -> bool:
        """Says whether something explains that `promise` is another than `earlier` was."""
        draft = self._context.release
        if any(
            self._context.admits(hit.start, hit.end)
            and (self._beside(draft, hit.start, promise) or self._concerns(draft, hit.start, promise))
            for hit in hits(draft.document, self._patterns)
        ):
            return True
        since = (earlier.said + timedelta(days=1)).isoformat()
        return any(
            cited.release is not None and self._concerns(cited.release, cited.start, promise)
            for cited in self._context.happened(self._news, (), since)
        )

    @staticmethod
    def _beside(draft: Release, at: int, promise: Entry) -> bool:
        """Says whether a place of the draft is in the promise's paragraph."""
        document = draft.document
        return document.block_at(at) == document.block_at(promise.claim.start)

    def _concerns(self, release: Release, at: int, promise: Entry) -> bool:
        """Says whether the sentence at a place has one of the promise's key words."""
        document = release.document
        words = runs_of(document.view.text[slice(*document.sentence_at(at))].lower())
        telling = {part for key in promise.keys - self._generic for part in runs_of(key) if len(part) > 3}
        return bool(telling & words)
