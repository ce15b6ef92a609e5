"""A library as it is read: by id and in order, one snapshot, nothing that was changed behind it."""

import os
import pickle
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from index.articles import Article, Block, BlockKind
from index.checking import faults
from index.library import Library
from index.opening import Opened, opened
from index.readers.plain import read_plain
from index.spans import Span
from index.storage import LibraryDamaged, LibraryError, LibraryTooNew
from index.sync import sync
from index.update import SyncOptions
from qa.answerer import Answerer
from qa.answers import Answer, NoAnswer, Question, ReasonCode
from tests.shelved import OLD, Contents, contents, fill, stored, synced

TEXT = "A Title\n\nThe first paragraph stands here.\n\nThe second one.\n\nThe third one is last.\n"


def article(name: str, text: str = TEXT) -> Article:
    return read_plain(name, text.encode())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "articles", OLD)
    time.sleep(0.06)  # what is younger than a file system's clock tick is looked into again
    synced(tmp_path / "articles", tmp_path / "lib" / "it.sqlite")
    return tmp_path / "lib" / "it.sqlite"


def test_articles_come_by_id_and_passages_in_the_order_of_the_text() -> None:
    library = Library.of([article("b.txt"), article("a.txt", TEXT.replace("first", "1st"))])
    assert [a.id for a in library.articles] == ["a.txt", "b.txt"]
    assert library.article_count == 2
    places = [(p.article_id, p.span.start) for p in library.passages]
    assert places == sorted(places)
    assert len(places) == library.passage_count == 6


def test_what_is_read_is_what_was_stored() -> None:
    text = "Half a character \ud83d stands here."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    given = Article("odd \udcff\n.txt", text, title="T\ud83d", blocks=(block,), notes=("N",))
    library = Library.of([given])
    assert next(library.articles) == given == library.article(given.id)
    assert all(p.span.of(given.text) == p.text for p in library.passages)


def test_passages_of_ids_come_in_the_order_of_the_ids() -> None:
    library = Library.of([article("a.txt")])
    every = list(library.passages)
    assert library.passages_of_ids([p.id for p in reversed(every)]) == every[::-1]
    with pytest.raises(KeyError):
        library.passage("nowhere")
    with pytest.raises(KeyError):
        library.article("nowhere")


def test_neighbours_end_with_the_article() -> None:
    library = Library.of([article("a.txt"), article("b.txt", TEXT.replace("first", "1st"))])
    first, second, third = library.passages_in("b.txt")
    assert library.around(first.id) == (first, second)
    assert library.around(second.id) == (first, second, third)
    assert library.around(second.id, reach=9) == (first, second, third)


def test_articles_that_share_words_have_ids_of_their_own() -> None:
    library = Library.of([article("a.txt"), article("b.txt")])
    ids = [p.id for p in library.passages]
    assert len(set(ids)) == 6
    words = ids[0].partition("-")[0]
    assert {p.article_id for p in library.with_words(words)} == {"a.txt", "b.txt"}


def files_of(path: Path) -> list[Path]:
    return sorted(f for f in path.parent.iterdir() if not f.name.endswith(".lock"))


def told_or_right(path: Path, right: Contents) -> None:
    """Damage is told when it is opened or read, or everything there is as it was."""
    try:
        found = stored(path)
    except LibraryError as error:
        said = str(error)
    else:
        assert found == right
        return
    assert "pullquote index" in said


def flips(size: int) -> list[int]:
    """Places for a bit to flip: the whole header, then every 61st byte."""
    return [*range(100), *range(100, size, 61)]


@pytest.mark.parametrize("with_log", [False, True], ids=["merged", "with-log"])
@pytest.mark.slow
def test_any_damage_to_any_file_is_told_and_cured(
    path: Path, tmp_path: Path, with_log: bool
) -> None:
    """Some 2,000 damaged copies are opened, read whole and, one in ten, made anew."""
    right = stored(path)
    reader = Library.opened(path) if with_log else None  # keeps what is written in the log
    if reader:
        fill(tmp_path / "articles", {**OLD, "more.txt": "More\n\nMore of everything.\n"})
        synced(tmp_path / "articles", path)
        right = stored(path)
    whole = {file.name: file.read_bytes() for file in files_of(path)}
    if reader:
        reader.close()
    copies = tmp_path / "copies"
    for name, data in whole.items():
        cuts = [data[:-n] for n in range(1, 101) if n <= len(data)]
        flipped = [
            data[:i] + bytes([data[i] ^ (1 << i % 8)]) + data[i + 1 :] for i in flips(len(data))
        ]
        for number, bad in enumerate([None, b"", bytes(len(data)), *cuts, *flipped]):
            shutil.rmtree(copies, ignore_errors=True)
            copies.mkdir()
            for other, content in whole.items():
                if other != name:
                    (copies / other).write_bytes(content)
            if bad is not None:
                (copies / name).write_bytes(bad)
            damaged = copies / path.name
            if name == path.name:
                told_or_right(damaged, right)
            else:
                older_or_right(damaged, right)
            if number % 10 == 0:
                sync(tmp_path / "articles", damaged, SyncOptions(force=True))
                assert stored(damaged) == right


def older_or_right(path: Path, right: Contents) -> None:
    """Without its log a library is what it was before, or damaged; no article is another."""
    with suppress(LibraryError):
        assert stored(path).items() <= right.items()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE articles SET text = replace(text, CAST('1991' AS BLOB), CAST('1992' AS BLOB))",
        "UPDATE passages SET text = CAST(replace(CAST(text AS TEXT), '1991', '1992') AS BLOB)",
        "UPDATE passages SET article = article + 2",
        "UPDATE passages SET place = replace(place, '[', '[1')",
        "UPDATE articles SET facts = replace(facts, 'treaty', 'treatx')",
        "DELETE FROM articles",
    ],
    ids=["text", "passage", "article-number", "place", "facts", "deleted"],
)
def test_what_was_changed_is_never_quoted(path: Path, tmp_path: Path, change: str) -> None:
    library = Library.opened(path)
    answerer = Answerer(library)
    question = Question("When was the treaty signed?")
    assert isinstance(answerer.answer(question), Answer)
    library.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    connection.close()
    assert list(faults(Library.opened(path)))
    reader = Library.opened(path)
    try:
        outcome = Answerer(reader).answer(question)
    except LibraryDamaged:
        pass
    else:
        assert isinstance(outcome, NoAnswer)
        assert outcome.reason.code is ReasonCode.LIBRARY_DAMAGED
        assert outcome.closest == ()
    reader.close()

    def answered(found: Opened) -> str:
        outcome = Answerer(found.library).answer(question)
        if isinstance(outcome, NoAnswer):
            raise LibraryDamaged(path, outcome.reason.text)
        return outcome.quotes[0].quote.text

    said = opened(tmp_path / "articles", path, SyncOptions(), answered)
    assert said == "The treaty was signed in 1991."


def test_a_newer_format_is_left_alone(path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("UPDATE meta SET value = '99' WHERE name = 'format'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew, match="format 99"):
        Library.opened(path)
    found = opened(tmp_path / "articles", path, SyncOptions(), lambda o: o)
    assert "format 99" in (found.problem or "")
    assert set(contents(found.library)) == set(OLD)
    assert path.read_bytes() == before


def test_an_older_format_is_made_anew(path: Path, tmp_path: Path) -> None:
    right = stored(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.execute("UPDATE meta SET value = '0' WHERE name = 'format'")
    connection.commit()
    connection.close()
    done, _ = synced(tmp_path / "articles", path)
    assert "format 0" in (done.renewed or "")
    assert stored(path) == right


def test_other_settings_read_all_anew(path: Path, tmp_path: Path) -> None:
    from index.limits import Limits

    _, said = synced(tmp_path / "articles", path, limits=Limits(file_bytes=10_000))
    assert {status for status, _ in said.values()} == {"indexed"}
    _, said = synced(tmp_path / "articles", path, limits=Limits(file_bytes=10_000))
    assert {status for status, _ in said.values()} == {"unchanged"}


def test_a_planted_pickle_is_not_opened(path: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"

    class Bomb:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, (f"touch {mark}",)

    path.write_bytes(pickle.dumps(Bomb()))
    done, _ = synced(tmp_path / "articles", path)
    assert done.renewed
    assert set(stored(path)) == set(OLD)
    assert not mark.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_read_only_place_answers_from_what_is_there(path: Path, tmp_path: Path) -> None:
    """In a child that is not root, who may write everywhere."""
    from tests.shelved import in_child

    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    path.parent.chmod(0o555)
    path.chmod(0o444)
    right, articles = stored(path), tmp_path / "articles"

    def work() -> None:
        if os.geteuid() == 0:
            os.setuid(65_534)
        found = opened(articles, path, SyncOptions(), lambda o: o)
        assert contents(found.library) == right
        assert found.problem is None

    assert in_child(work) == 0
    fill(articles, {**OLD, "more.txt": "More\n\nMore of everything.\n"})

    def stale() -> None:
        if os.geteuid() == 0:
            os.setuid(65_534)
        found = opened(articles, path, SyncOptions(), lambda o: o)
        assert "cannot be written" in (found.problem or "")
        assert set(contents(found.library)) == {*OLD, "more.txt"}

    assert in_child(stale) == 0


def test_a_link_to_a_library_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "linked"
    link.symlink_to(path.parent)
    assert stored(link / path.name) == stored(path)


def test_a_folder_that_is_gone_leaves_the_library_as_it_was(path: Path, tmp_path: Path) -> None:
    right = stored(path)
    (tmp_path / "articles").rename(tmp_path / "away")
    found = opened(tmp_path / "articles", path, SyncOptions(), lambda o: o)
    assert contents(found.library) == right
    assert "does not exist" in (found.problem or "")


def test_check_finds_a_library_sound(path: Path) -> None:
    assert list(faults(Library.opened(path))) == []
