"""The prompt as a person meets it: the real program in a real pseudo-terminal."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect", reason="needs a POSIX pseudo-terminal")

ROOT = Path(__file__).parent.parent
QUESTION = "When was the memorandum of understanding signed?"
WAIT = 10
PASTE = ("\x1b[200~", "\x1b[201~")

ARTICLE = """\
---
title: The Memorandum
author: A. Writer
date: 2025-06-03
---

## What was agreed

The memorandum of understanding was signed in December 2024. It covers transport and medicine.

The ministers met again in the spring and praised the memorandum at length.
"""

Start = Callable[..., Any]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on one article, in a home of its own."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "memo.md").write_text(ARTICLE, encoding="utf-8")
    started = []

    def begin(*, columns: int = 90, **environ: str) -> Any:
        outside = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG")}
        child = pexpect.spawn(
            sys.executable,
            [str(ROOT / "app.py"), "--articles", str(articles)],
            cwd=str(tmp_path),
            env={
                **outside,
                "LANG": "C.UTF-8",
                "TERM": "xterm-256color",
                "PROMPT_TOOLKIT_NO_CPR": "1",
                "XDG_STATE_HOME": str(tmp_path),
                **environ,
            },
            encoding="utf-8",
            dimensions=(40, columns),
            timeout=WAIT,
        )
        started.append(child)
        child.expect("Ctrl-D ends")
        ready(child)
        return child

    yield begin
    for child in started:
        child.close(force=True)


def ready(child: Any) -> None:
    """Waits until the prompt waits: it shows the cursor then, if the terminal can."""
    child.expect(r"›( \Z|[^›]*?\x1b\[\?25h)")


def reply(child: Any, line: str, until: str) -> str:
    """What is shown, up to `until`, after a line was typed; escape sequences left out."""
    child.send(line + "\r")
    child.expect(until)
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", child.before + child.after)


def ended(child: Any) -> int:
    """The exit status after Ctrl-D at an empty line."""
    ready(child)
    child.send("\x04")
    child.expect(pexpect.EOF)
    child.wait()
    return int(child.exitstatus)


def test_a_question_is_answered_with_its_citation(start: Start) -> None:
    child = start()
    shown = reply(child, QUESTION, r"memo\.md")
    assert "┃ The memorandum of understanding was signed in December 2024." in shown
    assert '[1] The Memorandum, section "What was agreed", paragraph 1' in shown


def test_open_shows_the_surroundings(start: Start) -> None:
    child = start()
    reply(child, QUESTION, r"memo\.md")
    assert "┃ The memorandum" in reply(child, "/open 1", "at length")


def test_sources_lists_the_articles(start: Start) -> None:
    shown = reply(start(), "/sources", r"memo\.md")
    assert "The Memorandum — A. Writer, 2025-06-03 — memo.md" in shown


def test_an_unknown_command_suggests_the_nearest(start: Start) -> None:
    assert "/sorces is no command. Did you mean /sources?" in reply(
        start(), "/sorces", r"sources\?"
    )


def test_ctrl_c_drops_the_line_and_ctrl_d_ends(start: Start) -> None:
    child = start()
    child.send("/sorces and more")
    child.send("\x03")
    ready(child)
    assert "Writer" in reply(child, "/sources", r"memo\.md")
    assert ended(child) == 0


def test_quit_ends(start: Start) -> None:
    child = start()
    child.send("/quit\r")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_several_pasted_lines_are_one_question(start: Start) -> None:
    child = start()
    pasted = QUESTION.replace(" of ", " of\r")
    child.send(f"{PASTE[0]}{pasted}{PASTE[1]}")
    child.expect("signed")
    shown = reply(child, "", r"memo\.md")
    assert "┃ The memorandum of understanding was signed in December 2024." in shown
    child.send("/json\r")
    child.expect(r'"question": "When was the memorandum of\\n ?understanding signed\?"')


def test_a_narrow_window_breaks_rows_and_loses_no_word(start: Start) -> None:
    shown = reply(start(columns=34), QUESTION, r"memo\.md")
    rows = [row.partition("┃ ")[2] for row in shown.splitlines() if "┃ " in row]
    assert "".join(rows) == "The memorandum of understanding was signed in December 2024."
    assert len(rows) > 1


def test_marked_words_are_coloured(start: Start) -> None:
    child = start()
    reply(child, QUESTION, r"memo\.md")
    assert "\x1b[1;32mDecember 2024" in child.before


def test_no_color_means_no_colour(start: Start) -> None:
    child = start(NO_COLOR="1")
    reply(child, QUESTION, r"memo\.md")
    colours = re.findall(r"\x1b\[[0-9;]*m", child.before)
    assert [code for code in colours if re.search(r"\b([34]\d|9\d|10\d)\b", code)] == []


def test_a_dumb_terminal_gets_no_escape_sequence(start: Start) -> None:
    child = start(TERM="dumb")
    reply(child, QUESTION, r"memo\.md")
    assert "\x1b" not in child.before


def test_a_question_stays_in_the_history(start: Start, tmp_path: Path) -> None:
    child = start()
    reply(child, QUESTION, r"memo\.md")
    ended(child)
    history = tmp_path / "pullquote" / "history"
    assert f"+{QUESTION}\n" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o777 == 0o600


def test_tab_completes_a_word_of_the_articles(start: Start) -> None:
    child = start()
    child.send("what about the minis\t")
    child.expect("ters")
