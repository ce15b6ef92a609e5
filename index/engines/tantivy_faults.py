"""What is wrong with an index on disk: its files against their checksums, its passages against
those of the library that it was made from."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from zlib import crc32

from index.engines.tantivy import TantivyEngine
from index.engines.tantivy_state import TERMS, IndexUnusable, Prepared

_MAGIC = 1337
"""Ends every file of tantivy that is written once; before it stands how long its footer is."""

_AT_ONCE = 1 << 20
_BATCH = 500


def file_faults(path: Path) -> Iterator[str]:
    """A sentence for each file of the index at `path` that is not as it was written."""
    for file in sorted((path / TERMS).iterdir()):
        if file.suffix not in ("", ".json", ".lock") and not _is_sound(file):
            yield f"has changed on disk: {file.name}"


def passage_faults(engine: TantivyEngine, passages: Iterable[Prepared]) -> Iterator[str]:
    """A sentence if passages are missing from it, or stand there with other terms."""
    wrong, count = 0, 0
    try:
        left = iter(passages)
        while some := list(islice(left, _BATCH)):
            records = engine.records_of([passage.passage_id for passage in some])
            wrong += sum(records.get(p.passage_id) != p.record for p in some)
            count += len(some)
    except IndexUnusable as error:
        yield f"cannot be read: {error}"
        return
    if wrong:
        yield f"has {wrong:,} of {count:,} passages otherwise than the library"


def _is_sound(file: Path) -> bool:
    size = file.stat().st_size
    with file.open("rb") as data:
        data.seek(max(0, size - 8))
        end = data.read(8)
        length, magic = int.from_bytes(end[:4], "little"), int.from_bytes(end[4:], "little")
        body = size - 8 - length
        if magic != _MAGIC or body < 0:
            return False
        data.seek(body)
        try:
            told = json.loads(data.read(length))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        data.seek(0)
        found = 0
        while body > 0:
            some = data.read(min(_AT_ONCE, body))
            if not some:
                return False
            body -= len(some)
            found = crc32(some, found)
    return bool(found == told)
