"""What a person sees when a file that he wrote for prlint is wrong."""

from __future__ import annotations

#: Columns of the source line that are shown at most.
WIDTH = 100


class RuleError(Exception):
    r"""A mistake in a rule, list or claim file or a profile, with its place.

    As text it is exactly what the user sees:

        rules/our/wording.yaml:4:1: unknown key `severit`
          4 | severit: error
            | ^^^^^^^
          hint: did you mean `severity`?

    `line` and `column` are 1-based code points. Where the file cannot be
    opened there is no line, and the text is `path: message` and the hint.
    """

    def __init__(
        self,
        path: str,
        message: str,
        *,
        line: int | None = None,
        column: int | None = None,
        width: int = 1,
        source: str = "",
        hint: str = "",
        rule: str | None = None,
    ) -> None:
        """`source` is the text of the line, `width` how much of it is wrong, `rule` the id where it is known."""
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line
        self.column = column
        self.width = width
        self.source = source
        self.hint = hint
        self.rule = rule

    def __str__(self) -> str:
        """Returns the text that the class's docstring shows."""
        if self.line is None or self.column is None:
            first = [f"{self.path}: {self.message}"]
        else:
            first = [f"{self.path}:{self.line}:{self.column}: {self.message}", *self._excerpt(self.line, self.column)]
        return "\n".join([*first, *([f"  hint: {self.hint}"] if self.hint else [])])

    def _excerpt(self, line: int, column: int) -> list[str]:
        shown = "".join(c if c.isprintable() else " " for c in self.source)
        start = 0
        if len(shown) > WIDTH:
            start = max(0, min(column - 1 - WIDTH // 2, len(shown) - WIDTH))
            shown = shown[start : start + WIDTH]
        at = column - 1 - start
        width = max(1, min(self.width, len(shown) - at))
        gutter = f"  {line} | "
        return [f"{gutter}{shown}".rstrip(), " " * (len(gutter) - 2) + "| " + " " * at + "^" * width]
