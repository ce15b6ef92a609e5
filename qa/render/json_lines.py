"""Answers and refusals as JSON, one object a line, as docs/json.md tells.

Everything stands there as it is in the article; characters that could disturb a terminal or
could not be encoded (controls, bidirectional controls, lone surrogates) are JSON escapes, which
a parser turns back.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from qa.answers import Answer, Citation, CitedQuote, NoAnswer, Outcome

RequestId = str | int | float | None
"""What a caller may name a question by; given back as it came."""

_ESCAPED = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was searched for an outcome, and how long it took."""

    articles: int
    passages: int
    elapsed_ms: float


def outcome_json(
    outcome: Outcome,
    measured: Measured,
    *,
    request_id: RequestId = None,
    indent: int | None = None,
) -> str:
    """An outcome as the JSON object of docs/json.md."""
    refused = isinstance(outcome, NoAnswer)
    record: dict[str, object] = {
        "id": request_id,
        "question": outcome.question.text,
        "answered": not refused,
        "reason": _reason(outcome),
        "quotes": _quotes(outcome.quotes if isinstance(outcome, Answer) else ()),
        "closest": _quotes(outcome.closest if isinstance(outcome, NoAnswer) else ()),
        "differ": isinstance(outcome, Answer) and outcome.differ,
        "notes": [{"code": note.code.value, "text": note.text} for note in outcome.notes],
        "elapsed_ms": round(measured.elapsed_ms, 3),
        "articles": measured.articles,
        "passages": measured.passages,
    }
    return _dumped(record, indent)


def error_json(error: str, *, request_id: RequestId, line: int) -> str:
    """What stands in the place of an outcome when a line could not be worked off."""
    return _dumped({"id": request_id, "line": line, "error": error}, None)


def _reason(outcome: Outcome) -> dict[str, str] | None:
    if isinstance(outcome, Answer):
        return None
    return {"code": outcome.reason.code.value, "text": outcome.reason.text}


def _quotes(quotes: Iterable[CitedQuote]) -> list[dict[str, object]]:
    return [_quote(cited) for cited in quotes]


def _quote(cited: CitedQuote) -> dict[str, object]:
    quote = cited.quote
    return {
        "text": quote.text,
        **_place(cited.citation),
        "start": quote.span.start,
        "end": quote.span.end,
        "highlights": [list(pair) for pair in cited.relative_highlights],
        "score": round(cited.score, 6),
        "sha256": quote.article.sha256,
        "passage": cited.passage_id,
        "context": {"lead_in": cited.context.lead_in, "header": cited.context.header},
        "also": [_place(citation) for citation in cited.also],
    }


def _place(citation: Citation) -> dict[str, object]:
    """Where a quote stands."""
    return {
        "article": citation.article_id,
        "title": citation.title,
        "author": citation.author,
        "date": citation.date,
        "source": citation.source,
        "section": citation.section,
        "paragraph": citation.paragraph,
        "page": citation.page,
    }


def _dumped(record: dict[str, object], indent: int | None) -> str:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
