"""A fixed number of the fuzzer's rounds; `python -m bench.fuzz --seconds N` runs for a stated time."""

import random

import pytest

from bench.fuzz import Broken, Target, fuzz, mutated, targets


def test_nothing_breaks_in_the_first_rounds() -> None:
    assert fuzz(range(60), random.Random(2)) == 60


def test_the_same_seed_makes_the_same_inputs() -> None:
    corpus = [b"one two three", b"four"]
    one, other = ([mutated(corpus, random.Random(s)) for s in range(20)] for _ in range(2))
    assert one == other


def test_what_breaks_is_told_with_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def bad(data: bytes) -> None:
        raise ValueError("no parser")

    monkeypatch.setattr("bench.fuzz.targets", lambda: (Target("bad", (b"seed",), bad),))
    with pytest.raises(Broken, match="bad: ValueError: no parser") as told:
        fuzz(range(1), random.Random(1))
    assert told.value.given


def test_every_parser_is_among_the_targets() -> None:
    assert [target.name for target in targets()] == ["text", "Markdown", "questions"]
