"""The engines that Pullquote is compared with, each set up as its own documentation recommends.

A peer builds a folder from passages, opens it in another process, answers with ids of passages,
and may take an article out and put it back. Nothing here is installed with the program:
pip install bm25s numba tantivy
"""

import pickle
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from bench.corpus import BenchArticle

WORD = re.compile(r"\w+")


class Searching(Protocol):
    """An opened index."""

    def search(self, question: str, limit: int) -> list[str]:
        """Ids of the best passages, best first."""
        ...


class Peer(Protocol):
    """An engine under comparison."""

    @property
    def largest(self) -> int:
        """Passages beyond which it takes more than this machine's memory or an hour."""
        ...

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        """Indexes a corpus."""
        ...

    def open(self, folder: Path) -> Searching:
        """Opens what was built."""
        ...

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        """Removes an article and commits, adds it and commits; False when it cannot."""
        ...


def texts_of(articles: Iterable[BenchArticle]) -> Iterator[tuple[str, str]]:
    """The passages with ids."""
    for article in articles:
        for i, text in enumerate(article.passages):
            yield f"{article.id}#{i}", text


class RankBm25Peer:
    """BM25Okapi over lower-cased words between blanks, as in its README; kept as a pickle."""

    largest = 100_000

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        from rank_bm25 import BM25Okapi

        ids, tokens = [], []
        for passage_id, text in texts_of(articles):
            ids.append(passage_id)
            tokens.append(text.lower().split())
        (folder / "pickle").write_bytes(pickle.dumps((ids, BM25Okapi(tokens))))

    def open(self, folder: Path) -> Searching:
        ids, okapi = pickle.loads((folder / "pickle").read_bytes())  # noqa: S301  # our own file
        return _Okapi(ids, okapi)

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class _Okapi:
    ids: list[str]
    okapi: Any

    def search(self, question: str, limit: int) -> list[str]:
        found: list[str] = self.okapi.get_top_n(question.lower().split(), self.ids, n=limit)
        return found


@dataclass(frozen=True, slots=True)
class Bm25sPeer:
    """bm25s with English stop words and a stemmer, its arrays mapped from disk."""

    backend: str
    largest: int = 10_000_000

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        bm25s = import_module("bm25s")

        ids, texts = zip(*texts_of(articles), strict=True)
        retriever = bm25s.BM25(backend=self.backend)
        retriever.index(_bm25s_tokens(list(texts)), show_progress=False)
        retriever.save(folder / "bm25s")
        (folder / "ids").write_text("\n".join(ids))

    def open(self, folder: Path) -> Searching:
        bm25s = import_module("bm25s")

        retriever = bm25s.BM25.load(folder / "bm25s", mmap=True)
        retriever.backend = self.backend
        if self.backend == "numba":
            retriever.activate_numba_scorer()
        return _Bm25s((folder / "ids").read_text().split("\n"), retriever)

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class _Bm25s:
    ids: list[str]
    retriever: Any

    def search(self, question: str, limit: int) -> list[str]:
        tokens = _bm25s_tokens([question])
        found, _ = self.retriever.retrieve(tokens, k=limit, show_progress=False)
        return [self.ids[i] for i in found[0]]


def _bm25s_tokens(texts: list[str]) -> Any:
    import Stemmer

    bm25s = import_module("bm25s")
    return bm25s.tokenize(
        texts, stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False
    )


class TantivyPeer:
    """tantivy with its own English tokenizer; its query parser gets words alone."""

    largest = 10_000_000

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        schema.add_text_field("article", tokenizer_name="raw", index_option="basic")
        schema.add_text_field("body", tokenizer_name="en_stem", index_option="freq")
        opened = tantivy.Index(schema.build(), path=str(folder))
        self._add(opened.writer(heap_size=300_000_000, num_threads=2), articles)

    def open(self, folder: Path) -> Searching:
        import tantivy

        opened = tantivy.Index.open(str(folder))
        return _Tantivy(opened, opened.searcher())

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        import tantivy

        opened = tantivy.Index.open(str(folder))
        writer = opened.writer(heap_size=30_000_000, num_threads=1)
        writer.delete_documents_by_term("article", article.id)
        self._add(writer, ())
        self._add(opened.writer(heap_size=30_000_000, num_threads=1), [article])
        return True

    def _add(self, writer: Any, articles: Iterable[BenchArticle]) -> None:
        import tantivy

        for passage_id, text in texts_of(articles):
            article = passage_id.partition("#")[0]
            writer.add_document(tantivy.Document(id=passage_id, article=article, body=text))
        writer.commit()
        writer.wait_merging_threads()


@dataclass(frozen=True, slots=True)
class _Tantivy:
    opened: Any
    searcher: Any

    def search(self, question: str, limit: int) -> list[str]:
        words = " ".join(WORD.findall(question.lower()))
        query = self.opened.parse_query(words, ["body"])
        hits = self.searcher.search(query, limit=limit, count=False).hits
        return [self.searcher.doc(address).get_first("id") for _, address in hits]


class Fts5Peer:
    """SQLite's full-text search with its Porter tokenizer, merged into one tree after building."""

    largest = 10_000_000

    def build(self, folder: Path, articles: Iterable[BenchArticle]) -> None:
        with _database(folder) as database:
            database.execute(
                "create virtual table passages using fts5"
                "(id unindexed, article unindexed, body, tokenize='porter unicode61')"
            )
            self._add(database, articles)
            database.execute("insert into passages (passages) values ('optimize')")

    def open(self, folder: Path) -> Searching:
        return _Fts5(folder)

    def replace(self, folder: Path, article: BenchArticle) -> bool:
        # An unindexed column is not searched: rows of an article are found by their numbers.
        with _database(folder) as database:
            rows = database.execute("select max(rowid) from passages").fetchone()[0]
            first = rows - len(article.passages)
            database.execute("delete from passages where rowid > ?", (first,))
        with _database(folder) as database:
            self._add(database, [article])
        return True

    def _add(self, database: sqlite3.Connection, articles: Iterable[BenchArticle]) -> None:
        rows = ((i, i.partition("#")[0], text) for i, text in texts_of(articles))
        database.executemany("insert into passages values (?, ?, ?)", rows)


def _database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "fts5.sqlite", check_same_thread=False)


class _Fts5:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connections: dict[int, sqlite3.Connection] = {}

    def search(self, question: str, limit: int) -> list[str]:
        from threading import get_ident

        database = self._connections.setdefault(get_ident(), _database(self._folder))
        words = " OR ".join(f'"{word}"' for word in WORD.findall(question.lower()))
        sql = "select id from passages where body match ? order by rank limit ?"
        return [row[0] for row in database.execute(sql, (words, limit))]


PEERS: dict[str, Peer] = {
    "rank-bm25": RankBm25Peer(),
    "bm25s numpy": Bm25sPeer("numpy"),
    "bm25s numba": Bm25sPeer("numba"),
    "tantivy en_stem": TantivyPeer(),
    "SQLite FTS5": Fts5Peer(),
}
