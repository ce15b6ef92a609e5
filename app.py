"""Pullquote's entry point: commands, settings, logging, and what is wired to what.

Nothing heavy is imported before a command needs it: `ask` answers in a third of a second.
"""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qa.command_line import (
    ASK_EPILOG,
    EPILOG,
    EVAL_EPILOG,
    PROGRAM,
    VERIFY_EPILOG,
    Command,
    ask_options,
    doctor_options,
    eval_options,
    feedback_options,
    index_options,
    parser_of,
    show_options,
    sources_options,
    verify_options,
)
from qa.exit_status import ExitStatus
from qa.process import give_up_stdout, quicken, ready_streams, told

if TYPE_CHECKING:
    from pydantic import SecretStr

    from qa.chat.keeper import Keeper
    from qa.chat.screen import Screen
    from qa.chat.shelf import Shelf
    from qa.doctor import Finding
    from qa.settings import Settings
    from qa.upkeep.shelves import ShelfOptions

logger = logging.getLogger(__name__)

EXAMPLES = (
    "When was the memorandum of understanding signed?",
    "Why does Japan take an interest in Bhutan?",
    "Who is Dr. Hiroshi Ito?",
)
"""Questions that the sample articles answer (tests/test_app.py asks them)."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a command starts with."""

    arguments: argparse.Namespace
    settings: "Settings"
    warnings: tuple[str, ...] = ()


class Failed(Exception):
    """A command cannot go on; the message is a sentence for the person who started it."""


class Misused(Exception):
    """The command line asks for something that cannot be; the message says what to do."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command of `argv` and returns the exit status."""
    ready_streams()
    quicken()
    failed = ExitStatus.FAILED
    try:
        arguments = parser_of(COMMANDS, epilog=EPILOG, version=_version).parse_args(argv)
        command = next(c for c in COMMANDS if c.name == (arguments.command or "repl"))
        failed = command.failed
        return _run(command, arguments)
    except Failed as error:
        told(str(error))
        return failed
    except Misused as error:
        told(str(error))
        return ExitStatus.WRONG_USAGE
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        give_up_stdout()  # whoever read our output has read enough
        return ExitStatus.ANSWERED
    except OSError as error:
        logger.debug("The command failed", exc_info=True)
        told(f"that failed: {error.strerror}")
        give_up_stdout()
        return failed


def _run(command: "Command[Run]", arguments: argparse.Namespace) -> int:
    start = _started(arguments)
    _log(start.settings, command.name)
    for warning in start.warnings if command.name != "doctor" else ():
        told(warning)
    status = command.run(start)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        give_up_stdout()
    return status


def _env_file(arguments: argparse.Namespace) -> Path | None:
    """The file of settings: the one that is named, otherwise .env where there is one."""
    named: Path | None = arguments.env_file
    return named or (Path(".env") if Path(".env").is_file() else None)


def _started(arguments: argparse.Namespace) -> Start:
    """The settings, and what is unwise about the file they stand in."""
    from qa.settings import BadSettings, env_file_warnings, load_settings

    env_file = _env_file(arguments)
    given = {name: getattr(arguments, name) for name in ("articles", "strictness", "log_level")}
    try:
        settings = load_settings(env_file, {k: v for k, v in given.items() if v is not None})
    except BadSettings as error:
        raise Failed(str(error)) from None
    warnings = tuple(env_file_warnings(env_file, settings.articles)) if env_file else ()
    return Start(arguments, settings, warnings)


def _log(settings: "Settings", command: str) -> None:
    from qa.logs import LineFormatter

    tokens = (settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret)
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter(secrets=[t.get_secret_value() for t in tokens if t]))
    level = settings.log_level or ("INFO" if command == "slack" else "WARNING")
    logging.basicConfig(level=level, handlers=[handler])


def _shelf_options(settings: "Settings") -> "ShelfOptions":
    from index.engine import Scoring
    from index.extraction import extract
    from index.limits import Limits
    from index.update import SyncOptions
    from qa.answerer import AnswerOptions
    from qa.upkeep.shelves import ShelfOptions

    limits = Limits(file_bytes=int(settings.max_file_mb * 1_000_000))
    scoring = Scoring(k1=settings.k1, b=settings.b)
    answering = AnswerOptions(settings.quotes, settings.strictness, scoring)
    reading = SyncOptions(limits, extract)
    return ShelfOptions(settings.library, reading, answering, settings.engine)


def _keeper(folder: Path, settings: "Settings") -> "Keeper":
    """Holds a folder of articles, with what answers from it; ShelfError when it cannot be read."""
    from qa.upkeep.shelves import keeper_of

    return keeper_of(folder, _shelf_options(settings))


def _kept(folder: Path, settings: "Settings") -> "Shelf":
    """A folder of articles that is kept up with from now on."""
    from qa.upkeep.shelves import folder_changes

    keeper = _keeper(folder, settings)
    keeper.start(folder_changes)
    return keeper.shelf


def _alone(folder: Path, settings: "Settings") -> "Shelf":
    """A folder of articles as it is now."""
    return _keeper(folder, settings).shelf


def _opened(start: Start, *, kept: bool = False) -> "Shelf":
    """The articles that the settings name, `kept` up with; says on stderr what was skipped."""
    from qa.chat.shelf import ShelfError

    try:
        shelf = (_kept if kept else _alone)(start.settings.articles, start.settings)
    except ShelfError as error:
        raise Failed(str(error)) from None
    if shelf.problem:
        told(shelf.problem)
    if shelf.unread:
        were = "was" if shelf.skipped + shelf.left_out == 1 else "were"
        told(f"{shelf.unread} {were} skipped; {PROGRAM} doctor says why")
    return shelf


def _screen() -> "Screen":
    from qa.chat.screen import Screen

    return Screen(sys.stdout, os.environ)


def _repl(start: Start) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Misused(
            f'the prompt needs a terminal. In a pipe: {PROGRAM} ask "..." for one question, '
            f"{PROGRAM} ask < FILE for one a line"
        )
    from qa.chat.repl import run
    from qa.settings import sample_articles

    settings = start.settings
    return run(
        _opened(start, kept=True),
        lambda folder: _kept(folder, settings),
        _screen(),
        history_file=settings.state / "history",
        examples=EXAMPLES if settings.articles == sample_articles() else (),
    )


def _ask(start: Start) -> int:
    from qa.chat.ask import AskMisused, AskOptions, run_ask

    given = start.arguments
    question = " ".join(given.question) if given.question else None
    options = AskOptions(question, given.batch, given.json)
    try:
        return run_ask(options, lambda: _opened(start), sys.stdin, sys.stdout, _screen())
    except AskMisused as error:
        raise Misused(str(error)) from None


def _slack(start: Start) -> int:
    from qa.chat.slack import SlackOptions, run
    from qa.settings import sample_articles

    settings = start.settings
    options = SlackOptions(
        bot_token=_secret(settings.slack_bot_token),
        app_token=_secret(settings.slack_app_token),
        signing_secret=_secret(settings.slack_signing_secret),
        api_url=settings.slack_api_url,
        host=settings.host,
        port=settings.port,
        follow_threads=settings.slack_follow_threads,
        state=settings.slack_memory,
        channels=settings.slack_channels,
        experts=settings.slack_experts,
        admins=settings.slack_admins,
        other_organisations=settings.slack_other_organisations,
        keep_days=settings.slack_keep_days,
        monitor_port=settings.slack_monitor_port,
        examples=EXAMPLES if settings.articles == sample_articles() else (),
    )
    return run(_opened(start, kept=True), options)


def _secret(token: "SecretStr | None") -> str | None:
    return token.get_secret_value() if token else None


def _doctor(start: Start) -> int:
    from qa.doctor import Tokens, all_well, finding_lines, settings_findings, token_findings

    settings, env_file = start.settings, _env_file(start.arguments)
    bot = _secret(settings.slack_bot_token)
    tokens = Tokens(bool(bot), bool(settings.slack_app_token), bool(settings.slack_signing_secret))
    findings = [
        *settings_findings(str(env_file) if env_file else None, start.warnings),
        *_articles_findings(settings),
        *token_findings(tokens),
    ]
    if start.arguments.slack and bot:
        from qa.doctor import slack_says

        findings.append(slack_says(settings.slack_api_url, bot))
    screen = _screen()
    screen.show(finding_lines(findings, screen.look))
    well = all_well(findings) and (bool(bot) or not start.arguments.slack)
    return ExitStatus.ANSWERED if well else ExitStatus.FAILED


def _articles_findings(settings: "Settings") -> "list[Finding]":
    from index.folder import FolderError
    from index.storage import LibraryError
    from qa.doctor import Finding, Verdict, articles_findings
    from qa.upkeep.shelves import library_of

    try:
        found = library_of(settings.articles, _shelf_options(settings))
    except (FolderError, LibraryError) as error:
        return [Finding(Verdict.BAD, "articles", str(error))]
    skipped = [(file.path, file.reason) for file in found.library.files() if file.reason]
    left_out = [(record.name, record.reason) for record in found.library.left_out()]
    findings = articles_findings(settings.articles, found.library, skipped, left_out)
    problem = [Finding(Verdict.NOTE, "library", found.problem)] if found.problem else []
    return [*findings, *problem]


def _eval(start: Start) -> int:
    from qa.chat.evaluate import EvalOptions, run_eval

    given = start.arguments
    options = EvalOptions(
        file=given.file,
        runs=start.settings.state / "runs",
        save=given.save,
        against=given.against,
        plot=given.plot,
        json=given.json,
        split=given.split,
    )
    return run_eval(options, lambda: _opened(start), sys.stdout, sys.stderr)


def _upkeep(start: Start) -> int:
    """The commands about the library itself: index, check, sources, show, verify."""
    from qa.upkeep.running import UpkeepFailed, run

    settings = start.settings
    try:
        return run(start.arguments, settings.articles, _shelf_options(settings), _screen())
    except UpkeepFailed as error:
        raise Failed(str(error)) from None


def _feedback(start: Start) -> int:
    from qa.chat.feedback import NoFeedback, erase_person, export

    arguments, path = start.arguments, start.settings.slack_memory
    if bool(arguments.user) != (arguments.action == "erase"):
        raise Misused("feedback erase needs --user, and export takes none")
    try:
        if arguments.action == "erase":
            told(f"questions erased: {erase_person(path, arguments.user)}")
        else:
            export(path, print, told, down=arguments.down)
    except NoFeedback as error:
        raise Failed(str(error)) from None
    return ExitStatus.ANSWERED


def _version() -> str:
    """The version of the checkout that this file is in, otherwise of what is installed."""
    import tomllib
    from importlib.metadata import version

    project = Path(__file__).with_name("pyproject.toml")
    if project.is_file():
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    return version(PROGRAM)


Run = Callable[[Start], int]

# One row a command, and one function that runs it.
COMMANDS: tuple[Command[Run], ...] = (
    Command("repl", "ask at a prompt (what happens without a command)", _repl),
    Command("ask", "answer a question, or each of a file or pipe", _ask, ask_options, ASK_EPILOG),
    Command("slack", "answer in Slack until stopped", _slack),
    Command(
        "feedback", "what was rated in Slack, as questions for eval", _feedback, feedback_options
    ),
    Command("doctor", "check settings, articles and Slack's tokens", _doctor, doctor_options),
    Command(
        "eval",
        "measure the answers to a file of questions",
        _eval,
        eval_options,
        EVAL_EPILOG,
        failed=ExitStatus.WRONG_USAGE,
    ),
    Command("index", "bring the library up to date with the articles", _upkeep, index_options),
    Command("check", "verify every hash and count of the library", _upkeep),
    Command("sources", "list the articles of the library", _upkeep, sources_options),
    Command("show", "show a passage where it stands, by its id", _upkeep, show_options),
    Command("verify", "prove an answer's quotations", _upkeep, verify_options, VERIFY_EPILOG),
)


if __name__ == "__main__":
    sys.exit(main())
