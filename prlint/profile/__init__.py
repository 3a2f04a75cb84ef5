"""prlint.yaml: what an issuer confirmed about itself.

The file is found upwards from the draft that is checked. Everything in it is
optional, and nothing in it is skipped: an unknown key or a wrong value is an
error with its place. It comes out as plain data under the same names, with
these liberties taken:

* what was not written is not there;
* dates are ISO strings, fiscal year ends "MM-DD", `{nearest: saturday, to: MM-DD}` or `{last: saturday, of: MM}`;
* `issuer.filer_status` is a list of `{status, from}`, oldest first; `from` is
  None where the status always held;
* `archive` and `rules.paths` are joined to the folder that prlint.yaml lies in.
"""

from prlint.profile.file import NAME, cache_folder, find, load, mistake, parse

__all__ = ["NAME", "cache_folder", "find", "load", "mistake", "parse"]
