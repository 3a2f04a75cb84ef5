"""How long a text may be for a pattern to be sure to end soon on it, read from the pattern itself.

A time limit costs two looks at the clock for each search, several times what a
short search costs. A pattern that repeats little cannot run away on a sentence,
and needs no limit there. What is not understood gets one everywhere.
"""

from __future__ import annotations

from math import log2

from prlint.text.notation import Notation, Unread

#: Steps that a search may take without a limit, as a power of two: well under a second.
_STEPS = 23.0
_LONGEST = 1 << 20

#: How often the length of the text is a factor of the steps from one place, and the other factors as a power of two.
_Effort = tuple[float, float]


def harmless(source: str, *, verbose: bool = False) -> int:
    """Returns the code points of a text on which a search of the pattern is sure to end soon; 0 where nothing is sure."""
    reader = _Reader(source, verbose)
    try:
        factors, others = reader.alternatives()
    except (Unread, IndexError, ValueError):
        return 0
    if reader.at != len(source) or others > _STEPS:
        return 0
    return min(_LONGEST, int(2 ** ((_STEPS - others) / (1 + factors))))


class _Reader(Notation):
    def __init__(self, source: str, verbose: bool) -> None:
        super().__init__(source)
        self.verbose = verbose

    def alternatives(self) -> _Effort:
        firsts = [self.first()]
        branches = [self.sequence()]
        while self.source.startswith("|", self.at):
            self.at += 1
            firsts.append(self.first())
            branches.append(self.sequence())
        factors, others = max(one for one, _ in branches), max(two for _, two in branches)
        # Only alternatives that begin alike can be tried at one place, one after the other.
        alike = max((firsts.count(first) for first in set(firsts) if first), default=0) + firsts.count("")
        return factors, others + log2(alike)

    def first(self) -> str:
        """Returns the letter or digit, in its small form, that what follows must begin with; empty where it is not plain."""
        letter, behind = self.source[self.at : self.at + 1], self.source[self.at + 1 : self.at + 2]
        return letter.casefold() if letter.isalnum() and letter.isascii() and behind not in ("?", "*", "{") else ""

    def sequence(self) -> _Effort:
        factors = others = 0.0
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            if self.verbose and self._blank():
                continue
            item = self.quantified(self.item())
            factors += item[0]
            others += item[1]
        return factors, others

    def _blank(self) -> bool:
        c = self.source[self.at]
        if c == "#":
            end = self.source.find("\n", self.at)
            self.at = len(self.source) if end < 0 else end
        elif c.isspace():
            self.at += 1
        else:
            return False
        return True

    def item(self) -> _Effort:
        source = self.source
        c = source[self.at]
        self.at += 1
        if c in "*+?{":
            raise Unread
        if c == "(":
            return self.group()
        if c == "[":
            self.characters()
        elif c == "\\":
            self.escape()
        return 0.0, 0.0

    def escape(self) -> None:
        c = self.source[self.at]
        self.at += 1
        if c in "gkLRX":
            raise Unread
        if c in "pPN" and self.source.startswith("{", self.at):
            self.at = self.source.index("}", self.at) + 1

    def characters(self) -> None:
        """Passes over a set of characters, and the sets in it."""
        if self.source.startswith("^", self.at):
            self.at += 1
        if self.source.startswith("]", self.at):
            raise Unread
        depth = 1
        while depth:
            c = self.source[self.at]
            self.at += 1
            if c == "\\":
                self.escape()
            depth += (c == "[") - (c == "]")

    def group(self) -> _Effort:
        kind, _ = self.opening()
        if kind in ("P=", ")"):
            return 0.0, 0.0
        inside = self.alternatives()
        self.closing()
        return inside

    def quantified(self, item: _Effort) -> _Effort:
        """Returns the effort of an item with the quantifier that follows."""
        while self.verbose and self.at < len(self.source) and self._blank():
            pass
        least, most = self.quantifier()
        if most == 1 == least:
            return item
        factors, others = item
        if most < 0:
            # Repeated without end, what can be read in two ways can be read in very many.
            if factors or others:
                raise Unread
            return 1.0, 0.0
        return factors * most, others * most + log2(most - least + 1)
