"""The words of the HTML that stands in a Markdown text: no tags, comments, scripts or styles,
and nothing that is struck out."""

import html
import re
from dataclasses import dataclass

_HIDING = re.compile(
    r"(script|style|template|noscript|iframe|object|svg|del|strike|s)(?=[\s/>])", re.IGNORECASE
)
_BREAKING = re.compile(
    r"/?(?:p|div|br|hr|li|ul|ol|tr|table|h[1-6]|section|article|aside|header|footer|blockquote"
    r"|figure|figcaption|details|summary|dd|dt|dl|pre|td|th)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"[a-z/!?]", re.IGNORECASE)
_REST_OF_TAG = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
"""To the end of a tag; a `>` in an attribute's quotes is none."""


@dataclass(frozen=True, slots=True)
class Visible:
    """The words of a piece of HTML; `inside` names what is still open at its end and hides."""

    text: str
    inside: str = ""


def visible(source: str, inside: str = "") -> Visible:
    """The words of `source`, which begins inside the hiding element `inside` when it has a name."""
    words: list[str] = []
    at = 0
    while at < len(source):
        if inside:
            closed = re.compile(_closing(inside), re.IGNORECASE).search(source, at)
            if not closed:
                break
            at, inside = closed.end(), ""
            continue
        tag = source.find("<", at)
        if tag < 0:
            words.append(source[at:])
            break
        words.append(source[at:tag])
        at, inside = _past_tag(source, tag, words)
    return Visible(html.unescape("".join(words)), inside)


def _closing(inside: str) -> str:
    return "-->" if inside == "--" else rf"</{inside}(?=[\s/>])[^>]{{0,200}}>"


def _past_tag(source: str, tag: int, words: list[str]) -> tuple[int, str]:
    """Where the text goes on after the tag at `tag`, and what the tag hides from there on."""
    if source.startswith("<!--", tag):
        return tag + 4, "--"
    if not _TAG.match(source, tag + 1):
        words.append("<")
        return tag + 1, ""
    rest = _REST_OF_TAG.match(source, tag)
    if not rest:
        words.append(source[tag:])
        return len(source), ""
    if _BREAKING.match(source, tag + 1):
        words.append("\n")
    hiding = _HIDING.match(source, tag + 1)
    hides = hiding is not None and not rest.group().endswith("/>")
    return rest.end(), hiding.group(1).lower() if hiding and hides else ""
