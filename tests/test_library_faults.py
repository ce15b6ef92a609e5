"""The library killed and starved of room while it is written; read meanwhile, and wanted by two:
tests/test_library_sharing.py.

Where a child is killed: (a) at the n-th step, a step being a statement, 400 operations of SQLite's
machine, or a file opened, renamed or removed; (b) inside SQLite's own write, at the byte where a
file grows past a limit (the kernel's SIGXFSZ), in the log, the checkpoint and the new file alike;
(c) at a random moment. Power loss that tears what was not synced: tests/test_library_power.py.
"""

import errno
import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from index.checking import faults
from index.library import Library
from index.storage import LibraryError, LibraryUnwritable
from index.sync import sync
from tests.shelved import NEW, OLD, Contents, fill, in_child, spoil, stored, synced

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

Before = Callable[[Path], None]


class Scene:
    """A library of the old files, beside a folder that by now holds the new ones."""

    def __init__(self, root: Path, before: str) -> None:
        self.folder = root / "articles"
        self.path = root / "library" / "it.sqlite"
        self._kept = root / "kept.sqlite"
        fill(self.folder, OLD)
        synced(self.folder, self.path)
        self.old: Contents | None = stored(self.path)
        if before == "none":
            self.path.unlink()
            self.old = None
        if before == "damaged":
            spoil(self.path)
            self.old = None
        if self.path.exists():
            shutil.copy(self.path, self._kept)
        fill(self.folder, NEW)
        fresh = root / "fresh.sqlite"
        synced(self.folder, fresh)
        self.new = stored(fresh)

    def reset(self) -> None:
        """Makes the library what it was."""
        shutil.rmtree(self.path.parent)
        self.path.parent.mkdir()
        if self._kept.exists():
            shutil.copy(self._kept, self.path)

    def run(self) -> None:
        """What is interrupted."""
        sync(self.folder, self.path)

    def check(self, *, whole: bool = True) -> None:
        """All of the old or all of the new stands there; the next run completes and cleans up.

        Not `whole`: an article that could not be read for the moment may be missing or old.
        """
        try:
            found = stored(self.path)
            assert not whole or found in (self.old, self.new)
            assert (
                found.items() <= {**(self.old or {}), **self.new}.items() | (self.old or {}).items()
            )
        except LibraryError:
            assert self.old is None
        sync(self.folder, self.path)
        assert stored(self.path) == self.new
        library = Library.opened(self.path)
        assert list(faults(library)) == []
        library.close()
        left = {file.name for file in self.path.parent.iterdir()}
        assert left == {"it.sqlite", "it.sqlite.lock"}


@pytest.fixture(params=["old", "none", "damaged"])
def scene(tmp_path: Path, request: pytest.FixtureRequest) -> Scene:
    return Scene(tmp_path, request.param)


class Steps:
    """Counts steps of this process from now on, and does something at the n-th."""

    def __init__(self, at: int, then: Callable[[], None]) -> None:
        self._left = at
        self._then = then
        self.count = 0
        self._connect = sqlite3.connect
        sqlite3.connect = self._connected  # type: ignore[assignment]  # Python's, in a child alone
        sys.addaudithook(self._hook)

    def _connected(self, *arguments: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._connect(*arguments, **named)
        connection.set_trace_callback(lambda statement: self.step())
        connection.set_progress_handler(self.step, 400)
        return connection

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in ("open", "os.rename", "os.remove", "os.truncate"):
            self.step()

    def step(self) -> int:
        """One step."""
        self.count += 1
        if self.count == self._left:
            self._then()
        return 0


def die() -> None:
    """Ends this process as SIGKILL does."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(scene: Scene, n: int) -> bool:
    """Whether a run that dies at its n-th step did so."""

    def work() -> None:
        Steps(n, die)
        scene.run()

    scene.reset()
    return os.WIFSIGNALED(in_child(work))


@pytest.mark.slow
def test_killed_at_every_step_until_a_run_survives(scene: Scene) -> None:
    """About 150 children and two checks of the library after each."""
    n = 1
    while killed_at(scene, n):
        scene.check()
        n += 1
    assert n > 60
    scene.check()


def limited(scene: Scene, size: int, action: signal.Handlers) -> int:
    """How a run ends that may write no byte beyond `size` into any file."""

    def work() -> None:
        signal.signal(signal.SIGXFSZ, action)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        scene.run()

    scene.reset()
    return in_child(work)


def sizes(scene: Scene) -> Iterator[int]:
    """Limits from nothing to more than anything needs, odd ones among them."""
    scene.reset()
    scene.run()
    most = 3 * scene.path.stat().st_size + 80_000
    yield from (0, 1, 100)
    yield from range(511, most, most // 60)


@pytest.mark.slow
def test_killed_inside_a_write_wherever_a_file_grows(scene: Scene) -> None:
    """About 60 children, each checked as above."""
    ends = []
    for size in sizes(scene):
        ends.append(os.WIFSIGNALED(limited(scene, size, signal.SIG_DFL)))
        scene.check()
    assert ends[0]
    assert not ends[-1]


@pytest.mark.slow
def test_a_full_disk_leaves_the_old_library_and_no_stray_file(scene: Scene) -> None:
    """About 60 children, each checked as above."""
    ends = []
    for size in sizes(scene):
        ends.append(os.waitstatus_to_exitcode(limited(scene, size, signal.SIG_IGN)))
        scene.check()
    assert ends[0] == 1
    assert ends[-1] == 0
    assert set(ends) == {0, 1}


def test_a_full_disk_is_said_in_one_sentence(tmp_path: Path) -> None:
    scene = Scene(tmp_path, "old")
    said = tmp_path / "said"

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with said.open("w") as file:
            resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))
            try:
                scene.run()
            except LibraryUnwritable as error:
                file.write(str(error))

    in_child(work)
    assert "cannot be written" in said.read_text()
    assert "PULLQUOTE_LIBRARY" in said.read_text()


@pytest.mark.slow
def test_killed_at_random_moments(scene: Scene) -> None:
    """40 children, each killed from outside."""
    choose = random.Random(7)
    for _ in range(40):
        scene.reset()
        child = os.fork()
        if child == 0:
            try:
                scene.run()
            finally:
                os._exit(0)
        time.sleep(choose.random() * 0.06)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        scene.check()


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES, errno.EMFILE, errno.ENOSPC])
@pytest.mark.slow
@pytest.mark.parametrize("before", ["old", "damaged"])
def test_an_error_of_any_call_once_or_always(tmp_path: Path, code: int, before: str) -> None:
    """Fails the n-th opening, renaming or removal that Python does, once and from then on."""
    scene = Scene(tmp_path, before)
    for always in (False, True):
        for n in range(1, 30):
            scene.reset()
            in_child(partial(failing, scene, code, n, always=always))
            scene.check(whole=False)


def failing(scene: Scene, code: int, n: int, *, always: bool) -> None:
    """A run whose n-th call fails."""
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.listdir"):
            count += 1
            if count == n or (always and count > n):
                raise OSError(code, os.strerror(code))

    sys.addaudithook(hook)
    scene.run()


@pytest.mark.slow
def test_two_indexers_of_which_one_is_killed(tmp_path: Path) -> None:
    """20 rounds of two processes each."""
    scene = Scene(tmp_path, "old")
    choose = random.Random(3)
    for _ in range(20):
        scene.reset()
        children = []
        for _ in range(2):
            child = os.fork()
            if child == 0:
                try:
                    scene.run()
                finally:
                    os._exit(0)
            children.append(child)
        time.sleep(choose.random() * 0.05)
        os.kill(children[0], signal.SIGKILL)
        for child in children:
            os.waitpid(child, 0)
        scene.check()
