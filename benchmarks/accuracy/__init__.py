"""How many errors prlint finds, and how many of its alarms are right: `python -m benchmarks.accuracy CORPUS`."""
