"""Modals: an answer, what stands around a quotation, why it was found, and what was wrong with it.

Views hold up to 100 blocks and 250 kB; what is put into one here stays far below that.
"""

import json
from collections.abc import Iterator, Sequence

from index.passages import Passage
from index.spans import Span
from qa.answers import CitedQuote, NoAnswer, Outcome
from qa.render import slack_limits as limits
from qa.render.slack_blocks import NO_ANSWER, SlackMessage, escaped, heading, plain_section, short
from qa.render.slack_controls import Block, all_quotes
from qa.render.slack_quotes import CUT_MARK, Shown, cut, rich_quote, runs_of, text_runs
from qa.render.visible import one_line

WHY_NOT = "why-not"
"""Callback id of the modal that asks what was wrong."""
WRONG = {
    "wrong-passage": "Wrong passage",
    "outdated": "Outdated",
    "should-be-found": "The articles do say it",
    "other": "Something else",
}
"""What can be wrong, by the word that is stored."""

PIECE = 2_900
"""Characters of one block; a longer passage goes on in the next."""
WHOLE = 30_000
"""Characters of one passage in a modal."""
LINE = 1_500
"""Characters of a line of ours in a modal, as JSON."""
WORDS = 30
"""Words that are listed as found."""


def modal(title: str, blocks: Sequence[Block], **more: object) -> Block:
    """A modal of some blocks; `title` has at most 24 characters."""
    named = {"type": "plain_text", "text": title}
    close = {"type": "plain_text", "text": "Close"}
    return {"type": "modal", "title": named, "close": close, "blocks": list(blocks), **more}


def message_modal(message: SlackMessage) -> Block:
    """A message in a modal."""
    return modal("From the articles", message.blocks)


def context_modal(quotes: Sequence[CitedQuote], around: Sequence[Passage]) -> Block:
    """The paragraphs around the quotations from one passage, and in their midst it, whole."""
    first = quotes[0]
    where = " · ".join(filter(None, (first.citation.label, first.citation.section)))
    highlights = sorted(mark for cited in quotes for mark in cited.highlights)
    blocks = [heading(where)]
    for passage in around:
        ours = passage.id == first.passage_id
        marks = _within(passage.span, highlights) if ours else ()
        blocks += _passage_blocks(passage.text, marks, quoted=ours)
    return modal("Around the quotation", list(_held(blocks)))


def why_modal(outcome: Outcome) -> Block:
    """Which words were found, which were not, and what else was noted."""
    return modal("Why this answer", [plain_section(line) for line in _reasons(outcome)])


def why_not_modal(about: str) -> Block:
    """Asks what was wrong with the answer to the question `about`."""
    options = [
        {"text": {"type": "plain_text", "text": label}, "value": value}
        for value, label in WRONG.items()
    ]
    radio = {"type": "radio_buttons", "action_id": WHY_NOT, "options": options}
    label = {"type": "plain_text", "text": "What was wrong?"}
    block: Block = {"type": "input", "block_id": WHY_NOT, "label": label, "element": radio}
    submit = {"type": "plain_text", "text": "Send"}
    return modal("Not helpful", [block], submit=submit, callback_id=WHY_NOT, private_metadata=about)


def expert_message(asker: str, question: str, where: str) -> SlackMessage:
    """For people who may know: who asks what the articles do not say, and a link to it."""
    lead: list[Block] = [
        {"type": "user", "user_id": asker},
        *text_runs(" asks what the articles do not say:"),
    ]
    asked = text_runs(short(question, LINE))
    elements: list[Block] = [
        {"type": "rich_text_section", "elements": lead},
        {"type": "rich_text_quote", "elements": asked},
    ]
    blocks: list[Block] = [{"type": "rich_text", "elements": elements}]
    if where:
        link = f"<{escaped(where)}|Go to the question>"
        blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": link}})
    text = f"A question that the articles do not answer: {one_line(question)[:300]}"
    return SlackMessage(escaped(text), tuple(blocks))


def _held(blocks: Sequence[Block]) -> Iterator[Block]:
    """As many blocks as a view holds, and a mark where there are more."""
    room = limits.VIEW_ROOM
    for block in blocks[: limits.VIEW_BLOCKS - 1]:
        room -= len(json.dumps(block))
        if room < 0:
            yield plain_section(CUT_MARK.strip())
            return
        yield block


def _within(whole: Span, marks: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """The marks inside a passage, as offsets into its text."""
    inside = (m for m in marks if whole.start <= m.start and m.end <= whole.end)
    return tuple((m.start - whole.start, m.end - whole.start) for m in inside)


def _passage_blocks(
    text: str, marks: Sequence[tuple[int, int]], *, quoted: bool
) -> Iterator[Block]:
    """A passage, in as many blocks as it needs; none of its characters is left out unmarked."""
    place = 0
    while place < len(text) and place < WHOLE:
        end = place + cut(text[place:], PIECE)
        inside = [(a - place, b - place) for a, b in marks if place <= a and b <= end]
        last = end >= WHOLE and end < len(text)
        shown = Shown(runs_of(text[place:end], tuple(inside)), hidden=int(last))
        yield rich_quote(shown) if quoted else _plain_passage(shown)
        place = end


def _plain_passage(shown: Shown) -> Block:
    elements = [element for run in shown.runs for element in text_runs(run.text)]
    elements += text_runs(CUT_MARK) if shown.hidden else []
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def _reasons(outcome: Outcome) -> Iterator[str]:
    quotes = all_quotes(outcome)
    marked = (mark.of(c.quote.article.text) for c in quotes for mark in c.highlights)
    found = dict.fromkeys(word.casefold() for word in marked)
    if found:
        words = ", ".join(f"“{word[:80]}”" for word in list(found)[:WORDS])
        yield short(f"Found: {words}", LINE)
    if isinstance(outcome, NoAnswer):
        yield short(outcome.reason.text.removeprefix(NO_ANSWER), LINE) or NO_ANSWER
    for note in outcome.notes[:WORDS]:
        yield short(note.text, LINE)
    yield f"Estimated chance that this answers the question: {outcome.confidence:.0%}"
