"""SQuAD's format as articles and questions for eval, and the comparison with other engines."""

import json
from pathlib import Path

import pytest

from bench.retrieval import (
    Asked,
    pullquote_system,
    rank_bm25_system,
    scored,
    table,
)
from bench.squad import case_lines, main, markdown, squad_articles, stored
from index.folder import read_folder
from index.library import Library
from qa.evaluation.cases import cases_of

SQUAD = {
    "data": [
        {
            "title": "Steam_engine",
            "paragraphs": [
                {
                    "context": "A steam engine drives a piston.\nSavery built a pump in 1698.",
                    "qas": [
                        {
                            "id": "a1",
                            "question": "When did Savery build a pump?",
                            "answers": [{"text": "1698", "answer_start": 55}] * 2,
                        },
                        {
                            "id": "a2",
                            "question": "Who built a car?",
                            "answers": [],
                            "is_impossible": True,
                        },
                    ],
                },
                {"context": "Turbines drive ships.", "qas": []},
            ],
        },
        {
            "title": "Warsaw",
            "paragraphs": [
                {
                    "context": 'Warsaw stands on the Vistula. Its "Old Town" was rebuilt.',
                    "qas": [
                        {
                            "id": "w1",
                            "question": "On which river does Warsaw stand?",
                            "answers": [{"text": "Vistula", "answer_start": 21}],
                        }
                    ],
                }
            ],
        },
    ]
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in SQuAD's format with two articles."""
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(SQUAD))
    return path


def test_half_of_the_articles_are_for_tuning_and_always_the_same(file: Path) -> None:
    first, second = squad_articles(file.read_bytes()), squad_articles(file.read_bytes())
    assert first == second
    assert sorted(article.split for article in first) == ["report", "tune"]


def test_a_paragraph_is_one_passage_with_the_articles_title(file: Path) -> None:
    article = squad_articles(file.read_bytes())[0]
    passages = list(Library.of([stored(article)]).passages)
    assert [p.text for p in passages] == list(article.paragraphs)
    assert {p.context.title for p in passages} == {"Steam engine"}
    assert "\n" not in article.paragraphs[0]


def test_the_questions_are_what_eval_reads(file: Path) -> None:
    articles = squad_articles(file.read_bytes())
    lines = "\n".join(line for article in articles for line in case_lines(article))
    when, who, river = cases_of(lines.encode())
    assert (when.answers, when.article, when.paragraph) == (("1698",), "001-steam-engine.md", 1)
    assert (who.answerable, who.answers) == (False, ())
    assert {when.split, river.split} == {"tune", "report"}


def test_the_command_writes_articles_and_questions(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(file), str(tmp_path / "out")]) == 0
    written = (tmp_path / "out" / "articles" / "002-warsaw.md").read_text()
    assert written == markdown(squad_articles(file.read_bytes())[1])
    assert len((tmp_path / "out" / "questions.jsonl").read_text().splitlines()) == 3
    assert "2 articles" in capsys.readouterr().out


def test_another_format_is_refused_in_a_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("[]")
    with pytest.raises(SystemExit, match="2"):
        main([str(file), str(tmp_path)])
    assert "not in SQuAD's format" in capsys.readouterr().err


def test_systems_are_scored_by_paragraph_and_by_quote(file: Path) -> None:
    articles = squad_articles(file.read_bytes())
    library = Library.of(map(stored, articles))
    asked = [Asked(a, q) for a in articles for q in a.questions if q.answerable]
    ours = scored("ours", pullquote_system(library, refusals=False), asked)
    assert (ours.paragraphs, ours.quotes, ours.asked) == (2, 2, 2)
    rival = scored("rival", rank_bm25_system(library), asked)
    assert (rival.paragraphs, rival.quotes) == (2, 2)
    assert "| ours | 100.0 % (2 of 2) | 100.0 % (2 of 2) |" in table([ours, rival])


def test_the_articles_read_from_the_folder_hold_the_answers(file: Path, tmp_path: Path) -> None:
    """The way over files and readers changes neither paragraphs nor their numbers."""
    main([str(file), str(tmp_path / "out")])
    read = Library.of(read_folder(tmp_path / "out" / "articles").articles)
    direct = Library.of(map(stored, squad_articles(file.read_bytes())))
    assert [(p.article_id, p.paragraph, p.text) for p in read.passages] == [
        (p.article_id, p.paragraph, p.text) for p in direct.passages
    ]
    assert [a.title for a in read.articles] == ["Steam engine", "Warsaw"]
