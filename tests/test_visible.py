"""Characters that a reader would not see are shown as escapes, and nothing else is touched."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.render.visible import one_line, visible

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “words”, naïve\n\tand 日本語", "plain “words”, naïve\n\tand 日本語"),
        ("a\x00b\x1b[31mc\x7f\x9b", r"a\x00b\x1b[31mc\x7f\x9b"),
        ("safe\u202egpj.exe", r"safe\u202egpj.exe"),
        ("lone \ud800 half", r"lone \ud800 half"),
        ("\r\n", "\\r\n"),
        ("x\u2028y", r"x\u2028y"),
        ("family 👨‍👩‍👧 stays", "family 👨‍👩‍👧 stays"),
        ("back\\slash", "back\\slash"),
    ],
    ids=["ordinary", "controls", "bidi", "surrogate", "return", "separator", "joiner", "backslash"],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANYTHING)
def test_nothing_unseen_or_unencodable_leaves(text: str) -> None:
    shown = one_line(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]


@given(ANYTHING.filter(lambda text: "\\" not in text))
def test_the_original_can_be_read_back(text: str) -> None:
    shown = re.sub(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})", _character, visible(text))
    assert shown.replace("\\r", "\r") == text


def _character(match: re.Match[str]) -> str:
    return chr(int(match.group(match.lastindex or 0), 16))
