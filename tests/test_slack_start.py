"""The bot as a program: how it starts, what it says when it cannot, and how it stops."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from qa.chat.slack import SlackOptions, run, serve
from qa.chat.slack.options import SlackError, check
from qa.chat.slack.web import proxy_for
from tests.slack_standin.faults import Says, ServerError
from tests.slack_standin.scene import DIRECT, HTTP, SOCKET, Answers, Mode, Scene, shelf
from tests.slack_standin.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Workspace

SECRETS = (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET)

PROGRAM = """
import sys, time, logging
from pathlib import Path
logging.basicConfig(level=logging.INFO, stream=sys.stderr)
from qa.chat.slack import SlackOptions, run
from tests.slack_standin.scene import Answers, shelf

answers = Answers()

def answer(question):
    print("asked", flush=True)
    if "slowly" in question.text:
        sys.stdin.readline()
    if "never" in question.text:
        time.sleep(600)
    return answers(question)

options = SlackOptions({bot!r}, app_token={app!r}, api_url={url!r}, grace={grace})
sys.exit(run(shelf(answer), options))
"""


async def started(workspace: Workspace, *, grace: float = 9) -> asyncio.subprocess.Process:
    """The bot as a process of its own, connected."""
    program = PROGRAM.format(bot=BOT_TOKEN, app=APP_TOKEN, url=workspace.api_url, grace=grace)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    await workspace.until(workspace.open_sockets, seconds=30)
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
async def test_a_signal_lets_it_finish_what_is_in_hand_and_exit_0(number: signal.Signals) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        process = await started(workspace)
        await scene.says("the memorandum, slowly?", channel=DIRECT)
        assert process.stdout is not None
        await process.stdout.readline()
        process.send_signal(number)
        _, errors = await process.communicate(b"\n")
        assert process.returncode == 0
        assert len(workspace.posted()) == 1
        assert b"Traceback" not in errors
        assert not [secret for secret in SECRETS if secret.encode() in errors]


async def test_an_answer_that_never_comes_does_not_keep_it_from_exiting() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        process = await started(workspace, grace=1)
        await scene.says("the memorandum, never?", channel=DIRECT)
        assert process.stdout is not None
        await process.stdout.readline()
        process.terminate()
        async with asyncio.timeout(10):
            assert await process.wait() == 0
        await process.communicate()
        assert not workspace.posted(), "the next start answers"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (SlackOptions(None, app_token=APP_TOKEN), "SLACK_BOT_TOKEN"),
        (SlackOptions("", signing_secret=SIGNING_SECRET), "SLACK_BOT_TOKEN"),
        (SlackOptions(APP_TOKEN, app_token=APP_TOKEN), "SLACK_BOT_TOKEN"),
        (SlackOptions(BOT_TOKEN + "\n", app_token=APP_TOKEN), "SLACK_BOT_TOKEN"),
        (SlackOptions(BOT_TOKEN), "SLACK_APP_TOKEN"),
        (SlackOptions(BOT_TOKEN), "SLACK_SIGNING_SECRET"),
        (SlackOptions(BOT_TOKEN, app_token=BOT_TOKEN), "SLACK_APP_TOKEN"),
    ],
)
def test_a_token_that_cannot_be_right_is_one_sentence_that_names_it(
    options: SlackOptions, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SlackError, match=named):
        check(options)
    assert run(shelf(Answers()), options) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert not [secret for secret in SECRETS if secret in error]


async def why_not(options: SlackOptions) -> str:
    """The sentence with which the start fails."""
    with pytest.raises(SlackError) as raised:
        await serve(shelf(Answers()), options)
    sentence = str(raised.value)
    assert "\n" not in sentence
    assert not [secret for secret in SECRETS if secret in sentence]
    return sentence


Spoil = Callable[[Workspace, SlackOptions], SlackOptions]

FAILURES: dict[str, tuple[Mode, Spoil, str]] = {
    "bot token": (
        SOCKET,
        lambda _, o: replace(o, bot_token="xoxb-wrong"),
        "refused SLACK_BOT_TOKEN",
    ),
    "app token": (
        SOCKET,
        lambda _, o: replace(o, app_token="xapp-wrong"),
        "refused SLACK_APP_TOKEN",
    ),
    "bot token, HTTP": (HTTP, lambda _, o: replace(o, bot_token="xoxb-wrong"), "invalid_auth"),
    "no such server": (
        SOCKET,
        lambda _, o: replace(o, api_url="http://127.0.0.1:9/"),
        "127.0.0.1:9",
    ),
}


@pytest.mark.parametrize("case", FAILURES.values(), ids=FAILURES)
async def test_a_token_that_slack_refuses_is_one_sentence_without_it(
    case: tuple[Mode, Spoil, str],
) -> None:
    mode, spoil, expected = case
    async with Workspace() as workspace:
        options = spoil(workspace, mode.pointed_at(workspace))
        assert expected in await why_not(options)


async def test_a_slack_that_is_down_is_not_blamed_on_the_token() -> None:
    async with Workspace() as workspace:
        workspace.fail("auth.test", *[ServerError(503)] * 3)
        error = await why_not(SOCKET.pointed_at(workspace))
        assert "at the moment (HTTP 503)" in error


async def test_an_account_that_was_closed_is_named_as_such() -> None:
    async with Workspace() as workspace:
        workspace.fail("auth.test", Says("account_inactive"))
        error = await why_not(SOCKET.pointed_at(workspace))
        assert "account_inactive" in error


def test_options_never_show_their_tokens() -> None:
    options = SlackOptions(BOT_TOKEN, app_token=APP_TOKEN, signing_secret=SIGNING_SECRET)
    assert "canary" not in repr(options)


def test_importing_the_bot_loads_nothing_of_slack() -> None:
    program = "import sys, qa.chat.slack; print([m for m in sys.modules if 'slack_' in m])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("https://slack.com/api/", "http://proxy:3128"),
        ("https://slack-gov.com/api/", None),
        ("https://localhost/api/", None),
        ("http://127.0.0.1:8000/api/", None),
        ("http://slack.com/api/", None),
    ],
)
def test_the_environments_proxy_is_used_where_it_is_meant(
    url: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", "http://proxy:3128")
    monkeypatch.setenv("no_proxy", "slack-gov.com")
    assert proxy_for(url) == proxy
