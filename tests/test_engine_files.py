"""What is kept beside a library: caught up or built anew, whatever happened to it, never wrong."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("tantivy")

from index.analysis import Analyzer
from index.choosing import chosen, engine_faults, engine_for, make_ready
from index.documents import document_of
from index.engine import SWITCH_OVER, EngineName, EngineUnavailable, Field, Scoring, Term
from index.engines import beside, preparing, tantivy_files
from index.engines.rank_bm25 import RankBm25
from index.engines.tantivy import TantivyEngine
from index.engines.tantivy_state import COUNTS, TERMS
from index.library import Library
from index.locking import writing_alone
from index.storage import LibraryChanged
from index.sync import sync

TANTIVY = EngineName.TANTIVY
WORDS = "ash birch cedar elm fir hazel larch maple oak pine rowan spruce willow yew".split()


class Shelf:
    """A folder of articles with its library."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder / "articles", folder / "library.sqlite"
        self.folder.mkdir()
        for i in range(30):
            self.write(i)

    def write(self, number: int, *, text: str | None = None) -> None:
        some = [WORDS[(number * step + step) % len(WORDS)] for step in range(1, 9)]
        told = "\n\n".join(f"The {w} is number {number} of {v}s." for w, v in pairwise(some))
        (self.folder / f"{number}.md").write_text(f"# On {some[0]}\n\n{text or told}\n")

    def remove(self, number: int) -> None:
        (self.folder / f"{number}.md").unlink()

    def library(self) -> Library:
        sync(self.folder, self.path)
        return Library.opened(self.path)

    @property
    def index(self) -> Path:
        return beside.place_of(self.path)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The generations that were built from nothing."""
    seen: list[int] = []
    build = tantivy_files.build

    def counted(*args: object, generation: int, **rest: object) -> None:
        seen.append(generation)
        build(*args, generation=generation, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(beside, "build", counted)
    return seen


def agrees(library: Library) -> bool:
    """Whether the engine on disk finds just what one made in memory finds, with equal scores."""
    engine = engine_for(library, TANTIVY)
    oracle = RankBm25(document_of(p, Analyzer()) for p in library.passages)
    assert engine.size == oracle.size == library.passage_count
    for word in WORDS:
        terms = [Term(Field.STEM, word), Term(Field.WORD, word)]
        ours = {hit.passage_id for hit in engine.search(terms, limit=1_000)}
        assert ours == {hit.passage_id for hit in oracle.search(terms, limit=1_000)}
    return not list(engine_faults(library, TANTIVY))


def test_it_is_made_once(shelf: Shelf, builds: list[int]) -> None:
    library = shelf.library()
    assert agrees(library)
    assert agrees(Library.opened(shelf.path))
    assert builds == [library.generation]


def change_one(shelf: Shelf) -> None:
    shelf.write(3, text="An oak of another kind.")


def add_one(shelf: Shelf) -> None:
    shelf.write(99)


def remove_one(shelf: Shelf) -> None:
    shelf.remove(7)


def rename_one(shelf: Shelf) -> None:
    (shelf.folder / "5.md").rename(shelf.folder / "five.md")


def go_and_return(shelf: Shelf) -> None:
    text = (shelf.folder / "8.md").read_text()
    shelf.remove(8)
    shelf.library().close()
    (shelf.folder / "8.md").write_text(text)


def remove_the_last(shelf: Shelf) -> None:
    shelf.write(99)
    shelf.library().close()
    shelf.remove(99)
    shelf.library().close()
    shelf.write(98)


@pytest.mark.parametrize(
    "change", [change_one, add_one, remove_one, rename_one, go_and_return, remove_the_last]
)
def test_it_is_caught_up_with_what_changed(
    shelf: Shelf, builds: list[int], change: Callable[[Shelf], None]
) -> None:
    assert agrees(shelf.library())
    change(shelf)
    assert agrees(shelf.library())
    assert len(builds) == 1


def test_who_has_it_open_goes_on_with_what_was(shelf: Shelf) -> None:
    library = shelf.library()
    engine = engine_for(library, TANTIVY)
    before = engine.search([Term(Field.STEM, "oak")], limit=50)
    change_one(shelf)
    assert agrees(shelf.library())
    assert engine.search([Term(Field.STEM, "oak")], limit=50) == before
    assert all(library.passage(hit.passage_id) for hit in before)


def test_many_changes_are_built_anew(shelf: Shelf, builds: list[int]) -> None:
    assert agrees(shelf.library())
    for number in range(15):
        shelf.write(number, text="All about oaks.")
    assert agrees(shelf.library())
    assert len(builds) == 2


def test_removed_passages_do_not_pile_up(shelf: Shelf) -> None:
    for turn in range(30):
        for number in range(3):
            shelf.write(number, text=f"Turn {turn} of the oak {number}.\n\n" * 3)
        make_ready(library := shelf.library(), TANTIVY)
        library.close()
    engine = engine_for(shelf.library(), TANTIVY)
    assert isinstance(engine, TantivyEngine)
    assert engine.wasted <= beside.MOST_WASTED
    assert agrees(shelf.library())


def test_of_a_library_made_anew_it_is_built_anew(shelf: Shelf, builds: list[int]) -> None:
    assert agrees(shelf.library())
    shelf.path.unlink()
    assert agrees(shelf.library())
    assert len(builds) == 2


def test_other_code_builds_it_anew(
    shelf: Shelf, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert agrees(shelf.library())
    monkeypatch.setattr(beside, "stamp", lambda: "another")
    assert agrees(shelf.library())
    assert len(builds) == 2


def test_where_removals_were_forgotten_it_is_built_anew(shelf: Shelf, builds: list[int]) -> None:
    library = shelf.library()
    assert agrees(library)
    remove_one(shelf)
    change_one(shelf)
    forgetful = shelf.library()
    forgetful.gone_since = lambda generation: iter(())  # type: ignore[method-assign]
    assert agrees(forgetful)
    assert len(builds) == 2


def spoil(file: Path, how: str) -> None:
    data = file.read_bytes()
    if how == "delete":
        file.unlink()
    elif how == "zero":
        file.write_bytes(bytes(len(data)))
    elif how == "cut":
        file.write_bytes(data[: len(data) // 2])
    else:
        middle = len(data) // 2
        file.write_bytes(data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :])


@pytest.mark.parametrize("how", ["delete", "zero", "cut", "flip"])
def test_damage_is_found_by_checking_and_ends_by_building_anew(shelf: Shelf, how: str) -> None:
    library = shelf.library()
    make_ready(library, TANTIVY)
    whole = shelf.index.with_name("whole")
    shutil.copytree(shelf.index, whole)
    for file in sorted(f for f in whole.rglob("*") if f.is_file() and f.stat().st_size):
        if file.name in (".managed.json",) or file.suffix == ".lock":
            continue
        shutil.rmtree(shelf.index)
        shutil.copytree(whole, shelf.index)
        spoil(shelf.index / file.relative_to(whole), how)
        opened = beside.current(shelf.index, library, Scoring())
        assert opened is None or list(engine_faults(library, TANTIVY)), file.name
        engine_for(library, TANTIVY, anew=True)
        assert agrees(library), file.name


@pytest.mark.parametrize("changed", [False, True], ids=["while built", "while caught up"])
def test_a_crash_at_any_point_leaves_nothing_wrong(shelf: Shelf, changed: bool) -> None:
    """A child dies at its nth change to the disk; the next start must have all, and tidy up."""
    make_ready(shelf.library(), TANTIVY)
    if changed:
        change_one(shelf)
        remove_one(shelf)
    else:
        shutil.rmtree(shelf.index)
    library = shelf.library()
    before = shelf.folder.parent / "before"
    if shelf.index.exists():
        shutil.copytree(shelf.index, before)
    for n in range(1, 60):
        shutil.rmtree(shelf.index, ignore_errors=True)
        if before.exists():
            shutil.copytree(before, shelf.index)
        died = subprocess.run(
            [sys.executable, "-c", DYING, str(shelf.path), str(n)],
            cwd=Path(__file__).parent.parent,
            check=False,
        ).returncode
        assert agrees(library)
        assert sorted(f.name for f in shelf.index.parent.glob("*.tantivy*")) == [shelf.index.name]
        if died == 0:
            assert n > 3
            return
    pytest.fail("it never got through")


DYING = """
import os, sys, shutil
from pathlib import Path
from index.engines import tantivy, tantivy_files
left = int(sys.argv[2])

def dying(call):
    def called(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os._exit(9)
        return call(*args, **kwargs)
    return called

os.fsync, shutil.rmtree = dying(os.fsync), dying(shutil.rmtree)
Path.rename, Path.mkdir = dying(Path.rename), dying(Path.mkdir)
tantivy.Commit.finish = dying(tantivy.Commit.finish)
tantivy.Commit.remove = dying(tantivy.Commit.remove)
tantivy_files.Appender.flush = dying(tantivy_files.Appender.flush)
from index.choosing import make_ready
from index.engine import EngineName
from index.library import Library
make_ready(Library.opened(Path(sys.argv[1])), EngineName.TANTIVY)
"""


def test_a_snapshot_that_was_overtaken_gets_no_engine(shelf: Shelf) -> None:
    library = shelf.library()
    change_one(shelf)
    shelf.library().close()
    with pytest.raises(LibraryChanged):
        engine_for(library, TANTIVY)


def test_it_waits_for_who_writes(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "PATIENCE", 0.2)
    library = shelf.library()
    with writing_alone(shelf.path), pytest.raises(Exception, match="in use by pid"):
        engine_for(library, TANTIVY)
    assert agrees(library)


def test_a_library_in_memory_is_indexed_for_as_long_as_it_is_asked(shelf: Shelf) -> None:
    library = Library.of(shelf.library().articles)
    assert agrees(library)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_where_nothing_may_be_written_it_is_indexed_elsewhere(shelf: Shelf) -> None:
    library = shelf.library()
    shelf.path.parent.chmod(0o500)
    try:
        assert engine_for(library, TANTIVY).size == library.passage_count
    finally:
        shelf.path.parent.chmod(0o700)


def test_several_processes_prepare_what_one_would(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = shelf.library()
    alone = sorted(preparing.all_prepared(library), key=lambda p: p.passage_id)
    monkeypatch.setattr(preparing, "PARALLEL", 1)
    monkeypatch.setattr(preparing, "BATCH", 7)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert sorted(preparing.all_prepared(library), key=lambda p: p.passage_id) == alone


def test_who_waits_is_told_how_many_passages_are_written(shelf: Shelf) -> None:
    library = shelf.library()
    told: list[int] = []
    make_ready(library, TANTIVY, advance=told.append)
    assert sum(told) == library.passage_count
    make_ready(library, TANTIVY, advance=told.append)
    assert sum(told) == library.passage_count


@pytest.mark.parametrize(
    ("name", "passages", "expected"),
    [
        ("auto", SWITCH_OVER - 1, "rank-bm25"),
        ("auto", SWITCH_OVER, "tantivy"),
        ("rank-bm25", 10**6, "rank-bm25"),
        ("tantivy", 1, "tantivy"),
    ],
)
def test_auto_chooses_by_size(name: str, passages: int, expected: str) -> None:
    assert chosen(EngineName(name), passages) == expected


def test_without_its_package_it_says_what_to_do(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.engines

    for name in [m for m in sys.modules if m.startswith("index.engines.") and "bm25" not in m]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tantivy", None)
    monkeypatch.delattr(index.engines, "beside", raising=False)
    with pytest.raises(EngineUnavailable, match="pip install tantivy"):
        engine_for(shelf.library(), TANTIVY)
    monkeypatch.setattr("index.choosing.chosen", lambda *_: TANTIVY)
    assert isinstance(engine_for(shelf.library(), EngineName.AUTO), RankBm25)


def test_the_files_are_where_they_are_expected(shelf: Shelf) -> None:
    make_ready(shelf.library(), TANTIVY)
    assert {f.name for f in shelf.index.iterdir()} == {TERMS, COUNTS}
