"""The commands about the library, each as a process or as the function behind it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.library import Library
from qa.exit_status import ExitStatus
from qa.render.styled import Look, plain
from qa.upkeep.inspecting import run_show
from qa.upkeep.verifying import NoQuotations, run_verify
from tests.shelved import NEW, OLD, fill, synced

ROOT = Path(__file__).parent.parent


class Place:
    """A folder of articles, and the program asked about it."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "articles"
        self.libraries = root / "libraries"
        fill(self.folder, OLD)

    def run(self, *arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
        environ = {k: v for k, v in os.environ.items() if not k.startswith("PULLQUOTE_")}
        done = subprocess.run(
            [sys.executable, "app.py", "--articles", str(self.folder), *arguments],
            cwd=ROOT,
            env={**environ, "PULLQUOTE_LIBRARY": str(self.libraries)},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    @property
    def library(self) -> Path:
        return next(self.libraries.glob("*.sqlite"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_index_tells_a_line_a_file_and_the_totals(place: Place) -> None:
    (place.folder / "song.mp3").write_bytes(b"\xff\xfb")
    status, out, _ = place.run("index", "--json")
    *files, totals = map(json.loads, out.splitlines())
    assert status == 0
    assert {f["path"]: f["status"] for f in files} == {
        **dict.fromkeys(OLD, "indexed"),
        "song.mp3": "skipped",
    }
    assert "No reader" in next(f["reason"] for f in files if f["path"] == "song.mp3")
    assert totals["totals"] == {"indexed": 5, "unchanged": 0, "skipped": 1, "removed": 0}
    status, out, _ = place.run("index")
    assert out.startswith("skipped song.mp3: No reader")
    assert "0 indexed, 5 unchanged, 1 skipped, 0 removed" in out


def test_index_refuses_to_remove_most(place: Place) -> None:
    place.run("index")
    fill(place.folder, {"note.txt": OLD["note.txt"]})
    status, out, err = place.run("index")
    assert (status, out) == (1, "")
    assert "4 of 5 articles" in err
    status, _, err = place.run("ask", "When was the treaty signed?")
    assert status == 0
    assert "4 of 5 articles" in err
    status, out, _ = place.run("index", "--allow-removal")
    assert status == 0
    assert "4 removed" in out


def test_check_is_0_for_a_sound_library_and_1_for_any_other(place: Place) -> None:
    assert place.run("check")[0] == 1
    place.run("index")
    assert place.run("check")[0] == 0
    data = bytearray(place.library.read_bytes())
    at = data.index(b"signed in 1991")
    data[at + 10 : at + 14] = b"1891"
    place.library.write_bytes(data)
    status, out, _ = place.run("check")
    assert status == 1
    assert "is damaged" in out
    assert "pullquote index --force" in out
    assert "signed in 1991" in place.run("ask", "When was the treaty signed?")[1]
    assert place.run("check")[0] == 0


def test_sources_lists_what_holds_every_word(place: Place) -> None:
    out = place.run("sources", "--json", "TREATY", "part/")[1]
    (record,) = map(json.loads, out.splitlines())
    assert record["article"] == "part/treaty.md"
    assert record["title"] == "About treaty"
    assert record["passages"] == 2
    assert place.run("sources", "nothing")[0] == ExitStatus.NOT_ANSWERED
    assert len(place.run("sources")[1].splitlines()) == 5


def test_an_answer_is_verified_and_one_altered_character_is_caught(place: Place) -> None:
    _, answer, _ = place.run("ask", "--json", "When was the treaty signed?")
    assert place.run("verify", "-", stdin=answer)[0] == 0
    status, out, _ = place.run("verify", "-", stdin=answer.replace("in 1991", "in 1992"))
    assert status == 1
    assert out.startswith("changed")
    assert place.run("verify", "-", stdin="{}")[0] == 1
    assert place.run("verify", "nowhere.json")[0] == 1


def quoted(library: Library, words: str) -> dict[str, object]:
    passage = next(p for p in library.passages if words in p.text)
    article = library.article(passage.article_id)
    return {
        "text": passage.text,
        "article": article.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "sha256": article.sha256,
    }


@pytest.mark.parametrize(
    ("files", "standing"),
    [
        pytest.param(OLD, "exact", id="unchanged"),
        pytest.param(
            {**OLD, "part/treaty.md": OLD["part/treaty.md"] + "\nMore.\n"}, "exact", id="more below"
        ),
        pytest.param(
            {**OLD, "part/treaty.md": OLD["part/treaty.md"].replace("\n\n", "\n\nMore.\n\n", 1)},
            "moved",
            id="more above",
        ),
        pytest.param(
            {**{k: v for k, v in OLD.items() if "treaty" not in k}, "x.md": OLD["part/treaty.md"]},
            "moved",
            id="renamed",
        ),
        pytest.param(
            {**OLD, "part/treaty.md": OLD["part/treaty.md"].replace("1991", "1992")},
            "changed",
            id="another year",
        ),
        pytest.param({k: v for k, v in OLD.items() if "treaty" not in k}, "missing", id="gone"),
    ],
)
def test_what_has_become_of_a_quotation_is_told(
    tmp_path: Path, files: dict[str, str], standing: str
) -> None:
    path = tmp_path / "it.sqlite"
    fill(tmp_path / "articles", OLD)
    synced(tmp_path / "articles", path)
    answer = json.dumps({"quotes": [quoted(Library.opened(path), "treaty was")], "closest": []})
    fill(tmp_path / "articles", files)
    synced(tmp_path / "articles", path)
    out = io.StringIO()
    status = run_verify(answer, Library.opened(path), out)
    assert out.getvalue().split()[0] == standing
    assert status == (ExitStatus.ANSWERED if standing == "exact" else ExitStatus.FAILED)


@pytest.mark.parametrize(
    "text",
    ["[]", '{"quotes": [{}]}', '{"quotes": [{"text": "", "article": "a"}]}', "[" * 99_999],
    ids=["list", "no-place", "no-words", "deep"],
)
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(NoQuotations, match="line 1"):
        run_verify(text, Library.of([]), io.StringIO())


def test_show_says_found_moved_changed_and_gone(tmp_path: Path) -> None:
    path = tmp_path / "it.sqlite"
    fill(tmp_path / "articles", OLD)
    synced(tmp_path / "articles", path)
    ids = {p.text.split()[1]: p.id for p in Library.opened(path).passages if "signed" in p.text}

    def shown(passage_id: str) -> tuple[int, str]:
        lines: list[str] = []
        show = lambda found: lines.append(plain(found))  # noqa: E731
        status = run_show(Library.opened(path), passage_id, look=Look(None, False), show=show)
        return status, "".join(lines)

    assert shown(ids["treaty"])[1].startswith("found: About treaty")
    fill(tmp_path / "articles", NEW)
    synced(tmp_path / "articles", path)
    assert shown(ids["pact"])[1].startswith("found: About pact, paragraph 1, part/renamed.md")
    status, text = shown(ids["treaty"])
    assert status == ExitStatus.FAILED
    assert "has changed: it stood in part/treaty.md, paragraph 1" in text
    assert "signed in 2001" in text
    assert "is gone: it stood in part/accord.md, paragraph 1" in shown(ids["accord"])[1]
    assert "is not known here" in shown("p234567abcdefg")[1]
    assert "moved" in shown(f"{ids['pact']}-abcd")[1]
