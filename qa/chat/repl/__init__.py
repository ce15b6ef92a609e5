"""The prompt: questions and commands typed by a person at a terminal."""

from qa.chat.repl.loop import run

__all__ = ["run"]
