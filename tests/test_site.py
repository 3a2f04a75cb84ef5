"""The manual as a site: it builds without a warning, every link leads somewhere, and a browser fetches nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "zensical.toml"

#: Attributes that name what a browser fetches by itself, by tag. What stands in `href` of an `a` waits for a click.
FETCHED = {"src", "srcset", "poster", "data"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds the site of a copy, so that nothing is left in the tree; any warning ends the build."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(CONFIG, folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = re.sub(r"\x1b\[[\d;]*m", "", done.stdout + done.stderr)
    assert done.returncode == 0, said.partition("Traceback")[0]
    return folder / "site"


class Page(HTMLParser):
    """What a page links to, what it has a browser fetch, and the places that can be linked to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("id", "name") and value:
                self.ids.add(value)
            elif name == "href" and value:
                (self.links if tag == "a" else self.fetched).append(value)
            elif name in FETCHED and value:
                self.fetched.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in site.rglob("*.html") if path.name != "404.html"}


def test_a_page_for_each_page(site: Path) -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        at = page.relative_to(ROOT / "docs").with_suffix(".html")
        assert (site / (at.with_name("index.html") if at.stem == "README" else at)).is_file(), page


def test_every_link_leads_to_a_page_and_a_heading_that_are_there(pages: dict[Path, Page]) -> None:
    wrong = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            heading = parts.fragment and target in pages and parts.fragment not in pages[target].ids
            if not target.is_file() or (heading and not parts.fragment.startswith("__")):
                wrong.append(f"{path.name}: {link}")
    assert wrong == []


def test_no_page_has_anything_fetched_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for link in page.fetched:
            parts = urlsplit(link)
            assert not parts.scheme, f"{path.name}: {link}"
            assert not parts.netloc, f"{path.name}: {link}"
            assert (path.parent / unquote(parts.path)).exists(), f"{path.name}: {link}"
    for sheet in site.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8"))


def _named(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for value in entry.values():
            yield from [value] if isinstance(value, str) else _named(value)


def test_every_page_is_in_the_navigation() -> None:
    """Those of single rules, kinds and claim types stand in the lists of them."""
    named = list(_named(tomllib.loads(CONFIG.read_text(encoding="utf-8"))["project"]["nav"]))
    assert len(named) == len(set(named))
    docs = ROOT / "docs"
    pages = {path.name for path in docs.glob("*.md")}
    pages |= {str(path.relative_to(docs)) for path in docs.rglob("index.md")}
    pages |= {str(path.relative_to(docs)) for path in docs.rglob("README.md")}
    assert sorted(pages - set(named)) == [], "not in zensical.toml"
    assert sorted(set(named) - pages) == [], "not in docs/"


@pytest.mark.needs("chromium")
def test_a_browser_shows_and_searches_it_without_the_network(site: Path) -> None:
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    said: list[str] = []
    options = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for name in ("index.html", "start.html", "rules/names/person-name-variant.html", "kinds/agree.html"):
            page.goto((site / name).as_uri())
            assert page.locator("h1").first.is_visible()
        page.keyboard.press("/")
        page.locator("input:focus").wait_for()
        page.keyboard.type("quarterly report stale")
        page.locator("a[href*='quarterly-report-stale']").first.wait_for(timeout=20_000)
        page.goto((site / "start.html").as_uri())
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:", "blob:"))] == []
    assert said == []
