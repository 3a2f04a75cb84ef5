"""A headline names the issuer by any telling word of its name, and by nothing less."""

from __future__ import annotations

import pytest

from tests.support import findings

LEAD = "\n\nBOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta Medical Group, Inc. (Nasdaq: ARMG) today opened a plant."


def _outcomes(headline: str, **how: str) -> list[str]:
    return [f.outcome for f in findings(headline + LEAD, select=("headline-issuer-missing",), **how)]


@pytest.mark.parametrize(
    "headline", ["Ardenta's Plant Opens in Ohio", "ARMG Opens Plant in Ohio", "AMG Opens Plant in Ohio"]
)
def test_names_it(headline: str) -> None:
    assert _outcomes(headline) == []


def test_a_word_that_many_companies_share_names_none() -> None:
    assert _outcomes("Medical Group Opens Plant in Ohio") == ["missing"]


def test_a_short_form_of_the_profile_names_it() -> None:
    profile = "issuer: {name: 'Ardenta Medical Group, Inc.', short_names: [Lundholm]}"
    assert _outcomes("Lundholm Opens Plant in Ohio") == ["missing"]
    assert _outcomes("Lundholm Opens Plant in Ohio", profile=profile) == []


def test_without_an_issuer_nothing_is_said() -> None:
    assert findings("New Plant\n\nA plant was opened today in Ohio.", select=("headline-issuer-missing",)) == []
