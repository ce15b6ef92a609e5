"""The line a person types into: history, completion, the line at the bottom."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.styles import Style

from qa.chat.repl.commands import COMMANDS

MOST_WORDS = 20
"""Words offered at once."""

FOLDER_COMMAND = "/articles "


class Completions(Completer):
    """Commands behind a slash, folders behind /articles, otherwise words of the articles."""

    def __init__(self, vocabulary: Callable[[str, int], list[str]]) -> None:
        self._vocabulary = vocabulary
        self._folders = PathCompleter(only_directories=True, expanduser=True)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """What could stand at the cursor."""
        text = document.text_before_cursor
        if text.startswith(FOLDER_COMMAND):
            rest = text.removeprefix(FOLDER_COMMAND)
            yield from self._folders.get_completions(Document(rest), complete_event)
        elif text.startswith("/"):
            yield from _commands(text)
        else:
            yield from self._words(document.get_word_before_cursor())

    def _words(self, prefix: str) -> Iterable[Completion]:
        if prefix.strip():
            for word in self._vocabulary(prefix, MOST_WORDS):
                yield Completion(word, start_position=-len(prefix))


def _commands(text: str) -> Iterable[Completion]:
    for command in COMMANDS:
        if f"/{command.name}".startswith(text):
            yield Completion(
                f"/{command.name}",
                start_position=-len(text),
                display=command.usage,
                display_meta=command.summary,
            )


class KeptHistory(FileHistory):
    """Earlier lines in a file; a line that cannot be written is still in memory."""

    def store_string(self, string: str) -> None:
        """Adds a line to the file."""
        with suppress(OSError):
            super().store_string(string)


def history_in(file: Path) -> History:
    """The history kept in `file`, readable by its owner alone; in memory where that fails."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
        file.chmod(0o600)
    except OSError:
        return InMemoryHistory()
    return KeptHistory(str(file))


def prompt_session(
    history: History,
    vocabulary: Callable[[str, int], list[str]],
    bottom: Callable[[], str],
) -> PromptSession[str]:
    """A prompt; `bottom` gives the text of the line below it, each time anew."""
    return PromptSession(
        history=history,
        completer=Completions(vocabulary),
        complete_while_typing=Condition(lambda: get_app().current_buffer.text.startswith("/")),
        complete_in_thread=False,
        bottom_toolbar=bottom,
        reserve_space_for_menu=6,
        style=Style.from_dict({"bottom-toolbar": "noreverse dim", "prompt": "bold"}),
    )
