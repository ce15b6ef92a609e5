r"""Characters that a reader would not see, or that would act on a screen, shown as escapes.

An article's text stays as it is in the store; only what leaves for a chat, a terminal or a log
passes through here. `\x1b` stands for an escape character, `\u202e` for a right-to-left override.
Joiners stay, since emoji and many scripts are written with them.
"""

import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDI}\ud800-\udfff]")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str, *, keep: str = "\n\t") -> str:
    """`text` with controls, bidirectional marks and lone surrogates escaped, but for `keep`."""

    def escaped(match: re.Match[str]) -> str:
        character = match.group()
        return character if character in keep else _escape(character)

    return _UNSEEN.sub(escaped, text)


def one_line(text: str) -> str:
    """`text` as a single line: line ends and tabs are escaped as well."""
    return visible(text, keep="")


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
