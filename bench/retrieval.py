"""Which system puts the right paragraph first, and the answer into its first quote.

    python -m bench.retrieval FILE [--split tune|report]

FILE is in SQuAD's format. All paragraphs of all articles are searched, the answerable questions
of the split are asked. The rivals see a paragraph's own words; a rival quotes the sentence of its
first paragraph that shares most words with the question. bm25s and tantivy are installed for this
benchmark alone: pip install bm25s tantivy
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.squad import SquadArticle, SquadQuestion, squad_articles, stored
from index.analysis import Analyzer
from index.library import Library
from index.passages import Passage
from qa.answerer import Answerer
from qa.answers import Answer, Question
from qa.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Asked:
    """An answerable question and the article it is about."""

    article: SquadArticle
    question: SquadQuestion


@dataclass(frozen=True, slots=True)
class Picked:
    """What a system puts first: the passage and the words it would quote of it."""

    passage: Passage
    quote: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many of `asked` questions a system got right."""

    name: str
    paragraphs: int
    quotes: int
    asked: int


System = Callable[[Sequence[str]], Iterable[Picked | None]]
"""From all questions to what is put first for each; None for nothing."""


def rank_bm25_system(library: Library) -> System:
    """BM25Okapi as it comes, over our analyzer's stems."""
    from rank_bm25 import BM25Okapi

    analyzer = Analyzer()
    passages = list(library.passages)
    okapi = BM25Okapi([_stems(analyzer, p.text) for p in passages])

    def system(questions: Sequence[str]) -> Iterator[Picked | None]:
        for question in questions:
            best = okapi.get_scores(_stems(analyzer, question)).argmax()
            yield _with_best_sentence(analyzer, passages[int(best)], question)

    return system


def bm25s_system(library: Library) -> System:
    """bm25s as it comes, with its own tokenizer and stop words and a Porter2 stemmer."""
    import Stemmer

    bm25s = _rival("bm25s")
    stemmer = Stemmer.Stemmer("english")

    def tokenized(texts: Sequence[str], *, as_ids: bool) -> Any:
        return bm25s.tokenize(
            texts, stopwords="en", stemmer=stemmer, show_progress=False, return_ids=as_ids
        )

    retriever = bm25s.BM25()
    passages = list(library.passages)
    retriever.index(tokenized([p.text for p in passages], as_ids=True), show_progress=False)

    def system(questions: Sequence[str]) -> Iterator[Picked | None]:
        tokens = tokenized(questions, as_ids=False)
        found, _ = retriever.retrieve(tokens, k=1, show_progress=False)
        analyzer = Analyzer()
        for question, (best,) in zip(questions, found, strict=True):
            yield _with_best_sentence(analyzer, passages[int(best)], question)

    return system


def tantivy_system(library: Library) -> System:
    """tantivy with its en_stem tokenizer; any word of the question may match."""
    tantivy = _rival("tantivy")
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("body", tokenizer_name="en_stem")
    schema.add_integer_field("ordinal", stored=True)
    searchable = tantivy.Index(schema.build())
    writer = searchable.writer()
    passages = list(library.passages)
    for ordinal, passage in enumerate(passages):
        writer.add_document(tantivy.Document(body=passage.text, ordinal=ordinal))
    writer.commit()
    searchable.reload()
    searcher = searchable.searcher()

    def system(questions: Sequence[str]) -> Iterator[Picked | None]:
        analyzer = Analyzer()
        for question in questions:
            words = " ".join(re.findall(r"\w+", question.lower()))  # no query syntax
            hits = searcher.search(searchable.parse_query(words, ["body"]), limit=1).hits
            ordinal = searcher.doc(hits[0][1])["ordinal"][0] if hits else None
            passage = None if ordinal is None else passages[ordinal]
            yield _with_best_sentence(analyzer, passage, question) if passage else None

    return system


def pullquote_system(library: Library, *, refusals: bool) -> System:
    """Our answerer; without `refusals`, what a refusal was closest to counts as its answer."""
    answerer = Answerer(library)

    def system(questions: Sequence[str]) -> Iterator[Picked | None]:
        for question in questions:
            outcome = answerer.answer(Question(question))
            if isinstance(outcome, Answer):
                quotes = outcome.quotes
            else:
                quotes = () if refusals else outcome.closest
            first = quotes[0] if quotes else None
            yield Picked(library.passage(first.passage_id), first.quote.text) if first else None

    return system


SYSTEMS: dict[str, Callable[[Library], System]] = {
    "rank-bm25 BM25Okapi, our stems": rank_bm25_system,
    "bm25s, its tokenizer, stemmer": bm25s_system,
    "tantivy en_stem": tantivy_system,
    "Pullquote": lambda library: pullquote_system(library, refusals=True),
    "Pullquote, never refusing": lambda library: pullquote_system(library, refusals=False),
}


def scored(name: str, system: System, asked: Sequence[Asked]) -> Score:
    """How `system` fares on the questions."""
    picked = list(system([a.question.text for a in asked]))
    pairs = list(zip(asked, picked, strict=True))
    return Score(
        name,
        paragraphs=sum(_right_paragraph(a, p) for a, p in pairs),
        quotes=sum(_answers(a, p) for a, p in pairs),
        asked=len(asked),
    )


def table(scores: Iterable[Score]) -> str:
    """The scores as a Markdown table."""
    rows = [
        "| system | right paragraph at 1 | answer in the first quote |",
        "| --- | --- | --- |",
    ]
    for s in scores:
        figures = (
            f"{100 * n / s.asked:.1f} % ({n:,} of {s.asked:,})" for n in (s.paragraphs, s.quotes)
        )
        rows.append(f"| {s.name} | {' | '.join(figures)} |")
    return "\n".join(rows)


def _right_paragraph(asked: Asked, picked: Picked | None) -> bool:
    if picked is None:
        return False
    found = (picked.passage.article_id, picked.passage.paragraph)
    return found == (asked.article.name, asked.question.paragraph)


def _answers(asked: Asked, picked: Picked | None) -> bool:
    """Whether the quote is of the right article and holds an accepted answer, as in eval."""
    if picked is None or picked.passage.article_id != asked.article.name:
        return False
    return any(answer in picked.quote for answer in asked.question.answers)


def _with_best_sentence(analyzer: Analyzer, passage: Passage, question: str) -> Picked:
    """The passage with its sentence that shares most stems with the question, the first of them."""
    asked = set(_stems(analyzer, question))
    sentences = [span.of(passage.text) for span in sentence_spans(passage.text, passage.kind)]
    best = max(sentences, key=lambda text: len(asked & set(_stems(analyzer, text))))
    return Picked(passage, best)


def _stems(analyzer: Analyzer, text: str) -> list[str]:
    return [token.stem for token in analyzer.content(text)]


def _rival(package: str) -> Any:
    from importlib import import_module

    try:
        return import_module(package)
    except ImportError:
        sys.exit(f"bench.retrieval compares with {package}: pip install {package}")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="bench.retrieval", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path, help="a file in SQuAD's format")
    parser.add_argument("--split", choices=("tune", "report"), default="report")
    given = parser.parse_args(argv)
    articles = squad_articles(given.file.read_bytes())
    library = Library.of(stored(article) for article in articles)
    asked = [
        Asked(article, question)
        for article in articles
        if article.split == given.split
        for question in article.questions
        if question.answerable
    ]
    print(f"{len(asked):,} questions of the {given.split} half, {library.passage_count} passages\n")
    print(table(scored(name, build(library), asked) for name, build in SYSTEMS.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
