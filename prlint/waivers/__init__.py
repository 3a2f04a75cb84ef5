"""Findings that somebody decided to live with: decisions in a file, remarks in a draft, and what stood before.

* `file` reads prlint-waivers.yaml, `write` changes it, `judge` holds its decisions against findings;
* `remarks` reads and applies comments in Markdown and HTML drafts;
* `baseline` knows what stood in an archive when it was first checked;
* `older` tells what only the new version of a draft brought.

All of them fill `Finding.waived` and change nothing else: a waived finding is
in every report. None of them looks at a clock: a decision ends at the day that
the draft is judged at.
"""
