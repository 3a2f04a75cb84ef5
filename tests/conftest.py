"""What every test gets: a cache of its own, so that none depends on, or leaves anything in, the user's.

Those that run many commands share one warm process (see tests/warm.py).

Property tests try the same inputs on every machine and take the time they
need; `pytest --hypothesis-profile=explore` tries new ones.

`@pytest.mark.needs("soffice")` is for tests that use a program of the machine.
Without it they are left out, and say so; in CI, which installs it, they fail.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.warm import Warm

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("prlint", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("prlint")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Sets PRLINT_CACHE_DIR for this run of the tests, and for the commands that they start."""
    before = os.environ.get("PRLINT_CACHE_DIR")
    os.environ["PRLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["PRLINT_CACHE_DIR"]
    else:
        os.environ["PRLINT_CACHE_DIR"] = before


@pytest.fixture(scope="session")
def warm(own_cache: None) -> Iterator[Warm]:
    """The process that runs commands of prlint quickly, each as if nothing had run before it."""
    with Warm() as process:
        yield process


def pytest_configure(config: pytest.Config) -> None:
    """Declares the marker for tests that use a program of the machine."""
    config.addinivalue_line("markers", "needs(program): uses a program that .ci/run installs")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leaves a test out whose program is not there; in CI that is a failure."""
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            if shutil.which(program) is None:
                if os.environ.get("CI"):
                    pytest.fail(f"{program} is not installed; .ci/run should have done so")
                pytest.skip(f"{program} is not installed")
