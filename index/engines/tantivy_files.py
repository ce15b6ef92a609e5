"""Builds and updates the folder that `index.engines.tantivy` searches.

After a crash at any point the folder holds the last commit, which states its generation: counts are
on the disk before the commit that tells their places, and a new index takes the place of the old
one when it is whole. What a crash left over goes with the next build.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from index.counts import Appender, Totals, record_of, totals_of
from index.engine import Document
from index.engines.tantivy import Commit, TantivyEngine
from index.engines.tantivy_state import COUNTS, TERMS, Prepared, State, joined, ours

BUILD_BYTES = 300_000_000
"""What tantivy holds in memory before it writes a segment, all its threads together."""

UPDATE_BYTES = 30_000_000


def prepared(document: Document) -> Prepared:
    """What is written of a document. Its terms hold no white space but single blanks."""
    return Prepared(
        document.passage_id,
        joined(document.stems),
        joined(document.words),
        joined(document.bigrams),
        record_of(document),
    )


def build(path: Path, passages: Iterable[Prepared], *, generation: int, stamp: str = "") -> None:
    """Puts a new index at `path`, in place of what is there, in memory that does not grow.

    `stamp` is whatever the builder wants to know again of how it was made.
    """
    beside = path.with_name(f"{path.name}.new")
    with ours(path):
        shutil.rmtree(beside, ignore_errors=True)
        (beside / TERMS).mkdir(parents=True)
    commit = Commit(beside, new=True, threads=2, memory=BUILD_BYTES)
    _finish(commit, beside, passages, State(generation, Totals(), stamp))
    with ours(path):
        _swap(beside, path)


def update(
    path: Path,
    added: Iterable[Prepared],
    removed: Iterable[str],
    *,
    generation: int,
    stamp: str = "",
) -> None:
    """Commits removed ids and added passages with the library's new generation.

    An added passage replaces the one of its id, so an update may be made again. An engine that is
    open goes on as it was; open another to see the change.
    """
    passages = {passage.passage_id: passage for passage in added}
    gone = passages.keys() | set(removed)
    engine = TantivyEngine.open(path)
    staying = engine.state.totals - engine.totals_of(gone)
    commit = Commit(path, new=False, threads=1, memory=UPDATE_BYTES)
    for passage_id in gone:
        commit.remove(passage_id)
    _finish(commit, path, passages.values(), State(generation, staying, stamp))


def _finish(commit: Commit, path: Path, passages: Iterable[Prepared], state: State) -> None:
    """Adds the passages to an index of this state, and commits."""
    totals = state.totals
    with Appender(path / COUNTS) as counts:
        for p in passages:
            commit.add(p, counts.append(p.record))
            totals += totals_of(p.record)
    with ours(path):
        _on_disk(path)
    commit.finish(replace(state, totals=totals))


def _swap(beside: Path, path: Path) -> None:
    """Between the two renamings there is no index at `path`, and it is built again."""
    old = path.with_name(f"{path.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if path.exists():
        path.rename(old)
    beside.rename(path)
    _on_disk(path.parent)
    shutil.rmtree(old, ignore_errors=True)


def _on_disk(folder: Path) -> None:
    """Returns when a folder's names are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
