"""Slack's pace: turns in order, Retry-After obeyed, never a call too many."""

import pytest
from slack_sdk.errors import SlackApiError

from qa.chat.slack.pace import BURST, POST, TRIES, Pace, retry_after


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Move on by `seconds`."""
        self.now += seconds


class Response(dict[str, object]):
    """A response of Slack's, as far as an error shows it."""

    def __init__(self, status: int, headers: dict[str, str]) -> None:
        super().__init__()
        self.status_code, self.headers, self.data = status, headers, {"error": "ratelimited"}


def limited(seconds: str) -> SlackApiError:
    """Slack's "too often"."""
    return SlackApiError("limited", Response(429, {"Retry-After": seconds}))


class Slack:
    """Refuses as often as it is told to, and keeps the times of all calls."""

    def __init__(self, clock: Clock, *refusals: str) -> None:
        self.clock, self.refusals, self.times = clock, list(refusals), list[float]()

    async def __call__(self) -> str:
        """A call."""
        self.times.append(self.clock.now)
        if self.refusals:
            raise limited(self.refusals.pop(0))
        return "done"


async def test_posts_of_a_channel_are_a_second_apart_and_channels_do_not_wait_for_each_other() -> (
    None
):
    clock = Clock()
    pace, slack = Pace(clock=clock, sleep=clock.sleep), Slack(clock)
    for channel in ("C1", "C2", "C1", "C1"):
        await pace.call(POST, channel, slack)
    assert slack.times == [0, 0, 1, 2]


async def test_where_slack_counts_a_minute_some_calls_may_come_at_once() -> None:
    clock = Clock()
    pace, slack = Pace(clock=clock, sleep=clock.sleep), Slack(clock)
    for _ in range(BURST + 50):
        await pace.call("chat.update", "C1", slack)
    assert slack.times[:BURST] == [0.0] * BURST
    assert clock.now == pytest.approx(60.0)


async def test_a_rate_limit_is_waited_out_as_long_as_slack_says() -> None:
    clock = Clock()
    pace, slack = Pace(clock=clock, sleep=clock.sleep), Slack(clock, "30", "0", "7")
    assert await pace.call("chat.update", "C1", slack) == "done"
    assert slack.times == [0, 30, 30, 37]


async def test_a_limit_without_end_becomes_a_failure_and_is_counted() -> None:
    clock = Clock()
    errors: list[tuple[str, str]] = []
    pace = Pace(clock=clock, sleep=clock.sleep, failed=lambda *error: errors.append(error))
    with pytest.raises(SlackApiError):
        await pace.call(POST, "C1", Slack(clock, *["1"] * 99))
    assert errors == [(POST, "ratelimited")] * TRIES


@pytest.mark.parametrize(
    ("value", "seconds"), [("30", 30), ("", 1), ("soon", 1), ("-5", 1), ("٣", 1)]
)
def test_what_slack_says_is_read_as_seconds(value: str, seconds: float) -> None:
    assert retry_after(limited(value)) == seconds
