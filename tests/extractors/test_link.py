"""Links that show an address: what is compared, and what sends on."""

from __future__ import annotations

from tests.support import claims, findings, quotes


def _links(text: str) -> list[tuple[object, object, object]]:
    return [(c.get("shown"), c.get("target"), c.get("agrees")) for c in claims(text, "link", name="draft.md")]


def test_a_link_in_markdown_to_another_domain_is_found_at_its_text() -> None:
    found = findings(
        "Visit [www.ardenta.com](https://belmora.com/x) today.", select=("link-text-target-mismatch",), name="draft.md"
    )
    assert quotes(found) == [("www.ardenta.com",)]
    assert found[0].severity == "error"
    assert found[0].places[0].start.offset == len("Visit [")


def test_subdomains_and_paths_do_not_count() -> None:
    assert _links("[www.ardenta.com](https://ir.ardenta.com/a) [ardenta.co.uk/b](http://www.ardenta.co.uk)") == [
        ("ardenta.com", "ardenta.com", True),
        ("ardenta.co.uk", "ardenta.co.uk", True),
    ]


def test_a_target_that_carries_the_address_sends_on() -> None:
    assert _links("[ardenta.com](https://count.example.org/?to=https%3A%2F%2Fardenta.com%2Fa)")[0][2] is True
    assert _links("[ardenta.com](https://bit.ly/3abc)")[0][2] is True


def test_mail_is_compared_whole() -> None:
    assert _links("[ir@ardenta.com](mailto:pr@ardenta.com)") == [("ir@ardenta.com", "pr@ardenta.com", False)]
    assert _links("[IR@Ardenta.com](mailto:ir@ardenta.com?subject=a)")[0][2] is True


def test_words_and_images_are_no_address() -> None:
    assert (
        _links("[our page](https://b.com) ![www.ardenta.com](https://b.com/a.png) [Ardenta Inc.](https://b.com)") == []
    )


def test_plain_text_has_no_links() -> None:
    assert claims("Visit www.ardenta.com (https://belmora.com).", "link") == []
