"""A corpus: a folder of releases, with what is known to be wrong in them, and which part each belongs to.

CORPUS/releases/ISSUER/FILE are the releases (without a folder `releases`, all of
CORPUS is). CORPUS/labels.tsv lists errors (file, quote, kind, explanation),
CORPUS/traps.tsv what looks wrong and is not (quote, why_not_an_error); each may
be missing.
"""

from __future__ import annotations

import csv
import zlib
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

#: The part that rules are developed on, and the part that is kept away from whoever develops them.
PARTS = ("dev", "held-out")

_SUFFIXES = (".md", ".markdown", ".txt")
_SPLIT = Path(__file__).with_name("split.tsv")


class Item(NamedTuple):
    """A release: its path under the folder of releases, with `/`, the file's bytes, and its part."""

    path: str
    data: bytes
    part: str

    @property
    def issuer(self) -> str:
        """The folder that it lies in, empty at the top."""
        return self.path.rpartition("/")[0]


class Label(NamedTuple):
    """An error that somebody found by reading; `quote` stands in the file."""

    file: str
    quote: str
    kind: str
    explanation: str


class Corpus(NamedTuple):
    """Everything in a corpus, sorted by path."""

    items: tuple[Item, ...]
    labels: tuple[Label, ...]
    traps: tuple[str, ...]


def read(folder: Path) -> Corpus:
    """Reads a corpus; raises SystemExit with a sentence when there is no release in it."""
    releases = folder / "releases" if (folder / "releases").is_dir() else folder
    paths = sorted(path for path in releases.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    if not paths:
        raise SystemExit(f"there is no release (*.md, *.txt) in {folder}")
    names = [path.relative_to(releases).as_posix() for path in paths]
    how = split()
    items = tuple(Item(name, path.read_bytes(), part(name, how)) for name, path in zip(names, paths, strict=True))
    labels = [Label(row["file"], row["quote"], row["kind"], row["explanation"]) for row in table(folder / "labels.tsv")]
    traps = [row["quote"] for row in table(folder / "traps.tsv")]
    return Corpus(items, tuple(labels), tuple(traps))


def table(path: Path) -> list[dict[str, str]]:
    """Returns the rows of a TSV file with a heading; none where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def split() -> dict[str, str]:
    """Returns how folders are divided: by the digest of the folder's name, `dev`, `held-out` or `by-path`."""
    return {row["folder"]: row["part"] for row in table(_SPLIT)}


def part(path: str, how: dict[str, str]) -> str:
    """Returns the part that a release belongs to.

    An issuer's releases stay together. Where a folder holds single releases
    (`by-path`), or none, the CRC-32 of the path decides; for an issuer that
    split.tsv does not know, that of its folder.
    """
    folder, _, _ = path.rpartition("/")
    known = how.get(digest(folder), "by-path" if not folder else "")
    if known in PARTS:
        return known
    return PARTS[zlib.crc32((path if known == "by-path" else folder).encode()) % 2]


def digest(text: str) -> str:
    """Returns sixteen characters that stand for a text that is not to be written out."""
    return sha256(text.encode()).hexdigest()[:16]
