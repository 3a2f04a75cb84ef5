"""The two folders that prlint knows of: its rules, and its cache.

Everything else that is read or written was named by the user.
"""

from __future__ import annotations

import os

#: Permission bits of those who are not the owner, for writing.
_OTHERS_WRITE = 0o022


def rules_folder() -> str:
    """Returns the absolute path of the built-in rules.

    In a wheel they lie inside the package; in a source tree (and so in an
    editable install, which imports from there) beside it.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")


def cache_folder() -> str:
    """Returns a folder that only the user can write; it is made if it is not there.

    It is PRLINT_CACHE_DIR, else XDG_CACHE_HOME/prlint, else ~/.cache/prlint. What
    lies there is only ever a faster way to a result that can be had without
    it, so a caller goes on without a cache when there is none.

    Raises OSError when the folder cannot be made, when it belongs to somebody
    else, or when somebody else can write in it: what a stranger wrote there
    would be believed.
    """
    folder = _wanted_cache_folder()
    os.makedirs(folder, mode=0o700, exist_ok=True)
    # Windows has no such owners or bits; there the folder is under the user's own profile.
    if hasattr(os, "geteuid"):
        user = os.geteuid()
        found = os.stat(folder)
        # A link that a stranger laid may point at a folder of ours.
        if found.st_uid != user or os.lstat(folder).st_uid != user:
            raise PermissionError(f"cache folder {folder} belongs to another user; set PRLINT_CACHE_DIR to your own")
        if found.st_mode & _OTHERS_WRITE:
            raise PermissionError(f"cache folder {folder} can be written by other users; run chmod 700 on it")
    return folder


def _wanted_cache_folder() -> str:
    given = os.environ.get("PRLINT_CACHE_DIR")
    if given:
        return os.path.abspath(given)
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG specification has relative paths ignored.
    if not os.path.isabs(base):
        base = os.path.expanduser(os.path.join("~", ".cache"))
    # Without a home "~" stays as it is, and a folder of that name would be made where prlint runs.
    if not os.path.isabs(base):
        raise FileNotFoundError("no home folder to keep a cache in; set PRLINT_CACHE_DIR")
    return os.path.join(base, "prlint")
