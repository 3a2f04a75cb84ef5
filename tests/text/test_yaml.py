from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.text import yaml
from prlint.text.error import RuleError


def _plain(text: str) -> Any:
    source, root = yaml.parse(text, "a.yaml")
    return yaml.plain(root, source)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("12.40", 12.4),
        ("1e3", 1000.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("no", "no"),
        ("off", "off"),
        ("007", "007"),
        ("2026-03-02", "2026-03-02"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("'12'", "12"),
        ('"true"', "true"),
    ],
)
def test_what_a_scalar_stands_for(written: str, value: object) -> None:
    found = _plain(f"a: {written}\n")["a"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_text() -> None:
    assert _plain("2026: x\ntrue: y\n") == {"2026": "x", "true": "y"}


def test_a_byte_order_mark_moves_no_column() -> None:
    with pytest.raises(RuleError) as caught:
        _plain("\ufeffa: &x b\n")
    assert (caught.value.line, caught.value.column) == (1, 4)


def test_columns_count_code_points() -> None:
    with pytest.raises(RuleError) as caught:
        _plain("{é𝄞: 1, b: *x}\n")
    assert (caught.value.line, caught.value.column) == (1, 12)


def test_windows_line_ends_move_no_line() -> None:
    with pytest.raises(RuleError) as caught:
        _plain("a: 1\r\nb: 2\r\na: 3\r\n")
    assert (caught.value.line, caught.value.column, caught.value.source) == (3, 1, "a: 3")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(RuleError, match="levels deep"):
        _plain("[" * 40 + "]" * 40)


def test_a_huge_file_is_refused() -> None:
    with pytest.raises(RuleError, match="larger than"):
        _plain("a: " + "x" * (yaml.SIZE_LIMIT + 1))


@given(st.text(max_size=200))
def test_any_text_is_data_or_a_rule_error(text: str) -> None:
    shown = ""
    try:
        source, root = yaml.parse(text, "a.yaml")
        yaml.plain(root, source)
    except RuleError as error:
        shown = str(error)
    assert shown.startswith("a.yaml") or not shown


#: What a YAML file may hold unescaped.
_WRITTEN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]), max_size=20)


@given(st.dictionaries(_WRITTEN, _WRITTEN))
def test_json_is_read_as_it_was_written(data: dict[str, str]) -> None:
    import json

    data.pop("<<", None)
    data.pop("", None)
    assert _plain(json.dumps(data, ensure_ascii=False)) == data
