"""SHA-256 without OpenSSL, which takes longer to load than most releases take to read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:

    def _builtin():
        # CPython's own module has been renamed once, and a build may lack it.
        for name in ("_sha2", "_sha256", "hashlib"):
            try:
                return import_module(name).sha256
            except ModuleNotFoundError:
                continue
        raise ModuleNotFoundError("hashlib")

    sha256 = _builtin()

__all__ = ["sha256"]
