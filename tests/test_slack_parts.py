"""The small parts of the bot by themselves: decoding, remembering, taking in hand."""

import asyncio
from contextlib import closing
from dataclasses import replace

import aiohttp
import pytest

from qa.chat.slack.aside import Aside
from qa.chat.slack.asked import Records
from qa.chat.slack.inbox import Inbox, Verdict
from qa.chat.slack.incoming import Bot, Incoming, Surface, incoming_event
from qa.chat.slack.intake import Intake
from qa.chat.slack.plain import mentioned_users, plain_text
from qa.chat.slack.store import Store
from qa.chat.slack.threads import Talk, Threads
from qa.chat.slack.web import web_api
from tests.slack_standin.scene import ANN, BOB, GENERAL, SOCKET
from tests.slack_standin.workspace import BOT_ID, BOT_USER, Workspace

BOT = Bot("UBOT", "BBOT", "T")
ASKED = Incoming(Surface.DIRECT, "UANN", "D1", "why?", ("event 1", "message D1 1"), ts="1")


@pytest.mark.parametrize(
    ("markup", "typed"),
    [
        ("<@UBOT> who?", "who?"),
        ("<@UBOT|pullquote> who?", "who?"),
        ("when did  <@UBOT>  go?", "when did go?"),
        ("<@UBOTTLE> and <@UANN|ann>", "and @ann"),
        ("who? cc <@UANN> <@UCAT|>", "who? cc"),
        ("in <#C1|general> or <#C2> or <#C3|>", "in #general or or"),
        ("<!here> <!subteam^S1|@desk> <!date^1^{date}|3 June>", "@here @desk 3 June"),
        ("<https://a.b/c?d&amp;e|the memo> <http://x.y>", "the memo http://x.y"),
        ("<mailto:ann@x.org|ann@x.org> <mailto:b@x.org>", "ann@x.org b@x.org"),
        ("1 &lt; 2 &gt; 0 &amp;&amp; &amp;lt;", "1 < 2 > 0 && &lt;"),
        ("a < b and c > d", "a < b and c > d"),
        ("two\nlines", "two\nlines"),
        ("<<@UBOT>>", "< >"),
        (":wave: who? :+1::skin-tone-3::slightly_smiling_face:", "who?"),
        ("thanks:pray:, :100: :8ball: :ありがとう:!", "thanks , !"),
        (":wave:hello :-1:", "hello"),
        ("from 10:30:15 to 12:30pm: which", "from 10:30:15 to 12:30pm: which"),
        (
            "std::vector::size, ::before::, urn:isbn:12",
            "std::vector::size, ::before::, urn:isbn:12",
        ),
        ("Japan: aid: how much?", "Japan: aid: how much?"),
        (":a::" * 50_000, ":a::" * 50_000),
        ("<" * 50_000, "<" * 50_000),
    ],
)
def test_slacks_markup_is_read_as_what_a_person_saw(markup: str, typed: str) -> None:
    assert plain_text(markup, bot_user="UBOT") == typed


def test_mentioned_users_are_found_by_id() -> None:
    assert mentioned_users("<@U1> <@U2|two> <#C1> @U3 <!here>") == {"U1", "U2"}


@pytest.mark.parametrize("body", [{}, {"event": None}, {"event": []}, {"event": {"type": 7}}])
def test_a_payload_without_a_question_is_none(body: dict[str, object]) -> None:
    assert incoming_event(body, BOT) is None


def test_a_response_url_is_not_shown() -> None:
    """Whoever knows it can post."""
    assert "hooks" not in repr(replace(ASKED, response_url="https://hooks.slack.com/x"))


async def test_the_intake_takes_once_and_only_so_many() -> None:
    done = asyncio.Event()

    async def work(_: Incoming) -> None:
        await done.wait()

    with closing(Store(None)) as store:
        intake = Intake(work, inbox=Inbox(store), capacity=1)
        other = replace(ASKED, keys=("event 2",))
        assert await intake.take(ASKED) is Verdict.ACCEPTED
        assert await intake.take(ASKED) is Verdict.DUPLICATE
        assert await intake.take(other) is Verdict.BUSY
        done.set()
        assert await intake.finish(1) == 0
        assert await intake.take(replace(ASKED, keys=("event 3",))) is Verdict.ACCEPTED
        assert await intake.finish(1) == 0


async def test_calls_aside_are_bounded_and_carry_their_errors() -> None:
    together = [0, 0]

    def work(value: int) -> int:
        together[0] += 1
        together[1] = max(together)
        together[0] -= 1
        if value == 3:
            raise KeyError(value)
        return value * 2

    aside = Aside(work, at_once=1)
    results = await asyncio.gather(*map(aside, range(5)), return_exceptions=True)
    assert [r for r in results if isinstance(r, int)] == [0, 2, 4, 8]
    assert isinstance(results[3], KeyError)
    assert together[1] == 1


async def test_a_thread_of_others_is_read_once_until_the_bot_is_mentioned_there() -> None:
    async with Workspace() as workspace, aiohttp.ClientSession() as session:
        workspace.channels[GENERAL] = []
        thread = workspace.write(GENERAL, BOB, "lunch?")["ts"]
        bot = Bot(BOT_USER, BOT_ID, "T")
        store = Store(None)
        reads = web_api(SOCKET.pointed_at(workspace), session).reads
        threads = Threads(reads, bot, Records(store))
        talk = Incoming(Surface.FOLLOW_UP, ANN, GENERAL, "hm", ("a",), "1700000001.0", thread)
        assert [await threads.before(talk) for _ in range(3)] == [Talk(bot_takes_part=False)] * 3
        assert len(workspace.called("conversations.replies")) == 1
        await threads.before(replace(talk, surface=Surface.MENTION))
        await threads.before(talk)
        assert len(workspace.called("conversations.replies")) == 3
        store.close()
