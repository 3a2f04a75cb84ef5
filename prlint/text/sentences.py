"""Where sentences begin and end in a line of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Block, Span
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A stop, closing marks, numbers of notes, a space, and something that can begin a sentence.
_BOUNDARY = pattern(r"""[.!?]["')\]]*+(?:\[\d{1,2}\]|(?<!\d\.)\(\d{1,2}\))*+ (?=["'(\[]*+[\p{Lu}\d•●])""")

#: A word before a stop that does not end a sentence, whatever follows.
_NEVER = pattern(
    r"(?:(?<![\w.])(?:Drs?|Mr|Mrs|Ms|Messrs|Prof|Rev|Hon|Gov|Sen|Rep|Gen|Col|Lt|Capt|Sgt|St|Mt|Ft|Nos?|Figs?|Vol|vs|cf|al"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|e\.g|i\.e|viz|ca|Ave|Blvd|Rd|Ste|Tel|Ext"
    r"|Wis|Mass|Calif|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Ont|Que"
    r"|Alta|N\.J|N\.Y|N\.C|N\.H|N\.M|N\.D|S\.C|S\.D|B\.C|R\.I|W\.Va|D\.C)"
    r"|(?<![\w.])\p{Lu}|(?<=\p{Lu}\.)\p{Lu})$"
)

#: A word before a stop that may end a sentence: it does when a word follows that begins one.
_MAYBE = pattern(
    r"(?<![\w.])(?:Inc|Corp|Co|Ltd|Cos|LLC|L\.L\.C|L\.P|plc|S\.A|N\.V|A\.G|B\.V|Jr|Sr|Ph\.?D|M\.?D|D\.O|Pharm\.?D|M\.S|M\.B\.A|Sc\.D|Esq"
    r"|U\.S|U\.K|E\.U|U\.S\.A|a\.m|p\.m|etc|Bros|Assn|Dept|Univ|Intl|N\.A)$"
)

#: Words that begin a sentence and are no part of a name.
_OPENERS = frozenset(
    "The This These Those That It Its In On At As For From To Under With We Our They Their He His She Her A An If When While "
    "Although Because Since However Moreover Additionally Furthermore Also By Each Such All Any No Not There Through During "
    "After Before Upon Based Both Following Further For Forward Learn Visit Please More Except Actual Factors".split()
)
_WORD = pattern(r"""["'(\[]*+([\p{L}\d]++)""")


def sentences(text: str, blocks: Iterable[Block]) -> list[Span]:
    """Returns the view spans of all sentences, in order; they do not cross blocks and leave out the space between."""
    spans = []
    for block in blocks:
        start = block.start
        for match in _BOUNDARY.finditer(text, block.start, block.end):
            if _ends(text, start, match.start(), match.end()):
                spans.append(Span(start, match.end() - 1))
                start = match.end()
        spans.append(Span(start, block.end))
    return spans


def _ends(text: str, start: int, stop: int, following: int) -> bool:
    """Says whether the mark at `stop` ends the sentence that began at `start`."""
    if text[stop] != ".":
        return True
    before = text[max(start, stop - 12) : stop]
    if _MAYBE.search(before):
        word = _WORD.match(text, following)
        return bool(word and word.group(1) in _OPENERS)
    return not _NEVER.search(before)
