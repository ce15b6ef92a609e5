"""The home tab and the agent's conversation, when a person opens one of them."""

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path

from index.library import Library
from qa.chat.slack.desk import Desk
from qa.chat.slack.incoming import Bot, Incoming, Surface, part, text_in
from qa.chat.slack.plain import plain_text
from qa.render.slack_home import AGAIN, ASK, Overview, Watch, home_view

RECENT = 5
UNANSWERED = 10
PROMPT = 75
"""Characters of a suggested prompt's title."""


class Home:
    """Shows people their home tab, and suggests what to ask."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._overviews: dict[int, Overview] = {}

    async def opened(self, event: Mapping[str, object]) -> None:
        """What app_home_opened wants: the tab itself, or prompts for the conversation."""
        user, tab = text_in(event, "user"), text_in(event, "tab")
        if tab == "home":
            await self._publish(user)
        elif tab == "messages" and self._desk.examples:
            await self._suggest(text_in(event, "channel"))

    async def _publish(self, user: str) -> None:
        records = self._desk.records
        recent = [record.question for record in await records.recent(user, RECENT)]
        watch = await self._watch() if user in self._desk.options.admins else None
        view = home_view(
            await self._overview(), examples=self._desk.examples, recent=recent, watch=watch
        )
        await self._desk.poster.publish(user, view)

    async def _overview(self) -> Overview:
        """What is indexed, found once for each generation of the library."""
        library = self._desk.library
        if library.generation not in self._overviews:
            self._overviews = {library.generation: await asyncio.to_thread(overview_of, library)}
        return self._overviews[library.generation]

    async def _watch(self) -> Watch:
        unanswered = await self._desk.records.unanswered(UNANSWERED)
        good, bad = await self._desk.records.tally()
        return Watch(tuple(record.question for record in unanswered), good, bad)

    async def _suggest(self, channel: str) -> None:
        """Without thread_ts: with it, Slack's agent view silently shows nothing."""
        prompts = [{"title": _short(e), "message": e} for e in self._desk.examples]
        await self._desk.poster.writes.assistant_threads_setSuggestedPrompts(
            channel_id=channel, prompts=prompts[:4], thread_ts=None
        )


def overview_of(library: Library) -> Overview:
    """What a library holds; it was read when its file was written last."""
    path = Path(library.path)
    written = path.stat().st_mtime if path.is_file() else time.time()
    newest = max((article.date or "" for article in library.articles), default="")
    since = time.strftime("%Y-%m-%d %H:%M", time.localtime(written))
    return Overview(library.article_count, library.passage_count, newest, since)


def incoming_from_home(body: Mapping[str, object], bot: Bot) -> Incoming | None:
    """The question typed into the home tab, or an example pressed there."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    if not isinstance(action, Mapping):
        return None
    name, trigger = text_in(action, "action_id").partition(".")[0], text_in(body, "trigger_id")
    if name not in {ASK, AGAIN}:
        return None
    return Incoming(
        surface=Surface.HOME,
        user=text_in(part(body, "user"), "id"),
        channel="",
        text=plain_text(text_in(action, "value"), bot_user=bot.user),
        keys=(f"home {trigger}",),
        trigger=trigger,
    )


def _short(text: str) -> str:
    return text if len(text) <= PROMPT else f"{text[: PROMPT - 1]}…"
