"""The process itself: its three streams, how it starts quickly, what it says on its way out."""

import gc
import os
import sys

from qa.command_line import PROGRAM
from qa.logs import masked
from qa.render.visible import one_line


def quicken() -> None:
    """Spares the start what it does not need: together a tenth of an `ask`."""
    gc.set_threshold(100_000, 50, 50)  # modules are no garbage; the default looks through them
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads are for matrices


def ready_streams() -> None:
    """Makes the streams fit for anything: one that is closed is empty, no character fails."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - it stays open
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):  # a stand-in of an embedding program may not have it
            stream.reconfigure(errors="backslashreplace")


def told(sentences: str) -> None:
    """Says something on standard error, a line a sentence, without secrets."""
    for line in sentences.split("\n"):
        print(f"{PROGRAM}: {one_line(masked(line))}", file=sys.stderr)


def give_up_stdout() -> None:
    """Lets go of a standard output that takes no more: Python flushes once again at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
