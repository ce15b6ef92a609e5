"""A conversation at the prompt: what was asked, what was shown, what a line does next."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from qa.answers import Answer, CitedQuote, Outcome, Question
from qa.chat.batch import timed
from qa.chat.repl.commands import Nothing, Typed, Unknown, Words, parsed
from qa.chat.repl.showing import counts, help_lines, opened_lines, said, source_lines
from qa.chat.shelf import OpenShelf, Shelf, ShelfError
from qa.render.json_lines import Measured, outcome_json
from qa.render.styled import BLANK, Line, Look, Piece, Style
from qa.render.terminal import outcome_lines, quote_lines

REMEMBERED = 5
"""Earlier questions that go with the next one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a line brings about: lines to show, and whether it was the last."""

    lines: tuple[Line, ...] = ()
    over: bool = False


class Session:
    """Takes line after line; knows nothing of the terminal but how wide it is."""

    def __init__(self, shelf: Shelf, open_shelf: OpenShelf) -> None:
        self._shelf = shelf
        self._open_shelf = open_shelf
        self._history: tuple[str, ...] = ()
        self._last: tuple[Outcome, Measured] | None = None
        self._quoted: Library | None = None

    @property
    def shelf(self) -> Shelf:
        """The folder that is asked, as it is now."""
        return self._shelf.latest() if self._shelf.latest else self._shelf

    def respond(self, line: str, look: Look) -> Reply:
        """What a typed line brings about."""
        match parsed(line):
            case Nothing():
                return Reply()
            case Words(text):
                return Reply(tuple(self._ask(text, look)))
            case Unknown(name, nearest):
                hint = f"Did you mean /{nearest}?" if nearest else "/help lists the commands."
                return Reply(tuple(said(f"/{name} is no command. {hint}", look, Style.ERROR)))
            case Typed("quit"):
                return Reply(over=True)
            case Typed(name, argument):
                return Reply(tuple(self._handlers()[name](argument, look)))

    def _handlers(self) -> dict[str, Callable[[str, Look], list[Line]]]:
        return {
            "help": lambda argument, look: help_lines(look),
            "sources": lambda words, look: source_lines(self.shelf.library, words, look),
            "open": self._open,
            "more": self._more,
            "json": self._json,
            "new": self._new,
            "articles": self._articles,
        }

    def _ask(self, text: str, look: Look) -> list[Line]:
        question = Question(text, self._history)
        shelf = self.shelf
        outcome, measured = timed(shelf.answer, question, shelf.library)
        self._last = outcome, measured
        self._quoted = shelf.library
        self._history = (*self._history, text)[-REMEMBERED:]
        return [*outcome_lines(outcome, look), *_more_hint(outcome, look)]

    def _more(self, argument: str, look: Look) -> list[Line]:
        if self._last is None:
            return _nothing_asked(look)
        outcome = self._last[0]
        if isinstance(outcome, Answer) and outcome.more:
            return quote_lines(outcome.more, look)
        return said("There are no further quotations.", look)

    def _open(self, argument: str, look: Look) -> list[Line]:
        if self._last is None:
            return _nothing_asked(look)
        quotes = {str(cited.citation.number): cited for cited in _quotes(self._last[0])}
        if not quotes:
            return said("The last reply had no quotations.", look)
        number = argument.strip("[]") or next(iter(quotes))
        if number not in quotes:
            there = f"The last reply has {', '.join(quotes)}."
            return said(f"There is no quotation {argument}. {there}", look, Style.ERROR)
        # A quote is opened where it was found, whatever has become of its article since.
        return opened_lines(self._quoted or self.shelf.library, quotes[number], look)

    def _json(self, argument: str, look: Look) -> list[Line]:
        if self._last is None:
            return _nothing_asked(look)
        text = outcome_json(*self._last, indent=2)
        return [(Piece(line),) for line in text.split("\n")]

    def _new(self, argument: str, look: Look) -> list[Line]:
        self._history = ()
        self._last = None
        return said("A new conversation.", look)

    def _articles(self, argument: str, look: Look) -> list[Line]:
        if not argument:
            return said(f"{counts(self.shelf, look)} {look.dot} {self.shelf.folder}", look)
        try:
            self._shelf = self._open_shelf(Path(argument).expanduser())
        except (ShelfError, RuntimeError) as error:  # RuntimeError: ~user of nobody
            return said(str(error), look, Style.ERROR)
        self._new("", look)
        return said(f"Now asking {self.shelf.folder}: {counts(self.shelf, look)}.", look)


def _quotes(outcome: Outcome) -> tuple[CitedQuote, ...]:
    if isinstance(outcome, Answer):
        return outcome.quotes + outcome.more
    return outcome.closest


def _more_hint(outcome: Outcome, look: Look) -> list[Line]:
    if not isinstance(outcome, Answer) or not outcome.more:
        return []
    hint = f"/open N shows a quotation in its article, /more {len(outcome.more)} further"
    return [BLANK, *said(hint, look, Style.CITATION)]


def _nothing_asked(look: Look) -> list[Line]:
    return said("Nothing was asked yet.", look)
