"""The report for people: what a reader sees, to the column."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.report import Examined, Options, RunError
from prlint.reporters import text
from prlint.text.terminal import width
from tests.reporters import made

OLD = "Sept. 15, 2025\n\nMADISON, Wis., Sept. 15, 2025 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) said so.\n"


def test_a_finding_is_shown_with_its_line_its_evidence_and_what_to_do() -> None:
    draft = made.release()
    old = made.release(OLD, "releases/2025-09-15_ardenta.txt", "2025-09-15")
    where = (*made.places(draft.document, "Ardenda"), *made.places(draft.document, "agency"))
    legal = "Ardenta Therapeutics, Inc. (Nasdaq:ARDT)"
    finding = made.finding(
        where,
        message='"Ardenda" in 3 places; the issuer is "Ardenta"',
        evidence=(made.evidence(draft.document, legal), made.evidence(old.document, legal, "2025-09-15")),
        suggestion=made.suggestion(where, "Ardenta"),
    )
    report = made.report(
        [draft],
        [finding],
        examined=[
            Examined("trial-phase-drift", 0, 2, 0, (), ("phases of ARD-131 across both",)),
            Examined("annual-report-stale", 0, 0, 1, ("filer status",)),
        ],
        notices=["1 earlier release was left out: it is later than 2026-03-02"],
    )
    expected = """\

drafts/2026-03-02.txt   2026-03-02   Ardenta Therapeutics, Inc. (Nasdaq:ARDT)

  error    company-name-variant   "Ardenda" in 3 places; the issuer is "Ardenta"
   5:174  … a targeted conjugate that Ardenda discovered. The ¶ agency has …
                                      ^^^^^^^  also 7:20 7:47 7:1 "agency"
    5:33  because: "Ardenta Therapeutics, Inc. (Nasdaq:ARDT)"; 2025-09-15…:3:34
                   (2025-09-15)
          review:  Ardenta

1 error in 1 release
Consistent: phases of ARD-131 across both
Cannot tell: annual-report-stale (needs filer status)
Note: 1 earlier release was left out: it is later than 2026-03-02
"""
    assert text.render(report, Options(80)) == expected


def test_errors_come_first_whatever_their_place() -> None:
    draft = made.release()
    late = made.finding(made.places(draft.document, "second one"), rule="late-error")
    early = made.finding(made.places(draft.document, "first patient"), rule="early-warning", severity="warning")
    page = text.render(made.report([draft], [early, late]), Options())
    assert page.index("late-error") < page.index("early-warning")


def test_notes_are_counted_and_shown_on_demand() -> None:
    draft = made.release()
    note = made.finding(made.places(draft.document, "second one"), rule="some-note", severity="info")
    report = made.report([draft], [note])
    assert text.render(report, Options()) == "Nothing to report in 1 release; 1 note hidden (--show info)\n"
    shown = text.render(report, Options(shown=("error", "warning", "info")))
    assert "  info     some-note   two spellings of one name\n" in shown
    assert shown.endswith("\n1 note in 1 release\n")


def test_findings_that_say_the_same_are_one_paragraph() -> None:
    draft = made.release()
    found = [
        made.finding([where], rule="broken-paragraph", severity="warning", message="ends in mid-sentence")
        for where in made.places(draft.document, "Ardenda")[1:]
    ]
    page = text.render(made.report([draft], found), Options())
    assert page.count("broken-paragraph") == 1
    assert "ends in mid-sentence (2 findings)" in page
    assert page.count("review:  make sure which is right") == 1
    assert "\n    7:20  " in page
    assert "\n    7:47  " in page
    assert page.endswith("\n2 warnings in 1 release\n")


def test_findings_that_differ_in_a_name_are_one_paragraph() -> None:
    draft = made.release()
    found = [
        made.finding(made.places(draft.document, words)[:1], message=message, suggestion=None)
        for words, message in (
            ("first patient", "FP is introduced and not used again"),
            ("second one", "second one is introduced and not used again"),
            ("designation", "D2 is introduced and not used again"),
        )
    ]
    page = text.render(made.report([draft], found), Options(84))
    assert (
        page
        == """\

drafts/2026-03-02.txt   2026-03-02   Ardenta Therapeutics, Inc. (Nasdaq:ARDT)

  error    company-name-variant   … is introduced and not used again (3 findings)
    5:99  … today announced that the first patient was dosed in its study of …
                                     ^^^^^^^^^^^^^  FP
    7:65  … and Ardenda expects a second one before the end of the year, it said.
                                  ^^^^^^^^^^
    7:30  … agency has granted Ardenda a designation, and Ardenda expects a second …
                                         ^^^^^^^^^^^  D2
          review:  make sure which is right

3 errors in 1 release
"""
    )


def test_several_names_in_one_message_are_shown_beside_their_places() -> None:
    draft = made.release()
    found = [
        made.finding(made.places(draft.document, here)[:1], message=f'"{here}" here reads "{other}"', outcome="found")
        for here, other in (("first patient", "1st patient"), ("second one", "2nd"))
    ]
    page = text.render(made.report([draft], found), Options(80))
    assert "   … here reads … (2 findings)\n" in page
    assert '^^^^^^^^^^^^^  "1st patient"\n' in page
    assert '^^^^^^^^^^  "2nd"\n' in page


def test_a_wording_of_its_own_is_shown_at_each_place() -> None:
    draft = made.release()
    found = [
        made.finding(where, message=f'"{old}" is not our word', suggestion=made.suggestion(where, new))
        for old, new in (("first patient", "patient 1"), ("second one", "another"))
        for where in [made.places(draft.document, old)[:1]]
    ]
    page = text.render(made.report([draft], found), Options(80))
    assert "   … is not our word (2 findings)\n" in page
    assert "^  patient 1\n" in page
    assert "^  another\n" in page
    assert page.count("review:  make sure which is right") == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"outcome": "other"},
        {"severity": "warning"},
        {"status": "trial"},
        {"rule": "another-rule"},
        {"advice": "leave it out"},
        {"message": "nothing that the other one says"},
    ],
)
def test_what_is_not_alike_stands_alone(changed: dict[str, str]) -> None:
    draft = made.release()
    one, other = (
        made.finding(made.places(draft.document, words)[:1], message=f"{words} is introduced and not used again")
        for words in ("first patient", "second one")
    )
    page = text.render(made.report([draft], [one, other._replace(**changed)]), Options())
    assert "findings)" not in page


def test_one_with_evidence_or_several_places_stands_alone() -> None:
    draft = made.release()
    where = made.places(draft.document, "first patient")
    alone = made.finding(where, message="FP is not used again")
    many = made.finding(made.places(draft.document, "Ardenda"), message="A is not used again")
    proven = alone._replace(evidence=(made.evidence(draft.document, "second one"),))
    page = text.render(made.report([draft], [alone, many, proven]), Options())
    assert "findings)" not in page


@pytest.mark.parametrize(("count", "said"), [(1, "1 finding of a rule on trial"), (2, "2 findings of rules on trial")])
def test_what_rules_on_trial_find_is_counted_apart(count: int, said: str) -> None:
    draft = made.release()
    found = [made.finding([where], status="trial") for where in made.places(draft.document, "Ardenda")[:count]]
    assert text.render(made.report([draft], found), Options()).endswith(f"\n{said} in 1 release\n")


def test_a_long_thing_that_is_in_order_is_cut() -> None:
    draft = made.release()
    report = made.report([draft], [], examined=[Examined("a-rule", 0, 1, 0, (), ("word " * 40,))])
    line = text.render(report, Options(120)).splitlines()[-1]
    assert line.startswith("Consistent: word word")
    assert width(line) <= len("Consistent: ") + 60


def test_a_place_at_a_broken_paragraph_is_marked_by_its_sign() -> None:
    draft = made.release()
    start = draft.document.text.index("The\n\nagency")
    broken = made.finding([made.place(draft.document, start, start + len("The\n\nagency"))], severity="warning")
    page = text.render(made.report([draft], [broken]), Options(80))
    assert "   5:194  … that Ardenda discovered. The ¶ agency has granted" in page
    assert "^" not in page


def test_what_is_safe_to_mend_says_so() -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")[:1]
    page = text.render(
        made.report([draft], [made.finding(where, suggestion=made.suggestion(where, "Ardenta", "safe"))]), Options()
    )
    assert "\n          fix:     Ardenta (safe)\n" in page


def test_many_places_are_counted() -> None:
    draft = made.release("Ardenda " * 40 + "\n")
    where = made.places(draft.document, "Ardenda")
    page = text.render(made.report([draft], [made.finding(where)]), Options())
    assert " and 27 more\n" in page


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
def test_no_line_of_words_is_wider_than_the_terminal(columns: int) -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")
    long = "word and another word of a rather long sentence " * 8
    finding = made.finding(
        where, message=long, advice=long, evidence=(made.evidence(draft.document, "agency", note=long),)
    )
    examined = [Examined("a", 0, 40, 1, (long,), tuple(f"thing {i}" for i in range(40)))]
    page = text.render(made.report([draft], [finding], examined=examined, notices=[long] * 9), Options(columns))
    assert max(width(line) for line in page.split("\n")) <= columns
    assert "thing 10; and 29 more" in " ".join(page.split())


def test_a_rule_on_trial_is_named_as_one_and_not_counted_as_an_error() -> None:
    draft = made.release()
    finding = made.finding(made.places(draft.document, "Ardenda"), status="trial", message="odd")
    page = text.render(made.report([draft], [finding]), Options())
    assert "company-name-variant   odd [trial rule]\n" in page
    assert page.endswith("\n1 finding of a rule on trial in 1 release\n")


def test_a_waived_finding_is_only_counted() -> None:
    draft = made.release()
    finding = made.finding(made.places(draft.document, "Ardenda"), waived={"reason": "agreed"})
    assert text.render(made.report([draft], [finding]), Options()) == "Nothing to report in 1 release; 1 waived\n"


def test_a_run_that_is_not_complete_never_reads_as_a_clean_one() -> None:
    errors = [RunError("unreadable-input", "cannot be read", document="x.txt")]
    page = text.render(made.report([made.release()], [], errors=errors), Options())
    assert page == "Nothing to report in 1 release\nThe run is not complete: 1 error of the run itself\n"
    assert text.render(made.report([], [], errors=errors), Options()) == (
        "The run is not complete: 1 error of the run itself\n"
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_excerpt_is_wider_than_the_terminal_and_carets_stand_under_the_place(columns: int) -> None:
    draft = made.release("The 疾病 study of Ardenda in Zu\u0308rich " * 12 + "\n")
    for where in made.places(draft.document, "Ardenda"):
        lines = text.render(made.report([draft], [made.finding([where])]), Options(columns)).split("\n")
        (at,) = [i for i, line in enumerate(lines) if "^" in line]
        assert width(lines[at - 1]) <= columns
        carets = lines[at]
        before = lines[at - 1].index("Ardenda", 10)
        columns_before = width(lines[at - 1][:before])
        candidates = [width(lines[at - 1][: m.start()]) for m in re.finditer("Ardenda", lines[at - 1])]
        assert carets.index("^") in candidates, (columns_before, lines[at - 1 : at + 1])
        assert carets.count("^") == len("Ardenda")


HOSTILE = "\x1b[31m", "\x1b]0;title\x07", "\u202e", "\u2066", "\x9b31m", "\u200f", "\ue000", "\x7f", "\x08", "\u2028"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_of_a_draft_steers_the_terminal(hostile: str) -> None:
    draft = made.release(f"Ardenta {hostile} said that Ardenda {hostile}owned it.\n", path=f"a{hostile}b.txt")
    where = made.places(draft.document, f"Ardenda {hostile}owned")
    finding = made.finding(
        where,
        message=f"says {hostile}",
        advice=f"mind {hostile}",
        evidence=(made.evidence(draft.document, f"Ardenta {hostile}", note=f"note {hostile}"),),
        suggestion=made.suggestion(where, f"x{hostile}"),
    )
    report = made.report([draft], [finding], notices=[f"notice {hostile}"])
    for colour in (False, True):
        page = text.render(report, Options(colour=colour))
        left = re.sub(r"\x1b\[[0-9;]*m", "", page) if colour else page
        assert all(character.isprintable() or character == "\n" for character in left)
        assert "\u202e" not in page


def test_colour_adds_only_colour() -> None:
    draft = made.release()
    report = made.report([draft], [made.finding(made.places(draft.document, "Ardenda"))])
    plain, coloured = (text.render(report, Options(colour=colour)) for colour in (False, True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[1;31merror  \x1b[0m" in coloured
    assert "\x1b" not in plain


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1),
    st.integers(40, 140),
    st.data(),
)
def test_any_text_and_place_can_be_shown(words: str, columns: int, data: st.DataObject) -> None:
    draft = made.release(words)
    source = draft.document.text
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    finding = made.finding([made.place(draft.document, start, end)])
    page = text.render(made.report([draft], [finding]), Options(columns))
    assert "company-name-variant" in page
    assert all(character.isprintable() or character == "\n" for character in page)


def test_evidence_without_a_text_is_its_note() -> None:
    from prlint.finding import Evidence

    draft = made.release()
    calendar = Evidence(None, None, None, None, "", "the report for 2016 was due on 2017-03-31")
    finding = made.finding(made.places(draft.document, "Ardenda"), evidence=(calendar,))
    page = text.render(made.report([draft], [finding]), Options())
    assert "\n          because: the report for 2016 was due on 2017-03-31\n" in page


def test_what_is_in_order_is_shown_of_every_rule_before_more_of_one() -> None:
    many = Examined("a-rule", 0, 20, 0, (), tuple(f"figure {i}" for i in range(20)))
    report = made.report([made.release()], [], examined=[many, Examined("b-rule", 0, 1, 0, (), ("phases of ARD-131",))])
    line = " ".join(text.render(report, Options(120)).split("Consistent: ")[1].split())
    figures = "; ".join(f"figure {i}" for i in range(10))
    assert line == f"{figures}; phases of ARD-131; and 10 more"
