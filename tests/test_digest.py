"""The digest is SHA-256, whichever module computes it."""

import hashlib

from prlint.digest import sha256


def test_the_digest_is_that_of_hashlib():
    for data in (b"", b"abc", bytes(range(256)) * 999):
        assert sha256(data).hexdigest() == hashlib.sha256(data).hexdigest()
