"""What a keystroke costs in an editor: `python -m benchmarks.editor DRAFT [--archive FOLDER]`.

The draft is checked as `prlint lsp` does it after each keystroke, in one
process that keeps its rules and the earlier releases. A word is typed letter by
letter in the middle of the draft. The first answer reads all there is; the
others are what a person waits for. Times are of the processor, medians.
"""

from __future__ import annotations

import argparse
import os
import sys
from statistics import median
from time import process_time

from prlint.run import Wishes, run
from prlint.run.kept import Kept

_TYPED = "Meanwhile the laboratory has been opened and its staff has begun to work. "


def main(argv: list[str] | None = None) -> int:
    """Measures, prints a line, and returns 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.editor", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("draft", metavar="DRAFT")
    parser.add_argument("--archive", metavar="FOLDER", help="earlier releases")
    parser.add_argument("--keys", type=int, default=30, metavar="N", help="keystrokes (default: 30)")
    wanted = parser.parse_args(argv)
    with open(wanted.draft, "rb") as stream:
        data = stream.read()
    kept = Kept()
    wishes = Wishes(archive=(wanted.archive,) if wanted.archive else ())
    middle = data.index(b" ", len(data) // 2) + 1
    first, *others = (
        _seconds(wanted.draft, data[:middle] + _TYPED[:typed].encode() + data[middle:], wishes, kept)
        for typed in range(wanted.keys + 1)
    )
    print(
        f"{os.path.basename(wanted.draft)}: {len(data) / 1000:.1f} kB; the first answer takes {1000 * first:.0f} ms, "
        f"one to a keystroke {1000 * median(others):.0f} ms (at most {1000 * max(others):.0f})"
    )
    return 0


def _seconds(path: str, data: bytes, wishes: Wishes, kept: Kept) -> float:
    begun = process_time()
    run([path], wishes, {path: data}, kept)
    return process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
