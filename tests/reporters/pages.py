"""Pages taken apart: their elements, and words that must never be more than words."""

from __future__ import annotations

from html.parser import HTMLParser

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><b>",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
)


class Element:
    """An element with its attributes and all text below it."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes, self.text = tag, attributes, ""

    def has(self, name: str) -> bool:
        return name in (self.attributes.get("class") or "").split()


class Page(HTMLParser):
    """All elements of a page, and whether each that was opened was closed again."""

    VOID = frozenset("meta input br hr img link".split())
    INLINE = frozenset("a b bdi span sup code".split())

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        assert not self._open, [element.tag for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag == "br":
            self.handle_data(" ")
        if tag not in self.VOID and tag != "option":
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag != "option":
            assert self._open.pop().tag == tag, self.getpos()
            if tag not in self.INLINE:
                self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def of(self, tag: str = "", name: str = "") -> list[Element]:
        return [one for one in self.elements if (not tag or one.tag == tag) and (not name or one.has(name))]

    def by_id(self, id: str) -> Element:
        (found,) = [one for one in self.elements if one.attributes.get("id") == id]
        return found


def words(text: str) -> str:
    return " ".join(text.split())
