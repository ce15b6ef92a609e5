"""The JSON of docs/json.md, held to docs/answer.schema.json."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from index.articles import Article
from index.spans import Span
from qa.answers import (
    Answer,
    Citation,
    CitedQuote,
    NoAnswer,
    NoteCode,
    Outcome,
    Question,
    Quote,
    Reason,
    ReasonCode,
)
from qa.render.json_lines import Measured, RequestId, error_json, outcome_json
from tests.outcomes import cited, refused, shield, signed

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA = json.loads((DOCS / "answer.schema.json").read_text(encoding="utf-8"))
MEASURED = Measured(articles=1, passages=4, elapsed_ms=1.23456)


def parsed(line: str) -> dict[str, object]:
    """The object of a line, once the schema has been asked."""
    record = json.loads(line)
    Draft202012Validator(SCHEMA).validate(record)
    assert isinstance(record, dict)
    return record


def record_of(outcome: Outcome, request_id: RequestId = None) -> dict[str, object]:
    """An outcome, written and read again."""
    return parsed(outcome_json(outcome, MEASURED, request_id=request_id))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_an_answer_in_full() -> None:
    record = record_of(signed(), "q1")
    quotes = record.pop("quotes")
    assert record == {
        "id": "q1",
        "question": "When was it signed?",
        "answered": True,
        "reason": None,
        "closest": [],
        "differ": False,
        "notes": [{"code": "spelling", "text": "“memorandm” was read as “memorandum”."}],
        "elapsed_ms": 1.235,
        "articles": 1,
        "passages": 4,
    }
    text = shield().text
    start = text.index("The memorandum")
    assert quotes == [
        {
            "text": "The memorandum was signed in December 2024.",
            "article": "a/shield.md",
            "title": "The Dragon's Shield",
            "author": "Pullquote",
            "date": "2026-02-16",
            "source": "A digest",
            "section": "Who wants what",
            "paragraph": 4,
            "page": None,
            "start": start,
            "end": start + 43,
            "highlights": [[19, 25], [29, 42]],
            "score": 1.5,
            "sha256": shield().sha256,
            "passage": signed().quotes[0].passage_id,
            "context": {"lead_in": None, "header": None},
            "also": [],
        }
    ]


def test_a_refusal_has_a_reason_and_no_quotes() -> None:
    record = record_of(refused())
    assert record["answered"] is False
    assert record["reason"] == {
        "code": "unknown_words",
        "text": "No passage in 1 article mentions “cup”.",
    }
    assert record["quotes"] == []
    closest = record["closest"]
    assert isinstance(closest, list)
    assert closest[0]["text"] == "It lies between India and China."
    assert closest[0]["context"]["lead_in"].endswith("different ways:")


def test_where_else_a_quote_stands_is_told() -> None:
    first = cited(shield(), "It covers transport.")
    twice = CitedQuote(first.quote, first.citation, "p", also=(first.citation,))
    record = record_of(Answer(Question("?"), (twice,)))
    assert json.dumps(record).count('"a/shield.md"') == 2


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_fits_the_schema(code: ReasonCode) -> None:
    record_of(NoAnswer(Question(""), Reason(code, "Because.")))


def test_schema_and_page_know_every_code_and_field() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["reason"]["properties"]["code"]["enum"] == [c.value for c in ReasonCode]
    assert definitions["note"]["properties"]["code"]["enum"] == [c.value for c in NoteCode]
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    fields = {
        field
        for name in ("outcome", "quote", "place", "bad_line")
        for field in definitions[name]["properties"]
    }
    codes = [c.value for c in (*ReasonCode, *NoteCode)]
    missing = {name for name in (*fields, *codes) if f"`{name}`" not in page}
    assert missing == {"error"}
    assert '"error": "' in page


@given(st.text(st.characters(), min_size=1), st.text(st.characters()))
def test_whatever_an_article_holds_comes_back_from_utf8(text: str, asked: str) -> None:
    """Also lone surrogates, which no UTF-8 can hold as they are."""
    citation = Citation(1, "a.txt", "a", None, None, None, None, None, 1)
    quote = CitedQuote(Quote(Article("a.txt", text), Span(0, len(text))), citation, "p")
    line = outcome_json(Answer(Question(asked), (quote,)), MEASURED)
    record = json.loads(line.encode("utf-8"))
    assert (record["quotes"][0]["text"], record["question"]) == (text, asked)
    assert len(line.splitlines()) == 1


def test_text_stays_readable_and_disturbs_no_terminal() -> None:
    line = outcome_json(refused("é “日本” \x1b[31m\x9b\u202e\ud800"), MEASURED)
    assert r'"é “日本” \u001b[31m\u009b\u202e\ud800"' in line


def test_a_bad_line_has_its_place_and_its_id() -> None:
    record = parsed(error_json("the line is not JSON", request_id=None, line=3))
    assert record == {"id": None, "line": 3, "error": "the line is not JSON"}
