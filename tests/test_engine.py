"""The line as a whole: which releases are evidence, what stops a rule, what never changes."""

from __future__ import annotations

from itertools import permutations

from prlint import engine, registry
from prlint.registry import names
from prlint.resolve.record import earlier_releases
from prlint.rulebook import load
from tests.support import builtin, source

OLD = """Ardenta Therapeutics Begins Study

BOSTON, Mass., {date} (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today said that it has begun a study{n}.
"""

RULE = """
id: sentence-count
kind: forbid
severity: error
message: a word stands here
params: {{pattern: '{pattern}'}}
examples:
  - {{flag: 'One [[zebra]] here.'}}
  - {{quiet: 'None here.'}}
"""


def understood(*dates, text=OLD):
    return [
        engine.understand(source(text.format(date=date, n=f" number {i}"), f"{i}.txt"), builtin())
        for i, date in enumerate(dates)
    ]


def earlier(releases, index, as_of=None):
    release = releases[index]
    return [r.document.path for r in earlier_releases(release, releases, as_of or release.date, {})]


def test_only_releases_before_the_draft_are_evidence():
    releases = understood("Jan. 5, 2026", "March 2, 2026", "Feb. 3, 2026", "March 2, 2026")
    assert earlier(releases, 1) == ["0.txt", "2.txt"]
    assert earlier(releases, 0) == []


def test_a_day_of_judgement_leaves_out_what_came_after_it():
    releases = understood("Jan. 5, 2026", "March 2, 2026", "Feb. 3, 2026")
    assert earlier(releases, 1, as_of="2026-02-01") == ["0.txt"]
    assert earlier(releases, 0, as_of="2026-12-31") == [], "a later release is no evidence against an earlier one"


def test_a_copy_of_the_draft_is_no_evidence_for_it():
    text = OLD.format(date="Jan. 5, 2026", n="")
    copy = engine.understand(source(text, "copy.txt", "2020-01-01"), builtin())
    draft = engine.understand(source(text, "draft.txt"), builtin())
    assert earlier_releases(draft, [draft, copy], "2026-01-05", {}) == []


def test_another_companys_release_is_no_evidence():
    mine = understood("Jan. 5, 2026", "March 2, 2026")
    text = OLD.replace("Ardenta", "Belmora").replace("ARDT", "BLMR")
    (other,) = understood("Feb. 3, 2026", text=text)
    other = other._replace(document=other.document)
    found = earlier_releases(mine[1], [*mine, other], "2026-03-02", {})
    assert [release.date for release in found] == ["2026-01-05"]


def test_a_text_that_names_no_issuer_belongs_to_the_only_one_there_is():
    named = understood("Jan. 5, 2026")
    bare = engine.understand(source("The study goes on as planned.", "bare.txt", "2026-03-02"), builtin())
    assert earlier_releases(bare, [*named, bare], "2026-03-02", {}) == named
    other = understood("Feb. 3, 2026", text=OLD.replace("Ardenta", "Belmora").replace("ARDT", "BLMR"))
    assert earlier_releases(bare, [*named, *other, bare], "2026-03-02", {}) == []


def rulebook(tmp_path, pattern):
    path = tmp_path / "rule.yaml"
    path.write_text(RULE.format(pattern=pattern), encoding="utf-8")
    return load([str(path)], builtin="")


def test_a_pattern_without_end_is_stopped_and_named(tmp_path):
    book = rulebook(tmp_path, "(?:.*?,){25}P|zebra")
    assert not book.errors
    report = engine.check([source("1," * 300)], book)
    assert [(error.kind, error.rule) for error in report.errors] == [("rule-timeout", "sentence-count")]


def test_an_unreadable_file_is_reported_and_the_rest_checked():
    good = source("A zebra.\n", "good.txt")
    bad = engine.Source("bad.txt", b"\x00\x01\x02\x00\x00\x00")
    report = engine.check([bad, good], builtin())
    assert [(error.kind, error.document) for error in report.errors] == [("unreadable-input", "bad.txt")]
    assert [info.path for info in report.documents] == ["good.txt"]


def test_texts_without_a_frame_give_no_finding():
    for text in ("", "Hello", "Hello.", "\n\n\n", "About", "a" * 5000, "é" * 10):
        report = engine.check([source(text)], builtin())
        assert not report.errors
        assert not report.findings, text[:20]


def test_a_word_without_end_costs_what_its_length_costs():
    # 200,000 letters would take hours were each of them tried as a slip.
    report = engine.check([source("a" * 200_000)], builtin())
    assert not report.errors
    assert not report.findings


def test_the_same_bytes_give_the_same_report():
    sources = [
        source(OLD.format(date="Jan. 5, 2026", n=""), "a.txt"),
        source(OLD.format(date="Feb. 3, 2026", n=""), "b.txt"),
    ]
    first, second = (engine.check(sources, builtin()) for _ in range(2))
    assert first.findings == second.findings
    assert first.examined == second.examined


def test_an_outcome_may_have_advice_of_its_own(tmp_path):
    path = tmp_path / "rule.yaml"
    path.write_text(
        "id: signs\nkind: agree\nparams: {claim: mark, key: [term], value: [symbol]}\n"
        "outcomes:\n  differs: {severity: warning, message: two signs, advice: Keep the registered sign.}\n"
        "advice: Look at the register.\n"
        "examples:\n  - flag: '[[Ardenta™]] and [[Ardenta®]] are two.'\n  - quiet: 'Ardenta™ is one.'\n",
        encoding="utf-8",
    )
    book = load([str(path)], builtin="")
    assert not book.errors
    (finding,) = engine.check([source("Ardenta™ and Ardenta® are two.")], book).findings
    assert finding.advice == "Keep the registered sign."


def test_a_format_is_known_by_its_content_and_a_file_may_hold_several_releases(monkeypatch):
    class Letters:
        SUFFIXES = (".letters",)

        @staticmethod
        def recognises(data):
            return data.startswith(b"<letters>")

        @staticmethod
        def parts(path, data):
            return [(f"{path}#{i}", part, "text") for i, part in enumerate(data.split(b"\n==\n")[1:], 1)]

    real = registry.load
    monkeypatch.setattr(registry, "names", lambda group: ("letters", "text") if group == "readers" else names(group))
    monkeypatch.setattr(registry, "load", lambda group, name: Letters if name == "letters" else real(group, name))
    drafts = b"<letters>\n==\n" + OLD.format(date="Jan. 5, 2026", n="").encode() + b"\n==\nWord.\n"
    made = engine.check([engine.Source("two.txt", drafts)], builtin())
    assert [(one.path, one.date) for one in made.documents] == [("two.txt#1", "2026-01-05"), ("two.txt#2", None)]


ABOUT = "\n\nAbout Ardenta\n\nArdenta Therapeutics, Inc. has made pumps for hospitals since {year}. Call 617-555-{number}.\n"
SERIES = (
    OLD.format(date="Jan. 5, 2026", n=" in Ohio") + ABOUT.format(year=1987, number="0142"),
    OLD.format(date="Feb. 3, 2026", n=" in Iowa, its second") + ABOUT.format(year=1987, number="0142"),
    OLD.format(date="March 2, 2026", n=" in Utah, as planned") + ABOUT.format(year=1978, number="0124"),
    OLD.format(date="May 5, 2026", n=" in Texas and Maine") + ABOUT.format(year=1987, number="0142"),
)


def test_the_order_of_files_changes_nothing_and_a_later_release_is_no_evidence():
    sources = [source(text, f"{i}.txt") for i, text in enumerate(SERIES)]
    seen = set()
    for order in permutations(range(4)):
        made = engine.check([sources[i] for i in order], builtin())
        assert not made.errors
        alarms = {(f.document, f.rule, f.message, f.evidence) for f in made.findings if f.severity != "info"}
        seen.add(frozenset(alarms))
    (alarms,) = seen
    assert {(document, rule) for document, rule, _, _ in alarms} == {
        ("2.txt", "phone-drift"),
        ("2.txt", "boilerplate-fact"),
    }
    assert {e.document for _, _, _, evidence in alarms for e in evidence} == {"0.txt", "1.txt"}


def test_a_rule_says_how_what_it_found_in_order_is_called():
    text = (
        "Orvane Bio Raises $40 Million\n\nLYON, March 2, 2026 -- Orvane Bio, Inc. raised $40 million in its offering.\n"
    )
    options = engine.Options(rules=frozenset({"headline-body-number"}))
    report = engine.check([source(text)], builtin(), options=options)
    assert [one.about for one in report.examined] == [("$40 Million in headline and text",)]
