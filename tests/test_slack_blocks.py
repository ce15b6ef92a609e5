"""Outcomes as Slack messages: literal quotations, inert words, and every limit kept."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from index.passages import Context
from qa.answers import (
    Answer,
    NoAnswer,
    Note,
    NoteCode,
    Outcome,
    Reason,
    ReasonCode,
)
from qa.render.slack_blocks import SlackMessage, link, plain_message, slack_message
from qa.render.slack_controls import Controls
from qa.render.slack_quotes import CUT_MARK, cut
from qa.render.visible import visible
from tests.slack_standin.hostile import PLACE, QUESTION, TEXT, cited, hostile_outcomes
from tests.slack_standin.refusals import POST_FIELDS, check_message, strings


def quotations(message: SlackMessage) -> list[str]:
    """What stands in the message as quoted words, a string a quotation."""
    blocks = json.loads(json.dumps(message.blocks))
    return [
        "".join(run["text"] for section in block["elements"] for run in section["elements"])
        for block in blocks
        if block["type"] == "rich_text"
    ]


def lines(message: SlackMessage) -> list[str]:
    """The message as a reader sees it: a line a block."""
    shown = []
    for block in message.blocks:
        texts = [s for s in strings(block) if s not in _TYPES]
        bar = "> " if block["type"] == "rich_text" else ""
        shown.append(bar + ("" if bar else " ").join(texts) if texts else "---")
    return shown


_TYPES = {
    "section",
    "context",
    "divider",
    "rich_text",
    "rich_text_quote",
    "text",
    "plain_text",
    "mrkdwn",
}


def test_an_answer_is_a_quotation_between_its_context_and_its_citation() -> None:
    context = Context(headings=("The signing",), lead_in="What was signed:", header=None)
    message = slack_message(Answer(QUESTION, (cited(TEXT, (29, 40), context=context),)))
    assert lines(message) == [
        "Introduced by “What was signed:”",
        "> The memorandum was signed on 3 June 2025 in Tokyo.",
        "[1] <https://example.com/pact|The Pact> Ann Lee · 2025-06-03 · The signing · paragraph 4",
    ]
    assert message.text == (f"“{TEXT}” — The Pact, Ann Lee, 2025-06-03, The signing, paragraph 4")


def test_highlighted_words_are_bold_and_the_runs_join_to_the_quote() -> None:
    message = slack_message(Answer(QUESTION, (cited(TEXT, (4, 14), (29, 40)),)))
    (block,) = (b for b in message.blocks if b["type"] == "rich_text")
    (section,) = json.loads(json.dumps(block["elements"]))
    assert [run["text"] for run in section["elements"] if run.get("style")] == [
        "memorandum",
        "3 June 2025",
    ]
    assert quotations(message) == [TEXT]


def test_an_article_without_a_link_is_cited_by_its_file() -> None:
    place = replace(PLACE, source=None, author=None, date=None, section=None, page=7)
    message = slack_message(Answer(QUESTION, (cited(citation=place),)))
    assert lines(message)[-1] == "[1] The Pact page 7 · paragraph 4 · a/pact.md"


def test_a_title_that_slack_would_format_stands_beside_its_link() -> None:
    place = replace(PLACE, label="snake_case *and* `code` :smile:")
    message = slack_message(Answer(QUESTION, (cited(citation=place),)))
    assert (
        "[1] snake_case *and* `code` :smile: <https://example.com/pact|open>" in lines(message)[1]
    )
    elements = json.loads(json.dumps(message.blocks[1]["elements"]))
    assert [element["type"] for element in elements] == ["plain_text", "mrkdwn", "plain_text"]


def test_a_title_with_a_colon_is_linked_as_any_other() -> None:
    place = replace(PLACE, label="The Pact: AT&T at 10:30")
    message = slack_message(Answer(QUESTION, (cited(citation=place),)))
    assert "<https://example.com/pact|The Pact: AT&amp;T at 10:30>" in lines(message)[1]


def test_a_table_row_a_note_and_a_twin_are_shown_as_what_they_are() -> None:
    also = (replace(PLACE, label="Another", date="2024", paragraph=9),)
    row = cited("1998 | signed", context=Context(header="Year | What"), also=also)
    note = Note(NoteCode.SPELLING, "Searched for “memorandum”.")
    message = slack_message(Answer(QUESTION, (row,), notes=(note,), differ=True))
    assert lines(message) == [
        "*The articles differ.*",
        "Searched for “memorandum”.",
        "From the table with the columns Year | What",
        "> 1998 | signed",
        "[1] <https://example.com/pact|The Pact> Ann Lee · 2025-06-03 · The signing · paragraph 4",
        "Also: Another · 2024 · paragraph 9",
    ]


def labels(message: SlackMessage) -> list[str]:
    """What can be pressed."""
    return [
        str(element["text"]["text"])
        for block in json.loads(json.dumps(message.blocks))
        if block["type"] == "actions"
        for element in block["elements"]
    ]


def test_what_can_be_done_stands_under_an_answer() -> None:
    second = cited(citation=replace(PLACE, number=2))
    answer = Answer(QUESTION, (cited(), second), more=(cited(),))
    message = slack_message(answer, controls=Controls("q", shareable=True, experts=True))
    assert labels(message) == [
        "More passages",
        "Context [1]",
        "Context [2]",
        "Why",
        "Share in channel",
    ]


def test_a_refusal_offers_what_is_near_and_a_person() -> None:
    refusal = NoAnswer(QUESTION, Reason(ReasonCode.NOT_COVERED, "No."), closest=(cited(),))
    message = slack_message(refusal, controls=Controls("q", experts=True))
    assert labels(message) == ["Nearest passages", "Why", "Ask a person"]
    assert not quotations(message)


def test_a_refusal_looks_unlike_an_answer() -> None:
    reason = Reason(ReasonCode.NOT_COVERED, "No passage mentions “cup”.")
    message = slack_message(NoAnswer(QUESTION, reason, closest=(cited(),)), shown=1)
    assert lines(message)[:4] == [
        "*The articles do not say.*",
        "No passage mentions “cup”.",
        "---",
        "Nearest passages, not an answer:",
    ]
    assert message.text == "The articles do not say. No passage mentions “cup”."


@pytest.mark.parametrize("code", [ReasonCode.EMPTY, ReasonCode.TOO_LONG, ReasonCode.NO_ARTICLES])
def test_where_nothing_was_searched_it_is_not_said_that_the_articles_do_not_say(
    code: ReasonCode,
) -> None:
    message = slack_message(NoAnswer(QUESTION, Reason(code, "Ask in words.")))
    assert lines(message) == ["Ask in words."]
    assert message.text == "Ask in words."


def test_a_reason_that_says_it_already_is_not_repeated() -> None:
    reason = Reason(ReasonCode.UNKNOWN_WORDS, "The articles do not say. No article has “cup”.")
    message = slack_message(NoAnswer(QUESTION, reason))
    assert message.text == "The articles do not say. No article has “cup”."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://x.org/a?b=1&c=2#d", "https://x.org/a?b=1&c=2#d"),
        ("http://x.org/a|b>c<d", "http://x.org/a%7Cb%3Ec%3Cd"),
        ("https://x.org/%C3%A9 é", "https://x.org/%C3%A9%20%C3%A9"),
        (" https://x.org/ ", "https://x.org/"),
        ("javascript:alert(1)", None),
        ("mailto:ann@x.org", None),
        ("The Pact, page 3", None),
        ("https://", None),
        ("https://[x", None),
        ("https://x.org/\nSet-Cookie: a", None),
        ("https://x.org/" + "a" * 3_000, None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(source: str | None, expected: str | None) -> None:
    assert link(source) == expected


def test_a_long_quote_is_cut_after_a_sentence_with_a_mark_and_a_count() -> None:
    text = " ".join(f"Sentence number {n} is here." for n in range(200))
    message = slack_message(Answer(QUESTION, (cited(text),)))
    (quoted,) = quotations(message)
    kept = quoted.removesuffix(CUT_MARK)
    assert text.startswith(kept)
    assert kept.endswith(" is here.")
    hidden = len(text[len(kept) :].strip())
    assert f"Cut here: the passage has {hidden:,} more characters." in lines(message)


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("One two. Three four five", 20, "One two. Three four"),
        ("One two three. Four five", 20, "One two three."),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", 20, "aaaaaaaaaaaaaaaaaaaa"),
        ("short", 20, "short"),
        ("\x1b" * 10, 20, "\x1b" * 5),
    ],
    ids=["word", "sentence", "neither", "whole", "escapes count"],
)
def test_where_a_quote_is_cut(text: str, limit: int, kept: str) -> None:
    assert text[: cut(text, limit)] == kept


@settings(max_examples=150, deadline=None)
@given(hostile_outcomes())
def test_whatever_the_articles_hold_slack_takes_it_and_nothing_in_it_is_live(
    outcome: Outcome,
) -> None:
    message = slack_message(outcome, shown=99, controls=Controls("message C1 1.1", True, True))
    check_message({"text": message.text, "blocks": message.blocks}, POST_FIELDS)
    assert 0 < len(message.text) < 4_000
    for string in strings([message.text, list(message.blocks)]):
        string.encode("utf-8")
        assert not any(live in string for live in ("<!", "<@", "<#"))


@settings(max_examples=150, deadline=None)
@given(hostile_outcomes())
def test_every_quotation_is_the_articles_words_or_a_marked_beginning_of_them(
    outcome: Outcome,
) -> None:
    quotes = outcome.quotes if isinstance(outcome, Answer) else outcome.closest
    shown = quotations(slack_message(outcome, shown=99))
    assert 1 <= len(shown) <= len(quotes)
    for quote, text in zip(quotes, shown, strict=False):
        words = visible(quote.quote.text)
        assert text == words or words.startswith(text.removesuffix(CUT_MARK))


def test_our_own_words_are_inert_too() -> None:
    message = plain_message("a <!here> & b")
    assert message.text == "a &lt;!here&gt; &amp; b"
