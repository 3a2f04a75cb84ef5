"""The page of what an issuer's releases say over time, as text."""

from __future__ import annotations

import re

from prlint.chronicle import Course, Told
from prlint.report import RunError
from prlint.reporters.html import claims
from tests.reporters import made_claims as made
from tests.reporters.pages import HOSTILE, Page, words

DIGEST = "sha256:" + "a" * 64


def page(*chronicles: object, **run: tuple[object, ...]) -> Page:
    text = claims.render(
        chronicles or (made.chronicle(),), "0.1.0", DIGEST, run.get("errors", ()), run.get("notices", ())
    )  # type: ignore[arg-type]
    return Page(text)


def rows(found: Page, part: str) -> list[str]:
    return [words(one.text) for one in found.of("tr") if (one.attributes.get("id") or "").startswith(f"i1-{part}-")]


def test_each_value_has_the_first_and_the_last_release_that_says_it_and_how_many_do() -> None:
    found = page()
    assert rows(found, "phases") == [
        "Phase 1, ongoing 3 March 2025 25 September 2025 2",
        "Phase 2, planned 2 March 2026 1",
    ]
    assert [words(one.text) for one in found.of("tr", "words")] == ["is in a Phase 1 trial"]
    assert rows(found, "people") == ["vice president 3 March 2025 1", "president 25 September 2025 2 March 2026 2"]
    assert rows(found, "names") == ["Ardenta Therapeutics, Inc. 3 March 2025 2 March 2026 3"]
    assert rows(found, "filings") == ["period ended 2024-12-31 25 September 2025 1"]
    heads = [words(one.text) for one in found.of("th") if one.attributes.get("scope") == "rowgroup"]
    assert heads[:3] == ["ARD-131 glioma changed", "name of the issuer", "Maria Delgado changed"]


def test_the_phases_are_drawn_and_told_as_a_table() -> None:
    found = page()
    (picture,) = found.of("figure", "timeline")
    assert "ARD-131" in picture.text
    assert len([one for one in found.of("circle") if one.attributes.get("cy") != "7"]) == 2


def test_what_each_release_changed_stands_with_what_it_was() -> None:
    found = page()
    (table,) = found.of("table", "steps")
    assert words(table.text) == (
        "Fact Before Now"
        " 2 March 2026 Headline 2 ARD-131 glioma Phase 1, ongoing Phase 2, planned"
        " 25 September 2025 Headline 1 Maria Delgado vice president president"
        " telephone (775) 555-0101 (775) 555-0199"
    )


def test_the_releases_stand_with_their_digests() -> None:
    found = page()
    told = [words(one.text) for one in found.of("tr") if re.fullmatch(r"i1-r\d", one.attributes.get("id") or "")]
    assert told[0] == "3 March 2025 Headline 0 0.txt " + "0" * 64
    assert DIGEST.removeprefix("sha256:") in found.of("footer")[0].text


def test_every_link_leads_to_a_place_on_the_page_and_no_id_is_there_twice() -> None:
    found = page(made.chronicle(), made.chronicle("Orvane Bio, Inc."))
    ids = [one.attributes["id"] for one in found.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    links = [one.attributes["href"] or "" for one in found.of("a") if "href" in one.attributes]
    assert len(links) > 20
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    for one in found.elements:
        assert (one.attributes.get("aria-labelledby") or ids[0]) in ids
    assert [words(one.text) for one in found.of("h2")] == ["Ardenta Therapeutics, Inc.", "Orvane Bio, Inc."]
    assert [words(one.text) for one in found.of("h1")] == ["2 issuers"]


def test_a_part_of_which_nothing_is_said_is_left_out() -> None:
    empty = made.chronicle()._replace(phases=(), stands=(), people=(), filings=(), contacts=(), facts=())
    found = page(empty)
    assert [words(one.text) for one in found.of("h3")] == ["Names and tickers", "The releases"]


def test_releases_without_a_date_and_without_an_issuer() -> None:
    one = made.chronicle("")._replace(releases=(Told("a.txt", "0" * 64, None, ""),) * 3, stands=())
    found = page(one)
    assert [words(head.text) for head in found.of("h1")] == ["No issuer is named"]
    assert rows(found, "people")[0] == "vice president no date 1"


def test_what_could_not_be_read_and_what_was_passed_over_is_told() -> None:
    found = page(errors=(RunError("unreadable-input", "cannot be read", "y.txt"),), notices=("x is empty",))
    assert "y.txt: cannot be read" in words(found.of("section", "failed")[0].text)
    assert "x is empty" in found.of("footer")[0].text


def test_what_a_release_says_is_text_and_nothing_else() -> None:
    for said in HOSTILE:
        hostile = made.chronicle(said)._replace(
            listed=said,
            releases=(
                *(Told(f"{said}/{i}.txt", said, day, said, said if i == 0 else "") for i, day in enumerate(made.DAYS)),
                Told(said, said, None, said),
            ),
            stands=tuple(one._replace(asset=said, indications=(said,), status=said) for one in made.chronicle().stands),
            phases=(Course("asset", said, said, (made.value(said, 0, words=said), made.value(f"{said} 2", 1))),),
        )
        text = claims.render((hostile,), "0.1.0", DIGEST, (RunError("usage", said, said),), (said,))
        found = Page(text)
        assert len(found.of("script")) == len(found.of("style")) == 1
        assert not found.of("img")
        assert words(said) in words(found.of("h1")[0].text)
        for one in found.elements:
            assert not any(name.startswith("on") for name in one.attributes), one.attributes
            assert "style" not in one.attributes
            assert "javascript" not in (one.attributes.get("href") or "")
        assert not re.search(
            r"(?:src|srcset|@import|url\()", text.replace("-src", "").replace(said, "").replace("img src", "")
        )
