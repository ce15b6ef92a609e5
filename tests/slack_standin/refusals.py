"""What Slack refuses, written down from its documentation and from `msg_blocks_too_long` reports.

An oracle of its own: none of these numbers comes from the code under test.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

POST_FIELDS = {"channel", "text", "blocks", "thread_ts", "metadata", "unfurl_links", "unfurl_media"}
EPHEMERAL_FIELDS = {"channel", "user", "text", "blocks", "thread_ts"}
RESPONSE_FIELDS = {"text", "blocks", "response_type", "replace_original", "delete_original"}

BLOCK_FIELDS = {
    "section": {"type", "block_id", "text", "fields", "accessory", "expand"},
    "context": {"type", "block_id", "elements"},
    "divider": {"type", "block_id"},
    "rich_text": {"type", "block_id", "elements"},
}
TEXT_FIELDS = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}
RICH_SECTIONS = {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}
STYLES = {"bold", "italic", "strike", "code"}


class Refused(Exception):
    """Slack's word for what is wrong, and what it is."""

    def __init__(self, code: str, detail: str) -> None:
        self.code = code
        super().__init__(f"{code}: {detail}")


def check_message(message: Json, fields: set[str]) -> None:
    """Refused, unless Slack would take the message."""
    _known("invalid_arguments", message, fields)
    text, blocks = message.get("text", ""), message.get("blocks") or []
    if not text and not blocks:
        raise Refused("no_text", "neither text nor blocks")
    if not text:
        raise Refused("no_text", "blocks need a text for notifications (our own rule)")
    if len(text) > 40_000:
        raise Refused("msg_too_long", f"{len(text)} characters")
    check_blocks(blocks)


def check_blocks(blocks: Sequence[Json]) -> None:
    """Refused, unless every block and all of them together are within the limits."""
    if len(blocks) > 50:
        raise Refused("invalid_blocks", f"{len(blocks)} blocks")
    for block in blocks:
        _check_block(block)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        raise Refused("invalid_blocks", "a block_id stands twice")
    if (size := len(json.dumps(blocks, ensure_ascii=False))) > 13_200:
        raise Refused("msg_blocks_too_long", f"{size} characters")


def _check_block(block: Json) -> None:
    kind = block.get("type", "")
    if kind not in BLOCK_FIELDS:
        raise Refused("invalid_blocks", f"unknown block {kind!r}")
    _known("invalid_blocks", block, BLOCK_FIELDS[kind])
    if kind == "section":
        _check_text(block["text"])
    if kind == "context":
        _between(block["elements"], 1, 10, "context elements")
        for element in block["elements"]:
            _check_text(element)
    if kind == "rich_text":
        _between(block["elements"], 1, 100, "rich text elements")
        for element in block["elements"]:
            _check_rich(element)


def _check_text(text: Json) -> None:
    kind = text.get("type", "")
    if kind not in TEXT_FIELDS:
        raise Refused("invalid_blocks", f"unknown text object {kind!r}")
    _known("invalid_blocks", text, TEXT_FIELDS[kind])
    _between(text["text"], 1, 3_000, f"{kind} characters")


def _check_rich(section: Json) -> None:
    if section.get("type") not in RICH_SECTIONS:
        raise Refused("invalid_blocks", f"unknown rich text {section.get('type')!r}")
    _known("invalid_blocks", section, {"type", "elements", "border"})
    _between(section["elements"], 1, 10_000, "runs")
    characters = 0
    for run in section["elements"]:
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
