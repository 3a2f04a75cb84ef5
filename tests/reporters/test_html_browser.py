"""The HTML report in a real browser: filters, links both ways, the keyboard, dark and light, three widths, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from prlint.report import Options
from prlint.reporters import html
from tests.reporters import made
from tests.reporters.browsing import CONTRAST, NAMELESS, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.needs("chromium")

WIDTHS = (390, 1100, 1600)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Writes a report with findings of all severities, overlapping places, a waived one, and hostile words."""
    draft = made.release(made.DRAFT + "\n" + "<script>document.title='taken'</script> More words follow. " * 40 + "\n")
    old = made.release("Ardenta Therapeutics, Inc. said so.\n", "releases/old.txt", "2025-09-15")
    place = lambda words: made.places(draft.document, words)  # noqa: E731
    proof = made.evidence(old.document, "Ardenta Therapeutics, Inc.", "2025-09-15", "legal name")
    here = made.evidence(draft.document, "Ardenta Therapeutics, Inc.")
    findings = [
        made.finding(place("Ardenda"), evidence=(here, proof), suggestion=made.suggestion(place("Ardenda"), "Ardenta")),
        made.finding(place("first patient was dosed"), rule="dosed", severity="warning", message="dosed before"),
        made.finding(place("patient"), rule="person", severity="info", message="say participant"),
        made.finding(
            place("MADISON"),
            rule="place",
            severity="warning",
            waived={"by": "M. Delgado", "reason": "so", "on": "2026-03-01"},
        ),
        made.finding(place("document.title")[-1:], rule="code", message="<img src=x onerror=document.title='taken'>"),
    ]
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html.render(made.report([draft, old], findings), Options()), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    with opened(browser, file) as found:
        yield found


def shown(page: Any) -> list[str]:
    return [one.get_attribute("id") for one in page.locator(".finding:visible").all()]


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_no_word_of_a_draft_is_run(page: Any) -> None:
    assert "taken" not in page.title()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1


def test_severities_are_filtered_in_the_list_and_in_the_text(page: Any) -> None:
    patient = page.locator(".mark", has_text="patient").filter(has_not_text="was")
    assert shown(page) == ["f3", "f2", "f1", "f4"]
    assert "warning" in patient.get_attribute("class")
    page.get_by_role("checkbox", name="Notes").check()
    assert shown(page) == ["f3", "f2", "f5", "f1", "f4"]
    assert page.locator("#status").inner_text() == "5 findings shown of 5"
    page.get_by_role("checkbox", name="Warnings").uncheck()
    assert shown(page) == ["f3", "f5", "f1", "f4"]
    assert "info" in patient.get_attribute("class")
    assert patient.get_attribute("href") == "#f5"
    page.get_by_role("checkbox", name="Waived").uncheck()
    page.get_by_role("checkbox", name="Errors").uncheck()
    assert shown(page) == ["f5"]
    assert page.locator(".mark.error").count() == 0
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("document.querySelectorAll('.finding:not([hidden])').length === 4")
    assert page.locator(".mark.error").count() == 4


def test_a_rule_and_words_are_filtered(page: Any) -> None:
    page.get_by_label("Rule").select_option("dosed")
    assert shown(page) == ["f2"]
    page.get_by_label("Rule").select_option("")
    page.get_by_label("Search").fill("LEGAL name")
    assert shown(page) == ["f1"]
    page.get_by_label("Search").fill("nowhere in it")
    assert shown(page) == []
    assert page.locator(".empty:visible").first.inner_text() == "No finding passes the filter."
    page.get_by_label("Search").fill("")
    page.get_by_label("Order").select_option("severity")
    assert shown(page) == ["f1", "f4", "f2", "f3"]


def test_a_click_leads_from_the_text_to_the_finding_and_back(page: Any) -> None:
    page.locator("#p1-2").click()
    assert focused(page) == "f1"
    assert "now" in page.locator("#f1").get_attribute("class")
    page.locator("#f4 .places a").click()
    assert focused(page) == "p4-1"
    assert page.evaluate("(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())")
    page.locator("#f1 .evidence a").last.click()
    assert focused(page) == "e1-2"
    assert page.locator("#e1-2").inner_text() == "Ardenta Therapeutics, Inc."


def test_what_is_waived_leads_from_the_sign_off_to_the_finding(page: Any) -> None:
    page.get_by_role("checkbox", name="Waived").uncheck()
    assert not page.locator("#f3").is_visible()
    page.get_by_role("checkbox", name="Waived").check()
    page.locator("#signoff .waivers a").click()
    assert focused(page) == "f3"
    assert page.locator("#f3 .sev").inner_text() == "Waived warning:"


def test_where_two_findings_hold_a_word_each_visit_leads_to_the_next(page: Any) -> None:
    page.get_by_role("checkbox", name="Notes").check()
    word = page.locator(".mark", has_text="patient").filter(has_not_text="was")
    word.click()
    assert focused(page) == "f2"
    word.click()
    assert focused(page) == "f5"


def test_the_keyboard_is_enough(page: Any) -> None:
    page.keyboard.press("Tab")
    skip = page.locator(".skip").first
    assert skip.evaluate("one => one === document.activeElement && one.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert focused(page) == "findings"
    page.locator("#p1-1").focus()
    assert page.locator("#p1-1").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert focused(page) == "f1"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "p1-1"
    # What is filtered out is no stop of the tab key.
    stops = page.evaluate("[...document.querySelectorAll('a.mark.off')].every(one => one.tabIndex < 0 || !one.href)")
    assert stops


def test_every_control_and_region_has_a_name(page: Any) -> None:
    assert page.evaluate(NAMELESS) == []
    snapshot = page.locator("#f1").aria_snapshot()
    assert "Error: two spellings of one name" in snapshot


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_light_or_dark_as_the_reader_wants_and_can_be_read(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("checkbox", name="Notes").check()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(part) for part in background.strip("rgb()").split(",")) > 380) == (scheme == "light")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_at_any_width(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    beside = page.evaluate(
        "document.querySelector('.list').getBoundingClientRect().left"
        " > document.querySelector('.release').getBoundingClientRect().right"
    )
    assert beside == (width > 1000)


def test_on_paper_there_are_no_controls_and_all_findings_that_are_shown(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator(".filters input:visible, .filters select:visible, button:visible").count() == 0
    assert page.locator("#status").inner_text() == "4 findings shown of 5"
    assert shown(page) == ["f3", "f2", "f1", "f4"]
    signoff = page.locator("#signoff")
    assert signoff.is_visible()
    for part in (
        "SHA-256 of the rules",
        "M. Delgado, 1 March 2026",
        "no end",
        "Findings that stand: 2 errors",
        "Signature",
    ):
        assert part in signoff.inner_text()
    height, full = page.locator(".list").first.evaluate("one => [one.clientHeight, one.scrollHeight]")
    assert height == full
    assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")
