"""Files read in processes of their own: what hangs, crashes or eats memory costs itself alone."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from index.articles import Article
from index.extraction import QUICK_BYTES, QUICK_BYTES_TOGETHER, extract, is_quick
from index.files import outcomes_of
from index.folder import Candidate, Skipped, walk
from index.limits import Limits
from index.workers import WorkersFailed, worker_command
from tests.documents import LONG, docx, page, para

PLANTED = worker_command(
    "import sys, runpy; sys.argv.append('planted');"
    f" runpy.run_path({str(Path(__file__).parent / 'planted_worker.py')!r}, run_name='planted')"
)
LIMITS = Limits(seconds=1.5, memory_bytes=400_000_000)
linux = pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux")


def fill(folder: Path, files: Mapping[str, str | bytes]) -> list[Candidate]:
    for name, words in files.items():
        (folder / name).write_bytes(words if isinstance(words, bytes) else words.encode())
    return [found for found in walk(folder) if isinstance(found, Candidate)]


def planted(
    folder: Path, files: Mapping[str, str], *, workers: int = 2, limits: Limits = LIMITS
) -> dict[str, str]:
    """What each file gave: its text, or "!" and the reason."""
    outcomes = extract(fill(folder, files), folder, limits, workers=workers, command=PLANTED)
    return dict(map(told, outcomes))


def told(outcome: Article | Skipped) -> tuple[str, str]:
    if isinstance(outcome, Article):
        return outcome.id, outcome.text
    return outcome.path, f"!{outcome.reason}"


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return (
        Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z" if Path("/proc").exists() else True
    )


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("sleep 60", "took longer than 1.5 seconds"),
        ("spin", "took longer than 1.5 seconds"),
        ("abort", "reader crashed (signal 6)"),
        ("exit", "reader crashed"),
        pytest.param("eat", "more than 381 MB of memory", marks=linux),
        ("fail", "reader failed (ZeroDivisionError)"),
        ("connect", "cannot be read"),
        ("fork", "cannot be read"),
        ("garbage", "reader crashed"),
        ("huge", "reader crashed"),
        ("lie", "reader crashed"),
    ],
)
def test_a_file_that_misbehaves_costs_itself_alone(tmp_path: Path, what: str, reason: str) -> None:
    files = {f"{letter}.html": f"Words of {letter}." for letter in "abdef"}
    outcomes = planted(tmp_path, {**files, "c.html": what})
    assert reason in outcomes.pop("c.html")
    assert outcomes == files
    assert list(outcomes) == sorted(files)


@linux
@pytest.mark.slow
def test_all_of_them_at_once_cost_no_other(tmp_path: Path) -> None:
    """Slow: four files hang, each until its time is up."""
    bad = ["abort", "eat", "exit", "fail", "garbage", "huge", "lie", "sleep 60", "spin"]
    files = {f"{n:02}.html": f"Words {n}." for n in range(0, 40, 2)}
    files |= {f"{2 * n + 1:02}.html": what for n, what in enumerate(bad * 2)}
    outcomes = planted(tmp_path, files)
    assert list(outcomes) == sorted(files)
    assert all(outcomes[name].startswith("!") == (what in bad) for name, what in files.items())


def test_what_a_library_prints_is_no_report(tmp_path: Path) -> None:
    assert planted(tmp_path, {"a.html": "print"}) == {"a.html": "print"}


def test_no_token_reaches_a_reading_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-canary")
    names = planted(tmp_path, {"a.html": "secret"})["a.html"]
    assert "SLACK_BOT_TOKEN" not in names
    assert "PATH" in names


def test_processes_are_used_again(tmp_path: Path) -> None:
    files = {f"{n:03}.html": "pid" for n in range(60)}
    assert len({words.split()[1] for words in planted(tmp_path, files).values()}) <= 2


def test_a_file_that_only_crashes_a_used_process_is_read_in_a_fresh_one(tmp_path: Path) -> None:
    files = {"a.html": "Words.", "b.html": "abort-if-used", "c.html": "Words."}
    assert planted(tmp_path, files, workers=1)["b.html"] == "abort-if-used"


def test_no_process_is_left_when_the_caller_stops_early(tmp_path: Path) -> None:
    files = {"a.html": "pid", "b.html": "pid", "c.html": "sleep 60"}
    outcomes = extract(fill(tmp_path, files), tmp_path, LIMITS, workers=2, command=PLANTED)
    pids = [int(told(next(outcomes))[1].split()[1]) for _ in range(2)]
    assert isinstance(outcomes, Iterator)
    outcomes.close()  # type: ignore[attr-defined]
    assert not any(map(alive, pids))


def test_a_caller_that_takes_its_time_costs_no_file(tmp_path: Path) -> None:
    files = {f"{n}.html": "sleep 0.4" for n in range(6)} | {"7.html": "Words. " * 20_000}
    candidates = fill(tmp_path, files)
    for outcome in extract(candidates, tmp_path, LIMITS, workers=2, command=PLANTED):
        assert isinstance(outcome, Article)
        time.sleep(0.7)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes by /proc")
@pytest.mark.slow
def test_a_process_ends_by_itself_when_ours_is_killed(tmp_path: Path) -> None:
    """Slow: the process ends some seconds after its limit, which is for us to hold."""
    (tmp_path / "a.html").write_text("pid")
    (tmp_path / "b.html").write_text("spin")
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from pathlib import Path; from index.extraction import extract; from index.limits import Limits\n"
        "from index.folder import walk\n"
        f"folder = Path({str(tmp_path)!r}); found = list(walk(folder))\n"
        f"for o in extract(found, folder, Limits(seconds=1), workers=1, command={PLANTED!r}):\n"
        "    print(o.text, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as ours:
        assert ours.stdout
        pid = int(ours.stdout.readline().split()[1])
        ours.send_signal(signal.SIGKILL)
    for _ in range(100):
        if not alive(pid):
            return
        time.sleep(0.1)
    pytest.fail("the reading process went on")


def test_a_process_that_cannot_start_is_our_error_and_no_files(tmp_path: Path) -> None:
    candidates = fill(tmp_path, {"a.html": "Words."})
    for command in ([sys.executable, "-c", "import sys; sys.exit(7)"], ["/nowhere/python"]):
        with pytest.raises(WorkersFailed):
            list(extract(candidates, tmp_path, LIMITS, command=command))


def test_it_works_in_a_thread_beside_others(tmp_path: Path) -> None:
    candidates = fill(tmp_path, {f"{n}.html": f"Words {n}." for n in range(8)})
    done: list[int] = []

    def read() -> None:
        done.append(len(list(extract(candidates, tmp_path, LIMITS, workers=2, command=PLANTED))))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert done == [8, 8, 8]


def test_the_pool_gives_what_the_readers_give(tmp_path: Path) -> None:
    candidates = fill(
        tmp_path,
        {
            "a.docx": docx(para("Two Piers", "Title") + para(LONG)),
            "b.html": page(f"<h1>Two Piers</h1><p>{LONG}</p>"),
            "c.md": "---\ntitle: T\nauthor: A\ndate: 3/4/2025\n---\n# T\n\nWords.",
            "d.txt": "caf\xe9 is a house where the people of the town drink".encode("cp1252"),
            "e.csv": "title,text\nA,First words.\nB,\nC,Last words.\n",
            "f.jsonl": '{"text": "\\ud83d\\ude00 words."}\n{broken\n',
            "g.png": b"\x89PNG",
            "h.md": b"",
            "i.txt": "A lone surrogate cannot be here, but \u202e and \x07 can.",
        },
    )
    here = [outcome for c in candidates for outcome in outcomes_of(c, tmp_path, Limits())]
    assert list(extract(candidates, tmp_path, Limits(), workers=2)) == here
    assert [told(o)[0] for o in here] == [
        "a.docx", "b.html", "c.md", "d.txt", "e.csv#1", "e.csv#2", "e.csv#3", "f.jsonl#1", "f.jsonl#2",
        "g.png", "h.md", "i.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("limits", "name", "words", "reason"),
    [
        (Limits(file_bytes=10), "a.html", "more than ten", "more than the limit of 10"),
        (Limits(bulk_bytes=10), "a.csv", "title,text\n", "more than the limit of 10"),
        (Limits(text_characters=5), "a.txt", "more than five", "more than the limit of 5"),
        (
            Limits(text_characters=5),
            "a.jsonl",
            '{"text": "more than five"}',
            "more than the limit of 5",
        ),
        (Limits(expanded_bytes=1_000), "a.docx", docx(para("x")), "expands to"),
    ],
    ids="input bulk-input text record-text expanded".split(),
)
def test_limits_are_kept_and_named(
    tmp_path: Path, limits: Limits, name: str, words: str | bytes, reason: str
) -> None:
    (outcome,) = extract(fill(tmp_path, {name: words}), tmp_path, limits)
    assert isinstance(outcome, Skipped)
    assert reason in outcome.reason


@pytest.mark.parametrize(
    ("files", "quick"),
    [
        ({}, True),
        ({f"{n}.md": "Words." for n in range(5)}, True),
        ({"a.txt": "Words.", "b.png": "x" * (QUICK_BYTES + 1)}, True),
        ({"a.md": "x" * (QUICK_BYTES + 1)}, False),
        (
            {f"{n}.md": "x" * QUICK_BYTES for n in range(QUICK_BYTES_TOGETHER // QUICK_BYTES + 1)},
            False,
        ),
        ({"a.md": "Words.", "b.html": "Words."}, False),
    ],
    ids="none few unknown large many html".split(),
)
def test_only_a_handful_of_small_texts_is_read_in_our_own_process(
    tmp_path: Path, files: dict[str, str], quick: bool
) -> None:
    candidates = fill(tmp_path, files)
    assert is_quick(candidates) is quick
    if quick:
        list(extract(candidates, tmp_path, Limits(), command=["/nowhere/python"]))


def test_a_file_that_grows_while_it_waits_is_not_read(tmp_path: Path) -> None:
    candidates = fill(tmp_path, {"a.html": "<p>Words.</p>"})
    (tmp_path / "b").write_text("<p>Other words.</p>")
    (tmp_path / "b").replace(tmp_path / "a.html")
    (outcome,) = extract(candidates, tmp_path, Limits())
    assert isinstance(outcome, Skipped)
    assert "changed" in outcome.reason
    assert outcome.transient


@pytest.mark.slow
def test_a_thousand_pages_are_read_in_order_and_faster_by_two(tmp_path: Path) -> None:
    """Slow: a thousand pages are parsed twice, to time one process against two."""
    candidates = fill(
        tmp_path,
        {f"{n:04}.html": page(f"<h1>Page {n}</h1>" + f"<p>{LONG}</p>" * 9) for n in range(1_000)},
    )
    times = []
    for workers in (1, 2):
        started = time.monotonic()
        outcomes = list(extract(candidates, tmp_path, Limits(), workers=workers))
        times.append(time.monotonic() - started)
        assert [told(o)[0] for o in outcomes] == [c.id for c in candidates]
        assert all(isinstance(o, Article) for o in outcomes)
    if (os.cpu_count() or 1) > 1:
        assert times[1] < times[0]
