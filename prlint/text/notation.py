"""How groups and quantifiers of a pattern of `regex` are written, for what reads a pattern's source.

What a part of a pattern amounts to, its reader knows; here is only where it
ends and of which kind it is. What is not understood raises `Unread`.
"""

from __future__ import annotations

#: How a group opens behind "(?" that looks around, or only holds things together.
_AROUND = (":", "<=", "<!", ">", "=", "!")
_ONCE = (1, 1)
_REPEATED = {"*": (0, -1), "+": (1, -1), "?": (0, 1)}


class Unread(Exception):
    """The pattern has something that is not read."""


class Notation:
    """A pattern's source, read from left to right; `at` is the code point that is read next."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def opening(self) -> tuple[str, str]:
        """Reads the opening of a group, behind its "(", and returns what the group is, and its flags.

        It is "=", "!", "<=" or "<!" where it looks around, "P=" for what was read
        before once more, ")" for flags alone, and empty for what is read and holds
        things together. The second and third are read to their end, ")" and all.
        """
        source = self.source
        if not source.startswith("?", self.at):
            return "", ""
        self.at += 1
        for kind in _AROUND:
            if source.startswith(kind, self.at):
                self.at += len(kind)
                return ("", "") if kind in ":>" else (kind, "")
        if source.startswith(("P<", "<"), self.at):
            self.at = source.index(">", self.at) + 1
            return "", ""
        if source.startswith("P=", self.at):
            self.at = source.index(")", self.at) + 1
            return "P=", ""
        first = self.at
        while source[self.at].isalpha() or source[self.at] == "-":
            self.at += 1
        flags, end = source[first : self.at], source[self.at]
        if not flags or not set(flags) <= set("imsu-") or end not in ":)":
            raise Unread
        self.at += 1
        return (")" if end == ")" else ""), flags

    def closing(self) -> None:
        """Reads the ")" of a group."""
        if self.source[self.at] != ")":
            raise Unread
        self.at += 1

    def quantifier(self) -> tuple[int, int]:
        """Reads a quantifier and returns the least and the most times, -1 for no limit; once where there is none."""
        source = self.source
        c = source[self.at : self.at + 1]
        if not c or c not in "*+?{":
            return _ONCE
        if c == "{":
            close = source.index("}", self.at)
            low, comma, high = source[self.at + 1 : close].partition(",")
            if not (low or high) or not (low + high).isdigit():
                raise Unread
            self.at = close + 1
            times = int(low or 0), int(low) if not comma else int(high) if high else -1
        else:
            self.at += 1
            times = _REPEATED[c]
        if source[self.at : self.at + 1] in ("?", "+"):
            self.at += 1
        if source[self.at : self.at + 1] in ("*", "+", "?", "{"):
            raise Unread
        return times
