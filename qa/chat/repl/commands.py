"""What a typed line is: a question, or one of the prompt's commands."""

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the prompt, as help shows it."""

    name: str
    summary: str
    argument: str = ""

    @property
    def usage(self) -> str:
        """How it is typed."""
        return f"/{self.name} {self.argument}".rstrip()


COMMANDS = (
    Command("help", "what can be typed"),
    Command("sources", "the articles, or those that hold the words", "[words]"),
    Command("open", "quote N where it stands in its article", "N"),
    Command("more", "further quotations for the last question"),
    Command("json", "the last answer as JSON"),
    Command("new", "a new conversation: earlier questions are forgotten"),
    Command("articles", "ask another folder", "DIR"),
    Command("quit", "the end (so does Ctrl-D)"),
)

WORDS_ALONE = {"help": "help", "?": "help", "quit": "quit", "exit": "quit", ":q": "quit"}
"""What people type elsewhere, alone on a line."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A command with what stands behind it."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No command of ours, and the nearest that is one, if any is near."""

    name: str
    nearest: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """A question."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A blank line."""


def parsed(line: str) -> Typed | Unknown | Words | Nothing:
    """What a typed line is."""
    text = line.strip()
    if not text:
        return Nothing()
    if alone := WORDS_ALONE.get(text.casefold()):
        return Typed(alone, "")
    if not text.startswith("/"):
        return Words(text)
    name, _, argument = text[1:].partition(" ")
    return _command(name.casefold(), argument.strip())


def _command(name: str, argument: str) -> Typed | Unknown:
    names = [command.name for command in COMMANDS]
    if name in names:
        return Typed(name, argument)
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    beginning = [known for known in names if name and known.startswith(name)]
    return Unknown(name, next(iter([*beginning, *near]), None))
