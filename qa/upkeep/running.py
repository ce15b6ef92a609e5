"""The commands about the library itself, each from its arguments to what runs it."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from index.engine import EngineError
from index.folder import FolderError
from index.library import Library
from index.opening import library_path
from index.storage import LibraryError
from qa.chat.screen import Screen
from qa.exit_status import ExitStatus
from qa.process import told
from qa.upkeep.indexing import IndexCommand, run_index, watch_index
from qa.upkeep.inspecting import run_check, run_show, run_sources
from qa.upkeep.shelves import ShelfOptions, folder_changes, library_of
from qa.upkeep.verifying import NoQuotations, run_verify


class UpkeepFailed(Exception):
    """A command cannot go on; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What every command starts from."""

    arguments: argparse.Namespace
    folder: Path
    options: ShelfOptions
    screen: Screen

    @property
    def path(self) -> Path:
        return library_path(self.options.libraries, self.folder)

    def library(self) -> Library:
        """The library, brought up to date; says so when that was not possible."""
        found = library_of(self.folder, self.options)
        if found.problem:
            told(found.problem)
        return found.library


def run(
    arguments: argparse.Namespace, folder: Path, options: ShelfOptions, screen: Screen
) -> ExitStatus:
    """Runs the command that `arguments` name; UpkeepFailed when it cannot."""
    try:
        return _COMMANDS[arguments.command](_Given(arguments, folder, options, screen))
    except (FolderError, LibraryError, EngineError, NoQuotations) as error:
        raise UpkeepFailed(str(error)) from None


def _index(given: _Given) -> ExitStatus:
    watched = Screen(sys.stderr, {})
    command = IndexCommand(
        given.folder,
        given.path,
        replace(
            given.options.sync,
            force=given.arguments.force,
            dry_run=given.arguments.dry_run,
            allow_removal=given.arguments.allow_removal,
        ),
        sys.stdout,
        given.options.engine,
        given.arguments.json,
        watched.progress if sys.stderr.isatty() else None,
    )
    if given.arguments.watch:
        watch_index(command, folder_changes, told)
    else:
        run_index(command)
    return ExitStatus.ANSWERED


def _check(given: _Given) -> ExitStatus:
    return run_check(given.path, given.options.engine, sys.stdout)


def _sources(given: _Given) -> ExitStatus:
    out = sys.stdout if given.arguments.json else None
    words, library = " ".join(given.arguments.filter), given.library()
    return run_sources(library, words, look=given.screen.look, show=given.screen.show, json_out=out)


def _show(given: _Given) -> ExitStatus:
    library = given.library()
    return run_show(library, given.arguments.id, look=given.screen.look, show=given.screen.show)


def _verify(given: _Given) -> ExitStatus:
    try:
        file = given.arguments.file
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise UpkeepFailed(f"{given.arguments.file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UpkeepFailed(f"{given.arguments.file} is not UTF-8") from None
    return run_verify(text, given.library(), sys.stdout)


_COMMANDS: dict[str, Callable[[_Given], ExitStatus]] = {
    "index": _index,
    "check": _check,
    "sources": _sources,
    "show": _show,
    "verify": _verify,
}
