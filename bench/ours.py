"""Our own adapters among the peers of `bench.engines`: question in, ids of passages out."""

import pickle
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.corpus import BenchArticle
from bench.peers import Peer, Searching
from index.analysis import Analyzer
from index.articles import Article, Block, BlockKind
from index.documents import bigrams, document_of
from index.engine import Engine, Field, Term
from index.passages import passages_of
from index.spans import Span

if TYPE_CHECKING:
    from index.engines.tantivy_state import Prepared


class PullquoteMemory:
    """Our adapter of rank-bm25, made anew at every start, as it is for small libraries."""

    largest = 100_000

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        (folder / "articles").write_bytes(pickle.dumps(list(articles)))

    def open(self, folder: Path) -> Searching:
        from index.engines.rank_bm25 import RankBm25

        analyzer = Analyzer()
        articles = pickle.loads((folder / "articles").read_bytes())  # noqa: S301  # our own file
        passages = chain.from_iterable(map(passages_of, map(stored, articles)))
        return _Ours(RankBm25(document_of(p, analyzer) for p in passages), analyzer)

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        return False


class PullquoteTantivy:
    """Our adapter of tantivy: our analyzer on two processes, three fields, titles with passages."""

    largest = 10_000_000

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        from index.engines.tantivy_files import build

        batches = _in_two_processes(articles)
        build(folder / "index", (p for batch in batches for p in batch), generation=1)

    def open(self, folder: Path) -> Searching:
        from index.engines.tantivy import TantivyEngine

        return _Ours(TantivyEngine.open(folder / "index"), Analyzer())

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        from index.engines.tantivy_files import update

        passages = _prepared([article])
        update(folder / "index", (), [p.passage_id for p in passages], generation=2)
        update(folder / "index", passages, (), generation=3)
        return True


@dataclass(frozen=True, slots=True)
class _Ours:
    engine: Engine
    analyzer: Analyzer

    def search(self, question: str, limit: int) -> list[str]:
        content = self.analyzer.content(question)
        terms = [Term(Field.STEM, stem) for _, stem in content]
        terms += [Term(Field.WORD, word) for word, _ in content]
        terms += [Term(Field.BIGRAM, pair) for pair in bigrams(content)]
        return [hit.passage_id for hit in self.engine.search(terms, limit=limit)]


def stored(article: BenchArticle) -> Article:
    """An article as our readers would have made it."""
    text = "\n\n".join(article.passages)
    blocks, start = [], 0
    for passage in article.passages:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(passage))))
        start += len(passage) + 2
    return Article(article.id, text, title=article.title, blocks=tuple(blocks))


def _prepared(articles: list[BenchArticle]) -> list["Prepared"]:
    from index.engines.tantivy_files import prepared

    passages = chain.from_iterable(map(passages_of, map(stored, articles)))
    return [prepared(document_of(passage, _ANALYZER)) for passage in passages]


_ANALYZER = Analyzer()


def _in_two_processes(articles: Iterable[BenchArticle]) -> Iterator[list["Prepared"]]:
    """Prepared passages, in order, a few batches ahead and no more."""
    left = iter(articles)
    with ProcessPoolExecutor(2) as pool:
        waiting: list[Future[list[Prepared]]] = []
        while True:
            while len(waiting) < 6 and (batch := list(islice(left, 25))):
                waiting.append(pool.submit(_prepared, batch))
            if not waiting:
                return
            yield waiting.pop(0).result()


OURS: dict[str, Peer] = {
    "Pullquote rank-bm25": PullquoteMemory(),
    "Pullquote tantivy": PullquoteTantivy(),
}
