"""What Slack refuses, written down from its documentation and from `msg_blocks_too_long` reports.

An oracle of its own: none of these numbers comes from the code under test.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

POST_FIELDS = {"channel", "text", "blocks", "thread_ts", "metadata", "unfurl_links", "unfurl_media"}
EPHEMERAL_FIELDS = {"channel", "user", "text", "blocks", "thread_ts"}
UPDATE_FIELDS = {"channel", "ts", "text", "blocks"}
DELETE_FIELDS = {"channel", "ts"}
STATUS_FIELDS = {"channel_id", "thread_ts", "status", "loading_messages"}
TITLE_FIELDS = {"channel_id", "thread_ts", "title"}
PROMPT_FIELDS = {"channel_id", "prompts", "title"}
VIEW_FIELDS = {
    "modal": {
        "id",
        "type",
        "title",
        "blocks",
        "close",
        "submit",
        "private_metadata",
        "callback_id",
    },
    "home": {"type", "blocks", "private_metadata", "callback_id"},
}
RESPONSE_FIELDS = {"text", "blocks", "response_type", "replace_original", "delete_original"}

BLOCK_FIELDS = {
    "section": {"type", "block_id", "text", "fields", "accessory", "expand"},
    "context": {"type", "block_id", "elements"},
    "divider": {"type", "block_id"},
    "rich_text": {"type", "block_id", "elements"},
    "header": {"type", "block_id", "text"},
    "actions": {"type", "block_id", "elements"},
    "context_actions": {"type", "block_id", "elements"},
    "input": {"type", "block_id", "label", "element", "hint", "optional", "dispatch_action"},
}
ONLY_IN = {"context_actions": {"message"}, "input": {"modal", "home"}}
ELEMENT_FIELDS = {
    "button": {"type", "text", "action_id", "value", "style", "accessibility_label"},
    "feedback_buttons": {"type", "action_id", "positive_button", "negative_button"},
    "plain_text_input": {
        "type",
        "action_id",
        "multiline",
        "max_length",
        "placeholder",
        "dispatch_action_config",
    },
    "radio_buttons": {"type", "action_id", "options"},
}
FEEDBACK_FIELDS = {"text", "value", "accessibility_label"}
TEXT_FIELDS = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}
RICH_SECTIONS = {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}
STYLES = {"bold", "italic", "strike", "code"}


class Refused(Exception):
    """Slack's word for what is wrong, and what it is."""

    def __init__(self, code: str, detail: str) -> None:
        self.code = code
        super().__init__(f"{code}: {detail}")


def check_fields(arguments: Json, fields: set[str]) -> None:
    """Refused, unless a method knows all that it is given."""
    _known("invalid_arguments", arguments, fields)


def check_message(message: Json, fields: set[str], *, text: int = 40_000) -> None:
    """Refused, unless Slack would take the message."""
    _known("invalid_arguments", message, fields)
    shown, blocks = message.get("text", ""), message.get("blocks") or []
    if not shown and not blocks:
        raise Refused("no_text", "neither text nor blocks")
    if not shown:
        raise Refused("no_text", "blocks need a text for notifications (our own rule)")
    if len(shown) > text:
        raise Refused("msg_too_long", f"{len(shown)} characters")
    check_blocks(blocks)
    if (size := len(json.dumps(blocks, ensure_ascii=False))) > 13_200:
        raise Refused("msg_blocks_too_long", f"{size} characters")


def check_view(view: Json, kind: str) -> None:
    """Refused, unless Slack would take the modal or the home tab."""
    if view.get("type") != kind:
        raise Refused("invalid_arguments", f"a view of type {view.get('type')!r}")
    _known("invalid_arguments", view, VIEW_FIELDS[kind])
    for name in ("title", "close", "submit") if kind == "modal" else ():
        if name in view or name == "title":
            _check_text(view[name], most=24)
    if len(view.get("private_metadata", "")) > 3_000 or len(view.get("callback_id", "")) > 255:
        raise Refused("invalid_arguments", "private_metadata or callback_id")
    if len(json.dumps(view).encode()) > 250_000:
        raise Refused("view_too_large", "250 kB")
    check_blocks(view["blocks"], surface=kind, most=100)


def check_prompts(arguments: Json) -> None:
    """Refused, unless there are one to four prompts with title and message."""
    _between(arguments["prompts"], 1, 4, "prompts")
    for prompt in arguments["prompts"]:
        _known("invalid_arguments", prompt, {"title", "message"})
        _between(prompt["title"], 1, 75, "characters of a prompt's title (our own rule)")
        _between(prompt["message"], 1, 3_000, "characters of a prompt")


def check_blocks(blocks: Sequence[Json], *, surface: str = "message", most: int = 50) -> None:
    """Refused, unless every block and all of them together are within the limits."""
    if len(blocks) > most:
        raise Refused("invalid_blocks", f"{len(blocks)} blocks")
    for block in blocks:
        if surface not in ONLY_IN.get(block.get("type", ""), {surface}):
            raise Refused("invalid_blocks", f"{block['type']} in a {surface}")
        _check_block(block)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        raise Refused("invalid_blocks", "a block_id stands twice")
    elements = [e for b in blocks for e in (*b.get("elements", ()), b.get("element", {}))]
    actions = [e["action_id"] for e in elements if "action_id" in e]
    if len(actions) != len(set(actions)):
        raise Refused("invalid_blocks", "an action_id stands twice (our own rule)")


def _check_block(block: Json) -> None:
    kind = block.get("type", "")
    if kind not in BLOCK_FIELDS:
        raise Refused("invalid_blocks", f"unknown block {kind!r}")
    _known("invalid_blocks", block, BLOCK_FIELDS[kind])
    if kind in {"section", "header"}:
        _check_text(block["text"], most=3_000 if kind == "section" else 150)
    if kind == "context":
        _between(block["elements"], 1, 10, "context elements")
        for element in block["elements"]:
            _check_text(element)
    if kind == "rich_text":
        _between(block["elements"], 1, 100, "rich text elements")
        for element in block["elements"]:
            _check_rich(element)
    if kind in {"actions", "context_actions"}:
        _between(block["elements"], 1, 25 if kind == "actions" else 5, "actions")
        for element in block["elements"]:
            _check_element(element)
    if kind == "input":
        _check_text(block["label"], most=2_000)
        _check_element(block["element"])


def _check_element(element: Json) -> None:
    kind = element.get("type", "")
    if kind not in ELEMENT_FIELDS:
        raise Refused("invalid_blocks", f"unknown element {kind!r}")
    _known("invalid_blocks", element, ELEMENT_FIELDS[kind])
    _between(element["action_id"], 1, 255, "characters of an action_id")
    if kind == "button":
        _check_button(element)
    if kind == "feedback_buttons":
        for name in ("positive_button", "negative_button"):
            _known("invalid_blocks", element[name], FEEDBACK_FIELDS)
            _check_button(element[name])
    if kind == "radio_buttons":
        _between(element["options"], 1, 10, "options")
        for option in element["options"]:
            _check_text(option["text"], most=75)
            _between(option["value"], 1, 150, "characters of an option's value")


def _check_button(button: Json) -> None:
    _check_text(button["text"], most=75)
    _between(button.get("value", "x"), 1, 2_000, "characters of a value")
    _between(button.get("accessibility_label", "x"), 1, 75, "characters of a label")


def _check_text(text: Json, *, most: int = 3_000) -> None:
    kind = text.get("type", "")
    if kind not in TEXT_FIELDS:
        raise Refused("invalid_blocks", f"unknown text object {kind!r}")
    _known("invalid_blocks", text, TEXT_FIELDS[kind])
    _between(text["text"], 1, most, f"{kind} characters")


def _check_rich(section: Json) -> None:
    if section.get("type") not in RICH_SECTIONS:
        raise Refused("invalid_blocks", f"unknown rich text {section.get('type')!r}")
    _known("invalid_blocks", section, {"type", "elements", "border"})
    _between(section["elements"], 1, 10_000, "runs")
    characters = 0
    for run in section["elements"]:
        if run["type"] == "user" and set(run) == {"type", "user_id"}:
            continue
        _known("invalid_blocks", run, {"type", "text", "style"})
        if run["type"] != "text" or not run["text"] or not set(run.get("style", {})) <= STYLES:
            raise Refused("invalid_blocks", f"run {run!r}")
        characters += len(run["text"])
    if characters > 3_010:
        raise Refused("invalid_blocks", f"{characters} characters in one rich text (S7)")


def _known(code: str, data: Json, fields: set[str]) -> None:
    if strangers := set(data) - fields:
        raise Refused(code, f"unknown fields {sorted(strangers)}")


def _between(value: Sequence[Any], least: int, most: int, what: str) -> None:
    if not least <= len(value) <= most:
        raise Refused("invalid_blocks", f"{len(value)} {what}")


def strings(data: object) -> Iterator[str]:
    """Every string in some JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from strings(value)
