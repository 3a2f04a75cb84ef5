"""Pages looked at in a real browser: nothing is fetched, nothing is complained of, and everything can be read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Contrast by the formula of WCAG 2, of each visible text with the first background below it that is not clear.
CONTRAST = """() => {
  const part = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const colour = rgb(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const one of document.body.querySelectorAll("*")) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !one.checkVisibility() || one.closest("svg, script, option")) continue;
    const [a, b] = [light(rgb(getComputedStyle(one).color)), light(ground(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push([one.className, one.textContent.slice(0, 30), ratio]);
  }
  return bad;
}"""

#: Controls and regions without a name that a screen reader could say.
NAMELESS = """() => [...document.querySelectorAll("input, select, button, section, nav, form, svg:not([aria-hidden]), [role=region]")]
    .filter(one => !(one.getAttribute("aria-label") || one.getAttribute("aria-labelledby")
        || (one.labels && one.labels.length) || one.tagName === "BUTTON" && one.textContent.trim()))
    .map(one => one.outerHTML.slice(0, 80))"""


@contextmanager
def opened(browser: Any, file: Path) -> Iterator[Any]:
    """Opens a page; nothing may be fetched and nothing may be complained of until the test has ended."""
    context = browser.new_context(viewport={"width": 1100, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    yield page
    assert asked == [file.as_uri()]
    assert said == []
    context.close()
