"""The home tab: what is indexed, how to ask, a field to ask in, and what was asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.render.slack_blocks import heading, plain_section
from qa.render.slack_controls import Block, button
from qa.render.visible import one_line

ASK, AGAIN = "ask", "again"
QUESTION = 300
"""Characters of a question that is listed."""
LABEL = 70


@dataclass(frozen=True, slots=True)
class Overview:
    """What the bot answers from; `newest` is the latest date of an article, `since` a time."""

    articles: int
    passages: int
    newest: str
    since: str


@dataclass(frozen=True, slots=True)
class Watch:
    """What those see who look after the bot."""

    unanswered: tuple[str, ...]
    good: int
    bad: int


def home_view(
    overview: Overview,
    *,
    examples: Sequence[str],
    recent: Sequence[str],
    watch: Watch | None = None,
) -> Block:
    """One person's home tab."""
    return {"type": "home", "blocks": list(_blocks(overview, examples, recent, watch))}


def _blocks(
    overview: Overview, examples: Sequence[str], recent: Sequence[str], watch: Watch | None
) -> Iterator[Block]:
    yield heading("Ask the articles")
    yield _field()
    if examples:
        yield {"type": "actions", "elements": list(_again("example", examples))}
    yield plain_section(
        "Every answer is a quotation, word for word, with where it stands. Mention me in a channel,"
        " write to me under Messages, use /ask, or choose “Find in the articles” on any message."
    )
    yield heading("What I answer from")
    yield plain_section(_indexed(overview))
    if recent:
        yield heading("What you asked last")
        yield from (plain_section(f"• {_listed(question)}") for question in recent)
    if watch:
        yield heading("For those who look after me")
        yield plain_section(f"Ratings: {watch.good} helpful, {watch.bad} not helpful.")
        yield plain_section("Questions that the articles did not answer:")
        none = ("none",) if not watch.unanswered else watch.unanswered
        yield from (plain_section(f"• {_listed(question)}") for question in none)


def _indexed(overview: Overview) -> str:
    newest = f" The newest is of {one_line(overview.newest)[:30]}." if overview.newest else ""
    return (
        f"{overview.articles:,} articles with {overview.passages:,} passages, read"
        f" {overview.since}.{newest}"
    )


def _field() -> Block:
    field = {
        "type": "plain_text_input",
        "action_id": ASK,
        "max_length": 3_000,
        "placeholder": {"type": "plain_text", "text": "When was it signed?"},
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    }
    label = {"type": "plain_text", "text": "Your question"}
    return {"type": "input", "dispatch_action": True, "label": label, "element": field}


def _again(name: str, questions: Sequence[str]) -> Iterator[Block]:
    for number, question in enumerate(questions[:4]):
        label = one_line(question)
        label = label if len(label) <= LABEL else f"{label[:LABEL]}…"
        yield button(label, f"{AGAIN}.{name}{number}", question[:2_000])


def _listed(question: str) -> str:
    line = one_line(" ".join(question.split()))
    return line if len(line) <= QUESTION else f"{line[:QUESTION]}…"
