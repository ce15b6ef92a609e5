"""A reading process whose reader for web pages does what a file tells it to, as Tika's MockParser.

The tests start it in place of `index.worker`. A file says one thing: "sleep 30", "spin", "abort",
"eat", "fail", "exit", "print", "connect", "fork", "garbage", "huge", "secret", or words to be read.
"""

import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable

from index import worker
from index.articles import Article
from index.frames import framed
from index.readers import READERS
from index.readers.plain import read_plain

_used = [0]


def misbehave(article_id: str, data: bytes) -> Article:
    """Do what `data` says, then read it as text."""
    what, _, rest = data.decode().partition(" ")
    _used[0] += 1
    said = DEEDS[what](rest) if what in DEEDS else None
    if what == "lie":
        blocks = [["paragraph", 0, 99, 0, None]]
        report = ["article", article_id, "x", None, None, None, None, blocks, []]
        os.write(_reports(), framed(report))
    return read_plain(article_id, said.encode() if isinstance(said, str) else data)


def _spin(_: str) -> None:
    while True:
        pass


def _abort_if_used(_: str) -> None:
    if _used[0] > 1:
        os.abort()


def _print(_: str) -> None:
    print("noise " * 10_000)
    os.write(1, b"more noise")


DEEDS: dict[str, Callable[[str], object]] = {
    "sleep": lambda seconds: time.sleep(float(seconds)),
    "spin": _spin,
    "abort": lambda _: os.abort(),
    "abort-if-used": _abort_if_used,
    "eat": lambda _: str(len([bytearray(50_000_000) for _ in range(1_000)])),
    "fail": lambda _: 1 / 0,
    "exit": lambda _: os._exit(3),
    "print": _print,
    "connect": lambda _: socket.create_connection(("127.0.0.1", 9)),
    "fork": lambda _: subprocess.run(["true"], check=False),
    "garbage": lambda _: os.write(_reports(), b"\x00\x00\x00\x05hello"),
    "huge": lambda _: os.write(_reports(), b"\xff\xff\xff\xff"),
    "secret": lambda _: repr(sorted(os.environ)),
    "pid": lambda _: f"Process {os.getpid()} read this.",
}


def _reports() -> int:
    """The descriptor on which the process reports: the one pipe behind the first three."""
    return next(descriptor for descriptor in range(3, 20) if _is_pipe(descriptor))


def _is_pipe(descriptor: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(descriptor).st_mode)
    except OSError:
        return False


if __name__ == "__main__" or sys.argv[-1] == "planted":
    READERS[".html"] = misbehave
    worker.main()
