"""HTML: positions, exhibits, the pages of wires and newsrooms, tables, oddities, and input that means harm."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint import engine, registry
from prlint.text.fold import folded
from tests.formats.edgar_pages import fonts, styled
from tests.formats.samples import NAMES, sample
from tests.support import builtin, claims, findings, quotes

LONG = "Ardenta Foods, Inc. today announced that its bakery in Lyon is open, and that it employs forty people."
SECOND = "The bakery bakes four kinds of bread, each of them in a large quantity and sold all over the region."


def document(page: str | bytes, name: str = "page.html"):
    data = page if isinstance(page, bytes) else page.encode("utf-8")
    return engine.read(engine.Source(name, data))


def lines(page: str | bytes) -> list[str]:
    return document(page).view.text.split("\n")


def blocks(page: str) -> list[tuple[str, str]]:
    read = document(page)
    return [(block.kind, read.view.text[block.start : block.end]) for block in read.blocks]


def body(*inside: str) -> str:
    return f"<html><body>{''.join(inside)}</body></html>"


def plain(source: str) -> str:
    """Returns what a stretch of HTML says, by means that share nothing with the reader."""
    source = source.replace("<br>", " ")
    text = unescape(re.sub(r"(?s)<!--.*?-->|<span style='display:none'>.*?</span>|<[^>]*>", "", source))
    text = unicodedata.normalize("NFKC", folded(text))
    return " ".join(re.sub("[\u00ad\u200b-\u200f\ufeff]", "", text).split())


def assert_exact(page: str) -> None:
    """Every word of the view stands where the map to the source says, and every pair of neighbours."""
    read = document(page)
    words = [match.span() for match in re.finditer(r"[^\s|]+", read.view.text)]
    for (start, end), (_, past) in zip(words, [*words[1:], words[-1]], strict=True):
        for until in {end, past}:
            said = read.view.text[start:until]
            if "|" in said or "\n" in said:
                continue
            span = read.view.source_span(start, until)
            assert plain(read.text[span.start : span.end]) == unicodedata.normalize("NFKC", said)


# Positions

WORDS = st.sampled_from(
    ["Ardenta", "said", "R&amp;D", "Ardenta&rsquo;s", "&#8220;new&#8221;", "5&nbsp;mg", "caf&eacute;", "AT&T", "x&#173;ray", "<b>Bel</b>mora",
     "data<sup>1</sup>", "<sup>131</sup>I", "2<sup>nd</sup>", "well<!-- a comment -->-known", "<a href='https://a.com'>a.com</a>", "3 &lt; 4",
     "<font size=2>Lyon</font>,", "“quoted”", "\u00a0", "<wbr>", "it's", "<i>the<i>", "</span>", "ﬁrst", "<span style='display:none'>gone</span>"]
)  # fmt: skip
GAPS = st.sampled_from([" ", "\n", " \r\n  ", "<br>", "&nbsp; ", " <i></i> ", "\t"])
BLOCKS = st.sampled_from(["p", "div", "h2", "li", "td", "center", "blockquote"])


@given(st.lists(st.tuples(BLOCKS, st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=12)), min_size=1, max_size=6))
def test_every_span_of_the_view_reads_the_same_in_the_source(content) -> None:
    parts = []
    for name, words in content:
        inside = "".join(word + gap for word, gap in words)
        parts.append(f"<table><tr><td>{inside}</td></tr></table>" if name == "td" else f"<{name}>{inside}</{name}>")
    assert_exact(body("<p>Begin</p>", *parts))


@given(st.text(alphabet="<>/=\"'&;!-ab \n#1", max_size=80))
def test_no_input_breaks_the_reader(text: str) -> None:
    try:
        read = document(f"<html><p>word {text}")
    except ValueError:
        return
    for i in range(len(read.view.text)):
        span = read.view.source_span(i, i + 1)
        assert 0 <= span.start <= span.end <= len(read.text)


@pytest.mark.parametrize("wrap", [fonts, styled])
@pytest.mark.parametrize("key", NAMES)
def test_every_word_of_a_sample_stands_where_it_is_said_to(key: str, wrap) -> None:
    assert_exact(wrap(sample(key)))


@pytest.mark.parametrize("wrap", [fonts, styled])
def test_the_samples_as_html_give_the_findings_of_the_plain_text_at_the_same_words(wrap) -> None:
    def found(suffix: str, make) -> list[tuple[object, ...]]:
        sources = [engine.Source(f"{key}{suffix}", make(sample(key)).encode("utf-8")) for key in NAMES]
        report = engine.check(sources, builtin())
        assert not report.errors
        return sorted(
            (f.document[:3], f.rule, f.severity, tuple(place.quote for place in f.places)) for f in report.findings
        )

    expected = found(".txt", str)
    assert len(expected) > 20
    assert found(".htm", wrap) == expected


def test_a_place_is_one_in_the_file() -> None:
    page = body('\n<p>Visit <a href="https://www.belmora.com"><u>www.ardenta.com</u></a>.</p>')
    (found,) = findings(page, select=("link-text-target-mismatch",), name="page.htm")
    (place,) = found.places
    assert page[place.start.offset : place.end.offset] == "www.ardenta.com" == place.quote
    assert place.start.line == 2


# What is text


def test_scripts_styles_heads_comments_and_hidden_parts_are_not_text() -> None:
    page = (
        "<html><head><title>T</title><style>p{}</style></head><body><script>var a = '<p>no</p>';</script><!-- <p>no</p> -->"
        "<div style='DISPLAY : none'><p>no</p></div><ix:header><p>no</p></ix:header><p hidden>no</p><noscript>no</noscript>"
        "<p>A <span style='display:none'>no</span><span class='sr-only'>no</span><svg><title>no</title></svg>yes.</p></body></html>"
    )
    assert lines(page) == ["A yes."]


def test_entities_spaces_and_line_ends_read_as_what_they_are() -> None:
    page = body("<p>&nbsp;&#160; Ardenta&rsquo;s\n R&amp;D:&#x20;5&nbsp;mg&#173;s &#150; &lt;10</p>")
    assert lines(page) == ["Ardenta's R&D: 5 mgs – <10"]


def test_raised_numbers_are_notes_isotopes_stay_numbers() -> None:
    page = body(
        "<p>Data<sup>1</sup> of <sup>131</sup>I, 10<sup>6</sup> cells, 2<sup>nd</sup> mark<sup>TM</sup>.</p><p><sup>1</sup>Source</p>"
    )
    assert lines(page) == ["Data¹ of 131I, 10⁶ cells, 2nd mark™.", "¹Source"]
    assert [c.get("role") for c in claims(page, "footnote", name="a.htm")] == ["reference", "note"]


def test_a_break_ends_a_line_or_wraps_it() -> None:
    page = body("<p>Jane Doe<br>Ardenta Foods<br/>(555) 010-2000</p>", "<h1>Ardenta Opens<br>a Bakery</h1>")
    assert lines(page) == ["Jane Doe", "Ardenta Foods", "(555) 010-2000", "Ardenta Opens a Bakery"]
    wrapped = "Ardenta Foods today said that its bakery, which is in Lyon and<br>nowhere else, is open to all.<br><br>Jane Doe"
    assert lines(body("<p>", wrapped, "</p>")) == [
        wrapped.split("<br><br>", maxsplit=1)[0].replace("<br>", " "),
        "Jane Doe",
    ]


def test_preformatted_lines_are_read_as_lines_of_mail_are() -> None:
    text = "Ardenta Foods, Inc. today announced that its bakery in Lyon is open, and\nthat it employs forty people.\n\nAbout Ardenta"
    assert lines(f"<pre>{text}</pre>") == [text.split("\n\n", maxsplit=1)[0].replace("\n", " "), "About Ardenta"]


def test_bold_lines_are_headings_and_bullets_are_items() -> None:
    page = body("<p><b>About Ardenta Foods, Inc.</b></p><p>Bread.</p><ul><li>Rye<li>Wheat</ul>")
    assert blocks(page) == [
        ("heading", "About Ardenta Foods, Inc."), ("paragraph", "Bread."), ("item", "Rye"), ("item", "Wheat"),
    ]  # fmt: skip


def test_tracked_changes_of_a_page_are_markings() -> None:
    page = body("<p>Ardenta <ins>today</ins><del>yesterday</del> said so. <mark>Check this.</mark></p>")
    read = document(page)
    assert read.view.text == "Ardenta today said so. Check this."
    assert [(m.kind, read.text[m.start : m.end], m.about) for m in read.markings] == [
        ("insertion", "today", ""), ("deletion", "", "yesterday"), ("highlight", "Check this.", ""),
    ]  # fmt: skip


# Exhibits


def test_an_exhibits_label_and_its_pages_ends_are_not_text() -> None:
    cut = "Ardenta Foods announced that its bakery was opened in the presence of the"
    page = body(
        "<p align=right><b>Exhibit 99.1</b></p>",
        f"<p>{cut}</p><p align=center>- 1 -</p><hr style='page-break-after:always'><p>mayor.</p>",
    )
    read = document(page)
    assert read.view.text == f"{cut} mayor."
    assert not read.breaks, "a page's end is no break that an author made"


def test_a_paragraph_that_its_author_broke_is_still_found() -> None:
    cut = "Ardenta Foods announced that its bakery was opened in the presence of the"
    assert findings(body(f"<p>{cut}</p><p>FDA and the mayor.</p>"), select=("broken-paragraph",), name="a.htm")


def test_figures_stand_in_rows_with_their_signs_and_in_their_columns() -> None:
    page = body(
        "<table><tr><td></td><td></td><td colspan=3>2025</td><td></td><td colspan=3>2024</td></tr>"
        "<tr><td>Rye</td><td></td><td>$</td><td>1,200</td><td></td><td></td><td>$</td><td>900</td><td></td></tr>"
        "<tr><td>Wheat</td><td></td><td></td><td>(34</td><td>)</td><td></td><td></td><td>—</td><td></td></tr>"
        "<tr><td>Oats</td><td></td><td></td><td></td><td></td><td></td><td></td><td>12</td><td>%</td></tr></table>"
    )
    assert blocks(page) == [
        ("row", "| | 2025 | 2024"), ("row", "Rye | $1,200 | $900"), ("row", "Wheat | (34) | —"), ("row", "Oats | | 12%"),
    ]  # fmt: skip


def test_a_total_in_a_table_is_added_up() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>$</td><td>{a}</td><td>$</td><td>{b}</td></tr>"
        for name, a, b in (("Rye", 100, 5), ("Wheat", 250, 6), ("Oats", 50, 7), ("Total", 420, 18))
    )
    found = claims(body("<table>", rows, "</table>"), "total", name="a.htm")
    assert [(c.get("total"), c.get("parts")) for c in found] == [
        ("$420", ("$100", "$250", "$50")), ("$18", ("$5", "$6", "$7")),
    ]  # fmt: skip


def test_tables_that_lay_out_are_paragraphs_and_items() -> None:
    page = body(
        "<table><tr><td>&bull;</td><td>Rye is baked.</td></tr><tr><td>&bull;</td><td>Wheat is baked.</td></tr></table>",
        "<table><tr><td>Date:</td><td>Monday, March 2, 2026</td></tr><tr><td>(1)</td><td>Not audited.</td></tr></table>",
        "<table><tr><td><p>Investors</p><p>Jane Doe</p></td><td>Media<br>John Roe</td></tr></table>",
        "<table><tr><td><table><tr><td>Nested tables lay out.</td></tr></table></td></tr></table>",
    )
    assert blocks(page) == [
        ("item", "Rye is baked."), ("item", "Wheat is baked."), ("paragraph", "Date: Monday, March 2, 2026"),
        ("paragraph", "(1) Not audited."), ("paragraph", "Investors"), ("paragraph", "Jane Doe"), ("paragraph", "Media"),
        ("paragraph", "John Roe"), ("paragraph", "Nested tables lay out."),
    ]  # fmt: skip


# Pages of wires and newsrooms

AROUND = (
    "<header><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav><form><input><button>Search</button></form></header>"
    f"<div id=onetrust-banner class=cookie-note><p>We use cookies. {SECOND}</p><button>Accept all</button></div>"
)
AFTER = (
    f"<aside><h3>Recommended Reading</h3><p>Belmora, Inc. opened another shop. {SECOND}</p></aside>"
    f"<footer><p>© 2026 Wire. All rights reserved. {SECOND}</p></footer>"
)
PAGES = {
    "globenewswire": (
        (f'<html><head><title>Ardenta Opens | GlobeNewswire</title></head><body>{AROUND}<div class="main-container">'
        '<h1 class="article-headline">Ardenta Opens a Bakery in Lyon</h1><p class="article-published-source"><span><time datetime="x">'
        'March 02, 2026 08:30 ET</time></span> | Source: <a href="/o">Ardenta Foods</a></p><div class="social-share"><a href="x">X</a></div>'
        f'<div class="main-body-container article-body" itemprop="articleBody"><p>LYON, France, March 2, 2026 (GLOBE NEWSWIRE) -- {LONG}</p>'
        f"<p>{SECOND}</p></div></div>{AFTER}</body></html>"),
        "LYON, France, March 2, 2026 (GLOBE NEWSWIRE) -- ",
    ),
    "prnewswire": (
        (f'<html><body>{AROUND}<article class="news-release"><header class="release-header"><h1>Ardenta Opens a Bakery in Lyon</h1>'
        '<div><a href="/n"><strong>News provided by</strong></a><br><a href="/a">Ardenta</a></div><p class="mb-no">Mar 02, 2026, 08:30 ET</p>'
        '<p>Share this article</p></header><section class="release-body container"><p><span class="xn-location">LYON, France</span>, '
        f'<span class="xn-chron">March 2, 2026</span> /PRNewswire/ -- {LONG}</p><p>{SECOND}</p></section>'
        f'<section class="explore-news"><h4>More Releases From This Source</h4><p>{SECOND}</p></section></article>{AFTER}</body></html>'),
        "LYON, France, March 2, 2026 /PRNewswire/ -- ",
    ),
    "businesswire": (
        (f'<html><body>{AROUND}<section class="bw-release-main"><h1 class="epi-fontLg"><b>Ardenta Opens a Bakery in Lyon</b></h1>'
        '<div class="bw-release-timestamp"><time>March 02, 2026 08:30 AM Eastern Standard Time</time></div><div class="bw-release-story">'
        f'<p>LYON, France--(<a href="https://www.businesswire.com">BUSINESS WIRE</a>)--{LONG}</p><p>{SECOND}</p></div></section>{AFTER}</body></html>'),
        "LYON, France--(BUSINESS WIRE)--",
    ),
    "newsroom by density": (
        ("<html><body><div class=menu><ul><li><a href=1>Home</a><li><a href=2>About us</a><li><a href=3>Press</a><li><a href=4>Jobs</a>"
        "<li><a href=5>Contact</a></ul></div><div id=w><div id=c><h1>Ardenta Opens a Bakery in Lyon</h1><div class=date>March 2, 2026</div>"
        f"<div id=t><p>LYON, France, March 2, 2026 -- {LONG}<p>{SECOND}</div></div><div id=s><a href=6>Ardenta opens a shop</a></div></div></body></html>"),
        "LYON, France, March 2, 2026 -- ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_of_a_site_only_the_release_is_read(name: str) -> None:
    page, dateline = PAGES[name]
    read = document(page)
    text = read.view.text
    shown = [(read.zone_at(block.start), text[block.start : block.end]) for block in read.blocks]
    assert [line for zone, line in shown if zone != "header-date"] == [
        "Ardenta Opens a Bakery in Lyon",
        dateline + LONG,
        SECOND,
    ]
    assert [zone for zone, _ in shown] == ["headline", "header-date", "dateline", "body"]
    (release,) = claims(page, "release", name="page.html")
    assert release.get("header_date") == "2026-03-02"
    assert_exact(page)


def test_a_page_that_a_script_draws_is_an_error_and_no_empty_release() -> None:
    with pytest.raises(ValueError, match="no text to check"):
        document("<!doctype html><html><body><div id=app></div><script>draw()</script></body></html>")


# Encodings


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<meta charset=utf-8><p>“Café”".encode(), '"Café"'),
        (b"\xef\xbb\xbf" + "<p>“Café”".encode(), '"Café"'),
        ("<meta charset=utf-8><p>“Café”".encode("windows-1252"), '"Café"'),
        (b"<meta charset=utf-8><p>Caf\xc3\xa9 \x93now\x94", 'Café "now"'),
        ("<meta charset=iso-8859-1><p>“Café”".encode("windows-1252"), '"Café"'),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'><p>Łódź".encode("iso-8859-2"), "Łódź"),
        ("<meta charset=shift_jis><p>東京".encode("shift_jis"), "東京"),
        ("<p>“Café”".encode("utf-16"), '"Café"'),
        (b"<meta charset=hex><p>caf\xe9", "café"),
    ],
)
def test_text_is_decoded_as_its_bytes_are(data: bytes, expected: str) -> None:
    assert registry.load("readers", "html").read("a.html", data).view.text == expected


# Known by content


@pytest.mark.parametrize(
    ("begin", "is_html"),
    [
        ("<!DOCTYPE html>\n<html>", True),
        ("<?xml version='1.0'?>\n<!-- x --><html>", True),
        ("<!-- saved from -->\n<HTML>", True),
        ('<p style="x">A release.</p>\n', True),
        ('<p align="center"><img src="x"></p>\n\n# Markdown\n\nthat begins with a tag.', False),
        ("<GLOBE NEWSWIRE> said", False),
        ("<5 percent of people", False),
    ],
)
def test_it_is_known_by_its_content(begin: str, is_html: bool) -> None:
    assert registry.load("readers", "html").recognises(begin.encode()) is is_html


# Input that means harm

MANY = 30_000
HOSTILE = {
    "deep": "<div>" * 100_000,
    "deep and closed": "<div>" * MANY + "</div>" * MANY,
    "deep inline": "<b>" * MANY + "</i>" * MANY,
    "insertions": "<ins>x " * MANY,
    "tables in tables": "<table><tr><td>" * 10_000 + "x" + "</tbody>" * MANY,
    "attribute": f'<p title="{"x" * 1_000_000}">x</p>',
    "unclosed tags": "<p " * MANY,
    "unclosed values": '<a href="' * MANY,
    "signs": "<" * 100_000,
    "tags of signs": "<a" * 100_000,
    "unclosed comments": "<!--" * MANY,
    "unclosed sections": "<![CDATA[" * MANY,
    "scripts": "<script>" * MANY,
    "quotes": "<a \"'>" * MANY,
    "ampersands": "&" * 100_000,
    "spaces": "&nbsp; " * 50_000,
    "wide cells": "<table><tr>" + "<td rowspan=9999 colspan=9999>1" * 10_000 + "<tr><td>2" * 10_000,
    "menus": "<nav></nav>" + "<div class='related'>" * MANY,
    "links": "<nav></nav>" + "<p><a href=x>x</a>" * 10_000,
    "end tags": "</p>" * MANY + "</td>" * MANY,
    "titles": "<title>" * MANY,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_to_their_end(name: str) -> None:
    # A reader that looks at anything twice over takes minutes for these.
    read = registry.load("readers", "html").read("a.html", f"<html><p>Begin here.</p>{HOSTILE[name]}".encode())
    assert read.view.text.startswith("Begin here.")


def test_null_bytes_are_nothing_and_binary_data_is_an_error() -> None:
    assert lines(b"<html><p>" + b"Ardenta " * 60 + b"Foo\0ds</p>")[0].endswith("Foods")
    with pytest.raises(ValueError, match="binary"):
        document(b"<html>" + bytes(range(256)) * 40)


def test_links_without_an_address_for_text_say_nothing() -> None:
    assert claims(body("<p><a name=x><a href='https://b.com'>our page</a> of a.com</p>"), "link", name="a.htm") == []


def test_a_finding_quotes_what_the_author_typed() -> None:
    found = findings(
        body("<p>&ldquo;One&rdquo; and &quot;two&quot;.</p>"), select=("straight-curly-mix",), name="a.htm"
    )
    assert quotes(found) == [("“", '"')]
