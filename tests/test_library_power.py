"""The library after power was lost: what was written last is gone, zero or noise on the disk.

SQLite's log is what a commit writes before anything else; here it is kept as it stands right after
a commit, while a reader holds the checkpoint back, and spoilt from some byte on, as a disk leaves
what it was never told to sync. Not covered: a disk that loses what it said it had synced.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index.checking import faults
from index.library import Library
from index.sync import sync
from tests.shelved import NEW, OLD, Contents, fill, stored, synced

STEP = 1_021
"""Bytes between two places where the log is spoilt: prime, so that they fall anywhere in a page."""

SPOILT: dict[str, Callable[[bytes, int], bytes]] = {
    "lost": lambda log, cut: log[:cut],
    "zero": lambda log, cut: log[:cut] + bytes(len(log) - cut),
    "noise": lambda log, cut: log[:cut] + random.Random(cut).randbytes(len(log) - cut),
    "one-sector": lambda log, cut: log[:cut] + bytes(len(log[cut : cut + 512])) + log[cut + 512 :],
}


class Moment:
    """The files right after a commit, before its checkpoint, and what they held before and after."""

    def __init__(self, root: Path) -> None:
        self.folder, path = root / "articles", root / "library" / "it.sqlite"
        fill(self.folder, OLD)
        synced(self.folder, path)
        self.old = stored(path)
        reader = sqlite3.connect(path)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        fill(self.folder, NEW)
        synced(self.folder, path)
        self.new: Contents = stored(path)
        self.main = root / "main"
        shutil.copy(path, self.main)
        self.log = path.with_name(path.name + "-wal").read_bytes()
        reader.close()

    def after(self, place: Path, log: bytes) -> Path:
        """The library as the next start finds it."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copy(self.main, place / "it.sqlite")
        (place / "it.sqlite-wal").write_bytes(log)
        return place / "it.sqlite"


@pytest.fixture(scope="module")
def moment(tmp_path_factory: pytest.TempPathFactory) -> Moment:
    return Moment(tmp_path_factory.mktemp("power"))


def test_the_whole_log_holds_the_new_and_none_of_it_the_old(moment: Moment, tmp_path: Path) -> None:
    """So that the cases below have something to lose."""
    assert len(moment.log) > 10 * STEP
    assert stored(moment.after(tmp_path / "a", moment.log)) == moment.new
    assert stored(moment.after(tmp_path / "b", b"")) == moment.old


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_after_a_loss_of_power_all_of_the_old_or_all_of_the_new_is_there(
    moment: Moment, tmp_path: Path, spoil: Callable[[bytes, int], bytes]
) -> None:
    for cut in range(0, len(moment.log), STEP):
        path = moment.after(tmp_path / "there", spoil(moment.log, cut))
        assert stored(path) in (moment.old, moment.new), cut


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_the_next_run_completes_what_was_lost(
    moment: Moment, tmp_path: Path, spoil: Callable[[bytes, int], bytes]
) -> None:
    path = moment.after(tmp_path / "there", spoil(moment.log, len(moment.log) // 2))
    sync(moment.folder, path)
    assert stored(path) == moment.new
    library = Library.opened(path)
    assert list(faults(library)) == []
    library.close()
