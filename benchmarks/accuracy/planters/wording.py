"""Words and marks: slips of the keyboard, repeated words, stops, quotation marks, brackets, articles, leftovers."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.accuracy.planting import (
    SLIPS,
    Page,
    Plant,
    Planter,
    in_body,
    misspelt,
    paragraphs,
    sentence,
    shuffled,
    word_at,
)
from prlint.text.wordlist import grade

if TYPE_CHECKING:
    from random import Random


def _typo(page: Page, random: Random, how: str) -> Plant | None:
    for match in shuffled(re.finditer(r"\b[a-z]{6,}\b", page.text), random):
        if match[0] in page.common and in_body(page, *match.span()) and word_at(page, *match.span()):
            wrong = misspelt(page, random, match[0], how)
            # Another word of the language is another kind of error: see _real_word.
            if wrong and grade(wrong) < 0:
                return Plant(*match.span(), wrong)
    return None


def _real_word(page: Page, random: Random) -> Plant | None:
    for match in shuffled(re.finditer(r"\b[a-z]{4,}\b", page.text), random):
        if match[0] in page.common and in_body(page, *match.span()) and word_at(page, *match.span()):
            for how in random.sample(SLIPS, len(SLIPS)):
                wrong = misspelt(page, random, match[0], how)
                if wrong and len(wrong) > 3 and grade(wrong) >= 0:
                    return Plant(*match.span(), wrong)
    return None


def _doubled_word(page: Page, random: Random) -> Plant | None:
    pattern = re.compile(r"(?<= )(?:of|the|to|in|for|with|at|from|by|a|on|is|will)(?= [a-z]{3})")
    for match in shuffled(pattern.finditer(page.text), random):
        if in_body(page, *match.span()):
            return Plant(*match.span(), f"{match[0]} {match[0]}")
    return None


def _doubled_stop(page: Page, random: Random) -> Plant | None:
    for match in shuffled(re.finditer(r"(?<=[a-z]{4})\.(?= [A-Z]|\n)", page.text), random):
        if in_body(page, *match.span()):
            return Plant(*match.span(), "..", before=4)
    return None


def _quotation(page: Page, random: Random) -> Plant | None:
    for match in shuffled(re.finditer(r'(?<![\w"])"[^"\n]{15,400}[.,]"(?=[ \n])', page.text), random):
        block = page.document.block_at(match.start())
        if block is None or page.text[block.start : block.end].count('"') % 2:
            continue
        # A speech that goes on in the next paragraph ends without a mark, and rightly.
        if page.text[match.end() : match.end() + 2].startswith("\n"):
            continue
        return Plant(match.end() - 1, match.end(), "", before=match.end() - 1 - match.start(), after=1)
    return None


def _bracket(page: Page, random: Random) -> Plant | None:
    for match in shuffled(re.finditer(r"(?<= )\([^()\n]{3,80}\)(?=[ ,.;])", page.text), random):
        if in_body(page, *match.span()):
            return Plant(match.end() - 1, match.end(), "", before=match.end() - 1 - match.start(), after=1)
    return None


def _article(page: Page, random: Random) -> Plant | None:
    pattern = re.compile(r"(?<= )(?:a (?=[bcdfgjklmnpqrstvwz][a-z]{3,})|an (?=[aei][a-z]{3,}))")
    for match in shuffled(pattern.finditer(page.text), random):
        if in_body(page, *match.span()):
            return Plant(*match.span(), "an " if match[0] == "a " else "a ", after=4)
    return None


def _its(page: Page, random: Random) -> Plant | None:
    # After a preposition "it is" never stands; elsewhere "it's strategic" may be meant.
    pattern = re.compile(r"(?:(?<=\b(?:of|in|to|by|on) )|(?<=\bfor )|(?<=\b(?:with|from) ))its(?= [a-z]{4,})")
    for match in shuffled(pattern.finditer(page.text), random):
        if in_body(page, *match.span()):
            return Plant(*match.span(), "it's", after=5)
    return None


def _agreement(page: Page, random: Random) -> Plant | None:
    pattern = re.compile(r"\b(?:statements|results|risks|factors|forecasts) (are|involve|include|have|were)\b(?! been)")
    wrong = {"are": "is", "involve": "involves", "include": "includes", "have": "has", "were": "was"}
    for match in shuffled(pattern.finditer(page.text), random):
        # "The accuracy of statements is": the verb of another noun.
        before = page.text[max(0, match.start() - 25) : match.start()]
        if not re.search(r"\b(?:of|in|to|and|by|any|with|for) (?:\w+[- ]){0,3}$", before):
            return Plant(*match.span(1), wrong[match[1]], before=match.start(1) - match.start())
    text = random.choice(
        (
            "These forward-looking statements {v} known and unknown risks.",
            "Forward-looking statements {v} risks and uncertainties.",
        )
    )
    return sentence(page, random, text.format(v="involves"), text.format(v="involve"))


def _broken(page: Page, random: Random) -> Plant | None:
    for block in paragraphs(page, random):
        text = page.text[block.start : block.end]
        places = [
            m
            for m in re.finditer(r"\b(?:of|the|and|to|in|with|for) (?=[a-z]{3})", text)
            if 60 < m.start() < len(text) - 60
        ]
        if places:
            match = random.choice(places)
            start, end = block.start + match.end() - 1, block.start + match.end()
            return Plant(start, end, "\n\n", before=match.end() - 1 - match.start(), after=3)
    return None


def _residue(page: Page, random: Random) -> Plant | None:
    text, right = random.choice(
        (
            ("The plant opens on [●] in Ohio.", "The plant opens on Monday in Ohio."),
            ("The fee is $[XX] for each visitor.", "The fee is $20 for each visitor."),
            ("The site will be built in [insert city] next year.", "The site will be built in Ohio next year."),
            ("The date of the next meeting is TBD.", "The date of the next meeting is open."),
            ("The price is XX% below the list.", "The price is 12% below the list."),
            ("The plan covers ten sites [NTD: confirm with legal].", "The plan covers ten sites [and two more]."),
            ("The chair is [NAME] of Ohio.", "The chair is Maria Delgado of Ohio."),
            ("The line reads lorem ipsum for now.", "The line reads as follows for now."),
        )
    )
    return sentence(page, random, text, right)


_CLASSES = {
    "omission": "a common word has lost a letter",
    "transposition": "two letters of a common word have changed places",
    "substitution": "a letter of a common word is its neighbour on the keyboard",
    "insertion": "a letter of a common word stands twice",
}

PLANTERS = (
    *(Planter(f"typo-{how}", True, _CLASSES[how], partial(_typo, how=how)) for how in SLIPS),
    Planter("typo-real-word", False, "a slip makes another word of the language: annul for annual", _real_word),
    Planter("doubled-word", True, "a small word stands twice", _doubled_word),
    Planter("doubled-stop", True, "a full stop stands twice", _doubled_stop),
    Planter("quotation-open", True, "the closing quotation mark is missing", _quotation),
    Planter("bracket-open", True, "the closing bracket is missing", _bracket),
    Planter("article", True, "a before a vowel, an before a consonant", _article),
    Planter("its", True, "it's for its", _its),
    Planter("agreement", True, "statements involves", _agreement),
    Planter("broken-paragraph", True, "a paragraph breaks off in mid-sentence", _broken),
    Planter("draft-residue", True, "something left to be filled in", _residue),
)
