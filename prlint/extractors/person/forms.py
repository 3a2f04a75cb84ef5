"""What names of people are written like, as pieces of patterns."""

from __future__ import annotations

HONORIFIC = r"(?:Dr|Mr|Ms|Mrs|Mx|Prof|Professor|Doctor|Sir|Dame|Sen|Rep|Gov|Hon|Rev)"
#: A capital inside belongs to a prefix (McKay, DeLuca, O'Neil); any other one begins a word that was glued on.
_PREFIX = r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|St|\p{Lu}')"
LONG = rf"{_PREFIX}?\p{{Lu}}[\p{{Ll}}\p{{M}}]++(?:-\p{{Lu}}?[\p{{Ll}}\p{{M}}]++|'(?!s\b)[\p{{L}}\p{{M}}]++)*+"
END = r"(?:(?![\p{L}\p{M}\p{N}@])|(?=E-?[Mm]ail|Phone|Tel\b|Mobile|Cell))"
_SMALL = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|al|el|bin|ben|ibn|af|av) )"
SURNAME = rf"{_SMALL}{{0,3}}(?:{LONG})"
#: Given name, up to three further names or initials, surname.
FULL = (
    rf"(?P<given>(?:{LONG})|\p{{Lu}}\.(?:[ ]?\p{{Lu}}\.)*)(?P<middle>(?: (?:\p{{Lu}}\.(?:[ ]?\p{{Lu}}\.)*|(?:{LONG}))){{0,2}}?)"
    rf" (?P<surname>{SURNAME}(?: (?:{LONG}))?)(?P<suffix>,? (?:Jr\.?|Sr\.?|II|III|IV)(?![\p{{L}}]))?"
)
BEFORE = r"(?<![\p{L}\p{M}\p{N}.'@/_-])"
SPEECH = r"(?:said|says|stated|states|commented|comments|added|adds|noted|notes|explained|explains|remarked|continued|concluded|observed|emphasized|shared)"
TITLES = frozenset("Dr Mr Ms Mrs Mx Prof Professor Doctor Sir Dame Sen Rep Gov Hon Rev".split())
