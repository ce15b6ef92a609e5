"""What is installed asks Slack for what the bot uses, and for nothing more."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qa.chat.slack.listeners import COMMAND, SHORTCUT
from tests.slack_standin.workspace import SCOPES

ROOT = Path(__file__).parent.parent


@pytest.fixture
def manifest() -> Any:
    """The manifest that people paste."""
    return yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))


def test_its_scopes_are_those_with_which_the_bot_is_tested(manifest: Any) -> None:
    assert sorted(manifest["oauth_config"]["scopes"]["bot"]) == sorted(SCOPES)


def test_each_event_has_its_scope(manifest: Any) -> None:
    assert manifest["settings"]["event_subscriptions"]["bot_events"] == [
        "app_home_opened",
        "app_mention",
        "message.channels",
        "message.groups",
        "message.im",
    ]


def test_the_command_is_the_one_that_is_listened_to(manifest: Any) -> None:
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == COMMAND


def test_the_shortcut_is_the_one_that_is_listened_to(manifest: Any) -> None:
    (shortcut,) = manifest["features"]["shortcuts"]
    assert shortcut["callback_id"] == SHORTCUT
    assert shortcut["type"] == "message"
    assert len(shortcut["name"]) <= 24


def test_buttons_the_home_tab_and_the_agents_view_are_on(manifest: Any) -> None:
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert manifest["features"]["app_home"]["home_tab_enabled"]
    assert len(manifest["features"]["agent_view"]["agent_description"]) <= 300


def test_every_scope_is_explained() -> None:
    explained = (ROOT / "docs" / "slack.md").read_text("utf-8")
    assert not [scope for scope in SCOPES if f"`{scope}` |" not in explained]


def test_texts_are_within_slacks_limits(manifest: Any) -> None:
    assert len(manifest["display_information"]["name"]) <= 35
    assert len(manifest["display_information"]["description"]) <= 140
    assert len(manifest["features"]["slash_commands"][0]["description"]) <= 2_000
