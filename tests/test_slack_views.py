"""Modals and the home tab: whatever the articles and the questions hold, Slack takes them."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from index.library import Library
from qa.answers import Outcome
from qa.render.slack_controls import all_quotes
from qa.render.slack_home import Overview, Watch, home_view
from qa.render.slack_views import context_modal, expert_message, why_modal, why_not_modal
from tests.outcomes import article_of, cited, shield
from tests.slack_standin.hostile import HOSTILE, hostile_outcomes
from tests.slack_standin.refusals import POST_FIELDS, check_message, check_view, strings

HOSTILE_LINES = HOSTILE.map(lambda text: " ".join(text.split()) or "x")


def inert(view: object) -> bool:
    """Whether nothing in a view is a mention, a link or a broadcast."""
    for string in strings(json.loads(json.dumps(view))):
        string.encode("utf-8")
        if any(live in string for live in ("<!", "<@", "<#")):
            return False
    return True


@settings(max_examples=60, deadline=None)
@given(hostile_outcomes())
def test_why_is_taken_whatever_was_found(outcome: Outcome) -> None:
    check_view(why_modal(outcome), "modal")
    assert all_quotes(outcome)


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE_LINES, min_size=1, max_size=5))
def test_context_is_taken_and_holds_the_whole_passage(lines: list[str]) -> None:
    article = article_of("\n".join(lines), title="<!channel> " * 40)
    passages = tuple(Library.of([article]).passages)
    quote = cited(article, passages[0].text)
    view = context_modal([quote], passages)
    check_view(view, "modal")
    assert inert(view)


def test_the_context_of_a_passage_that_is_quoted_twice_has_the_marks_of_both() -> None:
    text = "Rice is grown here. Much of it is red. Salt comes from the coast."
    article = article_of(text)
    (passage,) = Library.of([article]).passages
    quotes = [cited(article, text[-26:], "Salt"), cited(article, text[:19], "Rice")]
    blocks = json.loads(json.dumps(context_modal(quotes, [passage])["blocks"]))
    bold = [
        run["text"]
        for block in blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        for run in element["elements"]
        if run.get("style", {}).get("bold")
    ]
    assert bold == ["Rice", "Salt"]


def test_what_no_modal_could_hold_is_cut_with_a_mark() -> None:
    article = article_of("<!" * 20_000)
    passages = tuple(Library.of([article]).passages)
    view = context_modal([cited(article, passages[0].text)], passages)
    check_view(view, "modal")
    assert "[…]" in strings(view["blocks"])


def test_a_passage_that_a_message_has_to_cut_is_whole_in_its_context() -> None:
    text = " ".join(f"Sentence number {n} is here." for n in range(600))
    article = article_of(text)
    (passage,) = tuple(Library.of([article]).passages)[:1]
    view = context_modal([cited(article, passage.text, "Sentence number 7 is")], [passage])
    check_view(view, "modal")
    runs = [
        run["text"]
        for block in json.loads(json.dumps(view["blocks"]))
        if block["type"] == "rich_text"
        for section in block["elements"]
        for run in section["elements"]
    ]
    assert "".join(runs) == passage.text
    assert "Sentence number 7 is" in runs


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE, max_size=5), HOSTILE)
def test_the_home_tab_is_taken_whatever_was_asked(questions: list[str], newest: str) -> None:
    overview = Overview(5, 132, newest, "2026-01-01 10:00")
    watch = Watch(tuple(questions), 3, 1)
    view = home_view(overview, examples=questions[:4], recent=questions, watch=watch)
    check_view(view, "home")
    view["blocks"] = [block for block in view["blocks"] if block["type"] != "actions"]  # type: ignore[attr-defined]
    assert inert(view), "but for the buttons, which ask what is written on them"


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_what_experts_are_asked_is_taken_and_inert(question: str) -> None:
    message = expert_message("UANN", question, "https://acme.slack.com/archives/C1/p1")
    check_message({"text": message.text, "blocks": message.blocks}, POST_FIELDS)
    assert inert(message.blocks)


def test_the_question_what_was_wrong_names_the_answer() -> None:
    view = why_not_modal("message C1 1.1")
    check_view(view, "modal")
    assert view["private_metadata"] == "message C1 1.1"
    assert shield().title
