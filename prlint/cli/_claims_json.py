"""What was understood, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.cli._places import span_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Claim, Release
    from prlint.report import RunError
    from prlint.resolve.phases import Stand

SCHEMA = "prlint-claims/1"


def as_json(
    releases: Sequence[Release],
    only: Sequence[str],
    assets: Sequence[tuple[str, list[Stand]]],
    errors: Sequence[RunError],
) -> str:
    """Returns the claims of each release with their places in the source, and each asset's phases, oldest first."""
    import json

    data = {
        "schema": SCHEMA,
        "documents": [
            {
                "path": release.document.path,
                "sha256": release.document.sha256,
                "format": release.document.format,
                "date": release.date,
                "issuer": release.issuer or None,
                "exchange": release.exchange or None,
                "ticker": release.ticker or None,
                "claims": [
                    _claim(release, claim) for type in sorted(only or release.claims) for claim in release.of(type)
                ],
            }
            for release in releases
        ],
        "assets": [{"asset": name, "phases": [_phases(stand) for stand in stands]} for name, stands in assets],
        "errors": [{"document": error.document, "message": error.message} for error in errors],
    }
    return json.dumps(data, indent=1) + "\n"


def _claim(release: Release, claim: Claim) -> dict[str, Any]:
    return {
        "type": claim.type,
        **span_of(release, claim),
        "text": claim.text,
        "fields": {name: list(value) if isinstance(value, tuple) else value for name, value in claim.fields.items()},
    }


def _phases(stand: Stand) -> dict[str, Any]:
    return {
        "date": stand.date,
        "phases": list(stand.phases),
        "indications": list(stand.indications),
        "study": stand.study or None,
        "status": stand.status or None,
        "document": stand.release.document.path,
        **span_of(stand.release, stand.claim),
    }
