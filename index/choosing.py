"""Which engine searches a library: chosen by name, or by how many passages there are."""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import ModuleType

from index.analysis import Analyzer
from index.documents import document_of
from index.engine import SWITCH_OVER, Engine, EngineName, EngineUnavailable, Scoring
from index.library import Library

logger = logging.getLogger(__name__)

Advance = Callable[[int], None]
"""Is told, from time to time, how many passages more are written to an index."""


def engine_for(
    library: Library,
    name: EngineName = EngineName.AUTO,
    *,
    scoring: Scoring | None = None,
    anew: bool = False,
    advance: Advance | None = None,
) -> Engine:
    """An engine over what `library` holds; `anew` trusts nothing that is kept on disk, `advance`
    is told how many passages more are written where that takes long.

    EngineUnavailable when the named engine is not installed; LibraryError when its index can
    neither be read nor written, or when the library has changed meanwhile.
    """
    scoring = scoring or Scoring()
    if chosen(name, library.passage_count) is EngineName.RANK_BM25:
        return _in_memory(library, scoring)
    try:
        engine: Engine = _beside().engine_beside(
            library, scoring=scoring, anew=anew, advance=advance
        )
        return engine
    except EngineUnavailable as error:
        if name is EngineName.TANTIVY:
            raise
        logger.warning("searching slowly, and in memory: %s", error)
        return _in_memory(library, scoring)


def make_ready(
    library: Library, name: EngineName, *, anew: bool = False, advance: Advance | None = None
) -> None:
    """Builds or catches up what the library's engine keeps on disk, if it keeps anything."""
    if chosen(name, library.passage_count) is EngineName.TANTIVY:
        engine_for(library, name, anew=anew, advance=advance)


def engine_faults(library: Library, name: EngineName) -> Iterator[str]:
    """A sentence for each thing that is wrong with what the library's engine keeps on disk."""
    if chosen(name, library.passage_count) is EngineName.TANTIVY:
        with suppress(EngineUnavailable):
            yield from _beside().faults_beside(library)


def chosen(name: EngineName, passages: int) -> EngineName:
    """The engine that is meant by `name` where there are so many passages; never `auto`."""
    if name is not EngineName.AUTO:
        return name
    return EngineName.TANTIVY if passages >= SWITCH_OVER else EngineName.RANK_BM25


def _in_memory(library: Library, scoring: Scoring) -> Engine:
    from index.engines.rank_bm25 import RankBm25

    analyzer = Analyzer()
    return RankBm25((document_of(p, analyzer) for p in library.passages), scoring=scoring)


def _beside() -> ModuleType:
    """The adapter of what is kept on disk; EngineUnavailable when its package is missing."""
    try:
        from index.engines import beside
    except ModuleNotFoundError as error:
        if error.name != "tantivy":
            raise
        remedy = "Install it: pip install tantivy. Or set PULLQUOTE_ENGINE=rank-bm25"
        raise EngineUnavailable("tantivy", "its package is not installed", remedy) from error
    return beside
