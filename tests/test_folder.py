"""A folder of files of every kind: the good ones are read, each other one has its reason."""

import os
import socket
from pathlib import Path

import pytest

from index.articles import Article
from index.folder import (
    Candidate,
    FolderError,
    FolderMissing,
    FolderReading,
    FolderUnreadable,
    NotAFolder,
    Skipped,
    read_folder,
    read_one,
    walk,
)
from index.limits import Limits
from index.readers import READERS

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text("A sentence that can be read.")
    return folder


def ids(reading: FolderReading) -> list[str]:
    return [article.id for article in reading.articles]


def reason(folder: Path, name: str, *, limits: Limits | None = None) -> str:
    """Why `name` was skipped; the good file must have been read all the same."""
    reading = read_folder(folder, limits=limits)
    assert "good.txt" in ids(reading)
    return next(s.reason for s in reading.skipped if s.path == name)


def test_articles_come_by_id_with_forward_slashes(folder: Path) -> None:
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "b" / "c" / "d.md").write_text("# D\n\nText d.")
    (folder / "a.txt").write_text("Text a.")
    assert ids(read_folder(folder)) == ["a.txt", "b/c/d.md", "good.txt"]


def test_a_second_reading_gives_the_same(folder: Path) -> None:
    assert read_folder(folder) == read_folder(folder)


@pytest.mark.parametrize("name", [".env", ".hidden.txt", ".git/a.txt"])
def test_hidden_files_are_not_even_mentioned(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("SECRET=1")
    reading = read_folder(folder)
    assert ids(reading) == ["good.txt"]
    assert reading.skipped == ()


SKIPPED = {
    "empty": ("e.txt", b"", "no text"),
    "blank": ("e.txt", b" \n\n", "no text"),
    "ending": ("e.xyz", b"words", ".markdown, .md"),
    "binary": ("e.txt", b"\x89PNG\r\n\x1a\n", "PNG"),
    "encoding": ("e.txt", b"caf\x8e and \xd2that\xd3", "UTF-8"),
    "twin": ("later.txt", b"A sentence that can be read.", "same text as 'good.txt'"),
    "twin-line-ends": ("later.md", b"A sentence that can be read.", "same text as 'good.txt'"),
}


@pytest.mark.parametrize(("name", "data", "why"), SKIPPED.values(), ids=SKIPPED)
def test_a_file_that_is_no_article_has_its_reason(
    folder: Path, name: str, data: bytes, why: str
) -> None:
    (folder / name).write_bytes(data)
    assert why in reason(folder, name)


def test_a_file_over_the_limit_is_not_opened(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(10**12)
    assert "1,000,000,000,000 bytes" in reason(folder, "huge.txt")
    assert "40" in reason(folder, "huge.txt", limits=Limits(file_bytes=40))


@posix
def test_a_fifo_is_skipped_without_waiting(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "no regular file" in reason(folder, "pipe.txt")


@posix
def test_a_socket_is_skipped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        assert "no regular file" in reason(folder, "s.txt")


@posix
@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("/etc/passwd", "out of the folder"),
        ("..", "out of the folder"),
        ("nowhere.txt", "link to nothing"),
        ("good.txt", "link to 'good.txt'"),
        (".", "link to"),
        ("link.txt", "circle"),
    ],
    ids=["out", "parent", "dangling", "inside", "itself", "loop"],
)
def test_links_are_never_followed(folder: Path, target: str, why: str) -> None:
    (folder / "link.txt").symlink_to(target)
    assert why in reason(folder, "link.txt")


@posix
def test_a_file_swapped_for_another_after_the_walk_is_not_read(folder: Path) -> None:
    candidate = next(found for found in walk(folder) if isinstance(found, Candidate))
    (folder / "other").write_text("Other words.")
    (folder / "other").replace(folder / "good.txt")
    outcome = read_one(candidate, folder, Limits())
    assert isinstance(outcome, Skipped)
    assert "changed" in outcome.reason


@posix
def test_a_link_put_in_a_files_place_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret words.")
    candidate = next(found for found in walk(folder) if isinstance(found, Candidate))
    (folder / "good.txt").unlink()
    (folder / "good.txt").symlink_to(tmp_path / "secret.txt")
    assert isinstance(read_one(candidate, folder, Limits()), Skipped)


def test_a_file_that_vanished_after_the_walk_costs_itself_alone(folder: Path) -> None:
    candidate = next(found for found in walk(folder) if isinstance(found, Candidate))
    (folder / "good.txt").unlink()
    assert isinstance(read_one(candidate, folder, Limits()), Skipped)


def test_any_failure_of_a_reader_costs_its_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_id: str, _data: bytes, /) -> Article:
        raise ZeroDivisionError

    monkeypatch.setitem(READERS, ".broken", broken)
    (folder / "a.broken").write_text("x")
    assert "ZeroDivisionError" in reason(folder, "a.broken")


@not_root
def test_what_may_not_be_read_is_skipped(folder: Path) -> None:
    (folder / "closed.txt").write_text("x")
    (folder / "closed.txt").chmod(0)
    (folder / "shut").mkdir(mode=0)
    try:
        assert "Permission" in reason(folder, "closed.txt")
        assert "Permission" in reason(folder, "shut")
    finally:
        (folder / "shut").chmod(0o700)


@posix
@pytest.mark.parametrize(
    "name",
    [b"new\nline.txt", b"caf\xe9.txt", b"\x1b[31mred.txt", b"back\\slash.txt", b" .txt "],
    ids=["newline", "latin-1", "ansi", "backslash", "spaces"],
)
def test_odd_names_are_kept_as_they_are(folder: Path, name: bytes) -> None:
    try:
        (folder / os.fsdecode(name)).write_text("Other words.")
    except OSError:
        pytest.skip("the file system takes no such name")
    reading = read_folder(folder)
    assert os.fsdecode(name) in [*ids(reading), *(s.path for s in reading.skipped)]


@pytest.mark.parametrize(
    ("make", "error"),
    [(lambda path: None, FolderMissing), (lambda path: path.write_text("x"), NotAFolder)],
    ids=["missing", "file"],
)
def test_a_folder_that_is_none_is_refused_with_a_remedy(
    tmp_path: Path, make: object, error: type[FolderError]
) -> None:
    assert callable(make)
    make(tmp_path / "articles")
    with pytest.raises(error, match=r"articles.*\. [A-Z]") as caught:
        read_folder(tmp_path / "articles")
    assert caught.value.folder == tmp_path / "articles"


@not_root
def test_a_folder_that_may_not_be_listed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    with pytest.raises(FolderUnreadable, match="permissions"):
        read_folder(tmp_path / "shut")


@posix
def test_a_folder_may_be_named_by_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "named").symlink_to(folder)
    assert ids(read_folder(tmp_path / "named")) == ["good.txt"]


def test_an_empty_folder_holds_no_articles(tmp_path: Path) -> None:
    assert read_folder(tmp_path) == FolderReading((), ())
