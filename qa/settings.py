"""Every setting, read once: from the command line, the environment and a .env file, in that order.

Only `app` imports this; everything else is given plain values. No message holds a value: what is
wrong may be a token in the wrong place.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.engine import SWITCH_OVER, EngineName, Scoring
from qa.confidence import Strictness

PREFIX = "PULLQUOTE_"

_SCORING = Scoring()


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _expanded(value: object) -> object:
    return os.path.expanduser(value) if isinstance(value, str) else value  # noqa: PTH111


def _listed_ids(value: object) -> object:
    return [i.strip() for i in value.split(",") if i.strip()] if isinstance(value, str) else value


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


LogLevel = Annotated[
    Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)
]
Folder = Annotated[Path, BeforeValidator(_expanded)]
Ids = Annotated[
    frozenset[Annotated[str, StringConstraints(pattern=r"^[CGDUWE][A-Z0-9]+$")]],
    NoDecode,
    BeforeValidator(_listed_ids),
]
Token = Annotated[SecretStr, BeforeValidator(_stripped)]


def sample_articles() -> Path:
    """The articles that come with Pullquote, beside app.py."""
    return Path(__file__).parent.parent / "seeds"


def data_folder() -> Path:
    """Where programs keep their users' data: XDG_DATA_HOME, or what the system has for it."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/AppData/Local")  # noqa: PTH111
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")  # noqa: PTH111
    else:
        base = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111
    return Path(base) / "pullquote"


def state_folder() -> Path:
    """Where programs keep what they remember: XDG_STATE_HOME, or ~/.local/state."""
    base = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")  # noqa: PTH111
    return Path(base) / "pullquote"


class Settings(BaseSettings):
    """What can be set. Tokens are asked for only when Slack starts."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    articles: Folder = Field(
        default_factory=sample_articles, description="Folder of the articles that are asked."
    )
    quotes: int = Field(
        3,
        ge=1,
        le=3,
        description="Quotations an answer has at most; two more where several are asked for.",
    )
    strictness: Annotated[Strictness, BeforeValidator(_lower)] = Field(
        Strictness.NORMAL,
        description="How sure the first quotation must be: low, normal or high.",
    )
    k1: float = Field(
        _SCORING.k1,
        ge=0,
        le=10,
        allow_inf_nan=False,
        description="BM25: how much a word's repetition counts.",
    )
    b: float = Field(
        _SCORING.b,
        ge=0,
        le=1,
        allow_inf_nan=False,
        description="BM25: how much a passage's length counts.",
    )
    engine: Annotated[EngineName, BeforeValidator(_lower)] = Field(
        EngineName.AUTO,
        description=f"What searches: rank-bm25 in memory, tantivy on disk; auto: tantivy from"
        f" {SWITCH_OVER:,} passages on.",
    )
    max_file_mb: float = Field(
        20,
        gt=0,
        le=1_000,
        allow_inf_nan=False,
        description="Megabytes of a file at most; a larger one is skipped.",
    )
    log_level: LogLevel | None = Field(
        None, description="What is logged, on stderr. Without it: INFO for slack, else WARNING."
    )
    library: Folder = Field(
        default_factory=data_folder,
        description="Folder for the libraries, one per articles folder.",
    )
    state: Folder = Field(
        default_factory=state_folder, description="Folder for the prompt's history."
    )
    host: str = Field(
        "127.0.0.1",
        min_length=1,
        description="Address on which Slack's requests are awaited (HTTP).",
    )
    port: int = Field(
        3000,
        ge=0,
        le=65_535,
        validation_alias="PORT",
        description="Port on which Slack's requests are awaited (HTTP).",
    )
    slack_bot_token: Token | None = Field(
        None, validation_alias="SLACK_BOT_TOKEN", description="Bot token of the Slack app, xoxb-…"
    )
    slack_app_token: Token | None = Field(
        None,
        validation_alias="SLACK_APP_TOKEN",
        description="App-level token, xapp-…: with it, Socket Mode; without it, HTTP.",
    )
    slack_signing_secret: Token | None = Field(
        None,
        validation_alias="SLACK_SIGNING_SECRET",
        description="Signing secret of the Slack app; HTTP needs it.",
    )
    slack_api_url: str = Field(
        "https://slack.com/api/",
        validation_alias="SLACK_API_URL",
        pattern=r"^https?://[^\s]+$",
        description="Base of Slack's Web API; another one for GovSlack or a test server.",
    )

    slack_follow_threads: bool = Field(
        True, description="Whether Slack's threads go on without mentioning the bot again."
    )
    slack_state: Folder | None = Field(
        None, description="File of the Slack bot's memory; without it, one in PULLQUOTE_STATE."
    )
    slack_channels: Ids = Field(
        frozenset(), description="Ids of the channels it answers in, by commas; none: everywhere."
    )
    slack_experts: str = Field(
        "",
        pattern=r"^(|[CG][A-Z0-9]+)$",
        description="Id of the channel where unanswered questions can be put to people.",
    )
    slack_admins: Ids = Field(
        frozenset(), description="Ids of the users who see what was not answered, by commas."
    )
    slack_other_organisations: bool = Field(
        False, description="Whether people of other organisations are answered."
    )
    slack_keep_days: int = Field(
        90, ge=1, le=3_650, description="Days for which questions and ratings are kept."
    )
    slack_monitor_port: int | None = Field(
        None, ge=0, le=65_535, description="Local port of health and metrics in Socket Mode."
    )

    @property
    def slack_memory(self) -> Path:
        """The file of the Slack bot's memory."""
        return self.slack_state or self.state / "slack.sqlite3"

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        for sentence in _contradictions(self):
            raise ValueError(sentence)
        return self


class BadSettings(Exception):
    """Settings that cannot be used; `lines` says of each what is wrong, never what it holds."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def load_settings(env_file: Path | None, given: Mapping[str, object]) -> Settings:
    """The settings: `given` on the command line, else of the environment, else of `env_file`.

    BadSettings for a value out of bounds, for names that are no setting, and for settings that
    contradict each other.
    """
    strangers = [*_strangers(os.environ), *_strangers(_named_in(env_file))]
    if strangers:
        raise BadSettings(strangers)
    try:
        return Settings(_env_file=env_file, **given)  # type: ignore[arg-type]  # checked inside
    except ValidationError as error:
        raise BadSettings(_complaints(error)) from None


def variable(name: str, field: FieldInfo) -> str:
    """The environment variable of a field."""
    alias = field.validation_alias
    return alias if isinstance(alias, str) else PREFIX + name.upper()


def variables() -> tuple[str, ...]:
    """The environment variables of all settings."""
    return tuple(variable(name, field) for name, field in Settings.model_fields.items())


def env_file_warnings(env_file: Path, articles: Path) -> Iterator[str]:
    """What is unwise about a .env file: that others can read it, or that it lies among articles."""
    if not env_file.is_file():
        return
    if os.name == "posix" and stat.S_IMODE(env_file.stat().st_mode) & 0o077:
        yield f"{env_file} can be read by others. Remedy: chmod 600 {env_file}"
    if articles.resolve() in env_file.resolve().parents:
        yield f"{env_file} lies in the articles folder. Remedy: move it out"


def _contradictions(settings: Settings) -> Iterator[str]:
    bot, app = settings.slack_bot_token, settings.slack_app_token
    if bot is not None and bot.get_secret_value().startswith("xapp-"):
        yield "SLACK_BOT_TOKEN holds an app-level token (xapp-); that belongs in SLACK_APP_TOKEN"
    if app is not None and app.get_secret_value().startswith("xoxb-"):
        yield "SLACK_APP_TOKEN holds a bot token (xoxb-); that belongs in SLACK_BOT_TOKEN"
    if _would_be_read(settings.state.absolute(), settings.articles.absolute()):
        yield "PULLQUOTE_STATE lies in PULLQUOTE_ARTICLES; what is remembered is no article"
    if _would_be_read(settings.library.absolute(), settings.articles.absolute()):
        yield "PULLQUOTE_LIBRARY lies in PULLQUOTE_ARTICLES; what is made of articles is none"


def _would_be_read(folder: Path, articles: Path) -> bool:
    """Whether a folder lies among the articles, and no name on the way there is hidden."""
    if not folder.is_relative_to(articles):
        return False
    return not any(name.startswith(".") for name in folder.relative_to(articles).parts)


def _complaints(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_input=False, include_url=False, include_context=False):
        what = detail["msg"].removeprefix("Value error, ")
        if not detail["loc"]:
            yield what
            continue
        name = str(detail["loc"][0])
        field = Settings.model_fields.get(name)
        yield f"{variable(name, field) if field else name}: {what}"


def _named_in(env_file: Path | None) -> Iterable[str]:
    """The names that a .env file sets."""
    if env_file is None:
        return ()
    from dotenv import dotenv_values

    try:
        text = env_file.read_text(encoding="utf-8")
        return tuple(dotenv_values(stream=StringIO(text), interpolate=False))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise BadSettings([f"{env_file} cannot be read: {reason}"]) from None


def _strangers(names: Iterable[str]) -> Iterator[str]:
    """A sentence for each name that looks like a setting and is none."""
    known = {name.removeprefix(PREFIX): name for name in variables()}
    for name in names:
        upper = name.upper()
        if upper.startswith(PREFIX) and upper not in known.values():
            near = get_close_matches(upper.removeprefix(PREFIX), known, n=1)
            there = f"did you mean {known[near[0]]}?" if near else f"there are {_listed(known)}"
            yield f"{name} is no setting; {there}"


def _listed(known: Mapping[str, str]) -> str:
    return ", ".join(known.values())
