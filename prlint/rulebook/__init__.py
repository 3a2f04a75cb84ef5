"""Rules: YAML with positions, checked, and kept in compiled form."""

from prlint.rulebook.loader import load

__all__ = ["load"]
