"""What can go wrong with a call of Slack's Web API."""

from dataclasses import dataclass
from enum import StrEnum


class When(StrEnum):
    """Whether Slack does what it was asked before the call goes wrong."""

    BEFORE = "before it is done"
    AFTER = "after it is done"


@dataclass(frozen=True, slots=True)
class RateLimited:
    """429, with how many seconds to wait."""

    retry_after: int = 0


@dataclass(frozen=True, slots=True)
class ServerError:
    """5xx; where Slack did it all the same, that is not said."""

    status: int = 503
    when: When = When.BEFORE


@dataclass(frozen=True, slots=True)
class Dropped:
    """The connection is cut without an answer."""

    when: When = When.BEFORE


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing is answered until the workspace releases what it holds."""


@dataclass(frozen=True, slots=True)
class Says:
    """Slack's own error code, for as often as it is asked to fail."""

    error: str
    needed: str = ""


Fault = RateLimited | ServerError | Dropped | Held | Says
