"""How long a whole `prlint check` takes, against Python doing nothing: `python -m benchmarks.coldstart`.

Every command is a process of its own, started as a user's shell does, under one
interpreter and one environment of at least 50 distributions (empty ones are
added where there are fewer). The commands take turns in one run, so that a busy
machine is busy for all of them; the medians and their ratios are printed. Caches
are warm, as on every run but the first. Nothing here passes or fails: the
figures are for people, and for docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import sysconfig
from importlib.metadata import distributions
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "seeds/002_c5298252547a7647.txt"

#: The environment of a user has other things in it than prlint.
DISTRIBUTIONS = 50

CLEAN = """\
March 2, 2026

Tessaly Foods Opens Bakery in Lyon

LYON, France, March 2, 2026 (GLOBE NEWSWIRE) -- Tessaly Foods, Inc. today announced that its bakery in Lyon is open.

The bakery employs forty people and bakes four kinds of bread.
"""


class Case(NamedTuple):
    """A command to measure; `aim` is the ratio to bare Python that it should stay below, 0 for none."""

    name: str
    command: tuple[str, ...]
    codes: tuple[int, ...]
    aim: float = 0.0


def main() -> int:
    """Measures, prints the tables, and returns 0; 1 when a command did not end as it should."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coldstart", description=__doc__)
    parser.add_argument("--rounds", type=int, default=41, help="how often each command runs (default: 41)")
    parser.add_argument("--imports", type=int, default=15, help="how many imports to list (default: 15)")
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        environment, count = _environment(Path(folder))
        (Path(folder) / "clean.txt").write_text(CLEAN, encoding="utf-8")
        cases = _cases(Path(folder) / "clean.txt")
        print(f"Python {platform.python_version()}, {count} distributions, {wanted.rounds} rounds, warm cache\n")
        times: dict[str, list[float]] = {case.name: [] for case in cases}
        for turn in range(-2, wanted.rounds):  # the first two rounds fill the caches, and are not counted
            for case in (*cases[turn % len(cases) :], *cases[: turn % len(cases)]):
                seconds, code = _timed(case.command, environment)
                if code not in case.codes:
                    print(f"{' '.join(case.command)} ended with {code}", file=sys.stderr)
                    return 1
                if turn >= 0:
                    times[case.name].append(seconds)
        _print_times(cases, times)
        _print_imports(cases[-1], environment, wanted.imports)
    return 0


def _environment(folder: Path) -> tuple[dict[str, str], int]:
    """Returns the variables for every command, and how many distributions it sees; empty ones go into `folder`."""
    site = folder / "site"
    site.mkdir()
    there = len({distribution.name for distribution in distributions()})
    for i in range(max(0, DISTRIBUTIONS - there)):
        info = site / f"filler_{i}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: filler-{i}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[console_scripts]\nfiller-{i} = filler:main\n")
    cache = folder / "cache"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PRLINT"))}
    environment |= {"PYTHONPATH": str(site), "PRLINT_CACHE_DIR": str(cache), "NO_COLOR": "1"}
    return environment, max(there, DISTRIBUTIONS)


def _cases(clean: Path) -> tuple[Case, ...]:
    """Returns what is measured; the last is the one whose imports are listed."""
    script = Path(sysconfig.get_path("scripts"), "prlint")
    prlint = (sys.executable, str(script)) if script.exists() else (sys.executable, "-m", "prlint")
    return (
        Case("python -c pass", (sys.executable, "-c", "pass"), (0,)),
        Case("python -c 'import regex'", (sys.executable, "-c", "import regex"), (0,)),
        Case("prlint --version", (*prlint, "--version"), (0,)),
        Case("prlint check, a clean release", (*prlint, "check", str(clean)), (0,), 5.0),
        Case("prlint check, sample 002, no names rules", (*prlint, "check", SAMPLE, "--ignore", "names"), (0, 1), 5.0),
        Case("prlint check, sample 002, every rule", (*prlint, "check", SAMPLE), (0, 1), 8.0),
    )


def _timed(command: tuple[str, ...], environment: dict[str, str]) -> tuple[float, int]:
    """Returns the seconds from start to end of a process, its output read to the end, and its exit code."""
    start = perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return perf_counter() - start, done.returncode


def _print_times(cases: tuple[Case, ...], times: dict[str, list[float]]) -> None:
    bare = median(times[cases[0].name])
    print(f"{'command':44}{'median':>10}{'best':>10}{'ratio':>8}{'aim':>8}")
    for case in cases:
        middle = median(times[case.name])
        aim = f"{case.aim:.0f}x" if case.aim else ""
        best = min(times[case.name])
        print(f"{case.name:44}{middle * 1000:7.1f} ms{best * 1000:7.1f} ms{middle / bare:7.2f}x{aim:>8}")


def _print_imports(case: Case, environment: dict[str, str], count: int) -> None:
    """Prints the imports of `case` that cost most by themselves, bare Python's own left out."""
    runs = [_imports(case.command, environment) for _ in range(7)]
    bare = _imports((sys.executable, "-c", "pass"), environment)
    costs = {
        name: (median(run[name][0] for run in runs), median(run[name][1] for run in runs))
        for name in set.intersection(*map(set, runs))
        if name not in bare
    }
    total = sum(own for own, _ in costs.values())
    print(
        f"\nimports of: {case.name} ({len(costs)} modules, {total / 1000:.1f} ms under -X importtime, which slows them)\n"
    )
    print(f"{'module':44}{'itself':>10}{'with what it imports':>24}")
    for name, (own, whole) in sorted(costs.items(), key=lambda item: -item[1][0])[:count]:
        print(f"{name:44}{own / 1000:7.2f} ms{whole / 1000:21.2f} ms")


def _imports(command: tuple[str, ...], environment: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Returns the microseconds that each module took to import, by itself and with what it imports."""
    python, *rest = command
    done = subprocess.run(
        (python, "-X", "importtime", *rest),
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {}
    for line in done.stderr.splitlines():
        own, _, rest_of_line = line.removeprefix("import time:").partition("|")
        whole, _, name = rest_of_line.partition("|")
        if line.startswith("import time:") and own.strip().isdigit():
            found[name.strip()] = (int(own), int(whole))
    return found


if __name__ == "__main__":
    sys.exit(main())
