"""The prompt's loop: reads a line, shows what it brings about, until the person ends it."""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from qa.answers import Answer, Question
from qa.chat.repl.prompt import history_in, prompt_session
from qa.chat.repl.session import Session
from qa.chat.repl.showing import counts, greeting, said
from qa.chat.screen import Screen
from qa.chat.shelf import OpenShelf, Shelf
from qa.render.styled import BLANK, Style

logger = logging.getLogger(__name__)

FAILED = "That failed, and what happened is in the log. The next question may well work."

MOST_EXAMPLES = 3

MOST_TRIED = 12
"""Questions tried for the examples: the first screen must not wait."""


def run(
    shelf: Shelf,
    open_shelf: OpenShelf,
    screen: Screen,
    *,
    history_file: Path,
    examples: Sequence[str] = (),
) -> int:
    """Talks until the person ends it; returns the exit status."""
    session = Session(shelf, open_shelf)

    def vocabulary(prefix: str, limit: int) -> list[str]:
        return session.shelf.vocabulary(prefix, limit)  # the shelf may have changed

    prompt = prompt_session(
        history_in(history_file),
        vocabulary,
        lambda: f" {counts(session.shelf, screen.look)} {screen.look.dot} /help",
    )
    screen.show(greeting(shelf, answered(shelf, examples), screen.look))
    while True:
        try:
            line = prompt.prompt("\n› " if screen.look.unicode else "\n> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return 0
        if _over(session, line, screen):
            return 0


def _over(session: Session, line: str, screen: Screen) -> bool:
    """Shows what `line` brings about; whether it was the last."""
    try:
        reply = session.respond(line, screen.look)
        screen.show([BLANK, *reply.lines] if reply.lines else [])
    except KeyboardInterrupt:
        screen.show([BLANK])
        return False
    except Exception:
        # One of the three places: whatever a question sets off, the prompt comes back.
        logger.exception("A line of the prompt failed")
        screen.show(said(FAILED, screen.look, Style.ERROR))
        return False
    return reply.over


def answered(shelf: Shelf, examples: Sequence[str]) -> list[str]:
    """The first of `examples`, or else of questions after the headings, that get an answer."""
    found: list[str] = []
    for question in [*examples, *_after_headings(shelf)][:MOST_TRIED]:
        if len(found) < MOST_EXAMPLES and isinstance(shelf.answer(Question(question)), Answer):
            found.append(question)
    return found


def _after_headings(shelf: Shelf) -> Iterator[str]:
    """A question for the first section of each of the first articles."""
    seen: set[str] = set()
    for passage in shelf.library.passages:
        section = passage.context.section
        if section and passage.article_id not in seen and section != passage.context.title:
            seen.add(passage.article_id)
            yield f"What is said about “{section}”?"
        if len(seen) == MOST_TRIED:
            return
