"""A folder of hostile files is read: each has its verdict, and nothing else is harmed."""

import os
from pathlib import Path

import pytest

from index.articles import Article
from index.extraction import extract
from index.folder import Candidate, Skipped, walk
from index.limits import Limits
from index.passages import passages_of
from tests.documents import are_exact
from tests.hostile_files import all_of_them
from tests.hostile_texts import Hostile

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")

FAST = all_of_them()
SLOW = [hostile for hostile in all_of_them(slow=True) if hostile.slow]


def outcomes_in(folder: Path, hostile: list[Hostile]) -> dict[str, Article | Skipped]:
    """What became of each file, by its name, or a record's."""
    for file in hostile:
        file.write(folder)
    found = list(walk(folder))
    done: dict[str, Article | Skipped] = {f.path: f for f in found if isinstance(f, Skipped)}
    candidates = [f for f in found if isinstance(f, Candidate)]
    for outcome in extract(candidates, folder, Limits(), workers=2):
        done[outcome.id if isinstance(outcome, Article) else outcome.path] = outcome
    return done


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article | Skipped]:
    return outcomes_in(tmp_path_factory.mktemp("hostile"), FAST)


def judge(file: Hostile, outcomes: dict[str, Article | Skipped]) -> None:
    """Whether a file came to what it had to."""
    outcome = outcomes.get(file.name)
    match file.verdict:
        case "read":
            assert isinstance(outcome, Article), outcome
            assert file.words in outcome.text
            assert are_exact(outcome)
        case "skipped":
            assert isinstance(outcome, Skipped), outcome
            assert file.words.lower() in outcome.reason.lower()
        case "records":
            good = [name for name, o in outcomes.items() if isinstance(o, Article)]
            numbers = [name.rpartition("#")[2] for name in good if name.startswith(f"{file.name}#")]
            assert numbers == file.words.split()
        case _:
            assert outcome is None


def test_there_are_enough_of_them() -> None:
    assert len(FAST) >= 60


@pytest.mark.parametrize("file", FAST, ids=[ascii(file.name)[1:60] for file in FAST])
def test_each_file_has_its_verdict(file: Hostile, outcomes: dict[str, Article | Skipped]) -> None:
    judge(file, outcomes)


def test_nothing_else_is_read_and_nothing_is_written(tmp_path: Path) -> None:
    def listing() -> list[tuple[str, int]]:
        paths = sorted(tmp_path.rglob("*"))
        return [(str(path), path.lstat().st_mtime_ns) for path in paths if not path.is_dir()]

    for file in FAST:
        file.write(tmp_path)
    before = listing()
    candidates = [found for found in walk(tmp_path) if isinstance(found, Candidate)]
    outcomes = list(extract(candidates, tmp_path, Limits(), workers=2))
    assert listing() == before
    expected = {file.name for file in FAST if file.verdict != "unseen"}
    named = {o.id if isinstance(o, Article) else o.path for o in outcomes}
    assert {name for name in named if "#" not in name} <= expected
    assert all("root:" not in o.text for o in outcomes if isinstance(o, Article))
    assert not Path("pwned").exists()


def test_no_passage_is_longer_than_a_message(outcomes: dict[str, Article | Skipped]) -> None:
    articles = [outcome for outcome in outcomes.values() if isinstance(outcome, Article)]
    assert (
        max(len(passage.text) for article in articles for passage in passages_of(article)) <= 3_000
    )


@pytest.mark.slow
@pytest.mark.parametrize("file", SLOW, ids=[file.name for file in SLOW])
def test_each_large_file_has_its_verdict(file: Hostile, tmp_path: Path) -> None:
    """Slow: a million words are read, and half a gigabyte is refused."""
    judge(file, outcomes_in(tmp_path, [file]))
