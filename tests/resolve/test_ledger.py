"""The ledger: whether the releases tell of an event that explains a change."""

from __future__ import annotations

import pytest

from prlint.resolve.context import CheckContext
from prlint.resolve.memo import Memo
from prlint.resolve.resolution import Resolution
from prlint.rulebook import load
from prlint.rulebook.model import Zones
from tests.support import builtin, release, report

DAYS = {"2025-03-03": "March 3, 2025", "2025-06-02": "June 2, 2025", "2026-03-02": "March 2, 2026"}


def made(day, text):
    return release(f"BOSTON, {DAYS[day]} (GLOBE NEWSWIRE) -- {text}")


def context(draft, *earlier):
    known = [made(day, text) for day, text in earlier]
    now = made("2026-03-02", draft)
    memo = Memo()
    return CheckContext(now, now.date, known, {}, builtin().lists, Resolution([*known, now], {}, memo), Zones(), "rule")


APPOINTED = "Ardenta, Inc. today appointed Bo Lund as Chief Financial Officer."


def said(cited):
    return [(one.release.date, one.note) for one in cited]


def test_the_draft_and_the_earlier_releases_tell_oldest_first():
    at = context(
        APPOINTED, ("2025-03-03", "Maria Delgado, CFO of Ardenta, resigned."), ("2025-06-02", "Nothing is new.")
    )
    assert said(at.happened(["appointment", "departure"])) == [
        ("2025-03-03", "departure"),
        ("2026-03-02", "appointment"),
    ]


@pytest.mark.parametrize(("since", "found"), [("", 1), ("2025-06-02", 1), ("2025-06-03", 0)])
def test_only_news_since_a_day_counts(since, found):
    assert len(context("All is well.", ("2025-06-02", APPOINTED)).happened(["appointment"], since=since)) == found


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (APPOINTED, ["Bo Lund"], 1),
        (APPOINTED, ["LUND"], 1),
        (APPOINTED, ["Maria Delgado"], 0),
        (APPOINTED, ["Maria Delgado", "Bo Lund"], 1),
        (APPOINTED, [], 1),
        ("The company announced changes to its leadership.", ["Maria Delgado"], 1),
    ],
)
def test_news_that_names_somebody_is_about_them_alone(text, names, found):
    assert len(context(text).happened(["appointment"], names)) == found


RULE = """\
id: colour
kind: forbid
message: '"{found}" is no colour'
params: {pattern: '(?P<word>[Gg]reen)'}
unless:
  - {id: repainted, news: [rename], about: [word]}
examples:
  - flag: 'It is [[green]].'
  - quiet: 'It is blue.'
"""


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The house is green.", False),
        ("The house is green. Belmora changed its name to Ardenta.", False),
        ("The house is green. Belmora changed its name to Green House.", True),
    ],
)
def test_a_rule_keeps_silent_where_its_news_is_told(tmp_path, text, silent):
    for folder in ("lists", "names"):
        (tmp_path / folder).mkdir()
    (tmp_path / "names" / "colour.yaml").write_text(RULE)
    kinds = "kinds:\n  rename: {about: before, own: true, stems: [name], says: ['changed its name']}\n"
    (tmp_path / "lists" / "news.yaml").write_text(kinds)
    rulebook = load([str(tmp_path)], builtin="")
    assert not rulebook.errors, str(rulebook.errors[0])
    assert (not report(text, rulebook=rulebook).findings) is silent
