"""What is written for short in a chat is read as what it stands for."""

import pytest

from qa.shorthand import written_out


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("y did they sign it", "why did they sign it"),
        ("do u know abt the dam", "do you know about the dam"),
        ("what r the terms", "what are the terms"),
        ("whos the envoy", "who is the envoy"),
        ("wat came thru w/ the treaty", "what came through with the treaty"),
        ("w/o rain, what r they gonna do", "without rain, what are they going to do"),
        ("how many ppl died b4 2010 pls", "how many people died before 2010 please"),
    ],
)
def test_shorthand_is_written_out(short: str, long: str) -> None:
    assert written_out(short) == long


@pytest.mark.parametrize(
    "text",
    [
        "What is R?",
        "Which U boats sank?",
        "the y axis",
        "Who’s there?",
        "What was agreed?",
        "x/w/y",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert written_out(text) == text
