"""What a text must hold for a pattern to match in it, read from the pattern itself.

`required` gives clauses: of each clause at least one piece must stand in the
text, case aside, or the pattern matches nowhere in it. Of a pattern that cannot
read past the end of a line, they must all stand in the line. To look for a few
pieces costs a hundredth of what the pattern costs. What is not understood asks
for nothing, so an answer may be weaker than the truth and never stronger.
"""

from __future__ import annotations

from typing import NamedTuple

from prlint.text.notation import Notation, Unread

#: A clause: pieces without white space, case folded, of which one must be there.
Clause = tuple[str, ...]

#: Clauses, and whether they hold for the line in which the pattern matches.
Needs = tuple[tuple[Clause, ...], bool]

#: Strings that a part of a pattern may stand for before it is no longer spelt out.
_SPELT = 24
#: Pieces that a clause has at most; more cost as much as the pattern saves.
_PIECES = 96
#: Times that a part may be repeated and still be spelt out.
_TIMES = 12
#: Letters and digits that a piece has at least; shorter ones stand in every text.
_SHORTEST = 3
#: Signs that stand in every text.
_COMMON = frozenset(".,;:-'\"()/&")

_ZERO_WIDTH = "bBAZmMGK"
_CHARACTERS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}


class _Part(NamedTuple):
    """A part of a pattern.

    `exact` are all strings that it stands for, None where they are not known;
    `clauses` what it asks for besides. `reach` says how far it can read: 0
    stays in its line, 1 can end with the line's end, 2 can go past it.
    """

    exact: frozenset[str] | None
    clauses: tuple[Clause, ...] = ()
    reach: int = 0


_EMPTY = frozenset(("",))
_NOTHING = _Part(_EMPTY)
_ANYTHING = _Part(None)
#: Any character or some, the end of a line among them.
_OR_NEWLINE = _Part(None, (), 1)


def required(source: str, flags: str = "") -> Needs:
    """Returns the clauses of a pattern of `regex`, the one that rules out most texts first; none where nothing is sure.

    `flags` are letters of inline flags that hold for the whole pattern.
    """
    if "x" in flags:
        return (), False
    try:
        reader = _Reader(source, flags)
        part = reader.alternatives()
        if reader.at != len(source):
            return (), False
    except (Unread, IndexError, ValueError):
        return (), False
    clauses = sorted(set(_asked(part)), key=lambda clause: (len(clause), -min(map(len, clause)), clause))
    return tuple(clauses), part.reach < 2


class _Reader(Notation):
    def __init__(self, source: str, flags: str) -> None:
        super().__init__(source)
        self.lines = "m" in flags  # "$" stands at the end of each line
        self.dot = _OR_NEWLINE if "s" in flags else _ANYTHING

    def alternatives(self) -> _Part:
        branches = [self.sequence()]
        while self.source.startswith("|", self.at):
            self.at += 1
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else _any_of(branches)

    def sequence(self) -> _Part:
        known = _EMPTY
        whole = True
        clauses: list[Clause] = []
        reach = 0
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            part = self.quantified(self.item())
            clauses += part.clauses
            reach = 2 if reach and part.exact != _EMPTY else max(reach, part.reach)
            if part.exact is not None and len(known) * len(part.exact) <= _SPELT:
                known = frozenset(left + right for left in known for right in part.exact)
                continue
            whole = False
            clauses += _clauses(known)
            known = part.exact or _EMPTY
        if whole:
            return _Part(known, tuple(clauses), reach)
        return _Part(None, (*clauses, *_clauses(known)), reach)

    def item(self) -> _Part:
        c = self.source[self.at]
        self.at += 1
        if c == "(":
            return self.group()
        if c == "[":
            return self.characters()
        if c == "\\":
            return self.escape()
        if c in "^$":
            return _NOTHING if c == "^" or self.lines else _Part(_EMPTY, (), 2)
        if c == ".":
            return self.dot
        if c in "*+?{":
            raise Unread
        return _Part(frozenset((c.casefold(),)))

    def quantified(self, part: _Part) -> _Part:
        least, most = self.quantifier()
        if (least, most) == (1, 1):
            return part
        reach = 2 if part.reach and most != 1 else part.reach
        if least == most and part.exact is not None and len(part.exact) == 1 and not part.clauses and least <= _TIMES:
            return _Part(frozenset(string * least for string in part.exact), (), reach)
        if least == 0:
            spelt = part.exact is not None and most == 1 and not part.clauses
            return _Part(part.exact | _EMPTY if spelt and part.exact is not None else None, (), reach)
        return _Part(None, _asked(part), reach)

    def group(self) -> _Part:
        kind, flags = self.opening()
        self.lines |= "m" in flags
        if "s" in flags:
            self.dot = _OR_NEWLINE
        if kind == "P=":
            return _ANYTHING  # what was read before once more
        if kind == ")":
            return _NOTHING
        part = self.alternatives()
        self.closing()
        if not kind:
            return part
        # What stands before can be seen from inside the line, and one character after its end.
        clauses = () if "!" in kind else _asked(part)
        reach = (2 if part.reach and clauses else 0) if "<" in kind else 2 if part.reach == 2 else 0
        return _Part(_EMPTY, clauses, reach)

    def escape(self) -> _Part:
        c = self.source[self.at]
        self.at += 1
        if c in _ZERO_WIDTH:
            return _Part(_EMPTY, (), 2) if c in "ZG" else _NOTHING
        if c in "pP":
            if not self.source.startswith("{", self.at):
                raise Unread
            inside = c == "p" and self.source[self.at + 1] in "LMNPS"
            self.at = self.source.index("}", self.at) + 1
            return _ANYTHING if inside else _OR_NEWLINE
        if c in "xu":
            digits = 2 if c == "x" else 4
            self.at += digits
            character = chr(int(self.source[self.at - digits : self.at], 16))
            return _Part(frozenset((character.casefold(),)), (), int(character == "\n"))
        if c in _CHARACTERS:
            return _Part(frozenset((_CHARACTERS[c],)), (), int(c == "n"))
        if c in "dSw" or c.isdigit():
            return _ANYTHING
        if c in "DsWX":
            return _OR_NEWLINE
        if c.isalnum():
            raise Unread
        return _Part(frozenset((c,)))

    def characters(self) -> _Part:
        """Reads a set of characters; a small one is spelt out."""
        source = self.source
        start = self.at
        if source[self.at] == "^":
            self.at += 1
        if source[self.at] == "]":
            raise Unread
        simple = self.at == start
        denied = not simple
        newline = False
        members: list[str] = []
        while source[self.at] != "]":
            c = source[self.at]
            if c == "[" or source.startswith(("--", "&&", "||", "~~"), self.at):
                raise Unread
            if c == "\\":
                self.at += 1
                part = self.escape() if source[self.at] != "b" else _ANYTHING
                simple &= part.exact is not None
                newline |= part.reach > 0
                members += part.exact or ()
                continue
            if c == "-" and members and source[self.at + 1] != "]":
                simple = False
                newline |= members[-1] < "\n"
            members.append(c.casefold())
            self.at += 1
        self.at += 1
        exact = frozenset(members)
        return _Part(exact if simple and len(exact) <= 6 else None, (), int(newline != denied))


def _asked(part: _Part) -> tuple[Clause, ...]:
    return (*part.clauses, *(_clauses(part.exact) if part.exact is not None else ()))


def _any_of(branches: list[_Part]) -> _Part:
    """Returns what alternatives ask for together: one clause made of the best of each."""
    reach = max(branch.reach for branch in branches)
    exact: frozenset[str] | None = frozenset()
    for branch in branches:
        exact = None if exact is None or branch.exact is None or branch.clauses else exact | branch.exact
    if exact is not None and len(exact) <= _SPELT:
        return _Part(exact, (), reach)
    pieces: set[str] = set()
    for branch in branches:
        best = min(_asked(branch), key=lambda clause: (len(clause), -min(map(len, clause))), default=None)
        if best is None:
            return _Part(None, (), reach)
        pieces.update(best)
    return _Part(None, _clauses(pieces), reach)


def _clauses(strings: frozenset[str] | set[str]) -> tuple[Clause, ...]:
    """Returns the clause that one of these strings must be there, none where one of them may stand in any text."""
    pieces = {max(string.split() or [""], key=len) for string in strings}
    if len(pieces) > _PIECES * 2 or not all(map(_rare, pieces)):
        return ()
    shortest = {piece for piece in pieces if not any(other != piece and other in piece for other in pieces)}
    return (tuple(sorted(shortest)),) if shortest and len(shortest) <= _PIECES else ()


def _rare(piece: str) -> bool:
    return len(piece) >= _SHORTEST or any(not c.isalnum() and c not in _COMMON for c in piece)
