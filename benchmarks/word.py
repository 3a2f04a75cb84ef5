"""What a Word draft of many pages costs: `python -m benchmarks.word [--pages 50]`.

The draft is made up: paragraphs of a hundred words, a third of them split by
bold, with a tracked insertion, a tracked deletion and a link in each. Processor
time is that of reading the file, and of writing the copy with two comments a
paragraph; the checks between them cost what they cost for plain text
(`benchmarks.speed`). Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import resource
import sys
from time import process_time

from prlint import annotate
from prlint.readers.docx import read
from tests.formats.word import docx, gone, ins, link, p, r

#: Words of a page, and of a paragraph.
PAGE, PARAGRAPH = 500, 100


def main(argv: list[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.word", description=__doc__)
    parser.add_argument("--pages", type=int, default=50, help="of five hundred words each (default: 50)")
    pages = parser.parse_args(argv).pages
    data = draft(pages)
    begin = process_time()
    document = read("draft.docx", data)
    middle = process_time()
    notes = [
        annotate.Note(block.start + at, block.start + at + 11, "error", "some-rule", ("Something is wrong.",))
        for block in document.blocks
        for at in (5, 300)
    ]
    copy = annotate.load("docx").annotate(data, document, notes)
    end = process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    print(f"{pages} pages, {len(document.text.split()):,} words, {len(data) // 1000} kB packed; {len(notes)} comments")
    print(
        f"read {middle - begin:.2f} s, annotated {end - middle:.2f} s ({len(copy) // 1000} kB); {memory:.0f} MB at most"
    )
    return 0


def draft(pages: int) -> bytes:
    """Returns a Word file of so many pages."""
    words = [f"word{i % 97}" for i in range(PARAGRAPH - 6)]
    body = []
    for number in range(pages * PAGE // PARAGRAPH):
        runs = [
            r(f"{word} ", "<w:b/>" if i % 3 == 0 else "")
            for i, word in enumerate(words[number % 7 :] + words[: number % 7])
        ]
        body.append(p(*runs, ins(r("and three more ")), gone("two words"), link(r("www.example.com")), "."))
    return docx("".join(body), links=["https://example.com"])


if __name__ == "__main__":
    sys.exit(main())
