"""Keeps the tests from whatever this machine's person has: settings, libraries, history."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A new home for each run: a library that an older version left in the real one would be
    found, told of and made anew, and what the tests store would stay there."""
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("PULLQUOTE_", "XDG_")):
                patch.delenv(name)
        patch.setenv("HOME", home)
        patch.setenv("LOCALAPPDATA", home)
        yield
