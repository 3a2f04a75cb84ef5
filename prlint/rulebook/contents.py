"""What rule files hold, as one sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prlint.rulebook.files import File


def digest(contents: Iterable[tuple[File, bytes]]) -> str:
    """Returns "sha256:…" over what the files hold and what they are called below their roots."""
    from prlint.digest import sha256

    whole = sha256()
    for file, data in contents:
        whole.update(f"{file.name}\0{int(file.ours)}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        whole.update(data)
    return "sha256:" + whole.hexdigest()
