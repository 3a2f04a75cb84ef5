"""Which part of a page is the release: by the names that sites and wires give it, else by where the running text is.

A page without the furniture of a site (an exhibit, a saved draft) is the release as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.readers.html.page import Block
from prlint.readers.html.written import written
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.readers.html.page import Node, Page

#: What the container of a story is called, the surest first: schema.org and the wires, newsroom systems, anybody.
_STORIES: tuple[frozenset[str], ...] = (
    frozenset(("articlebody", "bw-release-story", "main-body-container", "release-body", "xn-newslines", "prnews-body")),
    frozenset(
        (
            "article-body article__body article_body article-content article__content news-body news-content news__body "
            "news-release-body press-release-body press-release-content press-release__body pr-body pressrelease release-content "
            "release-text module_body module-details_body wd_body wd_news_body node__content field--name-body "
            "field--name-field-nir-news-body entry-content post-content post-body story-body story-content blog-content newsitem"
        ).split()
    ),
    frozenset(("press-release", "news-release", "pr", "news-detail", "news-article", "release", "story")),
)  # fmt: skip
#: Containers that belong to the story though they stand after it.
_ADDED = frozenset(("bw-release-contact", "bw-release-contacts", "release-contacts"))
_SUBHEADS = frozenset(
    "subtitle sub-title subhead subheadline sub-headline sub-heading subheading deck dek standfirst".split()
)
_NOT_STORY = frozenset(("nav", "footer", "aside", "form", "dialog", "menu"))
#: Words in a container's name that say it holds no story.
_NOISE = frozenset(
    (
        "share sharing social related recommended cookie cookies consent gdpr onetrust breadcrumb breadcrumbs newsletter subscribe "
        "subscription promo advert advertisement ads sidebar menu navbar nav navigation pagination pager modal popup tags toolbar "
        "trending comments addthis addtoany login search hashtags banner skip explore similar"
    ).split()
)  # fmt: skip
_BANNERS = frozenset(("cookie", "cookies", "consent", "gdpr", "onetrust"))
_OTHER_NEWS = pattern(
    r"(?:related|more|latest|recent|recommended|similar|other|also from|top|previous|next) (?:this source|from\b.{0,60}"
    r"|(?:(?:press|news) )?(?:news|releases?|stories|articles?|posts?|headlines|links|documents|content))\b.{0,40}"
    r"|also from this source|you may also like|recommended reading|profile|explore|multimedia(?: gallery)?|filed under:?|tags:?",
    "i",
)
_BUTTON = pattern(
    r"(?:share|print|tweet|email|e-mail|follow|save|like)(?: (?:this|us|on|via|it)\b.{0,30})?|(?:download|view|open) (?:as |this |the )?(?:pdf|printer.{0,20}|all .{0,30}|more .{0,30}|original .{0,30})"
    r"|pdf(?: version)?|read more|back to .{2,30}|skip to .{2,30}|copy(?: link)?|facebook|twitter|linkedin|x|rss|subscribe.{0,40}|sign up.{0,40}|email alerts?|contact us"
    r"|(?:accept|reject|allow)(?: all)?(?: cookies)?",
    "i",
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\.?"
_DATED = pattern(
    rf"(?:(?:published|posted|released|updated)(?: on)?:? )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)[^a-z]{{0,16}}(?:[a-z]{{2,8}}\.? ?){{0,4}}",
    "i",
)

#: Source code points of a block that is surely running text, and of a story at least.
_RUNNING, _LEAST_STORY = 80, 200
#: The story's container holds this part of the page's running text.
_MOST = 0.8


def story(page: Page) -> list[tuple[Block, str]]:
    """Returns the release's blocks in order, each with its zone: `header-date`, or empty where its text will tell."""
    running = [0]
    for block in page.blocks:
        # Links inside a sentence are a part of it; a block that is nothing but links is none.
        good = block.size if block.size >= _RUNNING and block.linked < 0.5 * block.size else 0
        running.append(running[-1] + good)
    if not _is_site(page):
        return [(block, "") for block in page.blocks]
    root = _root(page, running)
    spans = [root, *(node for node in page.nodes if node.idents & _ADDED and node.first >= root.last)]
    gone = _dropped(page, root, running)
    kept: list[tuple[Block, str]] = []
    for span in spans:
        for i in range(span.first, span.last):
            if i in gone:
                continue
            text = _reading(page, page.blocks[i])
            if len(text) < 60 and _OTHER_NEWS.fullmatch(text) and running[span.last] - running[i] < 0.3 * running[-1]:
                break
            if len(text) < 60 and (_BUTTON.fullmatch(text) or _menu(page, i, span)):
                continue
            kept.append((page.blocks[i], ""))
    return [*_before(page, root, gone, kept), *kept]


def _is_site(page: Page) -> bool:
    """Says whether a page has what sites put around a story."""
    for node in page.nodes:
        if node.name in ("nav", "main", "article", "footer", "aside") or any(node.idents & names for names in _STORIES):
            return True
    links = sum(block.linked > 0.8 * block.size for block in page.blocks)
    return links > 4 and links > len(page.blocks) / 4


def _root(page: Page, running: list[int]) -> Node:
    """Returns the story's container."""

    def held(node: Node) -> int:
        return running[node.last] - running[node.first]

    for names in _STORIES:
        found = [node for node in page.nodes if node.idents & names and held(node) >= _LEAST_STORY]
        if found:
            best = max(found, key=held)
            if held(best) >= 0.3 * running[-1]:
                return best
    for name in ("article", "main"):
        found = [
            node for node in page.nodes if (node.name == name or name in node.idents) and held(node) >= _LEAST_STORY
        ]
        if found:
            return max(found, key=held)
    # The innermost element that still holds nearly all of the running text.
    best = page.nodes[0]
    for node in page.nodes:
        inside = node.first >= best.first and node.last <= best.last
        if inside and node.name not in ("p", "li") and held(node) >= _MOST * running[-1] > 0:
            best = node
    return best


def _dropped(page: Page, root: Node, running: list[int]) -> set[int]:
    """Returns the indexes of blocks that no story holds: menus, forms, share buttons, cookie notes."""
    total = running[root.last] - running[root.first]
    gone: set[int] = set()
    end = 0
    for node in page.nodes:
        if node.last <= end or (node.first <= root.first and node.last >= root.last):
            continue  # inside one that is gone already; around the story
        words = {word for ident in node.idents for word in ident.replace("_", "-").split("-")}
        small = running[node.last] - running[node.first] < 0.3 * total
        if (node.name in _NOT_STORY and small) or (words & _NOISE and small) or words & _BANNERS:
            gone.update(range(node.first, node.last))
            end = node.last
    return gone


def _menu(page: Page, i: int, span: Node) -> bool:
    """Says whether a block is one of at least three neighbours that are links and nothing else."""

    def link(at: int) -> bool:
        block = page.blocks[at]
        return span.first <= at < span.last and block.linked >= 0.95 * block.size and block.size < 120

    if not link(i):
        return False
    return sum(link(at) for at in range(max(i - 2, 0), min(i + 3, len(page.blocks)))) >= 3


def _before(page: Page, root: Node, gone: set[int], kept: list[tuple[Block, str]]) -> Iterator[tuple[Block, str]]:
    """Yields the headline where it stands outside the story, with the date and subheads between the two."""
    if any(block.kind == "heading" and block.level == 1 for block, _ in kept):
        return
    heads = [
        i for i in range(root.first) if page.blocks[i].kind == "heading" and page.blocks[i].level == 1 and i not in gone
    ]
    opening = " ".join(_reading(page, block) for block, _ in kept[:4])
    if not heads:
        title = _title(page)
        if title and not any(block.kind == "heading" for block, _ in kept[:4]) and _reading(page, title) not in opening:
            yield title, ""
        return
    head = max(heads, key=lambda i: (len(_reading(page, page.blocks[i]).split()) > 3, i))
    dates = range(max(0, head - 3), head)
    for i in (*dates, *range(head, root.first)):
        block = page.blocks[i]
        if i in gone:
            continue
        text = _reading(page, block)
        if block.time is not None:
            only = Block(block.node, "paragraph", 0, None, page_end=False)
            only.bold = False
            only.runs = [run for run in block.runs if block.time[0] <= run[1] and run[2] <= block.time[1]]
            yield only, "header-date"
        elif len(text) < 60 and _DATED.fullmatch(text):
            yield block, "header-date"
        elif i >= head and block.linked < 0.5 * block.size and text not in opening and _is_head(page, block):
            yield block, ""


def _is_head(page: Page, block: Block) -> bool:
    return block.kind == "heading" or not page.nodes[block.node].idents.isdisjoint(_SUBHEADS)


def _title(page: Page) -> Block | None:
    """Returns the page's title as a headline, without the site's name; None where it is too short for one."""
    if page.title is None:
        return None
    start, end = page.title
    for mark in (" | ", " :: ", " - ", " – ", " — "):
        at = page.text.rfind(mark, start, end)
        if at >= 0:
            end = at
            break
    block = Block(0, "heading", 1, None, page_end=False)
    block.runs = [("text", start, end)]
    return block if len(_reading(page, block).split()) > 3 else None


def _reading(page: Page, block: Block) -> str:
    read = written(page.text, block.runs)
    return read.text if read else ""
