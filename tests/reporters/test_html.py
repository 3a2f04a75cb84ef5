"""The HTML report as text: what stands in it, and that nothing of a draft is more than words."""

from __future__ import annotations

import re
from typing import Any

from prlint.finding import Evidence
from prlint.readers import markdown
from prlint.report import Change, Earlier, Examined, History, Options, Report, RunError, Stand
from prlint.reporters import html
from prlint.reporters.html.timeline import pictures
from tests.reporters import made
from tests.reporters.pages import HOSTILE, Page, words


def page(report: Report, **options: Any) -> Page:
    return Page(html.render(report, Options(**options)))


def test_the_release_stands_in_the_authors_typography_with_its_findings_marked() -> None:
    draft = made.release(made.DRAFT.replace("said.", "“said’s”."))
    where = made.places(draft.document, "Ardenda")
    found = page(made.report([draft], [made.finding(where)]))
    assert "“said’s”." in found.by_id("release").text
    marks = found.of("a", "mark")
    assert [mark.text for mark in marks] == ["Ardenda"] * 3
    assert [mark.attributes["href"] for mark in marks] == ["#f1"] * 3
    assert [mark.attributes["id"] for mark in marks] == ["p1-1", "p1-2", "p1-3"]
    assert all(mark.has("error") and mark.attributes["aria-describedby"] == "m1" for mark in marks)
    card = found.by_id("f1")
    assert words(found.by_id("m1").text) == "1 Error: two spellings of one name"
    assert "make sure which is right" in card.text
    assert {link.attributes["href"] for link in found.of("a", "to")} == {"#p1-1", "#p1-2", "#p1-3"}


def test_every_link_of_the_page_leads_to_a_place_on_it_and_no_id_is_there_twice() -> None:
    draft = made.release()
    old = made.release("Ardenta Therapeutics, Inc. said so.\n", "releases/old.txt", "2025-09-15")
    where = made.places(draft.document, "Ardenda")
    proofs = (made.evidence(draft.document, "Ardenta"), made.evidence(old.document, "Ardenta", "2025-09-15"))
    found = page(made.report([draft, old], [made.finding(where, evidence=proofs), made.finding(where[:1])]))
    ids = [one.attributes["id"] for one in found.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    links = [one.attributes["href"] or "" for one in found.of("a") if "href" in one.attributes]
    assert {"#e1-1", "#e1-2"} <= set(links)
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    for one in found.elements:
        for name in ("aria-labelledby", "aria-describedby"):
            assert (one.attributes.get(name) or ids[0]) in ids


def test_places_that_overlap_are_cut_where_they_begin_and_end() -> None:
    draft = made.release()
    outer = made.places(draft.document, "first patient was dosed")
    inner = made.places(draft.document, "patient was")
    late = made.places(draft.document, "dosed in")
    findings = [
        made.finding(outer, severity="warning"),
        made.finding(inner, rule="inner"),
        made.finding(late, rule="late"),
    ]
    marks = page(made.report([draft], findings)).of("a", "mark")
    assert [(mark.text, mark.attributes["data-f"], mark.has("error")) for mark in marks] == [
        ("first ", "1", False),
        ("patient was", "2 1", True),
        (" ", "1", False),
        ("dosed", "3 1", True),
        (" in", "3", True),
    ]
    # One stop of the tab key for each place, not for each piece.
    assert [mark.attributes.get("tabindex") for mark in marks] == [None, None, "-1", None, "-1"]


def test_a_place_over_a_broken_paragraph_shows_the_break() -> None:
    draft = made.release()
    start = draft.document.text.index("The\n\nagency")
    where = made.place(draft.document, start, start + len("The\n\nagency"))
    found = page(made.report([draft], [made.finding([where])]))
    assert [one.text for one in found.of("span", "pilcrow")] == ["¶"]
    assert "The ¶ agency" in words(found.by_id("release").text)
    assert [mark.text for mark in found.of("a", "mark")] == ["The", "agency"]


def test_something_missing_has_a_mark_without_words() -> None:
    draft = made.release()
    at = draft.document.text.index("(Nasdaq")
    found = page(made.report([draft], [made.finding([made.place(draft.document, at, at)])]))
    (mark,) = found.of("a", "mark")
    assert (mark.text, mark.has("point")) == ("", True)


def test_what_is_filtered_out_at_first_is_on_the_page_and_numbered_last() -> None:
    draft = made.release()
    findings = [
        made.finding(made.places(draft.document, "MADISON"), severity="info"),
        made.finding(made.places(draft.document, "Ardenda"), severity="warning"),
    ]
    found = page(made.report([draft], findings))
    assert "hidden" in found.by_id("f2").attributes
    assert found.by_id("f2").has("info")
    assert "hidden" not in found.by_id("f1").attributes
    assert words(found.by_id("status").text) == "1 finding shown of 2"
    shown = page(made.report([draft], findings), shown=("error", "warning", "info"))
    assert "hidden" not in shown.by_id("f1").attributes
    assert shown.by_id("f1").has("info")


def test_evidence_has_the_earlier_words_their_date_and_file() -> None:
    draft = made.release()
    old = made.release("Ardenta Therapeutics, Inc. said so.\n", "releases/old.txt", "2025-09-15")
    proof = made.evidence(old.document, "Ardenta Therapeutics, Inc.", "2025-09-15", "legal name")
    nowhere = Evidence(None, None, None, None, "", "the profile says so")
    where = made.places(draft.document, "Ardenda")
    finding = made.finding(where, evidence=(proof, nowhere), suggestion=made.suggestion(where, "Ardenta"))
    found = page(made.report([draft], [finding]))
    first, second = found.of("figure", "evidence")
    assert words(first.text) == (
        "Ardenta Therapeutics, Inc. Earlier release 15 September 2025, old.txt, line 1, column 1 legal name"
    )
    assert words(second.text) == "Because the profile says so"
    (fix,) = found.of("p", "fix")
    assert words(fix.text) == "Suggested Ardenda → Ardenta"


def test_a_suggestion_shows_the_words_as_they_would_be() -> None:
    draft = made.release()
    (where,) = made.places(draft.document, "conjugate that")
    dot = draft.document.text.index("conjugate") + len("conjugate")
    one = made.suggestion([where], ",")
    edit = one.edits[0]._replace(start=dot, end=dot)
    (fix,) = page(made.report([draft], [made.finding([where], suggestion=one._replace(edits=(edit,)))])).of("p", "fix")
    assert words(fix.text) == "Suggested conjugate that → conjugate, that"
    gone = one._replace(edits=(edit._replace(end=dot + len(" that"), replacement=""),))
    (fix,) = page(made.report([draft], [made.finding([where], suggestion=gone)])).of("p", "fix")
    assert words(fix.text) == "Suggested conjugate that → conjugate"
    space = one._replace(edits=(edit._replace(end=dot + 1, replacement="\n"),))
    assert not page(made.report([draft], [made.finding([where], suggestion=space)])).of("p", "fix")


def test_the_sign_off_says_what_was_checked_and_what_was_not() -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")
    waived = made.finding(where, waived={"by": "M. Delgado", "reason": "agreed", "until": "2026-12-31"})
    report = made.report(
        [draft],
        [waived],
        examined=[
            Examined("named", 0, 2, 0, (), ("Form 10-K for 2025",), "filings", "A form is out of date"),
            Examined("clean", 0, 3, 0, (), (), "wording", "A word stands twice"),
            Examined("faulty", 1, 3, 0, (), (), "wording", "A comma is missing"),
            Examined("open", 0, 0, 2, ("filer status",), (), "filings", "A filing is late"),
        ],
        errors=[RunError("unreadable-input", "cannot be read", document="y.txt")],
        notices=["x.txt bears no date"],
    )
    found = page(report)
    said = words(found.by_id("signoff").text)
    for part in (
        draft.document.sha256,
        "a" * 64,
        "Form 10-K for 2025",
        "and not found: A word stands twice",
        "filer status",
        "agreed M. Delgado 31 December 2026",
        "No finding stands.",
        "Not complete: y.txt: cannot be read",
        "x.txt bears no date",
        "Name Role Date Signature",
    ):
        assert part in said, part
    assert "A comma is missing" not in said
    assert found.by_id("f1").has("waived")
    assert "hidden" not in found.by_id("f1").attributes
    assert any("cannot be read" in one.text for one in found.of("section", "failed"))


def test_the_sign_off_names_every_input_by_its_digest() -> None:
    draft = made.release()
    report = made.report([draft], [])
    history = History(
        (Earlier("old/2025.txt", "2025-01-01", "b" * 64), Earlier("old/2024.txt", None, "c" * 64)), (), (), 0
    )
    info = report.documents[0]._replace(history=history)
    said = words(page(report._replace(documents=(info,))).by_id("signoff").text)
    assert "Held against 2 earlier releases of the issuer: no date old/2024.txt " + "c" * 64 in said
    assert "2025-01-01 old/2025.txt " + "b" * 64 in said
    assert "By the settings in" not in said
    known = made.report([draft], [])._replace(settings=(("prlint.yaml", "d" * 64),))
    assert "By the settings in: prlint.yaml " + "d" * 64 in words(page(known).by_id("signoff").text)


def test_a_finding_that_stood_before_is_nobodys_decision() -> None:
    draft = made.release()
    stood = made.finding(made.places(draft.document, "Ardenda"), waived={"reason": "stood in v1", "against": "v1.txt"})
    found = page(made.report([draft], [stood]))
    assert "nobody named" not in found.by_id("signoff").text
    assert "no end" not in found.by_id("signoff").text
    assert words(found.of("dl", "waiver")[0].text) == "Because stood in v1 Against v1.txt"


def test_what_a_draft_says_is_text_and_nothing_else() -> None:
    for words_ in HOSTILE:
        draft = made.release(f"Head\n\nArdenda {words_} said.\n", f"drafts/{words_.replace('/', '')}.txt")
        where = made.places(draft.document, words_)
        everywhere = made.finding(
            where,
            rule=words_,
            message=words_,
            advice=words_,
            evidence=(made.evidence(draft.document, words_, words_, words_),),
            suggestion=made.suggestion(where, words_),
            waived={"by": words_, "reason": words_, words_: words_},
        )
        said = Evidence(words_, words_, None, None, words_, words_)
        report = made.report(
            [draft._replace(issuer=words_, ticker=words_, exchange=words_)],
            [everywhere],
            examined=[Examined(words_, 0, 1, 1, (words_,), (words_,), words_, words_)],
            errors=[RunError("usage", words_, words_, words_)],
            notices=[words_],
        )
        past = History(
            (Earlier(words_, words_, words_),),
            (
                Stand(words_, ("1",), (words_,), words_, words_, said._replace(date="2024-01-01")),
                Stand(words_, ("2",), (words_,), words_, words_, said._replace(date="2025-01-01")),
            ),
            (Change("changed", words_, words_, words_, ((words_, said),), ((words_, said),)),),
            0,
        )
        report = report._replace(documents=(report.documents[0]._replace(history=past),))
        text = html.render(report, Options())
        found = Page(text)
        assert len(found.of("script")) == len(found.of("style")) == 1
        # The page's own, and those of the two points of a drawing.
        assert len(found.of("title")) == 3
        assert not found.of("img")
        assert words(words_) in words(found.by_id("release").text)
        for one in found.elements:
            assert not any(name.startswith("on") for name in one.attributes), one.attributes
            assert "style" not in one.attributes
            assert "javascript" not in (one.attributes.get("href") or "")


def test_nothing_turns_the_direction_unseen() -> None:
    draft = made.release("Head\n\nArdenda \u202egnp.exe\u2066 said \u200bso.\n")
    where = made.places(draft.document, "Ardenda")
    text = html.render(made.report([draft], [made.finding(where, message="\u202eabc\x07")]), Options())
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", text)
    assert "&lt;U+202E&gt;" in text


def test_the_page_asks_for_nothing_and_names_its_own_script_and_style() -> None:
    text = html.render(made.report([made.release()], []), Options())
    assert not re.search(r"(?:src|srcset|@import|url\()", text.replace("-src", ""))
    assert "http:" not in text
    assert "https:" not in text
    (policy,) = [
        one.attributes["content"] for one in Page(text).of("meta") if one.attributes.get("http-equiv") is not None
    ]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_rows_are_a_table_and_items_and_headings_look_like_it() -> None:
    text = "# Results\n\n- one\n- two\n\n| Arm | Events |\n|---|---|\n| CLN-4 | 12 |\n\nEnd.\n"
    document = markdown.read("drafts/x.md", text.encode())
    draft = made.release()._replace(document=document)
    where = made.places(document, "12")
    found = page(made.report([draft], [made.finding(where)]))
    assert [one.text for one in found.of("td") if one.attributes.get("dir")] == ["Arm", "Events", "CLN-4", "121"]
    assert [one.text for one in found.of("p", "item")] == ["one", "two"]
    assert [one.text for one in found.of("p", "heading")] == ["Results"]


def test_one_report_is_always_the_same_bytes() -> None:
    draft = made.release()
    report = made.report([draft], [made.finding(made.places(draft.document, "Ardenda"))])
    assert html.render(report, Options()) == html.render(report, Options(width=20, colour=True))


def test_phases_are_drawn_from_left_to_right_and_from_below() -> None:
    def stand(date: str | None, *phases: str, disease: str = "glioma") -> Stand:
        said = Evidence(f"{date}.txt", date, None, None, "in a trial", "")
        return Stand("ARD-131", phases, (disease,), "", "ongoing", said)

    (drawn,) = pictures(
        [stand("2024-01-01", "1"), stand("2025-01-01", "1", "2"), stand("2026-01-01", "2"), stand(None, "3")],
        "2026-01-01.txt",
    )
    (series,) = drawn.series
    assert [point.x for point in series.points] == sorted(point.x for point in series.points)
    assert [point.y for point in series.points] == sorted((point.y for point in series.points), reverse=True)
    assert [point.draft for point in series.points] == [False, False, True]
    assert series.label == "glioma, ongoing"
    assert [tick.text for tick in drawn.phases] == ["Phase 1", "Phase 2"]
    assert len(drawn.stands) == 4
    # Each point stands at the line of its phase, however many labels there are beside it.
    (crowded,) = pictures([stand("2024-01-01", "1", disease=f"disease {i}") for i in range(9)], "")
    assert crowded.series[-1].label_y < crowded.height
    assert all(abs(one.points[0].y - crowded.phases[0].at) < 20 for one in crowded.series)
    assert [point.y for point in series.points[::2]] == [tick.at for tick in drawn.phases]
    assert all(0 < point.y < drawn.height for point in series.points)


def test_facts_that_changed_stand_with_what_they_were() -> None:
    draft = made.release()
    info = made.report([draft], []).documents[0]
    old = Evidence("old.txt", "2025-01-01", None, None, "Reno", "")
    change = Change("changed", "company", "", "place of the dateline", (("Madison", old),), (("Reno", old),))
    report = made.report([draft], [])._replace(
        documents=(info._replace(history=History((Earlier("old.txt", "2025-01-01", "b" * 64),), (), (change,), 4)),)
    )
    found = page(report)
    (table,) = found.of("table", "facts")
    assert words(table.text).endswith("changed company place of the dateline Reno 2025-01-01 Madison")
    stand = Stand("ARD-131", ("1",), (), "", "ongoing", old)
    once = page(
        report._replace(
            documents=(info._replace(history=History((Earlier("old.txt", None, "b" * 64),), (stand,), (), 0)),)
        )
    )
    assert [words(one.text) for one in once.of("ul", "once")] == [
        "ARD-131, 2025-01-01 only: Phase 1, disease not named, ongoing"
    ]
    assert any("4 facts as before" in one.text for one in found.of("section", "story"))
