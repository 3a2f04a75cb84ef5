"""What changed between a release as published and its corrected version, as a reader would say it.

Two texts in, changes in reading order out: where each stands as a reader
counts paragraphs, what the changed thing is called, and its two wordings.
Every value is a quotation of one of the two texts.
"""
