"""From Slack's markup to the plain text that a person saw and typed."""

import re

_ANGLED = re.compile(r"<((?:[@#!]|[A-Za-z][\w+.-]{0,20}:)[^<>]*)>")
_EMOJI = re.compile(
    r"(?<![\w:])(?::[\w+'-]{1,100}:)+(?![\d:])"  # by itself or before a word
    r"|(?<=[^\W\d])(?::[a-z+-][\w+'-]{0,99}:)+(?![\w:])"  # after a word, as phones send it
)
"""Emoji as Slack names them, `:+1::skin-tone-3:`; neither `10:30:15` nor `std::vector::size`."""
_SPACES = re.compile(r"[^\S\n]{2,}")


def plain_text(text: str, *, bot_user: str) -> str:
    """`text` as typed: links by their labels, entities decoded, mentions of the bot left out.

    Mentions of other people and of channels stay by their labels: they may be what is asked about.
    Where Slack gives an id alone, or the name of an emoji, nobody saw that, and it is no word of
    the question.
    """
    decoded = _ANGLED.sub(lambda match: _decoded(match.group(1), bot_user), text)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        decoded = decoded.replace(entity, character)
    decoded = _EMOJI.sub(" ", decoded)
    return _SPACES.sub(" ", decoded).strip()


def mentioned_users(text: str) -> frozenset[str]:
    """The ids of the people and bots mentioned in Slack's markup `text`."""
    found = (match.group(1) for match in _ANGLED.finditer(text))
    return frozenset(part[1:].partition("|")[0] for part in found if part.startswith("@"))


def _decoded(inside: str, bot_user: str) -> str:
    """What a person saw in place of `<inside>`, as far as it says so."""
    target, _, label = inside.partition("|")
    if target == f"@{bot_user}":
        return " "
    kind = target[:1]
    if kind in {"@", "#"}:
        return kind + label.removeprefix(kind) if label else " "
    if kind == "!":
        return label if label or "^" in target else f"@{target[1:]}"
    return label or target.removeprefix("mailto:")
