from __future__ import annotations

import inspect
import textwrap

from prlint.text.error import WIDTH, RuleError


def test_the_docstring_shows_what_the_user_sees() -> None:
    error = RuleError(
        "rules/our/wording.yaml",
        "unknown key `severit`",
        line=4,
        column=1,
        width=7,
        source="severit: error",
        hint="did you mean `severity`?",
    )
    shown = textwrap.dedent(inspect.getdoc(RuleError) or "")
    assert textwrap.indent(str(error), "    ") in shown


def test_without_a_place_there_is_only_the_path() -> None:
    assert (
        str(RuleError("our-rules", "there is no such file or folder")) == "our-rules: there is no such file or folder"
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    error = RuleError("a.yaml", "wrong", line=12, column=901, width=3, source="x" * 900 + "bad" + "y" * 900)
    _, line, caret = str(error).split("\n")
    assert len(line) == len("  12 | ") + WIDTH
    start = caret.index("^")
    assert line[start : start + 3] == "bad"
    assert caret.count("^") == 3


def test_control_characters_do_not_reach_the_terminal() -> None:
    error = RuleError("a.yaml", "wrong", line=1, column=3, source="a\x1b[31m\tb")
    assert "\x1b" not in str(error)
    assert "\t" not in str(error)
