"""The program where its input or output is closed, full or interrupted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import QUESTION, ROOT, Program, program

__all__ = ["program"]


def test_a_reader_who_has_read_enough_is_no_failure(program: Program) -> None:
    """As in `ask --batch - | head -1`, where the pipe closes under us."""
    reading, writing = os.pipe()
    os.close(reading)
    line = json.dumps({"question": QUESTION}) + "\n"
    with open(writing, "wb") as closed:  # noqa: PTH123 - a descriptor has no path
        done = subprocess.run(
            [sys.executable, str(ROOT / "app.py"), "ask", "--batch", "-"],
            input=line.encode() * 20,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            cwd=program.home,
        )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a full device")
def test_a_full_disk_is_one_line(program: Program) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, str(ROOT / "app.py"), "ask", QUESTION],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=program.home,
        )
    assert (done.returncode, done.stderr) == (
        1,
        b"pullquote: that failed: No space left on device\n",
    )


@pytest.fixture
def worse(program: Program) -> tuple[str, ...]:
    """Measures six questions that were answered right over other articles, and stores the run."""
    questions = [{"id": i, "question": QUESTION, "answers": ["Tuesday"]} for i in range(6)]
    (program.home / "q.jsonl").write_text("".join(f"{json.dumps(q)}\n" for q in questions))
    for folder, words in (("good", "The memorandum was signed on a Tuesday."), ("bad", "Rain.")):
        (program.home / folder).mkdir()
        (program.home / folder / "a.txt").write_text(f"{words}\n")
    measured = program("eval", "q.jsonl", "--articles", "good", "--save", "./good.json")
    assert (measured.returncode, measured.stderr) == (0, b"")
    return "eval", "q.jsonl", "--articles", "bad", "--against", "./good.json", "--save", "./now"


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_a_report_that_nobody_reads_to_its_end_has_its_verdict_and_is_stored(
    program: Program, worse: tuple[str, ...], form: tuple[str, ...]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as closed:  # noqa: PTH123 - a descriptor has no path
        done = program(*worse, *form, stdout=closed)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1  # that no article holds what is accepted
    assert (program.home / "now").stat().st_size > 100


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a full device")
def test_a_report_that_cannot_be_written_ends_with_two(
    program: Program, worse: tuple[str, ...]
) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = program(*worse, stdout=full)
    assert done.returncode == 2
    assert b"pullquote: that failed: No space left on device\n" in done.stderr
    assert (program.home / "now").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes streams")
@pytest.mark.parametrize(("closed", "status"), [("<&-", 0), (">&-", 0), ("2>&-", 0)])
def test_closed_streams_do_no_harm(program: Program, closed: str, status: int) -> None:
    command = f'"{sys.executable}" "{ROOT / "app.py"}" ask "{QUESTION}" {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, cwd=program.home)
    assert (done.returncode, done.stderr) == (status, b"")


HEEDING_INTERRUPTS = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""A shell starts what runs in its background with the interrupt ignored; this heeds it again."""


def test_an_interrupt_has_the_status_of_one(program: Program) -> None:
    import signal

    child = subprocess.Popen(
        [sys.executable, "-c", HEEDING_INTERRUPTS, str(ROOT / "app.py"), "ask", "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=program.home,
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(b'{"question": "signed?"}\n')
    child.stdin.flush()
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=30)
    assert (child.returncode, told) == (130, b"")
