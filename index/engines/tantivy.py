"""tantivy behind the engine seam: passages' terms on disk, for libraries too large for memory.

tantivy finds candidates, exact BM25 orders them. Its own BM25 has fixed k1 and b and rounds lengths
to a byte, so its score only chooses `MARGIN` more passages than were asked for; what is returned
carries our score, from the counts of terms that stand in a file beside (`index.counts`).

A library's generation and the totals that BM25 needs stand in a document of their own and change in
one commit with the passages. `index.engines.tantivy_files` builds and updates what is read here.

Removed passages count in a term's rarity until tantivy merges their segment (as in Lucene), but
are never found. `wasted` tells their share; building anew clears them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from index.counts import Records, Totals, Weighed, exact_scores, id_of, totals_of
from index.engine import Field, Hit, Scoring, Term, lucene_idf
from index.engines.mapped import Tide
from index.engines.tantivy_state import (
    COUNTS,
    FORMAT,
    META,
    TERMS,
    IndexUnusable,
    Prepared,
    State,
    escaped,
    ours,
    unescaped,
)

MARGIN = 50
"""Candidates beyond what was asked for: with these the first hit and the first quotation are those
of rank-bm25 (docs/performance.md)."""

COUNTED = 20_000
"""While removed passages linger, a term's holders are counted up to here, estimated beyond."""

_CHUNK = 2_000
_PASSAGE, _STATE = "passage", "state"  # the kinds of tantivy's documents


class TantivyEngine:
    """One commit of an index on disk; searched by any number of threads at once."""

    def __init__(self, path: Path, scoring: Scoring) -> None:
        self._path, self._scoring = path, scoring
        with ours(path):
            self._opened = _Opened(path / TERMS)
            self._schema = self._opened.schema
            self._records = Records(path / COUNTS)
            self.state = self._state()
            self._held = self._opened.holders("kind", _PASSAGE)
        # Asking tantivy lets other threads run, and waiting for them takes longer than the answer.
        self._holders = lru_cache(maxsize=50_000)(self._opened.holders)
        self._tide = Tide()

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
        with ours(self._path):
            wanted = list(self._wanted(terms))
            if not wanted or limit <= 0:
                return []
            found = self._candidates(wanted, min(limit + MARGIN, self._held))
            chunks = (found[i : i + _CHUNK] for i in range(0, len(found), _CHUNK))
            hits = [hit for chunk in chunks for hit in self._rescored(wanted, chunk)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:limit]

    def holding(self, groups: Sequence[Sequence[str]], *, limit: int) -> list[str]:
        """The ids of at most `limit` passages that hold a stem of every group, in order."""
        if not groups or not all(groups) or limit <= 0:
            return []
        with ours(self._path):
            query = Query.boolean_query([(Occur.Must, self._any(group)) for group in groups])
            hits = self._opened.searcher.search(query, limit=limit, count=False).hits
            found = [address for _, address in hits]
            return sorted(map(id_of, self._read(found))) if found else []

    def _any(self, stems: Sequence[str]) -> Query:
        every = [(Occur.Should, self._query(Field.STEM, stem)) for stem in stems]
        return Query.const_score_query(Query.boolean_query(every), 1.0)

    def frequency(self, field: Field, text: str) -> int:
        """How many passages hold the term `text` in `field`: 0 just when none does."""
        with ours(self._path):
            n = self._holders(field, escaped(text))
            lingering = self._held - self.size
            if n and lingering and n <= max(COUNTED, lingering):
                query = Query.const_score_query(self._query(field, text), 1.0)
                found = self._opened.searcher.search(query, limit=1, count=True)
                n = found.count  # type: ignore[attr-defined]  # missing in the package's types
            return min(n, self.size)

    def vocabulary(self, field: Field) -> Iterable[str]:
        """The terms of `field`, each once, in no order: all at once in memory."""
        return self.starting(field, "")

    def starting(self, field: Field, prefix: str, *, limit: int | None = None) -> list[str]:
        """The terms of `field` that begin with `prefix`, the most frequent first."""
        with ours(self._path):
            found = self._opened.searcher.terms_with_prefix(field, escaped(prefix), limit=limit)
        return [unescaped(text) for text, _ in found]

    def totals_of(self, passage_ids: Iterable[str]) -> Totals:
        """What those of the passages that it holds add to the totals."""
        return sum(map(totals_of, self.records_of(passage_ids).values()), Totals())

    def records_of(self, passage_ids: Iterable[str]) -> dict[str, bytes]:
        """The records of those of the passages that it holds."""
        found: dict[str, bytes] = {}
        with ours(self._path):
            for passage_id in passage_ids:
                query = Query.term_query(self._schema, "id", passage_id, "basic")
                hits = self._opened.searcher.search(query, limit=1, count=False).hits
                for record in self._read([address for _, address in hits]):
                    found[passage_id] = record
        return found

    def _state(self) -> State:
        query = Query.term_query(self._schema, "kind", _STATE, "basic")
        searcher = self._opened.searcher
        hits = searcher.search(query, limit=1, count=False).hits
        said = json.loads(searcher.doc(hits[0][1]).get_first("state") or "{}") if hits else {}
        if said.get("format") != FORMAT:
            raise IndexUnusable(self._path, f"its format is {said.get('format')!r}, not {FORMAT!r}")
        totals = Totals(said["totals"]["passages"], tuple(said["totals"]["terms"]))
        return State(said["generation"], totals, said["stamp"])

    def _query(self, field: Field, text: str) -> Query:
        return Query.term_query(self._schema, field, escaped(text), "freq")

    def _wanted(self, terms: Sequence[Term]) -> Iterator["_Wanted"]:
        """Each term that counts and is held, once."""
        weights: dict[tuple[Field, str], float] = {}
        for term in terms:
            weight = max(term.weight, 0.0) * self._scoring.weight(term.field)
            weights[term.field, term.text] = weights.get((term.field, term.text), 0.0) + weight
        for (field, text), weight in weights.items():
            n = self._holders(field, escaped(text)) if weight > 0 else 0
            if n:
                weighed = Weighed(field, text, weight * lucene_idf(n, self._held))
                yield _Wanted(weighed, Query.boost_query(self._query(field, text), weight))

    def _candidates(self, wanted: Sequence["_Wanted"], count: int) -> list[tantivy.DocAddress]:
        """The `count` best passages by tantivy's score.

        Every passage that holds any of the terms is looked at. To look for the rare terms first and
        only then for what else their passages hold (MaxScore) was slower for every kind of question
        (docs/performance.md).
        """
        query = Query.boolean_query([(Occur.Should, w.query) for w in wanted])
        hits = self._opened.searcher.search(query, limit=count, count=False).hits
        return [address for _, address in hits]

    def _rescored(
        self, wanted: Sequence["_Wanted"], found: Sequence[tantivy.DocAddress]
    ) -> Iterator[Hit]:
        records = self._read(found)
        terms = [w.term for w in wanted]
        scores = exact_scores(terms, records, self.state.totals, self._scoring)
        return map(Hit, map(id_of, records), scores.tolist())

    def _read(self, found: Sequence[tantivy.DocAddress]) -> list[bytes]:
        """The records of passages: one call and a mapped file, whatever their number."""
        places = self._opened.searcher.fast_field_values("place", list(found))
        records = self._records.at(int(place or 0) for place in places)
        if self._tide.is_high():
            self.give_back()
        return records

    def give_back(self) -> None:
        """Gives back what is mapped of the files and counts as our memory (`index.engines.mapped`).

        Searches that are under way in other threads notice nothing of it.
        """
        self._records.give_back()
        self._opened.again()


class _Opened:
    """tantivy's searcher over one commit, which can be exchanged for another over the same one.

    That is how tantivy's mappings are given back: they go with the last search that uses them.
    Advice to the system about their addresses would be quicker still, but tantivy tells none, and
    an address that was looked up may be another's memory by the time of the advice.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._commit = (folder / META).read_bytes()  # first: no later commit passes for this one
        opened = tantivy.Index.open(str(folder))
        self.schema, self.searcher = opened.schema, opened.searcher()

    def holders(self, field: str, text: str) -> int:
        """How many passages hold a term as it is indexed, those included that were removed."""
        return self.searcher.doc_freq(field, text)

    def again(self) -> None:
        """Opens the commit once more, if it is still there: documents keep their addresses."""
        with suppress(OSError, ValueError):
            searcher = tantivy.Index.open(str(self._folder)).searcher()
            if (self._folder / META).read_bytes() == self._commit:
                self.searcher = searcher


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A term that is looked for, and tantivy's query for it."""

    term: Weighed
    query: Query


class Commit:
    """A change to an index, made when `finish` returns; one at a time, in whatever process."""

    def __init__(self, path: Path, *, new: bool, threads: int, memory: int) -> None:
        self._path, folder = path, str(path / TERMS)
        with ours(path):
            opened = tantivy.Index(_schema(), folder) if new else tantivy.Index.open(folder)
            at_blanks = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
            opened.register_tokenizer("terms", at_blanks)
            self._writer = opened.writer(heap_size=memory, num_threads=threads)
            # A commit that was killed leaves files under the names that the next one will choose.
            self._writer.garbage_collect_files()

    def remove(self, passage_id: str) -> None:
        """Removes the passage, if it is there and was not added by this very commit."""
        with ours(self._path):
            self._writer.delete_documents_by_term("id", passage_id)

    def add(self, passage: Prepared, place: int) -> None:
        """Adds a passage of which there is none; `place` is that of its counts."""
        document = tantivy.Document(
            kind=_PASSAGE,
            id=passage.passage_id,
            place=place,
            stem=passage.stems,
            word=passage.words,
            bigram=passage.bigrams,
        )
        try:
            self._writer.add_document(document)
        except BaseException:  # for each passage, a block of `ours` would take as long as the rest
            with ours(self._path):
                raise

    def finish(self, state: State) -> None:
        """Commits, with what the index then says of itself, and merges what there is to merge."""
        said = tantivy.Document(kind=_STATE, state=json.dumps(asdict(state)))
        with ours(self._path):
            self._writer.delete_documents_by_term("kind", _STATE)
            self._writer.add_document(said)
            self._writer.commit()
            self._writer.wait_merging_threads()


def _schema() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    for name in ("kind", "id"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for field in Field:
        schema.add_text_field(field, tokenizer_name="terms", index_option="freq")
    # An unsigned field would not do: `tantivy.Document` makes every number a signed one.
    schema.add_integer_field("place", fast=True)
    schema.add_text_field("state", stored=True, tokenizer_name="raw", index_option="basic")
    return schema.build()
