"""The buttons under an outcome. A button's value names the question, never what was answered:
whoever presses it is answered from the articles as they are then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.answers import Answer, CitedQuote, NoAnswer, Outcome

Block = dict[str, object]

MORE, CONTEXT, WHY, SHARE, EXPERT, VOTE = "more", "context", "why", "share", "expert", "vote"
GOOD, BAD = "good", "bad"

AT_ONCE = 3
"""Quotations that *More passages* adds."""
MOST = 7
"""Quotations of one message: more than that, and none has room to be read."""


@dataclass(frozen=True, slots=True)
class Controls:
    """What can be done with an answer; `about` names its question in every button."""

    about: str
    shareable: bool = False
    experts: bool = False
    votes: bool = True


def all_quotes(outcome: Outcome) -> tuple[CitedQuote, ...]:
    """Every quotation there is to show, those of the first page first."""
    match outcome:
        case Answer():
            return outcome.quotes + outcome.more
        case NoAnswer():
            return outcome.closest


def first_shown(outcome: Outcome) -> int:
    """How many are shown at first: of a disagreement both sides, of a refusal none."""
    match outcome:
        case Answer():
            return max(len(outcome.quotes), 2 if outcome.differ else 1)
        case NoAnswer():
            return 0


def control_blocks(
    outcome: Outcome, shown: Sequence[CitedQuote], controls: Controls
) -> Iterator[Block]:
    """A row of buttons, and the thumbs."""
    if buttons := list(_buttons(outcome, shown, controls)):
        yield {"type": "actions", "elements": buttons}
    if controls.votes:
        yield _thumbs(controls.about)


def _buttons(outcome: Outcome, shown: Sequence[CitedQuote], controls: Controls) -> Iterator[Block]:
    about = controls.about
    if len(shown) < min(len(all_quotes(outcome)), MOST):
        label = "More passages" if isinstance(outcome, Answer) else "Nearest passages"
        yield button(label, MORE, f"{len(shown)} {about}")
    for place, cited in enumerate(shown, 1):
        label = "Context" if len(shown) == 1 else f"Context [{cited.citation.number}]"
        yield button(label, f"{CONTEXT}.{place}", f"{cited.passage_id} {about}")
    yield button("Why", WHY, about)
    if controls.shareable:
        yield button("Share in channel", SHARE, about)
    if controls.experts and isinstance(outcome, NoAnswer):
        yield button("Ask a person", EXPERT, about)


def button(label: str, action: str, value: str) -> Block:
    """A button; `action` is its name in what Slack sends when it is pressed."""
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "text": text, "action_id": action, "value": value}


def _thumbs(about: str) -> Block:
    thumbs: Block = {"type": "feedback_buttons", "action_id": VOTE}
    thumbs["positive_button"] = _thumb("Helpful", f"{GOOD} {about}", "This answer helped")
    thumbs["negative_button"] = _thumb("Not helpful", f"{BAD} {about}", "This answer did not help")
    return {"type": "context_actions", "elements": [thumbs]}


def _thumb(label: str, value: str, spoken: str) -> Block:
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"text": text, "value": value, "accessibility_label": spoken}
