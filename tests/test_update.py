"""What a run makes of a changed folder: read, renamed, removed, kept, refused."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.articles import Article
from index.files import outcomes_of
from index.folder import Candidate, Skipped, in_turn
from index.library import Library
from index.limits import Limits
from index.sync import sync
from index.update import RemovalRefused, SyncOptions
from tests.shelved import NEW, OLD, age, fill, stored, synced


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "articles", OLD)
    time.sleep(0.06)  # what is younger than a file system's clock tick is looked into again
    return tmp_path / "articles"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library" / "articles.sqlite"


def ids(path: Path) -> dict[str, tuple[str, ...]]:
    library = Library.opened(path)
    return {a.id: tuple(p.id for p in library.passages_in(a.id)) for a in library.articles}


def test_a_folder_is_indexed_and_then_unchanged(folder: Path, path: Path) -> None:
    first, said = synced(folder, path)
    assert {status for status, _ in said.values()} == {"indexed"}
    second, said = synced(folder, path)
    assert {status for status, _ in said.values()} == {"unchanged"}
    assert first.state == second.state


def test_an_unchanged_file_is_not_opened(folder: Path, path: Path) -> None:
    synced(folder, path)
    opened: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and str(arguments[0]).startswith(str(folder)):
            opened.append(str(arguments[0]))

    sys.addaudithook(hook)
    synced(folder, path)
    watching = False
    assert opened == []


def test_a_changed_folder_gives_what_a_fresh_library_gives(folder: Path, path: Path) -> None:
    synced(folder, path)
    fill(folder, NEW)
    _, said = synced(folder, path)
    assert said["part/treaty.md"] == ("indexed", None)
    assert said["part/renamed.md"] == ("indexed", "It was 'part/pact.md' before.")
    assert said["part/accord.md"] == ("removed", None)
    assert said["note.txt"] == ("unchanged", None)
    fresh = path.with_name("fresh.sqlite")
    synced(folder, fresh)
    assert stored(path) == stored(fresh)


def test_a_renamed_file_keeps_its_ids(folder: Path, path: Path) -> None:
    synced(folder, path)
    before = ids(path)
    (folder / "part" / "pact.md").rename(folder / "moved.md")
    synced(folder, path)
    after = ids(path)
    assert after["moved.md"] == before["part/pact.md"]
    assert {k: v for k, v in after.items() if k != "moved.md"} == {
        k: v for k, v in before.items() if k != "part/pact.md"
    }


def test_edits_elsewhere_do_not_change_ids_of_the_same_words(folder: Path, path: Path) -> None:
    shared = "The same words stand in two articles."
    fill(
        folder,
        {
            **OLD,
            "b.txt": f"B\n\n{shared}\n\nMore of b.\n",
            "c.txt": f"C\n\n{shared}\n\nMore of c.\n",
        },
    )
    synced(folder, path)
    before = ids(path)
    assert not set(before["b.txt"]) & set(before["c.txt"])
    fill(folder, {**OLD, "a.txt": f"A\n\n{shared}\n", "c.txt": f"C\n\n{shared}\n\nMore of c.\n"})
    synced(folder, path)
    assert ids(path)["c.txt"] == before["c.txt"]


def test_words_put_back_get_their_id_back(folder: Path, path: Path) -> None:
    synced(folder, path)
    before = ids(path)
    for text in ("# About treaty\n\nSomething else.\n", OLD["part/treaty.md"]):
        fill(folder, {**OLD, "part/treaty.md": text})
        synced(folder, path)
    assert ids(path) == before


def test_a_library_made_anew_keeps_the_ids(folder: Path, path: Path) -> None:
    synced(folder, path)
    before = ids(path)
    synced(folder, path, force=True)
    assert ids(path) == before


def test_of_equal_texts_one_is_kept_and_the_other_follows_when_it_goes(
    folder: Path, path: Path
) -> None:
    fill(folder, {**OLD, "twin.txt": OLD["note.txt"]})
    _, said = synced(folder, path)
    assert said["twin.txt"] == ("skipped", "It has the same text as 'note.txt'.")
    (folder / "note.txt").unlink()
    _, said = synced(folder, path)
    assert "twin.txt" in stored(path)


@pytest.mark.parametrize("stamp", [0, 4_102_444_800], ids=["1970", "2100"])
def test_an_edit_that_keeps_size_and_time_is_seen(folder: Path, path: Path, stamp: int) -> None:
    file = folder / "note.txt"
    os.utime(file, (stamp, stamp))
    synced(folder, path)
    file.write_text(OLD["note.txt"].replace("stays", "goes!"))
    os.utime(file, (stamp, stamp))
    _, said = synced(folder, path)
    assert said["note.txt"] == ("indexed", None)


def test_a_touched_file_is_unchanged(folder: Path, path: Path) -> None:
    first, _ = synced(folder, path)
    age(folder / "note.txt")
    second, said = synced(folder, path)
    assert said["note.txt"] == ("unchanged", None)
    assert first.state == second.state


def test_most_articles_gone_is_refused_and_nothing_changes(folder: Path, path: Path) -> None:
    synced(folder, path)
    before = stored(path)
    fill(folder, {"note.txt": OLD["note.txt"], "new.txt": "New\n\nA new one.\n"})
    with pytest.raises(RemovalRefused, match=r"4 of 5 articles.*--allow-removal"):
        synced(folder, path)
    assert stored(path) == before
    synced(folder, path, allow_removal=True)
    assert set(stored(path)) == {"note.txt", "new.txt"}


def test_a_dry_run_tells_and_writes_nothing(folder: Path, path: Path) -> None:
    synced(folder, path)
    before = stored(path)
    fill(folder, NEW)
    _, told = synced(folder, path, dry_run=True)
    assert stored(path) == before
    assert synced(folder, path)[1] == told


class Unlisted:
    """An extractor that finds every file it is given unreadable for the moment."""

    def __call__(
        self, candidates: Sequence[Candidate], folder: Path, limits: Limits
    ) -> Iterator[Article | Skipped]:
        return (Skipped(c.id, "No luck just now.", transient=True) for c in candidates)


def test_what_cannot_be_read_just_now_stays_as_it_was(folder: Path, path: Path) -> None:
    synced(folder, path)
    before = stored(path)
    (folder / "note.txt").write_text("Other words.\n\nOther words stand here.\n")
    _, said = synced(folder, path, extractor=Unlisted())
    assert said["note.txt"] == ("skipped", "No luck just now.")
    assert stored(path) == before
    _, said = synced(folder, path)
    assert said["note.txt"] == ("indexed", None)


def test_a_file_that_becomes_unreadable_for_good_goes(folder: Path, path: Path) -> None:
    synced(folder, path)
    (folder / "note.txt").write_bytes(b"")
    _, said = synced(folder, path)
    assert said["note.txt"][0] == "skipped"
    assert "note.txt" not in stored(path)
    assert synced(folder, path)[1]["note.txt"][0] == "skipped"


def test_articles_of_a_folder_that_cannot_be_listed_stay(tmp_path: Path) -> None:
    """As a user that is not root, who may list everything."""
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    fill(folder, OLD)
    synced(folder, path)
    (folder / "part").chmod(0)
    if os.access(folder / "part", os.R_OK):
        pytest.skip("root may list everything")
    try:
        _, said = synced(folder, path)
    finally:
        (folder / "part").chmod(0o755)
    assert said["part/treaty.md"][0] == "skipped"
    assert set(stored(path)) == set(OLD)


def records(
    candidates: Sequence[Candidate], folder: Path, limits: Limits
) -> Iterator[Article | Skipped]:
    """An extractor for which every line of a .records file is an article."""
    for candidate in candidates:
        for number, line in enumerate(candidate.path.read_text().splitlines()):
            (found,) = in_turn([candidate], folder, limits)
            assert isinstance(found, Article)
            yield Article(f"{candidate.id}#{number}", line, blocks=found.blocks[:0])


def test_one_file_may_hold_many_articles(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    fill(folder, {"all.txt": "One line of words.\nAnother line of words.\n"})
    synced(folder, path, extractor=records)
    assert list(stored(path)) == ["all.txt#0", "all.txt#1"]
    (folder / "all.txt").rename(folder / "every.txt")
    sync(folder, path, SyncOptions(extractor=records))
    assert list(stored(path)) == ["every.txt#0", "every.txt#1"]
    fill(folder, {"every.txt": "One line of words.\n"})
    sync(folder, path, SyncOptions(extractor=records))
    assert list(stored(path)) == ["every.txt#0"]


def each_record(
    candidates: Sequence[Candidate], folder: Path, limits: Limits
) -> Iterator[Article | Skipped]:
    """The extractor of every format, in this process."""
    for candidate in candidates:
        yield from outcomes_of(candidate, folder, limits)


TABLE = "text\nThe bridge was closed.\nThe mill, at Hallow, burned down.\nThe bridge was closed.\n"
CELLS = "It has 3 cells, but the header names 1 columns."


def left_out(path: Path) -> dict[str, str]:
    """The records that a library says gave no article, and why."""
    return {record.name: record.reason for record in Library.opened(path).left_out()}


def test_records_that_are_left_out_are_remembered_with_their_reasons(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    fill(folder, {"n.csv": TABLE})
    time.sleep(0.06)  # as above
    why = {"n.csv#2": CELLS, "n.csv#3": "It has the same text as 'n.csv#1'."}
    _, said = synced(folder, path, extractor=each_record)
    assert said["n.csv#2"] == ("skipped", CELLS)
    assert left_out(path) == why
    _, said = synced(folder, path, extractor=each_record)
    assert said == {"n.csv": ("unchanged", None)}
    assert left_out(path) == why
    fill(folder, {"n.csv": TABLE.replace(",", "")})
    synced(folder, path, extractor=each_record)
    assert list(left_out(path)) == ["n.csv#3"]
    fill(folder, {"note.txt": "A note."})
    synced(folder, path, extractor=each_record, allow_removal=True)
    assert left_out(path) == {}


def test_a_file_of_bad_records_alone_is_read_once(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    fill(folder, {"n.csv": "text\nThe mill, at Hallow, burned down.\n"})
    time.sleep(0.06)  # as above
    _, said = synced(folder, path, extractor=each_record)
    assert said == {"n.csv#1": ("skipped", CELLS)}
    _, said = synced(folder, path, extractor=each_record)
    assert said == {"n.csv": ("unchanged", None)}
    assert left_out(path) == {"n.csv#1": CELLS}


def test_a_record_takes_the_place_of_an_article_with_its_text(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    table = {"n.csv": "text\nThe bridge was closed.\nThe mill burned down.\n"}
    fill(folder, {**table, "a.txt": "The bridge was closed."})
    time.sleep(0.06)  # as above
    synced(folder, path, extractor=each_record)
    assert left_out(path) == {"n.csv#1": "It has the same text as 'a.txt'."}
    fill(folder, table)
    synced(folder, path, extractor=each_record)
    assert list(stored(path)) == ["n.csv#1", "n.csv#2"]
    assert left_out(path) == {}


def test_of_a_record_and_a_file_with_one_name_the_first_is_kept(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    table = "id,text\nb.txt,The bridge was closed.\n2,The mill burned down.\n"
    fill(folder, {"a.csv": table, "a.csv#b.txt": "The well was dug.", "c.txt": "A road was built."})
    time.sleep(0.06)  # as above
    sync(folder, path, SyncOptions(extractor=each_record))
    assert list(stored(path)) == ["a.csv#2", "a.csv#b.txt", "c.txt"]
    _, said = synced(folder, path, extractor=each_record)
    assert said["a.csv#b.txt"] == ("skipped", "An article of another file has the same name.")


@pytest.mark.parametrize("name", ["all.csv", "C#.csv", "part#1/all.csv"])
@pytest.mark.parametrize("record", ["12", "C#1", "#12", "https://x.example/a#history"])
def test_a_record_stays_whatever_signs_its_id_and_file_hold(
    tmp_path: Path, name: str, record: str
) -> None:
    folder, path = tmp_path / "articles", tmp_path / "library.sqlite"
    table = {name: f"id,text\n{record},The bridge was closed.\n"}
    fill(folder, table)
    time.sleep(0.06)  # as above
    synced(folder, path, extractor=each_record)
    assert list(stored(path)) == [f"{name}#{record}"]
    fill(folder, {**table, "new.txt": "A new one."})
    _, said = synced(folder, path, extractor=each_record)
    assert said == {name: ("unchanged", None), "new.txt": ("indexed", None)}
    assert list(stored(path)) == sorted([f"{name}#{record}", "new.txt"])
