"""tantivy behind the engine seam: passages' terms on disk, for libraries too large for memory.

tantivy finds candidates, exact BM25 orders them. Its own BM25 has fixed k1 and b and rounds lengths
to a byte, so its score only chooses `MARGIN` more passages than were asked for; what is returned
carries our score, from the counts of terms that are stored with each passage (`index.counts`).

A library's generation and the totals that BM25 needs stand in a document of their own and change in
one commit with the passages: after a crash the index is the one before or the one after.

Removed passages count in a term's rarity until tantivy merges their segment (as in Lucene), but
are never found. `wasted` tells their share; building anew clears them.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path

from index.analysis import VERSION
from index.counts import Totals, Weighed, exact_scores, lucene_idf, packed, totals_of
from index.engine import Document, EngineError, EngineUnavailable, Field, Hit, Scoring, Term

try:
    import tantivy
    from tantivy import Occur, Query
except ImportError as error:
    _REMEDY = "Install it (pip install tantivy) or choose another engine"
    raise EngineUnavailable("tantivy", "its package is not installed", _REMEDY) from error

FORMAT = f"1/{VERSION}"
"""Of what this module writes, with the analyzer's version: an index of another is built anew."""

MARGIN = 50
"""Candidates beyond what was asked for: with these the first hit and the first quotation are those
of rank-bm25 (docs/performance.md)."""

FEW = 60_000
"""Postings that are looked at in one go; beyond, frequent terms are left for a second look."""

COUNTED = 20_000
"""While removed passages linger, a term's holders are counted up to here, estimated beyond."""

WRITER_BYTES = 300_000_000
"""What tantivy holds in memory before it writes a segment, all its threads together."""

_LEAST_WRITER_BYTES = 30_000_000
_CHUNK = 2_000
_PASSAGE, _STATE = "passage", "state"


class IndexUnusable(EngineError):
    """A saved index cannot be used; the library can be indexed anew."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(f"the index in {str(path)!r} cannot be used: {reason}. Build it anew")


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as it is written; may be made in another process."""

    passage_id: str
    stems: str
    words: str
    bigrams: str
    counts: bytes


def row_of(document: Document) -> Row:
    """What is written of a document. Its terms hold no white space but single spaces."""
    stems, words, bigrams = (_joined(document.terms(field)) for field in Field)
    return Row(document.passage_id, stems, words, bigrams, packed(document))


def build(path: Path, rows: Iterable[Row], *, generation: int) -> None:
    """Puts a new index at `path`, in place of what is there, in memory that does not grow."""
    beside = path.with_name(f"{path.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    with _ours(path):
        made = tantivy.Index(_schema(), path=str(beside))
        _written(made, Totals(), rows, (), generation, WRITER_BYTES)
    old = path.with_name(f"{path.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if path.exists():
        path.rename(old)
    beside.rename(path)
    shutil.rmtree(old, ignore_errors=True)


def update(path: Path, added: Iterable[Row], removed: Iterable[str], *, generation: int) -> None:
    """Commits removed ids and added rows with the library's new generation; a row replaces the
    one of its id. An open engine goes on as it was: open another."""
    rows = {row.passage_id: row for row in added}
    gone = rows.keys() | set(removed)
    engine = TantivyEngine.open(path)
    less = engine.totals_of(gone)
    with _ours(path):
        opened = tantivy.Index.open(str(path))
        totals = engine.state.totals - less
        _written(opened, totals, rows.values(), gone, generation, _LEAST_WRITER_BYTES)


@dataclass(frozen=True, slots=True)
class State:
    """What a commit says of itself."""

    generation: int
    totals: Totals
    format: str = FORMAT


class TantivyEngine:
    """One commit of an index on disk; searched by any number of threads at once."""

    def __init__(self, path: Path, scoring: Scoring) -> None:
        self._path, self._scoring = path, scoring
        with _ours(path):
            opened = tantivy.Index.open(str(path))
            self._schema, self._searcher = opened.schema, opened.searcher()
            self.state = self._state()
            self._held = self._searcher.doc_freq("kind", _PASSAGE)

    @classmethod
    def open(cls, path: Path, *, scoring: Scoring | None = None) -> "TantivyEngine":
        """The index as last committed. Reads nothing whose size grows with the library."""
        return cls(path, scoring or Scoring())

    @property
    def size(self) -> int:
        """How many passages it holds."""
        return self.state.totals.passages

    @property
    def generation(self) -> int:
        """The library's generation that is indexed."""
        return self.state.generation

    @property
    def wasted(self) -> float:
        """The share of removed passages that still take up room; beyond a third, build anew."""
        return 1 - self.size / self._held if self._held else 0.0

    def search(self, terms: Sequence[Term], *, limit: int) -> list[Hit]:
        """At most `limit` passages that hold a term, best first, ties by id."""
        with _ours(self._path):
            wanted = list(self._wanted(terms))
            if not wanted or limit <= 0:
                return []
            found = self._candidates(wanted, min(limit + MARGIN, self._held))
            chunks = (found[i : i + _CHUNK] for i in range(0, len(found), _CHUNK))
            hits = [hit for chunk in chunks for hit in self._rescored(wanted, chunk)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:limit]

    def frequency(self, field: Field, text: str) -> int:
        """How many passages hold the term `text` in `field`: 0 just when none does."""
        with _ours(self._path):
            n = self._searcher.doc_freq(field, _escaped(text))
            lingering = self._held - self.size
            if n and lingering and n <= max(COUNTED, lingering):
                query = Query.const_score_query(self._query(field, text), 1.0)
                n = self._searcher.search(query, limit=1, count=True).count  # type: ignore[attr-defined]
            return min(n, self.size)

    def vocabulary(self, field: Field) -> Iterable[str]:
        """The terms of `field`, each once, in no order: all at once in memory."""
        return self.starting(field, "")

    def starting(self, field: Field, prefix: str, *, limit: int | None = None) -> list[str]:
        """The terms of `field` that begin with `prefix`, the most frequent first."""
        with _ours(self._path):
            found = self._searcher.terms_with_prefix(field, _escaped(prefix), limit=limit)
        return [_unescaped(text) for text, _ in found]

    def totals_of(self, passage_ids: Iterable[str]) -> Totals:
        """What those of the passages that it holds add to the totals."""
        totals = Totals()
        with _ours(self._path):
            for passage_id in passage_ids:
                query = Query.term_query(self._schema, "id", passage_id, "basic")
                for _, address in self._searcher.search(query, limit=1, count=False).hits:
                    totals += totals_of(self._searcher.doc(address).get_first("counts") or b"")
        return totals

    def _state(self) -> State:
        query = Query.term_query(self._schema, "kind", _STATE, "basic")
        hits = self._searcher.search(query, limit=1, count=False).hits
        if not hits:
            raise IndexUnusable(self._path, "it was never finished")
        said = json.loads(self._searcher.doc(hits[0][1]).get_first("state") or "{}")
        if said.get("format") != FORMAT:
            raise IndexUnusable(self._path, f"its format is {said.get('format')!r}, not {FORMAT!r}")
        totals = Totals(said["totals"]["passages"], tuple(said["totals"]["terms"]))
        return State(said["generation"], totals)

    def _query(self, field: Field, text: str) -> Query:
        return Query.term_query(self._schema, field, _escaped(text), "freq")

    def _wanted(self, terms: Sequence[Term]) -> Iterator["_Wanted"]:
        """Each term that counts and is held, once."""
        weights: Counter[tuple[Field, str]] = Counter()
        for term in terms:
            if term.weight > 0:
                weights[term.field, term.text] += term.weight * self._scoring.weight(term.field)  # type: ignore[assignment]
        for (field, text), weight in weights.items():
            n = self._searcher.doc_freq(field, _escaped(text)) if weight > 0 else 0
            if n:
                weighed = Weighed(field, text, weight * lucene_idf(n, self._held))
                query = Query.boost_query(self._query(field, text), weight)
                yield _Wanted(weighed, n, query)

    def _candidates(self, wanted: Sequence["_Wanted"], count: int) -> list[tantivy.DocAddress]:
        """The `count` best passages by tantivy's score.

        tantivy's Python package looks at every passage that holds any term. After MaxScore (Turtle
        and Flood, 1995): a passage is no candidate whose terms together cannot reach the last of
        `count` passages that are known. So the least worthy terms are not looked for, only looked
        up in the passages that the others find.
        """
        ranked = sorted(wanted, key=lambda w: w.most)
        spare = _frequent(ranked)
        while True:
            hits = self._searcher.search(_union(ranked, spare), limit=count, count=False).hits
            known = hits[-1][0] if len(hits) == count else 0.0
            enough = sum(worth < known for worth in accumulate(w.most for w in ranked))
            if spare <= enough:
                return [address for _, address in hits]
            spare = enough

    def _rescored(
        self, wanted: Sequence["_Wanted"], found: Sequence[tantivy.DocAddress]
    ) -> Iterator[Hit]:
        documents = [self._searcher.doc(address) for address in found]
        counts = [document.get_first("counts") or b"" for document in documents]
        terms = [w.term for w in wanted]
        scores = exact_scores(terms, counts, self.state.totals, self._scoring)
        for document, score in zip(documents, scores.tolist(), strict=True):
            yield Hit(str(document.get_first("id")), score)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A term that is looked for, how many passages hold it, and tantivy's query for it."""

    term: Weighed
    n: int
    query: Query

    @property
    def most(self) -> float:
        """More than tantivy's score of this term can be: its k1 is 1.2, its floats are short."""
        return 2.201 * self.term.weight


def _frequent(ranked: Sequence[_Wanted]) -> int:
    """How many of the least worthy terms to leave for later, the others having a few postings."""
    postings = accumulate(w.n for w in reversed(ranked))
    return max(0, len(ranked) - max(1, sum(n <= FEW for n in postings)))


def _union(ranked: Sequence[_Wanted], spare: int) -> Query:
    """Passages that hold any but the first `spare` terms, scored by all."""
    needed = Query.boolean_query([(Occur.Should, w.query) for w in ranked[spare:]])
    if not spare:
        return needed
    others = Query.boolean_query([(Occur.Should, w.query) for w in ranked[:spare]])
    return Query.boolean_query([(Occur.Must, needed), (Occur.Should, others)])


def _schema() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    for name in ("kind", "id"):
        schema.add_text_field(name, stored=name == "id", tokenizer_name="raw", index_option="basic")
    for field in Field:
        schema.add_text_field(field, tokenizer_name="terms", index_option="freq")
    schema.add_bytes_field("counts", stored=True)
    schema.add_text_field("state", stored=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


def _written(
    opened: tantivy.Index,
    totals: Totals,
    rows: Iterable[Row],
    gone: Iterable[str],
    generation: int,
    memory: int,
) -> None:
    """One commit, after which `totals` and the rows' are what it states."""
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    opened.register_tokenizer("terms", analyzer)
    writer = opened.writer(heap_size=memory, num_threads=2 if memory == WRITER_BYTES else 1)
    for passage_id in gone:
        writer.delete_documents_by_term("id", passage_id)
    for row in rows:
        writer.add_document(tantivy.Document(**_stored(row)))
        totals += totals_of(row.counts)
    writer.delete_documents_by_term("kind", _STATE)
    state = json.dumps(asdict(State(generation, totals)))
    writer.add_document(tantivy.Document(kind=_STATE, state=state))
    writer.commit()
    writer.wait_merging_threads()


def _stored(row: Row) -> dict[str, str | bytes]:
    return {
        "kind": _PASSAGE,
        "id": row.passage_id,
        "counts": row.counts,
        Field.STEM: row.stems,
        Field.WORD: row.words,
        Field.BIGRAM: row.bigrams,
    }


_BLANK, _NO_BLANK = " ", "\x1f"
"""A bigram's blank becomes a character that no term holds: fields are cut at blanks."""


def _joined(terms: Iterable[str]) -> str:
    return _BLANK.join(map(_escaped, terms))


def _escaped(text: str) -> str:
    return text.replace(_BLANK, _NO_BLANK)


def _unescaped(text: str) -> str:
    return text.replace(_NO_BLANK, _BLANK)


@contextmanager
def _ours(path: Path) -> Iterator[None]:
    """Turns tantivy's errors into ours."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise IndexUnusable(path, str(error)) from error
