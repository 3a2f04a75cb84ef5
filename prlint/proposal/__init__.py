"""What earlier releases say of their issuer, proposed as entries of its prlint.yaml.

Releases in, entries out; nothing here writes a file. A profile's entry counts as
evidence against a draft, so an entry is proposed as a fact only where two releases
that do not repeat one another say so, or one says so in a place that settles it;
anything else is a comment with its reason, for a person to judge.
"""
