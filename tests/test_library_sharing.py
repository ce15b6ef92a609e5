"""The library wanted by two writers, and read while it is written or made anew."""

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from index.library import Library
from index.locking import LibraryInUse, writing_alone
from index.storage import LibraryMissing, LibraryUnwritable
from index.sync import sync
from index.update import SyncOptions
from tests.shelved import NEW, OLD, contents, fill, spoil, stored, synced

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_one_writer_at_a_time_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "it.sqlite"
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with writing_alone(path):
                os.write(told, b".")
                time.sleep(60)
        finally:
            os._exit(0)
    os.read(ready, 1)
    with pytest.raises(LibraryInUse, match=f"in use by pid {child}"):
        sync(tmp_path, path)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with writing_alone(path):
        pass
    os.close(ready)
    os.close(told)


@pytest.mark.slow
def test_a_thousand_looks_across_fifty_runs_see_one_snapshot_each(tmp_path: Path) -> None:
    """50 runs in a child while four threads read: every article of a look is of one generation."""
    folder, path = tmp_path / "articles", tmp_path / "it.sqlite"
    generations = [
        {
            f"{i}.txt": f"Generation {g}\n\nThis is article {i} of generation {g}.\n"
            for i in range(8)
        }
        for g in range(51)
    ]
    fill(folder, generations[0])
    synced(folder, path)
    child = os.fork()
    if child == 0:
        try:
            for files in generations[1:]:
                fill(folder, files)
                sync(folder, path)
                time.sleep(0.01)
        finally:
            os._exit(0)
    seen: list[set[str]] = []

    def look() -> None:
        for _ in range(250):
            library = Library.opened(path)
            for _ in range(2):  # the same snapshot, however long it is held
                held = contents(library)
                assert len(held) == 8
                seen.append({words[0].split()[-1] for _, words in held.values()})
            library.close()

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.waitpid(child, 0)
    assert len(seen) == 2_000
    assert all(len(generation) == 1 for generation in seen)
    assert len(set.union(*seen)) > 3
    assert {w[0].split()[-1] for _, w in stored(path).values()} == {"50."}


def test_a_reader_keeps_its_snapshot_while_another_commits(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "it.sqlite"
    fill(folder, OLD)
    synced(folder, path)
    reader = Library.opened(path)
    before = contents(reader)
    fill(folder, NEW)
    synced(folder, path)
    assert contents(reader) == before
    assert stored(path) != before
    reader.close()


def test_a_reader_keeps_its_snapshot_while_the_file_is_made_anew(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "it.sqlite"
    fill(folder, OLD)
    synced(folder, path)
    reader = Library.opened(path)
    before = contents(reader)
    other = tmp_path / "other.sqlite"
    shutil.copy(path, other)
    spoil(other)
    other.replace(path)
    synced(folder, path)
    fill(folder, NEW)
    synced(folder, path)
    assert contents(reader) == before
    reader.close()
    assert set(stored(path)) == set(NEW)


def test_no_library_is_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="pullquote index"):
        Library.opened(tmp_path / "none.sqlite")


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    fill(tmp_path / "articles", OLD)
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnwritable):
        sync(tmp_path / "articles", tmp_path / "file" / "it.sqlite", SyncOptions())
