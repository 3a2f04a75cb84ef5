"""The page of an issuer's story in a real browser: filters, links both ways, dark and light, three widths, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from prlint.reporters.html import claims
from tests.reporters import made_claims as made
from tests.reporters.browsing import CONTRAST, NAMELESS, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Cells out of which their words hang.
CUT = """() => [...document.querySelectorAll("td, th")].filter((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return one.offsetParent && words.getBoundingClientRect().right > one.getBoundingClientRect().right + 1;
}).map((one) => one.textContent)"""

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hostile = "<script>document.title='taken'</script>"
    told = made.chronicle()
    other = made.chronicle("Orvane Bio, Inc.")._replace(
        facts=(*told.facts, told.facts[0]._replace(subject=hostile, values=(made.value(hostile, 1, words=hostile),)))
    )
    path = tmp_path_factory.mktemp("claims") / "story.html"
    path.write_text(claims.render((told, other), "0.1.0", "sha256:" + "a" * 64, (), ()), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    with opened(browser, file) as found:
        yield found


def shown(page: Any) -> int:
    return int(page.locator(".course:visible").count())


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_no_word_of_a_release_is_run(page: Any) -> None:
    assert "taken" not in page.title()
    assert page.locator("script").count() == 1


def test_facts_are_filtered_by_whether_they_changed_by_part_and_by_words(page: Any) -> None:
    assert shown(page) == 13
    page.get_by_label("Show").select_option("changed")
    assert shown(page) == 6
    assert page.locator("#status").inner_text() == "6 facts shown of 13"
    page.get_by_label("Part").select_option("people")
    assert shown(page) == 2
    assert page.locator(".part:visible h3").all_inner_texts() == ["People and titles"] * 2
    page.get_by_label("Show").select_option("often")
    page.get_by_label("Part").select_option("")
    assert shown(page) == 10
    page.get_by_label("Search").fill("555-0199")
    assert shown(page) == 2
    page.get_by_label("Search").fill("nowhere in it")
    assert shown(page) == 0
    assert page.locator(".empty").is_visible()
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("document.querySelectorAll('.course:not([hidden])').length === 13")


def test_links_lead_from_a_change_to_its_fact_and_from_there_to_the_release(page: Any) -> None:
    page.locator("#i1-steps a", has_text="president").click()
    page.wait_for_function("document.activeElement.id === 'i1-people-1-2'")
    page.locator("#i1-people-1-2 a").first.click()
    page.wait_for_function("document.activeElement.id === 'i1-r1'")
    assert page.evaluate("(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())")


def test_a_link_to_a_fact_that_the_filter_hides_shows_it_again(page: Any) -> None:
    page.get_by_label("Part").select_option("names")
    assert not page.locator("#i1-people-1-2").is_visible()
    page.locator("#i1-steps a", has_text="president").click()
    page.wait_for_function("document.activeElement.id === 'i1-people-1-2'")
    assert shown(page) == 13


def test_the_keyboard_is_enough_and_everything_has_a_name(page: Any) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "facts"
    page.locator("#i1-steps a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'i1-phases-1-2'")
    assert page.evaluate(NAMELESS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_light_or_dark_as_the_reader_wants_and_can_be_read(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(part) for part in background.strip("rgb()").split(",")) > 380) == (scheme == "light")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [390, 900, 1600])
def test_nothing_is_cut_off_at_any_width(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(CUT) == []


def test_on_paper_there_are_no_controls_and_what_is_shown_stands(page: Any) -> None:
    page.get_by_label("Show").select_option("changed")
    page.emulate_media(media="print")
    assert page.locator(".filters input:visible, .filters select:visible, button:visible").count() == 0
    assert page.locator("#status").inner_text() == "6 facts shown of 13"
    assert shown(page) == 6
    assert page.locator("#i1-releases").is_visible()
    # As wide as A4 between its margins.
    page.set_viewport_size({"width": 673, "height": 950})
    assert page.evaluate(CUT) == []
    assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")
