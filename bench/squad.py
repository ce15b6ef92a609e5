"""Question sets in SQuAD's format as articles and as a file of questions for `pullquote eval`.

    python -m bench.squad FILE OUT_DIR

writes OUT_DIR/articles/ (a Markdown file an article, a paragraph a paragraph) and
OUT_DIR/questions.jsonl. Reads versions 1.1 and 2.0; half of the articles are for tuning.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from index.articles import Article, Block, BlockKind
from index.spans import Span

SEED = 2016
"""Decides which articles are for tuning. Fixed, so that what was tuned on is never reported on."""


@dataclass(frozen=True, slots=True)
class SquadQuestion:
    """A question about one paragraph of an article, counted from 1."""

    id: str
    text: str
    paragraph: int
    answers: tuple[str, ...]
    answerable: bool


@dataclass(frozen=True, slots=True)
class SquadArticle:
    """An article of the set; `name` is its file's name, `split` "tune" or "report"."""

    name: str
    title: str
    split: str
    paragraphs: tuple[str, ...]
    questions: tuple[SquadQuestion, ...]


def squad_articles(data: bytes, *, seed: int = SEED) -> list[SquadArticle]:
    """The articles of a file in SQuAD's format, in its order."""
    raw = json.loads(data)["data"]
    tuning = _tuning_half(len(raw), seed)
    return [_article(a, i, "tune" if i in tuning else "report") for i, a in enumerate(raw)]


def stored(article: SquadArticle) -> Article:
    """The article as a reader would give it, without the way over a file."""
    blocks, start = [], 0
    for paragraph in article.paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    text = "\n\n".join(article.paragraphs)
    return Article(article.name, text, title=article.title, blocks=tuple(blocks))


def markdown(article: SquadArticle) -> str:
    """The article as a Markdown file with its title in the front matter."""
    title = json.dumps(article.title, ensure_ascii=False)  # a JSON string is a YAML string
    paragraphs = "\n\n".join(article.paragraphs)
    return f"---\ntitle: {title}\n---\n\n{paragraphs}\n"


def case_lines(article: SquadArticle) -> Iterator[str]:
    """The article's questions as lines for `pullquote eval`."""
    for question in article.questions:
        record: dict[str, object] = {
            "id": question.id,
            "question": question.text,
            "kind": "squad",
            "split": article.split,
            "answerable": question.answerable,
        }
        if question.answerable:
            record |= {
                "answers": question.answers,
                "article": article.name,
                "paragraph": question.paragraph,
            }
        yield json.dumps(record, ensure_ascii=False)


def _tuning_half(count: int, seed: int) -> frozenset[int]:
    shuffled = list(range(count))
    random.Random(seed).shuffle(shuffled)
    return frozenset(shuffled[: count // 2])


def _article(raw: dict[str, Any], place: int, split: str) -> SquadArticle:
    title = unquote(raw["title"]).replace("_", " ")
    slug = re.sub(r"\W+", "-", title).strip("-").lower()
    return SquadArticle(
        name=f"{place + 1:03}-{slug}.md",
        title=title,
        split=split,
        paragraphs=tuple(_one_line(p["context"]) for p in raw["paragraphs"]),
        questions=tuple(
            _question(q, i) for i, p in enumerate(raw["paragraphs"], 1) for q in p["qas"]
        ),
    )


def _question(raw: dict[str, Any], paragraph: int) -> SquadQuestion:
    answerable = not raw.get("is_impossible", False)
    answers = tuple(dict.fromkeys(_one_line(a["text"]) for a in raw["answers"]))
    return SquadQuestion(
        id=str(raw["id"]),
        text=_one_line(raw["question"]),
        paragraph=paragraph,
        answers=answers if answerable else (),
        answerable=answerable,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main(argv: Sequence[str] | None = None) -> int:
    """Turns a file into a folder."""
    parser = argparse.ArgumentParser(prog="bench.squad", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path, help="a file in SQuAD's format, 1.1 or 2.0")
    parser.add_argument("out_dir", type=Path, help="where articles/ and questions.jsonl are put")
    given = parser.parse_args(argv)
    try:
        articles = squad_articles(given.file.read_bytes())
    except OSError as error:
        parser.error(f"{given.file} cannot be read: {error.strerror}")
    except (ValueError, KeyError, TypeError):
        parser.error(f'{given.file} is not in SQuAD\'s format: {{"data": [{{"title": ...}}]}}')
    folder = given.out_dir / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles:
        (folder / article.name).write_text(markdown(article), encoding="utf-8")
    lines = [line for article in articles for line in case_lines(article)]
    questions = given.out_dir / "questions.jsonl"
    questions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(articles)} articles in {folder}, {len(lines):,} questions in {questions}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
