"""Slack's Web API: the clients, how they retry, and the first calls that prove the tokens."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from qa.chat.slack.incoming import Bot
from qa.chat.slack.options import SlackError, SlackOptions

SECONDS = aiohttp.ClientTimeout(total=15, connect=5)
"""For one call of the Web API."""

CONNECTION_ERRORS = (aiohttp.ClientError, TimeoutError, OSError)

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class WebApi:
    """Two clients. What `reads` calls may be done twice; what `writes` posts may not, so nothing
    makes it call again by itself (`pace` does after a rate limit, `posting` after a look)."""

    reads: AsyncWebClient
    writes: AsyncWebClient
    session: aiohttp.ClientSession
    proxy: str | None


def web_api(options: SlackOptions, session: aiohttp.ClientSession) -> WebApi:
    """The clients for the workspace of `options`."""
    proxy = proxy_for(options.api_url)
    reads, writes = (
        AsyncWebClient(token=options.bot_token, base_url=options.api_url, session=session)
        for _ in range(2)
    )
    reads.retry_handlers = [
        AsyncRateLimitErrorRetryHandler(max_retry_count=4),
        AsyncConnectionErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=2),
    ]
    writes.retry_handlers = []
    # Set after the fact: given None, the client takes the environment's proxy for every host.
    reads.proxy = writes.proxy = proxy
    return WebApi(reads, writes, session, proxy)


def proxy_for(url: str) -> str | None:
    """The proxy that the environment names for `url`: none for this machine or under NO_PROXY."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host in _LOOPBACK or proxy_bypass(host):
        return None
    return getproxies_environment().get(parts.scheme)


async def sign_in(web: WebApi, options: SlackOptions) -> Bot:
    """Who the bot token belongs to; SlackError when Slack refuses it or cannot be reached."""
    try:
        response = await web.reads.auth_test()
    except SlackApiError as error:
        raise refused("SLACK_BOT_TOKEN", error) from None
    except CONNECTION_ERRORS as error:
        raise _unreachable(options.api_url, error) from None
    keys = ("user_id", "bot_id", "team_id", "enterprise_id")
    user, bot, team, organisation = (str(response.get(key) or "") for key in keys)
    return Bot(user=user, bot=bot, team=team, organisation=organisation)


async def socket_url(web: WebApi, app_token: str) -> str:
    """A new URL for Socket Mode, good for one connection; SlackError when the token is refused."""
    try:
        response = await web.reads.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        if is_passing(error):
            raise
        raise refused("SLACK_APP_TOKEN", error) from None
    return str(response["url"])


async def first_socket_url(web: WebApi, options: SlackOptions) -> str:
    """As `socket_url`, where any failure is one to stop the start."""
    try:
        return await socket_url(web, options.app_token or "")
    except SlackApiError as error:
        raise refused("SLACK_APP_TOKEN", error) from None
    except CONNECTION_ERRORS as error:
        raise _unreachable(options.api_url, error) from None


def error_code(error: SlackApiError) -> str:
    """Slack's word for what was wrong, such as `invalid_auth`; the HTTP status without one."""
    data = getattr(error.response, "data", None)
    code = data.get("error") if isinstance(data, Mapping) else None
    return str(code or f"HTTP {http_status(error)}")


def missing_scope(error: SlackApiError) -> str:
    """The scope that a refused call needs; empty where that was not what was wrong."""
    data = getattr(error.response, "data", None)
    if error_code(error) != "missing_scope" or not isinstance(data, Mapping):
        return ""
    return str(data.get("needed") or "unknown")


def http_status(error: SlackApiError) -> int:
    """The HTTP status of a failed call; 0 when its response could not be read."""
    return int(getattr(error.response, "status_code", 0))


def is_passing(error: SlackApiError) -> bool:
    """Whether a failure lies with Slack for the moment, not with what was asked."""
    passing = {"ratelimited", "internal_error", "fatal_error", "service_unavailable"}
    status = http_status(error)
    return status in {0, 429} or status >= 500 or error_code(error) in passing


def refused(setting: str, error: SlackApiError) -> SlackError:
    """What to tell a person whose token Slack did not accept."""
    code = error_code(error)
    if is_passing(error):
        return SlackError(f"Slack cannot be used at the moment ({code}). Try again in a minute.")
    return SlackError(
        f"Slack refused {setting} ({code})."
        " docs/slack.md says where Slack shows it and which scopes it needs."
    )


def _unreachable(url: str, error: BaseException) -> SlackError:
    host = urlsplit(url).netloc
    return SlackError(
        f"Slack could not be reached at {host} ({type(error).__name__})."
        " Check the network, the proxy and SLACK_API_URL."
    )
