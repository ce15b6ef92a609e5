"""The command line: which commands and options there are, and what their help says.

Knows neither settings nor what a command does; `app` gives it the table of commands.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from qa.exit_status import ExitStatus
from qa.render.visible import one_line

PROGRAM = "pullquote"

STRICTNESSES = ("low", "normal", "high")

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

EPILOG = """\
examples:
  pullquote                                         ask the sample articles at a prompt
  pullquote --articles ~/articles                   ask your own
  pullquote ask "When was the memorandum signed?"   one question, then the end
  pullquote doctor                                  what is set up, what is missing
  pullquote index --articles ~/articles --watch     keep up with a folder
  pullquote eval questions.jsonl                    how good the answers are

Each command tells more: pullquote ask --help. An option goes before its variable, and a variable
before the .env file. Further variables, quotes per answer and Slack's tokens among them:
.env.example.

exit status: 0 answered, 3 not answered, 1 failed, 2 wrong usage, 130 interrupted"""

ASK_EPILOG = """\
Without a question, and with standard input from a pipe or file, a question a line is read.
A question that begins with a dash stands behind --.

examples:
  pullquote ask "When was the memorandum signed?"
  pullquote ask --json "Who is Dr. Ito?" | python3 -m json.tool
  pullquote ask --articles ~/articles < questions.txt
  pullquote ask --batch questions.jsonl > answers.jsonl

exit status: 0 answered, 3 not answered (of several, any), 1 failed, 2 wrong usage, 130
interrupted. With --batch, 0 when every line was worked off, answered or not (each says so
itself), 1 when a line was no question."""

EVAL_EPILOG = """\
FILE holds JSON Lines: {"question": "...", "answers": ["words of the article"], "article":
"file.md"}, or {"question": "...", "answerable": false} for what should be refused.
docs/eval.md tells of all fields and measures.

examples:
  pullquote eval questions.jsonl --save before
  pullquote eval questions.jsonl --against before
  pullquote eval questions.jsonl --against ./stored-run.json --plot risk.svg

exit status: 0 measured, 1 worse than the stored run beyond noise, 2 something given cannot be
used or the report cannot be written, 130 interrupted"""

VERIFY_EPILOG = """\
Each quotation is exact (the same words at the same place), moved, changed or missing. Nothing is
asked of any server: what is compared with is the library of the articles folder.

example:
  pullquote ask --json "Who is Dr. Ito?" > answer.json && pullquote verify answer.json

exit status: 0 every quotation is exact, 1 one is not, or FILE is no answer"""

Run = TypeVar("Run")


@dataclass(frozen=True, slots=True)
class Command(Generic[Run]):
    """A command: its name, what it is for, what runs it, its own options, and the exit status
    when it cannot go on."""

    name: str
    summary: str
    run: Run
    options: Callable[[argparse.ArgumentParser], None] = lambda parser: None
    epilog: str = ""
    failed: ExitStatus = ExitStatus.FAILED


class _Parser(argparse.ArgumentParser):
    """Refuses abbreviations, keeps the line ends of epilogs, shows no control character."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", _Formatter)
        super().__init__(allow_abbrev=False, **kwargs)

    def error(self, message: str) -> Any:
        """Says what is wrong with the command line, and ends with status 2."""
        super().error(one_line(message))


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Descriptions as they are written; options in a column that fits the longest."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=24)


def parser_of(
    commands: Sequence[Command[Run]], *, epilog: str, version: Callable[[], str]
) -> argparse.ArgumentParser:
    """The parser of the whole command line; settings may stand before or after a command."""
    parser = _Parser(
        prog=PROGRAM,
        description="Answers questions about a folder of articles, in their own words alone.",
        epilog=epilog,
    )
    _add_common(parser, version, default=None)
    group = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for command in commands:
        added = group.add_parser(
            command.name,
            help=command.summary,
            description=command.summary[0].upper() + command.summary[1:] + ".",
            epilog=command.epilog,
        )
        command.options(added)
        # A default of its own would undo what stood before the command.
        _add_common(added, version, default=argparse.SUPPRESS)
    return parser


def ask_options(parser: argparse.ArgumentParser) -> None:
    """What only `ask` takes."""
    parser.add_argument("question", nargs="*", help="what to ask")
    parser.add_argument("--json", action="store_true", help="one JSON object (docs/json.md)")
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='JSON Lines {"id", "question", "history"} from FILE (- for standard input); '
        "JSON Lines in the same order come out",
    )


def feedback_options(parser: argparse.ArgumentParser) -> None:
    """What only `feedback` takes."""
    parser.add_argument("action", choices=("export", "erase"), help="what to do")
    parser.add_argument("--down", action="store_true", help="what was not helpful, to be filled in")
    parser.add_argument("--user", metavar="ID", help="erase: the person, by Slack's user id")


def doctor_options(parser: argparse.ArgumentParser) -> None:
    """What only `doctor` takes."""
    parser.add_argument("--slack", action="store_true", help="ask Slack whether the token is good")


def eval_options(parser: argparse.ArgumentParser) -> None:
    """What only `eval` takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="questions and what answers them")
    parser.add_argument("--split", choices=("tune", "report"), help='only those with this "split"')
    parser.add_argument("--save", metavar="NAME", help="store the run; with a slash, a path")
    parser.add_argument("--against", metavar="NAME", help="compare with a stored run")
    parser.add_argument("--plot", metavar="FILE.svg", type=Path, help="draw risk against coverage")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def index_options(parser: argparse.ArgumentParser) -> None:
    """What only `index` takes."""
    parser.add_argument("--watch", action="store_true", help="go on whenever the folder changes")
    parser.add_argument("--force", action="store_true", help="read every file anew")
    parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
    parser.add_argument(
        "--allow-removal",
        action="store_true",
        help="remove articles that have gone, also if they are more than half",
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a file, then the totals")


def sources_options(parser: argparse.ArgumentParser) -> None:
    """What only `sources` takes."""
    parser.add_argument(
        "filter", metavar="FILTER", nargs="*", help="words of the title, author, date, link or file"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a line")


def show_options(parser: argparse.ArgumentParser) -> None:
    """What only `show` takes."""
    parser.add_argument("id", metavar="ID", help="a passage's id")


def verify_options(parser: argparse.ArgumentParser) -> None:
    """What only `verify` takes."""
    parser.add_argument("file", metavar="FILE", help="an answer as JSON (- for standard input)")


def _add_common(
    parser: argparse.ArgumentParser, version: Callable[[], str], *, default: str | None
) -> None:
    group = parser.add_argument_group("settings")
    group.add_argument(
        "--articles",
        metavar="DIR",
        type=Path,
        default=default,
        help="folder of the articles (PULLQUOTE_ARTICLES; default: the samples that come along)",
    )
    group.add_argument(
        "--strictness",
        metavar="HOW",
        type=str.lower,
        choices=STRICTNESSES,
        default=default,
        help="how sure an answer must be: low, normal or high (PULLQUOTE_STRICTNESS; default:"
        " normal)",
    )
    group.add_argument(
        "--env-file",
        metavar="FILE",
        type=Path,
        default=default,
        help="settings, NAME=value a line (no variable; default: .env of the current folder)",
    )
    group.add_argument(
        "--log-level",
        metavar="LEVEL",
        type=str.upper,
        choices=LOG_LEVELS,
        default=default,
        help=f"{', '.join(LOG_LEVELS[:-1])} or {LOG_LEVELS[-1]}, to standard error"
        " (PULLQUOTE_LOG_LEVEL; default: INFO for slack, otherwise WARNING)",
    )
    parser.add_argument(
        "--version", action=_version_action(version), help="say which version this is, and end"
    )


def _version_action(version: Callable[[], str]) -> type[argparse.Action]:
    """An action that says the version, which is looked up only then."""

    class Version(argparse.Action):
        def __init__(self, option_strings: Sequence[str], dest: str, **kwargs: Any) -> None:
            super().__init__(
                option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=kwargs.get("help")
            )

        def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
            print(f"{PROGRAM} {version()}")
            parser.exit()

    return Version
