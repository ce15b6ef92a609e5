"""What the indexing process and its reading processes say to each other, as plain data.

A frame is four bytes of length and JSON. Neither pickle nor marshal: a reading process that a
hostile file has taken over can send wrong values, which are checked here, but never objects.
"""

import json
import os
import struct
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from index.articles import Article, Block, BlockKind
from index.folder import Candidate, Skipped
from index.limits import Limits
from index.spans import Span

_LENGTH = struct.Struct(">I")


class FrameError(Exception):
    """What came through a pipe is no frame, or holds no outcome."""


def framed(value: object) -> bytes:
    """`value` as a frame; lone surrogates travel as JSON's escapes."""
    data = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return _LENGTH.pack(len(data)) + data


def read_frame(file: BinaryIO) -> Any:
    """The next frame of a blocking pipe; None at its end."""
    head = file.read(_LENGTH.size)
    return json.loads(file.read(*_LENGTH.unpack(head))) if len(head) == _LENGTH.size else None


class Frames:
    """Puts frames together from the pieces in which a pipe hands them over."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._pieces = bytearray()

    def feed(self, data: bytes) -> Iterator[Any]:
        """The frames that are complete with `data`; FrameError when one is too long or broken."""
        self._pieces += data
        at = 0
        while len(self._pieces) - at >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._pieces, at)
            if length > self._longest:
                raise FrameError(f"a frame of {length:,} bytes")
            end = at + _LENGTH.size + length
            if len(self._pieces) < end:
                break
            yield _loaded(self._pieces[at + _LENGTH.size : end])
            at = end
        del self._pieces[:at]


def _loaded(data: bytearray) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FrameError("no JSON") from error


def order_of(folder: Path, limits: Limits) -> dict[str, Any]:
    """What a reading process is told before all else."""
    return {"folder": str(folder), "limits": asdict(limits)}


def task_of(candidate: Candidate) -> list[Any]:
    """A candidate as plain data: what it takes to open that very file."""
    seen = candidate.stat
    return [candidate.id, str(candidate.path), seen.st_mode, seen.st_ino, seen.st_dev, seen.st_size]


def candidate_of(task: list[Any]) -> Candidate:
    """The candidate that `task_of` made into data."""
    name, path, mode, inode, device, size = task
    return Candidate(
        name, Path(path), os.stat_result((mode, inode, device, 1, 0, 0, size, 0, 0, 0))
    )


def report_of(outcome: Article | Skipped) -> list[Any]:
    """An outcome as plain data."""
    if isinstance(outcome, Skipped):
        return ["skipped", outcome.path, outcome.reason]
    a = outcome
    blocks = [[b.kind.value, b.span.start, b.span.end, b.level, b.page] for b in a.blocks]
    return ["article", a.id, a.text, a.title, a.author, a.date, a.source, blocks, list(a.notes)]


def outcome_of(report: Any) -> Article | Skipped:
    """The outcome that `report_of` made into data; FrameError when it is none."""
    try:
        match report:
            case ["skipped", str(path), str(reason)]:
                return Skipped(path, reason)
            case ["article", str(name), str(text), title, author, date, source, blocks, notes]:
                return Article(
                    id=name,
                    text=text,
                    title=_said(title),
                    author=_said(author),
                    date=_said(date),
                    source=_said(source),
                    blocks=tuple(_block(block, len(text)) for block in blocks),
                    notes=tuple(map(str, notes)),
                )
    except (ValueError, TypeError) as error:
        raise FrameError("no article") from error
    raise FrameError("no outcome")


def _said(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise ValueError(value)


def _block(values: Any, length: int) -> Block:
    kind, start, end, level, page = values
    numbers = [start, end, level, 0 if page is None else page]
    if any(type(number) is not int for number in numbers) or end > length:
        raise ValueError(values)
    return Block(BlockKind(kind), Span(start, end), level, page)
