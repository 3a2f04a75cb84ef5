from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.rulebook.message import TemplateError, fill, parts


def test_fields_are_filled_in() -> None:
    values = {"asset": "ARD-101", "found": 2.0, "phases": ("1", "2"), "none": None}
    assert fill("{asset} {found} [{phases}] {{{none}}}", values) == "ARD-101 2 [1, 2] {}"


@pytest.mark.parametrize("template", ["{a", "a}", "{a.b}", "{a[0]}", "{a!r}", "{a:>5}", "{}", "{0}", "{{a}"])
def test_anything_but_a_name_is_refused(template: str) -> None:
    with pytest.raises(TemplateError):
        fill(template, {"a": "x"})


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{a}", {})


@given(st.text())
def test_text_with_doubled_braces_comes_out_as_it_was(text: str) -> None:
    assert fill(text.replace("{", "{{").replace("}", "}}"), {}) == text


def test_offsets_point_into_the_template() -> None:
    template = 'a {{ "{found}" {other}'
    assert [template[at : at + len(name) + 2] for name, _, at in parts(template) if name] == ["{found}", "{other}"]
